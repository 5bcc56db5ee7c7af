// Taking back: which steps, for how long, and what makes it too late.
import type { StaffId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import type { CaseState } from './states.ts'

/**
 * Steps that stay inside the office. What has reached the person (a question, a signed decision) or began a new examination
 * of a closed file is not among them.
 */
export type UndoableStep = 'assigned' | 'noted' | 'handed-in' | 'returned' | 'closed' | 'reopened'

/** What people are told. */
export const undoSeconds = 10
/** The way to the server and back also takes time; it is not at the clerk's expense. */
const wayMs = 2_000

/** What stood before the step. */
export interface Before {
  readonly state: CaseState
  readonly stateSince: string
  readonly assignee: { readonly staff: StaffId; readonly name: string } | null
  readonly note?: Id<'note'>
  readonly decision?: { readonly id: Id<'decision'>; readonly returnedReason: string | null }
}

export interface Undo {
  readonly step: UndoableStep
  readonly at: Date
  /** The revision that the step left behind. */
  readonly revision: number
  readonly before: Before
}

export type UndoRefusal = 'too-late' | 'changed-since'

/** A note overwrites nothing, so nobody's change can stand against taking it back. */
export function refusesUndo(undo: Pick<Undo, 'step' | 'at' | 'revision'>, revision: number, now: Date): UndoRefusal | undefined {
  if (now.getTime() - undo.at.getTime() > undoSeconds * 1000 + wayMs) return 'too-late'
  return undo.step !== 'noted' && undo.revision !== revision ? 'changed-since' : undefined
}
