// The port to a payment provider: open a transaction, ask for its state.
import type { Outcome } from '#kernel/outcome.ts'
import type { FunctionalCode, PaymentOrder, ReportedTransaction } from '#standards/xbezahldienste'

export type { PaymentOrder, ReportedTransaction }

/**
 * exists: the provider knows the request id but does not say which transaction it became.
 * rejected: it will never take this order. unclear: no answer or none that can be read; it may have acted or not.
 */
export type OpenRefusal = 'exists' | 'rejected' | 'unclear'

export interface PaymentProvider {
  open(order: PaymentOrder, timeoutMs: number): Promise<Outcome<ReportedTransaction, OpenRefusal>>
  /** `id` is a transaction's, or a request's where the provider takes one for the other. */
  find(id: string, timeoutMs: number): Promise<Outcome<ReportedTransaction, 'not-found' | 'unclear'>>
}

/** Codes after which the same order would be refused again. */
export const finalCodes: ReadonlySet<FunctionalCode> = new Set([
  'NO_VALID_ORIGINATOR_OR_DESTINATION',
  'NO_VALID_ORIGINATOR_OR_ENDPOINT',
  'CALCULATION_ERROR',
  'BOOKING_DATA_MISSING',
  'VALIDATION_ERROR',
  'FORBIDDEN',
])
