// States: the life of an attempt to pay, as one table; a payment stands where its paid or latest attempt stands.

/**
 * created: written down, nobody outside knows it. requested: the provider may know it. unknown: the provider's answer is
 * missing or contradicts ours; never an end. initial: a pay page exists. expired: we no longer wait, it can still be paid.
 * abandoned: the provider knows it, but no pay page of it was ever shown to anybody.
 */
export const paymentStates = ['created', 'requested', 'unknown', 'initial', 'paid', 'failed', 'cancelled', 'expired', 'abandoned'] as const
export type PaymentState = (typeof paymentStates)[number]

/** Paid is never left. A payment after failing or cancelling is a late truth of the provider and wins. */
export const paymentSteps: Record<PaymentState, readonly PaymentState[]> = {
  created: ['requested', 'cancelled'],
  requested: ['initial', 'unknown', 'paid', 'failed', 'cancelled', 'abandoned'],
  unknown: ['initial', 'paid', 'failed', 'cancelled', 'abandoned'],
  initial: ['paid', 'failed', 'cancelled', 'expired', 'unknown'],
  expired: ['paid', 'failed', 'cancelled', 'unknown'],
  failed: ['paid'],
  cancelled: ['paid'],
  paid: [],
  abandoned: [],
}

export function mayBecome(from: PaymentState, to: PaymentState): boolean {
  return paymentSteps[from].includes(to)
}

/** States in which the person is told an end; an expired payment can still be paid late. */
export function isClosed(state: PaymentState): boolean {
  return state === 'paid' || state === 'failed' || state === 'cancelled' || state === 'expired'
}

/** Whether a new attempt can do no harm: the provider has finally refused the last one. */
export function mayTryAgain(state: PaymentState): boolean {
  return state === 'failed' || state === 'cancelled'
}

/** Whether the request still has to reach the provider. */
export function isUnasked(state: PaymentState): boolean {
  return state === 'created' || state === 'requested' || state === 'unknown'
}
