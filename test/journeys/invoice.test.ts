// Journey (e): a supplier sends a good, a wrong and a hybrid invoice; three people check and approve, two pay, the supplier reads „Bezahlt“.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { launchBrowser, openContext } from '#test/harness/browser.ts'
import { startProgram } from '#test/harness/program.ts'
import { fillIn, follow, followLink, look, press, type Walk } from '#test/harness/walk.ts'
import { statementOn } from '../../src/modules/invoices/testing/approved.ts'
import { numbered } from '../../src/modules/invoices/testing/receiving.ts'
import { writeHybridPdf } from '../../src/standards/einvoice/pdf/testing/hybrid-pdf.ts'
import { signInAsStaff } from './staff.ts'

const program = await startProgram()
const browser = await launchBrowser()
const folder = await mkdtemp(join(tmpdir(), 'invoice-journey-'))
after(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})
const ownAccount = 'DE89370400440532013000'

for (const javaScript of [true, false]) {
  test(`an invoice goes from the supplier to the bank and back, ${javaScript ? 'with' : 'without'} scripts`, async () => {
    const number = `J-${javaScript ? 'mit' : 'ohne'}`
    const contexts: BrowserContext[] = []
    const walkOf = async (name: string): Promise<Walk> => {
      const context = await openContext(browser, { baseURL: program.baseUrl, javaScript })
      contexts.push(context)
      return { page: await context.newPage(), javaScript, name: `invoice-${name}`, seen: { count: 0 } }
    }
    const staff = async (login: string): Promise<Walk> => {
      const walk = await walkOf(login)
      await signInAsStaff(walk, login)
      return walk
    }
    const supplier = await walkOf('supplier')
    const status = await send(supplier, number)
    const first = await staff('k.brandt')
    const path = await takeAndAsk(first, number)
    await answer(supplier, status)
    await checkFirst(first, path)
    await checkSecond(await staff('a.fischer'), path)
    await approve(await staff('s.vogel'), path)
    await supplier.page.goto(status)
    assert.match(await supplier.page.locator('main').innerText(), /Freigegeben/)
    const run = await propose(await staff('k.kuehn'), number)
    await payAndReadStatement(await staff('j.roth'), run, number)
    await supplier.page.goto(status)
    assert.match(await supplier.page.locator('main').innerText(), /Bezahlt/)
    await look(supplier, 'paid')
    await first.page.goto(path)
    assert.match(await first.page.locator('main').innerText(), /bezahlt[\s\S]*im Zahllauf|bezahlt[\s\S]*Zahllauf/)
    await Promise.all(contexts.map((context) => context.close()))
  })
}

/** @returns the address of the good one's status */
async function send(walk: Walk, number: string): Promise<string> {
  const { page } = walk
  const files = [
    ['1-gut.xml', numbered(number)],
    ['2-falsch.xml', numbered(`${number}-falsch`).replace('>3777.00<', '>3777.10<')],
    ['3-hybrid.pdf', writeHybridPdf([{ name: 'xrechnung.xml', content: numbered(`${number}-hybrid`) }])],
  ] as const
  for (const [name, content] of files) await writeFile(join(folder, name), content)
  await page.goto('/rechnung')
  await look(walk, 'send')
  await page.locator('main [name=files]').setInputFiles(files.map(([name]) => join(folder, name)))
  await press(page, 'Rechnungen prüfen')
  assert.match(
    await page.locator('main').innerText(),
    /1-gut\.xml[\s\S]*In Ordnung[\s\S]*2-falsch\.xml[\s\S]*Gesamtbetrag brutto[\s\S]*3-hybrid\.pdf/,
  )
  await look(walk, 'checked')
  await press(page, 'Trotzdem senden')
  assert.match(await page.locator('main').innerText(), /Zurückgegeben/)
  await page.goto('/rechnung')
  await press(page, 'Alle 2 einwandfreien Rechnungen senden')
  await look(walk, 'sent')
  const links = await page
    .locator('main a[href*="/rechnung/RE-"]')
    .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('href') ?? ''))])
  for (const link of links) {
    await page.goto(link)
    if ((await page.locator('main').innerText()).includes('1-gut.xml')) return link
  }
  throw new Error(`no status page of ${number} among ${links.join(', ')}`)
}

