// BR-DE rules on the whole CII document, and the two that only CII needs.
import { each, has, path } from '../../engine/paths.ts'
import type { Context } from '../../engine/rules.ts'
import { isBlank, normal } from '../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../xml/document.ts'
import { anyIn, anyIs, context, needs, needsText, normalTextOfOne, rule } from './building.ts'
import { hasSoundDiscounts } from './skonto.ts'
import { cius, cleanVehicles, extension } from './specifications.ts'
import { invoiceKinds, taxedCategories } from './tables/codes.ts'

const kinds = new Set(invoiceKinds)
const taxed = new Set(taxedCategories)
const specifications = new Set([cius, extension, cleanVehicles])
const correction = '384'

const trade = 'rsm:SupplyChainTradeTransaction'
const agreement = `${trade}/ram:ApplicableHeaderTradeAgreement`
const settlement = `${trade}/ram:ApplicableHeaderTradeSettlement`
const lineTax = `${trade}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax`
const allowanceTax = `${settlement}/ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax`

const mandate = path(`${settlement}/ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID`)
const creditor = path(`${settlement}/ram:CreditorReferenceID`)
const debitedAccount = path(`${settlement}/ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerPartyDebtorFinancialAccount/ram:IBANID`)
const lineTaxKind = path(`${lineTax}/ram:TypeCode`)
const lineCategory = path(`${lineTax}/ram:CategoryCode`)
const allowanceTaxWhole = path(allowanceTax)
const allowanceCategory = path(`${allowanceTax}/ram:CategoryCode`)
const representative = path(`${agreement}/ram:SellerTaxRepresentativeTradeParty`)
const taxNumber = path(`${agreement}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID`)
const kind = path('rsm:ExchangedDocument/ram:TypeCode')
const terms = path(`${settlement}/ram:SpecifiedTradePaymentTerms`)
const description = path('ram:Description')
const preceding = path(`${settlement}/ram:InvoiceReferencedDocument`)
const specification = path('ram:GuidelineSpecifiedDocumentContextParameter/ram:ID')
const attachment = path('ram:AttachmentBinaryObject')
const deliveryOrPeriod = path(
  'ram:ApplicableHeaderTradeDelivery/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime | ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod',
)
const lines = path('ram:IncludedSupplyChainTradeLineItem')
const period = path('ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod')
const grossBase = path('ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:BasisQuantity')
const netBase = path('ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity')
const scheme = nameOf('@schemeID')
const fileName = nameOf('@filename')
const unit = nameOf('@unitCode')
const supportingDocument = nameOf('ram:AdditionalReferencedDocument')
const seller = { vat: 'VA', taxOffice: 'FC' }

/** The direct debit group has no element of its own: it is there where one of its three terms is. */
const debitRules = [
  rule(
    'BR-DE-30',
    'error',
    'BT-90',
    (document, node) =>
      !hasDebit(document, node) || (has(document, node, creditor) && (has(document, node, mandate) || has(document, node, debitedAccount))),
  ),
  rule(
    'BR-DE-31',
    'error',
    'BT-91',
    (document, node) =>
      !hasDebit(document, node) || (has(document, node, debitedAccount) && (has(document, node, mandate) || has(document, node, creditor))),
  ),
]

export const ciiContexts: readonly Context[] = [
  context('/rsm:CrossIndustryInvoice', [
    ...debitRules,
    needs('BR-DE-1', 'BG-16', `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`),
    needsText('BR-DE-15', 'BT-10', `${agreement}/ram:BuyerReference`),
    rule('BR-DE-16', 'error', 'BT-31', (document, node) => !isTaxed(document, node) || hasTaxNumber(document, node)),
    rule('BR-DE-17', 'warning', 'BT-3', (document, node) => kinds.has(normalTextOfOne(document, node, kind))),
    rule('BR-DE-18', 'error', 'BT-20', (document, node) => hasSoundDiscounts(document, node, terms, description)),
    rule('BR-DE-22', 'error', 'BT-125', hasDistinctFileNames),
    rule(
      'BR-DE-26',
      'warning',
      'BG-3',
      (document, node) => normalTextOfOne(document, node, kind) !== correction || has(document, node, preceding),
    ),
  ]),
  context('/rsm:CrossIndustryInvoice/rsm:ExchangedDocumentContext', [
    rule('BR-DE-21', 'warning', 'BT-24', (document, node) => anyIn(document, node, specification, specifications)),
  ]),
  context(`/rsm:CrossIndustryInvoice/${trade}`, [rule('BR-DE-TMP-32', 'information', 'BT-72', hasDeliveryDate)]),
  context(`/rsm:CrossIndustryInvoice/${trade}/ram:IncludedSupplyChainTradeLineItem`, [
    rule('BR-TMP-3', 'error', 'BT-149', hasOneBaseQuantity),
  ]),
]

function hasDebit(document: XmlDocument, node: ElementNode): boolean {
  return has(document, node, mandate) || has(document, node, creditor) || has(document, node, debitedAccount)
}

/** Asks allowances for a tax group that reads "VAT" as a whole, as the official rule does; hardly any does. */
function isTaxed(document: XmlDocument, node: ElementNode): boolean {
  return (
    (anyIs(document, node, lineTaxKind, 'VAT') && anyIn(document, node, lineCategory, taxed)) ||
    (anyIs(document, node, allowanceTaxWhole, 'VAT') && anyIn(document, node, allowanceCategory, taxed))
  )
}

function hasTaxNumber(document: XmlDocument, node: ElementNode): boolean {
  if (has(document, node, representative)) return true
  return each(document, node, taxNumber).some((identifier) => {
    const by = normal(document.attribute(identifier, scheme) ?? '')
    return (by === seller.vat || by === seller.taxOffice) && !isBlank(document.text(identifier))
  })
}

/** No file name of a supporting document is that of an earlier one beside it. */
function hasDistinctFileNames(document: XmlDocument): boolean {
  const knownByParent = new Map<ElementNode, Set<string>>()
  for (let node = document.firstNamed(supportingDocument); node >= 0; node = document.nextNamed(node)) {
    const known = knownByParent.get(document.parent(node)) ?? new Set<string>()
    knownByParent.set(document.parent(node), known)
    const names = each(document, node, attachment).flatMap((object) => document.attribute(object, fileName) ?? [])
    if (names.some((name) => known.has(name))) return false
    for (const name of names) known.add(name)
  }
  return true
}

function hasDeliveryDate(document: XmlDocument, node: ElementNode): boolean {
  return has(document, node, deliveryOrPeriod) || each(document, node, lines).every((line) => has(document, line, period))
}

/** Where the quantity to which the price refers stands beside the gross and the net price, both agree, and so do their units. */
function hasOneBaseQuantity(document: XmlDocument, node: ElementNode): boolean {
  const gross = each(document, node, grossBase)
  const net = each(document, node, netBase)
  if (gross.length === 0 || net.length === 0) return true
  const units = (nodes: readonly ElementNode[]): readonly string[] => nodes.flatMap((one) => document.attribute(one, unit) ?? [])
  const netUnits = units(net)
  const grossUnits = units(gross)
  const netTexts = net.map((one) => document.text(one))
  return (
    gross.some((one) => netTexts.includes(document.text(one))) &&
    (netUnits.length === 0 || grossUnits.length === 0 || grossUnits.some((one) => netUnits.includes(one)))
  )
}
