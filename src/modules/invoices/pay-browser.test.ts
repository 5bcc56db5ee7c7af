// The cash office pays in a real browser: proposal, release, file, statement, overview; with and without script.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Staff } from '#kernel/actors.ts'
import { parseDay } from '#kernel/dates.ts'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { payRoutes } from './routes-pay.ts'
import { makeApproved, statementOn } from './testing/approved.ts'
import { makeReceived } from './testing/received.ts'

const fixture = await openCaseFixture()
const { database, files } = fixture
const server = await fixture.open(payRoutes({ database, files, payerName: async () => 'Stadt Ilmenau' }))
const baseURL = await server.listen({ host: '127.0.0.1', port: 0 })
const browser = await launchBrowser()
after(async () => {
  await browser.close()
  await server.close()
})

const cashier = staffMember(town, 'Karla Kühn', 'cashier')
const second = staffMember(town, 'Karl Kasse', 'cashier')
const account = 'DE02500105170137075030'
const runs = '/arbeit/rechnungen/zahllauf'
const faults: string[] = []

async function openDesk(staff: Staff, javaScript: boolean): Promise<Page> {
  const context = await openContext(browser, { baseURL, javaScript })
  await context.addCookies([{ name: 'rennsteig-workplace', value: fixture.signIn(staff), url: baseURL }])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => void (message.type() === 'error' && !/status of 422/.test(message.text()) && faults.push(message.text())))
  return page
}

async function look(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    assert.deepEqual(await findBarriers(page), [], `${name} at ${width}`)
    assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways at ${width}`)
    await takePicture(page, `invoices-${name}-${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

for (const [javaScript, number] of [
  [true, 1],
  [false, 2],
] as const) {
  test(`${javaScript ? 'with' : 'without'} script: two people pay, the bank says so, and the overview counts it`, async () => {
    // axe itself needs the script.
    const see = async (page: Page, name: string) => void (javaScript && (await look(page, name)))
    const dueOn = parseDay('2026-11-30') ?? assert.fail()
    const soon = parseDay('2026-11-29') ?? assert.fail()
    const discounts = [{ days: 14, percent: '2' }]
    await makeApproved(fixture, town, testNow, {
      sellerKey: `vat:${number}`,
      sellerName: 'Dachdeckerei und Bauklempnerei Größler & Söhne',
      dueOn: soon,
      payable: 123_456n,
      discounts,
    })
    await makeApproved(fixture, town, testNow, {
      sellerKey: 'vat:strange',
      iban: number === 1 ? 'DE02120300000000202051' : 'AT611904300234573201',
      dueOn,
      payable: 5_000n,
    })
    await makeApproved(fixture, town, testNow, { sellerKey: 'vat:later', payable: 98_765n })
    await makeReceived(fixture, town, testNow, { dueOn: parseDay('2026-11-20') ?? assert.fail(), payable: 20_000n })
    const page = await openDesk(cashier, javaScript)
    await page.goto(runs)
    await see(page, 'zahllauf')
    await page.getByLabel('IBAN des Kassenkontos').fill('DE02500105170137075031')
    await page.getByRole('button', { name: 'Zahllauf anlegen' }).click()
    await page.getByText('Diese IBAN stimmt nicht').first().waitFor()
    await see(page, 'zahllauf-fehler')
    await page.getByLabel('IBAN des Kassenkontos').fill('DE02 5001 0517 0137 0750 30')
    await page.getByRole('button', { name: 'Zahllauf anlegen' }).click()
    await page.getByRole('heading', { level: 1, name: `Zahllauf ZL-2026-000${number}` }).waitFor()
    await page.getByText('Freigeben muss eine andere Person').waitFor()
    const other = await openDesk(second, javaScript)
    await other.goto(runs)
    if (number === 2) await other.getByText('neues Konto eines bekannten Lieferanten').waitFor()
    await other.getByRole('link', { name: `ZL-2026-000${number}` }).click()
    await see(other, 'zahllauf-vorgeschlagen')
    await other.getByRole('button', { name: 'Zahllauf freigeben' }).click()
    await other.getByText('Der Zahllauf ist freigegeben.').waitFor()
    await see(other, 'zahllauf-freigegeben')
    const waiting = other.waitForEvent('download')
    await other.getByRole('link', { name: 'Datei für die Bank laden' }).click()
    assert.equal((await waiting).suggestedFilename(), `ZL-2026-000${number}.xml`)
    await other.getByRole('link', { name: 'Kontoauszug einlesen' }).click()
    const entries = [
      { endToEndId: `ZL-2026-000${number}-1`, amount: 120_987n },
      ...(number === 1 ? [{ endToEndId: 'ZL-2026-0001-2', amount: 5_000n }] : []),
      { endToEndId: 'FREMD-1', amount: 815n },
    ]
    const buffer = Buffer.from(statementOn(account, entries, `S-${number}`))
    await other.locator('input[type=file]').setInputFiles({ name: 'auszug.xml', mimeType: 'application/xml', buffer })
    await other.getByRole('button', { name: 'Einlesen' }).click()
    await other.getByText(/bezahlt, 1 Buchung passt zu keiner/).waitFor()
    await see(other, 'kontoauszug')
    await page.reload()
    await page.getByText('ausgeführt').first().waitFor()
    await page.goto('/arbeit/rechnungen/uebersicht')
    await page.getByRole('img', { name: 'Offene Beträge nach Fälligkeit' }).waitFor()
    await see(page, 'uebersicht')
    await Promise.all([page.context().close(), other.context().close()])
    assert.deepEqual(faults, [])
  })
}
