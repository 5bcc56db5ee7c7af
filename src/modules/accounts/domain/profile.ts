// Profile: what is known of a person, from which source and how surely; the surer source wins.
import { type AssuranceLevel, assuranceLevels, type OwnerId } from '#kernel/actors.ts'

/** Attributes of a person; birth days and addresses as the identity card gives them. */
export const attributeNames = [
  'familyName',
  'givenNames',
  'birthName',
  'doctoralDegree',
  'birthDay',
  'birthPlace',
  'nationality',
  'documentType',
  'residenceTitle',
  'street',
  'houseNumber',
  'postalCode',
  'city',
  'country',
  'phone',
] as const
export type AttributeName = (typeof attributeNames)[number]

export type EvidenceSource = 'typed' | 'identity-card'

export interface Evidence {
  readonly attribute: AttributeName
  readonly value: string
  readonly level: AssuranceLevel
  readonly source: EvidenceSource
  readonly verifiedAt: Date
}

/**
 * A person's values for prefill. `birthDay` is "1964-08-12", "1964-08" or "1964": some people have
 * no full birthday in their papers. Whoever has one name only has a `familyName` and no `givenNames`.
 */
export type Profile = { readonly [Name in AttributeName]?: string } & {
  readonly owner: OwnerId
  readonly email?: string
  /** How surely each given value is known. */
  readonly verified: { readonly [Name in AttributeName]?: AssuranceLevel }
}

export function isAttributeName(text: string): text is AttributeName {
  return attributeNames.some((name) => name === text)
}

/** The evidence that counts: the highest level, then the latest. */
export function bestEvidence(all: readonly Evidence[]): readonly Evidence[] {
  return attributeNames.flatMap((name) => {
    const [best] = all
      .filter((evidence) => evidence.attribute === name)
      .toSorted((one, other) => rank(other) - rank(one) || other.verifiedAt.getTime() - one.verifiedAt.getTime())
    return best ?? []
  })
}

function rank(evidence: Evidence): number {
  return assuranceLevels.indexOf(evidence.level)
}

export function profileOf(owner: OwnerId, all: readonly Evidence[], email: string | undefined): Profile {
  const best = bestEvidence(all)
  return {
    owner,
    ...Object.fromEntries(best.map(({ attribute, value }) => [attribute, value])),
    ...(email === undefined ? {} : { email }),
    verified: Object.fromEntries(best.map(({ attribute, level }) => [attribute, level])),
  }
}

/** The name to greet a person with, "Erika Mustermann"; empty where none is known. */
export function displayName(profile: { readonly givenNames?: string; readonly familyName?: string }): string {
  return [profile.givenNames, profile.familyName].filter((part) => part !== undefined && part !== '').join(' ')
}
