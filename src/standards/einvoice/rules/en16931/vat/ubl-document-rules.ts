// The VAT rules that UBL tests once per document: where a category stands, the breakdown has it; who uses it is identified for tax.

import { path, texts } from '../../../engine/paths.ts'
import type { Rule } from '../../../engine/rules.ts'
import { DynamicError } from '../../../engine/values.ts'
import type { XmlDocument } from '../../../xml/document.ts'
import type { State } from '../states.ts'
import { standsIn } from '../states.ts'
import {
  type Category,
  canaryIslands,
  ceutaAndMelilla,
  exempt,
  exportOutsideEu,
  intraCommunity,
  outsideScope,
  reverseCharge,
  standardRate,
  zeroRate,
} from './categories.ts'
import { exactPlacesOf, type Places, placesOf, ublVatFacts } from './ubl-facts.ts'

type Test = (document: XmlDocument) => boolean
type Counted = keyof Places

/** The rules 01 to 04, 11 to 14 and BR-B of UBL, for the context of the document. */
export function ublDocumentRules(state: State): Rule[] {
  return [
    ...family(reverseCharge, inBreakdownOnce(reverseCharge), isSupplierTaxed, isBuyerKnown),
    ...family(canaryIslands, inBreakdownToo(canaryIslands, 'breakdown'), isSupplierTaxed).map(lenientForCanaryCharges),
    ...family(ceutaAndMelilla, inBreakdownToo(ceutaAndMelilla, 'breakdownVat'), isSupplierTaxed),
    ...family(exempt, inBreakdownOnce(exempt), isSupplierTaxed),
    ...family(exportOutsideEu, inBreakdownOnce(exportOutsideEu), isSupplierVatRegistered),
    ...family(intraCommunity, inBreakdownOnce(intraCommunity), isSupplierVatRegistered, (document) => ublVatFacts(document).buyerHasVatId),
    rule('BR-IC-11', (document) => placesOf(document, 'K').breakdownVat === 0 || hasDeliveryDate(document)),
    rule('BR-IC-12', (document) => placesOf(document, 'K').breakdownVat === 0 || hasDeliveryCountry(document)),
    ...outsideScopeRules(),
    ...family(standardRate, standardInBreakdown, isSupplierTaxed).map(strictForStandardItems),
    ...family(zeroRate, inBreakdownOnce(zeroRate), isSupplierTaxed),
    ...splitPaymentRules(state),
  ]
}

function rule(id: string, holds: Test): Rule {
  return { id, level: 'error', holds }
}

/** Rule 01 as given; 02 to 04 ask the same of whoever has the category on an item, an allowance or a charge. */
function family(category: Category, breakdown: Test, ...demands: readonly Test[]): Rule[] {
  const asks = (number: string, place: Counted): Rule =>
    rule(
      `BR-${category.family}-${number}`,
      (document) => placesOf(document, category.code)[place] === 0 || demands.every((demand) => demand(document)),
    )
  return [rule(`BR-${category.family}-01`, breakdown), asks('02', 'itemVat'), asks('03', 'allowanceVat'), asks('04', 'chargeVat')]
}

/** BR-S-02 is not met where items have the category but none of them under the scheme VAT. */
function strictForStandardItems(given: Rule): Rule {
  if (given.id !== 'BR-S-02') return given
  const isMet = (document: XmlDocument) => placesOf(document, 'S').itemVat > 0 && isSupplierTaxed(document)
  return rule(given.id, (document) => placesOf(document, 'S').item === 0 || isMet(document))
}

/** BR-AF-04 lets charges pass whose code has white space around it. */
function lenientForCanaryCharges(given: Rule): Rule {
  if (given.id !== 'BR-AF-04') return given
  return rule(given.id, (document) => exactPlacesOf(document, 'L').chargeVat === 0 || isSupplierTaxed(document))
}

/** Where the category stands at all, the breakdown has exactly one line for it. */
function inBreakdownOnce({ code }: Category): Test {
  return (document) => {
    const at = placesOf(document, code)
    return at.otherVat + at.itemVat === 0 || at.breakdownVat === 1
  }
}

