// The clerks' pages in a real browser: no barriers, no scrolling sideways, all of it by keyboard and without script.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { parseDay } from '#kernel/dates.ts'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { receiveInvoice } from './actions/receive-invoice.ts'
import { makeReceived } from './testing/received.ts'
import { chunksOf, numbered } from './testing/receiving.ts'
import { openWorkDesk } from './testing/work-desk.ts'

const fixture = await openCaseFixture()
await fixture.admin.sql`insert into invoices.routing (leitweg_id, authority_id) values ('*', ${town})`
const { server, dependencies } = await openWorkDesk(fixture)
const baseURL = await server.listen({ port: 0, host: 'localhost' })
const browser = await launchBrowser()
after(() => browser.close())
const clerk = staffMember(town, 'Katrin Brandt', 'clerk')
const content = await readFile(new URL('../../../demo/invoices/heating-town-hall.ubl.xml', import.meta.url))
const [late, soon] = [parseDay('2026-11-20'), parseDay('2026-11-25')]
assert.ok(late && soon)
const { invoice } = await makeReceived(fixture, town, testNow, { content, number: '2026-0815', payable: 330_200n, discountUntil: soon })
await makeReceived(fixture, town, testNow, { dueOn: late, sellerName: 'Reinigungsgesellschaft Thüringer Wald und Umgebung mbH & Co. KG' })
const credit = await makeReceived(fixture, town, testNow, { typeCode: '381', number: 'G-2' })
const unplaced = await receiveInvoice(dependencies, {
  ...{ channel: 'upload', fileName: 'rechnung-november-2026-an-das-rathaus.xml', now: testNow },
  content: chunksOf(numbered('K-1').replace(/(<cbc:BuyerReference>)[^<]*/, '$1Zimmer 12')),
})
assert.ok(unplaced.ok)
const path = `/arbeit/rechnungen/${invoice}`

async function open(javaScript: boolean, width = 1280) {
  const context = await openContext(browser, { baseURL, javaScript, width })
  await context.addCookies([{ name: 'rennsteig-workplace', value: fixture.signIn(clerk), url: baseURL }])
  return context
}

for (const width of widths) {
  test(`inbox, invoice and clearing desk have no barriers at ${width} px`, async () => {
    const context = await open(true, width)
    const page = await context.newPage()
    for (const [name, address] of [
      ['inbox', '/arbeit/rechnungen'],
      ['empty', '/arbeit/rechnungen?stand=geprueft'],
      ['work', path],
      ['credit', `/arbeit/rechnungen/${credit.invoice}`],
      ['clearing', '/arbeit/rechnungen/klaerung'],
      ['receipt', `/arbeit/rechnungen/klaerung/${unplaced.value.receipt.receiptId}`],
    ] as const) {
      await page.goto(address)
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
      assert.equal(await scrollsSideways(page), false, name)
      assert.deepEqual(await findBarriers(page), [], name)
      await takePicture(page, `invoice-${name}-${width}`)
    }
    await context.close()
  })
}

test('an invoice is taken on and booked by keyboard alone, and without script just as well', async () => {
  const context = await open(false)
  const page = await context.newPage()
  await page.goto(path)
  await page.getByRole('button', { name: 'Übernehmen' }).press('Enter')
  await page.getByText('Festgehalten.').waitFor()
  await page.locator('summary', { hasText: 'Kontieren' }).press('Enter')
  await page.getByLabel('Sachkonto').fill('5231')
  await page.getByLabel('Sachkonto').press('Enter')
  await page.getByText('Sachkonto 5231').first().waitFor()
  assert.equal(await page.getByRole('button', { name: 'Sachlich richtig' }).count(), 1)
  await context.close()
})
