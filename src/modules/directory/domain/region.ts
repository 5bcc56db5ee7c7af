// Regions: Land, district, association, municipality, and the data file that brings them.
import type { Day } from '#kernel/dates.ts'

export const regionKinds = ['land', 'government-region', 'planning-region', 'district', 'association', 'municipality'] as const
export type RegionKind = (typeof regionKinds)[number]

/** How we know of a postal code: the register names it, a list of places does, or the place lies nearest. */
export type PostalCodeBasis = 'register' | 'place-list' | 'nearest'

export interface PostalCode {
  readonly code: string
  /** A part of the municipality with a name of its own; empty for the municipality itself. */
  readonly place?: string
  readonly basis: PostalCodeBasis
}

export interface Region {
  readonly ars: string
  readonly ags?: string
  readonly kind: RegionKind
  /** The name as the register writes it: "Ilmenau, Stadt". */
  readonly officialName: string
  /** independent-city, town, municipality, unincorporated · county, city · joint (Verwaltungsgemeinschaft), fulfilling (erfüllende Gemeinde). */
  readonly designation?: string
  readonly seat?: string
  readonly inhabitants?: number
  readonly inhabitantsOn?: Day
  readonly areaHectares?: number
  readonly latitude?: number
  readonly longitude?: number
  readonly postalCodes?: readonly PostalCode[]
  readonly validFrom: Day
  /** The last day on which the region existed. */
  readonly validUntil?: Day
  /** False where the files only bound the days of beginning or end. */
  readonly isExact: boolean
  readonly note?: string
}

export interface Successor {
  readonly ars: string
  readonly successor: string
  readonly effectiveOn: Day
  /** Why we think so, in words. */
  readonly evidence: string
  readonly isUncertain: boolean
}

export interface RegionalFile {
  readonly format: 'rennsteig-regional/1'
  readonly state: Day
  readonly land: string
  readonly sources: readonly { readonly title: string; readonly licence: string; readonly state: string }[]
  readonly regions: readonly Region[]
  readonly successors: readonly Successor[]
}

/** The keys of all regions that a region lies in by its key, largest first; the middle ones need not exist. */
export function parentsOf(ars: string): string[] {
  return [2, 3, 4, 5, 9].filter((length) => length < ars.length).map((length) => ars.slice(0, length))
}

/** Thuringia numbers unions of a joint administration from 5001 and those of a fulfilling municipality from 5050. */
export function isAssociated(ars: string): boolean {
  return ars.length === 12 && ars.charAt(5) === '5'
}
