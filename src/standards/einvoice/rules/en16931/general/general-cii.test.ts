// The general rules in CII: each is seen broken by a small change of our sample, and only what the change concerns.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brokenRules, type Case, type Change, neverBroken } from '../../../testing/general-rules.ts'

const element = (name: string, inside: string) => `<ram:${name}>${inside}</ram:${name}>`
const allowance = (inside: string, indicator = 'false') =>
  element('SpecifiedTradeAllowanceCharge', element('ChargeIndicator', `<udt:Indicator>${indicator}</udt:Indicator>`) + inside)
const category = element(
  'CategoryTradeTax',
  '<ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>7</ram:RateApplicablePercent>',
)
const reason = element('Reason', 'Treue')
const amount = (value: string) => element('ActualAmount', value)
const period = (start: string, end: string, format = '102') =>
  element(
    'BillingSpecifiedPeriod',
    element('StartDateTime', `<udt:DateTimeString format="${format}">${start}</udt:DateTimeString>`) +
      element('EndDateTime', `<udt:DateTimeString format="102">${end}</udt:DateTimeString>`),
  )
const address = element('PostalTradeAddress', element('CountryID', 'DE'))

const before =
  (anchor: string) =>
  (inside: string): Change => [anchor, inside + anchor]
const inSettlement = before('<ram:SpecifiedTradePaymentTerms>')
const inLineSettlement = before('<ram:SpecifiedTradeSettlementLineMonetarySummation>')
const inAgreement = before('</ram:ApplicableHeaderTradeAgreement>')
const inDelivery = before('<ram:ActualDeliverySupplyChainEvent>')
const inProduct = before('<ram:Name>Linden')
const inTotals = before('<ram:TaxBasisTotalAmount>')
const inTax = before('<ram:BasisAmount>')
const inMeans = before('<ram:PayeePartyCreditorFinancialAccount>')
const inSeller = before('<ram:Name>Gärtnerei Grün')
const inTaxCurrency = (code: string): Change => [
  '<ram:InvoiceCurrencyCode>',
  `<ram:TaxCurrencyCode>${code}</ram:TaxCurrencyCode><ram:InvoiceCurrencyCode>`,
]
const grandTotal: Change = ['<ram:GrandTotalAmount>107.00</ram:GrandTotalAmount>', '']
const vatId = element('SpecifiedTaxRegistration', '<ram:ID schemeID="VA">DE1</ram:ID>')

const invoiceCases: readonly Case[] = [
  [''],
  ['BR-01', ['urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0', ' ']],
  ['BR-02', ['<ram:ID>R-2</ram:ID>', '']],
  ['BR-03', ['format="102">20261102', 'format="610">202611']],
  ['BR-04', ['<ram:TypeCode>380</ram:TypeCode>', '']],
  ['BR-05', ['<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>', '']],
  ['BR-06', ['<ram:Name>Gärtnerei Grün</ram:Name>', '']],
  ['BR-07', ['<ram:Name>Stadt Ilmenau</ram:Name>', '']],
  ['BR-08 BR-09 BR-10 BR-11', ['PostalTradeAddress>', 'OtherAddress>']],
  ['BR-09 BR-11', ['<ram:CountryID>DE</ram:CountryID>', '']],
  ['BR-16 BR-CO-10', ['IncludedSupplyChainTradeLineItem>', 'OtherLine>']],
  ['BR-53', inTaxCurrency('EUR')],
  ['BR-62 BR-63', ['<ram:URIID schemeID="EM">', '<ram:URIID>']],
  ['BR-CO-03', inTax('<ram:TaxPointDate/><ram:DueDateTypeCode>5</ram:DueDateTypeCode>')],
  ['BR-52', inAgreement('<ram:AdditionalReferencedDocument/>')],
  ['BR-55', before('</ram:ApplicableHeaderTradeSettlement>')('<ram:InvoiceReferencedDocument/>')],
  ['BR-57', inDelivery(element('ShipToTradeParty', '<ram:PostalTradeAddress/>'))],
]

const partyCases: readonly Case[] = [
  ['BR-17', inSettlement('<ram:PayeeTradeParty/>')],
  ['BR-17', inSettlement(element('PayeeTradeParty', '<ram:Name>Gärtnerei Grün</ram:Name>'))],
  ['', inSettlement(element('PayeeTradeParty', '<ram:Name>Vera Treu</ram:Name>'))],
  ['BR-18 BR-19 BR-20 BR-56', inAgreement('<ram:SellerTaxRepresentativeTradeParty/>')],
  ['', inAgreement(element('SellerTaxRepresentativeTradeParty', `<ram:Name>Vera Treu</ram:Name>${address}${vatId}`))],
  ['BR-CO-09', ['DE123456789', 'E']],
  ['BR-CO-26', ['schemeID="VA"', 'schemeID="FC"']],
]

