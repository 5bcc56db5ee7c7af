// Handlers of the payment page: show, continue, cancel, come back, be called.
import { inTransaction } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { json, leaveFor, notFound, page, type Reply, seeOther, type Visit } from '#web'
import { cancelPayment } from '../actions/cancel-payment.ts'
import { continuePayment } from '../actions/continue-payment.ts'
import { followAttempt, inlineTimeoutMs } from '../actions/follow-payment.ts'
import { nudgePayment } from '../actions/nudge-payment.ts'
import type { PaymentsDependencies } from '../dependencies.ts'
import type { Payment, PaymentId } from '../domain/payment.ts'
import { refreshSeconds, standingOf } from '../domain/standing.ts'
import { mayBecome } from '../domain/states.ts'
import { findPayment } from '../reads.ts'
import { paymentPage, paymentPath } from './payment.html.ts'

/** A person's own payment; anybody else's is not there. */
export async function ownedPayment(dependencies: PaymentsDependencies, visit: Visit): Promise<Payment | undefined> {
  const address = addressOf(visit)
  if (address === undefined || visit.actor.kind === 'staff') return undefined
  const { owner } = visit.actor
  const payment = await inTransaction(dependencies.database, { authority: address.authority, owner }, (transaction) =>
    findPayment(transaction, address.authority, address.payment),
  )
  return payment?.owner === owner ? payment : undefined
}

export async function showPayment(dependencies: PaymentsDependencies, visit: Visit): Promise<Reply> {
  const payment = await ownedPayment(dependencies, visit)
  if (payment === undefined) return notFound()
  const isLooking = visit.query.get('stand') === 'pruefung'
  if (isLooking && payment.state === 'paid') return seeOther(visit.frame.href(payment.returnPath))
  const standing = standingOf(payment, isLooking)
  const looks = Number.parseInt(visit.query.get('mal') ?? '0', 10)
  const seconds = isLooking && (standing === 'checking' || standing === 'preparing') ? refreshSeconds(looks) : undefined
  const { theme } = await dependencies.payeeOf(payment.authority)
  const mayCancel = payment.attempt.handedOutAt === undefined && mayBecome(payment.state, 'cancelled')
  const view = paymentPage(visit.frame, { payment, payee: theme, standing, isWaiting: seconds !== undefined, mayCancel })
  if (seconds === undefined) return page(view)
  const next = visit.frame.href(`${paymentPath(payment)}?stand=pruefung&mal=${looks + 1}`)
  return page(view, { headers: { refresh: `${seconds}; url=${next}` } })
}

export async function goToProvider(dependencies: PaymentsDependencies, visit: Visit): Promise<Reply> {
  const payment = await ownedPayment(dependencies, visit)
  if (payment === undefined) return notFound()
  // The form names the attempt it was shown for: a second click on "try again" finds the new one and goes there.
  const again = visit.form.get('versuch') === String(payment.attempt.number)
  const outcome = await continuePayment(dependencies, payment, again, () => new Date())
  if (outcome.ok) return leaveFor(outcome.value)
  return seeOther(visit.frame.href(`${paymentPath(payment)}${outcome.reason === 'waiting' ? '?stand=pruefung' : ''}`))
}

export async function stopPayment(dependencies: PaymentsDependencies, visit: Visit): Promise<Reply> {
  const payment = await ownedPayment(dependencies, visit)
  if (payment === undefined) return notFound()
  await cancelPayment(dependencies.database, payment, visit.now)
  return seeOther(visit.frame.href(paymentPath(payment)))
}

/** The return says nothing about the payment: the provider is asked, now if it answers at once. */
export async function comeBack(dependencies: PaymentsDependencies, visit: Visit): Promise<Reply> {
  const address = addressOf(visit)
  if (address === undefined) return notFound()
  const nudged = await nudgePayment(dependencies.database, address.authority, address.payment, visit.now)
  if (nudged?.attempt.transactionId !== undefined)
    await followAttempt(dependencies, {
      authority: address.authority,
      attempt: nudged.attempt.attemptId,
      timeoutMs: inlineTimeoutMs,
      now: () => new Date(),
    })
  return seeOther(visit.frame.href(`/zahlung/${address.authority}/${address.payment}?stand=pruefung`))
}

/** Some providers call; whoever it is, they only bring the next asking forward. */
export async function beCalled(dependencies: PaymentsDependencies, visit: Visit): Promise<Reply> {
  const address = addressOf(visit)
  if (address === undefined) return notFound()
  await nudgePayment(dependencies.database, address.authority, address.payment, visit.now)
  return json({}, { status: 202 })
}

function addressOf(visit: Visit): { authority: AuthorityId; payment: PaymentId } | undefined {
  const authority = parseId<'authority'>(visit.params['authority'])
  const payment = parseId<'payment'>(visit.params['payment'])
  return authority === undefined || payment === undefined ? undefined : { authority, payment }
}
