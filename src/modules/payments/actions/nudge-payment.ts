// Nudges: a return or a call from outside brings the next asking forward, and says nothing else.
import { type Database, inTransaction } from '#database'
import { enqueue } from '#jobs'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Payment, PaymentId } from '../domain/payment.ts'
import { followPayment } from '../events.ts'
import { findPayment } from '../reads.ts'
import { hearCall } from '../writes.ts'

/** Anybody may knock, so a second knock within this time is not heard. */
const quietMs = 300

/** @returns the payment if it was nudged; undefined if it is unknown, paid, or was nudged just now */
export async function nudgePayment(
  database: Database,
  authority: AuthorityId,
  paymentId: PaymentId,
  now: Date,
): Promise<Payment | undefined> {
  return inTransaction(database, { authority }, async (transaction) => {
    const payment = await findPayment(transaction, authority, paymentId)
    if (payment === undefined || payment.state === 'paid') return undefined
    const turn = await hearCall(transaction, authority, payment.attempt.attemptId, now, quietMs)
    if (turn === undefined) return undefined
    await enqueue(
      transaction,
      followPayment,
      { authority, attempt: payment.attempt.attemptId, turn },
      { startAfter: new Date(now.getTime() + quietMs / 2) },
    )
    return { ...payment, attempt: { ...payment.attempt, turn } }
  })
}
