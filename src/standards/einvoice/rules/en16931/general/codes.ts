// BR-CL-01 … BR-CL-26: codes must stand in their list. A pattern of its own, in the official order: the first context takes a node.
import { has, path, texts } from '../../../engine/paths.ts'
import { type Condition, type Context, match, type Rule } from '../../../engine/rules.ts'
import { booleanOf, normal, upper } from '../../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../../xml/document.ts'
import { allowanceReasons } from '../code-lists/allowance-reasons.ts'
import { attachmentTypes } from '../code-lists/attachment-types.ts'
import { chargeReasons } from '../code-lists/charge-reasons.ts'
import type { CodeList } from '../code-lists/code-list.ts'
import { countries } from '../code-lists/countries.ts'
import { currencies } from '../code-lists/currencies.ts'
import { creditNoteTypes, documentTypes, invoiceTypes } from '../code-lists/document-types.ts'
import { endpointSchemes } from '../code-lists/endpoint-schemes.ts'
import { exemptionReasons } from '../code-lists/exemption-reasons.ts'
import { itemClassifications } from '../code-lists/goods-classifications.ts'
import { identifierSchemes } from '../code-lists/identifier-schemes.ts'
import { noteSubjects } from '../code-lists/note-subjects.ts'
import { paymentMeans } from '../code-lists/payment-means.ts'
import { referenceQualifiers } from '../code-lists/reference-qualifiers.ts'
import { taxPointCodes } from '../code-lists/tax-point-codes.ts'
import { units } from '../code-lists/units.ts'
import { vatCategories } from '../code-lists/vat-categories.ts'
import type { State, Syntax } from '../states.ts'
import { concernedTerms } from './concerned-terms.ts'

/** What is looked up: a node's text, or its attribute. */
interface Coded {
  readonly id: string
  readonly match: string
  readonly list: CodeList
  /** The attribute with the code; nodes without it are not asked, unless `always`. */
  readonly attribute?: string
  readonly always?: boolean
  readonly where?: Condition
  /** How the text becomes a code; white space around it does not count unless said otherwise. */
  readonly read?: (text: string) => string
  /** What is accepted besides the codes of the list. */
  readonly or?: (document: XmlDocument, node: ElementNode, code: string) => boolean
}

const ancestorNamed = (...names: readonly string[]): Condition => {
  const above = path(names.map((name) => `ancestor::${name}`).join(' | '))
  return (document, node) => has(document, node, above)
}

const someText = (way: string, accepted: (text: string) => boolean): Condition => {
  const compiled = path(way)
  return (document, node) => texts(document, node, compiled).some(accepted)
}

const isFalse = (text: string): boolean => !booleanOf(text)
const isTrue = (text: string): boolean => booleanOf(text)
const isInvoicedObject = someText('../cbc:DocumentTypeCode', (text) => text === '130')
const isOfSellerOrPayee = ancestorNamed('cac:AccountingSupplierParty', 'cac:PayeeParty')
const isOfProductOrDelivery = ancestorNamed('ram:SpecifiedTradeProduct', 'ram:ShipToTradeParty')
const isOfTaxRegistration = ancestorNamed('ram:SpecifiedTaxRegistration')

const amounts = `cbc:Amount | cbc:BaseAmount | cbc:PriceAmount | cbc:TaxAmount | cbc:TaxableAmount | cbc:LineExtensionAmount
  | cbc:TaxExclusiveAmount | cbc:TaxInclusiveAmount | cbc:AllowanceTotalAmount | cbc:ChargeTotalAmount | cbc:PrepaidAmount
  | cbc:PayableRoundingAmount | cbc:PayableAmount`

