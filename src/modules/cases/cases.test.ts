// The life of a case on the real database: from a real submission to the delivered decision and the exported dossier.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import { listAccess, listHistory, verifyHistory } from '#journal'
import { exportDossier, findDossier, listDocuments } from '#modules/dossiers'
import { listMessages, listThreads } from '#modules/mailbox'
import { issueDecision } from './actions/issue-decision.ts'
import {
  addNote,
  askPerson,
  assignCase,
  closeCase,
  findCase,
  finishDraft,
  lookAtCase,
  missingIn,
  openCase,
  previewNotice,
  reopenCase,
  saveDraft,
  signDecision,
  threadOf,
} from './index.ts'
import { clerk, colleague, district, dogDecision, lead, openDesk, testNow, town } from './testing/desk.ts'

const { fixture, database, cases, admin, within, read } = await openDesk()

test('a submission opens dossier, case, documents and a thread once, however often the event comes', async () => {
  const { owner, caseId } = await fixture.openDogCase()
  const found = await read(town, caseId)
  assert.equal(found.state, 'received')
  assert.equal(found.applicant, 'Erika Mustermann')
  assert.equal(found.dueOn, '2026-12-07')
  assert.match(found.referenceNumber, /^22\.3-\d{4}\/2026$/)
  const event = { authority: town, owner, submission: found.submission }
  await Promise.allSettled([openCase(cases, event, testNow), openCase(cases, event, testNow)])
  const [count] = await admin.sql<{ count: bigint }>`select count(*) from cases.case where submission_id = ${found.submission}`
  assert.equal(count?.count, 1n)
  const documents = await within(town, (transaction) => listDocuments(transaction, town, found.dossier))
  assert.deepEqual(
    documents.map((document) => document.kind),
    ['submission'],
  )
  const threads = await inTransaction(database, { owner }, (transaction) => listThreads(transaction, owner))
  assert.deepEqual(
    threads.map((thread) => [thread.threadId, thread.status, thread.expectedBy]),
    [[threadOf(caseId), 'received', '2026-12-07']],
  )
})

