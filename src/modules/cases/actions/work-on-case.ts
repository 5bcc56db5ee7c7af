// What a clerk does with a case besides deciding it: take it, hand it on, note something, close it.
import { type Database, inTransaction, type Transaction } from '#database'
import { appendHistory } from '#journal'
import type { Staff } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { closeDossier, closeDossierCase, reopenDossier, reopenDossierCase } from '#modules/dossiers'
import { setStatus } from '#modules/mailbox'
import { insertUndo } from '../desk-writes.ts'
import type { Case } from '../domain/case.ts'
import { type CaseState, mayBecome, toldAs } from '../domain/states.ts'
import type { Before, UndoableStep } from '../domain/undo.ts'
import { lockCase } from '../reads.ts'
import { insertNote, setAssignee, setState } from '../writes.ts'
import { threadOf } from './open-case.ts'

export interface CaseStep {
  readonly staff: Staff
  readonly caseId: Id<'case'>
  /** What the page showed; another number means a colleague was faster. */
  readonly revision?: number
  /** Under this id it can be taken back for some seconds; the same for all that are done at once. */
  readonly undo?: Id<'undo'>
  readonly now: Date
}

export type StepRefusal = 'unknown' | 'changed-meanwhile' | 'wrong-state'

/** Runs `work` on the locked case in the scope of authority and person; refuses where the page was out of date. */
export async function onCase<Value, Reason extends string>(
  database: Database,
  step: CaseStep,
  work: (transaction: Transaction, found: Case) => Promise<Outcome<Value, Reason>>,
): Promise<Outcome<Value, Reason | 'unknown' | 'changed-meanwhile'>> {
  const { authority } = step.staff
  const owner = await inTransaction(
    database,
    { authority },
    async (transaction) => (await lockCase(transaction, authority, step.caseId))?.owner,
  )
  if (owner === undefined) return refused('unknown')
  return inTransaction(database, { authority, owner }, async (transaction) => {
    const found = await lockCase(transaction, authority, step.caseId)
    if (found === undefined) return refused('unknown')
    if (step.revision !== undefined && step.revision !== found.revision) return refused('changed-meanwhile')
    return work(transaction, found)
  })
}

/** Writes an event of the case into the history of its dossier. */
export async function recordStep(
  transaction: Transaction,
  found: Case,
  step: CaseStep,
  action: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const object = { kind: 'case', id: found.caseId }
  await appendHistory(transaction, {
    authority: found.authority,
    dossier: found.dossier,
    actor: step.staff,
    action,
    object,
    detail,
    now: step.now,
  })
}

/** Moves a case along its state table and tells the person. */
export async function moveCase(transaction: Transaction, found: Case, state: CaseState, now: Date): Promise<boolean> {
  if (!mayBecome(found.state, state)) return false
  await setState(transaction, found, state, now)
  await tellState(transaction, found, state, now)
  return true
}

/** What the person reads of the case in the mailbox. */
export async function tellState(transaction: Transaction, found: Case, state: CaseState, now: Date): Promise<void> {
  const { owner, authority, caseId } = found
  const expectedBy = state === 'delivered' || state === 'closed' || state === 'waiting-for-person' ? undefined : found.dueOn
  await setStatus(transaction, {
    owner,
    authority,
    thread: threadOf(caseId),
    title: found.title.de,
    number: found.submissionNumber,
    status: toldAs[state],
    expectedBy,
    now,
  })
}

/** Keeps what stood before a step, where the caller wants it to be taken back; call it when the step is done. */
export async function offerUndo(
  transaction: Transaction,
  before: Case,
  step: CaseStep,
  name: UndoableStep,
  more: Pick<Before, 'note' | 'decision'> = {},
): Promise<void> {
  if (step.undo === undefined) return
  const { state, stateSince, assignee } = before
  await insertUndo(transaction, before, {
    ...{ undo: step.undo, step: name, staff: step.staff.staff, at: step.now },
    before: { state, stateSince: stateSince.toISOString(), assignee: assignee ?? null, ...more },
  })
}

