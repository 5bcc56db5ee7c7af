// The workplace's pages as staff see them: who may, what is shown, what is refused, how many queries it takes.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { statements } from '#database'
import type { Staff } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { district, openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { workplaceRoutes } from './index.ts'
import { deskOf, revisionOf } from './testing/desk.ts'

const fixture = await openCaseFixture()
const { database, files, cases, admin } = fixture
const routes = workplaceRoutes({ database, files, cases, journalKey: new Uint8Array(32) })
const server = await fixture.open(routes)
after(() => server.close())

const clerk = staffMember(town, 'Katrin Brandt', 'clerk')
const colleague = staffMember(town, 'Stefan Vogel', 'clerk', 'lead')
const registrar = staffMember(town, 'Renate Weiß', 'registry')
const auditor = staffMember(town, 'Paul Prüfer', 'auditor')
const cashier = staffMember(town, 'Karl Kasse', 'cashier')
const stranger = staffMember(district, 'Murat Hoffmann', 'clerk')

const desk = deskOf(fixture, server)

test('the list page needs at most six queries and shows deadline as date and word', async () => {
  await fixture.openDogCase()
  const before = statements.count
  const reply = await desk(clerk).get('/arbeit?ansicht=frei')
  assert.equal(reply.statusCode, 200)
  assert.ok(statements.count - before <= 6, `${statements.count - before} queries`)
  assert.match(reply.body, /07\.12\.2026<\/span> <span class="deadline-word">noch 14 Tage/)
  assert.match((await desk(clerk).get('/arbeit')).body, /keine offenen Vorgänge/)
  assert.match((await desk(clerk).get('/arbeit?ansicht=alle&wort=Niemand')).body, /Nichts gefunden zu „Niemand“/)
})

test('each role sees its pages and no other', async () => {
  const { caseId } = await fixture.openDogCase()
  const [row] = await admin.sql<{ dossier_id: string }>`select dossier_id from cases.case where case_id = ${caseId}`
  const casePage = `/arbeit/vorgang/${caseId}`
  const dossierPage = `/arbeit/akte/${row?.dossier_id}`
  const statusOf = async (staff: Staff, path: string) => (await desk(staff).get(path)).statusCode
  assert.deepEqual(
    await Promise.all([clerk, colleague, auditor, registrar, cashier, stranger].map((staff) => statusOf(staff, casePage))),
    [200, 200, 200, 403, 403, 404],
  )
  assert.deepEqual(
    await Promise.all([clerk, colleague, auditor, registrar, cashier, stranger].map((staff) => statusOf(staff, dossierPage))),
    [200, 200, 200, 200, 403, 404],
  )
  assert.equal((await desk(registrar).get('/arbeit')).headers.location, '/arbeit/suche')
  assert.equal((await server.inject(casePage)).statusCode, 303, 'nobody is asked to sign in')
  const readOnly = await desk(auditor).get(casePage)
  assert.match(readOnly.body, /nur lesend/)
  assert.doesNotMatch(readOnly.body.replace(/<header[\s\S]*<\/header>/, ''), /method="post"/)
  for (const rest of ['/zuweisen', '/vermerk', '/nachfrage', '/bescheid', '/bescheid/abgeben', '/schliessen', '/wiederaufnehmen']) {
    assert.equal((await desk(auditor).post(casePage + rest, {})).statusCode, 403, rest)
  }
  assert.equal((await desk(clerk).post(`${casePage}/bescheid/unterschreiben`, {})).statusCode, 403)
  const [documents] = await admin.sql<{ document_id: string }>`select document_id from dossiers.document where case_id = ${caseId}`
  assert.deepEqual(
    await Promise.all([clerk, auditor, registrar, stranger].map((staff) => statusOf(staff, `/arbeit/dokument/${documents?.document_id}`))),
    [200, 200, 200, 404],
  )
})

test('no route of the workplace is open to people or to staff without a role', () => {
  for (const route of routes) assert.ok(typeof route.permission === 'object' && 'staff' in route.permission, route.path)
})

test('a clerk takes a case, notes, asks; a colleague with an older page is told who changed what', async () => {
  const { caseId } = await fixture.openDogCase()
  const path = `/arbeit/vorgang/${caseId}`
  const older = await desk(colleague).get(path)
  const shown = await desk(clerk).get(path)
  assert.match(shown.body, /Stefan Vogel sieht sich diesen Vorgang/)
  const taken = await desk(clerk).post(`${path}/zuweisen`, { revision: revisionOf(shown.body), assignee: 'me' })
  assert.match(String(taken.headers.location), /\?getan=uebernommen&ruecknahme=/)
  assert.match((await desk(clerk).get(`${path}?getan=uebernommen`)).body, /Der Vorgang ist jetzt bei Ihnen/)
  const late = await desk(colleague).post(`${path}/nachfrage`, {
    revision: revisionOf(older.body),
    kind: 'papers',
    reason: 'Bitte die Chipnummer.',
  })
  assert.equal(late.statusCode, 409)
  assert.match(late.body, /Katrin Brandt/)
  assert.match(late.body, /Bitte die Chipnummer\./)
  const noted = await desk(colleague).post(`${path}/vermerk`, { revision: revisionOf(older.body), text: 'Anruf <b>heute</b>' })
  assert.match(String(noted.headers.location), /\?getan=vermerkt&ruecknahme=/)
  assert.match((await desk(clerk).get(path)).body, /Anruf &lt;b&gt;heute&lt;\/b&gt;/)
  assert.match((await desk(clerk).get(`${path}?nicht=empty`)).body, /Es fehlt ein Text/)
})

test('asking needs kind, words and fields; unknown fields are dropped; nothing typed is lost', async () => {
  const { caseId } = await fixture.openDogCase()
  const path = `/arbeit/vorgang/${caseId}/nachfrage`
  const form = await desk(clerk).get(path)
  assert.match(form.body, /value="dogs\.dog\.0\.breed"/)
  const faulty = await desk(clerk).post(path, { revision: revisionOf(form.body), kind: 'correction', reason: 'Bitte genauer' })
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /Kreuzen Sie an/)
  assert.match(faulty.body, /Bitte genauer<\/textarea>/)
  const foreign = await desk(clerk).post(path, {
    revision: revisionOf(form.body),
    kind: 'correction',
    reason: 'x',
    path: 'keeper.__proto__',
  })
  assert.match(String(foreign.headers.location), /nicht=empty/)
  const asked = await desk(clerk).post(path, {
    revision: revisionOf(form.body),
    kind: 'correction',
    reason: 'Bitte genauer',
    path: 'dogs.dog.0.breed',
  })
  assert.match(String(asked.headers.location), /getan=nachgefragt/)
  assert.match((await desk(clerk).get(`/arbeit/vorgang/${caseId}`)).body, /Antwort erbeten bis 7\. Dezember 2026/)
})

