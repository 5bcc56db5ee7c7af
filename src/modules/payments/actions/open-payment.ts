// Opens a payment: the intent is written, in the caller's transaction, before anybody outside hears of it.
import type { Transaction } from '#database'
import { enqueue } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Cents } from '#kernel/money.ts'
import type { AttemptId, Payment, PaymentId, Position } from '../domain/payment.ts'
import { followPayment } from '../events.ts'
import { findPaymentFor } from '../reads.ts'
import { insertAttempt, insertPayment } from '../writes.ts'

export interface PaymentIntent {
  readonly authority: AuthorityId
  readonly owner: OwnerId
  /** What it is paid for: the draft's id. */
  readonly reference: string
  readonly amount: Cents
  /** What the person reads; also cut down for the bank statement. */
  readonly purpose: string
  /** One position over the whole amount if left out. */
  readonly positions?: readonly Position[]
  /** Where the person goes on after paying; without the language's prefix. */
  readonly returnPath: string
  readonly language?: Language
  readonly now: Date
}

/**
 * The payment for a reference: a new one, or the one already there if the amount is the same or it is paid.
 * Double clicks and two tabs get the same payment. Needs the authority's or the owner's scope and the authority's.
 *
 * @throws RangeError if the positions do not add up to the amount
 */
export async function openPayment(transaction: Transaction, intent: PaymentIntent): Promise<Payment> {
  const positions = intent.positions ?? [{ key: 'fee', label: intent.purpose, amount: intent.amount }]
  const total = positions.reduce((sum, position) => sum + position.amount, 0n)
  if (total !== intent.amount) throw new RangeError(`positions add up to ${total} cents instead of ${intent.amount}`)
  const latest = await findPaymentFor(transaction, intent.authority, intent.owner, intent.reference)
  if (latest !== undefined && (latest.amount === intent.amount || latest.state === 'paid')) return latest
  const paymentId: PaymentId = newId(intent.now.getTime())
  const sequence = (latest?.sequence ?? 0) + 1
  const payment = { ...intent, positions, paymentId, sequence, language: intent.language ?? 'de' }
  if (await insertPayment(transaction, payment, intent.now)) {
    const attempt: AttemptId = newId(intent.now.getTime())
    await insertAttempt(transaction, intent.authority, { paymentId, attemptId: attempt, number: 1 }, intent.now)
    await enqueue(transaction, followPayment, { authority: intent.authority, attempt, turn: 1 })
  }
  const opened = await findPaymentFor(transaction, intent.authority, intent.owner, intent.reference)
  if (opened === undefined) throw new Error('a payment that was just opened cannot be read; the scope lacks its authority')
  return opened
}
