// The log of lists and searches: who was shown many persons' data at once, and how it was narrowed.
import { createHmac } from 'node:crypto'
import type { Transaction } from '#database'
import type { AuthorityId, Staff } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'

export interface SearchEntry {
  readonly staff: Staff
  /** Which page: "work-list", "search", "cash-office". */
  readonly place: string
  /** Codes only (tab, service); never what somebody typed. */
  readonly filters: Readonly<Record<string, string>>
  /** What was typed; only its keyed digest is kept. */
  readonly words: string
  /** How many rows the page showed. */
  readonly shown: number
  readonly now: Date
}

/** A year, the shortest time that a register law names for such logs (§ 13 WRegV); see README. */
const keptMs = 365 * 86_400_000

/** Writes one line in the transaction that reads; lines that are too old go as new ones come, by one transaction at a time. */
export async function recordSearch(transaction: Transaction, key: Uint8Array, entry: SearchEntry): Promise<void> {
  const { staff, now } = entry
  const { authority } = staff
  await transaction.sql`
    with gone as (
      delete from journal.search where (authority_id, search_id) in (
        select authority_id, search_id from journal.search
        where authority_id = ${authority} and at < ${new Date(now.getTime() - keptMs)}
          and (select pg_try_advisory_xact_lock(hashtextextended(${`journal.search ${authority}`}, 0))) order by at limit 20))
    insert into journal.search (authority_id, search_id, at, staff_id, unit, place, filters, words_digest, shown)
    values (${authority}, ${newId(now.getTime())}, ${now}, ${staff.staff}, ${staff.unit}, ${entry.place},
      ${JSON.stringify(entry.filters)}::jsonb, ${digestOf(key, authority, entry.words)}, ${entry.shown})`
}

/**
 * The digest of words as the log keeps it, so that a suspicion ("was this name looked for?") can be checked.
 *
 * @returns null without words; order, case and spaces make no difference
 */
export function digestOf(key: Uint8Array, authority: AuthorityId, words: string): string | null {
  const normal = words.normalize('NFC').toLocaleLowerCase('de').split(/\s+/).filter(Boolean).toSorted().join(' ')
  return normal === '' ? null : createHmac('sha256', key).update(`${authority}\n${normal}`).digest('hex')
}
