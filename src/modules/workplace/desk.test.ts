// A clerk's desk: steps taken back, the list narrowed and kept, what is logged of it, and in which language it speaks.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inTransaction, statements } from '#database'
import { listAccess, verifyHistory } from '#journal'
import { type Id, newId } from '#kernel/ids.ts'
import { listThreads } from '#modules/mailbox'
import { district, openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { workplaceRoutes } from './index.ts'
import { deskOf, revisionOf, undoOf } from './testing/desk.ts'

const fixture = await openCaseFixture()
const { database, files, cases, admin } = fixture
const server = await fixture.open(workplaceRoutes({ database, files, cases, journalKey: new Uint8Array(32) }))
after(() => server.close())
const desk = deskOf(fixture, server)

const clerk = staffMember(town, 'Katrin Brandt', 'clerk')
const colleague = staffMember(town, 'Stefan Vogel', 'clerk', 'lead')
const auditor = staffMember(town, 'Paul Prüfer', 'auditor')
const officer = staffMember(district, 'Murat Hoffmann', 'clerk')
const lead = staffMember(district, 'Doris Krause', 'clerk', 'lead')

async function caseRow(caseId: Id<'case'>) {
  const [row] = await admin.sql<{ state: string; assigned_name: string | null; dossier_id: Id<'dossier'>; state_since: Date }>`
    select state, assigned_name, dossier_id, state_since from cases.case where case_id = ${caseId}`
  assert.ok(row)
  return row
}

async function actionsOf(caseId: Id<'case'>): Promise<string[]> {
  const { dossier_id: dossier } = await caseRow(caseId)
  const authority =
    (await admin.sql<{ authority_id: typeof town }>`select authority_id from cases.case where case_id = ${caseId}`)[0]?.authority_id ?? town
  const whole = await inTransaction(database, { authority }, (transaction) => verifyHistory(transaction, authority, dossier))
  assert.ok(whole.ok, 'the chain holds')
  const rows = await admin.sql<{ action: string }>`select action from journal.history where dossier_id = ${dossier} order by position`
  return rows.map((row) => row.action)
}

/** Presses a button of the case's page and follows it; the value is the page that shows what was done. */
async function act(staff: typeof clerk, caseId: Id<'case'>, rest: string, fields: Record<string, string>): Promise<string> {
  const path = `/arbeit/vorgang/${caseId}`
  const revision = revisionOf((await desk(staff).get(path)).body)
  const reply = await desk(staff).post(`${path}${rest}`, { revision, ...fields })
  assert.equal(reply.statusCode, 303, reply.body.slice(0, 300))
  return (await desk(staff).get(String(reply.headers.location))).body
}

const undoing = (staff: typeof clerk, caseId: Id<'case'>, undo: string) =>
  desk(staff).post(`/arbeit/vorgang/${caseId}/rueckgaengig`, { undo })

test('taking a case is taken back: state, clerk and what the person reads are as before, and the history tells both', async () => {
  const { caseId, owner } = await fixture.openDogCase()
  const before = await caseRow(caseId)
  const shown = await act(clerk, caseId, '/zuweisen', { assignee: 'me' })
  assert.match(shown, /jetzt bei Ihnen[\s\S]*data-undo="10000"[\s\S]*Rückgängig/)
  assert.equal((await caseRow(caseId)).state, 'in-progress')
  const reply = await undoing(clerk, caseId, undoOf(shown))
  assert.match(String(reply.headers.location), /getan=rueckgaengig/)
  assert.deepEqual(await caseRow(caseId), before)
  const [thread] = await inTransaction(database, { owner }, (transaction) => listThreads(transaction, owner))
  assert.equal(thread?.status, 'received')
  assert.deepEqual((await actionsOf(caseId)).slice(-2), ['case.assigned', 'case.undone'])
  const page = (await desk(clerk).get(`/arbeit/vorgang/${caseId}?getan=rueckgaengig`)).body
  assert.match(page, /wieder wie vorher/)
  assert.match(page, /Rückgängig gemacht[\s\S]*Zuweisung/)
  assert.match(String((await undoing(clerk, caseId, undoOf(shown))).headers.location), /nicht=too-late/, 'a second press does nothing')
})

test('after the time, after a colleague’s change, and for others nothing is taken back, and a sentence says why', async () => {
  const { caseId } = await fixture.openDogCase()
  const path = `/arbeit/vorgang/${caseId}`
  const shown = await act(clerk, caseId, '/zuweisen', { assignee: 'me' })
  assert.match(String((await undoing(colleague, caseId, undoOf(shown))).headers.location), /nicht=too-late/)
  await act(colleague, caseId, '/zuweisen', { assignee: 'me' })
  assert.match(String((await undoing(clerk, caseId, undoOf(shown))).headers.location), /nicht=changed-since/)
  assert.match((await desk(clerk).get(`${path}?nicht=changed-since`)).body, /jemand den Vorgang weiter bearbeitet/)
  assert.equal((await caseRow(caseId)).assigned_name, 'Stefan Vogel')
  const handedBack = await act(colleague, caseId, '/zuweisen', { assignee: 'nobody' })
  assert.match(handedBack, /bei niemandem mehr/)
  await admin.sql`update cases.undo set at = ${new Date(testNow.getTime() - 12_001)} where undo_id = ${undoOf(handedBack)}`
  assert.match(String((await undoing(colleague, caseId, undoOf(handedBack))).headers.location), /nicht=too-late/)
  assert.match((await desk(clerk).get(`${path}?nicht=too-late`)).body, /zehn Sekunden sind um/)
  assert.equal((await caseRow(caseId)).assigned_name, null)
  for (const undo of ['', newId(), '1; drop table cases.undo'])
    assert.match(String((await undoing(clerk, caseId, undo)).headers.location), /too-late/)
  assert.equal((await undoing(auditor, caseId, newId())).statusCode, 403)
  assert.equal((await undoing(officer, caseId, newId())).statusCode, 404)
  const old = newId<'undo'>(testNow.getTime() - 10_001)
  assert.doesNotMatch((await desk(clerk).get(`${path}?getan=uebernommen&ruecknahme=${old}`)).body, /data-undo/)
})

test('a note taken back is no longer shown on the case; the file keeps that it was written', async () => {
  const { caseId } = await fixture.openDogCase()
  const shown = await act(clerk, caseId, '/vermerk', { text: 'Falscher Vorgang' })
  assert.match(shown, /Falscher Vorgang/)
  // Somebody else's step stands in nobody's way here.
  await act(colleague, caseId, '/zuweisen', { assignee: 'me' })
  assert.match(String((await undoing(clerk, caseId, undoOf(shown))).headers.location), /getan=rueckgaengig/)
  const page = (await desk(clerk).get(`/arbeit/vorgang/${caseId}`)).body
  assert.doesNotMatch(page, /Falscher Vorgang/)
  assert.match(page, /Vermerk \(zurückgenommen\)/)
  const { dossier_id: dossier } = await caseRow(caseId)
  assert.match((await desk(clerk).get(`/arbeit/akte/${dossier}`)).body, /Falscher Vorgang/)
  await assert.rejects(
    inTransaction(
      database,
      { authority: town },
      (transaction) => transaction.sql`update cases.note set text = '' where case_id = ${caseId}`,
    ),
    /permission denied/,
  )
})

test('a draft handed in or given back returns to where it was; what is signed does not', async () => {
  const { caseId } = await fixture.openBlueCardCase()
  const path = `/arbeit/vorgang/${caseId}/bescheid`
  const form = (await desk(officer).get(`${path}?ergebnis=granted`)).body
  const values = { 'validUntil.day': '22', 'validUntil.month': '11', 'validUntil.year': '2030', qualification: 'Anerkannt.', fee: '100' }
  await desk(officer).post(path, { outcome: 'granted', ...values, revision: revisionOf(form) })
  const handedIn = await act(officer, caseId, '/bescheid/abgeben', {})
  assert.equal((await caseRow(caseId)).state, 'awaiting-signature')
  assert.match(String((await undoing(officer, caseId, undoOf(handedIn))).headers.location), /getan=rueckgaengig/)
  assert.equal((await caseRow(caseId)).state, 'in-progress')
  await act(officer, caseId, '/bescheid/abgeben', {})
  const givenBack = await act(lead, caseId, '/bescheid/zurueckgeben', { reason: 'Bitte würdigen.' })
  assert.match(givenBack, /Der Entwurf kam zurück/)
  await undoing(lead, caseId, undoOf(givenBack))
  assert.equal((await caseRow(caseId)).state, 'awaiting-signature')
  assert.doesNotMatch((await desk(lead).get(`/arbeit/vorgang/${caseId}`)).body, /Der Entwurf kam zurück/)
  const signed = await act(lead, caseId, '/bescheid/unterschreiben', {})
  assert.match(signed, /Unterschrieben/)
  assert.equal(undoOf(signed), '')
  await fixture.issueSigned(district)
  const closed = await act(officer, caseId, '/schliessen', {})

  assert.equal((await caseRow(caseId)).state, 'closed')
  assert.match(String((await undoing(officer, caseId, undoOf(closed))).headers.location), /getan=rueckgaengig/)
  assert.equal((await caseRow(caseId)).state, 'delivered')
  const [dossier] = await admin.sql<{
    state: string
  }>`select state from dossiers.dossier where dossier_id = ${(await caseRow(caseId)).dossier_id}`
  assert.equal(dossier?.state, 'open')
  const reopened = await act(officer, caseId, '/wiederaufnehmen', { reason: 'Widerspruch' })
  await undoing(officer, caseId, undoOf(reopened))
  assert.equal((await caseRow(caseId)).state, 'delivered')
  await act(officer, caseId, '/schliessen', {})
  assert.equal(
    undoOf(await act(officer, caseId, '/wiederaufnehmen', { reason: 'Nachtrag' })),
    '',
    'a closed file is not closed again by a click',
  )
})

test('what was taken at once goes back at once; what a colleague went on with stays', async () => {
  const opened = [await fixture.openDogCase(), await fixture.openDogCase(), await fixture.openDogCase()].map(({ caseId }) => caseId)
  const fields: [string, string][] = opened.map((id) => ['case', id])
  const reply = await desk(clerk).post('/arbeit/uebernehmen', [...fields, ['zurueck', 'ansicht=frei&dienst=hundesteuer-anmeldung']])
  const list = (await desk(clerk).get(String(reply.headers.location))).body
  assert.match(list, /3 Vorgänge sind jetzt bei Ihnen/)
  await act(colleague, opened[1] ?? assert.fail(), '/zuweisen', { assignee: 'me' })
  const back = await desk(clerk).post('/arbeit/rueckgaengig', { undo: undoOf(list), zurueck: 'ansicht=frei&dienst=hundesteuer-anmeldung' })
  assert.equal(back.headers.location, '/arbeit?ansicht=frei&dienst=hundesteuer-anmeldung&wieder=2&geblieben=1')
  assert.match((await desk(clerk).get(String(back.headers.location))).body, /2 Vorgänge sind wieder wie vorher\. 1 nicht/)
  assert.deepEqual(await Promise.all(opened.map(async (id) => (await caseRow(id)).assigned_name)), [null, 'Stefan Vogel', null])
})

test('the list is narrowed by the beginnings of words and by service, says how many, and offers only services that have cases', async () => {
  await fixture.openDogCase(newId(), { keeper: { givenNames: 'Änne', familyName: "O'Großwörlitz", birthDay: '1970-01-01' } })
  const get = async (query: string) => (await desk(clerk).get(`/arbeit?ansicht=alle&${query}`)).body
  for (const words of ['großw', 'Än Groß', "O'Gro", 'Hundest grosswö'.replace('grosswö', 'großwö')])
    assert.match(await get(`wort=${encodeURIComponent(words)}`), /data-list-count>Ein Vorgang</, words)
  assert.match(await get('wort=wörlitz'), /data-list-count>Keine Vorgänge</, 'the middle of a word is no beginning')
  const options = /<select[^>]*name="dienst"[\s\S]*?<\/select>/.exec(await get(''))?.[0] ?? ''
  assert.match(options, /hundesteuer-anmeldung/)
  assert.doesNotMatch(options, /blaue-karte-eu/)
  assert.match(await get('dienst=blaue-karte-eu'), /Hier steht nichts zu „blaue-karte-eu“/)
  assert.match(await get('dienst=hundesteuer-anmeldung&wort=großw'), /data-list-count>Ein Vorgang</)
  assert.match(await get('dienst=%27%3B--'), /data-list-count>\d+ Vorgänge</)
})

test('a clerk keeps a view under a name, alone, renames and deletes it', async () => {
  const filter = 'ansicht=frei&dienst=hundesteuer-anmeldung&wort=Muster'
  const own = desk(clerk)
  const kept = await own.post('/arbeit/ansichten', { name: '  Neue   Hunde ', zurueck: `${filter}&nach=2026-12-01_${newId()}` })
  assert.equal(kept.headers.location, `/arbeit?${filter}&getan=gespeichert`)
  const list = (await own.get('/arbeit')).body
  const link = /aria-label="Gespeicherte Ansichten"[\s\S]*?href="([^"]+)"[^>]*>Neue Hunde</.exec(list)?.[1]?.replaceAll('&amp;', '&')
  assert.equal(link, `/arbeit?${filter}`)
  const shown = (await own.get(String(link))).body
  assert.match(shown, /<title>Arbeitsliste: Neue Hunde/)
  assert.match(shown, /aria-current="page">Neue Hunde/)
  const view = /action="\/arbeit\/ansichten\/([^"/]+)"/.exec(shown)?.[1] ?? ''
  assert.doesNotMatch((await desk(colleague).get('/arbeit')).body, /Neue Hunde/)
  for (const [name, reason] of [
    ['Neue Hunde', 'haben Sie schon'],
    [' ', 'Geben Sie der Ansicht einen Namen'],
    ['x'.repeat(61), 'Kürzen Sie'],
  ] as const) {
    const refused = await own.post('/arbeit/ansichten', { name, zurueck: 'ansicht=alle' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, new RegExp(`<title>Fehler[\\s\\S]*${reason}`))
  }
  assert.equal((await desk(colleague).post(`/arbeit/ansichten/${view}`, { name: 'meins', zurueck: '' })).statusCode, 404)
  assert.equal((await desk(colleague).post(`/arbeit/ansichten/${view}/loeschen`, { zurueck: '' })).statusCode, 404)
  assert.match(
    String((await own.post(`/arbeit/ansichten/${view}`, { name: 'Hunde <b>', zurueck: filter })).headers.location),
    /getan=umbenannt/,
  )
  assert.match((await own.get('/arbeit')).body, /Hunde &lt;b&gt;/)
  assert.match(String((await own.post(`/arbeit/ansichten/${view}/loeschen`, { zurueck: filter })).headers.location), /getan=geloescht/)
  assert.doesNotMatch((await own.get('/arbeit')).body, /Hunde &lt;b&gt;/)
  for (let number = 0; number < 20; number++)
    await own.post('/arbeit/ansichten', { name: `Ansicht ${number}`, zurueck: `ansicht=alle&wort=${number}` })
  assert.match((await own.post('/arbeit/ansichten', { name: 'Zu viel', zurueck: '' })).body, /schon 20 Ansichten/)
})

