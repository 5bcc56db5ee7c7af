// The clearing desk: what nobody could place is passed on, taken or given back, once, by those who may.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { district, openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { receiveInvoice } from './actions/receive-invoice.ts'
import type { ReceiptState } from './domain/states.ts'
import { chunksOf, cityId, districtId, numbered } from './testing/receiving.ts'
import { openWorkDesk } from './testing/work-desk.ts'

const fixture = await openCaseFixture()
const { admin } = fixture
await admin.sql`insert into invoices.routing (leitweg_id, authority_id) values ('*', ${town}), (${cityId}, ${town}), (${districtId}, ${district})`
const { desk, dependencies } = await openWorkDesk(fixture)
const clerk = staffMember(town, 'Katrin Brandt', 'clerk')
const auditor = staffMember(town, 'Paula Prüf', 'auditor')
const stranger = staffMember(district, 'Murat Hoffmann', 'clerk')
const list = '/arbeit/rechnungen/klaerung'

/** One that no rule can place, or that the check is said to have left open. */
async function waiting(number: string, state: ReceiptState = 'clearing'): Promise<string> {
  const text = numbered(number).replace(/(<cbc:BuyerReference>)[^<]*/, '$1Zimmer 12')
  const outcome = await receiveInvoice(dependencies, { channel: 'upload', fileName: 'r.xml', content: chunksOf(text), now: testNow })
  assert.ok(outcome.ok)
  assert.equal(outcome.value.receipt.state, 'clearing')
  const { receiptId } = outcome.value.receipt
  if (state !== 'clearing') await admin.sql`update invoices.receipt set state = ${state} where receipt_id = ${receiptId}`
  return `${list}/${receiptId}`
}

test('what nobody could place waits with its content and original, for this authority alone', async () => {
  const path = await waiting('K-1')
  assert.match((await desk(clerk).get('/arbeit/rechnungen')).body, /Klärungsstelle \(\d+\)/)
  assert.match((await desk(clerk).get(list)).body, new RegExp(`${path}[\\s\\S]*Größler[\\s\\S]*ohne Empfänger`))
  const seen = (await desk(clerk).get(path)).body
  assert.match(seen, /Zimmer 12[\s\S]*Weitergeben[\s\S]*Für diese Behörde annehmen/)
  assert.match(seen, /Heizungsanlage im Rathaus/)
  assert.match(String((await desk(clerk).get(`${path}/original`)).headers['content-disposition']), /^attachment/)
  assert.doesNotMatch((await desk(auditor).get(path)).body, /<form method="post" action="\/arbeit\/rechnungen\/klaerung/)
  assert.equal((await desk(auditor).post(path, `${path}/annehmen`)).statusCode, 403)
  assert.match((await desk(stranger).get(list)).body, /Es ist nichts zu klären/)
  for (const step of ['', '/original']) assert.equal((await desk(stranger).get(`${path}${step}`)).statusCode, 404)
  for (const step of ['annehmen', 'zurueckgeben', 'weitergeben'])
    assert.equal((await desk(stranger).post('/arbeit/rechnungen', `${path}/${step}`, { behoerde: town })).statusCode, 404, step)
  assert.equal((await desk(clerk).get(`${list}/${newId()}`)).statusCode, 404)
})

test('passed on it is an invoice of the other authority; without a choice or twice nothing happens', async () => {
  const path = await waiting('K-2')
  for (const behoerde of ['', 'x', town, newId()]) {
    const wrong = await desk(clerk).post(path, `${path}/weitergeben`, { behoerde })
    assert.equal(wrong.statusCode, 422, behoerde)
    assert.match(wrong.body, /href="#f-behoerde"/)
  }
  const moved = await desk(clerk).post(path, `${path}/weitergeben`, { behoerde: district })
  assert.equal(moved.headers.location, `${list}?getan=weitergeben`)
  assert.match((await desk(clerk).get(`${list}?getan=weitergeben`)).body, /Weitergegeben\./)
  assert.match((await desk(stranger).get('/arbeit/rechnungen')).body, /Rechnung K-2/)
  assert.doesNotMatch((await desk(clerk).get('/arbeit/rechnungen')).body, /Rechnung K-2/)
  assert.equal((await desk(clerk).get(path)).statusCode, 404)
  const again = await desk(clerk).post(list, `${path}/weitergeben`, { behoerde: district })
  assert.equal(again.headers.location, `${list}?getan=entschieden`)
  assert.match((await desk(clerk).get(`${list}?getan=entschieden`)).body, /schon entschieden/)
})

test('taken here it stands in the inbox, given back it is gone; what was decided is not decided again', async () => {
  const own = await waiting('K-3')
  const open = await waiting('K-4', 'undecidable')
  const back = await waiting('K-5')
  assert.match((await desk(clerk).get(open)).body, /Die Prüfung kam zu keinem Ergebnis/)
  assert.doesNotMatch((await desk(clerk).get(open)).body, /Weitergeben/)
  for (const path of [own, open]) assert.equal((await desk(clerk).post(path, `${path}/annehmen`)).statusCode, 303)
  assert.equal((await desk(clerk).post(back, `${back}/zurueckgeben`)).headers.location, `${list}?getan=zurueckgeben`)
  const inbox = (await desk(clerk).get('/arbeit/rechnungen?von=K-')).body
  assert.match(inbox, /Rechnung K-3/)
  assert.match(inbox, /Rechnung K-4/)
  assert.doesNotMatch(inbox, /Rechnung K-5/)
  const again = await desk(clerk).post('/arbeit/rechnungen/klaerung', `${back}/annehmen`)
  assert.equal(again.headers.location, `${list}?getan=entschieden`)
  const states = await admin.sql<{ state: string }>`select state from invoices.receipt where receipt_id = ${back.split('/').at(-1)}`
  assert.deepEqual(states, [{ state: 'returned' }])
})
