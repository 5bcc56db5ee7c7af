// A supplier in a real browser, with and without JavaScript: a good, a wrong and a hybrid invoice, no barriers on any page.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { writeHybridPdf } from '../../standards/einvoice/pdf/testing/hybrid-pdf.ts'
import { numbered } from './testing/receiving.ts'
import { openSupplierHouse } from './testing/supplier-house.ts'

const house = await openSupplierHouse()
const folder = await mkdtemp(join(tmpdir(), 'supplier-'))
const browser = await launchBrowser()
after(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

/** Numbers of their own for each walk, so that nothing is a duplicate. */
async function filesFor(walk: string): Promise<readonly string[]> {
  const wrong = [
    ['<cbc:BuyerReference>16070029-0001-12</cbc:BuyerReference>', ''],
    ['>3777.00<', '>3777.10<'],
    ['unitCode="HUR">24', 'unitCode="STD">24'],
  ] as const
  const files = [
    ['1-heizung.xml', numbered(`${walk}-1`)],
    ['2-fehlerhaft.xml', wrong.reduce((text, [from, to]) => text.replace(from, to), numbered(`${walk}-2`))],
    ['3-hybrid.pdf', writeHybridPdf([{ name: 'xrechnung.xml', content: numbered(`${walk}-3`) }])],
  ] as const
  return Promise.all(
    files.map(async ([name, content]) => {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    }),
  )
}

async function look(page: Page, name: string, width: number, javaScript: boolean): Promise<void> {
  if (javaScript) assert.deepEqual(await findBarriers(page), [], `${name} at ${width}`)
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways at ${width}`)
  await takePicture(page, `supplier-${name}-${width}${javaScript ? '' : '-plain'}`)
}

for (const width of widths) {
  for (const javaScript of [true, false]) {
    test(`a supplier checks three invoices, sends them and sees where they are, ${javaScript ? 'with' : 'without'} JavaScript at ${width} px`, async () => {
      const context = await openContext(browser, { baseURL: house.address, javaScript, width })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('console', (message) => void (message.type() === 'error' && !message.text().includes('422') && errors.push(message.text())))
      await page.goto('/rechnung')
      await look(page, 'start', width, javaScript)
      await page.getByRole('button', { name: 'Rechnungen prüfen' }).click()
      await page.getByRole('alert').getByText('Wählen Sie mindestens eine Datei aus.').waitFor()
      await look(page, 'no-file', width, javaScript)
      await page.getByLabel('Dateien mit Rechnungen').setInputFiles([...(await filesFor(`W${width}${javaScript}`))])
      await page.getByRole('button', { name: 'Rechnungen prüfen' }).click()
      await page.getByRole('heading', { name: 'Geprüft und noch nicht gesendet' }).waitFor()
      await page.getByText('Einheit').first().waitFor()
      await page.getByText('Aus der PDF-Datei wurde „xrechnung.xml“ gelesen').waitFor()
      await look(page, 'checked', width, javaScript)
      await page.getByRole('button', { name: 'Trotzdem senden' }).click()
      await page.getByRole('heading', { name: 'Zurückgegeben' }).waitFor()
      await look(page, 'returned', width, javaScript)
      await page.goto('/rechnung')
      await page.getByRole('button', { name: 'Alle 2 einwandfreien Rechnungen senden' }).click()
      await page.getByRole('heading', { level: 1, name: '2 Rechnungen gesendet' }).waitFor()
      await look(page, 'sent', width, javaScript)
      await page
        .getByRole('link', { name: /^RE-2026-/ })
        .last()
        .click()
      await page.getByRole('heading', { name: 'Angenommen' }).waitFor()
      await look(page, 'accepted', width, javaScript)
      await page.getByRole('link', { name: 'English' }).click()
      await page.getByRole('heading', { level: 1, name: 'State of your invoice' }).waitFor()
      await page.getByRole('link', { name: 'See the readable invoice' }).click()
      await page.getByText('3,302.00 EUR').first().waitFor()
      await look(page, 'readable', width, javaScript)
      assert.deepEqual(errors, [])
      await context.close()
    })
  }
}
