// Reading SQL of the cash office: what does not match, its journal, and the ledger of a payment.
import { fragment, type Queryable } from '#database'
import type { AuthorityId, OwnerId, StaffId } from '#kernel/actors.ts'
import type { Cents } from '#kernel/money.ts'
import type { AttemptId, Difference, DifferenceKind, DifferenceState, PaymentId, Posting } from './domain/payment.ts'
import type { PaymentState } from './domain/states.ts'

export interface DifferenceKey {
  readonly attemptId: AttemptId
  readonly kind: DifferenceKind
}

interface DifferenceRow {
  kind: DifferenceKind
  state: DifferenceState
  payment_id: PaymentId
  attempt_id: AttemptId
  detail: Readonly<Record<string, unknown>>
  opened_at: Date
  resolved_at: Date | null
  reference: string
  amount: Cents
  purpose: string
  owner_id: OwnerId
  transaction_reference: string | null
}

const columns = fragment`d.kind, d.state, d.payment_id, d.attempt_id, d.detail, d.opened_at, d.resolved_at, p.reference, p.amount, p.purpose, p.owner_id,
    a.transaction_reference`
const joined = fragment`payments.difference d
    join payments.payment_attempt a on a.authority_id = d.authority_id and a.attempt_id = d.attempt_id
    join payments.payment p on p.authority_id = d.authority_id and p.payment_id = d.payment_id`

/** What does not match at an authority and is not settled, oldest first; at most 500. */
export async function listOpenDifferences(database: Queryable, authority: AuthorityId): Promise<Difference[]> {
  const rows = await database.sql<DifferenceRow>`
    select ${columns} from ${joined}
    where d.authority_id = ${authority} and d.resolved_at is null
    order by d.opened_at
    limit 500`
  return rows.map(toDifference)
}

/** What was settled last, latest first; at most 100. */
export async function listResolvedDifferences(database: Queryable, authority: AuthorityId): Promise<Difference[]> {
  const rows = await database.sql<DifferenceRow>`
    select ${columns} from ${joined}
    where d.authority_id = ${authority} and d.resolved_at is not null
    order by d.resolved_at desc
    limit 100`
  return rows.map(toDifference)
}

export async function findDifference(
  database: Queryable,
  authority: AuthorityId,
  key: DifferenceKey,
): Promise<(Difference & { readonly owner: OwnerId }) | undefined> {
  const [row] = await database.sql<DifferenceRow>`
    select ${columns} from ${joined}
    where d.authority_id = ${authority} and d.attempt_id = ${key.attemptId} and d.kind = ${key.kind}`
  return row && { ...toDifference(row), owner: row.owner_id }
}

export interface DifferenceStep {
  readonly at: Date
  readonly staff: StaffId
  readonly staffName: string
  readonly from: DifferenceState
  readonly to: DifferenceState
  readonly reason: string
}

/** The journal of a difference, latest first. */
export async function listDifferenceSteps(
  database: Queryable,
  authority: AuthorityId,
  key: DifferenceKey,
): Promise<readonly DifferenceStep[]> {
  return database.sql<DifferenceStep>`
    select at, staff_id as staff, staff_name as "staffName", from_state as "from", to_state as "to", reason
    from payments.difference_step
    where authority_id = ${authority} and attempt_id = ${key.attemptId} and kind = ${key.kind}
    order by position desc`
}

/** All postings of a payment, in their order. */
export async function listPostings(
  database: Queryable,
  authority: AuthorityId,
  paymentId: PaymentId,
): Promise<readonly (Posting & { readonly attemptId: AttemptId })[]> {
  return database.sql<Posting & { readonly attemptId: AttemptId }>`
    select t.code, t.attempt_id as "attemptId", a.number as "attemptNumber", t.debit, t.credit, t.amount, t.occurred_at as "occurredAt"
    from payments.transfer t
    join payments.payment_attempt a on a.authority_id = t.authority_id and a.attempt_id = t.attempt_id
    where t.authority_id = ${authority} and t.payment_id = ${paymentId}
    order by t.recorded_at, a.number, t.transfer_id`
}

export interface AttemptLine {
  readonly number: number
  readonly state: PaymentState
  readonly changedAt: Date
  readonly transactionReference: string | null
  readonly method: string | null
}

/** Every attempt to pay, first to last. */
export async function listAttempts(database: Queryable, authority: AuthorityId, paymentId: PaymentId): Promise<readonly AttemptLine[]> {
  return database.sql<AttemptLine>`
    select number, state, changed_at as "changedAt", transaction_reference as "transactionReference", method
    from payments.payment_attempt where authority_id = ${authority} and payment_id = ${paymentId} order by number`
}

function toDifference(row: DifferenceRow): Difference {
  return {
    kind: row.kind,
    state: row.state,
    paymentId: row.payment_id,
    attemptId: row.attempt_id,
    reference: row.reference,
    amount: row.amount,
    detail: row.detail,
    openedAt: row.opened_at,
    purpose: row.purpose,
    ...(row.resolved_at === null ? {} : { resolvedAt: row.resolved_at }),
    ...(row.transaction_reference === null ? {} : { transactionReference: row.transaction_reference }),
  }
}
