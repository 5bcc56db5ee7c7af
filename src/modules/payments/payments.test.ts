// Payments on a real database: what a person pays is posted once, whatever the provider and the browser do.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { cancelPayment } from './actions/cancel-payment.ts'
import { continuePayment } from './actions/continue-payment.ts'
import { followAttempt } from './actions/follow-payment.ts'
import { nudgePayment } from './actions/nudge-payment.ts'
import { findPayment, listOpenDifferences, openPayment, type Payment, paymentsKinds } from './index.ts'
import { createDemoProvider } from './providers/demo.ts'

const { database, admin } = await openTestDatabase(paymentsKinds)
const authority: AuthorityId = newId()

function setUp() {
  const provider = createDemoProvider()
  const dependencies = { database, providerOf: () => provider, baseUrl: 'https://portal.example' }
  const owner: OwnerId = newId()
  const reference = newId<'draft'>()
  let clock = new Date('2026-11-23T10:00:00Z').getTime()
  const now = () => new Date((clock += 10))
  return {
    provider,
    dependencies,
    owner,
    reference,
    now,
    later: (ms: number) => (clock += ms),
    open: (amount = 1000n) =>
      inTransaction(database, { authority, owner }, (transaction) =>
        openPayment(transaction, {
          authority,
          owner,
          reference,
          amount,
          purpose: 'Meldebescheinigung',
          returnPath: '/antrag/1',
          now: now(),
        }),
      ),
    follow: (payment: Payment) => followAttempt(dependencies, { authority, attempt: payment.attempt.attemptId, timeoutMs: 500, now }),
    go: (payment: Payment, again = false) => continuePayment(dependencies, payment, again, now),
    read: async (payment: Payment) => {
      const found = await inTransaction(database, { authority }, (transaction) => findPayment(transaction, authority, payment.paymentId))
      assert.ok(found)
      return found
    },
    differences: async (payment: Payment) => {
      const all = await inTransaction(database, { authority }, (transaction) => listOpenDifferences(transaction, authority))
      return all.filter((difference) => difference.paymentId === payment.paymentId).map((difference) => difference.kind)
    },
  }
}

async function posted(payment: Payment): Promise<string[]> {
  const rows = await admin.sql<{
    code: string
  }>`select code from payments.transfer where payment_id = ${payment.paymentId} order by recorded_at`
  return rows.map((row) => row.code)
}

async function announced(payment: Payment, name: string): Promise<number> {
  const [row] = await admin.sql<{
    count: bigint
  }>`select count(*) as count from pgboss.job where name = ${name} and data->>'payment' = ${payment.paymentId}`
  return Number(row?.count ?? 0)
}

async function attempts(payment: Payment): Promise<string[]> {
  const rows = await admin.sql<{
    state: string
  }>`select state from payments.payment_attempt where payment_id = ${payment.paymentId} order by number`
  return rows.map((row) => row.state)
}

test('a payment confirmed by the provider is posted and announced once, however often it is asked', async () => {
  const { provider, open, follow, go, read, differences } = setUp()
  const payment = await open()
  assert.equal(payment.state, 'created')
  const page = await go(payment)
  assert.ok(page.ok)
  assert.equal(page.value.origin, 'https://pay.example')
  provider.say(payment.attempt.attemptId, { status: 'PAYED' })
  await Promise.all(Array.from({ length: 8 }, () => follow(payment)))
  await follow(payment)
  assert.equal((await read(payment)).state, 'paid')
  assert.deepEqual(await posted(payment), ['fee-paid'])
  assert.equal(await announced(payment, 'payments.paid'), 1)
  assert.deepEqual(await differences(payment), [])
})

test('opening twice at once for the same draft gives one payment with one attempt', async () => {
  const { open } = setUp()
  const opened = await Promise.all(Array.from({ length: 6 }, () => open()))
  assert.equal(new Set(opened.map((payment) => payment.paymentId)).size, 1)
  assert.deepEqual(await attempts(opened[0] ?? assert.fail()), ['created'])
})

test('another amount for the same draft is another payment, unless the first is paid', async () => {
  const { provider, open, follow } = setUp()
  const first = await open()
  const second = await open(2000n)
  assert.notEqual(second.paymentId, first.paymentId)
  await follow(second)
  provider.say(second.attempt.attemptId, { status: 'PAYED' })
  await follow(second)
  assert.equal((await open(3000n)).paymentId, second.paymentId)
})