/** Takes the case oneself or hands it to a colleague; the first to take it brings it into work. */
export async function assignCase(
  database: Database,
  step: CaseStep & { readonly assignee: Pick<Staff, 'staff' | 'name'> | undefined },
): Promise<Outcome<Id<'case'>, StepRefusal>> {
  return onCase(database, step, async (transaction, found): Promise<Outcome<Id<'case'>, StepRefusal>> => {
    if (found.state === 'closed') return refused('wrong-state')
    await setAssignee(transaction, found, step.assignee)
    await recordStep(transaction, found, step, 'case.assigned', { to: step.assignee?.name ?? null })
    if (found.state === 'received' && step.assignee !== undefined) await moveCase(transaction, found, 'in-progress', step.now)
    await offerUndo(transaction, found, step, 'assigned')
    return done(found.caseId)
  })
}

export async function addNote(
  database: Database,
  step: CaseStep & { readonly text: string },
): Promise<Outcome<Id<'case'>, StepRefusal | 'empty'>> {
  const text = step.text.trim()
  if (text === '') return refused('empty')
  return onCase(database, step, async (transaction, found) => {
    const note = newId<'note'>(step.now.getTime())
    await insertNote(transaction, found, { note, staff: step.staff, text }, step.now)
    await recordStep(transaction, found, step, 'case.noted', { text })
    await offerUndo(transaction, found, step, 'noted', { note })
    return done(found.caseId)
  })
}

export type ClosingFault = StepRefusal | 'open-cases' | 'draft-documents' | 'missing-fact'

/** Closes case and dossier (z. d. A.); retention counts from here. */
export async function closeCase(database: Database, step: CaseStep): Promise<Outcome<Id<'case'>, ClosingFault>> {
  return onCase(database, step, async (transaction, found): Promise<Outcome<Id<'case'>, ClosingFault>> => {
    if (!(await moveCase(transaction, found, 'closed', step.now))) return refused('wrong-state')
    const { authority, dossier, caseId } = found
    await closeDossierCase(transaction, { authority, case: caseId, actor: step.staff, now: step.now })
    const closed = await closeDossier(transaction, {
      authority,
      dossier,
      actor: step.staff,
      now: step.now,
      facts: { decisionEffectiveOn: dayInGermany(found.stateSince) },
    })
    // A refusal must undo the step, so it leaves the transaction as an error of its own kind.
    if (!closed.ok) throw new ClosingRefused(closed.reason)
    await offerUndo(transaction, found, step, 'closed')
    return done(caseId)
  }).catch((error: unknown) => {
    if (error instanceof ClosingRefused) return refused(error.reason)
    throw error
  })
}

class ClosingRefused extends Error {
  readonly reason: ClosingFault
  constructor(reason: string) {
    super(`the dossier cannot be closed: ${reason}`)
    this.reason = reason === 'open-cases' || reason === 'draft-documents' || reason === 'missing-fact' ? reason : 'wrong-state'
  }
}

/** Takes a closed case up again, with the reason in the file. */
export async function reopenCase(
  database: Database,
  step: CaseStep & { readonly reason: string },
): Promise<Outcome<Id<'case'>, StepRefusal | 'empty'>> {
  const reason = step.reason.trim()
  if (reason === '') return refused('empty')
  return onCase(database, step, async (transaction, found): Promise<Outcome<Id<'case'>, StepRefusal>> => {
    const { authority, dossier, caseId } = found
    if (found.state !== 'closed' && found.state !== 'delivered') return refused('wrong-state')
    if (found.state === 'closed') {
      await reopenDossier(transaction, { authority, dossier, actor: step.staff, now: step.now, reason })
      await reopenDossierCase(transaction, { authority, case: caseId, actor: step.staff, now: step.now })
    }
    await moveCase(transaction, found, 'in-progress', step.now)
    await recordStep(transaction, found, step, 'case.reopened', { reason })
    // Of a file that was closed the retention was computed on its day of closing; closing it anew would compute another.
    if (found.state === 'delivered') await offerUndo(transaction, found, step, 'reopened')
    return done(caseId)
  })
}
