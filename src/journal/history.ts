// The history of a dossier: an append-only chain, each event bound to the one before.
import { createHash } from 'node:crypto'
import type { Transaction } from '#database'
import type { Actor, AuthorityId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'

export interface HistoryEntry {
  readonly authority: AuthorityId
  readonly dossier: Id<'dossier'>
  readonly actor: Actor
  readonly action: string
  readonly object: { readonly kind: string; readonly id: string }
  readonly detail?: Readonly<Record<string, unknown>>
  readonly now: Date
}

export interface HistoryEvent {
  readonly position: number
  readonly at: Date
  readonly actor: { readonly kind: Actor['kind']; readonly id: string; readonly name: string }
  readonly action: string
  readonly object: { readonly kind: string; readonly id: string }
  readonly detail: Readonly<Record<string, unknown>>
  readonly hash: string
}

interface EventRow {
  position: number
  at: Date
  actor_kind: Actor['kind']
  actor_id: string
  actor_name: string
  action: string
  object_kind: string
  object_id: string
  detail: Record<string, unknown>
  previous_hash: string
  hash: string
}

const firstHash = '0'.repeat(64)

/** Appends one event; the head row is the lock, so events of one dossier stand in the order of their commits. */
export async function appendHistory(transaction: Transaction, entry: HistoryEntry): Promise<void> {
  const { authority, dossier } = entry
  await transaction.sql`
    insert into journal.history_head (authority_id, dossier_id, length, hash)
    values (${authority}, ${dossier}, 0, ${firstHash}) on conflict do nothing`
  const [head] = await transaction.sql<{ length: number; hash: string }>`
    select length, hash from journal.history_head where authority_id = ${authority} and dossier_id = ${dossier} for update`
  if (head === undefined) throw new Error('a history needs the scope of its authority')
  const row: Omit<EventRow, 'hash'> = {
    position: head.length + 1,
    at: entry.now,
    ...actorColumns(entry.actor),
    action: entry.action,
    object_kind: entry.object.kind,
    object_id: entry.object.id,
    detail: JSON.parse(JSON.stringify(entry.detail ?? {})),
    previous_hash: head.hash,
  }
  const hash = hashOf(row)
  await transaction.sql`
    insert into journal.history (authority_id, dossier_id, position, at, actor_kind, actor_id, actor_name, action, object_kind, object_id, detail, previous_hash, hash)
    values (${authority}, ${dossier}, ${row.position}, ${row.at}, ${row.actor_kind}, ${row.actor_id}, ${row.actor_name}, ${row.action},
      ${row.object_kind}, ${row.object_id}, ${JSON.stringify(row.detail)}::jsonb, ${row.previous_hash}, ${hash})`
  await transaction.sql`
    update journal.history_head set length = ${row.position}, hash = ${hash} where authority_id = ${authority} and dossier_id = ${dossier}`
}

/** All events of a dossier, oldest first. */
export async function listHistory(
  transaction: Transaction,
  authority: AuthorityId,
  dossier: Id<'dossier'>,
): Promise<readonly HistoryEvent[]> {
  return (await readRows(transaction, authority, dossier)).map(toEvent)
}

/** Recomputes the chain; the value is its length. `broken` names no place: see the operator's manual for the search. */
export async function verifyHistory(
  transaction: Transaction,
  authority: AuthorityId,
  dossier: Id<'dossier'>,
): Promise<Outcome<number, 'broken'>> {
  const rows = await readRows(transaction, authority, dossier)
  const [head] = await transaction.sql<{ length: number; hash: string }>`
    select length, hash from journal.history_head where authority_id = ${authority} and dossier_id = ${dossier}`
  let previous = firstHash
  for (const [index, row] of rows.entries()) {
    if (row.position !== index + 1 || row.previous_hash !== previous || row.hash !== hashOf(row)) return refused('broken')
    previous = row.hash
  }
  return (head?.length ?? 0) === rows.length && (head?.hash ?? firstHash) === previous ? done(rows.length) : refused('broken')
}

async function readRows(transaction: Transaction, authority: AuthorityId, dossier: Id<'dossier'>): Promise<readonly EventRow[]> {
  return transaction.sql<EventRow>`
    select position, at, actor_kind, actor_id, actor_name, action, object_kind, object_id, detail, previous_hash, hash
    from journal.history where authority_id = ${authority} and dossier_id = ${dossier} order by position`
}

function toEvent(row: EventRow): HistoryEvent {
  return {
    position: row.position,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    object: { kind: row.object_kind, id: row.object_id },
    detail: row.detail,
    hash: row.hash,
  }
}

function actorColumns(actor: Actor): Pick<EventRow, 'actor_kind' | 'actor_id' | 'actor_name'> {
  switch (actor.kind) {
    case 'staff':
      return { actor_kind: 'staff', actor_id: actor.staff, actor_name: actor.name }
    case 'person':
      return { actor_kind: 'person', actor_id: actor.owner, actor_name: actor.name }
    case 'visitor':
      return { actor_kind: 'visitor', actor_id: actor.owner, actor_name: '' }
    case 'system':
      return { actor_kind: 'system', actor_id: actor.name, actor_name: actor.name }
  }
}

/** SHA-256 over the columns in a fixed order; keys of `detail` are sorted because jsonb does not keep their order. */
function hashOf(row: Omit<EventRow, 'hash'>): string {
  const words = [
    row.position,
    row.at.toISOString(),
    row.actor_kind,
    row.actor_id,
    row.actor_name,
    row.action,
    row.object_kind,
    row.object_id,
    sorted(row.detail),
    row.previous_hash,
  ]
  return createHash('sha256').update(JSON.stringify(words)).digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}