async function takeAndAsk(walk: Walk, number: string): Promise<string> {
  const { page } = walk
  await page.getByRole('link', { name: 'Rechnungen', exact: true }).click()
  await page.waitForURL(/\/arbeit\/rechnungen/)
  await look(walk, 'inbox')
  await fillIn(page, { von: number })
  await press(page, 'Filtern')
  const row = page.locator('main tr', { hasText: new RegExp(`Rechnung ${number}(?!-)`) })
  await follow(page, () => row.getByRole('link').click())
  assert.match(await page.locator('main').innerText(), /Heizungsanlage im Rathaus/)
  await look(walk, 'new')
  const path = new URL(page.url()).pathname
  await press(page, 'Übernehmen')
  await page.locator('summary', { hasText: 'Rückfrage an den Lieferanten' }).click()
  await fillIn(page, { 'text-rueckfrage': 'Zu welcher Bestellung gehört die Rechnung?' })
  await press(page, 'Frage stellen')
  await look(walk, 'asked')
  return path
}

async function answer(walk: Walk, status: string): Promise<void> {
  const { page } = walk
  await page.goto(status)
  assert.match(await page.locator('main').innerText(), /Zu welcher Bestellung/)
  await look(walk, 'question')
  await fillIn(page, { antwort: 'Zur Bestellung B-2026-117.' })
  await press(page, 'Antwort senden')
  assert.match(await page.locator('main').innerText(), /Ihre Antwort ist bei der Behörde/)
}

async function checkFirst(walk: Walk, path: string): Promise<void> {
  const { page } = walk
  await page.goto(path)
  assert.match(await page.locator('main').innerText(), /Zur Bestellung B-2026-117/)
  await press(page, 'Sachlich richtig')
  assert.match(await page.locator('main').innerText(), /Die zweite Prüfung macht jemand anderes/)
  assert.equal(await page.getByRole('button', { name: 'Rechnerisch richtig' }).count(), 0)
}

async function checkSecond(walk: Walk, path: string): Promise<void> {
  const { page } = walk
  await page.goto(path)
  await page.locator('summary', { hasText: 'Kontieren' }).click()
  await fillIn(page, { account: '5231', product: '11.1.06' })
  await press(page, 'Kontierung festhalten')
  await press(page, 'Rechnerisch richtig')
  assert.match(await page.locator('main').innerText(), /Freigeben muss jemand Drittes/)
  await look(walk, 'checked')
}

async function approve(walk: Walk, path: string): Promise<void> {
  const { page } = walk
  await page.goto(path)
  await look(walk, 'to-approve')
  await press(page, 'Zur Zahlung freigeben')
  assert.match(await page.locator('main').innerText(), /freigegeben/)
}

/** @returns the address of the run */
async function propose(walk: Walk, number: string): Promise<string> {
  const { page } = walk
  await page.goto('/arbeit/rechnungen')
  await followLink(page, 'Zahllauf')
  assert.match(await page.locator('main').innerText(), new RegExp(number))
  await fillIn(page, { iban: ownAccount })
  await look(walk, 'run')
  await press(page, 'Zahllauf anlegen')
  assert.equal(await page.getByRole('button', { name: 'Zahllauf freigeben' }).count(), 0)
  return new URL(page.url()).pathname
}

async function payAndReadStatement(walk: Walk, run: string, number: string): Promise<void> {
  const { page } = walk
  await page.goto(run)
  await press(page, 'Zahllauf freigeben')
  await look(walk, 'released')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Datei für die Bank laden' }).click(),
  ])
  const file = await readFile(await download.path(), 'utf8')
  const [, endToEndId = ''] = /<EndToEndId>([^<]+)</.exec(file) ?? []
  const [, euros = '', cents = ''] = /<InstdAmt[^>]*>(\d+)\.(\d\d)</.exec(file) ?? []
  assert.match(file, new RegExp(number))
  const statement = join(folder, `auszug-${number}.xml`)
  await writeFile(statement, statementOn(ownAccount, [{ endToEndId, amount: BigInt(euros + cents) }], number))
  await followLink(page, 'Kontoauszug')
  await fillIn(page, { auszug: { file: statement } })
  await press(page, 'Einlesen')
  assert.match(await page.locator('main').innerText(), /1 Zahlung ist bezahlt, 0 Buchungen/)
  await look(walk, 'statement')
}
