// Takes a quick step back, as long as the clock and the case allow it; the history keeps both.
import { type Database, inTransaction, type Transaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { reopenDossier, reopenDossierCase } from '#modules/dossiers'
import { listUndoCases } from '../desk-reads.ts'
import { restoreState, takeUndo, withdrawNote } from '../desk-writes.ts'
import type { Case } from '../domain/case.ts'
import { refusesUndo, type Undo, type UndoableStep, type UndoRefusal } from '../domain/undo.ts'
import { caseTexts } from '../texts.ts'
import { setAssignee, setDecisionState } from '../writes.ts'
import { onCase, recordStep, tellState } from './work-on-case.ts'

export interface Undoing {
  readonly staff: Staff
  readonly undo: Id<'undo'>
  readonly now: Date
}

/** @returns what was taken back; an id that is gone or another's is too late */
export async function undoStep(
  database: Database,
  undoing: Undoing & { readonly caseId: Id<'case'> },
): Promise<Outcome<UndoableStep, UndoRefusal | 'unknown' | 'changed-meanwhile'>> {
  return onCase(database, undoing, async (transaction, found): Promise<Outcome<UndoableStep, UndoRefusal>> => {
    const undo = await takeUndo(transaction, found, undoing.undo, undoing.staff.staff)
    if (undo === undefined) return refused('too-late')
    const refusal = refusesUndo(undo, found.revision, undoing.now)
    if (refusal !== undefined) return refused(refusal)
    await restore(transaction, found, undo, undoing)
    await recordStep(transaction, found, undoing, 'case.undone', { step: undo.step })
    return done(undo.step)
  })
}

/** Several that were taken at once go back one by one; what somebody has gone on with stays. */
export async function undoSteps(database: Database, undoing: Undoing): Promise<{ readonly undone: number; readonly missed: number }> {
  const { authority, staff } = undoing.staff
  const cases = await inTransaction(database, { authority }, (transaction) => listUndoCases(transaction, authority, staff, undoing.undo))
  let undone = 0
  for (const caseId of cases) if ((await undoStep(database, { ...undoing, caseId })).ok) undone += 1
  return { undone, missed: cases.length - undone }
}

async function restore(transaction: Transaction, found: Case, undo: Undo, { staff, now }: Undoing): Promise<void> {
  const { step, before } = undo
  const { authority, dossier, caseId } = found
  if (step === 'noted') return before.note && withdrawNote(transaction, found, before.note, now)
  if (step === 'assigned') await setAssignee(transaction, found, before.assignee ?? undefined)
  if (before.decision !== undefined) {
    const key = { authority, caseId, decisionId: before.decision.id }
    const isBack = step === 'handed-in'
    await setDecisionState(transaction, key, isBack ? 'draft' : 'awaiting-signature', before.decision.returnedReason ?? undefined)
  }
  if (step === 'closed') {
    await reopenDossier(transaction, { authority, dossier, actor: staff, now, reason: caseTexts.undone })
    await reopenDossierCase(transaction, { authority, case: caseId, actor: staff, now })
  }
  if (before.state === found.state) return
  await restoreState(transaction, found, before.state, new Date(before.stateSince))
  await tellState(transaction, found, before.state, now)
}
