// Rows of a visitor's mailbox, read, written for an account and removed.
import type { Transaction } from '#database'
import type { StoredFile } from '#files'
import type { OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'

/** Whole rows as JSON, because they go on unchanged under another owner. */
export interface MovableRows {
  readonly threads: readonly { readonly thread_id: Id<'thread'> }[]
  readonly changes: readonly object[]
  readonly messages: readonly { readonly message_id: Id<'message'>; readonly attachments: readonly StoredFile[] }[]
  readonly deliveries: readonly object[]
}

export async function listMovableRows(transaction: Transaction, owner: OwnerId): Promise<MovableRows> {
  const [row] = await transaction.sql<MovableRows>`
    select
      coalesce((select jsonb_agg(to_jsonb(t)) from mailbox.thread t where t.owner_id = ${owner}), '[]') as threads,
      coalesce((select jsonb_agg(to_jsonb(c)) from mailbox.status_change c where c.owner_id = ${owner}), '[]') as changes,
      coalesce((select jsonb_agg(to_jsonb(m)) from mailbox.message m where m.owner_id = ${owner}), '[]') as messages,
      coalesce((select jsonb_agg(to_jsonb(d)) from mailbox.delivery d where d.owner_id = ${owner}), '[]') as deliveries`
  return row ?? { threads: [], changes: [], messages: [], deliveries: [] }
}

export async function insertMovedRows(transaction: Transaction, owner: OwnerId, rows: MovableRows): Promise<void> {
  const owned = (list: readonly object[]) => JSON.stringify(list.map((row) => ({ ...row, owner_id: owner })))
  await transaction.sql`
    insert into mailbox.thread (owner_id, thread_id, authority_id, title, case_number, status, status_since, expected_by, opened_at, changed_at)
    select owner_id, thread_id, authority_id, title, case_number, status, status_since, expected_by, opened_at, changed_at
    from jsonb_populate_recordset(null::mailbox.thread, ${owned(rows.threads)}::jsonb)
    on conflict do nothing`
  await transaction.sql`
    insert into mailbox.status_change (owner_id, thread_id, since, status)
    select owner_id, thread_id, since, status from jsonb_populate_recordset(null::mailbox.status_change, ${owned(rows.changes)}::jsonb)
    on conflict do nothing`
  await transaction.sql`
    insert into mailbox.message
      (owner_id, message_id, thread_id, direction, kind, subject, body, attachments, sent_at, first_read_at, event_key)
    select owner_id, message_id, thread_id, direction, kind, subject, body, attachments, sent_at, first_read_at, event_key
    from jsonb_populate_recordset(null::mailbox.message, ${owned(rows.messages)}::jsonb)
    on conflict do nothing`
  await transaction.sql`
    insert into mailbox.delivery
      (owner_id, message_id, channel, rule, provided_at, first_retrieved_at, ended_at, legal_day, appeal_until, notice, notice_at, notice_reference)
    select owner_id, message_id, channel, rule, provided_at, first_retrieved_at, ended_at, legal_day, appeal_until, notice, notice_at, notice_reference
    from jsonb_populate_recordset(null::mailbox.delivery, ${owned(rows.deliveries)}::jsonb)
    on conflict do nothing`
}

/** Removes what was read before, and nothing that came since. */
export async function removeMovedRows(transaction: Transaction, owner: OwnerId, rows: MovableRows): Promise<void> {
  const messages = rows.messages.map((message) => message.message_id)
  const threads = rows.threads.map((thread) => thread.thread_id)
  await transaction.sql`delete from mailbox.delivery where owner_id = ${owner} and message_id = any(${messages}::uuid[])`
  await transaction.sql`delete from mailbox.message where owner_id = ${owner} and message_id = any(${messages}::uuid[])`
  await transaction.sql`
    delete from mailbox.status_change
    where owner_id = ${owner} and thread_id = any(${threads}::uuid[])
      and not exists (select from mailbox.message m where m.owner_id = ${owner} and m.thread_id = status_change.thread_id)`
  await transaction.sql`
    delete from mailbox.thread
    where owner_id = ${owner} and thread_id = any(${threads}::uuid[])
      and not exists (select from mailbox.message m where m.owner_id = ${owner} and m.thread_id = thread.thread_id)`
}
