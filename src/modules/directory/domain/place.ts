// Places as people find them, and the chain of regions above one.

import type { Day } from '#kernel/dates.ts'
import type { RegionKind } from './region.ts'

export interface Place {
  readonly ars: string
  readonly ags?: string
  /** The name without additions: "Ilmenau". */
  readonly name: string
  /** The name as the register writes it: "Ilmenau, Stadt". */
  readonly officialName: string
  readonly kind: RegionKind
  readonly designation?: string
  readonly postalCodes: readonly string[]
  readonly districtName?: string
  readonly landName?: string
  readonly seat?: string
  readonly inhabitants?: number
  readonly inhabitantsOn?: Day
  readonly areaHectares?: number
  readonly latitude?: number
  readonly longitude?: number
  readonly validFrom: Day
  readonly validUntil?: Day
  /** The part of the municipality that was meant by the words: "Gehren". */
  readonly part?: string
}

/** A municipality that is gone was followed to the one that took it in. */
export interface Followed {
  readonly from: string
  readonly to: string
  /** The lists do not prove it; the page says so. */
  readonly isUncertain: boolean
  readonly evidence: string
}

export interface Chain {
  readonly municipality?: Place
  readonly association?: Place
  readonly district?: Place
  readonly land?: Place
  readonly followed: readonly Followed[]
}

/** What was typed for a place: digits of a postal code, and words. */
export interface PlaceWords {
  readonly postalCode: string
  readonly words: string
}

/** "98693 Ilmenau", "986", "Ilmenau": digits before words are a postal code or its beginning. */
export function splitPlaceText(text: string, fold: (text: string) => string): PlaceWords {
  const match = /^\s*(?:D-)?(\d{1,5})?(?!\d)\s*(.*)$/su.exec(text.slice(0, 100))
  return { postalCode: match?.[1] ?? '', words: fold(match?.[2] ?? '') }
}
