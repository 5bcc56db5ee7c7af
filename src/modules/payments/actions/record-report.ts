// Records what the provider said: state, posting and event in one transaction, or nothing.
import type { Transaction } from '#database'
import { enqueue } from '#jobs'
import type { ReportedTransaction } from '#standards/xbezahldienste'
import { judgeReport } from '../domain/judgement.ts'
import type { Attempt, Payment } from '../domain/payment.ts'
import { isClosed } from '../domain/states.ts'
import { paymentClosed, paymentPaid } from '../events.ts'
import { findAttempt } from '../reads.ts'
import { changeState, insertTransfer, markPaid, openDifference, storeReport } from '../writes.ts'

/** Others may be faster; after so many tries something is wrong. */
const tries = 5

/**
 * Applies a report to the attempt as it stands now. Being told the same twice, out of order, or by two
 * processes at once makes one change.
 */
export async function recordReport(transaction: Transaction, seen: Payment, report: ReportedTransaction, now: Date): Promise<void> {
  for (let turn = 0; turn < tries; turn += 1) {
    const payment = await findAttempt(transaction, seen.authority, seen.attempt.attemptId)
    if (payment === undefined) throw new Error(`attempt ${seen.attempt.attemptId} is gone`)
    if (await applyReport(transaction, payment, report, now)) return
  }
  throw new Error(`attempt ${seen.attempt.attemptId} changes faster than it can be recorded`)
}

/** @returns false if the attempt changed since it was read */
async function applyReport(transaction: Transaction, payment: Payment, report: ReportedTransaction, now: Date): Promise<boolean> {
  const { authority, attempt } = payment
  const judgement = judgeReport(attempt, payment.amount, report, now)
  const { to } = judgement
  if (to !== undefined && !(await changeState(transaction, authority, attempt.attemptId, { from: attempt.state, to }, now))) return false
  if (judgement.isOurs && attempt.state !== 'abandoned' && adds(attempt, report))
    await storeReport(transaction, authority, attempt.attemptId, report)
  if (judgement.difference !== undefined) {
    const detail = { expected: { amount: payment.amount.toString(), state: attempt.state }, reported: describe(report) }
    await openDifference(
      transaction,
      authority,
      { kind: judgement.difference, paymentId: payment.paymentId, attemptId: attempt.attemptId, detail },
      now,
    )
  }
  if (to === 'paid') await post(transaction, payment, report, now)
  else if (to !== undefined && isClosed(to) && payment.paidAt === undefined) await announce(transaction, payment, to)
  return true
}

async function post(transaction: Transaction, payment: Payment, report: ReportedTransaction, now: Date): Promise<void> {
  const { authority, paymentId, attempt } = payment
  const isFirst = await markPaid(transaction, authority, paymentId, attempt.attemptId, now)
  const transfer = { paymentId, attemptId: attempt.attemptId, amount: payment.amount, occurredAt: report.reportedAt ?? now }
  await insertTransfer(transaction, authority, { ...transfer, code: isFirst ? 'fee-paid' : 'overpaid' }, now)
  if (isFirst)
    return enqueue(transaction, paymentPaid, {
      authority,
      owner: payment.owner,
      payment: paymentId,
      reference: payment.reference,
      state: 'paid',
    })
  await openDifference(
    transaction,
    authority,
    { kind: 'overpaid', paymentId, attemptId: attempt.attemptId, detail: { reported: describe(report) } },
    now,
  )
}

async function announce(transaction: Transaction, payment: Payment, state: Payment['state']): Promise<void> {
  const { authority, owner, paymentId, reference } = payment
  await enqueue(transaction, paymentClosed, { authority, owner, payment: paymentId, reference, state })
}

function adds(attempt: Attempt, report: ReportedTransaction): boolean {
  return (
    attempt.transactionId === undefined ||
    (report.redirectUrl ?? attempt.redirectUrl) !== attempt.redirectUrl ||
    (report.reference ?? attempt.transactionReference) !== attempt.transactionReference ||
    (report.methodDetail ?? report.method ?? attempt.method) !== attempt.method
  )
}

function describe(report: ReportedTransaction): Record<string, string> {
  return {
    transaction: report.transactionId,
    status: report.status,
    ...(report.amount === undefined ? {} : { amount: report.amount.toString() }),
    ...(report.requestId === undefined ? {} : { request: report.requestId }),
  }
}
