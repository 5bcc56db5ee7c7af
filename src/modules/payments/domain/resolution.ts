// Resolution: how the cash office settles what does not match, as one table, and what is proposed for each kind.
import type { DifferenceKind, DifferenceState } from './payment.ts'

/** What was accepted or assigned can be taken up again; what has gone back is gone. */
export const differenceSteps: Record<DifferenceState, readonly DifferenceState[]> = {
  open: ['clarifying', 'refund-ordered', 'accepted', 'assigned'],
  clarifying: ['refund-ordered', 'accepted', 'assigned'],
  'refund-ordered': ['refunded', 'clarifying'],
  refunded: [],
  accepted: ['clarifying'],
  assigned: ['clarifying'],
}

/** Nothing more is to be done; the task leaves the list. */
export function isSettled(state: DifferenceState): boolean {
  return state === 'refunded' || state === 'accepted' || state === 'assigned'
}

const proposals: Record<DifferenceKind, DifferenceState> = {
  // The provider's amount is not ours: nothing was posted, so somebody must ask.
  'amount-mismatch': 'clarifying',
  'reference-mismatch': 'clarifying',
  // The fee was paid twice: what came second waits in the account for refunds.
  overpaid: 'refund-ordered',
  // Late money is posted and the submission goes on by itself.
  'paid-after-closing': 'accepted',
  'status-regression': 'clarifying',
  // No money moved; the person was told.
  refused: 'accepted',
  'not-found': 'clarifying',
  abandoned: 'accepted',
}

/** The step that usually follows; following it needs no words of one's own. */
export function proposalFor(kind: DifferenceKind, state: DifferenceState): DifferenceState | undefined {
  if (state === 'open') return proposals[kind]
  return state === 'refund-ordered' ? 'refunded' : undefined
}
