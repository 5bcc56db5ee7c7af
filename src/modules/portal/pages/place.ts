// The place of a visit: an ARS in the address, or words that name one place or several.
import type { Database } from '#database'
import { findMunicipality, findPlaces, getPlace, type Place } from '#modules/directory'
import type { ShownPlace } from '../domain/shown-place.ts'

export type PlaceChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'place'; readonly place: Place; readonly others: readonly Place[] }
  | { readonly kind: 'several'; readonly places: readonly Place[]; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string }

/** One query: `ort` (a key that a link of ours carries) is believed first, then the words of `wo`. */
export async function placeOf(database: Database, query: URLSearchParams): Promise<PlaceChoice> {
  const text = (query.get('wo') ?? '').trim().slice(0, 100)
  const ars = query.get('ort') ?? ''
  if (/^\d{12}$/.test(ars)) {
    const place = (await findMunicipality(database, ars)) ?? (await getPlace(database, ars))
    // Someone who typed another place into the field after choosing one means the new one.
    if (place !== undefined && (text === '' || text === placeName(place))) return { kind: 'place', place, others: [] }
  }
  if (text === '') return { kind: 'none' }
  const places = (await findPlaces(database, text, 30)).filter((place) => place.kind === 'municipality')
  const exact = places.filter((place) => placeName(place).toLowerCase() === text.toLowerCase())
  const candidates = exact.length > 0 ? exact : places
  const [first] = candidates
  if (first === undefined) return { kind: 'unknown', text }
  if (candidates.length === 1) return { kind: 'place', place: first, others: places.filter((place) => place !== first) }
  return { kind: 'several', places: candidates.slice(0, 20), text }
}

/** The name as people say it: "Ilmenau". */
export function placeName(place: Pick<Place, 'name'>): string {
  return place.name
}

export function shownPlace(place: Place): ShownPlace {
  return {
    ars: place.ars,
    name: placeName(place),
    district: place.districtName === place.officialName ? '' : (place.districtName ?? ''),
    postalCodes: place.postalCodes.slice(0, 3).join(', '),
  }
}
