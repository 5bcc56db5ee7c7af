// An outgoing invoice in UBL 2.1: an Invoice, or a CreditNote where it is one. Elements stand in the order of the schema.
import { amountText, type OutgoingAmounts, rateOf } from './amounts.ts'
import { documentBytes, type Element, group, leaf, type Part } from './markup.ts'
import type {
  OutgoingAddress,
  OutgoingInvoice,
  OutgoingLine,
  OutgoingParty,
  OutgoingPeriod,
  OutgoingSeller,
  OutgoingVat,
} from './outgoing.ts'
import { process, sepaTransfer, specification } from './specification.ts'

const oasis = 'urn:oasis:names:specification:ubl:schema:xsd'

export function ublBytes(invoice: OutgoingInvoice, amounts: OutgoingAmounts): Uint8Array {
  const kind = invoice.type === '381' ? 'CreditNote' : 'Invoice'
  const namespaces = { ubl: `${oasis}:${kind}-2`, cac: `${oasis}:CommonAggregateComponents-2`, cbc: `${oasis}:CommonBasicComponents-2` }
  return documentBytes(`ubl:${kind}`, namespaces, [
    head(invoice, kind),
    parties(invoice),
    payment(invoice, kind),
    sums(invoice, amounts, kind),
  ])
}

type Kind = 'Invoice' | 'CreditNote'

function head(invoice: OutgoingInvoice, kind: Kind): Part {
  return [
    leaf('cbc:CustomizationID', specification),
    leaf('cbc:ProfileID', process),
    leaf('cbc:ID', invoice.number),
    leaf('cbc:IssueDate', invoice.issuedOn),
    kind === 'Invoice' ? leaf('cbc:DueDate', invoice.dueOn) : undefined,
    leaf(`cbc:${kind}TypeCode`, invoice.type),
    (invoice.notes ?? []).map((note) => leaf('cbc:Note', note)),
    leaf('cbc:DocumentCurrencyCode', 'EUR'),
    leaf('cbc:BuyerReference', invoice.buyerReference),
    periodOf(invoice.period),
    group('cac:OrderReference', leaf('cbc:ID', invoice.purchaseOrder)),
    group(
      'cac:BillingReference',
      group('cac:InvoiceDocumentReference', leaf('cbc:ID', invoice.preceding?.number), leaf('cbc:IssueDate', invoice.preceding?.issuedOn)),
    ),
    group('cac:ContractDocumentReference', leaf('cbc:ID', invoice.contract)),
  ]
}

function parties({ seller, buyer, deliveredOn }: OutgoingInvoice): Part {
  return [
    group('cac:AccountingSupplierParty', party(seller, seller)),
    group('cac:AccountingCustomerParty', party(buyer)),
    group('cac:Delivery', leaf('cbc:ActualDeliveryDate', deliveredOn)),
  ]
}

function party(party: OutgoingParty, seller?: OutgoingSeller): Part {
  const scheme = (id: string | undefined, name: string): Part =>
    id === undefined ? undefined : group('cac:PartyTaxScheme', leaf('cbc:CompanyID', id), taxScheme(name))
  return group(
    'cac:Party',
    leaf('cbc:EndpointID', party.electronicAddress.text, { schemeID: party.electronicAddress.scheme }),
    group('cac:PartyIdentification', identifier('cbc:ID', party.identifier)),
    postalAddress(party.address),
    scheme(party.vatId, 'VAT'),
    scheme(seller?.taxNumber, 'FC'),
    group(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', party.name),
      identifier('cbc:CompanyID', party.registration),
      leaf('cbc:CompanyLegalForm', seller?.legalInformation),
    ),
    group(
      'cac:Contact',
      leaf('cbc:Name', seller?.contact.name),
      leaf('cbc:Telephone', seller?.contact.telephone),
      leaf('cbc:ElectronicMail', seller?.contact.email),
    ),
  )
}

function identifier(name: string, id: OutgoingParty['identifier']): Element | undefined {
  return leaf(name, id?.text, id?.scheme === undefined ? undefined : { schemeID: id.scheme })
}

function postalAddress({ lines: [first, second, third], city, postCode, country }: OutgoingAddress): Part {
  return group(
    'cac:PostalAddress',
    leaf('cbc:StreetName', first),
    leaf('cbc:AdditionalStreetName', second),
    leaf('cbc:CityName', city),
    leaf('cbc:PostalZone', postCode),
    group('cac:AddressLine', leaf('cbc:Line', third)),
    group('cac:Country', leaf('cbc:IdentificationCode', country)),
  )
}

