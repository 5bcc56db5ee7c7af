// The life of a case: allowed steps as one table.
import type { ThreadStatus } from './thread-status.ts'

export const caseStates = ['received', 'in-progress', 'waiting-for-person', 'awaiting-signature', 'decided', 'delivered', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** A case leads back from `delivered` when an objection comes in, and from `closed` when it is reopened with a reason. */
export const caseSteps: Record<CaseState, readonly CaseState[]> = {
  received: ['in-progress', 'waiting-for-person', 'awaiting-signature', 'decided'],
  'in-progress': ['waiting-for-person', 'awaiting-signature', 'decided'],
  'waiting-for-person': ['in-progress', 'awaiting-signature', 'decided'],
  'awaiting-signature': ['in-progress', 'decided'],
  decided: ['delivered'],
  delivered: ['closed', 'in-progress'],
  closed: ['in-progress'],
}

export function mayBecome(from: CaseState, to: CaseState): boolean {
  return caseSteps[from].includes(to)
}

/** States in which somebody has to do something; the work list shows these. */
export const openStates: readonly CaseState[] = ['received', 'in-progress', 'waiting-for-person', 'awaiting-signature']

/** What the person is told of a state. */
export const toldAs: Record<CaseState, ThreadStatus> = {
  received: 'received',
  'in-progress': 'in-review',
  'waiting-for-person': 'needs-reply',
  'awaiting-signature': 'in-review',
  decided: 'in-review',
  delivered: 'decided',
  closed: 'closed',
}