test('a decision is written, previewed as PDF, faulty values are named, and it is signed', async () => {
  const { caseId } = await fixture.openDogCase()
  const path = `/arbeit/vorgang/${caseId}/bescheid`
  assert.match((await desk(clerk).get(path)).body, /Wie entscheiden Sie\?/)
  const form = await desk(clerk).get(`${path}?ergebnis=assessed`)
  const values = {
    outcome: 'assessed',
    'taxableFrom.day': '31',
    'taxableFrom.month': '2',
    'taxableFrom.year': '2026',
    yearlyTax: 'sechzig',
  }
  const faulty = await desk(clerk).post(path, { ...values, revision: revisionOf(form.body) })
  assert.equal(faulty.headers.location, `${path}?offen=1`)
  const named = await desk(clerk).get(`${path}?offen=1`)
  assert.match(named.body, /Geben Sie ein Datum an: Beginn der Steuerpflicht/)
  assert.match(named.body, /Geben Sie einen Betrag an/)
  assert.match(named.body, /value="sechzig"/)
  assert.match(named.body, /Füllen Sie aus: Nummer der Steuermarke/)
  assert.equal((await desk(clerk).post(path, { outcome: 'freibrief', revision: revisionOf(named.body) })).statusCode, 404)
  const right = {
    outcome: 'assessed',
    ...days('taxableFrom', '1.12.2026'),
    ...days('dueOn', '15.12.2026'),
    yearlyTax: '60',
    firstYearTax: '5,00',
    tagNumber: '4711',
  }
  const saved = await desk(clerk).post(path, { ...right, revision: revisionOf(named.body) })
  assert.equal(saved.headers.location, path)
  const ready = await desk(clerk).get(path)
  assert.match(ready.body, /value="60,00"/)
  const preview = await desk(clerk).get(`${path}.pdf`)
  assert.equal(preview.headers['content-type'], 'application/pdf')
  assert.match(String(preview.headers['content-disposition']), /^inline/)
  const signed = await desk(clerk).post(`${path}/abgeben`, { revision: revisionOf(ready.body) })
  assert.match(String(signed.headers.location), /getan=unterschrieben/)
  assert.match(String((await desk(clerk).get(path)).body), /Entwurf von Katrin Brandt/)
})

