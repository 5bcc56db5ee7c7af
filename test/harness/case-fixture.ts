// What the tests of cases and workplace share: real content, real neighbours, submissions made by the forms' own routes.
import assert from 'node:assert/strict'
import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { pino } from 'pino'
import { inTransaction } from '#database'
import { createRenderer, createSigner } from '#documents'
import { createFileStore, folderBlobs } from '#files'
import type { AssuranceLevel, AuthorityId, OwnerId, Staff, StaffRole } from '#kernel/actors.ts'
import { derivedId, type Id, newId } from '#kernel/ids.ts'
import { type CasesDependencies, casesJobs, casesKinds, findCase, openCase, readDecisionTemplates, receiveCorrection } from '#modules/cases'
import { loadCatalogue } from '#modules/catalogue'
import { drawShield, findAuthority, loadRegionalData } from '#modules/directory'
import { assignFilePlan, loadFilePlans } from '#modules/dossiers'
import {
  type Answers,
  type Choice,
  corrected,
  type FormsDependencies,
  formsKinds,
  formsRoutes,
  listDrafts,
  listSubmissions,
  loadForms,
  neighbours,
  readCodeLists,
  readShippedForms,
  startDraft,
  submitted,
} from '#modules/forms'
import { receivingKinds } from '#modules/invoices'
import { mailboxKinds } from '#modules/mailbox'
import { paymentsKinds } from '#modules/payments'
import { createServer, type Route, type Session, type SessionStore } from '#web'
import { loadAssets } from '#web/assets.ts'
import { errorPage } from '#web/layout/index.ts'
import { ensureDemoCertificates } from '../../demo/certificates/index.ts'
import { assetsRoute } from '../../src/assets-route.ts'
import { openTestDatabase } from './database.ts'

export const town: AuthorityId = derivedId('authority', 'stadt-ilmenau')
export const district: AuthorityId = derivedId('authority', 'landratsamt-ilm-kreis')
export const testNow = new Date('2026-11-23T09:00:00Z')
const ars = '160700029029'
const data = join(import.meta.dirname, '..', '..', 'data')
const kinds = [...casesKinds, ...formsKinds, ...paymentsKinds, ...mailboxKinds, ...receivingKinds, submitted, corrected]
const uniqueKinds = [...new Map(kinds.map((kind) => [kind.name, kind])).values()]