const lineCases: readonly Case[] = [
  ['BR-21', ['<ram:LineID>1</ram:LineID>', '']],
  ['BR-22 BR-23', ['<ram:BilledQuantity unitCode="H87">4</ram:BilledQuantity>', '']],
  ['BR-24 BR-CO-10', [element('SpecifiedTradeSettlementLineMonetarySummation', element('LineTotalAmount', '100.00')), '']],
  ['BR-25', ['<ram:Name>Linden</ram:Name>', '']],
  ['BR-26 BR-27', ['<ram:ChargeAmount>25.00</ram:ChargeAmount>', '']],
  ['BR-27', ['>25.00<', '>-0.00<']],
  ['BR-28', before('<ram:NetPriceProductTradePrice>')(element('GrossPriceProductTradePrice', element('ChargeAmount', '-1')))],
  ['BR-54', inProduct('<ram:ApplicableProductCharacteristic/>')],
  ['BR-64', inProduct('<ram:GlobalID>4012345000009</ram:GlobalID>')],
  ['BR-65', inProduct(element('DesignatedProductClassification', '<ram:ClassCode>0602</ram:ClassCode>'))],
  ['BR-47 BR-48 BR-CO-04 BR-CO-17', ['<ram:TypeCode>VAT<', '<ram:TypeCode>GST<']],
  [
    'BR-CO-18',
    ['<ram:ApplicableTradeTax><ram:CalculatedAmount>7.00</ram:CalculatedAmount>', '<ram:OtherTax>'],
    ['</ram:ApplicableTradeTax>\n      <ram:SpecifiedTradePaymentTerms>', '</ram:OtherTax><ram:SpecifiedTradePaymentTerms>'],
    ['currencyID="EUR">7.00', 'currencyID="EUR">0.00'],
    ['>107.00<', '>100.00<'],
  ],
  ['BR-29', inSettlement(period('20261002', '20261001'))],
  ['BR-29', inSettlement(period('202610', '20261001', '610'))],
  ['', inSettlement(period('20261002', '20261002'))],
  ['BR-CO-19', inSettlement('<ram:BillingSpecifiedPeriod/>')],
  ['BR-30', inLineSettlement(period('20261002', '20261001'))],
  ['BR-CO-20', inLineSettlement('<ram:BillingSpecifiedPeriod/>')],
]

const allowanceCases: readonly Case[] = [
  ['BR-31 BR-32 BR-33 BR-CO-11 BR-CO-21', inSettlement(allowance(''))],
  ['BR-36 BR-37 BR-38 BR-CO-12 BR-CO-22', inSettlement(allowance('', 'true'))],
  // As text '0' is no allowance, as a truth value it is one.
  ['BR-CO-11', inSettlement(allowance('', '0'))],
  ['BR-41 BR-42 BR-CO-23', inLineSettlement(allowance(''))],
  ['BR-43 BR-44 BR-CO-24', inLineSettlement(allowance('', 'true'))],
  ['BR-CO-11 BR-DEC-01 BR-DEC-02', inSettlement(allowance(element('BasisAmount', '1.001') + amount('0.000') + reason + category))],
  ['BR-CO-12 BR-DEC-05 BR-DEC-06', inSettlement(allowance(element('BasisAmount', '1.001') + amount('0.000') + reason + category, 'true'))],
  ['BR-DEC-24 BR-DEC-25', inLineSettlement(allowance(element('BasisAmount', '1.001') + amount('0.000') + reason))],
  ['BR-DEC-27 BR-DEC-28', inLineSettlement(allowance(element('BasisAmount', '1.001') + amount('0.000') + reason, 'true'))],
]