/** The breakdown has the category if and only if items, allowances or charges have it; on one side the official tests look at the code as written. */
function inBreakdownToo({ code }: Category, written: Counted): Test {
  return (document) => {
    const at = placesOf(document, code)
    return at.allowanceChargeVat + at.itemVat > 0 ? exactPlacesOf(document, code)[written] > 0 : at.breakdownVat === 0
  }
}

/** As before, without a look at the tax scheme. */
function standardInBreakdown(document: XmlDocument): boolean {
  const at = placesOf(document, 'S')
  return at.allowanceCharge + at.item > 0 === at.breakdown > 0
}

function isSupplierTaxed(document: XmlDocument): boolean {
  const facts = ublVatFacts(document)
  return facts.sellerHasTaxId || facts.representativeHasVatId
}

function isSupplierVatRegistered(document: XmlDocument): boolean {
  const facts = ublVatFacts(document)
  return facts.sellerHasVatId || facts.representativeHasVatId
}

function isBuyerKnown(document: XmlDocument): boolean {
  const facts = ublVatFacts(document)
  return facts.buyerHasVatId || facts.buyerHasLegalId
}

const deliveryDate = path('cac:Delivery/cbc:ActualDeliveryDate')
const periodParts = path('cac:InvoicePeriod/*')
const deliveryCountry = path('cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode')

/** The official test measures one text and breaks off where there are several deliveries. */
function oneTextLength(found: readonly string[]): number {
  if (found.length > 1) throw new DynamicError('more than one node where one text is asked for')
  return [...(found[0] ?? '')].length
}

function hasDeliveryDate(document: XmlDocument): boolean {
  return oneTextLength(texts(document, 0, deliveryDate)) > 1 || texts(document, 0, periodParts).length > 0
}

function hasDeliveryCountry(document: XmlDocument): boolean {
  return oneTextLength(texts(document, 0, deliveryCountry)) > 1
}

/** Not subject to VAT: nobody names a VAT identifier, and no other category stands beside it. */
function outsideScopeRules(): Rule[] {
  const isAnonymous: Test = (document) => !isSupplierVatRegistered(document) && !ublVatFacts(document).buyerHasVatId
  const alone = (number: string, place: Counted): Rule =>
    rule(`BR-O-${number}`, (document) => {
      const at = placesOf(document, outsideScope.code)
      return at.breakdownVat === 0 || ublVatFacts(document).all[place] === at[place]
    })
  const anonymous = (number: string, place: Counted): Rule =>
    rule(`BR-O-${number}`, (document) => placesOf(document, outsideScope.code)[place] === 0 || isAnonymous(document))
  return [
    rule('BR-O-01', inBreakdownOnce(outsideScope)),
    anonymous('02', 'itemVat'),
    // Only here the allowances and charges of lines do not count.
    anonymous('03', 'ownAllowanceVat'),
    anonymous('04', 'ownChargeVat'),
    alone('11', 'breakdownVat'),
    alone('12', 'itemVat'),
    alone('13', 'allowanceVat'),
    alone('14', 'chargeVat'),
  ]
}

const countries = path('//cbc:IdentificationCode')
const subtotalIds = path('cac:TaxTotal/cac:TaxSubtotal/cbc:ID')

/** Split payment: Italian invoices only, and not beside the standard rate. Codes are compared as written. */
function splitPaymentRules(state: State): Rule[] {
  // Until 1.3.15 the rule looked for S under an element that UBL does not have there, so the breakdown never counted.
  const looksAtBreakdown = standsIn({ since: '1.3.16' }, state)
  const hasStandard: Test = (document) => {
    const at = exactPlacesOf(document, 'S')
    const inBreakdown = looksAtBreakdown ? at.breakdown > 0 : texts(document, 0, subtotalIds).includes('S')
    return inBreakdown || at.ownAllowanceCharge + at.item > 0
  }
  return [
    rule('BR-B-01', (document) => {
      const at = exactPlacesOf(document, 'B')
      return at.other + at.item === 0 || texts(document, 0, countries).every((country) => country === 'IT')
    }),
    rule('BR-B-02', (document) => {
      const at = exactPlacesOf(document, 'B')
      return at.breakdown + at.ownAllowanceCharge + at.item === 0 || !hasStandard(document)
    }),
  ]
}
