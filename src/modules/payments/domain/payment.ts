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

export interface Difference {
  readonly kind: DifferenceKind
  readonly paymentId: PaymentId
  readonly attemptId: AttemptId
  readonly reference: string
  readonly amount: Cents
  readonly transactionReference?: string
  /** What was expected and what was reported. */
  readonly detail: Readonly<Record<string, unknown>>
  readonly openedAt: Date
}
