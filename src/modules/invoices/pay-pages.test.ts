// The cash office's pages on invoices: who may, what is shown of a run, a statement and the overview.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Staff } from '#kernel/actors.ts'
import { type Day, parseDay } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { district, openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { payRoutes } from './routes-pay.ts'
import { makeApproved, statementOn } from './testing/approved.ts'

const fixture = await openCaseFixture()
const { database, files } = fixture
const server = await fixture.open(payRoutes({ database, files, payerName: async () => 'Stadt Ilmenau' }))
after(() => server.close())

const cashier = staffMember(town, 'Karla Kühn', 'cashier')
const second = staffMember(town, 'Karl Kasse', 'cashier')
const clerk = staffMember(town, 'Katrin Brandt', 'clerk', 'lead')
const stranger = staffMember(district, 'Ida Kasse', 'cashier')
const day = (text: string): Day => parseDay(text) ?? assert.fail(text)
const runs = '/arbeit/rechnungen/zahllauf'
const statements = '/arbeit/rechnungen/kontoauszug'
const overview = '/arbeit/rechnungen/uebersicht'
const account = 'DE02500105170137075030'

const headersOf = (staff: Staff) => ({ cookie: `rennsteig-workplace=${fixture.signIn(staff)}`, 'sec-fetch-site': 'same-origin' })
const get = (staff: Staff, url: string) => server.inject({ url, headers: headersOf(staff) })
async function post(staff: Staff, url: string, fields: Record<string, string> = {}) {
  const headers = headersOf(staff)
  const csrf = /name="csrf" value="([^"]*)"/.exec((await server.inject({ url: statements, headers })).body)?.[1] ?? ''
  const payload = new URLSearchParams({ csrf, ...fields }).toString()
  return server.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload })
}
async function upload(staff: Staff, xml: string) {
  const headers = headersOf(staff)
  const csrf = /name="csrf" value="([^"]*)"/.exec((await server.inject({ url: statements, headers })).body)?.[1] ?? ''
  const part = (head: string, content: string) => `--line\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`
  const payload = `${part('name="csrf"', csrf)}${part('name="auszug"; filename="auszug.xml"', xml)}--line--\r\n`
  return server.inject({
    method: 'POST',
    url: statements,
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=line' },
    payload,
  })
}

test('paying is for the cash office alone; what belongs to another authority is not there', async () => {
  for (const url of [runs, statements, overview, `${overview}.csv`, `${runs}/${newId()}`])
    assert.equal((await get(clerk, url)).statusCode, 403, url)
  for (const url of [runs, `${runs}/konto`, `${runs}/${newId()}/freigeben`]) assert.equal((await post(clerk, url)).statusCode, 403, url)
  assert.equal((await upload(clerk, '')).statusCode, 403)
  for (const url of [`${runs}/1`, `${runs}/${newId()}`, `${runs}/${newId()}/datei`])
    assert.equal((await get(cashier, url)).statusCode, 404, url)
  for (const [url, fields] of [
    [runs, { bis: 'x', summe: '1' }],
    [runs, { bis: '2026-12-01', summe: '-1' }],
    [`${runs}/konto`, { rechnung: '1' }],
    [`${runs}/konto`, { rechnung: newId(), bis: '2026-12-01' }],
    [`${runs}/${newId()}/freigeben`, {}],
  ] as const)
    assert.equal((await post(cashier, url, fields)).statusCode, 404, url)
})