export async function openCaseFixture() {
  const folder = await mkdtemp(join(tmpdir(), 'rennsteig-cases-'))
  const { database, admin } = await openTestDatabase(uniqueKinds)
  await Promise.all([loadRegionalData(database), loadCatalogue(database), loadFilePlans(database, join(data, 'file-plan'))])
  await loadForms(database, await readShippedForms(), testNow)
  await inTransaction(database, { authority: district }, (transaction) => assignFilePlan(transaction, district, 'district'))
  const files = createFileStore({
    blobs: folderBlobs(join(folder, 'blobs')),
    uploadFolder: join(folder, 'uploads'),
    masterKey: randomBytes(32),
  })
  const codeLists: ReadonlyMap<string, readonly Choice[]> = new Map((await readCodeLists()).map((list) => [list.name, list.entries]))
  const documents = createRenderer()
  const certificates = await ensureDemoCertificates(join(folder, 'certificates'), testNow)
  const signer = createSigner(certificates.decisions.certificate, certificates.decisions.key)
  const receiptChecks = { take: async () => true, forgive: async () => undefined }
  const forms: FormsDependencies = { database, files, documents, signer, neighbours, codeLists, receiptChecks, baseUrl: 'http://localhost' }
  const cases: CasesDependencies = {
    ...{ database, files, documents, signer, codeLists, templates: await readDecisionTemplates() },
    letterheadOf: async (authority) => {
      const found = await findAuthority(database, authority)
      return { letterhead: { name: found?.name ?? '', arms: { svg: drawShield(found?.name ?? '') } }, seat: found?.letterhead.place ?? '' }
    },
  }
  const sessions = new Map<string, Session>()
  const signIn = (actor: Session['actor']): string => {
    const token = randomBytes(12).toString('hex')
    const authority = actor.kind === 'staff' ? { name: actor.authority === town ? 'Stadt Ilmenau' : 'Landratsamt Ilm-Kreis' } : undefined
    sessions.set(token, { id: newId(), actor, token, expiresAt: new Date(testNow.getTime() + 36_000_000), authority })
    return token
  }
  const store: Required<SessionStore> = {
    find: async (token) => sessions.get(token),
    open: async () => assert.fail('the tests sign in themselves'),
  }
  const assets = await loadAssets()
  const open = (routes: readonly Route[]) =>
    createServer({
      ...{ routes: [assetsRoute(assets), ...routes], errorPage, assets, sessions: { portal: store, workplace: store }, now: () => testNow },
      ...{
        csrfKey: createSecretKey(new Uint8Array(32)),
        secure: false,
        trustProxy: false,
        demo: true,
        formTargets: [],
        log: pino({ level: 'silent' }),
      },
    })
  const portal = await open(formsRoutes(forms))
  after(async () => {
    await portal.close()
    await documents.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function begin(serviceKey: string, owner: OwnerId): Promise<Id<'draft'>> {
    const started = await startDraft(forms, { owner, serviceKey, ars, now: testNow, isAnother: true })
    assert.ok(started.ok)
    return started.value.draftId
  }

  /** A small real file at a question of the draft; the value is the answer. */
  async function attach(owner: OwnerId, draft: Id<'draft'>, path: string, name: string): Promise<readonly string[]> {
    const written = await files.write({ owner }, name, onePixel())
    assert.ok(written.ok)
    const fileId = newId<'file'>()
    await admin.sql`insert into forms.draft_file (owner_id, draft_id, file_id, path, file, added_at)
      values (${owner}, ${draft}, ${fileId}, ${path}, ${JSON.stringify(written.value)}::jsonb, ${testNow})`
    return [fileId]
  }

  /** Answers a draft and hands it in by the route that the button of the check page asks. */
  async function handIn(owner: OwnerId, draft: Id<'draft'>, answers: Answers, level: AssuranceLevel = 'none'): Promise<void> {
    await admin.sql`update forms.draft set answers = ${JSON.stringify(answers)}::jsonb, revision = revision + 1 where owner_id = ${owner} and draft_id = ${draft}`
    const token = signIn(level === 'none' ? { kind: 'visitor', owner } : { kind: 'person', owner, level, name: 'Amina Yılmaz-Özdemir' })
    const headers = { cookie: `rennsteig-portal=${token}`, 'sec-fetch-site': 'same-origin' }
    const check = await portal.inject({ url: `/antrag/${draft}/pruefen`, headers })
    const csrf = /name="csrf" value="([^"]*)"/.exec(check.body)?.[1] ?? ''
    const sent = await portal.inject({
      method: 'POST',
      url: `/antrag/${draft}/absenden`,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ csrf, declaration: 'yes' }).toString(),
    })
    assert.equal(sent.statusCode, 303, sent.body.slice(0, 400))
    assert.match(String(sent.headers.location), /fertig/, String(sent.headers.location))
  }

  /** The case of what was handed in last, opened as the event would. */
  async function opened(authority: AuthorityId, owner: OwnerId): Promise<Id<'case'>> {
    const [submission] = await inTransaction(database, { owner }, (transaction) => listSubmissions(transaction, owner))
    assert.ok(submission)
    await openCase(cases, { authority, owner, submission: submission.submissionId }, testNow)
    const [row] = await admin.sql<{ case_id: Id<'case'> }>`select case_id from cases.case where submission_id = ${submission.submissionId}`
    assert.ok(row)
    return row.case_id
  }

  async function openDogCase(owner: OwnerId = newId(), changes: Answers = {}): Promise<{ owner: OwnerId; caseId: Id<'case'> }> {
    const draft = await begin('hundesteuer-anmeldung', owner)
    await handIn(owner, draft, { ...dogAnswers, ...changes })
    return { owner, caseId: await opened(town, owner) }
  }

  async function openBlueCardCase(owner: OwnerId = newId()): Promise<{ owner: OwnerId; caseId: Id<'case'> }> {
    const draft = await begin('blaue-karte-eu', owner)
    await handIn(owner, draft, await blueCardAnswers((path, name) => attach(owner, draft, path, name)), 'high')
    return { owner, caseId: await opened(district, owner) }
  }

  /** The person changes what was asked for and hands it in again; the case hears of it. */
  async function answerCorrection(
    owner: OwnerId,
    authority: AuthorityId,
    caseId: Id<'case'>,
    change: (answers: Answers) => Answers,
  ): Promise<void> {
    const drafts = await inTransaction(database, { owner }, (transaction) => listDrafts(transaction, owner))
    const draft = drafts.find((one) => one.correction !== undefined && one.state === 'open')
    assert.ok(draft)
    await handIn(owner, draft.draftId, change(draft.answers), authority === district ? 'high' : 'none')
    const found = await inTransaction(database, { authority }, (transaction) => findCase(transaction, authority, caseId))
    assert.ok(found)
    await receiveCorrection(cases, { authority, owner, submission: found.submission, version: found.submissionVersion + 1 }, testNow)
  }

  /** Runs the job of every signed decision, as the worker would. */
  async function issueSigned(authority: AuthorityId): Promise<void> {
    const rows = await admin.sql<{ case_id: Id<'case'>; decision_id: Id<'decision'> }>`
      select case_id, decision_id from cases.decision where authority_id = ${authority} and state = 'signed'`
    for (const row of rows) {
      for (const handler of casesJobs(cases)) {
        await handler.run({ authority, case: row.case_id, decision: row.decision_id }, { attempt: 1, now: testNow })
      }
    }
  }

  return {
    /** Where the sealed bytes lie. */
    blobFolder: join(folder, 'blobs'),
    issueSigned,
    answerCorrection,
    database,
    admin,
    files,
    cases,
    forms,
    open,
    signIn,
    handIn,
    openDogCase,
    openBlueCardCase,
  }
}

