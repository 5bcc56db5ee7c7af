// BR-DE rules on the whole UBL document.
import { count, each, has, path } from '../../engine/paths.ts'
import type { Context } from '../../engine/rules.ts'
import { nameOf, type XmlDocument } from '../../xml/document.ts'
import { anyIn, anyIs, context, hasText, needs, needsText, normalTextOfOne, rule } from './building.ts'
import { hasSoundDiscounts } from './skonto.ts'
import { cius, cleanVehicles, extension } from './specifications.ts'
import { invoiceKinds, taxedCategories } from './tables/codes.ts'

const kinds = new Set(invoiceKinds)
const taxed = new Set(taxedCategories)
const specifications = new Set([cius, extension, cleanVehicles])
const correction = '384'

const invoiceKind = path('cbc:InvoiceTypeCode')
const creditNoteKind = path('cbc:CreditNoteTypeCode')
const specification = path('cbc:CustomizationID')
const allowances = path('cac:AllowanceCharge')
const chargeIndicator = path('cbc:ChargeIndicator')
const category = path('cac:TaxCategory/cbc:ID')
const lineCategory = path(
  'cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory/cbc:ID | cac:CreditNoteLine/cac:Item/cac:ClassifiedTaxCategory/cbc:ID',
)
const taxNumber = path('cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID')
const representative = path('cac:TaxRepresentativeParty')
const terms = path('cac:PaymentTerms')
const note = path('cbc:Note')
const supportingDocuments = path('cac:AdditionalDocumentReference')
const attachment = path('cac:Attachment/cbc:EmbeddedDocumentBinaryObject')
const preceding = path('cac:BillingReference/cac:InvoiceDocumentReference')
const mandate = path('cac:PaymentMeans/cac:PaymentMandate')
const creditor = path(
  'cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID | cac:PayeeParty/cac:PartyIdentification/cbc:ID',
)
const debitedAccount = path('cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID')
const deliveryOrPeriod = path('cac:Delivery/cbc:ActualDeliveryDate | cac:InvoicePeriod')
const lines = path('cac:InvoiceLine | cac:CreditNoteLine')
const period = path('cac:InvoicePeriod')
const scheme = nameOf('@schemeID')
const fileName = nameOf('@filename')

export const documentContext: Context = context('/ubl:Invoice | /cn:CreditNote', [
  needs('BR-DE-1', 'BG-16', 'cac:PaymentMeans'),
  needsText('BR-DE-15', 'BT-10', 'cbc:BuyerReference'),
  rule('BR-DE-16', 'error', 'BT-31', (document, node) => !isTaxed(document) || hasTaxNumber(document, node)),
  rule(
    'BR-DE-17',
    'warning',
    'BT-3',
    (document, node) =>
      kinds.has(normalTextOfOne(document, node, invoiceKind)) || kinds.has(normalTextOfOne(document, node, creditNoteKind)),
  ),
  rule('BR-DE-18', 'error', 'BT-20', (document, node) => hasSoundDiscounts(document, node, terms, note)),
  rule('BR-DE-21', 'warning', 'BT-24', (document, node) => anyIn(document, node, specification, specifications)),
  rule('BR-DE-22', 'error', 'BT-125', hasDistinctFileNames),
  rule(
    'BR-DE-26',
    'warning',
    'BG-3',
    (document, node) =>
      !(normalTextOfOne(document, node, invoiceKind) === correction || normalTextOfOne(document, node, creditNoteKind) === correction) ||
      has(document, node, preceding),
  ),
  rule('BR-DE-30', 'error', 'BT-90', (document, node) => !has(document, node, mandate) || hasCreditor(document, node)),
  rule('BR-DE-31', 'error', 'BT-91', (document, node) => !has(document, node, mandate) || has(document, node, debitedAccount)),
  rule('BR-DE-TMP-32', 'information', 'BT-72', hasDeliveryDate),
])

/** Whether a line, an allowance or a charge has a category that only a seller known to the tax office may use. */
function isTaxed(document: XmlDocument): boolean {
  for (const allowance of each(document, 0, allowances)) {
    if (!anyIn(document, allowance, category, taxed)) continue
    if (anyIs(document, allowance, chargeIndicator, 'false') || anyIs(document, allowance, chargeIndicator, 'true')) return true
  }
  return anyIn(document, 0, lineCategory, taxed)
}

function hasTaxNumber(document: XmlDocument, node: number): boolean {
  return has(document, node, representative) || hasText(document, node, taxNumber)
}

/** No file name of a supporting document is that of an earlier one. */
function hasDistinctFileNames(document: XmlDocument, node: number): boolean {
  if (count(document, node, supportingDocuments) < 2) return true
  const known = new Set<string>()
  for (const supporting of each(document, node, supportingDocuments)) {
    const names = each(document, supporting, attachment).flatMap((object) => document.attribute(object, fileName) ?? [])
    if (names.some((name) => known.has(name))) return false
    for (const name of names) known.add(name)
  }
  return true
}

function hasCreditor(document: XmlDocument, node: number): boolean {
  return each(document, node, creditor).some((identifier) => document.attribute(identifier, scheme) === 'SEPA')
}

function hasDeliveryDate(document: XmlDocument, node: number): boolean {
  return has(document, node, deliveryOrPeriod) || each(document, node, lines).every((line) => has(document, line, period))
}
