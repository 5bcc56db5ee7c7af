// Writes of the mailbox; all need a transaction in the owner's scope.
import type { Transaction } from '#database'
import type { StoredFile } from '#files'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { DeliveryRule } from '../domain/delivery-rules.ts'
import type { MessageKind, NoticeState, ThreadStatus } from '../domain/thread.ts'

export interface ThreadState {
  readonly owner: OwnerId
  readonly thread: Id<'thread'>
  readonly authority: AuthorityId
  readonly title: string
  readonly number: string
  readonly status: ThreadStatus
  readonly expectedBy?: Day | undefined
  readonly now: Date
}

/** Opens a thread or brings it up to date; `status_since` moves only when the status does. */
export async function upsertThread(transaction: Transaction, state: ThreadState): Promise<void> {
  await transaction.sql`
    insert into mailbox.thread as t
      (owner_id, thread_id, authority_id, title, case_number, status, status_since, expected_by, opened_at, changed_at)
    values (${state.owner}, ${state.thread}, ${state.authority}, ${state.title}, ${state.number}, ${state.status}, ${state.now},
      ${state.expectedBy ?? null}, ${state.now}, ${state.now})
    on conflict (owner_id, thread_id) do update set
      authority_id = excluded.authority_id, title = excluded.title, case_number = excluded.case_number,
      status_since = case when t.status = excluded.status then t.status_since else excluded.status_since end,
      status = excluded.status, expected_by = excluded.expected_by, changed_at = excluded.changed_at`
}

/** Notes a status in the history of the thread, unless it is the last one there. */
export async function insertStatusChange(transaction: Transaction, state: ThreadState): Promise<void> {
  await transaction.sql`
    insert into mailbox.status_change (owner_id, thread_id, since, status)
    select ${state.owner}::uuid, ${state.thread}::uuid, ${state.now}::timestamptz, ${state.status}::text
    where ${state.status}::text is distinct from (
      select status from mailbox.status_change
      where owner_id = ${state.owner} and thread_id = ${state.thread}
      order by since desc limit 1)
    on conflict do nothing`
}

export interface NewMessage {
  readonly owner: OwnerId
  readonly thread: Id<'thread'>
  readonly message: Id<'message'>
  readonly direction: 'to-person' | 'from-person'
  readonly kind: MessageKind
  readonly subject: string
  readonly text: string
  readonly attachments: readonly StoredFile[]
  readonly eventKey: string
  readonly now: Date
}

/** False if a message of the same event is already there. */
export async function insertMessage(transaction: Transaction, message: NewMessage): Promise<boolean> {
  const rows = await transaction.sql`
    insert into mailbox.message
      (owner_id, message_id, thread_id, direction, kind, subject, body, attachments, sent_at, first_read_at, event_key)
    values (${message.owner}, ${message.message}, ${message.thread}, ${message.direction}, ${message.kind}, ${message.subject},
      ${message.text}, ${JSON.stringify(message.attachments)}::jsonb, ${message.now},
      ${message.direction === 'from-person' ? message.now : null}, ${message.eventKey})
    on conflict (owner_id, thread_id, event_key) do nothing
    returning message_id`
  if (rows.length === 0) return false
  await transaction.sql`
    update mailbox.thread set changed_at = ${message.now} where owner_id = ${message.owner} and thread_id = ${message.thread}`
  return true
}

export async function insertDelivery(
  transaction: Transaction,
  delivery: {
    readonly owner: OwnerId
    readonly message: Id<'message'>
    readonly rule: DeliveryRule | undefined
    readonly providedAt: Date
    readonly legalDay: Day | undefined
    readonly appealUntil: Day | undefined
  },
): Promise<void> {
  await transaction.sql`
    insert into mailbox.delivery (owner_id, message_id, channel, rule, provided_at, legal_day, appeal_until, notice)
    values (${delivery.owner}, ${delivery.message}, 'mailbox', ${delivery.rule ?? null}, ${delivery.providedAt},
      ${delivery.legalDay ?? null}, ${delivery.appealUntil ?? null}, 'waiting')`
}

export async function markThreadRead(transaction: Transaction, owner: OwnerId, thread: Id<'thread'>, now: Date): Promise<void> {
  await transaction.sql`
    update mailbox.message set first_read_at = ${now}
    where owner_id = ${owner} and thread_id = ${thread} and first_read_at is null`
}

/** Notes the first retrieval once; true if this was it. */
export async function setFirstRetrieval(transaction: Transaction, owner: OwnerId, message: Id<'message'>, now: Date): Promise<boolean> {
  const rows = await transaction.sql`
    update mailbox.delivery set first_retrieved_at = ${now}
    where owner_id = ${owner} and message_id = ${message} and first_retrieved_at is null and ended_at is null
    returning message_id`
  return rows.length === 1
}

export async function setLegalDay(
  transaction: Transaction,
  { owner, message }: { readonly owner: OwnerId; readonly message: Id<'message'> },
  day: { readonly legalDay: Day | undefined; readonly appealUntil: Day | undefined },
): Promise<void> {
  await transaction.sql`
    update mailbox.delivery set legal_day = ${day.legalDay ?? null}, appeal_until = ${day.appealUntil ?? null}
    where owner_id = ${owner} and message_id = ${message}`
}

/** Moves a notice from one of the given states; false if it was in none of them. */
export async function moveNotice(
  transaction: Transaction,
  { owner, message }: { readonly owner: OwnerId; readonly message: Id<'message'> },
  step: { readonly from: readonly NoticeState[]; readonly to: NoticeState; readonly reference?: string | undefined; readonly now: Date },
): Promise<boolean> {
  const rows = await transaction.sql`
    update mailbox.delivery set notice = ${step.to}, notice_at = ${step.now}, notice_reference = coalesce(${step.reference ?? null}, notice_reference)
    where owner_id = ${owner} and message_id = ${message} and notice = any(${[...step.from]}::text[])
    returning message_id`
  return rows.length === 1
}

/** Ends the provision of a decision that nobody has fetched; false if it was fetched or has ended before. */
export async function endProvision(transaction: Transaction, owner: OwnerId, message: Id<'message'>, now: Date): Promise<boolean> {
  const rows = await transaction.sql`
    update mailbox.delivery set ended_at = ${now}
    where owner_id = ${owner} and message_id = ${message} and first_retrieved_at is null and ended_at is null
    returning message_id`
  return rows.length === 1
}

/** From now on nothing is delivered into this mailbox. */
export async function insertClosed(transaction: Transaction, owner: OwnerId, now: Date): Promise<void> {
  await transaction.sql`insert into mailbox.closed (owner_id, closed_at) values (${owner}, ${now}) on conflict do nothing`
}
