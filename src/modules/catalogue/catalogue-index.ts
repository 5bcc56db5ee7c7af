// The search index of a database: made when first asked and again when another edition is loaded.
import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { Database } from '#database'
import type { PublicService } from './domain/public-service.ts'
import { searchEntryOf } from './domain/search-entry.ts'
import { indexSteps, type SearchEntry, type SearchIndex } from './domain/search-index.ts'
import { eachService, findEdition, listPublicServices } from './reads.ts'

interface Kept {
  readonly edition: string
  readonly index: Promise<SearchIndex>
  /** Services that were found lately, already parsed. */
  readonly services: Map<string, PublicService>
}

/** One index a database; 6,000 services take about 30 MB (measured), the shipped ones less than 1 MB. */
const indexes = new WeakMap<Database, Kept>()
const mostServices = 150

/** The index of the loaded edition; one query says whether it is still right. Called at start it spares the first visitor the wait. */
export async function searchIndexOf(database: Database): Promise<SearchIndex> {
  return (await keptOf(database)).index
}

/** What the index finds, with the services themselves; those not remembered are read in one query. */
export async function findServices(
  database: Database,
  words: string,
  limit: number,
): Promise<{ readonly services: readonly PublicService[]; readonly corrected: string | undefined }> {
  const kept = await keptOf(database)
  const { found, corrected } = (await kept.index).search(words, limit)
  const unknown = found.flatMap(({ key }) => (kept.services.has(key) ? [] : [key]))
  const read = new Map((await listPublicServices(database, unknown)).map((one) => [one.key, one]))
  const services = found.flatMap(({ key }) => kept.services.get(key) ?? read.get(key) ?? [])
  for (const [key, described] of read) remember(kept.services, key, described)
  return { services, corrected }
}

function remember(services: Map<string, PublicService>, key: string, described: PublicService): void {
  const oldest = services.keys().next()
  if (services.size >= mostServices && oldest.done !== true) services.delete(oldest.value)
  services.set(key, described)
}

async function keptOf(database: Database): Promise<Kept> {
  const edition = (await findEdition(database)) ?? ''
  const kept = indexes.get(database)
  if (kept?.edition === edition) return kept
  const index = readIndex(database)
  const made: Kept = { edition, index, services: new Map() }
  indexes.set(database, made)
  index.catch(() => indexes.delete(database))
  return made
}

/** Made in steps between which the server answers others. */
async function readIndex(database: Database): Promise<SearchIndex> {
  const entries: SearchEntry[] = []
  for await (const described of eachService(database)) entries.push(searchEntryOf(described))
  const steps = indexSteps(entries)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await letOthersRun()
  }
}
