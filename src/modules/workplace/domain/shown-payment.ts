// What the pages of the cash office show, in plain values and words.
import type { Cents } from '#kernel/money.ts'

export interface ShownStep {
  readonly value: string
  readonly label: string
  readonly hint: string
}

export interface ShownDifference {
  readonly path: string
  readonly title: string
  readonly purpose: string
  readonly reference: string | undefined
  readonly amount: string
  /** What the provider said; undefined where it named no amount. */
  readonly reported: string | undefined
  readonly state: string
  readonly stateWord: string
  readonly openedAt: Date
  /** The step that usually follows. */
  readonly proposal: ShownStep | undefined
}

export interface ShownPosting {
  readonly what: string
  readonly debit: string
  readonly credit: string
  readonly amount: Cents
  readonly occurredAt: Date
  readonly attempt: number
}

export interface ShownAttempt {
  readonly number: number
  readonly state: string
  readonly changedAt: Date
  readonly reference: string
  readonly method: string
}

export interface ShownCashStep {
  readonly at: Date
  readonly staffName: string
  readonly what: string
  readonly reason: string
}

export interface ShownPayment {
  readonly shown: ShownDifference
  readonly explanation: string
  readonly paymentState: string
  readonly paidAt: Date | undefined
  readonly positions: readonly { readonly label: string; readonly amount: Cents; readonly booking: string }[]
  readonly postings: readonly ShownPosting[]
  /** What has come in by these postings and not gone back. */
  readonly held: Cents
  readonly attempts: readonly ShownAttempt[]
  readonly journal: readonly ShownCashStep[]
  /** What may follow now. */
  readonly steps: readonly ShownStep[]
}