const ublCodes: readonly Coded[] = [
  { id: 'BR-CL-01', match: 'cbc:InvoiceTypeCode', list: invoiceTypes },
  { id: 'BR-CL-01', match: 'cbc:CreditNoteTypeCode', list: creditNoteTypes },
  { id: 'BR-CL-03', match: amounts, attribute: '@currencyID', always: true, list: currencies },
  { id: 'BR-CL-04', match: 'cbc:DocumentCurrencyCode', list: currencies },
  { id: 'BR-CL-05', match: 'cbc:TaxCurrencyCode', list: currencies },
  { id: 'BR-CL-06', match: 'cac:InvoicePeriod/cbc:DescriptionCode', list: taxPointCodes.ubl },
  {
    id: 'BR-CL-07',
    match: 'cac:AdditionalDocumentReference/cbc:ID | cac:DocumentReference/cbc:ID',
    attribute: '@schemeID',
    where: isInvoicedObject,
    list: referenceQualifiers,
  },
  {
    id: 'BR-CL-10',
    match: 'cac:PartyIdentification/cbc:ID',
    attribute: '@schemeID',
    list: identifierSchemes,
    // The identifier of a creditor.
    or: (document, node, code) => code === 'SEPA' && isOfSellerOrPayee(document, node),
  },
  { id: 'BR-CL-11', match: 'cac:PartyLegalEntity/cbc:CompanyID', attribute: '@schemeID', list: identifierSchemes },
  { id: 'BR-CL-13', match: 'cac:CommodityClassification/cbc:ItemClassificationCode', attribute: '@listID', list: itemClassifications },
  { id: 'BR-CL-14', match: 'cac:Country/cbc:IdentificationCode', list: countries.ubl },
  { id: 'BR-CL-15', match: 'cac:OriginCountry/cbc:IdentificationCode', list: countries.ubl },
  { id: 'BR-CL-16', match: 'cac:PaymentMeans/cbc:PaymentMeansCode', list: paymentMeans },
  { id: 'BR-CL-17', match: 'cac:TaxCategory/cbc:ID', list: vatCategories },
  { id: 'BR-CL-18', match: 'cac:ClassifiedTaxCategory/cbc:ID', list: vatCategories },
  {
    id: 'BR-CL-19',
    match: 'cac:AllowanceCharge/cbc:AllowanceChargeReasonCode',
    where: someText('../cbc:ChargeIndicator', isFalse),
    list: allowanceReasons,
  },
  {
    id: 'BR-CL-20',
    match: 'cac:AllowanceCharge/cbc:AllowanceChargeReasonCode',
    where: someText('../cbc:ChargeIndicator', isTrue),
    list: chargeReasons,
  },
  { id: 'BR-CL-21', match: 'cac:StandardItemIdentification/cbc:ID', attribute: '@schemeID', list: identifierSchemes },
  { id: 'BR-CL-22', match: 'cbc:TaxExemptionReasonCode', read: inCapitals, list: exemptionReasons },
  { id: 'BR-CL-23', match: 'cbc:InvoicedQuantity | cbc:BaseQuantity | cbc:CreditedQuantity', attribute: '@unitCode', list: units },
  { id: 'BR-CL-24', match: 'cbc:EmbeddedDocumentBinaryObject', attribute: '@mimeCode', read: asWritten, list: attachmentTypes },
  { id: 'BR-CL-25', match: 'cbc:EndpointID', attribute: '@schemeID', list: endpointSchemes },
  { id: 'BR-CL-26', match: 'cac:DeliveryLocation/cbc:ID', attribute: '@schemeID', list: identifierSchemes },
]

