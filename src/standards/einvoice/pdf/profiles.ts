// Profiles of hybrid invoices, told by the guideline id (BT-24) inside the XML.

export type ProfileName = 'MINIMUM' | 'BASIC WL' | 'BASIC' | 'EN 16931' | 'EXTENDED' | 'XRechnung' | 'ZUGFeRD 1'

export interface Profile {
  readonly name: ProfileName
  /**
   * Such an XML leaves out what EN 16931 demands: it accompanies an invoice, but is none.
   * BASIC counts as an invoice only where its guideline id claims to be a subset of EN 16931.
   */
  readonly isBelowEn16931: boolean
}

const norm = 'urn:cen.eu:en16931:2017'
const families = ['urn:factur-x.eu:1p0:', 'urn:zugferd.de:2p0:', 'urn:zugferd.de:2p1:']
const firstEdition = 'urn:ferd:'
const steps: Readonly<Record<string, ProfileName>> = {
  minimum: 'MINIMUM',
  basicwl: 'BASIC WL',
  basic: 'BASIC',
  en16931: 'EN 16931',
  extended: 'EXTENDED',
}

/**
 * @param guideline BT-24 as it stands in the XML
 * @returns undefined for an id no profile is known for
 * Source: Factur-X 1.0 / ZUGFeRD 2 specification, guideline ids of the profiles; ZUGFeRD 1.0.
 */
export function profileOf(guideline: string): Profile | undefined {
  const id = guideline.trim().toLowerCase()
  if (id.startsWith(firstEdition)) return { name: 'ZUGFeRD 1', isBelowEn16931: true }
  const claimsNorm = id === norm || id.startsWith(`${norm}#`)
  if (/(^|[:#])(xrechnung_|standard:xrechnung)/.test(id)) return { name: 'XRechnung', isBelowEn16931: !claimsNorm }
  if (id === norm) return { name: 'EN 16931', isBelowEn16931: false }
  const family = families.find((start) => id.includes(start))
  if (family === undefined) return undefined
  const name = steps[id.slice(id.indexOf(family) + family.length)]
  return name === undefined ? undefined : { name, isBelowEn16931: isBelow(name, claimsNorm) }
}

function isBelow(name: ProfileName, claimsNorm: boolean): boolean {
  return name === 'MINIMUM' || name === 'BASIC WL' || (name === 'BASIC' && !claimsNorm)
}
