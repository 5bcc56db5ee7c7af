// What a CII invoice says of VAT, gathered in one pass: where categories stand, and who has which tax identifier.
import { has, path, texts } from '../../../engine/paths.ts'
import { type ElementNode, type NameId, nameOf, type XmlDocument } from '../../../xml/document.ts'
import { oncePerDocument } from '../once-per-document.ts'
import { childOf, isNamed } from './nodes.ts'

const name = {
  category: nameOf('ram:CategoryCode'),
  chargeTax: nameOf('ram:CategoryTradeTax'),
  lineSettlement: nameOf('ram:SpecifiedLineTradeSettlement'),
  settlement: nameOf('ram:ApplicableHeaderTradeSettlement'),
  tax: nameOf('ram:ApplicableTradeTax'),
}

/** How often one category code, written exactly so, stands where. */
interface Places {
  /** ram:ApplicableTradeTax of lines. */
  line: number
  /** The VAT breakdown. */
  breakdown: number
  /** ram:ApplicableTradeTax anywhere, the two above among them. */
  tax: number
  /** ram:CategoryTradeTax of allowances and charges, of the document or a line. */
  charge: number
}

interface CiiVatFacts {
  readonly places: ReadonlyMap<string, Places>
  /** All that have a code. */
  readonly all: Places
}

const nowhere: Readonly<Places> = { line: 0, breakdown: 0, tax: 0, charge: 0 }

export const ciiVatFacts = oncePerDocument((document: XmlDocument): CiiVatFacts => {
  const places = new Map<string, Places>()
  const all = { ...nowhere }
  const enter = (tax: ElementNode, count: typeof countTax): void => {
    const code = textOfChild(document, tax, name.category)
    if (code === undefined) return
    let at = places.get(code)
    if (at === undefined) places.set(code, (at = { ...nowhere }))
    count(document, tax, at)
    count(document, tax, all)
  }
  for (let tax = document.firstNamed(name.tax); tax !== -1; tax = document.nextNamed(tax)) enter(tax, countTax)
  for (let tax = document.firstNamed(name.chargeTax); tax !== -1; tax = document.nextNamed(tax)) enter(tax, countChargeTax)
  return { places, all }
})

/** Where a code stands. */
export function placesOf(document: XmlDocument, code: string): Readonly<Places> {
  return ciiVatFacts(document).places.get(code) ?? nowhere
}

function countTax(document: XmlDocument, tax: ElementNode, at: Places): void {
  const parent = document.parent(tax)
  at.tax += 1
  if (isNamed(document, parent, name.lineSettlement)) at.line += 1
  else if (isNamed(document, parent, name.settlement)) at.breakdown += 1
}

function countChargeTax(_document: XmlDocument, _tax: ElementNode, at: Places): void {
  at.charge += 1
}

/** The text of the first child of a name; undefined for none. */
export function textOfChild(document: XmlDocument, node: ElementNode, kind: NameId): string | undefined {
  const child = childOf(document, node, kind)
  return child === -1 ? undefined : document.text(child)
}

const registration = 'ram:SpecifiedTaxRegistration/ram:ID/@schemeID'
const agreement = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement'

/** Some tax registration at the path is of one of the schemes: VA is VAT, FC the national tax number. */
function registered(at: string, ...schemes: readonly string[]): (document: XmlDocument) => boolean {
  const compiled = path(`${at}/${registration}`)
  return (document) => texts(document, 0, compiled).some((scheme) => schemes.includes(scheme))
}

const parties = {
  /** Parties where the invoice has them. */
  seller: registered(`${agreement}/ram:SellerTradeParty`, 'VA', 'FC'),
  sellerVat: registered(`${agreement}/ram:SellerTradeParty`, 'VA'),
  representativeVat: registered(`${agreement}/ram:SellerTaxRepresentativeTradeParty`, 'VA'),
  /** Parties anywhere: about half of the official tests look so. */
  anySeller: registered('//ram:SellerTradeParty', 'VA', 'FC'),
  anySellerVat: registered('//ram:SellerTradeParty', 'VA'),
  anyRepresentativeVat: registered('//ram:SellerTaxRepresentativeTradeParty', 'VA'),
  anyBuyerVat: registered('//ram:BuyerTradeParty', 'VA'),
}
const buyerLegalId = path('//ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:ID')

export interface Identified {
  /** The seller for tax, or his representative for VAT. */
  readonly supplier: boolean
  /** As before, and the buyer for VAT or by his register. */
  readonly bothForReverseCharge: boolean
  /** The seller or his representative for VAT. */
  readonly supplierForVat: boolean
  /** As before, and the buyer for VAT too. */
  readonly bothForVat: boolean
  /** None of the three for VAT. */
  readonly nobodyForVat: boolean
}

/** Who is identified for tax; asked by each line, so answered once. */
export const ciiIdentified = oncePerDocument((document: XmlDocument): Identified => {
  const supplierForVat = parties.anySellerVat(document) || parties.anyRepresentativeVat(document)
  const buyerForVat = parties.anyBuyerVat(document)
  return {
    supplier: parties.seller(document) || parties.representativeVat(document),
    bothForReverseCharge:
      (parties.anySeller(document) || parties.anyRepresentativeVat(document)) && (buyerForVat || has(document, 0, buyerLegalId)),
    supplierForVat,
    bothForVat: supplierForVat && buyerForVat,
    nobodyForVat: !parties.sellerVat(document) && !parties.representativeVat(document) && !buyerForVat,
  }
})
