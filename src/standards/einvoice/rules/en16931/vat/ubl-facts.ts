// What a UBL invoice says of VAT, gathered in one pass: where categories stand, who has which tax identifier.
import { DynamicError, normal, upper } from '../../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../../xml/document.ts'
import { oncePerDocument } from '../once-per-document.ts'
import { childOf, isNamed, nextAlike, saysTruth } from './nodes.ts'

const name = {
  allowanceCharge: nameOf('cac:AllowanceCharge'),
  buyer: nameOf('cac:AccountingCustomerParty'),
  companyId: nameOf('cbc:CompanyID'),
  id: nameOf('cbc:ID'),
  indicator: nameOf('cbc:ChargeIndicator'),
  itemTax: nameOf('cac:ClassifiedTaxCategory'),
  legalEntity: nameOf('cac:PartyLegalEntity'),
  party: nameOf('cac:Party'),
  partyTaxScheme: nameOf('cac:PartyTaxScheme'),
  seller: nameOf('cac:AccountingSupplierParty'),
  tax: nameOf('cac:TaxCategory'),
  taxRepresentative: nameOf('cac:TaxRepresentativeParty'),
  taxScheme: nameOf('cac:TaxScheme'),
  taxSubtotal: nameOf('cac:TaxSubtotal'),
  taxTotal: nameOf('cac:TaxTotal'),
}

/** How often one category code stands where; "vat" counts only those whose tax scheme is VAT. */
export interface Places {
  /** cac:ClassifiedTaxCategory anywhere. */
  item: number
  itemVat: number
  /** cac:TaxCategory anywhere. */
  other: number
  otherVat: number
  /** Below allowances and charges anywhere, of the document, a line or a price. */
  allowanceCharge: number
  allowanceChargeVat: number
  allowanceVat: number
  chargeVat: number
  /** Below allowances and charges of the document itself. */
  ownAllowanceCharge: number
  ownAllowanceVat: number
  ownChargeVat: number
  /** In the VAT breakdown of the document. */
  breakdown: number
  breakdownVat: number
}

interface UblVatFacts {
  /** Codes without the white space around them. */
  readonly places: ReadonlyMap<string, Places>
  /** Codes exactly as written: some official rules compare so. */
  readonly placesAsWritten: ReadonlyMap<string, Places>
  /** Of all codes together, missing ones too. */
  readonly all: Places
  readonly sellerHasTaxId: boolean
  readonly sellerHasVatId: boolean
  readonly representativeHasVatId: boolean
  readonly buyerHasVatId: boolean
  readonly buyerHasLegalId: boolean
}

const nowhere: Readonly<Places> = noPlaces()

function noPlaces(): Places {
  return {
    item: 0,
    itemVat: 0,
    other: 0,
    otherVat: 0,
    allowanceCharge: 0,
    allowanceChargeVat: 0,
    allowanceVat: 0,
    chargeVat: 0,
    ownAllowanceCharge: 0,
    ownAllowanceVat: 0,
    ownChargeVat: 0,
    breakdown: 0,
    breakdownVat: 0,
  }
}

export const ublVatFacts = oncePerDocument(gather)

/** Where a code stands, white space around it aside. */
export function placesOf(document: XmlDocument, code: string): Readonly<Places> {
  return ublVatFacts(document).places.get(code) ?? nowhere
}

/** Where a code stands written exactly so. */
export function exactPlacesOf(document: XmlDocument, code: string): Readonly<Places> {
  return ublVatFacts(document).placesAsWritten.get(code) ?? nowhere
}

/** The category code of a tax node without white space around it, '' for none. */
export function categoryCode(document: XmlDocument, tax: ElementNode): string {
  return normal(writtenCode(document, tax))
}

/** @throws DynamicError for several ids, which no valid invoice has: the official tests break off there */
function writtenCode(document: XmlDocument, tax: ElementNode): string {
  const id = childOf(document, tax, name.id)
  if (id === -1) return ''
  if (nextAlike(document, id) !== -1) throw new DynamicError('more than one id where one is asked for')
  return document.text(id)
}

/** Whether a scheme below the node is called VAT, in whatever case. */
export function isVat(document: XmlDocument, node: ElementNode): boolean {
  for (let scheme = childOf(document, node, name.taxScheme); scheme !== -1; scheme = nextAlike(document, scheme)) {
    if (normal(upper(writtenCode(document, scheme))) === 'VAT') return true
  }
  return false
}