test('two clicks on continue lead to the same pay page', async () => {
  const { provider, open, go } = setUp()
  const payment = await open()
  const first = await go(payment)
  const [second, third] = await Promise.all([go(payment), go(payment)])
  assert.ok(first.ok && second.ok && third.ok)
  assert.equal(first.value.href, second.value.href)
  assert.equal(first.value.href, third.value.href)
  assert.equal(provider.transactions.size, 1)
})

test('a lost answer is adopted where the provider finds the request id', async () => {
  const { provider, open, follow, go, later } = setUp()
  provider.faults.open.push('lose-answer')
  provider.findsByRequestId = true
  const payment = await open()
  assert.deepEqual(await go(payment), { ok: false, reason: 'waiting' })
  later(6_000)
  await follow(payment)
  assert.ok((await go(payment)).ok)
  assert.deepEqual(await attempts(payment), ['initial'])
  assert.equal(provider.transactions.size, 1)
})

test('a lost answer is abandoned where it cannot be found, and one new attempt follows', async () => {
  const { provider, open, follow, go, read, differences } = setUp()
  provider.faults.open.push('lose-answer')
  const payment = await open()
  await follow(payment)
  assert.deepEqual(await attempts(payment), ['unknown'])
  await Promise.all([follow(payment), follow(payment), follow(payment)])
  assert.deepEqual(await attempts(payment), ['abandoned', 'created'])
  assert.deepEqual(await differences(payment), ['abandoned'])
  const current = await read(payment)
  assert.ok((await go(current)).ok)
  assert.deepEqual(await attempts(payment), ['abandoned', 'initial'])
})

test('a pay page that was handed out is never abandoned', async () => {
  const { provider, open, follow, go, read } = setUp()
  const payment = await open()
  assert.ok((await go(payment)).ok)
  provider.faults.find.push('forget', 'forget', 'lose-answer')
  for (let count = 0; count < 3; count += 1) await follow(payment)
  assert.equal((await read(payment)).state, 'initial')
  assert.deepEqual(await attempts(payment), ['initial'])
})

test('a wrong amount is not posted and becomes a task of the cash office', async () => {
  const { provider, open, follow, go, read, differences } = setUp()
  const payment = await open()
  await go(payment)
  provider.say(payment.attempt.attemptId, { status: 'PAYED', amount: 999n })
  await follow(payment)
  await follow(payment)
  assert.equal((await read(payment)).state, 'unknown')
  assert.deepEqual(await posted(payment), [])
  assert.equal(await announced(payment, 'payments.paid'), 0)
  assert.deepEqual(await differences(payment), ['amount-mismatch'])
  provider.say(payment.attempt.attemptId, { status: 'PAYED', amount: 1000n })
  await follow(payment)
  assert.deepEqual(await posted(payment), ['fee-paid'])
})

test('a report about another request is not posted', async () => {
  const { provider, open, follow, go, differences } = setUp()
  const payment = await open()
  await go(payment)
  provider.say(payment.attempt.attemptId, { status: 'PAYED', requestId: 'somebody-else' })
  await follow(payment)
  assert.deepEqual(await posted(payment), [])
  assert.deepEqual(await differences(payment), ['reference-mismatch'])
})

test('a payment after expiry is posted', async () => {
  const { provider, open, follow, go, read, later } = setUp()
  const payment = await open()
  await go(payment)
  later(61 * 60_000)
  await follow(payment)
  assert.equal((await read(payment)).state, 'expired')
  assert.equal(await announced(payment, 'payments.closed'), 1)
  assert.ok((await go(payment, true)).ok, 'the same pay page is handed out again')
  assert.deepEqual(await attempts(payment), ['expired'])
  provider.say(payment.attempt.attemptId, { status: 'PAYED' })
  await follow(payment)
  assert.deepEqual(await posted(payment), ['fee-paid'])
})

