// Payments: an intent to pay, its attempts, and what the cash office has to look at.
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Cents } from '#kernel/money.ts'
import type { PaymentState } from './states.ts'

export type { ReportedTransaction } from '#standards/xbezahldienste'

export type PaymentId = Id<'payment'>
export type AttemptId = Id<'attempt'>

export interface Position {
  readonly key: string
  readonly label: string
  readonly amount: Cents
  /** Where the cash office books it: its reference and account assignment. */
  readonly booking?: { readonly reference: string; readonly accounts: Readonly<Record<string, string>> }
}

export interface Attempt {
  readonly attemptId: AttemptId
  readonly number: number
  readonly state: PaymentState
  readonly createdAt: Date
  readonly changedAt: Date
  readonly handedOutAt?: Date
  readonly transactionId?: string
  readonly redirectUrl?: string
  readonly transactionReference?: string
  readonly method?: string
  readonly turn: number
  readonly nudgedAt: Date
}

export interface Payment {
  readonly authority: AuthorityId
  readonly paymentId: PaymentId
  readonly owner: OwnerId
  readonly reference: string
  readonly amount: Cents
  readonly purpose: string
  readonly positions: readonly Position[]
  readonly returnPath: string
  readonly language: Language
  readonly state: PaymentState
  readonly openedAt: Date
  readonly paidAt?: Date
  /** The one that paid, else the latest. */
  readonly attempt: Attempt
}

export const differenceKinds = [
  'amount-mismatch',
  'reference-mismatch',
  'overpaid',
  'paid-after-closing',
  'status-regression',
  'refused',
  'not-found',
  'abandoned',
] as const
/** Why a payment needs a person of the cash office. */
export type DifferenceKind = (typeof differenceKinds)[number]

export const differenceStates = ['open', 'clarifying', 'refund-ordered', 'refunded', 'accepted', 'assigned'] as const
/**
 * clarifying: the provider or the person is asked. refund-ordered: the cash office's own procedure pays it back. refunded: it
 * has gone back. accepted: it may stay as it is. assigned: the money belongs to another payment and is booked there.
 */
export type DifferenceState = (typeof differenceStates)[number]

export interface Difference {
  readonly kind: DifferenceKind
  readonly state: DifferenceState
  readonly paymentId: PaymentId
  readonly attemptId: AttemptId
  readonly reference: string
  readonly amount: Cents
  readonly transactionReference?: string
  /** What was expected and what was reported. */
  readonly detail: Readonly<Record<string, unknown>>
  readonly openedAt: Date
  /** What the fee is for. */
  readonly purpose: string
  readonly resolvedAt?: Date
}

/** One row of the ledger: an amount moved from one account to another. */
export interface Posting {
  readonly code: 'fee-paid' | 'overpaid' | 'refunded'
  readonly attemptNumber: number
  readonly debit: string
  readonly credit: string
  readonly amount: Cents
  readonly occurredAt: Date
}
