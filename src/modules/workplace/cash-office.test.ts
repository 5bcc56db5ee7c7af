// The cash office's pages: who may, what is shown of a payment, one click and a step with its reason, and what stands in which log.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inTransaction } from '#database'
import { listAccess } from '#journal'
import type { OwnerId, Staff } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { district, openCaseFixture, staffMember, town } from '#test/harness/case-fixture.ts'
import { workplaceRoutes } from './index.ts'
import { deskOf } from './testing/desk.ts'
import { makeDifference } from './testing/differences.ts'

const fixture = await openCaseFixture()
const { database, files, cases, admin } = fixture
const server = await fixture.open(workplaceRoutes({ database, files, cases, journalKey: new Uint8Array(32) }))
after(() => server.close())
const desk = deskOf(fixture, server)
const till = (staff: Staff) => desk(staff, '/arbeit/kasse')

const cashier = staffMember(town, 'Karla Kühn', 'cashier')
const second = staffMember(town, 'Karl Kasse', 'cashier')
const clerk = staffMember(town, 'Katrin Brandt', 'clerk')
const stranger = staffMember(district, 'Ida Kasse', 'cashier')

test('the cash office is for its role alone; others have neither link nor page, another authority sees nothing', async () => {
  const path = await makeDifference(admin, town, newId(), 'overpaid')
  assert.equal((await till(cashier).get('/arbeit')).headers.location, '/arbeit/kasse')
  const list = (await till(cashier).get('/arbeit/kasse')).body
  assert.match(list, /aria-current="page">Zahlungen klären/)
  assert.doesNotMatch(list, /class="search-box"|href="\/arbeit"[^>]*>Arbeitsliste/)
  assert.match(list, /Doppelt bezahlt: Meldebescheinigung/)
  assert.doesNotMatch((await desk(clerk).get('/arbeit')).body, /Zahlungen klären/)
  for (const address of ['/arbeit/kasse', path]) assert.equal((await desk(clerk).get(address)).statusCode, 403)
  assert.equal((await desk(clerk).post(path, { von: 'open', schritt: 'accepted', grund: 'x' })).statusCode, 403)
  assert.equal((await till(stranger).get(path)).statusCode, 404)
  assert.equal((await till(stranger).post(path, { von: 'open', schritt: 'refund-ordered' })).statusCode, 404)
  assert.match((await till(stranger).get('/arbeit/kasse')).body, /Alle Zahlungen passen/)
  for (const address of ['/arbeit/kasse/1/overpaid', `/arbeit/kasse/${newId()}/overpaid`, path.replace('overpaid', '__proto__')])
    assert.equal((await till(cashier).get(address)).statusCode, 404, address)
})

test('paid twice: the refund is ordered by one click, its way out is booked once, and the journal tells who did what', async () => {
  const owner: OwnerId = newId()
  const path = await makeDifference(admin, town, owner, 'overpaid')
  const page = (await till(cashier).get(path)).body
  assert.match(page, /Gebühr bezahlt[\s\S]*Zu viel bezahlt[\s\S]*Nach diesen Buchungen sind 20,00 Euro eingegangen/)
  assert.match(page, /Rückzahlung anordnen \(Vorschlag\)/)
  assert.match(page, /S-100/)
  const clicked = await till(cashier).post(path, { von: 'open', schritt: 'refund-ordered', zurueck: 'liste' })
  assert.equal(clicked.headers.location, '/arbeit/kasse?getan=1')
  const late = await till(second).post(path, { von: 'open', schritt: 'accepted', grund: 'Bagatelle' })
  assert.equal(late.statusCode, 409)
  assert.match(late.body, /Inzwischen hat jemand[\s\S]*Bagatelle/)
  const paidBack = await Promise.all([1, 2].map(() => till(second).post(path, { von: 'refund-ordered', schritt: 'refunded' })))
  assert.deepEqual(
    paidBack.map((reply) => reply.statusCode).toSorted((one, other) => one - other),
    [303, 409],
  )
  const end = (await till(cashier).get(path)).body
  assert.match(end, /Diese Abweichung ist erledigt/)
  assert.match(end, /Zurückgezahlt[\s\S]*10,00 Euro eingegangen und nicht zurückgezahlt/)
  assert.match(end, /Karl Kasse[\s\S]*dem Vorschlag gefolgt[\s\S]*Karla Kühn/)
  assert.match((await till(cashier).get('/arbeit/kasse?stand=erledigt')).body, /Doppelt bezahlt/)
  const seen = await inTransaction(database, { owner }, (transaction) => listAccess(transaction, owner))
  assert.ok(seen.length > 0 && seen.every((event) => event.purpose === 'payment-work' && event.object.title === 'Meldebescheinigung'))
  const lists = await admin.sql`select 1 from journal.search where place = 'cash-office' and staff_id = ${cashier.staff}`
  assert.ok(lists.length > 0)
})

test('a wrong amount says in which direction; what is not proposed needs a reason, and what was typed stays', async () => {
  const under = await makeDifference(admin, town, newId(), 'amount-mismatch', '900')
  const over = await makeDifference(admin, town, newId(), 'amount-mismatch', '1100')
  assert.match((await till(cashier).get(under)).body, /<h1>Zu wenig bezahlt[\s\S]*9,00 Euro[\s\S]*nichts gebucht/)
  assert.match((await till(cashier).get(over)).body, /<h1>Zu viel bezahlt/)
  const missing = await till(cashier).post(under, { von: 'open', schritt: 'accepted', grund: '  ' })
  assert.equal(missing.statusCode, 422)
  assert.match(missing.body, /<title>Fehler/)
  assert.match(missing.body, /value="accepted"[^>]* checked/)
  const odd = await till(cashier).post(under, { von: 'open', schritt: 'refunded', grund: 'Es ist <i>weg</i>' })
  assert.match(odd.body, /geht vom jetzigen Stand aus nicht[\s\S]*Es ist &lt;i&gt;weg/)
  assert.equal((await till(cashier).post(under, { von: 'open', schritt: 'frei erfunden', grund: '' })).statusCode, 422)
  assert.equal((await till(cashier).post(under, { von: 'erfunden', schritt: 'accepted', grund: 'x' })).statusCode, 404)
  assert.equal((await till(cashier).post(under, { von: 'open', schritt: 'accepted', grund: 'Kleinbetrag' })).statusCode, 303)
  assert.match((await till(cashier).get(`${under}?getan=1`)).body, /so belassen[\s\S]*Festgehalten[\s\S]*Kleinbetrag/)
  // What was settled wrongly is taken up again.
  assert.equal((await till(cashier).post(under, { von: 'accepted', schritt: 'clarifying', grund: 'Doch nachfragen' })).statusCode, 303)
  assert.match((await till(cashier).get('/arbeit/kasse')).body, /Zu wenig bezahlt[\s\S]*wird geklärt/)
})
