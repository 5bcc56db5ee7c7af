// The cash office settles what does not match: state, journal and, for money that has gone back, the posting in one transaction.
import { type Database, inTransaction, type Transaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { type DifferenceKey, findDifference, listPostings } from '../difference-reads.ts'
import type { Difference, DifferenceState } from '../domain/payment.ts'
import { differenceSteps, isSettled, proposalFor } from '../domain/resolution.ts'
import { insertDifferenceStep, insertTransfer, moveDifference } from '../writes.ts'

export interface Resolving {
  readonly staff: Staff
  readonly key: DifferenceKey
  /** What the page showed. */
  readonly from: DifferenceState
  readonly to: DifferenceState
  /** Why; may be empty where the proposal is followed. */
  readonly reason: string
  readonly now: Date
}

export type ResolvingRefusal = 'not-cashier' | 'unknown' | 'changed-meanwhile' | 'wrong-state' | 'no-reason'

export async function resolveDifference(database: Database, resolving: Resolving): Promise<Outcome<DifferenceState, ResolvingRefusal>> {
  const { staff, key, from, to, now } = resolving
  if (!staff.roles.includes('cashier')) return refused('not-cashier')
  const { authority } = staff
  return inTransaction(database, { authority }, async (transaction): Promise<Outcome<DifferenceState, ResolvingRefusal>> => {
    const found = await findDifference(transaction, authority, key)
    if (found === undefined) return refused('unknown')
    if (found.state !== from) return refused('changed-meanwhile')
    if (!differenceSteps[from].includes(to)) return refused('wrong-state')
    const reason = resolving.reason.trim()
    if (reason === '' && proposalFor(found.kind, from) !== to) return refused('no-reason')
    const resolvedAt = isSettled(to) ? now : undefined
    if (!(await moveDifference(transaction, authority, key, { from, to, resolvedAt }))) return refused('changed-meanwhile')
    await insertDifferenceStep(transaction, key, { staff, from, to, reason }, now)
    if (to === 'refunded') await postRefund(transaction, staff, found, now)
    return done(to)
  })
}

/** Only what the ledger holds for refunds can leave it; money that was never posted has no row to turn round. */
async function postRefund(transaction: Transaction, staff: Staff, found: Difference, now: Date): Promise<void> {
  const postings = await listPostings(transaction, staff.authority, found.paymentId)
  const own = postings.filter((posting) => posting.attemptId === found.attemptId)
  if (!own.some((posting) => posting.code === 'overpaid') || own.some((posting) => posting.code === 'refunded')) return
  const { paymentId, attemptId, amount } = found
  await insertTransfer(transaction, staff.authority, { code: 'refunded', paymentId, attemptId, amount, occurredAt: now }, now)
}
