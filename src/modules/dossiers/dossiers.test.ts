// Tests of dossiers on a real database: opening, filing, closing, access.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inTransaction } from '#database'
import { listAccess, listHistory, verifyHistory } from '#journal'
import { parseDay } from '#kernel/dates.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { clerkOf, now, openFixture, plans, valueOf } from '#test/harness/dossier-fixture.ts'
import { FilePlanError } from './domain/file-plan.ts'
import {
  addDossierCase,
  addVersion,
  assignFilePlan,
  changeOwner,
  closeDossier,
  closeDossierCase,
  DossierError,
  findDossier,
  findDossierByNumber,
  getDocumentFile,
  listDocuments,
  loadFilePlans,
  openDossier,
  reopenDossier,
  reopenDossierCase,
} from './index.ts'
import { filingIn, system } from './testing/filing.ts'

const fixture = await openFixture()
const { opened, filed, step } = filingIn(fixture)

describe('opening a dossier', () => {
  it('numbers within unit and year without gap, at the same moment too', async () => {
    const numbers = (await Promise.all(Array.from({ length: 8 }, () => opened()))).map((entry) => entry.referenceNumber)
    assert.equal(new Set(numbers).size, 8)
    const serials = numbers.map((number) => Number(/^22\.3-(\d{4})\/2026$/.exec(number)?.[1])).sort((first, second) => first - second)
    assert.equal((serials.at(-1) ?? 0) - (serials[0] ?? 0), 7)
    const found = await fixture.within((transaction) => findDossierByNumber(transaction, fixture.authority, numbers[0] ?? ''))
    assert.equal(found?.referenceNumber, numbers[0])
  })

  it('begins the chained history and refuses an unknown unit', async () => {
    const { dossier } = await opened()
    const history = await fixture.within((transaction) => listHistory(transaction, fixture.authority, dossier))
    assert.deepEqual(
      history.map((event) => event.action),
      ['dossier.opened'],
    )
    await assert.rejects(
      fixture.within((transaction) => openDossier(transaction, { authority: fixture.authority, filePlanUnit: '99', subject: 'x', now })),
      DossierError,
    )
  })

  it('uses the plan assigned to the authority', async () => {
    const authority = newId<'authority'>()
    const number = await fixture.within(async (transaction) => {
      await assignFilePlan(transaction, authority, 'district')
      const { dossier } = await openDossier(transaction, { authority, filePlanUnit: '33.2', subject: 'Blaue Karte', now })
      return (await findDossier(transaction, authority, dossier))?.plan
    }, authority)
    assert.deepEqual(number, { key: 'district', version: 1 })
  })

  it('is invisible to another authority', async () => {
    const { dossier } = await opened()
    const other = newId<'authority'>()
    assert.equal(await fixture.within((transaction) => findDossier(transaction, fixture.authority, dossier), other), undefined)
  })
})

describe('file plans', () => {
  it('load once, and a changed version is refused', async () => {
    assert.equal(await loadFilePlans(fixture.database, plans), 0)
    await fixture.admin.sql`update dossiers.file_plan set digest = 'x' where plan_key = 'district'`
    await assert.rejects(loadFilePlans(fixture.database, plans), FilePlanError)
  })
})

