// Continues a payment: finds or makes the pay page and hands it to the person.
import { setTimeout as wait } from 'node:timers/promises'
import { inTransaction } from '#database'
import { enqueue } from '#jobs'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { FollowDependencies } from '../dependencies.ts'
import type { Payment } from '../domain/payment.ts'
import { isUnasked, mayTryAgain } from '../domain/states.ts'
import { followPayment } from '../events.ts'
import { findPayment } from '../reads.ts'
import { markHandedOut, restartAsking } from '../writes.ts'
import { followAttempt, inlineTimeoutMs, startAttempt } from './follow-payment.ts'

/** The waiting person's request goes first, the job repairs. */
const headStartMs = 2_000

/**
 * The address of the pay page. `closed`: paid, or failed and not asked to try again. `waiting`: the provider has
 * not answered yet; the job goes on.
 *
 * @param again whether a finally refused attempt is followed by a new one; an open one never is
 */
export async function continuePayment(
  dependencies: FollowDependencies,
  payment: Payment,
  again: boolean,
  now: () => Date,
): Promise<Outcome<URL, 'closed' | 'waiting'>> {
  const scope = { authority: payment.authority }
  const read = () =>
    inTransaction(dependencies.database, scope, (transaction) => findPayment(transaction, payment.authority, payment.paymentId))
  let current = await read()
  if (current === undefined || current.state === 'paid') return refused('closed')
  if (mayTryAgain(current.state)) {
    if (!again) return refused('closed')
    const closed = current
    await inTransaction(dependencies.database, scope, (transaction) =>
      startAttempt(transaction, closed, now(), new Date(now().getTime() + headStartMs)),
    )
    current = await read()
  }
  if (current !== undefined && isUnasked(current.state)) {
    await followAttempt(dependencies, { authority: current.authority, attempt: current.attempt.attemptId, timeoutMs: inlineTimeoutMs, now })
    current = await read()
    // A job may be asking at this moment: its answer is worth a short wait.
    for (let turn = 0; turn < 5 && current?.state === 'requested'; turn += 1) {
      await wait(inlineTimeoutMs / 5)
      current = await read()
    }
  }
  return current === undefined ? refused('closed') : handOut(dependencies, current, now())
}

/** From here on the page can be paid: that is written before anybody gets its address. */
async function handOut(dependencies: FollowDependencies, payment: Payment, now: Date): Promise<Outcome<URL, 'closed' | 'waiting'>> {
  const { authority, attempt } = payment
  const { redirectUrl } = attempt
  if (mayTryAgain(payment.state) || payment.state === 'paid') return refused('closed')
  if (redirectUrl === undefined) return refused('waiting')
  const isHandedOut = await inTransaction(dependencies.database, { authority }, async (transaction) => {
    if (!(await markHandedOut(transaction, authority, attempt.attemptId, now))) return false
    const turn = await restartAsking(transaction, authority, attempt.attemptId, now)
    // The first asking comes when nobody can have paid sooner; a return brings it forward.
    if (turn !== undefined)
      await enqueue(
        transaction,
        followPayment,
        { authority, attempt: attempt.attemptId, turn },
        { startAfter: new Date(now.getTime() + 5_000) },
      )
    return true
  })
  return isHandedOut ? done(new URL(redirectUrl)) : refused('waiting')
}
