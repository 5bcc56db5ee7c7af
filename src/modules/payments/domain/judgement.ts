// Judgement: what follows from a provider's report about an attempt.

import type { Cents } from '#kernel/money.ts'
import type { ReportedTransaction, TransactionStatus } from '#standards/xbezahldienste'
import type { Attempt, DifferenceKind } from './payment.ts'
import { mayBecome, type PaymentState } from './states.ts'

/** After this long without an end we tell the person that we no longer wait. */
export const expiryMs = 60 * 60_000

export interface Judgement {
  /** The state to take; undefined if it stays. */
  readonly to?: PaymentState
  readonly difference?: DifferenceKind
  /** Whether the report may be believed: its transaction and pay page taken over. */
  readonly isOurs: boolean
}

const reportedStates: Record<TransactionStatus, PaymentState> = {
  INITIAL: 'initial',
  PAYED: 'paid',
  FAILED: 'failed',
  CANCELED: 'cancelled',
}

/**
 * Decides about a report. A report that names another amount, request or transaction than ours changes nothing but
 * to `unknown`: nothing is posted, the cash office gets a task.
 */
export function judgeReport(attempt: Attempt, amount: Cents, report: ReportedTransaction, now: Date): Judgement {
  const mismatch = findMismatch(attempt, amount, report)
  if (mismatch !== undefined) return { isOurs: false, difference: mismatch, ...step(attempt.state, 'unknown') }
  const reported = reportedStates[report.status]
  if (attempt.state === reported) return { isOurs: true, ...expiry(attempt, now) }
  if (reported === 'initial' && isKnownDead(attempt)) return { isOurs: true }
  if (!mayBecome(attempt.state, reported)) return { isOurs: true, difference: 'status-regression' }
  const isLate = attempt.state === 'failed' || attempt.state === 'cancelled'
  return { isOurs: true, to: reported, ...(isLate ? { difference: 'paid-after-closing' as const } : {}) }
}

/** Ended by us: the provider still offers a page that we no longer wait for, or that nobody ever saw. */
function isKnownDead(attempt: Attempt): boolean {
  return (
    attempt.state === 'expired' || attempt.state === 'abandoned' || (attempt.state === 'cancelled' && attempt.handedOutAt === undefined)
  )
}

function findMismatch(attempt: Attempt, amount: Cents, report: ReportedTransaction): DifferenceKind | undefined {
  if (report.requestId !== undefined && report.requestId !== attempt.attemptId) return 'reference-mismatch'
  if (attempt.transactionId !== undefined && report.transactionId !== attempt.transactionId) return 'reference-mismatch'
  if (report.amount !== undefined && report.amount !== amount) return 'amount-mismatch'
  return undefined
}

function step(from: PaymentState, to: PaymentState): { to?: PaymentState } {
  return mayBecome(from, to) ? { to } : {}
}

function expiry(attempt: Attempt, now: Date): { to?: PaymentState } {
  const since = attempt.handedOutAt ?? attempt.createdAt
  return attempt.state === 'initial' && now.getTime() - since.getTime() >= expiryMs ? { to: 'expired' } : {}
}
