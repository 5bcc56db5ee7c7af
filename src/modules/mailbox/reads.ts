// Reads of the mailbox; all need a transaction in the owner's scope.
import type { Queryable } from '#database'
import type { StoredFile } from '#files'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { DeliveryRule } from './domain/delivery-rules.ts'
import type { Message, MessageKind, NoticeState, StatusChange, Thread, ThreadStatus } from './domain/thread.ts'
import type { DeliveryProof } from './events.ts'

interface ThreadRow {
  thread_id: Id<'thread'>
  owner_id: OwnerId
  authority_id: AuthorityId
  title: string
  case_number: string
  status: ThreadStatus
  status_since: Date
  expected_by: Day | null
  opened_at: Date
  changed_at: Date
  unread: bigint
}

function toThread(row: ThreadRow): Thread {
  return {
    threadId: row.thread_id,
    owner: row.owner_id,
    authority: row.authority_id,
    title: row.title,
    caseNumber: row.case_number,
    status: row.status,
    statusSince: row.status_since,
    expectedBy: row.expected_by ?? undefined,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    unread: Number(row.unread),
  }
}

/** Threads of a person, the last changed first; `before` pages on. */
export async function listThreads(transaction: Queryable, owner: OwnerId, page: { before?: Date; limit?: number } = {}): Promise<Thread[]> {
  const rows = await transaction.sql<ThreadRow>`
    select t.thread_id, t.owner_id, t.authority_id, t.title, t.case_number, t.status, t.status_since, t.expected_by, t.opened_at, t.changed_at,
      (select count(*) from mailbox.message m where m.owner_id = t.owner_id and m.thread_id = t.thread_id
        and m.direction = 'to-person' and m.first_read_at is null) as unread
    from mailbox.thread t
    where t.owner_id = ${owner} and t.changed_at < ${page.before ?? new Date('9999-01-01')}
    order by t.changed_at desc
    limit ${page.limit ?? 50}`
  return rows.map(toThread)
}

export async function findThread(transaction: Queryable, owner: OwnerId, thread: Id<'thread'>): Promise<Thread | undefined> {
  const [row] = await transaction.sql<ThreadRow>`
    select t.thread_id, t.owner_id, t.authority_id, t.title, t.case_number, t.status, t.status_since, t.expected_by, t.opened_at, t.changed_at,
      (select count(*) from mailbox.message m where m.owner_id = t.owner_id and m.thread_id = t.thread_id
        and m.direction = 'to-person' and m.first_read_at is null) as unread
    from mailbox.thread t
    where t.owner_id = ${owner} and t.thread_id = ${thread}`
  return row && toThread(row)
}

/** How many messages of a person are unread, for the mark at the menu. */
export async function countUnread(transaction: Queryable, owner: OwnerId): Promise<number> {
  const [row] = await transaction.sql<{ unread: bigint }>`
    select count(*) as unread from mailbox.message
    where owner_id = ${owner} and direction = 'to-person' and first_read_at is null`
  return Number(row?.unread ?? 0n)
}

export async function listStatusChanges(transaction: Queryable, owner: OwnerId, thread: Id<'thread'>): Promise<StatusChange[]> {
  return transaction.sql<{ status: ThreadStatus; since: Date }>`
    select status, since from mailbox.status_change
    where owner_id = ${owner} and thread_id = ${thread}
    order by since`
}

interface MessageRow {
  message_id: Id<'message'>
  thread_id: Id<'thread'>
  direction: 'to-person' | 'from-person'
  kind: MessageKind
  subject: string
  body: string
  attachments: StoredFile[]
  sent_at: Date
  first_read_at: Date | null
  rule: DeliveryRule | null
  provided_at: Date | null
  first_retrieved_at: Date | null
  ended_at: Date | null
  legal_day: Day | null
  appeal_until: Day | null
  notice: NoticeState | null
}

function toMessage(row: MessageRow): Message {
  const delivery =
    row.provided_at === null || row.notice === null
      ? undefined
      : {
          rule: row.rule ?? undefined,
          providedAt: row.provided_at,
          firstRetrievedAt: row.first_retrieved_at ?? undefined,
          endedAt: row.ended_at ?? undefined,
          legalDay: row.legal_day ?? undefined,
          appealUntil: row.appeal_until ?? undefined,
          notice: row.notice,
        }
  return {
    messageId: row.message_id,
    direction: row.direction,
    kind: row.kind,
    subject: row.subject,
    text: row.body,
    attachments: row.attachments,
    sentAt: row.sent_at,
    firstReadAt: row.first_read_at ?? undefined,
    delivery,
  }
}

