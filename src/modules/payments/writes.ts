// Writes: every change is conditional on the state it was decided for.
import type { Transaction } from '#database'
import type { AuthorityId, OwnerId, Staff } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import type { Cents } from '#kernel/money.ts'
import type { AttemptId, DifferenceKind, DifferenceState, Payment, PaymentId, ReportedTransaction } from './domain/payment.ts'
import type { PaymentState } from './domain/states.ts'
import type { StoredPosition } from './reads.ts'

export type NewPayment = Pick<
  Payment,
  'authority' | 'paymentId' | 'owner' | 'reference' | 'amount' | 'purpose' | 'positions' | 'returnPath' | 'language'
> & {
  readonly sequence: number
}

/** @returns false if another transaction was first with this reference and sequence */
export async function insertPayment(transaction: Transaction, payment: NewPayment, now: Date): Promise<boolean> {
  const positions: StoredPosition[] = payment.positions.map((position) => ({ ...position, amount: position.amount.toString() }))
  const rows = await transaction.sql`
    insert into payments.payment (authority_id, payment_id, owner_id, reference, sequence, amount, purpose, positions, return_path, language, opened_at)
    values (${payment.authority}, ${payment.paymentId}, ${payment.owner}, ${payment.reference}, ${payment.sequence}, ${payment.amount},
      ${payment.purpose}, ${JSON.stringify(positions)}::jsonb, ${payment.returnPath}, ${payment.language}, ${now})
    on conflict (authority_id, owner_id, reference, sequence) do nothing
    returning payment_id`
  return rows.length === 1
}

export async function insertAttempt(
  transaction: Transaction,
  authority: AuthorityId,
  attempt: { readonly paymentId: PaymentId; readonly attemptId: AttemptId; readonly number: number },
  now: Date,
): Promise<void> {
  await transaction.sql`
    insert into payments.payment_attempt (authority_id, attempt_id, payment_id, number, state, created_at, changed_at, nudged_at)
    values (${authority}, ${attempt.attemptId}, ${attempt.paymentId}, ${attempt.number}, 'created', ${now}, ${now}, ${now})`
}

/** @returns false if another transaction was first to follow attempt `from` with a new one, or it has paid meanwhile */
export async function advanceAttemptNumber(
  transaction: Transaction,
  authority: AuthorityId,
  paymentId: PaymentId,
  from: number,
): Promise<boolean> {
  const rows = await transaction.sql`
    update payments.payment set attempt_number = attempt_number + 1
    where authority_id = ${authority} and payment_id = ${paymentId} and attempt_number = ${from} and paid_attempt_id is null
    returning payment_id`
  return rows.length === 1
}

/** The only way to change a state. @returns false if the attempt is no longer in `from` */
export async function changeState(
  transaction: Transaction,
  authority: AuthorityId,
  attemptId: AttemptId,
  step: { readonly from: PaymentState; readonly to: PaymentState },
  now: Date,
): Promise<boolean> {
  const rows = await transaction.sql`
    update payments.payment_attempt set state = ${step.to}, changed_at = ${now}
    where authority_id = ${authority} and attempt_id = ${attemptId} and state = ${step.from}
    returning attempt_id`
  return rows.length === 1
}

/** Cancelling is ours only while nobody has got a pay page. @returns false otherwise, or if it left `from` */
export async function cancelUnseen(
  transaction: Transaction,
  authority: AuthorityId,
  attemptId: AttemptId,
  from: PaymentState,
  now: Date,
): Promise<boolean> {
  const rows = await transaction.sql`
    update payments.payment_attempt set state = 'cancelled', changed_at = ${now}
    where authority_id = ${authority} and attempt_id = ${attemptId} and state = ${from} and handed_out_at is null
    returning attempt_id`
  return rows.length === 1
}

