// What the directory keeps in memory: places and authorities of the loaded state; one query says whether they are still right.
import type { Database } from '#database'
import { listOpenAuthorities } from './authority-reads.ts'
import type { Authority } from './domain/authority.ts'
import type { Place } from './domain/place.ts'
import { createPlaceIndex, type PlaceIndex } from './domain/place-index.ts'
import { findLoadedState } from './import-reads.ts'
import { listPlaceEntries } from './reads.ts'

interface Made {
  readonly places: PlaceIndex
  readonly byRegion: ReadonlyMap<string, readonly Authority[]>
  readonly byId: ReadonlyMap<string, Authority>
}

const memories = new WeakMap<Database, { readonly state: string; readonly made: Promise<Made> }>()

/** Municipalities for what a person typed, best first; one query, which asks for the loaded state. */
export async function findPlaces(database: Database, text: string, limit = 10): Promise<readonly Place[]> {
  return (await madeOf(database)).places.find(text, limit)
}

/** The municipality of a key that holds now. */
export async function findMunicipality(database: Database, ars: string): Promise<Place | undefined> {
  return (await madeOf(database)).places.byKey(ars)
}

/** The open authorities of some regions and those that run their administration, by name. */
export async function authoritiesOfRegions(database: Database, keys: readonly string[]): Promise<readonly Authority[]> {
  const { byRegion, byId } = await madeOf(database)
  const found = new Set<Authority>()
  for (const key of keys) {
    for (const own of byRegion.get(key) ?? []) {
      found.add(own)
      const runner = own.administeredBy === undefined ? undefined : byId.get(own.administeredBy)
      if (runner !== undefined) found.add(runner)
    }
  }
  return [...found].toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

async function madeOf(database: Database): Promise<Made> {
  const state = await findLoadedState(database)
  const known = memories.get(database)
  if (known?.state === state) return known.made
  const made = make(database)
  memories.set(database, { state, made })
  made.catch(() => memories.delete(database))
  return made
}

async function make(database: Database): Promise<Made> {
  const [entries, authorities] = await Promise.all([listPlaceEntries(database), listOpenAuthorities(database)])
  return {
    places: createPlaceIndex(entries),
    byRegion: Map.groupBy(authorities, ({ ars }) => ars),
    byId: new Map(authorities.map((one) => [one.authorityId, one])),
  }
}
