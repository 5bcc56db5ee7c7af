// Standing: what a person has to know about their payment now.
import type { Payment } from './payment.ts'

/**
 * open: can go to the provider. preparing: wants to, the provider has not answered. checking: was there, no result
 * yet. mismatch: the provider contradicts us, the cash office decides.
 */
export type Standing = 'open' | 'preparing' | 'checking' | 'paid' | 'failed' | 'cancelled' | 'expired' | 'mismatch'

/** @param wants whether the person has just asked for the pay page */
export function standingOf(payment: Payment, wants: boolean): Standing {
  const { state, attempt } = payment
  if (state === 'paid' || state === 'failed' || state === 'cancelled' || state === 'expired') return state
  if (state === 'unknown' && attempt.transactionId !== undefined) return 'mismatch'
  if (attempt.handedOutAt !== undefined) return 'checking'
  return wants && attempt.redirectUrl === undefined ? 'preparing' : 'open'
}

/** Seconds until a waiting page looks again; undefined when it stops and leaves it to the person. */
export function refreshSeconds(looks: number): number | undefined {
  const seconds = [1, 2, 2, 2, 3, 5, 5, 10, 10, 20, 30, 30, 60, 60, 60]
  return seconds[looks]
}