const days = (name: string, text: string) =>
  Object.fromEntries(['day', 'month', 'year'].map((part, index) => [`${name}.${part}`, text.split('.')[index] ?? '']))

test('documents are shown only where a browser runs nothing of them, and every look is in the person’s log', async () => {
  const { caseId, owner } = await fixture.openDogCase()
  const [row] = await admin.sql<{ document_id: string }>`select document_id from dossiers.document where case_id = ${caseId}`
  const path = `/arbeit/dokument/${row?.document_id}`
  const shown = await desk(clerk).get(path)
  assert.equal(shown.headers['content-type'], 'application/pdf')
  assert.match(String(shown.headers['content-disposition']), /^inline/)
  assert.equal(shown.headers['x-content-type-options'], 'nosniff')
  assert.match(String((await desk(clerk).get(`${path}?laden=1`)).headers['content-disposition']), /^attachment/)
  await admin.sql`update dossiers.document_version set file = file || '{"mediaType":"text/html"}'::jsonb where document_id = ${row?.document_id}`
  const hostile = await desk(clerk).get(path)
  assert.equal(hostile.headers['content-type'], 'application/octet-stream')
  assert.match(String(hostile.headers['content-disposition']), /^attachment/)
  const [count] = await admin.sql<{
    count: bigint
  }>`select count(*) from journal.access where owner_id = ${owner} and object_kind = 'document'`
  assert.equal(count?.count, 3n)
})

test('what is no id, no version and no known word is a quiet 404 or an ordinary page', async () => {
  const hostile = ['1', `${newId()}'--`, '../../etc/passwd', '%00', newId(), encodeURIComponent('<script>')]
  for (const id of hostile) {
    for (const path of [`/arbeit/vorgang/${id}`, `/arbeit/akte/${id}`, `/arbeit/dokument/${id}`, `/arbeit/vorgang/${id}/bescheid`]) {
      const reply = await desk(clerk).get(path)
      assert.ok([400, 404].includes(reply.statusCode), `${path}: ${reply.statusCode}`)
      assert.doesNotMatch(reply.body, /<script>/)
    }
  }
  for (const query of [
    '?nach=x',
    `?nach=2026-02-31_${newId()}`,
    '?wort=%00%27%22',
    '?sortierung=eingang&nach=morgen_1',
    '?ansicht=__proto__',
    `?wort=${'a '.repeat(5000)}`,
  ]) {
    assert.equal((await desk(clerk).get(`/arbeit${query}`)).statusCode, 200, query.slice(0, 40))
  }
  for (const words of ["' | !&*(", 'Muster:*', '\u0000', '☃', '"offen']) {
    assert.equal((await desk(clerk).get(`/arbeit/suche?q=${encodeURIComponent(words)}`)).statusCode, 200, words)
  }
})