/** Messages of a thread, the newest first. */
export async function listMessages(transaction: Queryable, owner: OwnerId, thread: Id<'thread'>): Promise<Message[]> {
  const rows = await transaction.sql<MessageRow>`
    select m.message_id, m.thread_id, m.direction, m.kind, m.subject, m.body, m.attachments, m.sent_at, m.first_read_at,
      d.rule, d.provided_at, d.first_retrieved_at, d.ended_at, d.legal_day, d.appeal_until, d.notice
    from mailbox.message m
    left join mailbox.delivery d on d.owner_id = m.owner_id and d.message_id = m.message_id
    where m.owner_id = ${owner} and m.thread_id = ${thread}
    order by m.sent_at desc, m.message_id desc`
  return rows.map(toMessage)
}

export async function findMessage(
  transaction: Queryable,
  owner: OwnerId,
  message: Id<'message'>,
): Promise<(Message & { readonly threadId: Id<'thread'> }) | undefined> {
  const [row] = await transaction.sql<MessageRow>`
    select m.message_id, m.thread_id, m.direction, m.kind, m.subject, m.body, m.attachments, m.sent_at, m.first_read_at,
      d.rule, d.provided_at, d.first_retrieved_at, d.ended_at, d.legal_day, d.appeal_until, d.notice
    from mailbox.message m
    left join mailbox.delivery d on d.owner_id = m.owner_id and d.message_id = m.message_id
    where m.owner_id = ${owner} and m.message_id = ${message}`
  return row && { ...toMessage(row), threadId: row.thread_id }
}

/** The message that an event has already made, so that the event makes no second one. */
export async function findMessageOfEvent(
  transaction: Queryable,
  { owner, thread }: { readonly owner: OwnerId; readonly thread: Id<'thread'> },
  eventKey: string,
): Promise<Id<'message'> | undefined> {
  const [row] = await transaction.sql<{ message_id: Id<'message'> }>`
    select message_id from mailbox.message
    where owner_id = ${owner} and thread_id = ${thread} and event_key = ${eventKey}`
  return row?.message_id
}

/** Messages whose notice has not been tried yet. */
export async function listWaitingNotices(transaction: Queryable, owner: OwnerId): Promise<Id<'message'>[]> {
  const rows = await transaction.sql<{ message_id: Id<'message'> }>`
    select message_id from mailbox.delivery where owner_id = ${owner} and notice = 'waiting'`
  return rows.map((row) => row.message_id)
}

/** Decisions that wait to be fetched and whose notice was sent: by which rule, and when. */
export async function listOpenProvisions(
  transaction: Queryable,
  owner: OwnerId,
): Promise<readonly { readonly message: Id<'message'>; readonly rule: DeliveryRule; readonly noticeAt: Date }[]> {
  return transaction.sql<{ message: Id<'message'>; rule: DeliveryRule; noticeAt: Date }>`
    select message_id as message, rule, notice_at as "noticeAt" from mailbox.delivery
    where owner_id = ${owner} and rule is not null and notice = 'accepted' and first_retrieved_at is null and ended_at is null`
}

/** What proves the delivery of each decision of a thread. */
export async function listProofs(transaction: Queryable, owner: OwnerId, thread: Id<'thread'>): Promise<readonly DeliveryProof[]> {
  const rows = await transaction.sql<{
    message: Id<'message'>
    rule: DeliveryRule | null
    provided: Date
    retrieved: Date | null
    legal_day: Day | null
  }>`
    select m.message_id as message, d.rule, d.provided_at as provided, d.first_retrieved_at as retrieved, d.legal_day
    from mailbox.message m join mailbox.delivery d on d.owner_id = m.owner_id and d.message_id = m.message_id
    where m.owner_id = ${owner} and m.thread_id = ${thread} and m.kind = 'decision'
    order by d.provided_at`
  return rows.map(({ message, rule, provided, retrieved, legal_day }) => ({
    ...{ message, rule, providedAt: provided.toISOString() },
    ...{ firstRetrievedAt: retrieved?.toISOString() ?? null, legalDay: legal_day },
  }))
}

/** Whether the account of this mailbox was deleted. */
export async function isMailboxClosed(transaction: Queryable, owner: OwnerId): Promise<boolean> {
  return (await transaction.sql`select 1 from mailbox.closed where owner_id = ${owner}`).length > 0
}
