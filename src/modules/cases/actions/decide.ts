// Drafts a decision, hands it in for the second pair of eyes, signs or returns it.
import { inTransaction, type Transaction } from '#database'
import { enqueue } from '#jobs'
import { type Id, newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { getSubmission } from '#modules/forms'
import type { CasesDependencies } from '../dependencies.ts'
import type { Case } from '../domain/case.ts'
import { type Decision, refusesSignature, type SigningRefusal } from '../domain/decision.ts'
import { faultsOf } from '../domain/judgement.ts'
import type { Before } from '../domain/undo.ts'
import { decisionSigned } from '../events.ts'
import { findCase, findDecision } from '../reads.ts'
import { putDraft, raiseRevision, setDecisionState, setSigned } from '../writes.ts'
import { composeNotice, renderNotice, templateOf } from './compose-notice.ts'
import { type CaseStep, moveCase, offerUndo, onCase, recordStep, type StepRefusal } from './work-on-case.ts'

export interface Drafting extends CaseStep {
  readonly templateKey: string
  readonly outcome: string
  readonly judgement: Readonly<Record<string, string>>
}

/** Saves the draft as it is; an incomplete one too. */
export async function saveDraft(dependencies: CasesDependencies, drafting: Drafting): Promise<Outcome<Id<'case'>, StepRefusal>> {
  templateOf(dependencies, drafting)
  return onCase(dependencies.database, drafting, async (transaction, found): Promise<Outcome<Id<'case'>, StepRefusal>> => {
    if (!['received', 'in-progress', 'waiting-for-person'].includes(found.state)) return refused('wrong-state')
    const before = (await findDecision(transaction, found.authority, found.caseId))?.decision
    await putDraft(transaction, found, drafting.staff, { ...drafting, decisionId: newId(drafting.now.getTime()) }, drafting.now)
    const isSame = before?.state === 'draft' && before.drafter.staff === drafting.staff.staff && before.outcome === drafting.outcome
    if (!isSame) await recordStep(transaction, found, drafting, 'decision.drafted', { outcome: drafting.outcome })
    // While the person is asked, the case goes on waiting; writing a draft meanwhile is the clerk's own matter.
    if (found.state !== 'received' || !(await moveCase(transaction, found, 'in-progress', drafting.now)))
      await raiseRevision(transaction, found)
    return done(found.caseId)
  })
}

export type FinishRefusal = StepRefusal | 'incomplete' | 'no-draft'

/** Hands the draft in: for signature where four eyes are due, else it is signed at once. */
export async function finishDraft(
  dependencies: CasesDependencies,
  step: CaseStep,
): Promise<Outcome<'signed' | 'awaiting-signature', FinishRefusal>> {
  return onCase(
    dependencies.database,
    step,
    async (transaction, found): Promise<Outcome<'signed' | 'awaiting-signature', FinishRefusal>> => {
      const drafted = (await findDecision(transaction, found.authority, found.caseId))?.decision
      if (drafted === undefined || drafted.state !== 'draft') return refused('no-draft')
      if ((await missingIn(dependencies, transaction, found, step.now)).length > 0) return refused('incomplete')
      const key = { authority: found.authority, caseId: found.caseId, decisionId: drafted.decisionId }
      if (found.fourEyes) {
        if (!(await moveCase(transaction, found, 'awaiting-signature', step.now))) return refused('wrong-state')
        await setDecisionState(transaction, key, 'awaiting-signature')
        await recordStep(transaction, found, step, 'decision.handed-in', { outcome: drafted.outcome })
        await offerUndo(transaction, found, step, 'handed-in', { decision: decisionBefore(drafted) })
        return done('awaiting-signature')
      }
      if (!(await moveCase(transaction, found, 'decided', step.now))) return refused('wrong-state')
      await setSigned(transaction, { found, decision: drafted.decisionId, staff: step.staff, now: step.now })
      await recordStep(transaction, found, step, 'decision.signed', { outcome: drafted.outcome })
      await enqueue(transaction, decisionSigned, { authority: found.authority, case: found.caseId, decision: drafted.decisionId })
      return done('signed')
    },
  )
}

/** Names that the draft needs and nothing is known for: open judgement and unanswered places. */
export async function missingIn(
  dependencies: CasesDependencies,
  transaction: Transaction,
  found: Case,
  now: Date,
): Promise<readonly string[]> {
  const drafted = (await findDecision(transaction, found.authority, found.caseId))?.decision
  const submission = await getSubmission(transaction, found.authority, found.submission, found.submissionVersion)
  if (drafted === undefined || submission === undefined) return ['draft']
  const { template, outcome } = templateOf(dependencies, drafted)
  const open = faultsOf(outcome.judgement, drafted.judgement)
  const { missing } = await composeNotice(dependencies, { found, submission, template, outcome, judgement: drafted.judgement, now })
  return [...new Set([...open, ...missing])]
}

export type SigningFault = StepRefusal | SigningRefusal | 'no-draft'

/** The second pair of eyes signs. */
export async function signDecision(dependencies: CasesDependencies, step: CaseStep): Promise<Outcome<Id<'case'>, SigningFault>> {
  return onCase(dependencies.database, step, async (transaction, found): Promise<Outcome<Id<'case'>, SigningFault>> => {
    const drafted = (await findDecision(transaction, found.authority, found.caseId))?.decision
    if (drafted === undefined || drafted.state !== 'awaiting-signature') return refused('no-draft')
    const isLead = step.staff.roles.includes('lead')
    const refusal = refusesSignature({ fourEyes: found.fourEyes, drafter: drafted.drafter.staff, signer: step.staff.staff, isLead })
    if (refusal !== undefined) return refused(refusal)
    if (!(await moveCase(transaction, found, 'decided', step.now))) return refused('wrong-state')
    await setSigned(transaction, { found, decision: drafted.decisionId, staff: step.staff, now: step.now })
    await recordStep(transaction, found, step, 'decision.signed', { outcome: drafted.outcome, draftedBy: drafted.drafter.name })
    await enqueue(transaction, decisionSigned, { authority: found.authority, case: found.caseId, decision: drafted.decisionId })
    return done(found.caseId)
  })
}

/** The second pair of eyes gives it back with a reason. */
export async function returnDecision(
  dependencies: CasesDependencies,
  step: CaseStep & { readonly reason: string },
): Promise<Outcome<Id<'case'>, SigningFault | 'empty'>> {
  const reason = step.reason.trim()
  if (reason === '') return refused('empty')
  return onCase(dependencies.database, step, async (transaction, found): Promise<Outcome<Id<'case'>, SigningFault>> => {
    const drafted = (await findDecision(transaction, found.authority, found.caseId))?.decision
    if (drafted === undefined || drafted.state !== 'awaiting-signature') return refused('no-draft')
    if (!step.staff.roles.includes('lead')) return refused('not-lead')
    if (!(await moveCase(transaction, found, 'in-progress', step.now))) return refused('wrong-state')
    await setDecisionState(
      transaction,
      { authority: found.authority, caseId: found.caseId, decisionId: drafted.decisionId },
      'draft',
      reason,
    )
    await recordStep(transaction, found, step, 'decision.returned', { reason })
    await offerUndo(transaction, found, step, 'returned', { decision: decisionBefore(drafted) })
    return done(found.caseId)
  })
}

function decisionBefore(drafted: Decision): NonNullable<Before['decision']> {
  return { id: drafted.decisionId, returnedReason: drafted.returnedReason ?? null }
}

/** The notice as it would be sent, for the preview; undefined without a draft. */
export async function previewNotice(dependencies: CasesDependencies, step: Omit<CaseStep, 'revision'>): Promise<Uint8Array | undefined> {
  const { authority } = step.staff
  const read = await inTransaction(dependencies.database, { authority }, async (transaction) => {
    const found = await findCase(transaction, authority, step.caseId)
    const drafted = await findDecision(transaction, authority, step.caseId)
    const submission = found && (await getSubmission(transaction, authority, found.submission, found.submissionVersion))
    return found === undefined || drafted === undefined || submission === undefined
      ? undefined
      : { found, decision: drafted.decision, submission }
  })
  if (read === undefined) return undefined
  const { template, outcome } = templateOf(dependencies, read.decision)
  const { letter } = await composeNotice(dependencies, { ...read, template, outcome, judgement: read.decision.judgement, now: step.now })
  return renderNotice(dependencies, letter, step.now)
}
