// What the tests of the cases share: a house with one town and one district, their staff, and looks at a case.
import assert from 'node:assert/strict'
import { inTransaction, type Transaction } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { district, openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { finishDraft, saveDraft } from '../actions/decide.ts'
import { issueDecision } from '../actions/issue-decision.ts'
import { assignCase } from '../actions/work-on-case.ts'
import type { Case } from '../domain/case.ts'
import { findCase } from '../reads.ts'

export { district, dogAnswers, staffMember, testNow, town } from '#test/harness/case-fixture.ts'

export const clerk = staffMember(town, 'Katrin Brandt', 'clerk')
export const colleague = staffMember(town, 'Stefan Vogel', 'clerk', 'lead')
export const officer = staffMember(district, 'Murat Hoffmann', 'clerk')
export const lead = staffMember(district, 'Doris Krause', 'clerk', 'lead')

export const dogDecision = {
  templateKey: 'hundesteuer-bescheid',
  outcome: 'assessed',
  judgement: { taxableFrom: '2026-12-01', yearlyTax: '6000', firstYearTax: '500', dueOn: '2026-12-15', tagNumber: '4711' },
}

export async function openDesk() {
  const fixture = await openCaseFixture()
  const { database, cases } = fixture
  const within = <Value>(authority: AuthorityId, work: (transaction: Transaction) => Promise<Value>) =>
    inTransaction(database, { authority }, work)
  const read = async (authority: AuthorityId, caseId: Id<'case'>): Promise<Case> => {
    const found = await within(authority, (transaction) => findCase(transaction, authority, caseId))
    assert.ok(found)
    return found
  }
  /** Takes the case of a dog, decides and signs it; the notice is not yet issued. */
  const signDogCase = async (caseId: Id<'case'>): Promise<void> => {
    const step = { staff: clerk, caseId, now: testNow }
    assert.ok((await assignCase(database, { ...step, assignee: clerk })).ok)
    assert.ok((await saveDraft(cases, { ...step, ...dogDecision })).ok)
    assert.deepEqual(await finishDraft(cases, step), { ok: true, value: 'signed' })
  }
  const issue = (caseId: Id<'case'>) => issueDecision(cases, { authority: town, case: caseId }, testNow)
  return { ...fixture, fixture, within, read, signDogCase, issue }
}
