// Where the general rules of EN 16931 look: the kinds of nodes per syntax, in the official order, which decides who takes a node.
import { path, texts } from '../../engine/paths.ts'
import type { Condition } from '../../engine/rules.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../xml/document.ts'
import { invoiceCurrencies } from './general/cii-currencies.ts'
import type { Stated } from './states.ts'
import { saysTruth } from './vat/nodes.ts'
import { isVat } from './vat/ubl-facts.ts'

export interface Place extends Stated {
  readonly match: string
  readonly where?: Condition
  /** The business group that the node stands for; '' is the invoice. Terms below it are found from here. */
  readonly group?: string
  /** The way from the node to the node of the group, where they differ. */
  readonly up?: string
}

const settlement = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement'
const line = (below: string) => `cac:InvoiceLine/${below} | cac:CreditNoteLine/${below}`
const invoice = (below: string) => `/ubl:Invoice/${below} | /cn:CreditNote/${below}`

const indicator = path('cbc:ChargeIndicator')
const indicatorCii = path('udt:Indicator')
const meansCode = path('../cbc:PaymentMeansCode')
const meansCodeCii = path('../ram:TypeCode')
const currency = nameOf('@currencyID')
const scheme = nameOf('@schemeID')

/** UBL compares the indicator as a truth value. */
const isAllowance: Condition = (document, node) => texts(document, node, indicator).some((text) => saysTruth(text, false))
const isCharge: Condition = (document, node) => texts(document, node, indicator).some((text) => saysTruth(text, true))

/** CII compares the indicator as text here, so that '0' and '1', which the schema allows too, are neither allowance nor charge. */
const saysFalse: Condition = (document, node) => texts(document, node, indicatorCii).includes('false')
const saysTrue: Condition = (document, node) => texts(document, node, indicatorCii).includes('true')

const isTransfer = (codes: readonly string[]) => codes.includes('30') || codes.includes('58')

export const ublPlaces = {
  dueAmount: { until: '1.3.15', match: '/ubl:Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount' },
  supportingDocument: { match: 'cac:AdditionalDocumentReference', group: 'BG-24' },
  buyerAddress: { match: 'cac:AccountingCustomerParty/cac:Party/cbc:EndpointID' },
  buyerPostalAddress: { match: 'cac:AccountingCustomerParty/cac:Party/cac:PostalAddress', group: 'BG-8' },
  card: { match: 'cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID' },
  delivery: { match: 'cac:Delivery/cac:DeliveryLocation/cac:Address', group: 'BG-15' },
  allowance: { match: invoice('cac:AllowanceCharge'), where: isAllowance, group: 'BG-20' },
  charge: { match: invoice('cac:AllowanceCharge'), where: isCharge, group: 'BG-21' },
  totals: { match: 'cac:LegalMonetaryTotal', group: 'BG-22' },
  invoice: { match: '/ubl:Invoice | /cn:CreditNote', group: '' },
  line: { match: 'cac:InvoiceLine | cac:CreditNoteLine', group: 'BG-25' },
  lineAllowance: { match: line('cac:AllowanceCharge'), where: isAllowance, group: 'BG-27' },
  lineCharge: { match: line('cac:AllowanceCharge'), where: isCharge, group: 'BG-28' },
  linePeriod: { match: line('cac:InvoicePeriod'), group: 'BG-26' },
  period: { match: 'cac:InvoicePeriod', group: 'BG-14' },
  itemAttribute: { match: 'cac:AdditionalItemProperty', group: 'BG-32' },
  itemClassification: { match: line('cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode') },
  itemStandardIdentifier: { match: line('cac:Item/cac:StandardItemIdentification/cbc:ID') },
  note: { match: invoice('cbc:Note') },
  payee: { match: 'cac:PayeeParty', group: 'BG-10' },
  transferAccount: {
    match: 'cac:PaymentMeans/cac:PayeeFinancialAccount',
    where: (document: XmlDocument, node: ElementNode) => isTransfer(texts(document, node, meansCode)),
    group: 'BG-17',
  },
  paymentMeans: { match: 'cac:PaymentMeans', group: 'BG-16' },
  precedingInvoice: { match: 'cac:BillingReference' },
  seller: { match: 'cac:AccountingSupplierParty', group: 'BG-4' },
  sellerAddress: { match: 'cac:AccountingSupplierParty/cac:Party/cbc:EndpointID' },
  sellerPostalAddress: { match: 'cac:AccountingSupplierParty/cac:Party/cac:PostalAddress', group: 'BG-5' },
  taxRepresentative: { match: 'cac:TaxRepresentativeParty', group: 'BG-11' },
  taxRepresentativeAddress: { match: 'cac:TaxRepresentativeParty/cac:PostalAddress', group: 'BG-12' },
  taxTotal: { match: invoice('cac:TaxTotal') },
  vatBreakdown: { match: 'cac:TaxTotal/cac:TaxSubtotal', group: 'BG-23' },
  vatIdentifier: { match: 'cac:PartyTaxScheme', where: isVat },
  // The contexts of the VAT categories follow here.
} satisfies Readonly<Record<string, Place>>