/** An attempt is given up only as long as no pay page of it can have been seen. @returns false otherwise */
export async function abandonUnseen(transaction: Transaction, authority: AuthorityId, attemptId: AttemptId, now: Date): Promise<boolean> {
  const rows = await transaction.sql`
    update payments.payment_attempt set state = 'abandoned', changed_at = ${now}
    where authority_id = ${authority} and attempt_id = ${attemptId} and state in ('requested', 'unknown')
      and transaction_id is null and redirect_url is null and handed_out_at is null
    returning attempt_id`
  return rows.length === 1
}

/** The provider's facts; what was known is kept where the report is silent. */
export async function storeReport(
  transaction: Transaction,
  authority: AuthorityId,
  attemptId: AttemptId,
  report: ReportedTransaction,
): Promise<void> {
  await transaction.sql`
    update payments.payment_attempt set
      transaction_id = ${report.transactionId},
      redirect_url = coalesce(${report.redirectUrl ?? null}, redirect_url),
      transaction_reference = coalesce(${report.reference ?? null}, transaction_reference),
      method = coalesce(${report.methodDetail ?? report.method ?? null}, method)
    where authority_id = ${authority} and attempt_id = ${attemptId}`
}

/** @returns false if another attempt has paid it before */
export async function markPaid(
  transaction: Transaction,
  authority: AuthorityId,
  paymentId: PaymentId,
  attemptId: AttemptId,
  now: Date,
): Promise<boolean> {
  const rows = await transaction.sql`
    update payments.payment set paid_attempt_id = ${attemptId}, paid_at = ${now}
    where authority_id = ${authority} and payment_id = ${paymentId} and paid_attempt_id is null
    returning payment_id`
  return rows.length === 1
}

export interface Transfer {
  readonly code: 'fee-paid' | 'overpaid' | 'refunded'
  readonly paymentId: PaymentId
  readonly attemptId: AttemptId
  readonly amount: Cents
  readonly occurredAt: Date
}

const accountsOf = {
  'fee-paid': { debit: 'provider-clearing', credit: 'fees-received' },
  overpaid: { debit: 'provider-clearing', credit: 'refund-payable' },
  refunded: { debit: 'refund-payable', credit: 'provider-clearing' },
} as const

/** Posts once per attempt, and back at most once; a second time is a broken rule and throws. */
export async function insertTransfer(transaction: Transaction, authority: AuthorityId, transfer: Transfer, now: Date): Promise<void> {
  const { debit, credit } = accountsOf[transfer.code]
  await transaction.sql`
    insert into payments.account (authority_id, code, opened_at)
    values (${authority}, ${debit}, ${now}), (${authority}, ${credit}, ${now})
    on conflict do nothing`
  await transaction.sql`
    insert into payments.transfer (authority_id, transfer_id, code, payment_id, attempt_id, debit, credit, amount, occurred_at, recorded_at, reverses)
    values (${authority}, ${newId<'transfer'>(now.getTime())}, ${transfer.code}, ${transfer.paymentId}, ${transfer.attemptId}, ${debit}, ${credit},
      ${transfer.amount}, ${transfer.occurredAt}, ${now}, ${transfer.code === 'refunded'})`
}

/** A task for the cash office; the same again is the same task. */
export async function openDifference(
  transaction: Transaction,
  authority: AuthorityId,
  difference: {
    readonly kind: DifferenceKind
    readonly paymentId: PaymentId
    readonly attemptId: AttemptId
    readonly detail: Readonly<Record<string, unknown>>
  },
  now: Date,
): Promise<void> {
  await transaction.sql`
    insert into payments.difference (authority_id, attempt_id, kind, payment_id, detail, opened_at)
    values (${authority}, ${difference.attemptId}, ${difference.kind}, ${difference.paymentId}, ${JSON.stringify(difference.detail)}::jsonb, ${now})
    on conflict do nothing`
}