export function staffMember(authority: AuthorityId, name: string, ...roles: StaffRole[]): Staff {
  return { kind: 'staff', staff: derivedId('staff', authority, name), authority, name, unit: 'Bürgerservice', roles }
}

async function* onePixel(): AsyncIterable<Uint8Array> {
  yield Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
}

export const dogAnswers: Answers = {
  keeper: { givenNames: 'Erika', familyName: 'Mustermann', birthDay: '1964-08-12' },
  home: { street: 'Lindenstraße', houseNumber: '12', postalCode: '98693', town: 'Ilmenau' },
  dogs: { dog: [{ name: 'Bello', breed: 'Dackel', colour: 'braun', birthDay: '2024', sex: 'male', keptSince: '2026-11-01' }] },
  reduction: { reason: 'none' },
  payment: { debit: 'no' },
}

async function blueCardAnswers(attach: (path: string, name: string) => Promise<readonly string[]>): Promise<Answers> {
  return {
    person: {
      ...{ givenNames: 'Amina', familyName: 'Yılmaz-Özdemir', birthDay: '1990-03-07', birthPlace: 'Ankara', sex: 'w' },
      nationality: '163',
    },
    identity: {
      ...{ heightCentimetres: '170', eyeColour: 'braun' },
      passportCopy: await attach('identity.passportCopy', 'pass.png'),
      photo: await attach('identity.photo', 'foto.png'),
    },
    home: {
      ...{ street: 'Weg', houseNumber: '1', postalCode: '98693', town: 'Ilmenau' },
      rentContract: await attach('home.rentContract', 'mietvertrag.png'),
    },
    stay: { arrivedOn: '2026-10-01', hasPermit: 'no', stayedBefore: 'no' },
    family: { maritalStatus: 'LD', hasChildren: 'no' },
    degree: {
      ...{ degree: 'Master', subject: 'Informatik', awardedOn: '2015-07-01', university: 'TU Ilmenau', universityIn: 'germany' },
      universityAddress: { street: 'Ehrenbergstraße', postalCode: '98693', town: 'Ilmenau' },
      certificate: await attach('degree.certificate', 'zeugnis.png'),
    },
    job: {
      ...{ occupation: 'Softwareentwicklerin', contractDay: '2026-09-01', isLimited: 'no', yearlySalary: '6000000' },
      ...{ isPosted: 'no', isTemporaryWorker: 'no', contract: await attach('job.contract', 'vertrag.png') },
    },
    employer: {
      name: 'Rennsteig Software GmbH',
      locatedIn: 'germany',
      address: { street: 'Am Markt', postalCode: '98693', town: 'Ilmenau' },
    },
    insurance: { isInsured: 'no' },
    protection: {
      ...{ humanitarianPermit: 'no', askedForProtection: 'no', deportationBan: 'no', toleration: 'no', seasonalWorker: 'no' },
      freeMovement: 'no',
    },
    offences: { hasConviction: 'no', hasProceedings: 'no', wasExpelled: 'no' },
    security: { terrorism: 'no', bannedAssociation: 'no', violence: 'no' },
  }
}