/** A credit note has its due date here (BT-9). */
function payment({ transfer, dueOn, paymentTerms }: OutgoingInvoice, kind: Kind): Part {
  return [
    group(
      'cac:PaymentMeans',
      leaf('cbc:PaymentMeansCode', sepaTransfer),
      kind === 'CreditNote' ? leaf('cbc:PaymentDueDate', dueOn) : undefined,
      leaf('cbc:PaymentID', transfer.remittance),
      group(
        'cac:PayeeFinancialAccount',
        leaf('cbc:ID', transfer.account),
        leaf('cbc:Name', transfer.holder),
        group('cac:FinancialInstitutionBranch', leaf('cbc:ID', transfer.bic)),
      ),
    ),
    group('cac:PaymentTerms', leaf('cbc:Note', paymentTerms)),
  ]
}

function sums(invoice: OutgoingInvoice, amounts: OutgoingAmounts, kind: Kind): Part {
  const adjustment = (isCharge: boolean) => (entry: { amount: bigint; reason: string; vat: OutgoingVat }) =>
    allowanceCharge(isCharge, entry, vatCategory('cac:TaxCategory', entry.vat))
  return [
    (invoice.allowances ?? []).map(adjustment(false)),
    (invoice.charges ?? []).map(adjustment(true)),
    taxTotal(invoice, amounts),
    group(
      'cac:LegalMonetaryTotal',
      money('LineExtensionAmount', amounts.lines),
      money('TaxExclusiveAmount', amounts.net),
      money('TaxInclusiveAmount', amounts.gross),
      invoice.allowances?.length ? money('AllowanceTotalAmount', amounts.allowances) : undefined,
      invoice.charges?.length ? money('ChargeTotalAmount', amounts.charges) : undefined,
      invoice.paid === undefined ? undefined : money('PrepaidAmount', amounts.paid),
      money('PayableAmount', amounts.due),
    ),
    invoice.lines.map((entry, place) => line(entry, { place, amount: amounts.perLine[place] ?? 0n, kind })),
  ]
}

function taxTotal({ exemption }: OutgoingInvoice, { vat, breakdown }: OutgoingAmounts): Part {
  return group(
    'cac:TaxTotal',
    money('TaxAmount', vat),
    breakdown.map(({ category, rate, taxable, tax }) => {
      const reason = category === 'E' || category === 'O' ? exemption : undefined
      return group(
        'cac:TaxSubtotal',
        money('TaxableAmount', taxable),
        money('TaxAmount', tax),
        group(
          'cac:TaxCategory',
          leaf('cbc:ID', category),
          leaf('cbc:Percent', rate),
          leaf('cbc:TaxExemptionReasonCode', reason?.code),
          leaf('cbc:TaxExemptionReason', reason?.text),
          taxScheme('VAT'),
        ),
      )
    }),
  )
}

function line(entry: OutgoingLine, { place, amount, kind }: { place: number; amount: bigint; kind: Kind }): Part {
  return group(
    `cac:${kind}Line`,
    leaf('cbc:ID', String(place + 1)),
    leaf(kind === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity', entry.quantity, { unitCode: entry.unit }),
    money('LineExtensionAmount', amount),
    periodOf(entry.period),
    (entry.allowances ?? []).map((allowance) => allowanceCharge(false, allowance)),
    group(
      'cac:Item',
      leaf('cbc:Description', entry.description),
      leaf('cbc:Name', entry.name),
      vatCategory('cac:ClassifiedTaxCategory', entry.vat),
    ),
    group('cac:Price', money('PriceAmount', entry.unitPrice)),
  )
}

function allowanceCharge(isCharge: boolean, { amount, reason }: { amount: bigint; reason: string }, category?: Part): Part {
  return group(
    'cac:AllowanceCharge',
    leaf('cbc:ChargeIndicator', String(isCharge)),
    leaf('cbc:AllowanceChargeReason', reason),
    money('Amount', amount),
    category,
  )
}

/** Of a line, an allowance or a charge: what is not subject to VAT has no rate there (BR-O-05 to BR-O-07). */
function vatCategory(name: string, vat: OutgoingVat): Part {
  return group(name, leaf('cbc:ID', vat.category), vat.category === 'O' ? undefined : leaf('cbc:Percent', rateOf(vat)), taxScheme('VAT'))
}

function taxScheme(id: string): Part {
  return group('cac:TaxScheme', leaf('cbc:ID', id))
}

function periodOf(period: OutgoingPeriod | undefined): Part {
  return group('cac:InvoicePeriod', leaf('cbc:StartDate', period?.from), leaf('cbc:EndDate', period?.to))
}

function money(name: string, amount: bigint): Part {
  return leaf(`cbc:${name}`, amountText(amount), { currencyID: 'EUR' })
}
