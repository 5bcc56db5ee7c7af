// All reading SQL on regions: by key, all of today, upwards, and to successors.
import { fragment, type Queryable } from '#database'
import type { Day } from '#kernel/dates.ts'
import type { Chain, Followed, Place } from './domain/place.ts'
import type { PlaceEntry } from './domain/place-index.ts'
import { parentsOf, type RegionKind } from './domain/region.ts'

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

/** All municipalities of today with the names that their parts have. */
export async function listPlaceEntries(database: Queryable): Promise<readonly PlaceEntry[]> {
  const rows = await database.sql<RegionRow & { search_name: string; parts: { name: string; searchName: string }[] }>`
    select ${columns}, null as part, region.search_name,
      (select coalesce(jsonb_agg(distinct jsonb_build_object('name', code.place, 'searchName', code.search_place)), '[]')
        from directory.region_postal_code code where code.region_id = region.region_id and code.search_place <> '') as parts
    from directory.region region
    where region.kind = 'municipality' and region.valid_until is null
    order by region.ars`
  return rows.map((row) => ({ place: toPlace(row), searchName: row.search_name, parts: row.parts }))
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
