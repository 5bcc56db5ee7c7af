// Syntax rules of CII that are no rows of a table: they depend on a value or on the kind of element, or compare texts.
import type { Condition } from '../../../engine/rules.ts'
import { normal, trim } from '../../../engine/values.ts'
import { nameOf } from '../../../xml/document.ts'
import type { State } from '../states.ts'
import { alike, all, any, counts, none, not, oneAtMost, present, presentInDocument, some } from './conditions.ts'
import type { HandRule } from './contexts.ts'

const invoice = '/rsm:CrossIndustryInvoice'
const transaction = `${invoice}/rsm:SupplyChainTradeTransaction`
const line = `${transaction}/ram:IncludedSupplyChainTradeLineItem`
const product = `${line}/ram:SpecifiedTradeProduct`
const lineSettlement = `${line}/ram:SpecifiedLineTradeSettlement`
const agreement = `${transaction}/ram:ApplicableHeaderTradeAgreement`
const settlement = `${transaction}/ram:ApplicableHeaderTradeSettlement`

const documents = 'ram:AdditionalReferencedDocument'
const priceDiscount = 'ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge'
const means = 'ram:SpecifiedTradeSettlementPaymentMeans'
const account = 'ram:PayeePartyCreditorFinancialAccount'

function is(name: string): Condition {
  const wanted = nameOf(name)
  return (document, node) => document.nameId(node) === wanted
}

/** The node has at most one of two things. */
function notBoth(one: string, other: string): Condition {
  return not(all(present(one), present(other)))
}

/** The element may stand in the node only where the condition holds. */
function only(at: string, condition: Condition): Condition {
  return any(not(present(at)), condition)
}

/** The type code, written exactly so or with white space around. */
function hasType(...codes: readonly string[]): Condition {
  return some('ram:TypeCode', (code) => codes.includes(code))
}
function hasRoughType(at: string, ...codes: readonly string[]): Condition {
  return some(at, (code) => codes.includes(normal(code)))
}

const isSupportingDocument = is(documents)
const isAttached = all(isSupportingDocument, hasType('916'))
const isHeaderTax = is('ram:ApplicableTradeTax')
const isInHeader = present('ancestor::ram:ApplicableHeaderTradeSettlement')
const isFalse = (text: string) => ['false', '0'].includes(trim(text))

/** Year, month and day in eight digits of any script; no month has fewer than 31 days here. */
const dayForm = /^[ \t\r\n]*\p{Nd}{4}(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])[ \t\r\n]*$/u

type Entry = readonly [id: string, context: string, holds: Condition, since?: State]

const warnings: readonly Entry[] = [
  [
    'SR-119',
    `${line}/ram:SpecifiedLineTradeAgreement`,
    any(
      all(some(`${priceDiscount}/ram:ChargeIndicator/udt:Indicator`, isFalse), present(`${priceDiscount}/ram:ActualAmount`)),
      not(any(present(`${priceDiscount}/ram:ChargeIndicator`), present(`${priceDiscount}/ram:ActualAmount`))),
    ),
  ],
  ['SR-474', lineSettlement, oneAtMost(documents, hasRoughType('ram:TypeCode', '130')), '1.3.16'],
  ['SR-450', agreement, notBoth('ram:BuyerTradeParty/ram:ID', 'ram:BuyerTradeParty/ram:GlobalID')],
  ['SR-457', agreement, oneAtMost(documents, hasType('50'))],
  ['SR-458', agreement, oneAtMost(documents, hasType('130'))],
  [
    'SR-465',
    agreement,
    notBoth(
      'ram:SellerTradeParty/ram:DefinedTradeContact/ram:PersonName',
      'ram:SellerTradeParty/ram:DefinedTradeContact/ram:DepartmentName',
    ),
  ],
  [
    'SR-466',
    agreement,
    notBoth('ram:BuyerTradeParty/ram:DefinedTradeContact/ram:PersonName', 'ram:BuyerTradeParty/ram:DefinedTradeContact/ram:DepartmentName'),
  ],
  ['SR-475', agreement, oneAtMost(`${documents}/ram:Name`, hasRoughType('../ram:TypeCode', '916')), '1.3.16'],
  ['SR-476', agreement, oneAtMost(`${documents}/ram:AttachmentBinaryObject`, hasRoughType('../ram:TypeCode', '916')), '1.3.16'],
  [
    'SR-449',
    `${transaction}/ram:ApplicableHeaderTradeDelivery`,
    notBoth('ram:ShipToTradeParty/ram:ID', 'ram:ShipToTradeParty/ram:GlobalID'),
  ],
  ['SR-451', settlement, notBoth('ram:PayeeTradeParty/ram:ID', 'ram:PayeeTradeParty/ram:GlobalID')],
  ['DT-041', 'tax', only('ram:BasisAmount', isInHeader)],
  ['DT-052', 'tax', only('ram:ExemptionReasonCode', isHeaderTax)],
  ['DT-098', 'tax', only('ram:ExemptionReason', isHeaderTax)],
  ['DT-054', 'tax', only('ram:TaxPointDate', isInHeader)],
  ['DT-058', 'tax', only('ram:DueDateTypeCode', isInHeader)],
]

const errors: readonly Entry[] = [
  ['SR-046', product, only('ram:GlobalID', present('ram:GlobalID/@schemeID'))],
  [
    'SR-090',
    product,
    only(
      'ram:OriginTradeCountry',
      counts('ram:OriginTradeCountry/ram:ID', (found) => found === 1),
    ),
  ],
  ['SR-462', settlement, alike('//ram:ApplicableTradeTax/ram:DueDateTypeCode')],
  [
    'SR-470',
    settlement,
    none(means, all(hasRoughType('ram:TypeCode', '30', '58'), not(present(`${account}/ram:IBANID | ${account}/ram:ProprietaryID`)))),
    '1.3.16',
  ],
  ['SR-467', invoice, alike(`//${means}/ram:TypeCode`, normal), '1.3.16'],
  ['SR-468', invoice, alike(`//${means}/ram:Information`, normal), '1.3.16'],
  ['DT-015', 'reference', only('ram:URIID', isAttached)],
  ['DT-018', 'reference', only('ram:TypeCode', all(isSupportingDocument, hasType('50', '130', '916')))],
  ['DT-021', 'reference', only('ram:Name', isAttached)],
  ['DT-022', 'reference', only('ram:AttachmentBinaryObject', isAttached)],
  ['DT-024', 'reference', only('ram:ReferenceTypeCode', all(isSupportingDocument, hasType('130')))],
  ['DT-027', 'reference', only('ram:FormattedIssueDateTime', is('ram:InvoiceReferencedDocument'))],
  ['DT-033', 'quantity', only('@unitCode', presentInDocument(`${line}/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode`))],
  ['DT-037', 'tax', only('ram:TypeCode', hasType('VAT'))],
  ['DT-097', 'day', (document, node) => dayForm.test(document.text(node))],
]

function entered(entries: readonly Entry[], level: HandRule['level']): HandRule[] {
  return entries.map(([id, context, holds, since]) => ({
    id: `CII-${id}`,
    level,
    context,
    holds,
    ...(since === undefined ? {} : { since }),
  }))
}

export const ciiHandRules: readonly HandRule[] = [...entered(warnings, 'warning'), ...entered(errors, 'error')]
