// What a line of the municipality register says, and why a line may be refused.
import type { Day } from '#kernel/dates.ts'

/** Kinds of record by their number in the first two columns. */
export const registerKinds = {
  10: 'land',
  20: 'government-region',
  30: 'planning-region',
  40: 'district',
  50: 'association',
  60: 'municipality',
} as const
export type RegisterKind = (typeof registerKinds)[keyof typeof registerKinds]

export interface RegisterRecord {
  readonly kind: RegisterKind
  /** The day whose territory the record describes (Gebietsstand). */
  readonly state: Day
  /** Regional key (ARS): 2, 3, 4, 5, 9 or 12 digits by kind. */
  readonly ars: string
  /** Municipality key (AGS), 8 digits; only municipalities have one. */
  readonly ags?: string
  readonly name: string
  /** Seat of the administration; the register leaves it out for municipalities. */
  readonly seat?: string
  /** Two-digit text key (Textkennzeichen): what sort of district, association or municipality it is. */
  readonly textKey?: string
  readonly areaHectares?: number
  readonly inhabitants?: number
  /** Postal code of the seat of the administration. */
  readonly postalCode?: string
  /** The register marks that the municipality has more postal codes than this one. */
  readonly hasMorePostalCodes?: boolean
}

export type LineFaultReason =
  | 'unknown-kind'
  | 'truncated'
  | 'too-long'
  | 'bad-state'
  | 'bad-key'
  | 'no-name'
  | 'bad-number'
  | 'bad-postal-code'
  | 'damaged-text'
  | 'mixed-encoding'
  | 'not-text'

export interface LineFault {
  readonly line: number
  readonly reason: LineFaultReason
  /** The beginning of the line, without control characters. */
  readonly excerpt: string
}
