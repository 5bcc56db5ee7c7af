// Reads: payments with their attempt in use, and the cash office's differences.
import { fragment, type Queryable } from '#database'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Language } from '#kernel/language.ts'
import type { AttemptId, Payment, PaymentId, Position } from './domain/payment.ts'
import type { PaymentState } from './domain/states.ts'

interface PaymentRow {
  authority_id: string
  payment_id: string
  owner_id: string
  reference: string
  amount: bigint
  purpose: string
  positions: readonly StoredPosition[]
  return_path: string
  language: string
  opened_at: Date
  paid_at: Date | null
  attempt_id: string
  number: number
  state: string
  created_at: Date
  changed_at: Date
  handed_out_at: Date | null
  transaction_id: string | null
  redirect_url: string | null
  transaction_reference: string | null
  method: string | null
  turn: number
  nudged_at: Date
}

/** Positions as JSON: cents as text, because JSON numbers are doubles. */
export type StoredPosition = Omit<Position, 'amount'> & { readonly amount: string }

const columns = fragment`p.authority_id, p.payment_id, p.owner_id, p.reference, p.amount, p.purpose, p.positions, p.return_path, p.language,
    p.opened_at, p.paid_at, a.attempt_id, a.number, a.state, a.created_at, a.changed_at, a.handed_out_at, a.transaction_id, a.redirect_url,
    a.transaction_reference, a.method, a.turn, a.nudged_at`

/** The attempt that speaks for a payment: the one that paid, else the latest. */
const inUse = fragment`payments.payment p join payments.payment_attempt a on a.authority_id = p.authority_id and a.payment_id = p.payment_id
    and case when p.paid_attempt_id is null then a.number = p.attempt_number else a.attempt_id = p.paid_attempt_id end`

export async function findPayment(database: Queryable, authority: AuthorityId, paymentId: PaymentId): Promise<Payment | undefined> {
  const [row] = await database.sql<PaymentRow>`
    select ${columns} from ${inUse} where p.authority_id = ${authority} and p.payment_id = ${paymentId}`
  return row === undefined ? undefined : toPayment(row)
}

/** The latest payment of an owner for a reference. */
export async function findPaymentFor(
  database: Queryable,
  authority: AuthorityId,
  owner: OwnerId,
  reference: string,
): Promise<(Payment & { sequence: number }) | undefined> {
  const [row] = await database.sql<PaymentRow & { sequence: number }>`
    select ${columns}, p.sequence from ${inUse}
    where p.authority_id = ${authority} and p.owner_id = ${owner} and p.reference = ${reference}
    order by p.sequence desc
    limit 1`
  return row === undefined ? undefined : { ...toPayment(row), sequence: row.sequence }
}

/** A payment seen from one of its attempts, whichever is in use. */
export async function findAttempt(database: Queryable, authority: AuthorityId, attemptId: AttemptId): Promise<Payment | undefined> {
  const [row] = await database.sql<PaymentRow>`
    select ${columns} from payments.payment_attempt a
    join payments.payment p on p.authority_id = a.authority_id and p.payment_id = a.payment_id
    where a.authority_id = ${authority} and a.attempt_id = ${attemptId}`
  return row === undefined ? undefined : toPayment(row)
}

/** Authorities where an owner has payments; needs the owner's scope. */
export async function listPayees(database: Queryable, owner: OwnerId): Promise<AuthorityId[]> {
  const rows = await database.sql<{ authority_id: string }>`select distinct authority_id from payments.payment where owner_id = ${owner}`
  return rows.map((row) => row.authority_id as AuthorityId)
}

function toPayment(row: PaymentRow): Payment {
  const state = row.state as PaymentState
  return {
    authority: row.authority_id as AuthorityId,
    paymentId: row.payment_id as PaymentId,
    owner: row.owner_id as OwnerId,
    reference: row.reference,
    amount: row.amount,
    purpose: row.purpose,
    positions: row.positions.map((position) => ({ ...position, amount: BigInt(position.amount) })),
    returnPath: row.return_path,
    language: row.language as Language,
    state,
    openedAt: row.opened_at,
    ...(row.paid_at === null ? {} : { paidAt: row.paid_at }),
    attempt: {
      attemptId: row.attempt_id as AttemptId,
      number: row.number,
      state,
      createdAt: row.created_at,
      changedAt: row.changed_at,
      turn: row.turn,
      nudgedAt: row.nudged_at,
      ...(row.handed_out_at === null ? {} : { handedOutAt: row.handed_out_at }),
      ...(row.transaction_id === null ? {} : { transactionId: row.transaction_id }),
      ...(row.redirect_url === null ? {} : { redirectUrl: row.redirect_url }),
      ...(row.transaction_reference === null ? {} : { transactionReference: row.transaction_reference }),
      ...(row.method === null ? {} : { method: row.method }),
    },
  }
}