test('the whole way without four eyes: taken, drafted, signed, delivered once with its legal date, closed, exported', async () => {
  const { owner, caseId } = await fixture.openDogCase()
  const step = { staff: clerk, caseId, now: testNow }
  assert.ok((await assignCase(database, { ...step, assignee: clerk })).ok)
  assert.equal((await read(town, caseId)).state, 'in-progress')
  assert.deepEqual(await closeCase(database, step), { ok: false, reason: 'wrong-state' })
  assert.ok((await saveDraft(cases, { ...step, ...dogDecision, judgement: { taxableFrom: '2026-12-01' } })).ok)
  assert.deepEqual(await finishDraft(cases, step), { ok: false, reason: 'incomplete' })
  const found = await read(town, caseId)
  const missing = await within(town, (transaction) => missingIn(cases, transaction, found, testNow))
  assert.deepEqual([...missing].toSorted(), ['dueOn', 'firstYearTax', 'tagNumber', 'yearlyTax'])
  assert.ok((await saveDraft(cases, { ...step, ...dogDecision })).ok)
  const preview = await previewNotice(cases, step)
  assert.equal(
    Buffer.from(preview ?? [])
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
  assert.deepEqual(await finishDraft(cases, step), { ok: true, value: 'signed' })
  assert.deepEqual(await saveDraft(cases, { ...step, ...dogDecision }), { ok: false, reason: 'wrong-state' })
  const order = { authority: town, case: caseId }
  await issueDecision(cases, order, testNow)
  await issueDecision(cases, order, testNow)
  assert.equal((await read(town, caseId)).state, 'delivered')
  const messages = await inTransaction(database, { owner }, (transaction) => listMessages(transaction, owner, threadOf(caseId)))
  const decisions = messages.filter((message) => message.kind === 'decision')
  assert.equal(decisions.length, 1)
  assert.equal(decisions[0]?.attachments.length, 1)
  assert.ok(decisions[0]?.delivery?.legalDay, 'the delivery has its legal date')
  assert.ok((await closeCase(database, { ...step, now: new Date(testNow.getTime() + 1000) })).ok)
  const dossier = await within(town, (transaction) => findDossier(transaction, town, found.dossier))
  assert.equal(dossier?.state, 'closed')
  const chain = await within(town, (transaction) => verifyHistory(transaction, town, found.dossier))
  assert.ok(chain.ok)
  const exported = await exportDossier(
    { database, files: fixture.files },
    {
      authority: town,
      dossier: found.dossier,
      actor: colleague,
      now: testNow,
      sender: { institution: { name: 'Stadt Ilmenau' } },
      recipient: { institution: { name: 'Archiv' } },
    },
  )
  assert.ok(exported.ok)
  let bytes = 0
  for await (const chunk of exported.value.stream) bytes += Buffer.from(chunk).length
  assert.ok(bytes > 10_000)
  assert.deepEqual(await reopenCase(database, { ...step, reason: ' ' }), { ok: false, reason: 'empty' })
  assert.ok((await reopenCase(database, { ...step, reason: 'Widerspruch eingegangen' })).ok)
  assert.equal((await read(town, caseId)).state, 'in-progress')
})

test('two clerks at once: one change goes through, the other is told', async () => {
  const { caseId } = await fixture.openDogCase()
  const { revision } = await read(town, caseId)
  const taking = [clerk, colleague].map((staff) => assignCase(database, { staff, caseId, revision, assignee: staff, now: testNow }))
  const outcomes = await Promise.all(taking)
  assert.deepEqual(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.reason)).toSorted(), ['changed-meanwhile', 'done'])
  const shown = (await read(town, caseId)).revision
  const drafts = [clerk, colleague].map((staff) => saveDraft(cases, { staff, caseId, revision: shown, now: testNow, ...dogDecision }))
  assert.deepEqual((await Promise.all(drafts)).map((outcome) => (outcome.ok ? 'done' : outcome.reason)).toSorted(), [
    'changed-meanwhile',
    'done',
  ])
  const signing = [clerk, clerk].map((staff) => finishDraft(cases, { staff, caseId, now: testNow }))
  assert.equal((await Promise.all(signing)).filter((outcome) => outcome.ok).length, 1)
})

test('staff of another authority find nothing to act on', async () => {
  const { caseId } = await fixture.openDogCase()
  const step = { staff: lead, caseId, now: testNow }
  const outcomes = [
    await assignCase(database, { ...step, assignee: lead }),
    await addNote(database, { ...step, text: 'fremd' }),
    await askPerson(cases, { ...step, kind: 'papers', reason: 'fremd', paths: [] }),
    await saveDraft(cases, { ...step, ...dogDecision }),
    await finishDraft(cases, step),
    await signDecision(cases, step),
    await closeCase(database, step),
    await reopenCase(database, { ...step, reason: 'fremd' }),
  ]
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.reason)),
    outcomes.map(() => 'unknown'),
  )
  assert.equal(await previewNotice(cases, step), undefined)
  assert.equal(await within(district, (transaction) => findCase(transaction, town, caseId)), undefined)
})

test('looking at a case is told to the person and leaves no mark of the clerk by name', async () => {
  const { owner, caseId } = await fixture.openDogCase()
  await within(town, async (transaction) => lookAtCase(transaction, await read(town, caseId), clerk, testNow))
  const seen = await inTransaction(database, { owner }, (transaction) => listAccess(transaction, owner))
  assert.deepEqual(
    seen.map((access) => [access.purpose, access.unit]),
    [['case-work', 'Bürgerservice']],
  )
  const { dossier } = await read(town, caseId)
  const history = await within(town, (transaction) => listHistory(transaction, town, dossier))
  assert.ok(!history.some((event) => event.actor.name === clerk.name), 'reading is no part of the file')
})
