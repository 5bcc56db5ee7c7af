// The readable invoice in a real browser: no barriers, no scrolling sideways, numbers and lines without script, all of it on paper.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { judge } from '#standards/einvoice'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { renderInvoicePage } from './render-invoice-page.ts'

const folder = await mkdtemp(join(tmpdir(), 'invoice-'))
const browser = await launchBrowser()
after(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

const good = await readFile(new URL('../../../demo/invoices/heating-town-hall.ubl.xml', import.meta.url), 'utf8')
const changes = [
  ['<cbc:BuyerReference>16070029-0001-12</cbc:BuyerReference>', ''],
  ['>3777.00<', '>3777.10<'],
  ['unitCode="HUR">24', 'unitCode="STD">24'],
  ['aenne@heizungsbau-beispiel.example', 'keine'],
] as const
const wrong = changes.reduce((text, [from, to]) => text.replace(from, to), good)

async function addressOf(name: string, text: string, language: 'de' | 'en'): Promise<string> {
  const file = join(folder, `${name}-${language}.html`)
  await writeFile(file, await renderInvoicePage(judge(Buffer.from(text)), language))
  return pathToFileURL(file).href
}

for (const width of widths) {
  for (const [name, text] of [
    ['good', good],
    ['wrong', wrong],
    ['broken', '<a>&</a>'],
  ] as const) {
    test(`a ${name} invoice has no barriers in German and English at ${width} px`, async () => {
      // Pages of this kind have no script; axe needs one, which the page's own policy would forbid.
      const context = await openContext(browser, { baseURL: 'http://localhost', javaScript: true, width })
      const page = await context.newPage()
      for (const language of ['de', 'en'] as const) {
        await page.goto(await addressOf(name, text, language))
        assert.deepEqual(await findBarriers(page), [], `${name} in ${language}`)
        assert.equal(await scrollsSideways(page), false)
        if (language === 'de') await takePicture(page, `invoice-${name}-${width}`)
      }
      await context.close()
    })
  }
}

test('without script the numbers of the standard appear on demand, lines unfold, a finding is led to', async () => {
  const context = await openContext(browser, { baseURL: 'http://localhost', javaScript: false, width: 1280 })
  const page = await context.newPage()
  await page.goto(await addressOf('wrong', wrong, 'de'))
  assert.equal(await page.getByText('BT-112', { exact: true }).first().isVisible(), false)
  await page.getByLabel('Feldnummern der Norm').check()
  assert.equal(await page.getByText('BT-112', { exact: true }).first().isVisible(), true)
  assert.equal(await page.getByText('Kupferrohr 22 mm').first().isVisible(), false)
  await page.getByText('Heizungsanlage im Rathaus').first().click()
  await page.getByText('Rohrleitungen im Keller erneuern').first().click()
  assert.equal(await page.getByText('Kupferrohr 22 mm').first().isVisible(), true)
  await page.getByRole('link', { name: 'Gesamtbetrag brutto stimmt nicht' }).click()
  assert.match(page.url(), /#finding-\d+$/)
  await context.close()
})