const ciiCodes: readonly Coded[] = [
  { id: 'BR-CL-01', match: 'rsm:ExchangedDocument/ram:TypeCode', list: documentTypes },
  { id: 'BR-CL-03', match: 'ram:TaxTotalAmount', attribute: '@currencyID', list: currencies },
  { id: 'BR-CL-04', match: 'ram:InvoiceCurrencyCode', list: currencies },
  { id: 'BR-CL-05', match: 'ram:TaxCurrencyCode', list: currencies },
  { id: 'BR-CL-06', match: 'ram:DueDateTypeCode', list: taxPointCodes.cii },
  { id: 'BR-CL-07', match: 'ram:ReferenceTypeCode', list: referenceQualifiers },
  { id: 'BR-CL-08', match: 'ram:SubjectCode', list: noteSubjects.cii },
  {
    id: 'BR-CL-10',
    match: 'ram:GlobalID',
    attribute: '@schemeID',
    where: (document, node) => !isOfProductOrDelivery(document, node),
    list: identifierSchemes,
  },
  {
    id: 'BR-CL-11',
    match: 'ram:ID',
    attribute: '@schemeID',
    where: (document, node) => !isOfTaxRegistration(document, node),
    list: identifierSchemes,
  },
  { id: 'BR-CL-13', match: 'ram:ClassCode', attribute: '@listID', list: itemClassifications },
  { id: 'BR-CL-14', match: 'ram:CountryID', list: countries.cii },
  { id: 'BR-CL-15', match: 'ram:OriginTradeCountry/ram:ID', list: countries.cii },
  { id: 'BR-CL-16', match: 'ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode', list: paymentMeans },
  { id: 'BR-CL-17', match: 'ram:CategoryTradeTax/ram:CategoryCode', list: vatCategories },
  { id: 'BR-CL-18', match: 'ram:ApplicableTradeTax/ram:CategoryCode', list: vatCategories },
  {
    id: 'BR-CL-19',
    match: 'ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode',
    where: someText('../ram:ChargeIndicator/udt:Indicator', isFalse),
    list: allowanceReasons,
  },
  {
    id: 'BR-CL-20',
    match: 'ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode',
    where: someText('../ram:ChargeIndicator/udt:Indicator', isTrue),
    list: chargeReasons,
  },
  { id: 'BR-CL-21', match: 'ram:SpecifiedTradeProduct/ram:GlobalID', attribute: '@schemeID', list: identifierSchemes },
  { id: 'BR-CL-22', match: 'ram:ExemptionReasonCode', read: inCapitals, list: exemptionReasons },
  { id: 'BR-CL-23', match: 'ram:BasisQuantity | ram:BilledQuantity', attribute: '@unitCode', list: units },
  { id: 'BR-CL-24', match: 'ram:AttachmentBinaryObject', attribute: '@mimeCode', read: asWritten, list: attachmentTypes },
  { id: 'BR-CL-25', match: 'ram:URIUniversalCommunication/ram:URIID', attribute: '@schemeID', list: endpointSchemes },
  {
    id: 'BR-CL-26',
    match: 'ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID',
    attribute: '@schemeID',
    list: identifierSchemes,
  },
]

function inCapitals(text: string): string {
  return normal(upper(text))
}

function asWritten(text: string): string {
  return text
}

/** The contexts of the pattern of code lists. */
export function codeContexts(syntax: Syntax, state: State): readonly Context[] {
  return (syntax === 'ubl' ? ublCodes : ciiCodes).map((coded) => contextOf(coded, coded.list(state)))
}

function contextOf({ id, match: text, attribute, always, where, read = normal, or }: Coded, codes: ReadonlySet<string>): Context {
  if (attribute === undefined) {
    return { match: match(text, where), rules: [ruleOf(id, (document, node) => codes.has(read(document.text(node))))] }
  }
  const name = nameOf(attribute)
  const bears = (document: XmlDocument, node: ElementNode) =>
    document.hasAttribute(node, name) && (where === undefined || where(document, node))
  const holds: Rule['holds'] = (document, node) => {
    const code = read(document.attribute(node, name) ?? '')
    return codes.has(code) || (or !== undefined && or(document, node, code))
  }
  return { match: match(text, always === true ? undefined : bears), rules: [ruleOf(id, holds)] }
}

function ruleOf(id: string, holds: Rule['holds']): Rule {
  const bt = concernedTerms[id]
  return bt === undefined ? { id, level: 'error', holds } : { id, level: 'error', holds, bt }
}
