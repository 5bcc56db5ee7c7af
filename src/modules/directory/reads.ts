// All reading SQL on regions: by key, by words, upwards, and to successors.
import { fragment, type Queryable } from '#database'
import type { Day } from '#kernel/dates.ts'
import type { Chain, Followed, Place } from './domain/place.ts'
import { splitPlaceText } from './domain/place.ts'
import { parentsOf, type RegionKind } from './domain/region.ts'
import { editDistance, searchForm } from './domain/search-form.ts'

interface RegionRow {
  ars: string
  ags: string | null
  name: string
  official_name: string
  kind: RegionKind
  designation: string | null
  postal_codes: string[]
  district_name: string | null
  land_name: string | null
  seat: string | null
  inhabitants: number | null
  inhabitants_on: Day | null
  area_hectares: number | null
  latitude: number | null
  longitude: number | null
  valid_from: Day
  valid_until: Day | null
  part: string | null
}

const mostSuccessors = 8

const columns = fragment`region.ars, region.ags, region.name, region.official_name, region.kind, region.designation, region.seat, region.inhabitants,
  region.inhabitants_on, region.area_hectares, region.latitude, region.longitude, region.valid_from, region.valid_until,
  (select coalesce(array_agg(distinct code.postal_code order by code.postal_code), '{}') from directory.region_postal_code code
    where code.region_id = region.region_id) as postal_codes,
  (select above.official_name from directory.region above where length(region.ars) > 5 and above.ars = left(region.ars, 5)) as district_name,
  (select above.name from directory.region above where length(region.ars) > 2 and above.ars = left(region.ars, 2)) as land_name`

/**
 * Municipalities for what a person typed: a postal code or its beginning, a name or a part of it,
 * with usual typing errors. Best first, at most `limit` (and never more than 50).
 */
export async function findPlaces(database: Queryable, text: string, limit = 10): Promise<Place[]> {
  const most = Math.min(Math.max(limit, 0), 50)
  const { postalCode, words } = splitPlaceText(text, searchForm)
  if (postalCode === '' && words === '') return []
  if (words === '') return findByPostalCode(database, postalCode, most)
  const found = await findByName(database, postalCode, words, most)
  if (found.length > 0 || words.length < 4) return found
  const guessed = await guessByName(database, words, most)
  // A wrong name with a right postal code still says where.
  return guessed.length > 0 || postalCode === '' ? guessed : findByPostalCode(database, postalCode, most)
}

async function findByPostalCode(database: Queryable, postalCode: string, limit: number): Promise<Place[]> {
  const rows = await database.sql<RegionRow>`
    select ${columns}, null as part
    from directory.region region
    where region.kind = 'municipality' and region.valid_until is null
      and region.region_id in (select code.region_id from directory.region_postal_code code where code.postal_code like ${`${postalCode}%`})
    order by region.inhabitants desc nulls last, region.ars
    limit ${limit}`
  return rows.map(toPlace)
}

async function findByName(database: Queryable, postalCode: string, words: string, limit: number): Promise<Place[]> {
  const inside = `%${words}%`
  const rows = await database.sql<RegionRow>`
    with hit as (
      select region_id, null::text as part, ${rankOf('search_name', words)} as rank
      from directory.region
      where kind = 'municipality' and valid_until is null and search_name like ${inside}
      union all
      select region_id, place, 0.5 + ${rankOf('search_place', words)}
      from directory.region_postal_code
      where search_place like ${inside}
    ), best as (
      select distinct on (region_id) region_id, part, rank from hit order by region_id, rank, part
    )
    select ${columns}, best.part
    from best join directory.region region using (region_id)
    where region.valid_until is null
      and (${postalCode} = '' or exists (select from directory.region_postal_code code
        where code.region_id = region.region_id and code.postal_code like ${`${postalCode}%`}))
    order by best.rank, region.inhabitants desc nulls last, region.ars
    limit ${limit}`
  return rows.map(toPlace)
}

function rankOf(column: 'search_name' | 'search_place', words: string): ReturnType<typeof fragment> {
  const name = fragment.ref(column)
  return fragment`case when ${name} = ${words} then 0 when ${name} like ${`${words} %`} then 1 when ${name} like ${`${words}%`} then 2
    when ${name} like ${`% ${words}%`} then 3 else 4 end`
}