const totalCases: readonly Case[] = [
  [
    'BR-12 BR-CO-10 BR-CO-13',
    [
      '<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>100.00</ram:LineTotalAmount>',
      '<ram:SpecifiedTradeSettlementHeaderMonetarySummation>',
    ],
  ],
  ['BR-13 BR-CO-13 BR-CO-15', ['<ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount>', '']],
  ['BR-14 BR-CO-15 BR-CO-16', grandTotal],
  ['BR-15 BR-CO-16', ['<ram:DuePayableAmount>107.00</ram:DuePayableAmount>', '']],
  // The exact binary value of the double 1163.405 lies below it, so that it is rounded down.
  [
    'BR-CO-10 BR-DEC-23',
    [
      '<ram:LineTotalAmount>100.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLine',
      '<ram:LineTotalAmount>1163.405</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLine',
    ],
    ['<ram:LineTotalAmount>100.00', '<ram:LineTotalAmount>1163.41'],
    ['<ram:TaxBasisTotalAmount>100.00', '<ram:TaxBasisTotalAmount>1163.41'],
    ['>107.00<', '>1170.41<'],
  ],
  ['BR-CO-11 BR-CO-12 BR-CO-13', inTotals(element('ChargeTotalAmount', '1') + element('AllowanceTotalAmount', '2'))],
  ['BR-CO-11 BR-CO-12', inTotals(element('ChargeTotalAmount', '-0.00') + element('AllowanceTotalAmount', '-0.0'))],
  ['', inTotals(element('ChargeTotalAmount', '-0') + element('AllowanceTotalAmount', '-0'))],
  ['BR-CO-16', inTotals(element('RoundingAmount', '1') + element('TotalPrepaidAmount', '7'))],
  ['', inTotals(element('RoundingAmount', '7') + element('TotalPrepaidAmount', '7.00'))],
  ['BR-CO-14', ['currencyID="EUR">7.00', 'currencyID="EUR">7.01'], ['>107.00<', '>107.01<']],
  ['BR-CO-25', ['<ram:SpecifiedTradePaymentTerms><ram:Description>30 Tage netto</ram:Description>', '<ram:SpecifiedTradePaymentTerms>']],
  ['BR-DEC-09 BR-DEC-23', ['<ram:LineTotalAmount>100.00', '<ram:LineTotalAmount>100.000']],
  [
    'BR-DEC-10 BR-DEC-11 BR-DEC-16 BR-DEC-17',
    inTotals(
      ['ChargeTotalAmount', 'AllowanceTotalAmount', 'RoundingAmount', 'TotalPrepaidAmount'].map((name) => element(name, '0.000')).join(''),
    ),
  ],
  ['BR-DEC-12 BR-DEC-14 BR-DEC-18', ['<ram:TaxBasisTotalAmount>100.00', '<ram:TaxBasisTotalAmount>100.000'], ['>107.00<', '>107.000<']],
  ['BR-CO-14 BR-DEC-13', ['currencyID="EUR">7.00', 'currencyID="EUR">7.001']],
  ['BR-53 BR-DEC-15', inTaxCurrency('CHF')],
  ['BR-45 BR-CO-17', ['<ram:BasisAmount>100.00</ram:BasisAmount>', '']],
  ['BR-46 BR-CO-14 BR-CO-17', ['<ram:CalculatedAmount>7.00</ram:CalculatedAmount>', '']],
  ['BR-47', ['</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode>', '</ram:BasisAmount>']],
  [
    'BR-48 BR-CO-17',
    [
      '</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>7</ram:RateApplicablePercent>',
      '</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode>',
    ],
  ],
  // One unit is within bounds here, unlike in UBL.
  [
    '',
    [
      '</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>7<',
      '</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>8<',
    ],
  ],
  // A breakdown in category L is taken by the rules of that category.
  ['', ['<ram:CategoryCode>S<', '<ram:CategoryCode>L<'], ['<ram:BasisAmount>100.00</ram:BasisAmount>', '']],
  [
    'BR-DEC-19 BR-DEC-20',
    ['<ram:BasisAmount>100.00', '<ram:BasisAmount>100.000'],
    ['<ram:CalculatedAmount>7.00', '<ram:CalculatedAmount>7.000'],
  ],
]

const paymentCases: readonly Case[] = [
  ['BR-49', ['<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode>', '<ram:SpecifiedTradeSettlementPaymentMeans>']],
  ['BR-50 BR-61', ['<ram:IBANID>DE02120300000000202051</ram:IBANID>', '']],
  ['BR-51', inMeans(element('ApplicableTradeSettlementFinancialCard', '<ram:ID> 123456789 </ram:ID>'))],
]

