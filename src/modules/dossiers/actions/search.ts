// Searches dossiers and documents of an authority, for one member of staff.
import type { Transaction } from '#database'
import type { Actor, AuthorityId } from '#kernel/actors.ts'
import { askedLexemes, queryText } from '../domain/lexemes.ts'
import { lexemesOfStaff } from '../domain/permissions.ts'
import { type SearchHit, searchEntries } from '../reads.ts'

/**
 * Best first, only what this member of staff may read; nothing tells how much else there is.
 * Words may be parts of compounds, the last may be unfinished.
 */
export async function search(
  transaction: Transaction,
  asked: {
    readonly authority: AuthorityId
    readonly words: string
    readonly staff: Extract<Actor, { kind: 'staff' }>
    readonly limit?: number
  },
): Promise<SearchHit[]> {
  const words = askedLexemes(asked.words)
  if (words.length === 0 || asked.staff.authority !== asked.authority) return []
  const query = queryText(words, asked.authority, lexemesOfStaff(asked.staff))
  return searchEntries(transaction, asked.authority, query, asked.limit ?? 20)
}
