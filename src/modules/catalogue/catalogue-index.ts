// The search index of a database: made when first asked and again when another edition is loaded.
import type { Database } from '#database'
import { searchEntryOf } from './domain/search-entry.ts'
import { buildIndex, type SearchIndex } from './domain/search-index.ts'
import { findEdition, listAllServices } from './reads.ts'

interface Kept {
  readonly edition: string
  readonly index: Promise<SearchIndex>
}

/** One index a database; 6,000 services take about 25 MB (bench). */
const indexes = new WeakMap<Database, Kept>()

/** The index of the loaded edition; one query says whether it is still right. */
export async function searchIndexOf(database: Database): Promise<SearchIndex> {
  const edition = (await findEdition(database)) ?? ''
  const kept = indexes.get(database)
  if (kept?.edition === edition) return kept.index
  const index = listAllServices(database).then((services) => buildIndex(services.map(searchEntryOf)))
  indexes.set(database, { edition, index })
  index.catch(() => indexes.delete(database))
  return index
}