describe('filing documents', () => {
  it('keeps every version, and the same content twice as two documents', async () => {
    const { dossier } = await opened()
    const first = await filed(dossier)
    const second = await filed(dossier)
    const file = await fixture.stored('antrag-neu.txt', 'Antrag, geändert')
    const number = await fixture.within((transaction) =>
      addVersion(transaction, { authority: fixture.authority, document: first, file, actor: system, now }),
    )
    assert.equal(number, 2)
    const documents = await fixture.within((transaction) => listDocuments(transaction, fixture.authority, dossier))
    assert.deepEqual(
      new Map(documents.map((entry) => [entry.document, entry.versions.length])),
      new Map([
        [first, 2],
        [second, 1],
      ]),
    )
    assert.equal(documents[0]?.versions[0]?.file.sha256, documents[1]?.versions[0]?.file.sha256)
    assert.notEqual(documents[0]?.versions[0]?.file.storageKey, documents[1]?.versions[0]?.file.storageKey)
  })

  it('gives versions of the same document different numbers, at the same moment too', async () => {
    const { dossier } = await opened()
    const document = await filed(dossier)
    const file = await fixture.stored('v.txt', 'v')
    const numbers = await Promise.all(
      Array.from({ length: 5 }, () =>
        fixture.within((transaction) => addVersion(transaction, { authority: fixture.authority, document, file, actor: system, now })),
      ),
    )
    assert.deepEqual(
      numbers.toSorted((one, other) => one - other),
      [2, 3, 4, 5, 6],
    )
    const chain = await fixture.within((transaction) => verifyHistory(transaction, fixture.authority, dossier))
    assert.deepEqual(chain, { ok: true, value: 7 })
  })

  it('can be neither deleted nor changed by the house', async () => {
    const { dossier } = await opened()
    await filed(dossier)
    const tables = ['dossier', 'document', 'document_version', 'dossier_case', 'dossier_grant', 'search_entry', 'reference_counter']
    for (const table of tables) {
      const deletion = fixture.within((transaction) => transaction.execute(`delete from dossiers.${table}`))
      await assert.rejects(deletion, /permission denied/, table)
    }
    await assert.rejects(
      fixture.within((transaction) => transaction.execute(`update dossiers.document_version set sha256 = 'x'`)),
      /permission denied/,
    )
    await assert.rejects(
      fixture.within((transaction) => transaction.execute(`update dossiers.document set title = 'x'`)),
      /permission denied/,
    )
  })

  it('takes titles of any letters, as one line', async () => {
    const { dossier } = await opened('a\u0000b\nc')
    await filed(dossier, {
      title: 'Größe\ud800\t\u0007 ẞ 😀',
      text: `NUL \u0000 ${Array.from({ length: 9000 }, (_, place) => `wort${'äxyz'.repeat(14)}${'abcdefghij'[place % 10]}${String.fromCharCode(97 + (place % 26), 97 + ((place * 7) % 26))}`).join(' ')}`,
    })
    const known = await fixture.within((transaction) => findDossier(transaction, fixture.authority, dossier))
    const [document] = await fixture.within((transaction) => listDocuments(transaction, fixture.authority, dossier))
    assert.deepEqual([known?.subject, document?.title], ['a b c', 'Größe\ufffd ẞ 😀'])
  })

  it('is refused in a closed or unknown dossier', async () => {
    const { dossier } = await opened()
    valueOf(await fixture.within((transaction) => closeDossier(transaction, step(dossier))))
    await assert.rejects(filed(dossier), /closed/)
    await assert.rejects(filed(newId()), /no dossier/)
  })
})

