// Events and jobs of payments: what is announced, and the one kind of work that asks the provider.

import { jobKind } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { AttemptId, PaymentId } from './domain/payment.ts'
import type { PaymentState } from './domain/states.ts'

export interface PaymentEvent {
  readonly authority: AuthorityId
  readonly owner: OwnerId
  readonly payment: PaymentId
  readonly reference: string
  readonly state: PaymentState
}

/** Announced once per payment, in the transaction that posts it. */
export const paymentPaid = jobKind<PaymentEvent>('payments.paid')
/** An attempt came to an end without money: failed, cancelled, or no longer waited for. Paid may still follow. */
export const paymentClosed = jobKind<PaymentEvent>('payments.closed')

export interface FollowOrder {
  readonly authority: AuthorityId
  readonly attempt: AttemptId
  readonly turn: number
}

/** Brings an attempt one step on: requests it, or asks what became of it. */
export const followPayment = jobKind<FollowOrder>('payments.follow', { retries: 200, retryDelaySeconds: 1, expireSeconds: 30, parallel: 8 })
