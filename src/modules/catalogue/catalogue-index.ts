// The search index of a database: made when first asked and again when another edition is loaded.
import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { Database } from '#database'
import { type ServiceSummary, summaryOf } from './domain/public-service.ts'
import { searchEntryOf } from './domain/search-entry.ts'
import { indexSteps, type SearchEntry, type SearchIndex } from './domain/search-index.ts'
import { eachService, findEdition } from './reads.ts'

interface Made {
  readonly index: SearchIndex
  /** What lists tell of each service: a search reads no service from the database. */
  readonly summaries: ReadonlyMap<string, ServiceSummary>
}

interface Kept {
  readonly edition: string
  readonly made: Promise<Made>
}

/** One index a database; 6,000 services take about 40 MB, the shipped ones less than 1 MB. */
const indexes = new WeakMap<Database, Kept>()

/** The index of the loaded edition; one query says whether it is still right. Called at start it spares the first visitor the wait. */
export async function searchIndexOf(database: Database): Promise<SearchIndex> {
  return (await madeOf(database)).index
}

/** What the index finds; one query, which says whether the index is still right. */
export async function findServices(
  database: Database,
  words: string,
  limit: number,
): Promise<{ readonly services: readonly ServiceSummary[]; readonly corrected: string | undefined }> {
  const { index, summaries } = await madeOf(database)
  const { found, corrected } = index.search(words, limit)
  return { services: found.flatMap(({ key }) => summaries.get(key) ?? []), corrected }
}

async function madeOf(database: Database): Promise<Made> {
  const edition = (await findEdition(database)) ?? ''
  const kept = indexes.get(database)
  if (kept?.edition === edition) return kept.made
  const made = make(database)
  indexes.set(database, { edition, made })
  made.catch(() => indexes.delete(database))
  return made
}

/** Made in steps between which the server answers others. */
async function make(database: Database): Promise<Made> {
  const entries: SearchEntry[] = []
  const summaries = new Map<string, ServiceSummary>()
  for await (const described of eachService(database)) {
    entries.push(searchEntryOf(described))
    summaries.set(described.key, summaryOf(described))
  }
  const steps = indexSteps(entries)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return { index: step.value, summaries }
    await letOthersRun()
  }
}