/** Takes the next turn of asking; only who holds the present turn gets it. @returns the new turn, or undefined if somebody else has it */
export async function takeTurn(
  transaction: Transaction,
  authority: AuthorityId,
  attemptId: AttemptId,
  turn: number,
): Promise<number | undefined> {
  const [row] = await transaction.sql<{ turn: number }>`
    update payments.payment_attempt set turn = turn + 1
    where authority_id = ${authority} and attempt_id = ${attemptId} and turn = ${turn}
    returning turn`
  return row?.turn
}

/** A pay page is handed out: the schedule starts anew. @returns the new turn */
export async function restartAsking(
  transaction: Transaction,
  authority: AuthorityId,
  attemptId: AttemptId,
  now: Date,
): Promise<number | undefined> {
  const [row] = await transaction.sql<{ turn: number }>`
    update payments.payment_attempt set turn = turn + 1, nudged_at = ${now}
    where authority_id = ${authority} and attempt_id = ${attemptId}
    returning turn`
  return row?.turn
}

/** A knock starts the schedule anew. @returns the new turn; undefined if the last knock is younger than `quietMs` */
export async function hearCall(
  transaction: Transaction,
  authority: AuthorityId,
  attemptId: AttemptId,
  now: Date,
  quietMs: number,
): Promise<number | undefined> {
  const [row] = await transaction.sql<{ turn: number }>`
    update payments.payment_attempt set turn = turn + 1, nudged_at = ${now}, called_at = ${now}
    where authority_id = ${authority} and attempt_id = ${attemptId}
      and (called_at is null or called_at <= ${new Date(now.getTime() - quietMs)})
    returning turn`
  return row?.turn
}

/** @returns false if there is no pay page to hand out, or the attempt has come to an end */
export async function markHandedOut(transaction: Transaction, authority: AuthorityId, attemptId: AttemptId, now: Date): Promise<boolean> {
  const rows = await transaction.sql`
    update payments.payment_attempt set handed_out_at = coalesce(handed_out_at, ${now})
    where authority_id = ${authority} and attempt_id = ${attemptId} and state in ('initial', 'expired') and redirect_url is not null
    returning attempt_id`
  return rows.length === 1
}

/** A visitor signed in: what was theirs is the account's. Needs the authority's scope. */
export async function changeOwner(transaction: Transaction, authority: AuthorityId, from: OwnerId, to: OwnerId): Promise<void> {
  await transaction.sql`update payments.payment set owner_id = ${to} where authority_id = ${authority} and owner_id = ${from}`
}

/** The only way to change a difference. @returns false if it is no longer in `from` */
export async function moveDifference(
  transaction: Transaction,
  authority: AuthorityId,
  difference: { readonly attemptId: AttemptId; readonly kind: DifferenceKind },
  step: { readonly from: DifferenceState; readonly to: DifferenceState; readonly resolvedAt: Date | undefined },
): Promise<boolean> {
  const rows = await transaction.sql`
    update payments.difference set state = ${step.to}, resolved_at = ${step.resolvedAt ?? null}
    where authority_id = ${authority} and attempt_id = ${difference.attemptId} and kind = ${difference.kind} and state = ${step.from}
    returning kind`
  return rows.length === 1
}

/** Appends to the cash office's journal; the difference's row was changed before, so that steps stand in their order. */
export async function insertDifferenceStep(
  transaction: Transaction,
  difference: { readonly attemptId: AttemptId; readonly kind: DifferenceKind },
  step: { readonly staff: Staff; readonly from: DifferenceState; readonly to: DifferenceState; readonly reason: string },
  now: Date,
): Promise<void> {
  const { authority, staff, name } = step.staff
  await transaction.sql`
    insert into payments.difference_step (authority_id, attempt_id, kind, position, at, staff_id, staff_name, from_state, to_state, reason)
    select ${authority}, ${difference.attemptId}, ${difference.kind}, count(*) + 1, ${now}::timestamptz, ${staff}, ${name}, ${step.from}, ${step.to}, ${step.reason}
    from payments.difference_step
    where authority_id = ${authority} and attempt_id = ${difference.attemptId} and kind = ${difference.kind}`
}
