// Naive payments: what the fault test must find. Each is a way in which real systems have lost or doubled money.
import { type Database, inTransaction } from '#database'
import { enqueue, handleJob, type JobHandler, jobKind } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { findPayment, type Payment, type PaymentId, type PaymentProvider, paymentPaid } from '#modules/payments'

/** none: the product. unguarded: status read, then changed without a condition. call-first: the provider is called before anything is written. */
export const faults = ['none', 'unguarded', 'call-first'] as const
export type Naivety = (typeof faults)[number]

interface NaivePoll {
  readonly authority: AuthorityId
  readonly payment: PaymentId
}

const naivePoll = jobKind<NaivePoll>('faults.naive-poll')
export const naiveKinds = [naivePoll]

/** Asks and posts in separate steps, as if nobody else could ask at the same time. */
export async function naivelyPoll(
  database: Database,
  provider: PaymentProvider,
  authority: AuthorityId,
  paymentId: PaymentId,
): Promise<void> {
  const payment = await inTransaction(database, { authority }, (transaction) => findPayment(transaction, authority, paymentId))
  if (payment?.attempt.transactionId === undefined || payment.state === 'paid') return
  const report = await provider.find(payment.attempt.transactionId, 2_000)
  if (!report.ok || report.value.status !== 'PAYED') return
  await inTransaction(database, { authority }, async (transaction) => {
    await transaction.sql`update payments.payment_attempt set state = 'paid' where authority_id = ${authority} and attempt_id = ${payment.attempt.attemptId}`
    await transaction.sql`update payments.payment set paid_attempt_id = ${payment.attempt.attemptId}, paid_at = now() where authority_id = ${authority} and payment_id = ${paymentId}`
  })
  await inTransaction(database, { authority }, (transaction) => naivelyPost(transaction, payment))
}

async function naivelyPost(transaction: Parameters<Parameters<typeof inTransaction>[2]>[0], payment: Payment): Promise<void> {
  const { authority, paymentId, attempt } = payment
  await transaction.sql`
    insert into payments.account (authority_id, code, opened_at)
    values (${authority}, 'provider-clearing', now()), (${authority}, 'fees-received', now()) on conflict do nothing`
  await transaction.sql`
    insert into payments.transfer (authority_id, transfer_id, code, payment_id, attempt_id, debit, credit, amount, occurred_at, recorded_at)
    values (${authority}, ${newId<'transfer'>()}, 'fee-paid', ${paymentId}, ${attempt.attemptId}, 'provider-clearing', 'fees-received', ${payment.amount}, now(), now())`
  await enqueue(transaction, paymentPaid, {
    authority,
    owner: payment.owner,
    payment: paymentId,
    reference: payment.reference,
    state: 'paid',
  })
}

export function naiveJobs(database: Database, provider: PaymentProvider): readonly JobHandler[] {
  return [handleJob(naivePoll, ({ authority, payment }) => naivelyPoll(database, provider, authority, payment))]
}

export async function enqueueNaivePoll(database: Database, authority: AuthorityId, payment: PaymentId): Promise<void> {
  await inTransaction(database, { authority }, (transaction) => enqueue(transaction, naivePoll, { authority, payment }))
}

/** Calls the provider under an id that is written down only afterwards, if at all. */
export async function naivelyOpen(
  { database, provider, baseUrl }: { readonly database: Database; readonly provider: PaymentProvider; readonly baseUrl: string },
  authority: AuthorityId,
  owner: OwnerId,
  reference: string,
): Promise<PaymentId | undefined> {
  const paymentId: PaymentId = newId()
  const attemptId = newId<'attempt'>()
  const redirectUrl = `${baseUrl}/zahlung/${authority}/${paymentId}/zurueck`
  const positions = [{ id: 'fee', reference: 'fee', quantity: 1, singleAmount: 1000n }]
  const opened = await provider.open(
    { requestId: attemptId, requestedAt: new Date(), amount: 1000n, purpose: 'Gebuehr', redirectUrl, positions },
    600,
  )
  if (!opened.ok) return undefined
  await inTransaction(database, { authority, owner }, async (transaction) => {
    await transaction.sql`
      insert into payments.payment (authority_id, payment_id, owner_id, reference, sequence, amount, purpose, positions, return_path, language, opened_at)
      values (${authority}, ${paymentId}, ${owner}, ${reference}, 1, 1000, 'Gebühr', '[]', '/fertig', 'de', now())`
    await transaction.sql`
      insert into payments.payment_attempt (authority_id, attempt_id, payment_id, number, state, created_at, changed_at, nudged_at, transaction_id, redirect_url)
      values (${authority}, ${attemptId}, ${paymentId}, 1, 'initial', now(), now(), now(), ${opened.value.transactionId}, ${opened.value.redirectUrl ?? ''})`
  })
  return paymentId
}