test('a list and a search are one line each in their own log, without the words; the person sees only the opened case', async () => {
  const reader = staffMember(town, 'Lara Leser', 'clerk')
  const { caseId, owner } = await fixture.openDogCase()
  await admin.sql`insert into journal.search (authority_id, search_id, at, staff_id, unit, place, filters, shown)
    values (${town}, gen_random_uuid(), ${new Date(testNow.getTime() - 366 * 86_400_000)}, ${reader.staff}, 'x', 'too-old', '{}', 1)`
  const count = async () =>
    Number((await admin.sql<{ count: bigint }>`select count(*) from journal.search where place <> 'too-old'`)[0]?.count)
  const before = await count()
  const counted = statements.count
  await desk(reader).get('/arbeit?ansicht=alle&wort=Mustermann&dienst=hundesteuer-anmeldung')
  assert.ok(statements.count - counted <= 6, `${statements.count - counted} queries`)
  await desk(reader).get('/arbeit/suche?q=mustermann')
  await desk(reader).get('/arbeit/suche')
  const rows = await admin.sql<{ place: string; filters: unknown; words_digest: string | null; shown: number; staff_id: string }>`
    select place, filters, words_digest, shown, staff_id from journal.search where staff_id = ${reader.staff} and place <> 'too-old'`
  assert.equal(await count(), before + 2, 'an empty search page shows nobody')
  assert.deepEqual(rows.map((row) => row.place).toSorted(), ['search', 'work-list'])
  assert.equal(rows[0]?.words_digest, rows[1]?.words_digest, 'the same words, whatever their case')
  assert.match(String(rows[0]?.words_digest), /^[0-9a-f]{64}$/)
  assert.ok(rows.every((row) => row.shown > 0 && row.staff_id === reader.staff))
  assert.deepEqual(rows.find((row) => row.place === 'work-list')?.filters, { tab: 'all', service: 'hundesteuer-anmeldung' })
  assert.doesNotMatch(JSON.stringify(rows), /mustermann/i)
  assert.equal((await admin.sql`select 1 from journal.search where place = 'too-old'`).length, 0, 'a year is enough')
  const seen = () => inTransaction(database, { owner }, (transaction) => listAccess(transaction, owner))
  assert.equal((await seen()).length, 0)
  await desk(reader).get(`/arbeit/vorgang/${caseId}`)
  assert.equal((await seen()).length, 1)
  assert.deepEqual(
    await inTransaction(
      database,
      { authority: district },
      (transaction) => transaction.sql`select 1 from journal.search where authority_id = ${town}`,
    ),
    [],
  )
  await assert.rejects(
    inTransaction(database, { authority: town }, (transaction) => transaction.sql`update journal.search set shown = 0`),
    /permission denied/,
  )
})

test('the workplace is German whatever the address asks for, names its authority, and its help lists every key', async () => {
  for (const prefix of ['', '/en', '/einfach']) {
    const { body } = await desk(clerk).get(`${prefix}/arbeit`)
    assert.match(body, /<html lang="de">/, prefix)
    assert.match(body, /Arbeitsliste/)
    assert.doesNotMatch(body, /language-switch|Work list|href="\/en\//)
  }
  const { body } = await desk(clerk).get('/arbeit')
  assert.match(body, /brand-name">Stadt Ilmenau</)
  assert.match(body, /who-authority">Bürgerservice</)
  const help = /<dialog[\s\S]*<\/dialog>/.exec(body)?.[0] ?? ''
  assert.deepEqual(
    [...help.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map((match) => match[1]),
    ['/', 'j', 'k', 'Enter', 'a', 'n', 'u', '?'],
  )
})
