// The ledger and the walls around payments: no change, no second posting, no look at what is another's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { followAttempt } from './actions/follow-payment.ts'
import { findPayment, openPayment, type Payment, paymentsKinds, takeOverPayments } from './index.ts'
import { createDemoProvider } from './providers/demo.ts'

const { database, admin } = await openTestDatabase(paymentsKinds)
const authority: AuthorityId = newId()

function setUp() {
  const provider = createDemoProvider()
  const dependencies = { database, providerOf: () => provider, baseUrl: 'https://portal.example' }
  const owner: OwnerId = newId()
  const now = () => new Date()
  const intent = { authority, owner, reference: newId<'draft'>(), amount: 1000n, purpose: 'Meldebescheinigung', returnPath: '/antrag/1' }
  return {
    provider,
    owner,
    open: () => inTransaction(database, { authority, owner }, (transaction) => openPayment(transaction, { ...intent, now: now() })),
    follow: (payment: Payment) => followAttempt(dependencies, { authority, attempt: payment.attempt.attemptId, timeoutMs: 500, now }),
  }
}

test('the ledger takes no change and no second posting', async () => {
  const { provider, open, follow } = setUp()
  const payment = await open()
  await follow(payment)
  provider.say(payment.attempt.attemptId, { status: 'PAYED' })
  await follow(payment)
  await assert.rejects(
    inTransaction(
      database,
      { authority },
      (transaction) => transaction.sql`update payments.transfer set amount = 1 where authority_id = ${authority}`,
    ),
    /permission denied/,
  )
  await assert.rejects(
    inTransaction(
      database,
      { authority },
      (transaction) => transaction.sql`delete from payments.transfer where authority_id = ${authority}`,
    ),
    /permission denied/,
  )
  await assert.rejects(
    admin.sql`insert into payments.transfer (authority_id, transfer_id, code, payment_id, attempt_id, debit, credit, amount, occurred_at, recorded_at)
      select authority_id, gen_random_uuid(), code, payment_id, attempt_id, debit, credit, amount, occurred_at, recorded_at from payments.transfer where payment_id = ${payment.paymentId}`,
    /transfer_once/,
  )
})

test('another authority and another person see nothing of a payment; a new account takes over its visitor’s', async () => {
  const { open, owner } = setUp()
  const payment = await open()
  const stranger: AuthorityId = newId()
  const account: OwnerId = newId()
  assert.equal(
    await inTransaction(database, { authority: stranger }, (transaction) => findPayment(transaction, authority, payment.paymentId)),
    undefined,
  )
  assert.equal(
    await inTransaction(database, { owner: account }, (transaction) => findPayment(transaction, authority, payment.paymentId)),
    undefined,
  )
  await takeOverPayments(database, owner, account)
  await takeOverPayments(database, owner, account)
  const found = await inTransaction(database, { authority }, (transaction) => findPayment(transaction, authority, payment.paymentId))
  assert.equal(found?.owner, account)
})
