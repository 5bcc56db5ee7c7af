// An outgoing invoice in UN/CEFACT CII D16B. Elements stand in the order of the schema.
import type { Day } from '#kernel/dates.ts'
import { amountText, type OutgoingAmounts, rateOf } from './amounts.ts'
import { documentBytes, group, leaf, type Part } from './markup.ts'
import type { OutgoingInvoice, OutgoingLine, OutgoingParty, OutgoingPeriod, OutgoingSeller, OutgoingVat } from './outgoing.ts'
import { process, sepaTransfer, specification } from './specification.ts'

const uncefact = 'urn:un:unece:uncefact:data'
const namespaces = {
  rsm: `${uncefact}:standard:CrossIndustryInvoice:100`,
  ram: `${uncefact}:standard:ReusableAggregateBusinessInformationEntity:100`,
  udt: `${uncefact}:standard:UnqualifiedDataType:100`,
  qdt: `${uncefact}:standard:QualifiedDataType:100`,
}

export function ciiBytes(invoice: OutgoingInvoice, amounts: OutgoingAmounts): Uint8Array {
  return documentBytes('rsm:CrossIndustryInvoice', namespaces, [
    group(
      'rsm:ExchangedDocumentContext',
      group('ram:BusinessProcessSpecifiedDocumentContextParameter', leaf('ram:ID', process)),
      group('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', specification)),
    ),
    group(
      'rsm:ExchangedDocument',
      leaf('ram:ID', invoice.number),
      leaf('ram:TypeCode', invoice.type),
      instant('ram:IssueDateTime', invoice.issuedOn),
      (invoice.notes ?? []).map((note) => group('ram:IncludedNote', leaf('ram:Content', note))),
    ),
    group(
      'rsm:SupplyChainTradeTransaction',
      invoice.lines.map((entry, place) => line(entry, place, amounts.perLine[place] ?? 0n)),
      agreement(invoice),
      { name: 'ram:ApplicableHeaderTradeDelivery', content: delivery(invoice) },
      settlement(invoice, amounts),
    ),
  ])
}

function agreement({ buyerReference, seller, buyer, purchaseOrder, contract }: OutgoingInvoice): Part {
  return group(
    'ram:ApplicableHeaderTradeAgreement',
    leaf('ram:BuyerReference', buyerReference),
    party('ram:SellerTradeParty', seller, seller),
    party('ram:BuyerTradeParty', buyer),
    group('ram:BuyerOrderReferencedDocument', leaf('ram:IssuerAssignedID', purchaseOrder)),
    group('ram:ContractReferencedDocument', leaf('ram:IssuerAssignedID', contract)),
  )
}

/** The schema demands the element, even where nothing is to be said of a delivery. */
function delivery({ deliveredOn }: OutgoingInvoice) {
  const event = group('ram:ActualDeliverySupplyChainEvent', instant('ram:OccurrenceDateTime', deliveredOn))
  return event === undefined ? [] : [event]
}

function party(name: string, party: OutgoingParty, seller?: OutgoingSeller): Part {
  const { identifier, registration, electronicAddress, address } = party
  const [first, second, third] = address.lines
  const registered = (id: string | undefined, schemeID: string): Part =>
    group('ram:SpecifiedTaxRegistration', leaf('ram:ID', id, { schemeID }))
  return group(
    name,
    identifier?.scheme === undefined ? leaf('ram:ID', identifier?.text) : leaf('ram:GlobalID', identifier.text, schemeOf(identifier)),
    leaf('ram:Name', party.name),
    leaf('ram:Description', seller?.legalInformation),
    group('ram:SpecifiedLegalOrganization', leaf('ram:ID', registration?.text, schemeOf(registration))),
    group(
      'ram:DefinedTradeContact',
      leaf('ram:PersonName', seller?.contact.name),
      group('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', seller?.contact.telephone)),
      group('ram:EmailURIUniversalCommunication', leaf('ram:URIID', seller?.contact.email)),
    ),
    group(
      'ram:PostalTradeAddress',
      leaf('ram:PostcodeCode', address.postCode),
      leaf('ram:LineOne', first),
      leaf('ram:LineTwo', second),
      leaf('ram:LineThree', third),
      leaf('ram:CityName', address.city),
      leaf('ram:CountryID', address.country),
    ),
    group('ram:URIUniversalCommunication', leaf('ram:URIID', electronicAddress.text, schemeOf(electronicAddress))),
    registered(party.vatId, 'VA'),
    registered(seller?.taxNumber, 'FC'),
  )
}

function schemeOf(identifier: OutgoingParty['identifier']) {
  return identifier?.scheme === undefined ? undefined : { schemeID: identifier.scheme }
}

