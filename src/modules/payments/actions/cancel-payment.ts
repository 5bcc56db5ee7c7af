// Cancels a payment that nobody can pay yet; once a pay page was handed out, only the provider ends it.
import { type Database, inTransaction } from '#database'
import { enqueue } from '#jobs'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Payment, PaymentId } from '../domain/payment.ts'
import { mayBecome } from '../domain/states.ts'
import { paymentClosed } from '../events.ts'
import { findPayment } from '../reads.ts'
import { cancelUnseen } from '../writes.ts'

export async function cancelPayment(database: Database, seen: Payment, now: Date): Promise<Outcome<PaymentId, 'can-be-paid'>> {
  const { authority, paymentId } = seen
  return inTransaction(database, { authority }, async (transaction) => {
    const payment = await findPayment(transaction, authority, paymentId)
    if (payment === undefined || !mayBecome(payment.state, 'cancelled')) return refused('can-be-paid')
    if (!(await cancelUnseen(transaction, authority, payment.attempt.attemptId, payment.state, now))) return refused('can-be-paid')
    await enqueue(transaction, paymentClosed, {
      authority,
      owner: payment.owner,
      payment: paymentId,
      reference: payment.reference,
      state: 'cancelled',
    })
    return done(paymentId)
  })
}