describe('closing a dossier', () => {
  it('waits for open cases and drafts, then shows rule and end of retention', async () => {
    const { dossier } = await opened()
    const caseId = newId<'case'>()
    const { authority } = fixture
    const close = () => fixture.within((transaction) => closeDossier(transaction, step(dossier)))
    const caseStep = { authority, case: caseId, actor: system, now }
    await fixture.within((transaction) => addDossierCase(transaction, { ...caseStep, dossier, title: 'Anmeldung' }))
    await fixture.within((transaction) => addDossierCase(transaction, { ...caseStep, dossier, title: 'Anmeldung' }))
    assert.deepEqual(await close(), { ok: false, reason: 'open-cases' })
    await fixture.within((transaction) => closeDossierCase(transaction, caseStep))
    await fixture.within((transaction) => reopenDossierCase(transaction, caseStep))
    assert.deepEqual(await close(), { ok: false, reason: 'open-cases' })
    await fixture.within((transaction) => closeDossierCase(transaction, caseStep))
    const draft = await filed(dossier, { state: 'draft', case: caseId, kind: 'decision', direction: 'outgoing' })
    assert.deepEqual(await close(), { ok: false, reason: 'draft-documents' })
    const file = await fixture.stored('bescheid.txt', 'Bescheid')
    await fixture.within((transaction) => addVersion(transaction, { authority, document: draft, file, actor: system, now }))
    const retention = valueOf(await close())
    assert.deepEqual(
      [retention.rule, retention.beginsOn, retention.endsOn, retention.appraisal],
      ['year-end', '2026-12-31', '2032-12-31', 'V'],
    )
    assert.deepEqual(await close(), { ok: false, reason: 'already-closed' })
    const known = await fixture.within((transaction) => findDossier(transaction, authority, dossier))
    assert.deepEqual(known?.retention, retention)
    const actions = (await fixture.within((transaction) => listHistory(transaction, authority, dossier))).map((event) => event.action)
    assert.deepEqual(actions, [
      'dossier.opened',
      'case.added',
      'case.closed',
      'case.reopened',
      'case.closed',
      'document.filed',
      'document.version-added',
      'dossier.closed',
    ])
  })

  it('asks for the day its class counts from', async () => {
    const { authority } = fixture
    const { dossier } = await fixture.within((transaction) =>
      openDossier(transaction, { authority, filePlanUnit: '32.2', subject: 'Ausweis', now }),
    )
    assert.deepEqual(await fixture.within((transaction) => closeDossier(transaction, step(dossier))), { ok: false, reason: 'missing-fact' })
    const expires = parseDay('2036-05-01') ?? assert.fail()
    const retention = valueOf(
      await fixture.within((transaction) => closeDossier(transaction, { ...step(dossier), facts: { decisionExpiresOn: expires } })),
    )
    assert.equal(retention.endsOn, '2041-05-01')
  })

  it('is undone only with a reason, and the old retention stays in the history', async () => {
    const { dossier } = await opened()
    const reopen = (reason: string) => fixture.within((transaction) => reopenDossier(transaction, { ...step(dossier), reason }))
    assert.deepEqual(await reopen('Widerspruch'), { ok: false, reason: 'not-closed' })
    valueOf(await fixture.within((transaction) => closeDossier(transaction, step(dossier))))
    assert.deepEqual(await reopen('  '), { ok: false, reason: 'reason-missing' })
    valueOf(await reopen('Widerspruch'))
    await filed(dossier)
    const last = (await fixture.within((transaction) => listHistory(transaction, fixture.authority, dossier))).at(-2)
    assert.equal(last?.action, 'dossier.reopened')
    assert.equal(last?.detail['reason'], 'Widerspruch')
  })
})

describe('reading a document', () => {
  const read = (document: Id<'document'>, actor: Parameters<typeof getDocumentFile>[1]['actor'], version?: number) =>
    fixture.within((transaction) =>
      getDocumentFile(transaction, {
        authority: fixture.authority,
        document,
        actor,
        purpose: 'case-work',
        now,
        ...(version === undefined ? {} : { version }),
      }),
    )

  it('stands in the access log of the person, with the office and not the name', async () => {
    const { dossier } = await opened('Hund', 'steueramt')
    const document = await filed(dossier, { title: 'Chipnummer' })
    const found = valueOf(await read(document, clerkOf(fixture.authority, 'steueramt', 'clerk')))
    assert.equal(found.version.version, 1)
    const log = await inTransaction(fixture.database, { owner: fixture.owner }, (transaction) => listAccess(transaction, fixture.owner))
    const mine = log.filter((entry) => entry.object.id === document)
    assert.deepEqual(
      mine.map((entry) => [entry.unit, entry.purpose, entry.object.title]),
      [['steueramt', 'case-work', 'Chipnummer']],
    )
  })

  it('is the same no for a stranger, a foreign clerk and what does not exist', async () => {
    const { dossier } = await opened('Hund', 'steueramt')
    const document = await filed(dossier)
    const no = { ok: false, reason: 'unknown' }
    assert.deepEqual(await read(document, clerkOf(fixture.authority, 'bauamt', 'clerk')), no)
    assert.deepEqual(await read(document, clerkOf(newId(), 'steueramt', 'clerk', 'lead')), no)
    assert.deepEqual(await read(document, { kind: 'person', owner: newId(), level: 'high', name: 'X' }), no)
    assert.deepEqual(await read(newId(), clerkOf(fixture.authority, 'steueramt', 'clerk')), no)
    assert.deepEqual(await read(document, clerkOf(fixture.authority, 'steueramt', 'clerk'), 9), no)
  })

  it('is open to the person the dossier is about, after the take-over of the account too', async () => {
    const { dossier } = await opened('Hund', 'steueramt')
    const document = await filed(dossier)
    const account = newId<'owner'>()
    const person = { kind: 'person' as const, owner: account, level: 'high' as const, name: 'Erika' }
    assert.equal((await read(document, person)).ok, false)
    await fixture.within((transaction) => changeOwner(transaction, { ...step(dossier), owner: account }))
    assert.equal((await read(document, person)).ok, true)
  })
})
