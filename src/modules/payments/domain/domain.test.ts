// The state table in all pairs, what follows from each report, and when the provider is asked again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#kernel/ids.ts'
import { transactionStates } from '#standards/xbezahldienste'
import { expiryMs, judgeReport } from './judgement.ts'
import type { Attempt } from './payment.ts'
import { nextAsking } from './schedule.ts'
import { isClosed, mayBecome, mayTryAgain, type PaymentState, paymentStates } from './states.ts'

const start = new Date('2026-11-23T10:00:00Z')
const hour = 3_600_000

function attemptIn(state: PaymentState, more: Partial<Attempt> = {}): Attempt {
  return {
    attemptId: newId(),
    number: 1,
    state,
    createdAt: start,
    changedAt: start,
    handedOutAt: start,
    transactionId: 't',
    turn: 1,
    nudgedAt: start,
    ...more,
  }
}

/** Written out by hand, apart from the table it judges. */
const allowed = `created>requested created>cancelled
requested>initial requested>unknown requested>paid requested>failed requested>cancelled requested>abandoned
unknown>initial unknown>paid unknown>failed unknown>cancelled unknown>abandoned
initial>paid initial>failed initial>cancelled initial>expired initial>unknown
expired>paid expired>failed expired>cancelled expired>unknown
failed>paid cancelled>paid`.split(/\s+/)

test('of all 81 pairs exactly the written steps are allowed', () => {
  for (const from of paymentStates)
    for (const to of paymentStates) assert.equal(mayBecome(from, to), allowed.includes(`${from}>${to}`), `${from} to ${to}`)
})

test('paid is never left, and every closed state but paid can still become paid', () => {
  for (const state of paymentStates) assert.equal(mayBecome('paid', state), false)
  for (const state of paymentStates) if (isClosed(state) && state !== 'paid') assert.ok(mayBecome(state, 'paid'), state)
})

test('a second attempt is possible only after a final word of the provider', () => {
  assert.deepEqual(paymentStates.filter(mayTryAgain), ['failed', 'cancelled'])
})

test('a report never leads along a step that the table forbids', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...paymentStates),
      fc.constantFrom(...transactionStates),
      fc.bigInt(1n, 3n),
      fc.nat(2 * hour),
      fc.boolean(),
      (state, status, amount, age, seen) => {
        const attempt = attemptIn(state)
        const { handedOutAt: _seen, ...unseen } = attempt
        const judgement = judgeReport(seen ? attempt : unseen, 2n, { transactionId: 't', status, amount }, new Date(start.getTime() + age))
        if (judgement.to !== undefined) assert.ok(mayBecome(state, judgement.to))
        if (amount !== 2n) assert.notEqual(judgement.to, 'paid')
        if (judgement.to === 'paid') assert.equal(status, 'PAYED')
        if (state === 'paid') assert.equal(judgement.to, undefined)
      },
    ),
  )
})

test('another amount, request or transaction is refused and becomes a task', () => {
  const attempt = attemptIn('initial')
  const report = { transactionId: 't', status: 'PAYED' } as const
  const later = new Date(start.getTime() + 1_000)
  assert.deepEqual(judgeReport(attempt, 1000n, { ...report, amount: 999n }, later), {
    isOurs: false,
    difference: 'amount-mismatch',
    to: 'unknown',
  })
  assert.deepEqual(judgeReport(attempt, 1000n, { ...report, requestId: 'x' }, later), {
    isOurs: false,
    difference: 'reference-mismatch',
    to: 'unknown',
  })
  assert.deepEqual(judgeReport(attempt, 1000n, { ...report, transactionId: 'u' }, later), {
    isOurs: false,
    difference: 'reference-mismatch',
    to: 'unknown',
  })
  assert.deepEqual(judgeReport(attempt, 1000n, { ...report, amount: 1000n, requestId: attempt.attemptId }, later), {
    isOurs: true,
    to: 'paid',
  })
})

test('a late payment counts, a word taken back does not', () => {
  const paid = { transactionId: 't', status: 'PAYED' } as const
  assert.deepEqual(judgeReport(attemptIn('expired'), 1n, paid, start), { isOurs: true, to: 'paid' })
  assert.deepEqual(judgeReport(attemptIn('cancelled'), 1n, paid, start), { isOurs: true, to: 'paid', difference: 'paid-after-closing' })
  for (const status of ['INITIAL', 'FAILED', 'CANCELED'] as const)
    assert.deepEqual(judgeReport(attemptIn('paid'), 1n, { transactionId: 't', status }, start), {
      isOurs: true,
      difference: 'status-regression',
    })
})

test('an open payment expires an hour after its page was handed out', () => {
  const report = { transactionId: 't', status: 'INITIAL' } as const
  assert.equal(judgeReport(attemptIn('initial'), 1n, report, new Date(start.getTime() + expiryMs - 1)).to, undefined)
  assert.equal(judgeReport(attemptIn('initial'), 1n, report, new Date(start.getTime() + expiryMs)).to, 'expired')
})

test('the provider is asked soon, then rarely, at least every 15 minutes for a day, and for 30 days', () => {
  const pauseAfter = (ageMs: number, more: Partial<Attempt> = {}) => {
    const now = new Date(start.getTime() + ageMs)
    const next = nextAsking(attemptIn('initial', more), now)
    return next === undefined ? undefined : (next.getTime() - now.getTime()) / 1_000
  }
  assert.deepEqual(
    [0, 5_000, 60_000, 300_000, hour, 23 * hour, 25 * hour].map((age) => pauseAfter(age)),
    [0.5, 2, 10, 60, 900, 900, 86_400],
  )
  assert.equal(pauseAfter(31 * 24 * hour), undefined)
})

test('nobody is asked about an attempt that nobody can pay', () => {
  const { handedOutAt: _never, ...unseen } = attemptIn('initial')
  assert.equal(nextAsking(unseen, start)?.getTime(), start.getTime() + 900_000)
  assert.equal(nextAsking({ ...unseen, state: 'cancelled' }, start), undefined)
  assert.equal(nextAsking(attemptIn('abandoned'), start), undefined)
})

test('a paid one is looked at once more a day later, and then no more', () => {
  assert.equal(nextAsking(attemptIn('paid'), start)?.getTime(), start.getTime() + 24 * hour)
  assert.equal(nextAsking(attemptIn('paid'), new Date(start.getTime() + 24 * hour)), undefined)
})
