// Which payments of ours a bank statement says are done, and which of its entries fit none.
import type { Day } from '#kernel/dates.ts'
import { type Amount, centsOf, type Direction, type Entry, type EntryDetail, type Statement } from '#standards/camt053'
import type { RunEntry, RunId } from './payment-run.ts'

/** A payment that went to the bank. */
export interface OrderedPayment extends RunEntry {
  readonly runId: RunId
}

export interface PaidPayment {
  readonly payment: OrderedPayment
  readonly paidOn: Day | undefined
}

/** unknown: no payment of ours. wrong-amount: ours, by another sum. paid-before: we know it as paid. returned: our money came back. incoming: money of others. */
export type UnmatchedReason = 'unknown' | 'wrong-amount' | 'paid-before' | 'returned' | 'incoming'

/** JSON-safe: kept with the statement. */
export interface UnmatchedEntry {
  readonly reason: UnmatchedReason
  readonly direction: Direction
  readonly amount: string
  readonly currency: string
  readonly reference: string
  readonly name: string
  readonly text: string
  readonly booked: string
}

/** Every end-to-end id that the statement names. */
export function referencesIn(statement: Statement): readonly string[] {
  return statement.entries.flatMap((entry) => entry.details.flatMap(({ endToEndId }) => endToEndId ?? []))
}

/** Only booked debits count, by end-to-end id and exact amount; each payment once. */
export function matchStatement(
  statement: Statement,
  payments: readonly OrderedPayment[],
): { readonly paid: readonly PaidPayment[]; readonly unmatched: readonly UnmatchedEntry[] } {
  const byReference = new Map(payments.map((payment) => [payment.endToEndId, payment]))
  const paid = new Map<string, PaidPayment>()
  const unmatched: UnmatchedEntry[] = []
  for (const entry of statement.entries) {
    if (!entry.isBooked) continue
    for (const detail of entry.details.length === 0 ? [undefined] : entry.details) {
      const payment = byReference.get(detail?.endToEndId ?? '')
      const reason = reasonOf(entry, detail, payment, paid)
      if (reason !== undefined) unmatched.push(unmatchedEntry(entry, detail, reason))
      else if (payment !== undefined) paid.set(payment.endToEndId, { payment, paidOn: entry.bookedOn ?? entry.valueOn })
    }
  }
  return { paid: [...paid.values()], unmatched }
}

/** Why a detail does not say that a payment is done; undefined if it does. */
function reasonOf(
  entry: Entry,
  detail: EntryDetail | undefined,
  payment: OrderedPayment | undefined,
  paid: ReadonlyMap<string, PaidPayment>,
): UnmatchedReason | undefined {
  const isOutgoing = (detail?.direction ?? entry.direction) === 'debit' && entry.direction === 'debit' && !entry.isReversal
  if (payment === undefined) return isOutgoing ? 'unknown' : 'incoming'
  if (!isOutgoing) return 'returned'
  if (!isAmount(detail?.amount, payment.amount)) return 'wrong-amount'
  return payment.paidOn !== undefined || paid.has(payment.endToEndId) ? 'paid-before' : undefined
}

function isAmount(amount: Amount | undefined, cents: bigint): boolean {
  return amount !== undefined && amount.currency === 'EUR' && centsOf(amount) === cents
}

const longest = 200

function unmatchedEntry(entry: Entry, detail: EntryDetail | undefined, reason: UnmatchedReason): UnmatchedEntry {
  const amount = detail?.amount ?? entry.amount
  const cut = (text: string | undefined): string => (text ?? '').toWellFormed().slice(0, longest)
  return {
    ...{ reason, direction: detail?.direction ?? entry.direction, amount: amount.value, currency: amount.currency },
    ...{ reference: cut(detail?.endToEndId ?? entry.bankReference ?? entry.reference), name: cut(detail?.counterparty.name) },
    ...{ text: cut(detail?.remittance.join(' ') || entry.text), booked: entry.bookedOn ?? entry.valueOn ?? '' },
  }
}
