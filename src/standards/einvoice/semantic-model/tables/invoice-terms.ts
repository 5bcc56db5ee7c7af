// The groups and terms of a whole invoice, each with its place in UBL and CII.
import { absent, differs, is, none, present, same } from '../conditions.ts'
import { type Term, term } from '../term.ts'
import { allowance, charge, day, valueAddedTax } from './places.ts'

const agreement = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement'
const delivery = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery'
const settlement = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement'
/** A global identifier counts only with its scheme; the plain one only where no such global one stands beside it. */
const plainIdentifier = absent('../ram:GlobalID/@schemeID')
const globalIdentifier = present('@schemeID')

/** In the order in which the semantic model lists them; a group's terms stand in that order. */
export const invoiceTerms: Readonly<Record<string, Term>> = {
  'BT-1': term('', 'identifier', 'cbc:ID', 'rsm:ExchangedDocument/ram:ID'),
  'BT-2': term('', 'date', 'cbc:IssueDate', 'rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString', day),
  'BT-3': term('', 'code', 'cbc:InvoiceTypeCode', 'rsm:ExchangedDocument/ram:TypeCode', { creditNote: 'cbc:CreditNoteTypeCode' }),
  'BT-5': term('', 'code', 'cbc:DocumentCurrencyCode', `${settlement}/ram:InvoiceCurrencyCode`),
  'BT-6': term('', 'code', 'cbc:TaxCurrencyCode', `${settlement}/ram:TaxCurrencyCode`),
  'BT-7': term('', 'date', 'cbc:TaxPointDate', `${settlement}/ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString`, {
    ...day,
    several: 'distinct',
  }),
  'BT-8': term('', 'code', 'cac:InvoicePeriod/cbc:DescriptionCode', `${settlement}/ram:ApplicableTradeTax/ram:DueDateTypeCode`),
  'BT-9': term('', 'date', 'cbc:DueDate', `${settlement}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString`, {
    ...day,
    creditNote: 'cac:PaymentMeans/cbc:PaymentDueDate',
    several: 'joined',
  }),
  'BT-10': term('', 'text', 'cbc:BuyerReference', `${agreement}/ram:BuyerReference`),
  'BT-11': term('', 'reference', 'cac:ProjectReference/cbc:ID', `${agreement}/ram:SpecifiedProcuringProject/ram:ID`, {
    creditNote: 'cac:AdditionalDocumentReference/cbc:ID',
    where: { creditNote: is('../cbc:DocumentTypeCode', '50') },
  }),
  'BT-12': term(
    '',
    'reference',
    'cac:ContractDocumentReference/cbc:ID',
    `${agreement}/ram:ContractReferencedDocument/ram:IssuerAssignedID`,
  ),
  'BT-13': term('', 'reference', 'cac:OrderReference/cbc:ID', `${agreement}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`),
  'BT-14': term(
    '',
    'reference',
    'cac:OrderReference/cbc:SalesOrderID',
    `${agreement}/ram:SellerOrderReferencedDocument/ram:IssuerAssignedID`,
  ),
  'BT-15': term(
    '',
    'reference',
    'cac:ReceiptDocumentReference/cbc:ID',
    `${delivery}/ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID`,
  ),
  'BT-16': term(
    '',
    'reference',
    'cac:DespatchDocumentReference/cbc:ID',
    `${delivery}/ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID`,
  ),
  'BT-17': term(
    '',
    'reference',
    'cac:OriginatorDocumentReference/cbc:ID',
    `${agreement}/ram:AdditionalReferencedDocument/ram:IssuerAssignedID`,
    { where: { cii: is('../ram:TypeCode', '50') } },
  ),
  'BT-18': term(
    '',
    'identifier',
    'cac:AdditionalDocumentReference/cbc:ID',
    `${agreement}/ram:AdditionalReferencedDocument/ram:IssuerAssignedID`,
    { where: { ubl: is('../cbc:DocumentTypeCode', '130'), cii: is('../ram:TypeCode', '130') } },
  ),
  'BT-19': term('', 'text', 'cbc:AccountingCost', `${settlement}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`),
  'BT-20': term('', 'text', 'cac:PaymentTerms/cbc:Note', `${settlement}/ram:SpecifiedTradePaymentTerms/ram:Description`, {
    several: 'joined',
  }),

  // In UBL a note's subject code (BT-21) is a note of its own before the text: read.ts pairs them.
  'BG-1': term('', 'group', 'cbc:Note', 'rsm:ExchangedDocument/ram:IncludedNote'),
  'BT-21': term('BG-1', 'code', undefined, 'ram:SubjectCode'),
  'BT-22': term('BG-1', 'text', '.', 'ram:Content'),

  'BG-2': term('', 'group', '.', 'rsm:ExchangedDocumentContext'),
  'BT-23': term('BG-2', 'text', 'cbc:ProfileID', 'ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID'),
  'BT-24': term('BG-2', 'identifier', 'cbc:CustomizationID', 'ram:GuidelineSpecifiedDocumentContextParameter/ram:ID'),

  'BG-3': term('', 'group', 'cac:BillingReference/cac:InvoiceDocumentReference', `${settlement}/ram:InvoiceReferencedDocument`),
  'BT-25': term('BG-3', 'reference', 'cbc:ID', 'ram:IssuerAssignedID'),
  'BT-26': term('BG-3', 'date', 'cbc:IssueDate', 'ram:FormattedIssueDateTime/qdt:DateTimeString', day),

  'BG-4': term('', 'group', 'cac:AccountingSupplierParty', `${agreement}/ram:SellerTradeParty`),
  'BT-27': term('BG-4', 'text', 'cac:Party/cac:PartyLegalEntity/cbc:RegistrationName', 'ram:Name'),
  'BT-28': term('BG-4', 'text', 'cac:Party/cac:PartyName/cbc:Name', 'ram:SpecifiedLegalOrganization/ram:TradingBusinessName'),
  'BT-29': term('BG-4', 'identifier', 'cac:Party/cac:PartyIdentification/cbc:ID', 'ram:ID | ram:GlobalID', {
    where: { ubl: none('@schemeID', 'SEPA'), cii: [undefined, globalIdentifier] },
  }),
  'BT-30': term('BG-4', 'identifier', 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID', 'ram:SpecifiedLegalOrganization/ram:ID'),
  'BT-31': term('BG-4', 'identifier', 'cac:Party/cac:PartyTaxScheme/cbc:CompanyID', 'ram:SpecifiedTaxRegistration/ram:ID', {
    where: { ubl: valueAddedTax, cii: is('@schemeID', 'VA') },
  }),
  'BT-32': term('BG-4', 'identifier', 'cac:Party/cac:PartyTaxScheme/cbc:CompanyID', 'ram:SpecifiedTaxRegistration/ram:ID', {
    where: { ubl: differs('../cac:TaxScheme/cbc:ID', 'VAT'), cii: is('@schemeID', 'FC') },
  }),
  'BT-33': term('BG-4', 'text', 'cac:Party/cac:PartyLegalEntity/cbc:CompanyLegalForm', 'ram:Description'),
  'BT-34': term('BG-4', 'identifier', 'cac:Party/cbc:EndpointID', 'ram:URIUniversalCommunication/ram:URIID'),
  'BG-5': term('BG-4', 'group', 'cac:Party/cac:PostalAddress', 'ram:PostalTradeAddress'),
  'BT-35': term('BG-5', 'text', 'cbc:StreetName', 'ram:LineOne'),
  'BT-36': term('BG-5', 'text', 'cbc:AdditionalStreetName', 'ram:LineTwo'),
  'BT-162': term('BG-5', 'text', 'cac:AddressLine/cbc:Line', 'ram:LineThree'),
  'BT-37': term('BG-5', 'text', 'cbc:CityName', 'ram:CityName'),
  'BT-38': term('BG-5', 'text', 'cbc:PostalZone', 'ram:PostcodeCode'),
  'BT-39': term('BG-5', 'text', 'cbc:CountrySubentity', 'ram:CountrySubDivisionName'),
  'BT-40': term('BG-5', 'code', 'cac:Country/cbc:IdentificationCode', 'ram:CountryID'),
  'BG-6': term('BG-4', 'group', 'cac:Party/cac:Contact', 'ram:DefinedTradeContact'),
  'BT-41': term('BG-6', 'text', 'cbc:Name', 'ram:DepartmentName | ram:PersonName'),
  'BT-42': term('BG-6', 'text', 'cbc:Telephone', 'ram:TelephoneUniversalCommunication/ram:CompleteNumber'),
  'BT-43': term('BG-6', 'text', 'cbc:ElectronicMail', 'ram:EmailURIUniversalCommunication/ram:URIID'),

  'BG-7': term('', 'group', 'cac:AccountingCustomerParty', `${agreement}/ram:BuyerTradeParty`),
  'BT-44': term('BG-7', 'text', 'cac:Party/cac:PartyLegalEntity/cbc:RegistrationName', 'ram:Name'),
  'BT-45': term('BG-7', 'text', 'cac:Party/cac:PartyName/cbc:Name', 'ram:SpecifiedLegalOrganization/ram:TradingBusinessName'),
  'BT-46': term('BG-7', 'identifier', 'cac:Party/cac:PartyIdentification/cbc:ID', 'ram:ID | ram:GlobalID', {
    where: { cii: [plainIdentifier, globalIdentifier] },
  }),
  'BT-47': term('BG-7', 'identifier', 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID', 'ram:SpecifiedLegalOrganization/ram:ID'),
  'BT-48': term('BG-7', 'identifier', 'cac:Party/cac:PartyTaxScheme/cbc:CompanyID', 'ram:SpecifiedTaxRegistration/ram:ID', {
    where: { ubl: valueAddedTax, cii: is('@schemeID', 'VA', 'VAT') },
  }),
  'BT-49': term('BG-7', 'identifier', 'cac:Party/cbc:EndpointID', 'ram:URIUniversalCommunication/ram:URIID'),
  'BG-8': term('BG-7', 'group', 'cac:Party/cac:PostalAddress', 'ram:PostalTradeAddress'),
  'BT-50': term('BG-8', 'text', 'cbc:StreetName', 'ram:LineOne'),
  'BT-51': term('BG-8', 'text', 'cbc:AdditionalStreetName', 'ram:LineTwo'),
  'BT-163': term('BG-8', 'text', 'cac:AddressLine/cbc:Line', 'ram:LineThree'),
  'BT-52': term('BG-8', 'text', 'cbc:CityName', 'ram:CityName'),
  'BT-53': term('BG-8', 'text', 'cbc:PostalZone', 'ram:PostcodeCode'),
  'BT-54': term('BG-8', 'text', 'cbc:CountrySubentity', 'ram:CountrySubDivisionName'),
  'BT-55': term('BG-8', 'code', 'cac:Country/cbc:IdentificationCode', 'ram:CountryID'),
  'BG-9': term('BG-7', 'group', 'cac:Party/cac:Contact', 'ram:DefinedTradeContact'),
  'BT-56': term('BG-9', 'text', 'cbc:Name', 'ram:DepartmentName | ram:PersonName'),
  'BT-57': term('BG-9', 'text', 'cbc:Telephone', 'ram:TelephoneUniversalCommunication/ram:CompleteNumber'),
  'BT-58': term('BG-9', 'text', 'cbc:ElectronicMail', 'ram:EmailURIUniversalCommunication/ram:URIID'),

  'BG-10': term('', 'group', 'cac:PayeeParty', `${settlement}/ram:PayeeTradeParty`),
  'BT-59': term('BG-10', 'text', 'cac:PartyName/cbc:Name', 'ram:Name'),
  'BT-60': term('BG-10', 'identifier', 'cac:PartyIdentification/cbc:ID', 'ram:GlobalID | ram:ID', {
    where: { ubl: none('@schemeID', 'SEPA'), cii: [globalIdentifier, plainIdentifier] },
  }),
  'BT-61': term('BG-10', 'identifier', 'cac:PartyLegalEntity/cbc:CompanyID', 'ram:SpecifiedLegalOrganization/ram:ID'),

  'BG-11': term('', 'group', 'cac:TaxRepresentativeParty', `${agreement}/ram:SellerTaxRepresentativeTradeParty`),
  'BT-62': term('BG-11', 'text', 'cac:PartyName/cbc:Name', 'ram:Name'),
  'BT-63': term('BG-11', 'identifier', 'cac:PartyTaxScheme/cbc:CompanyID', 'ram:SpecifiedTaxRegistration/ram:ID', {
    where: { ubl: valueAddedTax },
  }),
  'BG-12': term('BG-11', 'group', 'cac:PostalAddress', 'ram:PostalTradeAddress'),
  'BT-64': term('BG-12', 'text', 'cbc:StreetName', 'ram:LineOne'),
  'BT-65': term('BG-12', 'text', 'cbc:AdditionalStreetName', 'ram:LineTwo'),
  'BT-164': term('BG-12', 'text', 'cac:AddressLine/cbc:Line', 'ram:LineThree'),
  'BT-66': term('BG-12', 'text', 'cbc:CityName', 'ram:CityName'),
  'BT-67': term('BG-12', 'text', 'cbc:PostalZone', 'ram:PostcodeCode'),
  'BT-68': term('BG-12', 'text', 'cbc:CountrySubentity', 'ram:CountrySubDivisionName'),
  'BT-69': term('BG-12', 'code', 'cac:Country/cbc:IdentificationCode', 'ram:CountryID'),

  'BG-13': term('', 'group', 'cac:Delivery', delivery),
  'BT-70': term('BG-13', 'text', 'cac:DeliveryParty/cac:PartyName/cbc:Name', 'ram:ShipToTradeParty/ram:Name'),
  'BT-71': term('BG-13', 'identifier', 'cac:DeliveryLocation/cbc:ID', 'ram:ShipToTradeParty/ram:ID | ram:ShipToTradeParty/ram:GlobalID', {
    where: { cii: [plainIdentifier, globalIdentifier] },
  }),
  'BT-72': term(
    'BG-13',
    'date',
    'cbc:ActualDeliveryDate',
    'ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString',
    day,
  ),
  'BG-14': term('', 'group', 'cac:InvoicePeriod', `${settlement}/ram:BillingSpecifiedPeriod`),
  'BT-73': term('BG-14', 'date', 'cbc:StartDate', 'ram:StartDateTime/udt:DateTimeString', day),
  'BT-74': term('BG-14', 'date', 'cbc:EndDate', 'ram:EndDateTime/udt:DateTimeString', day),
  'BG-15': term('BG-13', 'group', 'cac:DeliveryLocation/cac:Address', 'ram:ShipToTradeParty/ram:PostalTradeAddress'),
  'BT-75': term('BG-15', 'text', 'cbc:StreetName', 'ram:LineOne'),
  'BT-76': term('BG-15', 'text', 'cbc:AdditionalStreetName', 'ram:LineTwo'),
  'BT-165': term('BG-15', 'text', 'cac:AddressLine/cbc:Line', 'ram:LineThree'),
  'BT-77': term('BG-15', 'text', 'cbc:CityName', 'ram:CityName'),
  'BT-78': term('BG-15', 'text', 'cbc:PostalZone', 'ram:PostcodeCode'),
  'BT-79': term('BG-15', 'text', 'cbc:CountrySubentity', 'ram:CountrySubDivisionName'),
  'BT-80': term('BG-15', 'code', 'cac:Country/cbc:IdentificationCode', 'ram:CountryID'),

  // Payment means of one code are one group: read.ts puts them together.
  'BG-16': term('', 'group', 'cac:PaymentMeans', `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`),
  'BT-81': term('BG-16', 'code', 'cbc:PaymentMeansCode', 'ram:TypeCode'),
  'BT-82': term('BG-16', 'text', 'cbc:PaymentMeansCode/@name', 'ram:Information'),
  'BT-83': term('BG-16', 'text', 'cbc:PaymentID', '../ram:PaymentReference'),
  'BG-17': term('BG-16', 'group', 'cac:PayeeFinancialAccount', 'ram:PayeePartyCreditorFinancialAccount'),
  'BT-84': term('BG-17', 'identifier', 'cbc:ID', 'ram:ProprietaryID | ram:IBANID'),
  'BT-85': term('BG-17', 'text', 'cbc:Name', 'ram:AccountName'),
  'BT-86': term(
    'BG-17',
    'identifier',
    'cac:FinancialInstitutionBranch/cbc:ID',
    '../ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID',
  ),
  'BG-18': term('BG-16', 'group', 'cac:CardAccount', 'ram:ApplicableTradeSettlementFinancialCard'),
  'BT-87': term('BG-18', 'text', 'cbc:PrimaryAccountNumberID', 'ram:ID'),
  'BT-88': term('BG-18', 'text', 'cbc:HolderName', 'ram:CardholderName'),
  'BG-19': term('BG-16', 'group', 'cac:PaymentMandate', '..'),
  'BT-89': term('BG-19', 'identifier', 'cbc:ID', 'ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID'),
  'BT-90': term(
    'BG-19',
    'identifier',
    '/*/cac:PayeeParty/cac:PartyIdentification/cbc:ID | /*/cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID',
    'ram:CreditorReferenceID',
    { where: { ubl: [is('@schemeID', 'SEPA'), is('@schemeID', 'SEPA')] } },
  ),
  'BT-91': term(
    'BG-19',
    'identifier',
    'cac:PayerFinancialAccount/cbc:ID',
    'ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerPartyDebtorFinancialAccount/ram:IBANID',
  ),

  'BG-20': term('', 'group', 'cac:AllowanceCharge', `${settlement}/ram:SpecifiedTradeAllowanceCharge`, { where: allowance }),
  'BT-92': term('BG-20', 'amount', 'cbc:Amount', 'ram:ActualAmount'),
  'BT-93': term('BG-20', 'amount', 'cbc:BaseAmount', 'ram:BasisAmount'),
  'BT-94': term('BG-20', 'percentage', 'cbc:MultiplierFactorNumeric', 'ram:CalculationPercent'),
  'BT-95': term('BG-20', 'code', 'cac:TaxCategory/cbc:ID', 'ram:CategoryTradeTax/ram:CategoryCode', { where: { ubl: valueAddedTax } }),
  'BT-96': term('BG-20', 'percentage', 'cac:TaxCategory/cbc:Percent', 'ram:CategoryTradeTax/ram:RateApplicablePercent'),
  'BT-97': term('BG-20', 'text', 'cbc:AllowanceChargeReason', 'ram:Reason'),
  'BT-98': term('BG-20', 'code', 'cbc:AllowanceChargeReasonCode', 'ram:ReasonCode'),

  'BG-21': term('', 'group', 'cac:AllowanceCharge', `${settlement}/ram:SpecifiedTradeAllowanceCharge`, { where: charge }),
  'BT-99': term('BG-21', 'amount', 'cbc:Amount', 'ram:ActualAmount'),
  'BT-100': term('BG-21', 'amount', 'cbc:BaseAmount', 'ram:BasisAmount'),
  'BT-101': term('BG-21', 'percentage', 'cbc:MultiplierFactorNumeric', 'ram:CalculationPercent'),
  'BT-102': term('BG-21', 'code', 'cac:TaxCategory/cbc:ID', 'ram:CategoryTradeTax/ram:CategoryCode'),
  'BT-103': term('BG-21', 'percentage', 'cac:TaxCategory/cbc:Percent', 'ram:CategoryTradeTax/ram:RateApplicablePercent'),
  'BT-104': term('BG-21', 'text', 'cbc:AllowanceChargeReason', 'ram:Reason'),
  'BT-105': term('BG-21', 'code', 'cbc:AllowanceChargeReasonCode', 'ram:ReasonCode'),

  'BG-22': term('', 'group', 'cac:LegalMonetaryTotal', `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`),
  'BT-106': term('BG-22', 'amount', 'cbc:LineExtensionAmount', 'ram:LineTotalAmount'),
  'BT-107': term('BG-22', 'amount', 'cbc:AllowanceTotalAmount', 'ram:AllowanceTotalAmount'),
  'BT-108': term('BG-22', 'amount', 'cbc:ChargeTotalAmount', 'ram:ChargeTotalAmount'),
  'BT-109': term('BG-22', 'amount', 'cbc:TaxExclusiveAmount', 'ram:TaxBasisTotalAmount'),
  'BT-110': term('BG-22', 'amount', '../cac:TaxTotal/cbc:TaxAmount', 'ram:TaxTotalAmount', {
    where: { ubl: same('@currencyID', '/*/cbc:DocumentCurrencyCode'), cii: same('@currencyID', '../../ram:InvoiceCurrencyCode') },
  }),
  'BT-111': term('BG-22', 'amount', '../cac:TaxTotal/cbc:TaxAmount', 'ram:TaxTotalAmount', {
    where: { ubl: same('@currencyID', '/*/cbc:TaxCurrencyCode'), cii: same('@currencyID', '../../ram:TaxCurrencyCode') },
  }),
  'BT-112': term('BG-22', 'amount', 'cbc:TaxInclusiveAmount', 'ram:GrandTotalAmount'),
  'BT-113': term('BG-22', 'amount', 'cbc:PrepaidAmount', 'ram:TotalPrepaidAmount'),
  'BT-114': term('BG-22', 'amount', 'cbc:PayableRoundingAmount', 'ram:RoundingAmount'),
  'BT-115': term('BG-22', 'amount', 'cbc:PayableAmount', 'ram:DuePayableAmount'),

  'BG-23': term('', 'group', 'cac:TaxTotal/cac:TaxSubtotal', `${settlement}/ram:ApplicableTradeTax`),
  'BT-116': term('BG-23', 'amount', 'cbc:TaxableAmount', 'ram:BasisAmount'),
  'BT-117': term('BG-23', 'amount', 'cbc:TaxAmount', 'ram:CalculatedAmount'),
  'BT-118': term('BG-23', 'code', 'cac:TaxCategory/cbc:ID', 'ram:CategoryCode', { where: { ubl: valueAddedTax } }),
  'BT-119': term('BG-23', 'percentage', 'cac:TaxCategory/cbc:Percent', 'ram:RateApplicablePercent'),
  'BT-120': term('BG-23', 'text', 'cac:TaxCategory/cbc:TaxExemptionReason', 'ram:ExemptionReason'),
  'BT-121': term('BG-23', 'code', 'cac:TaxCategory/cbc:TaxExemptionReasonCode', 'ram:ExemptionReasonCode'),

  'BG-24': term('', 'group', 'cac:AdditionalDocumentReference', `${agreement}/ram:AdditionalReferencedDocument`, {
    where: { creditNote: none('cbc:DocumentTypeCode', '50') },
  }),
  'BT-122': term('BG-24', 'reference', 'cbc:ID', 'ram:IssuerAssignedID', { where: { cii: is('../ram:TypeCode', '916') } }),
  'BT-123': term('BG-24', 'text', 'cbc:DocumentDescription', 'ram:Name'),
  'BT-124': term('BG-24', 'text', 'cac:Attachment/cac:ExternalReference/cbc:URI', 'ram:URIID'),
  'BT-125': term('BG-24', 'binary', 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject', 'ram:AttachmentBinaryObject'),
}
