// Follows an attempt: requests it at the provider or asks for its state, then plans the next time.
import { inTransaction, type Transaction } from '#database'
import { enqueue } from '#jobs'
import type { AuthorityId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { pathPrefix } from '#kernel/language.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { FollowDependencies } from '../dependencies.ts'
import type { AttemptId, DifferenceKind, Payment } from '../domain/payment.ts'
import { nextAsking } from '../domain/schedule.ts'
import { isUnasked, mayBecome } from '../domain/states.ts'
import { followPayment, paymentClosed } from '../events.ts'
import type { PaymentOrder, PaymentProvider, ReportedTransaction } from '../providers/provider.ts'
import { findAttempt } from '../reads.ts'
import { abandonUnseen, advanceAttemptNumber, changeState, insertAttempt, openDifference, takeTurn } from '../writes.ts'
import { recordReport } from './record-report.ts'

/** In the visitor's request, and in a job. */
export const inlineTimeoutMs = 600
export const jobTimeoutMs = 5_000

export interface Step {
  readonly authority: AuthorityId
  readonly attempt: AttemptId
  /** The turn that a job carries; undefined when a person is waiting. */
  readonly turn?: number
  readonly timeoutMs: number
  readonly now: () => Date
}

type Answer = Outcome<ReportedTransaction, 'exists' | 'rejected' | 'unclear' | 'not-found' | 'not-adopted'>

/**
 * One step: the transaction before says what is about to happen, the provider is asked outside any transaction, the
 * transaction after records the answer. Killed in between, the next step repeats the same request id.
 */
export async function followAttempt(dependencies: FollowDependencies, step: Step): Promise<void> {
  const scope = { authority: step.authority }
  const prepared = await inTransaction(dependencies.database, scope, (transaction) => prepare(transaction, step))
  if (prepared === undefined) return
  const { payment } = prepared
  const answer = prepared.isBusy ? undefined : await ask(dependencies, payment, step)
  await inTransaction(dependencies.database, scope, async (transaction) => {
    const now = step.now()
    if (answer !== undefined) await record(transaction, payment, answer, now)
    await plan(transaction, payment, now, dependencies)
  })
}

interface Prepared {
  readonly payment: Payment
  /** Another process has just sent the same request: asking beside it would look like a lost answer. */
  readonly isBusy: boolean
}

async function prepare(transaction: Transaction, step: Step): Promise<Prepared | undefined> {
  const payment = await findAttempt(transaction, step.authority, step.attempt)
  if (payment === undefined || payment.attempt.state === 'abandoned') return undefined
  if (step.turn !== undefined && step.turn !== payment.attempt.turn) return undefined
  if (payment.attempt.state !== 'created') {
    const isBusy = payment.attempt.state === 'requested' && step.now().getTime() - payment.attempt.changedAt.getTime() < jobTimeoutMs
    return { payment, isBusy }
  }
  // Cancelled in the same moment: then nothing is requested.
  if (!(await changeState(transaction, step.authority, step.attempt, { from: 'created', to: 'requested' }, step.now()))) return undefined
  return { payment: { ...payment, state: 'requested', attempt: { ...payment.attempt, state: 'requested' } }, isBusy: false }
}

async function ask(dependencies: FollowDependencies, payment: Payment, step: Step): Promise<Answer> {
  const provider = await dependencies.providerOf(payment.authority)
  const { attempt } = payment
  if (attempt.transactionId !== undefined) return provider.find(attempt.transactionId, step.timeoutMs)
  if (!isUnasked(attempt.state)) return { ok: false, reason: 'unclear' }
  const opened = await provider.open(orderOf(payment, dependencies.baseUrl), step.timeoutMs)
  return !opened.ok && opened.reason === 'exists' ? adopt(provider, attempt.attemptId, step.timeoutMs) : opened
}

/** The answer to the POST was lost. The standard lets a provider take the request id for the transaction's. */
async function adopt(provider: PaymentProvider, requestId: string, timeoutMs: number): Promise<Answer> {
  const found = await provider.find(requestId, timeoutMs)
  return !found.ok && found.reason === 'not-found' ? { ok: false, reason: 'not-adopted' } : found
}

function orderOf(payment: Payment, baseUrl: string): PaymentOrder {
  return {
    requestId: payment.attempt.attemptId,
    requestedAt: payment.attempt.createdAt,
    amount: payment.amount,
    purpose: payment.purpose,
    description: payment.purpose,
    redirectUrl: `${baseUrl}${pathPrefix[payment.language]}/zahlung/${payment.authority}/${payment.paymentId}/zurueck`,
    positions: payment.positions.map(({ key, label, amount, booking }) => ({
      id: key,
      reference: booking?.reference ?? key,
      description: label,
      quantity: 1,
      singleAmount: amount,
      ...(booking === undefined ? {} : { booking: booking.accounts }),
    })),
  }
}

async function record(transaction: Transaction, payment: Payment, answer: Answer, now: Date): Promise<void> {
  if (answer.ok) return recordReport(transaction, payment, answer.value, now)
  const { authority, attempt } = payment
  if (answer.reason === 'rejected') {
    if (!(await changeState(transaction, authority, attempt.attemptId, { from: attempt.state, to: 'failed' }, now))) return
    await task(transaction, payment, 'refused', now)
    const { owner, paymentId, reference } = payment
    return enqueue(transaction, paymentClosed, { authority, owner, payment: paymentId, reference, state: 'failed' })
  }
  if (answer.reason === 'not-adopted') return startAnew(transaction, payment, now)
  if (answer.reason === 'not-found') await task(transaction, payment, 'not-found', now)
  // Without an answer a known transaction stays what it is; one that was only requested is unknown until it is found.
  if (attempt.transactionId === undefined && mayBecome(attempt.state, 'unknown'))
    await changeState(transaction, authority, attempt.attemptId, { from: attempt.state, to: 'unknown' }, now)
}

/** Safe only because nobody ever received a pay page of the old attempt; the row's own condition says so. */
async function startAnew(transaction: Transaction, payment: Payment, now: Date): Promise<void> {
  const { authority, attempt } = payment
  if (!(await abandonUnseen(transaction, authority, attempt.attemptId, now))) return
  await task(transaction, payment, 'abandoned', now)
  await startAttempt(transaction, payment, now)
}

/** Adds the next attempt behind the one of `payment`. @returns false if somebody else has */
export async function startAttempt(transaction: Transaction, payment: Payment, now: Date, startAfter: Date = now): Promise<boolean> {
  const { authority, paymentId } = payment
  if (!(await advanceAttemptNumber(transaction, authority, paymentId, payment.attempt.number))) return false
  const attempt: AttemptId = newId(now.getTime())
  await insertAttempt(transaction, authority, { paymentId, attemptId: attempt, number: payment.attempt.number + 1 }, now)
  await enqueue(transaction, followPayment, { authority, attempt, turn: 1 }, { startAfter })
  return true
}

async function task(transaction: Transaction, payment: Payment, kind: DifferenceKind, now: Date): Promise<void> {
  const { paymentId, attempt } = payment
  await openDifference(
    transaction,
    payment.authority,
    { kind, paymentId, attemptId: attempt.attemptId, detail: { state: attempt.state } },
    now,
  )
}

async function plan(transaction: Transaction, payment: Payment, now: Date, dependencies: FollowDependencies): Promise<void> {
  const current = await findAttempt(transaction, payment.authority, payment.attempt.attemptId)
  if (current === undefined || current.attempt.turn !== payment.attempt.turn) return
  const startAfter = nextAsking(current.attempt, now, dependencies.schedule)
  if (startAfter === undefined) return
  const turn = await takeTurn(transaction, payment.authority, payment.attempt.attemptId, payment.attempt.turn)
  if (turn !== undefined)
    await enqueue(transaction, followPayment, { authority: payment.authority, attempt: payment.attempt.attemptId, turn }, { startAfter })
}
