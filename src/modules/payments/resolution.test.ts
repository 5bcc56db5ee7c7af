// Settling what does not match: the table in all pairs, the role, and the ledger that gives back only what it holds.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import type { AuthorityId, OwnerId, Staff } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { followAttempt } from './actions/follow-payment.ts'
import { type DifferenceState, differenceKinds, differenceStates } from './domain/payment.ts'
import { differenceSteps, isSettled, proposalFor } from './domain/resolution.ts'
import {
  findDifference,
  listDifferenceSteps,
  listOpenDifferences,
  listPostings,
  openPayment,
  paymentsKinds,
  resolveDifference,
} from './index.ts'
import { createDemoProvider } from './providers/demo.ts'

const { database, admin } = await openTestDatabase(paymentsKinds)
const now = new Date('2026-11-23T10:00:00Z')

function member(authority: AuthorityId, ...roles: Staff['roles']): Staff {
  return { kind: 'staff', staff: newId(), authority, name: 'Karla Kühn', unit: 'Stadtkasse', roles }
}

/** A payment for which the provider reports another amount than asked. */
async function mismatched(authority: AuthorityId) {
  const provider = createDemoProvider()
  const owner: OwnerId = newId()
  const payment = await inTransaction(database, { authority, owner }, (transaction) =>
    openPayment(transaction, { authority, owner, reference: newId(), amount: 1000n, purpose: 'Hund', returnPath: '/antrag/1', now }),
  )
  const follow = () =>
    followAttempt(
      { database, providerOf: () => provider, baseUrl: 'https://portal.example' },
      { authority, attempt: payment.attempt.attemptId, timeoutMs: 500, now: () => now },
    )
  await follow()
  provider.say(payment.attempt.attemptId, { status: 'PAYED', amount: 900n })
  await follow()
  return { key: { attemptId: payment.attempt.attemptId, kind: 'amount-mismatch' } as const, paymentId: payment.paymentId }
}

/** Written out by hand, apart from the table it judges. */
const allowed = `open>clarifying open>refund-ordered open>accepted open>assigned
clarifying>refund-ordered clarifying>accepted clarifying>assigned
refund-ordered>refunded refund-ordered>clarifying
accepted>clarifying assigned>clarifying`.split(/\s+/)

test('of all pairs exactly the written steps are allowed, and every proposal is one of them', () => {
  for (const from of differenceStates)
    for (const to of differenceStates)
      assert.equal(differenceSteps[from].includes(to), allowed.includes(`${from}>${to}`), `${from} to ${to}`)
  for (const kind of differenceKinds)
    for (const from of differenceStates) {
      const proposal = proposalFor(kind, from)
      assert.ok(proposal === undefined || differenceSteps[from].includes(proposal), `${kind} in ${from}`)
      assert.equal(proposal === undefined, isSettled(from) || from === 'clarifying')
    }
})

test('only the cash office of the authority settles, in the table’s order, with a reason where it leaves the proposal', async () => {
  const authority: AuthorityId = newId()
  const { key, paymentId } = await mismatched(authority)
  const cashier = member(authority, 'cashier')
  const settle = (staff: Staff, from: DifferenceState, to: DifferenceState, reason = '') =>
    resolveDifference(database, { staff, key, from, to, reason, now })
  for (const roles of [[], ['clerk'], ['lead', 'registry', 'auditor', 'administrator']] as Staff['roles'][])
    assert.deepEqual(await settle(member(authority, ...roles), 'open', 'clarifying'), { ok: false, reason: 'not-cashier' })
  assert.deepEqual(await settle(member(newId(), 'cashier'), 'open', 'clarifying'), { ok: false, reason: 'unknown' })
  assert.deepEqual(await settle(cashier, 'open', 'refunded', 'weg'), { ok: false, reason: 'wrong-state' })
  assert.deepEqual(await settle(cashier, 'clarifying', 'accepted', 'x'), { ok: false, reason: 'changed-meanwhile' })
  assert.deepEqual(await settle(cashier, 'open', 'accepted', ' \n'), { ok: false, reason: 'no-reason' })
  assert.ok((await settle(cashier, 'open', 'clarifying')).ok)
  assert.ok((await settle(cashier, 'clarifying', 'refund-ordered', 'Der Dienst hat 9 Euro.')).ok)
  assert.ok((await settle(cashier, 'refund-ordered', 'refunded')).ok)
  assert.deepEqual(await settle(cashier, 'refunded', 'clarifying', 'doch'), { ok: false, reason: 'wrong-state' })
  await inTransaction(database, { authority }, async (transaction) => {
    assert.deepEqual(await listOpenDifferences(transaction, authority), [])
    assert.equal((await findDifference(transaction, authority, key))?.state, 'refunded')
    const steps = await listDifferenceSteps(transaction, authority, key)
    assert.deepEqual(
      steps.map((step) => step.to),
      ['refunded', 'refund-ordered', 'clarifying'],
    )
    // Nothing had been posted, so nothing leaves the ledger.
    assert.deepEqual(await listPostings(transaction, authority, paymentId), [])
  })
})

test('two at the same moment make one step; the journal takes no change', async () => {
  const authority: AuthorityId = newId()
  const { key } = await mismatched(authority)
  const cashier = member(authority, 'cashier')
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => resolveDifference(database, { staff: cashier, key, from: 'open', to: 'clarifying', reason: '', now })),
  )
  assert.equal(outcomes.filter((outcome) => outcome.ok).length, 1)
  const within = (work: (sql: typeof database.sql) => Promise<unknown>) =>
    inTransaction(database, { authority }, (transaction) => work(transaction.sql))
  await assert.rejects(
    within((sql) => sql`update payments.difference_step set reason = ''`),
    /permission denied/,
  )
  await assert.rejects(
    within((sql) => sql`delete from payments.difference_step`),
    /permission denied/,
  )
  await assert.rejects(
    admin.sql`update payments.difference set state = 'accepted' where attempt_id = ${key.attemptId}`,
    /difference_ends/,
    'a settled state has its time',
  )
})
