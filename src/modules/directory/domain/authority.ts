// Authorities: what is known of each, and the entries of our data files.
import type { AuthorityId } from '#kernel/actors.ts'
import type { Localised } from '#kernel/language.ts'

export const authorityKinds = ['municipality', 'association', 'district', 'city', 'land'] as const
export type AuthorityKind = (typeof authorityKinds)[number]
/** The level of administration; an independent city works on two of them and stands under `district`. */
export const authorityLevels = ['municipality', 'association', 'district', 'land'] as const
export type AuthorityLevel = (typeof authorityLevels)[number]

export interface Address {
  readonly street?: string
  readonly postalCode: string
  readonly city: string
}

export interface AuthorityUnit {
  readonly key: string
  readonly name: Localised
}

export interface Letterhead {
  /** The lines of the sender's block, name first. */
  readonly lines: readonly string[]
  /** The single line above the recipient's address. */
  readonly returnLine: string
  /** Where a notice is dated. */
  readonly place: string
}

export interface Theme {
  readonly name: string
  readonly arms?: string
  readonly accent?: string
}

export interface Authority {
  readonly authorityId: AuthorityId
  readonly slug: string
  readonly name: string
  readonly kind: AuthorityKind
  readonly level: AuthorityLevel
  readonly ars: string
  /** The authority that runs the administration of this one (§§ 46 ff., 51 ThürKO). */
  readonly administeredBy?: AuthorityId
  readonly address: Address
  readonly hours: Localised
  readonly phone: string
  readonly email: string
  readonly units: readonly AuthorityUnit[]
  readonly theme: Theme
  readonly letterhead: Letterhead
  /** Contact details are examples, not the real ones. */
  readonly demo: boolean
}

/** An authority as a data file or the municipal generator gives it; other authorities by their slug. */
export type AuthorityEntry = Omit<Authority, 'authorityId' | 'administeredBy'> & { readonly administeredBy?: string }
