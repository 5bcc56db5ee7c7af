// Deciding: what a notice says, and four eyes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { issueDecision } from './actions/issue-decision.ts'
import { findDecision, finishDraft, previewNotice, returnDecision, saveDraft, signDecision } from './index.ts'
import { clerk, district, dogDecision, lead, officer, openDesk, testNow } from './testing/desk.ts'

const { fixture, cases, within, read } = await openDesk()

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
