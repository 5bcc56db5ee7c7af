// The groups and terms of the lines and of the XRechnung extension, each with its place in UBL and CII.
import { is } from '../conditions.ts'
import { type Term, term } from '../term.ts'
import { allowance, charge, day, valueAddedTax } from './places.ts'

const lineSettlement = 'ram:SpecifiedLineTradeSettlement'

export const lineTerms: Readonly<Record<string, Term>> = {
  'BG-25': term('', 'group', 'cac:InvoiceLine', 'rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem', {
    creditNote: 'cac:CreditNoteLine',
  }),
  'BT-126': term('BG-25', 'identifier', 'cbc:ID', 'ram:AssociatedDocumentLineDocument/ram:LineID'),
  'BT-127': term('BG-25', 'text', 'cbc:Note', 'ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content'),
  'BT-128': term(
    'BG-25',
    'identifier',
    'cac:DocumentReference/cbc:ID',
    `${lineSettlement}/ram:AdditionalReferencedDocument/ram:IssuerAssignedID`,
    { where: { ubl: is('../cbc:DocumentTypeCode', '130'), cii: is('../ram:TypeCode', '130') } },
  ),
  'BT-129': term('BG-25', 'quantity', 'cbc:InvoicedQuantity', 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity', {
    creditNote: 'cbc:CreditedQuantity',
  }),
  'BT-130': term('BG-25', 'code', 'cbc:InvoicedQuantity/@unitCode', 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode', {
    creditNote: 'cbc:CreditedQuantity/@unitCode',
  }),
  'BT-131': term(
    'BG-25',
    'amount',
    'cbc:LineExtensionAmount',
    `${lineSettlement}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`,
  ),
  'BT-132': term(
    'BG-25',
    'reference',
    'cac:OrderLineReference/cbc:LineID',
    'ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID',
  ),
  'BT-133': term('BG-25', 'text', 'cbc:AccountingCost', `${lineSettlement}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`),
  'BG-26': term('BG-25', 'group', 'cac:InvoicePeriod', `${lineSettlement}/ram:BillingSpecifiedPeriod`),
  'BT-134': term('BG-26', 'date', 'cbc:StartDate', 'ram:StartDateTime/udt:DateTimeString', day),
  'BT-135': term('BG-26', 'date', 'cbc:EndDate', 'ram:EndDateTime/udt:DateTimeString', day),
  'BG-27': term('BG-25', 'group', 'cac:AllowanceCharge', `${lineSettlement}/ram:SpecifiedTradeAllowanceCharge`, { where: allowance }),
  'BT-136': term('BG-27', 'amount', 'cbc:Amount', 'ram:ActualAmount'),
  'BT-137': term('BG-27', 'amount', 'cbc:BaseAmount', 'ram:BasisAmount'),
  'BT-138': term('BG-27', 'percentage', 'cbc:MultiplierFactorNumeric', 'ram:CalculationPercent'),
  'BT-139': term('BG-27', 'text', 'cbc:AllowanceChargeReason', 'ram:Reason'),
  'BT-140': term('BG-27', 'code', 'cbc:AllowanceChargeReasonCode', 'ram:ReasonCode'),
  'BG-28': term('BG-25', 'group', 'cac:AllowanceCharge', `${lineSettlement}/ram:SpecifiedTradeAllowanceCharge`, { where: charge }),
  'BT-141': term('BG-28', 'amount', 'cbc:Amount', 'ram:ActualAmount'),
  'BT-142': term('BG-28', 'amount', 'cbc:BaseAmount', 'ram:BasisAmount'),
  'BT-143': term('BG-28', 'percentage', 'cbc:MultiplierFactorNumeric', 'ram:CalculationPercent'),
  'BT-144': term('BG-28', 'text', 'cbc:AllowanceChargeReason', 'ram:Reason'),
  'BT-145': term('BG-28', 'code', 'cbc:AllowanceChargeReasonCode', 'ram:ReasonCode'),
  'BG-29': term('BG-25', 'group', 'cac:Price', 'ram:SpecifiedLineTradeAgreement'),
  'BT-146': term('BG-29', 'unit price', 'cbc:PriceAmount', 'ram:NetPriceProductTradePrice/ram:ChargeAmount'),
  'BT-147': term(
    'BG-29',
    'unit price',
    'cac:AllowanceCharge/cbc:Amount',
    'ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualAmount',
    { where: { ubl: is('../cbc:ChargeIndicator', 'false') } },
  ),
  'BT-148': term('BG-29', 'unit price', 'cac:AllowanceCharge/cbc:BaseAmount', 'ram:GrossPriceProductTradePrice/ram:ChargeAmount', {
    where: { ubl: is('../cbc:ChargeIndicator', 'false') },
  }),
  'BT-149': term(
    'BG-29',
    'quantity',
    'cbc:BaseQuantity',
    'ram:GrossPriceProductTradePrice/ram:BasisQuantity | ram:NetPriceProductTradePrice/ram:BasisQuantity',
    { several: 'first' },
  ),
  'BT-150': term(
    'BG-29',
    'code',
    'cbc:BaseQuantity/@unitCode',
    'ram:GrossPriceProductTradePrice/ram:BasisQuantity/@unitCode | ram:NetPriceProductTradePrice/ram:BasisQuantity/@unitCode',
    { several: 'first' },
  ),
  'BG-30': term('BG-25', 'group', 'cac:Item/cac:ClassifiedTaxCategory', `${lineSettlement}/ram:ApplicableTradeTax`),
  'BT-151': term('BG-30', 'code', 'cbc:ID', 'ram:CategoryCode', { where: { creditNote: valueAddedTax } }),
  'BT-152': term('BG-30', 'percentage', 'cbc:Percent', 'ram:RateApplicablePercent'),
  'BG-31': term('BG-25', 'group', 'cac:Item', 'ram:SpecifiedTradeProduct'),
  'BT-153': term('BG-31', 'text', 'cbc:Name', 'ram:Name'),
  'BT-154': term('BG-31', 'text', 'cbc:Description', 'ram:Description'),
  'BT-155': term('BG-31', 'identifier', 'cac:SellersItemIdentification/cbc:ID', 'ram:SellerAssignedID'),
  'BT-156': term('BG-31', 'identifier', 'cac:BuyersItemIdentification/cbc:ID', 'ram:BuyerAssignedID'),
  'BT-157': term('BG-31', 'identifier', 'cac:StandardItemIdentification/cbc:ID', 'ram:GlobalID'),
  'BT-158': term(
    'BG-31',
    'identifier',
    'cac:CommodityClassification/cbc:ItemClassificationCode',
    'ram:DesignatedProductClassification/ram:ClassCode',
  ),
  'BT-159': term('BG-31', 'code', 'cac:OriginCountry/cbc:IdentificationCode', 'ram:OriginTradeCountry/ram:ID'),
  'BG-32': term('BG-31', 'group', 'cac:AdditionalItemProperty', 'ram:ApplicableProductCharacteristic'),
  'BT-160': term('BG-32', 'text', 'cbc:Name', 'ram:Description'),
  'BT-161': term('BG-32', 'text', 'cbc:Value', 'ram:Value'),

  // XRechnung extension: lines under lines to any depth, and payments by third parties. CII has no place for either.
  'BG-DEX-01': term('BG-25', 'group', 'cac:SubInvoiceLine', undefined, { creditNote: 'cac:SubCreditNoteLine', like: 'BG-25' }),
  'BG-DEX-05': term('BG-DEX-01', 'group', 'cac:InvoicePeriod', undefined, { like: 'BG-26' }),
  'BG-DEX-03': term('BG-DEX-01', 'group', 'cac:AllowanceCharge', undefined, { like: 'BG-27', where: { ubl: allowance.ubl } }),
  'BG-DEX-04': term('BG-DEX-01', 'group', 'cac:AllowanceCharge', undefined, { like: 'BG-28', where: { ubl: charge.ubl } }),
  'BG-DEX-07': term('BG-DEX-01', 'group', 'cac:Price', undefined, { like: 'BG-29' }),
  'BG-DEX-06': term('BG-DEX-01', 'group', 'cac:Item/cac:ClassifiedTaxCategory', undefined, { like: 'BG-30' }),
  'BG-DEX-02': term('BG-DEX-01', 'group', 'cac:Item', undefined, { like: 'BG-31' }),
  'BG-DEX-08': term('BG-DEX-02', 'group', 'cac:AdditionalItemProperty', undefined, { like: 'BG-32' }),
  'BG-DEX-09': term('', 'group', 'cac:PrepaidPayment', undefined),
  'BT-DEX-001': term('BG-DEX-09', 'text', 'cbc:ID', undefined),
  'BT-DEX-002': term('BG-DEX-09', 'amount', 'cbc:PaidAmount', undefined),
  'BT-DEX-003': term('BG-DEX-09', 'text', 'cbc:InstructionID', undefined),
}