const codeCases: readonly Case[] = [
  ['BR-CL-01', ['>380<', '>999<']],
  ['BR-CL-03 BR-CL-04', ['"EUR"', '"XYZ"'], ['>EUR<', '>XYZ<']],
  ['BR-53 BR-CL-05 BR-DEC-15', inTaxCurrency('XYZ')],
  ['BR-CL-06', inTax('<ram:DueDateTypeCode>35</ram:DueDateTypeCode>')],
  [
    'BR-CL-07',
    inAgreement(
      element(
        'AdditionalReferencedDocument',
        '<ram:IssuerAssignedID>1</ram:IssuerAssignedID><ram:ReferenceTypeCode>QQQ</ram:ReferenceTypeCode>',
      ),
    ),
  ],
  ['BR-CL-08', before('<ram:IssueDateTime>')(element('IncludedNote', '<ram:SubjectCode>QQQ</ram:SubjectCode>'))],
  ['BR-CL-10', inSeller('<ram:GlobalID schemeID="SEPA">1</ram:GlobalID>')],
  ['BR-CL-11', inSeller('<ram:ID schemeID="HRB">1</ram:ID>')],
  ['BR-CL-13', inProduct(element('DesignatedProductClassification', '<ram:ClassCode listID="QQQ">1</ram:ClassCode>'))],
  ['BR-CL-14', ['>DE<', '>SS<']],
  ['', ['>DE<', '>AN<']],
  ['BR-CL-15', inProduct(element('OriginTradeCountry', '<ram:ID>SS</ram:ID>'))],
  // With a scheme it is an identifier to an earlier context, not a country.
  ['BR-CL-11', inProduct(element('OriginTradeCountry', '<ram:ID schemeID="X">SS</ram:ID>'))],
  ['BR-CL-16', ['>58<', '>71<']],
  [
    'BR-CL-17',
    inSettlement(allowance(amount('0') + reason + category.replace('>S<', '>Q<'), '0')),
    inTotals(element('AllowanceTotalAmount', '0')),
  ],
  ['BR-CL-18', ['<ram:CategoryCode>S<', '<ram:CategoryCode>Q<']],
  ['BR-CL-19', inLineSettlement(allowance(amount('0') + element('ReasonCode', '43')))],
  ['BR-CL-20', inLineSettlement(allowance(amount('0') + element('ReasonCode', '41'), '1'))],
  ['BR-CL-21', inProduct('<ram:GlobalID schemeID="9930">1</ram:GlobalID>')],
  ['BR-CL-22', inTax('<ram:ExemptionReasonCode>VATEX-EU</ram:ExemptionReasonCode>')],
  ['BR-CL-23', ['unitCode="H87"', 'unitCode="Stück"']],
  [
    'BR-CL-24',
    inAgreement(
      element(
        'AdditionalReferencedDocument',
        '<ram:IssuerAssignedID>1</ram:IssuerAssignedID><ram:AttachmentBinaryObject mimeCode="text/html"/>',
      ),
    ),
  ],
  ['BR-CL-25', ['schemeID="EM"', 'schemeID="MAIL"']],
  ['BR-CL-26', inDelivery(element('ShipToTradeParty', '<ram:GlobalID schemeID="EM">1</ram:GlobalID>'))],
]

const cases = [...invoiceCases, ...partyCases, ...lineCases, ...allowanceCases, ...totalCases, ...paymentCases, ...codeCases]

test('each change of a CII invoice breaks just the general rules that it concerns', () => {
  for (const [ids, ...changes] of cases) assert.equal(brokenRules('cii', '1.3.15', changes), ids, JSON.stringify(changes))
})

test('no general rule of CII has never been seen broken', () => {
  assert.deepEqual(neverBroken('cii', '1.3.15', cases), [])
})

test('1.3.16 differs from 1.3.15 in CII where it says so', () => {
  const twice = (name: string): Change => [`<ram:${name}>107.00</ram:${name}>`, `<ram:${name}>107.00</ram:${name}>`.repeat(2)]
  const representative = inAgreement(
    element('SellerTaxRepresentativeTradeParty', `<ram:Name/><ram:PostalTradeAddress><ram:CountryID/></ram:PostalTradeAddress>${vatId}`),
  )
  const differences: readonly (readonly [old: string, now: string, ...changes: readonly Change[]])[] = [
    [
      'BR-CO-25',
      '',
      ['<ram:SpecifiedTradePaymentTerms><ram:Description>30 Tage netto</ram:Description>', '<ram:SpecifiedTradePaymentTerms>'],
    ],
    ['BR-CL-14', 'BR-18 BR-20 BR-CL-14', representative],
    ['', 'BR-50', ['DE02120300000000202051', ' ']],
    ['BR-51', '', inMeans(element('ApplicableTradeSettlementFinancialCard', '<ram:ID> 123456789 </ram:ID>'))],
    // Several amounts are an error of the rule itself, or the first one counts; casts of the decimals' rules still fail.
    ['undefined', '', inLineSettlement(allowance(amount('1') + amount('2.005') + reason))],
    [
      'undefined',
      'BR-CO-11 BR-CO-13',
      inSettlement(allowance(amount('1') + amount('2') + reason + category)),
      inTotals(element('AllowanceTotalAmount', '3')),
    ],
    ['undefined', 'undefined', twice('GrandTotalAmount')],
    ['BR-CL-10', '', inSeller('<ram:GlobalID schemeID="0244">1</ram:GlobalID>')],
  ]
  for (const [old, now, ...changes] of differences) {
    assert.equal(brokenRules('cii', '1.3.15', changes), old, JSON.stringify(changes))
    assert.equal(brokenRules('cii', '1.3.16', changes), now, JSON.stringify(changes))
  }
})
