// The access log: who looked at a person's data, for what; shown to that person.
import { fragment, type Transaction } from '#database'
import type { Actor, AuthorityId, OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'

export interface AccessEntry {
  readonly authority: AuthorityId
  /** The person whose data was read. */
  readonly owner: OwnerId
  readonly actor: Actor
  /** Key of a text that says what for ("case-work"). */
  readonly purpose: string
  readonly object: { readonly kind: string; readonly id: string; readonly title: string }
  readonly now: Date
}

/** What the person sees: the office, not the clerk's name, unless law asks for it. */
export interface AccessEvent {
  readonly authority: AuthorityId
  readonly at: Date
  readonly unit: string
  readonly purpose: string
  readonly object: { readonly kind: string; readonly id: string; readonly title: string }
}

interface AccessRow {
  authority_id: AuthorityId
  at: Date
  unit: string
  purpose: string
  object_kind: string
  object_id: string
  object_title: string
}

/** Writes one line; call it in the transaction that reads. A person's own look at own data is not logged. */
export async function recordAccess(transaction: Transaction, entry: AccessEntry): Promise<void> {
  if (entry.actor.kind === 'person' || entry.actor.kind === 'visitor') return
  const staff = entry.actor.kind === 'staff' ? entry.actor.staff : null
  const unit = entry.actor.kind === 'staff' ? entry.actor.unit : entry.actor.name
  await transaction.sql`
    insert into journal.access (authority_id, owner_id, access_id, at, staff_id, unit, purpose, object_kind, object_id, object_title)
    values (${entry.authority}, ${entry.owner}, ${newId()}, ${entry.now}, ${staff}, ${unit}, ${entry.purpose}, ${entry.object.kind}, ${entry.object.id}, ${entry.object.title})`
}

/** Newest first; needs the owner's scope. */
export async function listAccess(
  transaction: Transaction,
  owner: OwnerId,
  page: { readonly before?: Date; readonly limit?: number } = {},
): Promise<readonly AccessEvent[]> {
  const older = page.before === undefined ? fragment`` : fragment`and at < ${page.before}`
  const rows = await transaction.sql<AccessRow>`
    select authority_id, at, unit, purpose, object_kind, object_id, object_title
    from journal.access where owner_id = ${owner} ${older} order by at desc limit ${page.limit ?? 50}`
  return rows.map((row) => ({
    authority: row.authority_id,
    at: row.at,
    unit: row.unit,
    purpose: row.purpose,
    object: { kind: row.object_kind, id: row.object_id, title: row.object_title },
  }))
}