test('after a refusal trying again opens a second attempt once, and only when asked', async () => {
  const { provider, open, follow, go, read } = setUp()
  const payment = await open()
  await go(payment)
  provider.say(payment.attempt.attemptId, { status: 'FAILED' })
  await follow(payment)
  assert.deepEqual(await go(payment), { ok: false, reason: 'closed' })
  const again = await Promise.all([go(await read(payment), true), go(await read(payment), true)])
  assert.ok(again.some((outcome) => outcome.ok))
  assert.deepEqual(await attempts(payment), ['failed', 'initial'])
})

test('when both attempts are paid, the second is an overpayment: visible, posted apart, announced once', async () => {
  const { provider, open, follow, go, read, differences } = setUp()
  const payment = await open()
  await go(payment)
  provider.say(payment.attempt.attemptId, { status: 'CANCELED' })
  await follow(payment)
  await go(await read(payment), true)
  const second = await read(payment)
  assert.equal(second.attempt.number, 2)
  provider.say(second.attempt.attemptId, { status: 'PAYED' })
  await follow(second)
  provider.say(payment.attempt.attemptId, { status: 'PAYED' })
  await follow(payment)
  assert.deepEqual(await posted(payment), ['fee-paid', 'overpaid'])
  assert.deepEqual((await differences(payment)).sort(), ['overpaid', 'paid-after-closing'])
  assert.equal(await announced(payment, 'payments.paid'), 1)
})

test('a provider that takes back its word changes nothing but raises a task', async () => {
  const { provider, open, follow, go, read, differences } = setUp()
  const payment = await open()
  await go(payment)
  for (const status of ['PAYED', 'INITIAL', 'FAILED'] as const) {
    provider.say(payment.attempt.attemptId, { status })
    await follow(payment)
  }
  assert.equal((await read(payment)).state, 'paid')
  assert.deepEqual(await posted(payment), ['fee-paid'])
  assert.deepEqual(await differences(payment), ['status-regression'])
})

test('an order that the provider will never take ends the payment and becomes a task', async () => {
  const { provider, open, follow, read, differences } = setUp()
  provider.faults.open.push('reject')
  const payment = await open()
  await follow(payment)
  assert.equal((await read(payment)).state, 'failed')
  assert.deepEqual(await differences(payment), ['refused'])
})

test('cancelling is ours before the pay page is handed out, and not after', async () => {
  const { open, follow, go, read, differences, now } = setUp()
  const payment = await open()
  await follow(payment)
  assert.ok((await cancelPayment(database, await read(payment), now())).ok)
  await follow(payment)
  assert.equal((await read(payment)).state, 'cancelled')
  assert.deepEqual(await differences(payment), [])
  const other = setUp()
  const seen = await other.open()
  assert.ok((await other.go(seen)).ok)
  assert.deepEqual(await cancelPayment(database, await other.read(seen), other.now()), { ok: false, reason: 'can-be-paid' })
  assert.deepEqual(await go(payment), { ok: false, reason: 'closed' })
})

test('knocking often brings the next asking forward once', async () => {
  const { open, go, now, read } = setUp()
  const payment = await open()
  await go(payment)
  const moment = new Date(now().getTime() + 2_000)
  const heard = await Promise.all(Array.from({ length: 5 }, () => nudgePayment(database, authority, payment.paymentId, moment)))
  assert.equal(heard.filter((one) => one !== undefined).length, 1)
  const { turn } = (await read(payment)).attempt
  const [row] = await admin.sql<{ count: bigint }>`
    select count(*) as count from pgboss.job where name = 'payments.follow' and data->>'attempt' = ${payment.attempt.attemptId} and (data->>'turn')::int = ${turn}`
  assert.equal(row?.count, 1n)
})

test('a return right after the pay page was handed out is heard', async () => {
  const { open, go, now } = setUp()
  const payment = await open()
  await go(payment)
  assert.ok((await nudgePayment(database, authority, payment.paymentId, now())) !== undefined)
  assert.equal(await nudgePayment(database, authority, payment.paymentId, now()), undefined, 'a second one at once is not')
})

test('a job of a past turn asks nobody', async () => {
  const { provider, dependencies, open, go, now } = setUp()
  const payment = await open()
  await go(payment)
  const before = provider.calls
  await followAttempt(dependencies, { authority, attempt: payment.attempt.attemptId, turn: 1, timeoutMs: 500, now })
  assert.equal(provider.calls, before)
})