test('search finds cases and dossiers by name and number, for other authorities nothing', async () => {
  const { caseId } = await fixture.openDogCase(newId(), {
    keeper: { givenNames: 'Änne', familyName: 'Großwörlitz', birthDay: '1970-01-01' },
  })
  const [row] = await admin.sql<{ number: string; reference: string }>`
    select submission_number as number, reference_number as reference from cases.case where case_id = ${caseId}`
  for (const words of ['Großwörlitz', row?.number ?? '', row?.reference ?? '']) {
    const reply = await desk(clerk).get(`/arbeit/suche?q=${encodeURIComponent(words)}`)
    assert.ok(reply.body.includes(`/arbeit/vorgang/${caseId}`), words)
  }
  assert.match((await desk(registrar).get('/arbeit/suche?q=Großwörlitz')).body, /\/arbeit\/akte\//)
  assert.match((await desk(stranger).get('/arbeit/suche?q=Großwörlitz')).body, /Nichts gefunden/)
})

test('chosen cases are taken at once; foreign and closed ones are counted as missed', async () => {
  const [first, second] = [await fixture.openDogCase(), await fixture.openDogCase()]
  const fields: [string, string][] = [first.caseId, second.caseId, newId()].map((id) => ['case', id])
  const reply = await desk(colleague).post('/arbeit/uebernehmen', [...fields, ['zurueck', 'ansicht=frei']])
  assert.match(String(reply.headers.location), /^\/arbeit\?ansicht=frei&genommen=2&verpasst=1&ruecknahme=/)
  assert.match((await desk(colleague).get('/arbeit')).body, new RegExp(first.caseId))
})

test('ten thousand cases page without a gap or a double, and each page costs the same', async () => {
  await admin.sql`
    insert into cases.case (authority_id, case_id, dossier_id, reference_number, submission_id, submission_number, submission_version, owner_id,
      service_key, title, applicant, unit, state, state_since, received_at, due_on, four_eyes, words)
    select ${district}, gen_random_uuid(), gen_random_uuid(), '33.2-' || n, gen_random_uuid(), 'IK-' || n, 1, gen_random_uuid(), 'blaue-karte-eu',
      '{"de":"Blaue Karte EU"}'::jsonb, 'Person ' || n, 'auslaenderbehoerde', 'received', ${testNow}, ${testNow}::timestamptz - (n % 500) * interval '1 hour',
      '2026-12-01'::date + (n % 90), true, to_tsvector('simple', 'Person ' || n)
    from generate_series(1, 10000) as n`
  for (const order of ['frist', 'eingang']) {
    const seen = new Set<string>()
    let address = `/arbeit?ansicht=alle&sortierung=${order}`
    let pages = 0
    while (address !== '' && pages < 300) {
      const { body, statusCode } = await desk(stranger).get(address)
      assert.equal(statusCode, 200, body.slice(0, 300))
      const ids = [...body.matchAll(/name="case" value="([^"]+)"/g)].map((match) => match[1] ?? '')
      for (const id of ids) assert.ok(!seen.has(id) && seen.add(id), 'a case stands twice')
      address = (/rel="next" href="([^"]+)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&')
      pages += 1
    }
    assert.equal(seen.size, 10_000, order)
  }
})

test('presence, next case, closing and reopening by the buttons', async () => {
  await fixture.openDogCase()
  const { caseId } = await fixture.openDogCase()
  const path = `/arbeit/vorgang/${caseId}`
  const closing = await desk(clerk).post(`${path}/schliessen`, { revision: revisionOf((await desk(clerk).get(path)).body) })
  assert.match(String(closing.headers.location), /nicht=wrong-state/)
  assert.match((await desk(clerk).get(`${path}?nicht=wrong-state`)).body, /geht in diesem Stand/)
  assert.match(String((await desk(clerk).get(`${path}/naechster`)).headers.location), /^\/arbeit\/vorgang\//)
  const foreign = await desk(clerk).post(`${path}/zuweisen`, {
    revision: revisionOf((await desk(clerk).get(path)).body),
    assignee: newId(),
  })
  assert.match(String(foreign.headers.location), /nicht=unknown-staff/)
})
