// Asking the person: corrections, papers, and words that stay words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import { newId } from '#kernel/ids.ts'
import { listDocuments } from '#modules/dossiers'
import { answersAsRows, getSubmission, listDrafts } from '#modules/forms'
import { listMessages } from '#modules/mailbox'
import {
  addNote,
  askPerson,
  assignCase,
  findDecision,
  finishDraft,
  listNotes,
  listRequests,
  lookAtCase,
  previewNotice,
  receiveCorrection,
  receiveReply,
  saveDraft,
  signDecision,
  threadOf,
} from './index.ts'
import { clerk, district, dogAnswers, dogDecision, lead, officer, openDesk, testNow, town } from './testing/desk.ts'

const { fixture, database, cases, within, read } = await openDesk()

test('a question to the person leads to a draft of theirs; the corrected version comes back marked as news', async () => {
  const { owner, caseId } = await fixture.openDogCase()
  const step = { staff: clerk, caseId, now: testNow }
  await assignCase(database, { ...step, assignee: clerk })
  const asking = { ...step, kind: 'correction' as const, reason: 'Bitte die Rasse genau angeben.', paths: ['dogs.dog.0.breed'] }
  assert.deepEqual(await askPerson(cases, { ...asking, paths: [] }), { ok: false, reason: 'empty' })
  assert.ok((await askPerson(cases, asking)).ok)
  assert.deepEqual(await askPerson(cases, asking), { ok: false, reason: 'wrong-state' })
  const draft = (await inTransaction(database, { owner }, (transaction) => listDrafts(transaction, owner))).find(
    (one) => one.correction !== undefined,
  )
  assert.ok(draft)
  const messages = await inTransaction(database, { owner }, (transaction) => listMessages(transaction, owner, threadOf(caseId)))
  assert.ok(messages.some((message) => message.kind === 'request' && message.text.includes(`/antrag/${draft.draftId}`)))
  await within(town, async (transaction) => lookAtCase(transaction, await read(town, caseId), clerk, testNow))
  assert.equal((await read(town, caseId)).hasNews, false)
  const dog = { name: 'Bello', breed: 'Rauhaardackel', colour: 'braun', birthDay: '2024', sex: 'male', keptSince: '2026-11-01' }
  await fixture.handIn(owner, draft.draftId, { ...dogAnswers, dogs: { dog: [dog] } })
  const before = await read(town, caseId)
  const event = { authority: town, owner, submission: before.submission, version: 2 }
  await receiveCorrection(cases, event, testNow)
  await receiveCorrection(cases, event, testNow)
  const after = await read(town, caseId)
  assert.deepEqual([after.state, after.submissionVersion, after.hasNews], ['in-progress', 2, true])
  const submission = await within(town, (transaction) => getSubmission(transaction, town, after.submission, 2))
  assert.ok(submission)
  const rows = answersAsRows(submission.definition, submission.answers, 'de').flatMap((group) => group.rows)
  assert.equal(rows.find((row) => row.path === 'dogs.dog.0.breed')?.text, 'Rauhaardackel')
  const requests = await within(town, (transaction) => listRequests(transaction, town, caseId))
  assert.ok(requests.every((request) => request.answeredAt !== undefined))
  const documents = await within(town, (transaction) => listDocuments(transaction, town, after.dossier))
  assert.equal(documents.filter((document) => document.kind === 'submission').length, 2)
})

test('a correction that comes while the signature is due takes the draft back; after signing it changes nothing in the notice', async () => {
  const { owner, caseId } = await fixture.openBlueCardCase()
  const step = { staff: officer, caseId, now: testNow }
  await askPerson(cases, { ...step, kind: 'correction', reason: 'Bitte prüfen', paths: ['job.occupation'] })
  const judgement = { validUntil: '2030-11-22', qualification: 'Anerkannt.', fee: '10000' }
  assert.ok((await saveDraft(cases, { ...step, templateKey: 'blaue-karte-bescheid', outcome: 'granted', judgement })).ok)
  assert.equal((await read(district, caseId)).state, 'waiting-for-person')
  assert.ok((await finishDraft(cases, step)).ok)
  const draft = (await inTransaction(database, { owner }, (transaction) => listDrafts(transaction, owner))).find(
    (one) => one.correction !== undefined,
  )
  assert.ok(draft)
  await fixture.handIn(owner, draft.draftId, draft.answers, 'high')
  const { submission } = await read(district, caseId)
  await receiveCorrection(cases, { authority: district, owner, submission, version: 2 }, testNow)
  const decision = (await within(district, (transaction) => findDecision(transaction, district, caseId)))?.decision
  assert.deepEqual([(await read(district, caseId)).state, decision?.state], ['in-progress', 'draft'])
  assert.deepEqual(await signDecision(cases, { ...step, staff: lead }), { ok: false, reason: 'no-draft' })
  assert.ok((await finishDraft(cases, step)).ok)
  assert.ok((await signDecision(cases, { ...step, staff: lead })).ok)
  const signed = (await within(district, (transaction) => findDecision(transaction, district, caseId)))?.decision
  assert.equal(signed?.submissionVersion, 2)
})

test('hostile words stay words, in notes, in requests and in a judgement', async () => {
  const { owner, caseId } = await fixture.openDogCase()
  const step = { staff: clerk, caseId, now: testNow }
  const hostile = `'; drop table cases.case; -- <script>alert(1)</script> #import "x" {{applicant}} \\ $x$ \u202e Ą`
  assert.ok((await addNote(database, { ...step, text: hostile })).ok)
  assert.deepEqual(await addNote(database, { ...step, text: ' \n\t ' }), { ok: false, reason: 'empty' })
  const [note] = await within(town, (transaction) => listNotes(transaction, town, caseId))
  assert.equal(note?.text, hostile.trim())
  assert.ok((await saveDraft(cases, { ...step, ...dogDecision, judgement: { ...dogDecision.judgement, tagNumber: hostile } })).ok)
  assert.ok(((await previewNotice(cases, step))?.length ?? 0) > 1000)
  await assert.rejects(saveDraft(cases, { ...step, ...dogDecision, outcome: 'freibrief' }), /no decision template/)
  const message = newId<'message'>()
  await receiveReply(cases, { owner, authority: town, thread: threadOf(caseId), message }, testNow)
  assert.equal((await read(town, caseId)).state, 'in-progress')
})
