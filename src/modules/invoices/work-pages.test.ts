// The clerks' pages on invoices: who sees what, filters, buttons only for what is allowed, refusals with what was typed, the original.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { statements } from '#database'
import { addDays, dayInGermany } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { district, openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { type MadeInvoice, makeReceived } from './testing/received.ts'
import { openWorkDesk } from './testing/work-desk.ts'

const fixture = await openCaseFixture()
const { desk } = await openWorkDesk(fixture)
const first = staffMember(town, 'Katrin Brandt', 'clerk')
const second = staffMember(town, 'Andrea Fischer', 'clerk')
const lead = staffMember(town, 'Stefan Vogel', 'clerk', 'lead')
const auditor = staffMember(town, 'Paula Prüf', 'auditor')
const cashier = staffMember(town, 'Karla Kühn', 'cashier')
const registry = staffMember(town, 'Renate Weiß', 'registry')
const stranger = staffMember(district, 'Murat Hoffmann', 'clerk')
const today = dayInGermany(testNow)
const good = await readFile(new URL('../../../demo/invoices/heating-town-hall.ubl.xml', import.meta.url))

const make = async (made: MadeInvoice = {}) =>
  `/arbeit/rechnungen/${(await makeReceived(fixture, town, testNow, { content: good, ...made })).invoice}`
const actionsOf = (body: string) => [...body.matchAll(/action="\/arbeit\/rechnungen\/[^/"]+\/(\w+)"/g)].map((match) => match[1])

test('the inbox is for clerks, leads, the cash office and auditors of the authority, in German', async () => {
  const path = await make({ sellerName: 'Malermeister Muster', number: 'M-1' })
  assert.match((await desk(first).get('/arbeit/rechnungen')).body, /Malermeister Muster[\s\S]*Rechnung M-1[\s\S]*500,00 €/)
  for (const address of ['/arbeit/rechnungen', path, `${path}/original`]) {
    assert.equal((await desk(auditor).get(address)).statusCode, 200, address)
    assert.equal((await desk(registry).get(address)).statusCode, 403, address)
  }
  assert.doesNotMatch((await desk(stranger).get('/arbeit/rechnungen?stand=alle')).body, /Malermeister/)
  for (const address of [path, `${path}/original`, `/arbeit/rechnungen/${newId()}`, '/arbeit/rechnungen/1'])
    assert.equal((await desk(stranger).get(address)).statusCode, 404, address)
  assert.deepEqual(actionsOf((await desk(auditor).get(path)).body), [])
  const paying = (await desk(cashier).get(path)).body
  assert.deepEqual(actionsOf(paying), [])
  assert.doesNotMatch(paying, /\/arbeit\/akte\//)
  assert.match((await desk(cashier).get('/arbeit/rechnungen')).body, /href="\/arbeit\/rechnungen\/zahllauf"/)
  assert.doesNotMatch((await desk(first).get('/arbeit/rechnungen')).body, /zahllauf/)
})

test('tabs, due day, person and words narrow the list; the last day of the discount stands in colour and word', async () => {
  await make({ sellerName: 'Späte GmbH', dueOn: addDays(today, -2) })
  await make({ sellerName: 'Skonto KG', dueOn: addDays(today, 40), discountUntil: addDays(today, 2) })
  await make({ sellerName: 'Ruhige AG', dueOn: addDays(today, 40), discountUntil: addDays(today, -1) })
  const clerk = desk(first)
  const before = statements.count
  await clerk.get('/arbeit/rechnungen')
  assert.ok(statements.count - before <= 6, `${statements.count - before} queries`)
  const list = async (query: string) => (await desk(first).get(`/arbeit/rechnungen?stand=neu&${query}`)).body
  assert.match(await list('von=skonto'), /deadline-soon[\s\S]*noch 2 Tage/)
  assert.match(await list('frist=ueberfaellig'), /Späte GmbH[\s\S]*deadline-late[\s\S]*seit 2 Tagen vorbei/)
  assert.doesNotMatch(await list('frist=ueberfaellig'), /Skonto KG|Ruhige AG/)
  assert.match(await list('frist=skonto'), /Skonto KG/)
  assert.doesNotMatch(await list('frist=skonto'), /Ruhige AG|Späte GmbH/)
  assert.match(await list('bei=ich'), /Mit diesem Filter ist nichts zu finden/)
  assert.match(await list('bei=niemand'), /Ruhige AG/)
  for (const odd of ['seite=-1', 'seite=9999999', 'bei=x', 'frist=__proto__', 'von=%00%27%22', 'stand=constructor'])
    assert.equal((await desk(first).get(`/arbeit/rechnungen?${odd}`)).statusCode, 200, odd)
})

test('the page shows the readable invoice and only the buttons that are allowed, from the first look to the approval', async () => {
  const path = await make({ number: '2026-0815', payable: 330_200n })
  const seen = (await desk(first).get(path)).body
  assert.match(seen, /<h1>Rechnung 2026-0815/)
  assert.equal(seen.split('<h1').length, 2)
  assert.match(seen, /Heizungsanlage im Rathaus[\s\S]*Kupferrohr/)
  assert.deepEqual(actionsOf(seen), ['uebernehmen', 'zurueckgeben', 'vermerk'])
  assert.equal((await desk(first).post(path, `${path}/uebernehmen`)).headers.location, `${path}?getan=1`)
  assert.deepEqual(actionsOf((await desk(first).get(path)).body), ['sachlich', 'konto', 'rueckfrage', 'betrag', 'zurueckgeben', 'vermerk'])
  await desk(first).post(path, `${path}/sachlich`)
  const after = (await desk(first).get(path)).body
  assert.match(after, /Die zweite Prüfung macht jemand anderes/)
  assert.ok(!actionsOf(after).includes('rechnerisch'))
  const refused = await desk(first).post(path, `${path}/rechnerisch`)
  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /Diesen Schritt macht jemand anderes/)
  assert.match((await desk(second).get(path)).body, /Vor der rechnerischen Prüfung muss die Rechnung kontiert sein/)
  await desk(second).post(path, `${path}/konto`, { system: 'doppisch', account: '5231', product: '11.1.06' })
  assert.match((await desk(second).get(path)).body, /Sachkonto 5231, Produkt 11\.1\.06/)
  await desk(second).post(path, `${path}/rechnerisch`)
  assert.match((await desk(first).get(path)).body, /Freigeben muss jemand Drittes/)
  const third = staffMember(town, 'Dora Dritt', 'clerk')
  assert.match((await desk(third).get(path)).body, /Sie dürfen bis 1\.000,00 Euro freigeben/)
  assert.equal((await desk(third).post(path, `${path}/freigeben`)).statusCode, 409)
  assert.equal((await desk(lead).post(path, `${path}/freigeben`)).statusCode, 303)
  assert.match((await desk(lead).get(path)).body, /freigegeben[\s\S]*Stefan Vogel[\s\S]*rechnerisch richtig[\s\S]*Andrea Fischer/)
  assert.match((await desk(lead).get('/arbeit/rechnungen?stand=freigegeben')).body, /2026-0815/)
})

test('what is refused keeps what was typed and says at the field what to do; an old page changes nothing', async () => {
  const path = await make()
  await desk(first).post(path, `${path}/uebernehmen`)
  const wrong = await desk(first).post(path, `${path}/betrag`, { betrag: 'viel', 'text-betrag': 'Es <i>fehlt</i> etwas' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /<title>Fehler[\s\S]*href="#f-betrag"[\s\S]*value="viel"[\s\S]*Es &lt;i&gt;fehlt/)
  const nothing = await desk(first).post(path, `${path}/rueckfrage`, { 'text-rueckfrage': ' ' })
  assert.match(nothing.body, /href="#f-text-rueckfrage"/)
  const noAccount = await desk(first).post(path, `${path}/konto`, { system: 'kameral', account: '1' })
  assert.match(noAccount.body, /href="#f-budgetItem"/)
  const late = await desk(second).post(path, `${path}/vermerk`, { stand: '1', 'text-vermerk': 'Zu spät geschrieben' })
  assert.equal(late.statusCode, 409)
  assert.match(late.body, /Inzwischen hat jemand[\s\S]*Zu spät geschrieben/)
  for (const odd of ['erfunden', '__proto__', 'constructor'])
    assert.equal((await desk(first).post(path, `${path}/${odd}`)).statusCode, 404, odd)
  assert.equal((await desk(auditor).post(path, `${path}/vermerk`, { 'text-vermerk': 'x' })).statusCode, 403)
  assert.equal((await desk(first).post(path, `${path}/rueckfrage`, { 'text-rueckfrage': 'Welche Bestellung?' })).statusCode, 303)
  assert.match((await desk(first).get('/arbeit/rechnungen?stand=rueckfrage')).body, new RegExp(path))
})

test('a credit note is linked to its invoice by choice, and both pages name the other', async () => {
  const original = await make({ number: 'G-1', sellerName: 'Gutschrift KG' })
  const credit = await make({ number: 'G-2', typeCode: '381', sellerName: 'Gutschrift KG' })
  assert.match((await desk(first).get(credit)).body, /<h1>Gutschrift G-2[\s\S]*Ordnen Sie die ursprüngliche Rechnung zu/)
  assert.equal((await desk(first).post(credit, `${credit}/zuordnen`, { rechnung: '' })).statusCode, 422)
  assert.equal((await desk(first).post(credit, `${credit}/zuordnen`, { rechnung: original.split('/').at(-1) ?? '' })).statusCode, 303)
  assert.match((await desk(first).get(credit)).body, /Bezieht sich auf[\s\S]*Rechnung G-1/)
  assert.match((await desk(first).get(original)).body, /Dazu gehört[\s\S]*Gutschrift G-2/)
})

test('the original leaves as a file to save, byte by byte, and what cannot be shown says so', async () => {
  const path = await make()
  const sent = await desk(first).get(`${path}/original`)
  assert.match(String(sent.headers['content-disposition']), /^attachment/)
  assert.equal(sent.headers['content-type'], 'application/octet-stream')
  assert.deepEqual(sent.rawPayload, good)
  const broken = await make({ content: Buffer.from('<a>&</a>'), currency: 'CHF' })
  assert.match((await desk(first).get(broken)).body, /lässt sich nicht anzeigen/)
  assert.match((await desk(first).get(broken)).body, /lautet auf CHF/)
})
