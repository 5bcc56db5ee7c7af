// Payments: fees paid online before submission, and the ledger of what came in.
import type { JobKind } from '#jobs'
import { followPayment, paymentClosed, paymentPaid } from './events.ts'

export { openPayment, type PaymentIntent } from './actions/open-payment.ts'
export { type Resolving, resolveDifference } from './actions/resolve-difference.ts'
export { takeOverPayments } from './actions/take-over-payments.ts'
export type { FollowDependencies, Payee, PaymentsDependencies } from './dependencies.ts'
export {
  type AttemptLine,
  type DifferenceKey,
  type DifferenceStep,
  findDifference,
  listAttempts,
  listDifferenceSteps,
  listOpenDifferences,
  listPostings,
  listResolvedDifferences,
} from './difference-reads.ts'
export {
  type Attempt,
  type Difference,
  type DifferenceKind,
  type DifferenceState,
  differenceKinds,
  differenceStates,
  type Payment,
  type PaymentId,
  type Position,
  type Posting,
} from './domain/payment.ts'
export { differenceSteps, proposalFor } from './domain/resolution.ts'
export { mayBecome, type PaymentState, paymentStates } from './domain/states.ts'
export { type PaymentEvent, paymentClosed, paymentPaid } from './events.ts'
export { paymentsJobs } from './jobs.ts'
export type { PaymentProvider } from './providers/provider.ts'
export { createXbezahldienste, type XbezahldiensteSettings } from './providers/xbezahldienste.ts'
export { findPayment } from './reads.ts'
export { paymentsRoutes } from './routes.ts'

/** The queues that payments need. */
export const paymentsKinds: readonly JobKind<object>[] = [followPayment, paymentPaid, paymentClosed]