test('from the proposal to the paid invoice by two people, with the file of the bank; script in a name stays words', async () => {
  const name = 'Größler <script>alert(1)</script>'
  await makeApproved(fixture, town, testNow, {
    sellerKey: 'vat:1',
    sellerName: name,
    dueOn: day('2026-11-30'),
    payable: 100_000n,
    discounts: [{ days: 14, percent: '2' }],
  })
  await makeApproved(fixture, town, testNow, { sellerKey: 'vat:2', dueOn: day('2026-12-20'), payable: 7_000n })
  const page = (await get(cashier, runs)).body
  assert.match(page, /1 Zahlung, zusammen 980,00 €. Die Bank führt sie am 24\.11\.2026 aus[\s\S]*&lt;script&gt;[\s\S]*20,00 € gespart/)
  assert.doesNotMatch(page, /<script>alert/)
  assert.match((await get(cashier, `${runs}?bis.day=20&bis.month=12&bis.year=2026`)).body, /2 Zahlungen, zusammen 1\.050,00/)
  assert.match((await get(cashier, `${runs}?bis.day=31&bis.month=2&bis.year=2026`)).body, /<title>Fehler[\s\S]*Tag an, den es gibt/)
  assert.match((await get(stranger, runs)).body, /Bis zu diesem Tag ist nichts zu zahlen/)
  const typo = await post(cashier, runs, { bis: '2026-11-30', summe: '98000', iban: 'DE02500105170137075031' })
  assert.equal(typo.statusCode, 422)
  assert.match(typo.body, /DE02500105170137075031[\s\S]*/)
  assert.equal((await post(cashier, runs, { bis: '2026-11-30', summe: '98001', iban: account })).statusCode, 409)
  const made = await post(cashier, runs, { bis: '2026-11-30', summe: '98000', iban: account })
  assert.equal(made.statusCode, 303)
  const run = String(made.headers.location).replace(/\?.*/, '')
  assert.match((await get(cashier, run)).body, /Freigeben muss eine andere Person/)
  assert.equal((await post(cashier, `${run}/freigeben`)).statusCode, 409)
  assert.equal((await get(stranger, run)).statusCode, 404)
  assert.equal((await post(stranger, `${run}/freigeben`)).statusCode, 404)
  assert.equal((await get(second, `${run}/datei`)).statusCode, 404, 'no file before the release')
  assert.equal((await post(second, `${run}/freigeben`)).statusCode, 303)
  const file = await get(second, `${run}/datei`)
  assert.match(String(file.headers['content-disposition']), /attachment.*ZL-2026-0001\.xml/)
  assert.match(file.body, /pain\.001\.001\.09[\s\S]*<InstdAmt Ccy="EUR">980\.00/)
  assert.equal((await get(stranger, `${run}/datei`)).statusCode, 404)
  assert.equal((await post(second, `${run}/zurueckziehen`)).statusCode, 409)
  const xml = statementOn(account, [
    { endToEndId: 'ZL-2026-0001-1', amount: 98_000n },
    { endToEndId: '<b>fremd</b>'.replaceAll('<', '&lt;'), amount: 1n },
  ])
  assert.equal((await upload(second, '<a/>')).statusCode, 422)
  assert.equal((await upload(second, xml)).headers.location, `${statements}?bezahlt=1&offen=1`)
  assert.equal((await upload(cashier, xml)).headers.location, `${statements}?bekannt=1`)
  assert.match(
    (await get(cashier, `${statements}?bezahlt=1&offen=1`)).body,
    /1 Zahlung ist bezahlt, 1 Buchung passt zu keiner[\s\S]*&lt;b&gt;fremd[\s\S]*−0,01 EUR/,
  )
  assert.match((await get(cashier, run)).body, /ausgeführt[\s\S]*25\.11\.2026/)
  assert.match((await get(cashier, overview)).body, /Skonto gezogen[\s\S]*20,00 €[\s\S]*2 Tage[\s\S]*1 von 1/)
  const csv = (await get(cashier, `${overview}.csv`)).body
  assert.match(csv, /;freigegeben;in 31 Tagen;1;70,00;EUR\r\n/)
  assert.match(csv, /Skonto gezogen;bezahlt;;1;20,00;EUR/)
  assert.match((await get(stranger, `${overview}.csv`)).body, /Skonto gezogen;bezahlt;;0;0,00;EUR/)
})

test('a changed account is shown beside the known one and confirmed by a click', async () => {
  const invoice = await makeApproved(fixture, town, testNow, {
    sellerKey: 'vat:1',
    iban: 'AT61 1904 3002 3457 3201',
    dueOn: day('2026-11-30'),
  })
  const page = (await get(cashier, runs)).body
  assert.match(page, /neues Konto eines bekannten Lieferanten[\s\S]*AT61[\s\S]*Bisher: DE02 1203 0000 0000 2020 51/)
  const fields = { rechnung: invoice, bis: '2026-11-30', iban: 'AT611904300234573201' }
  assert.equal((await post(stranger, `${runs}/konto`, fields)).statusCode, 404)
  assert.equal((await post(second, `${runs}/konto`, { ...fields, iban: account })).statusCode, 409)
  assert.equal((await post(second, `${runs}/konto`, fields)).headers.location, `${runs}?tag=2026-11-30&bestaetigt=1`)
  assert.match((await get(second, runs)).body, /eine andere Person legt den Zahllauf an/)
  assert.doesNotMatch((await get(cashier, runs)).body, /Zurückgehalten<\/h2>/)
})
