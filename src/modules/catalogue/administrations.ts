// The levels of a place with the authority that works for each, asked of the directory.
import type { Database, Queryable } from '#database'
import type { Day } from '#kernel/dates.ts'
import { type Authority, authoritiesOfRegions, chainOf, getPlace, type Place } from '#modules/directory'
import type { Administration } from './domain/competence.ts'

/** The place that a key means on a day: outdated keys are followed to their successor. One query for a key that holds. */
export async function placeOn(database: Queryable, ars: string, on: Day): Promise<Place | undefined> {
  const place = await getPlace(database, ars)
  if (place === undefined || place.validUntil === undefined || place.validUntil >= on) return place
  return (await chainOf(database, ars, on))?.municipality
}

/** Who works for the municipality, its association and its district, and where asked for the offices of the Land; from memory. */
export async function administrationsOf(
  database: Database,
  place: Place,
  withLand: boolean,
): Promise<readonly Administration<Authority>[]> {
  const keys = { municipality: place.ars, district: place.ars.slice(0, 5) }
  const authorities = await authoritiesOfRegions(database, [...Object.values(keys), ...(withLand ? [place.ars.slice(0, 2)] : [])])
  const own = authorities.find((one) => one.ars === place.ars && one.level !== 'land')
  const runner = own?.administeredBy === undefined ? own : authorities.find((one) => one.authorityId === own.administeredBy)
  const isCity = own?.kind === 'city'
  const district = isCity ? own : authorities.find((one) => one.level === 'district' && one.ars === keys.district)
  const runs = runner !== undefined && runner !== own ? 'association' : 'municipality'
  return [
    { level: 'municipality', territory: place.name, authorities: listOf(runner), handledBy: runs },
    ...(runs === 'association'
      ? ([{ level: 'association', territory: place.name, authorities: listOf(runner), handledBy: runs }] as const)
      : []),
    {
      level: 'district',
      territory: isCity ? place.name : (place.districtName ?? place.name),
      authorities: listOf(district),
      handledBy: isCity ? 'municipality' : 'district',
    },
    {
      level: 'land',
      territory: place.landName ?? place.name,
      authorities: authorities.filter((one) => one.level === 'land'),
      handledBy: 'land',
    },
  ]
}

function listOf(authority: Authority | undefined): readonly Authority[] {
  return authority === undefined ? [] : [authority]
}