/** Names that differ by a typing error or two: near by trigrams first, then by counted edits. */
async function guessByName(database: Queryable, words: string, limit: number): Promise<Place[]> {
  const rows = await database.sql<RegionRow & { found: string }>`
    with hit as (
      select region_id, null::text as part, search_name as found, public.similarity(search_name, ${words}) as nearness
      from directory.region
      where kind = 'municipality' and valid_until is null and search_name operator(public.%) ${words}
      union all
      select region_id, null, search_name, public.similarity(search_name, ${words})
      from directory.region
      where kind = 'municipality' and valid_until is null and search_name like ${`${words.slice(0, 1)}%`} and length(search_name) between ${words.length - 2} and ${words.length + 2}
      union all
      select region_id, place, search_place, public.similarity(search_place, ${words})
      from directory.region_postal_code
      where search_place operator(public.%) ${words}
    ), best as (
      select distinct on (region_id) region_id, part, found, nearness from hit order by region_id, nearness desc
    ), nearest as (
      select region_id, part, found from best order by nearness desc limit 60
    )
    select ${columns}, nearest.part, nearest.found
    from nearest join directory.region region using (region_id)
    where region.valid_until is null`
  const allowed = words.length < 7 ? 2 : 3
  return rows
    .map((row) => ({ place: toPlace(row), edits: Math.min(...wordsOf(row.found).map((name) => editDistance(name, words, allowed))) }))
    .filter(({ edits }) => edits <= allowed)
    .toSorted((one, other) => one.edits - other.edits || (other.place.inhabitants ?? 0) - (one.place.inhabitants ?? 0))
    .slice(0, limit)
    .map(({ place }) => place)
}

function wordsOf(name: string): string[] {
  const words = name.split(' ')
  return words.length === 1 ? words : [name, words.slice(0, 1).join(' '), words.slice(0, 2).join(' ')]
}

/** The region of a key, also one that is gone; undefined if there never was one. */
export async function getPlace(database: Queryable, ars: string): Promise<Place | undefined> {
  const [row] = await database.sql<RegionRow>`select ${columns}, null as part from directory.region region where region.ars = ${ars}`
  return row === undefined ? undefined : toPlace(row)
}

/**
 * The municipality of a key with all regions above it as they are on a day. A key that is outdated
 * on that day is followed to its successor; `followed` tells each step. Undefined if the key is
 * unknown or no successor is.
 */
export async function chainOf(database: Queryable, ars: string, on: Day): Promise<Chain | undefined> {
  const followed = await followSuccessors(database, ars, on)
  const key = followed.at(-1)?.to ?? ars
  const rows = await database.sql<RegionRow>`
    select ${columns}, null as part
    from directory.region region
    where region.ars = any(${[...parentsOf(key), key]}::text[]) and (region.valid_until is null or region.valid_until >= ${on})`
  const places = rows.map(toPlace)
  const own = places.find((place) => place.ars === key)
  if (own === undefined) return undefined
  const of = (kind: RegionKind): Partial<Record<string, Place>> => {
    const place = places.find((some) => some.kind === kind)
    return place === undefined ? {} : { [kind]: place }
  }
  return { ...of('municipality'), ...of('association'), ...of('district'), ...of('land'), followed }
}

/** The steps from an outdated key to the one that holds on a day; sure steps are taken before unsure ones. */
export async function followSuccessors(database: Queryable, ars: string, on: Day): Promise<Followed[]> {
  const rows = await database.sql<{ ars: string; successor_ars: string; uncertain: boolean; evidence: string; depth: number }>`
    with recursive step as (
      select ars, successor_ars, effective_on, uncertain, evidence, 1 as depth
      from directory.region_successor where ars = ${ars} and effective_on <= ${on}
      union
      select next.ars, next.successor_ars, next.effective_on, next.uncertain, next.evidence, step.depth + 1
      from directory.region_successor next join step on next.ars = step.successor_ars
      where next.effective_on <= ${on} and step.depth < ${mostSuccessors}
    )
    select ars, successor_ars, uncertain, evidence, depth from step order by depth, uncertain, successor_ars`
  const followed: Followed[] = []
  const seen = new Set([ars])
  let key = ars
  for (;;) {
    const next = rows.find((row) => row.ars === key)
    if (next === undefined || seen.has(next.successor_ars)) return followed
    followed.push({ from: key, to: next.successor_ars, isUncertain: next.uncertain, evidence: next.evidence })
    key = next.successor_ars
    seen.add(key)
  }
}

function toPlace(row: RegionRow): Place {
  return {
    ars: row.ars,
    name: row.name,
    officialName: row.official_name,
    kind: row.kind,
    postalCodes: row.postal_codes,
    validFrom: row.valid_from,
    ...given('ags', row.ags),
    ...given('designation', row.designation),
    ...given('districtName', row.district_name),
    ...given('landName', row.land_name),
    ...given('seat', row.seat),
    ...given('inhabitants', row.inhabitants),
    ...given('inhabitantsOn', row.inhabitants_on),
    ...given('areaHectares', row.area_hectares),
    ...given('latitude', row.latitude),
    ...given('longitude', row.longitude),
    ...given('validUntil', row.valid_until),
    ...given('part', row.part),
  }
}

/** A field that is left out where the column is null. */
function given<Key extends string, Value>(key: Key, value: Value | null): { readonly [K in Key]?: Value } {
  return value === null ? {} : ({ [key]: value } as { [K in Key]: Value })
}
