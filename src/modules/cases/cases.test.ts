// Cases on the real database: from a real submission to the delivered decision and the exported dossier.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import { listAccess, listHistory, verifyHistory } from '#journal'
import { newId } from '#kernel/ids.ts'
import { exportDossier, findDossier, listDocuments } from '#modules/dossiers'
import { answersAsRows, getSubmission, listDrafts } from '#modules/forms'
import { listMessages, listThreads } from '#modules/mailbox'
import { district, dogAnswers, openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { issueDecision } from './actions/issue-decision.ts'
import {
  addNote,
  askPerson,
  assignCase,
  type CaseStep,
  closeCase,
  findCase,
  findDecision,
  finishDraft,
  listNotes,
  listRequests,
  lookAtCase,
  missingIn,
  openCase,
  previewNotice,
  receiveCorrection,
  receiveReply,
  reopenCase,
  returnDecision,
  saveDraft,
  signDecision,
  threadOf,
} from './index.ts'

const fixture = await openCaseFixture()
const { database, cases, admin } = fixture
const clerk = staffMember(town, 'Katrin Brandt', 'clerk')
const colleague = staffMember(town, 'Stefan Vogel', 'clerk', 'lead')
const officer = staffMember(district, 'Murat Hoffmann', 'clerk')
const lead = staffMember(district, 'Doris Krause', 'clerk', 'lead')

const within = <Value>(authority: typeof town, work: Parameters<typeof inTransaction<Value>>[2]) =>
  inTransaction(database, { authority }, work)
const read = async (authority: typeof town, caseId: CaseStep['caseId']) => {
  const found = await within(authority, (transaction) => findCase(transaction, authority, caseId))
  assert.ok(found)
  return found
}
const dogDecision = {
  templateKey: 'hundesteuer-bescheid',
  outcome: 'assessed',
  judgement: { taxableFrom: '2026-12-01', yearlyTax: '6000', firstYearTax: '500', dueOn: '2026-12-15', tagNumber: '4711' },
}

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

test('the notice bears names, amounts and days in words and leaves out optional sentences without judgement', async () => {
  const { caseId } = await fixture.openDogCase(newId(), {
    dogs: {
      dog: [
        { name: 'Bello', breed: 'Dackel', colour: 'braun', birthDay: '2024', sex: 'male', keptSince: '2026-11-01' },
        { name: 'Waldi', breed: 'Pudel', colour: 'weiß', birthDay: '2023', sex: 'female', keptSince: '2026-11-02' },
      ],
    },
  })
  const rendered: string[] = []
  const listening = {
    ...cases,
    documents: { render: async (_template: string, content: Record<string, unknown>) => Buffer.from(JSON.stringify(content)) },
  }
  assert.ok((await saveDraft(cases, { staff: clerk, caseId, now: testNow, ...dogDecision })).ok)
  rendered.push(Buffer.from((await previewNotice(listening, { staff: clerk, caseId, now: testNow })) ?? []).toString())
  assert.match(rendered[0] ?? '', /Bello, Waldi \(Dackel, Pudel\)/)
  assert.match(rendered[0] ?? '', /60,00 Euro im Jahr/)
  assert.match(rendered[0] ?? '', /beginnt am 1\. Dezember 2026/)
  assert.match(rendered[0] ?? '', /einzulegen bei: Stadt Ilmenau, Sitz in Ilmenau/)
  assert.doesNotMatch(rendered[0] ?? '', /\{\{|…|"text":""/)
})

test('four eyes: own draft and non-lead are refused, a lead returns it with a reason, then signs', async () => {
  const { caseId } = await fixture.openBlueCardCase()
  const judgement = { validUntil: '2030-11-22', qualification: 'Der Abschluss ist anerkannt.', fee: '10000' }
  const drafting = { staff: officer, caseId, now: testNow, templateKey: 'blaue-karte-bescheid', outcome: 'granted', judgement }
  const step = { staff: officer, caseId, now: testNow }
  assert.ok((await saveDraft(cases, drafting)).ok)
  assert.deepEqual(await finishDraft(cases, step), { ok: true, value: 'awaiting-signature' })
  assert.deepEqual(await signDecision(cases, step), { ok: false, reason: 'not-lead' })
  assert.deepEqual(await returnDecision(cases, { ...step, reason: 'nein' }), { ok: false, reason: 'not-lead' })
  assert.deepEqual(await returnDecision(cases, { ...step, staff: lead, reason: '  ' }), { ok: false, reason: 'empty' })
  assert.ok((await returnDecision(cases, { ...step, staff: lead, reason: 'Bitte das Gehalt würdigen.' })).ok)
  assert.equal((await read(district, caseId)).state, 'in-progress')
  assert.ok((await saveDraft(cases, { ...drafting, staff: lead })).ok)
  assert.ok((await finishDraft(cases, { ...step, staff: lead })).ok)
  assert.deepEqual(await signDecision(cases, { ...step, staff: lead }), { ok: false, reason: 'own-draft' })
  assert.ok((await returnDecision(cases, { ...step, staff: lead, reason: 'selbst geschrieben' })).ok)
  assert.ok((await saveDraft(cases, drafting)).ok)
  assert.ok((await finishDraft(cases, step)).ok)
  assert.ok((await signDecision(cases, { ...step, staff: lead })).ok)
  assert.deepEqual(await signDecision(cases, { ...step, staff: lead }), { ok: false, reason: 'no-draft' })
  const found = await read(district, caseId)
  assert.equal(found.state, 'decided')
  // The worker is killed between sealing and delivering: the second run takes the same file.
  const broken = { ...cases, files: { ...cases.files, copy: () => Promise.reject(new Error('killed')) } }
  await assert.rejects(issueDecision(broken, { authority: district, case: caseId }, testNow), /killed/)
  const sealed = await within(district, (transaction) => findDecision(transaction, district, caseId))
  assert.ok(sealed?.file)
  await issueDecision(cases, { authority: district, case: caseId }, testNow)
  const issued = await within(district, (transaction) => findDecision(transaction, district, caseId))
  assert.equal(issued?.decision.state, 'issued')
  assert.equal(issued?.file?.storageKey, sealed.file.storageKey)
})

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