/** Whether a node is an allowance (false) or a charge (true). */
export function hasIndicator(document: XmlDocument, node: ElementNode, isCharge: boolean): boolean {
  const indicator = childOf(document, node, name.indicator)
  return indicator !== -1 && saysTruth(document.text(indicator), isCharge)
}

function gather(document: XmlDocument): UblVatFacts {
  const places = new Map<string, Places>()
  const placesAsWritten = new Map<string, Places>()
  const all = noPlaces()
  const enter = (tax: ElementNode, count: typeof countItemTax): void => {
    const written = writtenCode(document, tax)
    const vat = isVat(document, tax) ? 1 : 0
    count(document, tax, vat, all)
    count(document, tax, vat, entry(places, normal(written)))
    count(document, tax, vat, entry(placesAsWritten, written))
  }
  for (let tax = document.firstNamed(name.itemTax); tax !== -1; tax = document.nextNamed(tax)) enter(tax, countItemTax)
  for (let tax = document.firstNamed(name.tax); tax !== -1; tax = document.nextNamed(tax)) enter(tax, countTax)
  const seller = taxIdentifiers(document, name.seller)
  return {
    places,
    placesAsWritten,
    all,
    sellerHasTaxId: seller.any,
    sellerHasVatId: seller.vat,
    representativeHasVatId: hasRepresentative(document),
    buyerHasVatId: taxIdentifiers(document, name.buyer).vat,
    buyerHasLegalId: hasLegalIdentifier(document),
  }
}

function entry(places: Map<string, Places>, code: string): Places {
  const known = places.get(code)
  if (known !== undefined) return known
  const fresh = noPlaces()
  places.set(code, fresh)
  return fresh
}

function countItemTax(_document: XmlDocument, _tax: ElementNode, vat: number, at: Places): void {
  at.item += 1
  at.itemVat += vat
}

function countTax(document: XmlDocument, tax: ElementNode, vat: number, at: Places): void {
  at.other += 1
  at.otherVat += vat
  const parent = document.parent(tax)
  if (isNamed(document, parent, name.allowanceCharge)) {
    const isOwn = document.parent(parent) === 0
    const isAllowance = hasIndicator(document, parent, false)
    const isCharge = hasIndicator(document, parent, true)
    at.allowanceCharge += 1
    at.allowanceChargeVat += vat
    if (isAllowance) at.allowanceVat += vat
    if (isCharge) at.chargeVat += vat
    if (!isOwn) return
    at.ownAllowanceCharge += 1
    if (isAllowance) at.ownAllowanceVat += vat
    if (isCharge) at.ownChargeVat += vat
  } else if (isOfBreakdown(document, parent)) {
    at.breakdown += 1
    at.breakdownVat += vat
  }
}

/** Whether the node is a cac:TaxSubtotal of the document itself. */
function isOfBreakdown(document: XmlDocument, node: ElementNode): boolean {
  const total = node === -1 ? -1 : document.parent(node)
  return isNamed(document, node, name.taxSubtotal) && isNamed(document, total, name.taxTotal) && document.parent(total) === 0
}

/** Whether a party in such a role has a tax identifier at all, and one for VAT. */
function taxIdentifiers(document: XmlDocument, role: number): { any: boolean; vat: boolean } {
  const found = { any: false, vat: false }
  for (let holder = document.firstNamed(role); holder !== -1; holder = document.nextNamed(holder)) {
    for (let party = childOf(document, holder, name.party); party !== -1; party = nextAlike(document, party)) {
      for (let tax = childOf(document, party, name.partyTaxScheme); tax !== -1; tax = nextAlike(document, tax)) {
        if (childOf(document, tax, name.companyId) === -1) continue
        found.any = true
        found.vat ||= isVat(document, tax)
      }
    }
  }
  return found
}

function hasRepresentative(document: XmlDocument): boolean {
  for (let party = document.firstNamed(name.taxRepresentative); party !== -1; party = document.nextNamed(party)) {
    for (let tax = childOf(document, party, name.partyTaxScheme); tax !== -1; tax = nextAlike(document, tax)) {
      if (childOf(document, tax, name.companyId) !== -1 && isVat(document, tax)) return true
    }
  }
  return false
}

function hasLegalIdentifier(document: XmlDocument): boolean {
  for (let holder = document.firstNamed(name.buyer); holder !== -1; holder = document.nextNamed(holder)) {
    for (let party = childOf(document, holder, name.party); party !== -1; party = nextAlike(document, party)) {
      for (let entity = childOf(document, party, name.legalEntity); entity !== -1; entity = nextAlike(document, entity)) {
        if (childOf(document, entity, name.companyId) !== -1) return true
      }
    }
  }
  return false
}