function settlement(invoice: OutgoingInvoice, amounts: OutgoingAmounts): Part {
  const { transfer, exemption, preceding } = invoice
  return group(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:PaymentReference', transfer.remittance),
    leaf('ram:InvoiceCurrencyCode', 'EUR'),
    group(
      'ram:SpecifiedTradeSettlementPaymentMeans',
      leaf('ram:TypeCode', sepaTransfer),
      group('ram:PayeePartyCreditorFinancialAccount', leaf('ram:IBANID', transfer.account), leaf('ram:AccountName', transfer.holder)),
      group('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', transfer.bic)),
    ),
    amounts.breakdown.map(({ category, rate, taxable, tax }) => {
      const reason = category === 'E' || category === 'O' ? exemption : undefined
      return group(
        'ram:ApplicableTradeTax',
        money('CalculatedAmount', tax),
        leaf('ram:TypeCode', 'VAT'),
        leaf('ram:ExemptionReason', reason?.text),
        money('BasisAmount', taxable),
        leaf('ram:CategoryCode', category),
        leaf('ram:ExemptionReasonCode', reason?.code),
        leaf('ram:RateApplicablePercent', rate),
      )
    }),
    periodOf(invoice.period),
    (invoice.allowances ?? []).map((entry) => allowanceCharge(false, entry, vatCategory('ram:CategoryTradeTax', entry.vat))),
    (invoice.charges ?? []).map((entry) => allowanceCharge(true, entry, vatCategory('ram:CategoryTradeTax', entry.vat))),
    group('ram:SpecifiedTradePaymentTerms', leaf('ram:Description', invoice.paymentTerms), instant('ram:DueDateDateTime', invoice.dueOn)),
    summation(invoice, amounts),
    group(
      'ram:InvoiceReferencedDocument',
      leaf('ram:IssuerAssignedID', preceding?.number),
      instant('ram:FormattedIssueDateTime', preceding?.issuedOn, 'qdt'),
    ),
  )
}

function summation({ allowances, charges, paid }: OutgoingInvoice, amounts: OutgoingAmounts): Part {
  return group(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    money('LineTotalAmount', amounts.lines),
    charges?.length ? money('ChargeTotalAmount', amounts.charges) : undefined,
    allowances?.length ? money('AllowanceTotalAmount', amounts.allowances) : undefined,
    money('TaxBasisTotalAmount', amounts.net),
    leaf('ram:TaxTotalAmount', amountText(amounts.vat), { currencyID: 'EUR' }),
    money('GrandTotalAmount', amounts.gross),
    paid === undefined ? undefined : money('TotalPrepaidAmount', amounts.paid),
    money('DuePayableAmount', amounts.due),
  )
}

function line(entry: OutgoingLine, place: number, amount: bigint): Part {
  return group(
    'ram:IncludedSupplyChainTradeLineItem',
    group('ram:AssociatedDocumentLineDocument', leaf('ram:LineID', String(place + 1))),
    group('ram:SpecifiedTradeProduct', leaf('ram:Name', entry.name), leaf('ram:Description', entry.description)),
    group('ram:SpecifiedLineTradeAgreement', group('ram:NetPriceProductTradePrice', money('ChargeAmount', entry.unitPrice))),
    group('ram:SpecifiedLineTradeDelivery', leaf('ram:BilledQuantity', entry.quantity, { unitCode: entry.unit })),
    group(
      'ram:SpecifiedLineTradeSettlement',
      vatCategory('ram:ApplicableTradeTax', entry.vat),
      periodOf(entry.period),
      (entry.allowances ?? []).map((allowance) => allowanceCharge(false, allowance)),
      group('ram:SpecifiedTradeSettlementLineMonetarySummation', money('LineTotalAmount', amount)),
    ),
  )
}

function allowanceCharge(isCharge: boolean, { amount, reason }: { amount: bigint; reason: string }, category?: Part): Part {
  return group(
    'ram:SpecifiedTradeAllowanceCharge',
    group('ram:ChargeIndicator', leaf('udt:Indicator', String(isCharge))),
    money('ActualAmount', amount),
    leaf('ram:Reason', reason),
    category,
  )
}

/** Of a line, an allowance or a charge: what is not subject to VAT has no rate there (BR-O-05 to BR-O-07). */
function vatCategory(name: string, vat: OutgoingVat): Part {
  return group(
    name,
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:CategoryCode', vat.category),
    vat.category === 'O' ? undefined : leaf('ram:RateApplicablePercent', rateOf(vat)),
  )
}

function periodOf(period: OutgoingPeriod | undefined): Part {
  return group('ram:BillingSpecifiedPeriod', instant('ram:StartDateTime', period?.from), instant('ram:EndDateTime', period?.to))
}

/** Days are written as 20261102, format 102 of UNTDID 2379. */
function instant(name: string, day: Day | undefined, types: 'udt' | 'qdt' = 'udt'): Part {
  return group(name, leaf(`${types}:DateTimeString`, day?.replaceAll('-', ''), { format: '102' }))
}

function money(name: string, amount: bigint): Part {
  return leaf(`ram:${name}`, amountText(amount))
}