export const ciiPlaces = {
  itemClassification: { match: 'ram:DesignatedProductClassification' },
  supportingDocument: { match: 'ram:AdditionalReferencedDocument', group: 'BG-24' },
  card: { match: 'ram:ApplicableTradeSettlementFinancialCard', group: 'BG-18' },
  transferAccount: {
    match: 'ram:SpecifiedTradeSettlementPaymentMeans/ram:PayeePartyCreditorFinancialAccount',
    where: (document: XmlDocument, node: ElementNode) => isTransfer(texts(document, node, meansCodeCii)),
    group: 'BG-17',
  },
  delivery: {
    match: '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery',
    group: 'BG-13',
  },
  allowance: {
    match: 'ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator',
    where: saysFalse,
    group: 'BG-20',
    up: '..',
  },
  charge: {
    match: 'ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator',
    where: saysTrue,
    group: 'BG-21',
    up: '..',
  },
  totals: { match: 'ram:SpecifiedTradeSettlementHeaderMonetarySummation', group: 'BG-22' },
  invoice: { match: '/rsm:CrossIndustryInvoice', group: '' },
  line: { match: 'ram:IncludedSupplyChainTradeLineItem', group: 'BG-25' },
  lineAllowance: {
    match: 'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator',
    where: saysFalse,
    group: 'BG-27',
    up: '..',
  },
  lineCharge: {
    match: 'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator',
    where: saysTrue,
    group: 'BG-28',
    up: '..',
  },
  linePeriod: { match: 'ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod', group: 'BG-26' },
  period: { match: 'ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod', group: 'BG-14' },
  itemAttribute: { match: 'ram:ApplicableProductCharacteristic', group: 'BG-32' },
  payee: { match: 'ram:PayeeTradeParty', group: 'BG-10' },
  paymentMeans: { match: 'ram:SpecifiedTradeSettlementPaymentMeans', group: 'BG-16' },
  precedingInvoice: { match: `${settlement}/ram:InvoiceReferencedDocument`, group: 'BG-3' },
  seller: { match: 'ram:SellerTradeParty', group: 'BG-4' },
  taxRepresentative: { match: 'ram:SellerTaxRepresentativeTradeParty', group: 'BG-11' },
  taxTotal: {
    match: 'ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount',
    where: (document: XmlDocument, node: ElementNode) => {
      const code = document.attribute(node, currency)
      return code !== undefined && invoiceCurrencies(document).includes(code)
    },
  },
  vatIdentifier: {
    match: 'ram:SpecifiedTaxRegistration/ram:ID',
    where: (document: XmlDocument, node: ElementNode) => document.attribute(node, scheme) === 'VA',
  },
  // The contexts of the VAT categories stand here; some of them take the nodes of the breakdown away from it.
  vatBreakdown: { match: 'ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax', group: 'BG-23' },
} satisfies Readonly<Record<string, Place>>

export type UblPlace = keyof typeof ublPlaces
export type CiiPlace = keyof typeof ciiPlaces
