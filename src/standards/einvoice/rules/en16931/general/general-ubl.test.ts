// The general rules in UBL: each is seen broken by a small change of our sample, and only what the change concerns.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brokenRules, type Case, type Change, neverBroken } from '../../../testing/general-rules.ts'

const allowance = (inside: string, indicator = 'false') =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator>${inside}</cac:AllowanceCharge>`
const category =
  '<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>7</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>'
const reason = '<cbc:AllowanceChargeReason>Treue</cbc:AllowanceChargeReason>'
const zero = '<cbc:Amount currencyID="EUR">0</cbc:Amount>'

const inInvoice = (inside: string): Change => ['<cac:TaxTotal>', `${inside}<cac:TaxTotal>`]
const inTerms = (inside: string): Change => ['<cac:Delivery>', `${inside}<cac:Delivery>`]
const inLine = (inside: string): Change => ['<cac:Item>', `${inside}<cac:Item>`]
const inItem = (inside: string): Change => ['<cac:ClassifiedTaxCategory>', `${inside}<cac:ClassifiedTaxCategory>`]
const inTotals = (inside: string): Change => ['<cac:LegalMonetaryTotal>', `<cac:LegalMonetaryTotal>${inside}`]
const inPayment = (inside: string): Change => ['<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>', inside]
const amount = (name: string, value: string) => `<cbc:${name} currencyID="EUR">${value}</cbc:${name}>`
const representative = (inside: string) => inTerms(`<cac:TaxRepresentativeParty>${inside}</cac:TaxRepresentativeParty>`)
const address = '<cac:PostalAddress><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>'
const vatId =
  '<cac:PartyTaxScheme><cbc:CompanyID>DE1</cbc:CompanyID><cac:TaxScheme><cbc:ID>vat</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>'
const name = '<cac:PartyName><cbc:Name>Vera Treu</cbc:Name></cac:PartyName>'

const invoiceCases: readonly Case[] = [
  [''],
  ['BR-01', ['CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0<', 'CustomizationID> <']],
  ['BR-02', ['<cbc:ID>R-1<', '<cbc:ID>\t<']],
  ['BR-03', ['<cbc:IssueDate>2026-11-02</cbc:IssueDate>', '']],
  ['BR-04', ['<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>', '']],
  ['BR-05', ['<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>', '']],
  ['BR-06', ['>Gärtnerei Grün<', '> <']],
  ['BR-07', ['<cac:PartyLegalEntity><cbc:RegistrationName>Stadt Ilmenau</cbc:RegistrationName></cac:PartyLegalEntity>', '']],
  ['BR-08 BR-10', ['cac:PostalAddress>', 'cac:PhysicalLocation>']],
  ['BR-09 BR-11', ['<cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country>', '']],
  ['BR-16 BR-CO-10', ['cac:InvoiceLine>', 'cac:SubInvoiceLine>']],
  ['BR-53', ['</cbc:DocumentCurrencyCode>', '</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>CHF</cbc:TaxCurrencyCode>']],
  ['BR-62 BR-63', [' schemeID="EM"', '']],
  [
    'BR-CO-03',
    ['<cbc:DocumentCurrencyCode>', '<cbc:TaxPointDate>2026-11-02</cbc:TaxPointDate><cbc:DocumentCurrencyCode>'],
    inTerms('<cac:InvoicePeriod><cbc:DescriptionCode>35</cbc:DescriptionCode></cac:InvoicePeriod>'),
  ],
  ['BR-52', inTerms('<cac:AdditionalDocumentReference><cbc:ID> </cbc:ID></cac:AdditionalDocumentReference>')],
  ['BR-55', inTerms('<cac:BillingReference/>')],
  ['BR-57', ['<cac:Delivery>', '<cac:Delivery><cac:DeliveryLocation><cac:Address/></cac:DeliveryLocation>']],
  ['BR-CL-08', ['<cbc:DocumentCurrencyCode>', '<cbc:Note>#QQQ#Lieferung</cbc:Note><cbc:DocumentCurrencyCode>']],
  [
    '',
    [
      '<cbc:DocumentCurrencyCode>',
      '<cbc:Note>#A A#zwei</cbc:Note><cbc:Note>#1234#</cbc:Note><cbc:Note>Nr. #1</cbc:Note><cbc:DocumentCurrencyCode>',
    ],
  ],
]

const partyCases: readonly Case[] = [
  ['BR-17', inTerms('<cac:PayeeParty/>')],
  ['BR-17', ['<cac:PartyTaxScheme>', `${name}<cac:PartyTaxScheme>`], inTerms(`<cac:PayeeParty>${name}</cac:PayeeParty>`)],
  ['', inTerms(`<cac:PayeeParty>${name}</cac:PayeeParty>`)],
  ['BR-18 BR-19 BR-56', representative('')],
  ['BR-20', representative(`${name}<cac:PostalAddress/>${vatId}`)],
  ['', representative(name + address + vatId)],
  ['BR-CO-09', ['DE123456789', 'QQ123456789']],
  ['', ['DE123456789', 'E ']],
  ['BR-CO-26', ['DE123456789</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT', 'DE123456789</cbc:CompanyID><cac:TaxScheme><cbc:ID>FC']],
]

const lineCases: readonly Case[] = [
  ['BR-21 BR-22 BR-23', ['<cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="H87">4</cbc:InvoicedQuantity>', '']],
  ['BR-24 BR-CO-10', [`${amount('LineExtensionAmount', '100.00')}\n    <cac:Item>`, '<cac:Item>']],
  ['BR-25', ['<cbc:Name>Linden</cbc:Name>', '']],
  ['BR-26 BR-27', [amount('PriceAmount', '25.00'), '']],
  ['BR-27', ['>25.00<', '>-25.00<']],
  ['BR-27', ['>25.00<', '>-0.00<']],
  ['', ['>25.00<', '>-0<']],
  ['BR-28', ['</cac:Price>', `${allowance(zero + amount('BaseAmount', '-1'))}</cac:Price>`]],
  ['BR-54', inItem('<cac:AdditionalItemProperty><cbc:Name>Höhe</cbc:Name></cac:AdditionalItemProperty>')],
  ['BR-64', inItem('<cac:StandardItemIdentification><cbc:ID>4012345000009</cbc:ID></cac:StandardItemIdentification>')],
  [
    'BR-65',
    inItem('<cac:CommodityClassification><cbc:ItemClassificationCode>0602</cbc:ItemClassificationCode></cac:CommodityClassification>'),
  ],
  [
    'BR-CO-04',
    [
      '<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>7</cbc:Percent><cac:TaxScheme><cbc:ID>VAT',
      '<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>7</cbc:Percent><cac:TaxScheme><cbc:ID>GST',
    ],
  ],
  [
    'BR-29',
    inTerms('<cac:InvoicePeriod><cbc:StartDate>2026-10-02</cbc:StartDate><cbc:EndDate>2026-10-01</cbc:EndDate></cac:InvoicePeriod>'),
  ],
  [
    '',
    inTerms('<cac:InvoicePeriod><cbc:StartDate>2026-10-02+02:00</cbc:StartDate><cbc:EndDate>2026-10-02</cbc:EndDate></cac:InvoicePeriod>'),
  ],
  ['BR-CO-19', inTerms('<cac:InvoicePeriod/>')],
  [
    'BR-30',
    inLine('<cac:InvoicePeriod><cbc:StartDate>2026-10-02</cbc:StartDate><cbc:EndDate>2026-10-01</cbc:EndDate></cac:InvoicePeriod>'),
  ],
  ['BR-CO-20', inLine('<cac:InvoicePeriod/>')],
]

const allowanceCases: readonly Case[] = [
  ['BR-31 BR-32 BR-33 BR-CO-11 BR-CO-21', inInvoice(allowance(''))],
  ['BR-36 BR-37 BR-38 BR-CO-12 BR-CO-22', inInvoice(allowance('', '1'))],
  ['BR-41 BR-42 BR-CO-23', inLine(allowance(''))],
  ['BR-43 BR-44 BR-CO-24', inLine(allowance('', ' true '))],
  ['BR-CO-11 BR-DEC-01 BR-DEC-02', inInvoice(allowance(reason + category + amount('Amount', '0.000') + amount('BaseAmount', '1.00 ')))],
  [
    'BR-CO-12 BR-DEC-05 BR-DEC-06',
    inInvoice(allowance(reason + category + amount('Amount', '0.000') + amount('BaseAmount', '1.001'), 'true')),
  ],
  ['BR-DEC-24 BR-DEC-25', inLine(allowance(reason + amount('Amount', '0.000') + amount('BaseAmount', '1.001')))],
  ['BR-DEC-27 BR-DEC-28', inLine(allowance(reason + amount('Amount', '0.000') + amount('BaseAmount', '1.001'), 'true'))],
]

const totalCases: readonly Case[] = [
  ['BR-12 BR-CO-10 BR-CO-13', [`<cac:LegalMonetaryTotal>${amount('LineExtensionAmount', '100.00')}`, '<cac:LegalMonetaryTotal>']],
  ['BR-13 BR-CO-13 BR-CO-15', [amount('TaxExclusiveAmount', '100.00'), '']],
  ['BR-14 BR-CO-15 BR-CO-16', [amount('TaxInclusiveAmount', '107.00'), '']],
  ['BR-15 BR-CO-16', [amount('PayableAmount', '107.00'), '']],
  ['BR-CO-10', ['100.00</cbc:LineExtensionAmount>\n    <cac:Item>', '100.01</cbc:LineExtensionAmount>\n    <cac:Item>']],
  ['BR-CO-11 BR-CO-12 BR-CO-13', inTotals(amount('AllowanceTotalAmount', '1') + amount('ChargeTotalAmount', '2'))],
  ['BR-CO-16', inTotals(amount('PrepaidAmount', '7') + amount('PayableRoundingAmount', '1'))],
  ['', inTotals(amount('PrepaidAmount', '1.00') + amount('PayableRoundingAmount', '1.00'))],
  [
    'BR-CO-25',
    ['<cbc:DueDate>2026-12-02</cbc:DueDate>', ''],
    ['<cac:PaymentTerms><cbc:Note>30 Tage netto</cbc:Note></cac:PaymentTerms>', ''],
  ],
  [
    'BR-DEC-10 BR-DEC-11 BR-DEC-16 BR-DEC-17',
    inTotals(
      ['AllowanceTotalAmount', 'ChargeTotalAmount', 'PrepaidAmount', 'PayableRoundingAmount']
        .map((total) => amount(total, '0.000'))
        .join(''),
    ),
    inInvoice(allowance(reason + category + zero) + allowance(reason + category + zero, 'true')),
  ],
  ['BR-DEC-09 BR-DEC-23', ['100.00</cbc:LineExtensionAmount>', '100.000</cbc:LineExtensionAmount>']],
  [
    'BR-DEC-12 BR-DEC-14 BR-DEC-18',
    ['100.00</cbc:TaxExclusiveAmount>', '100.000</cbc:TaxExclusiveAmount>'],
    ['107.00</cbc:TaxInclusiveAmount>', '107.000</cbc:TaxInclusiveAmount>'],
    ['107.00</cbc:PayableAmount>', '107.000</cbc:PayableAmount>'],
  ],
  ['BR-45 BR-CO-17', [amount('TaxableAmount', '100.00'), '']],
  ['BR-46 BR-CO-14 BR-CO-17', [`${amount('TaxAmount', '7.00')}\n      <cac:TaxCategory>`, '<cac:TaxCategory>']],
  ['BR-47 BR-48 BR-CO-04 BR-CO-17 BR-CO-26', ['<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>', '<cac:TaxScheme/>']],
  ['BR-CO-14', ['<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">7.00', '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">7.001']],
  ['BR-CO-17', ['<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>7<', '<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>8<']],
  ['', ['<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>7<', '<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>7.99<']],
  ['BR-CO-18', ['cac:TaxSubtotal>', 'cac:TaxScheme>']],
  [
    'BR-DEC-19 BR-DEC-20',
    ['100.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">7.00', '100.000</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">7.000'],
  ],
]

const paymentCases: readonly Case[] = [
  ['BR-49', inPayment('<cac:PaymentMeans>')],
  ['BR-50', ['DE02120300000000202051', ' ']],
  ['BR-61', ['<cac:PayeeFinancialAccount><cbc:ID>DE02120300000000202051</cbc:ID></cac:PayeeFinancialAccount>', '']],
  ['', inPayment('<cac:PaymentMeans><cbc:PaymentMeansCode>10</cbc:PaymentMeansCode>')],
  [
    'BR-51',
    inPayment(
      '<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cac:CardAccount><cbc:PrimaryAccountNumberID>12345678901</cbc:PrimaryAccountNumberID></cac:CardAccount>',
    ),
  ],
  [
    '',
    inPayment(
      '<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cac:CardAccount><cbc:PrimaryAccountNumberID>  123456789😀 </cbc:PrimaryAccountNumberID></cac:CardAccount>',
    ),
  ],
]

const attached = (type: string) =>
  inTerms(
    `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="${type}"/></cac:Attachment></cac:AdditionalDocumentReference>`,
  )
const invoicedObject = (scheme: string) =>
  inTerms(
    `<cac:AdditionalDocumentReference><cbc:ID schemeID="${scheme}">1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>`,
  )
const sellerId = (scheme: string): Change => [
  '<cac:PartyTaxScheme>',
  `<cac:PartyIdentification><cbc:ID schemeID="${scheme}">1</cbc:ID></cac:PartyIdentification><cac:PartyTaxScheme>`,
]
const buyerId = (scheme: string): Change => [
  '<cac:PartyLegalEntity><cbc:RegistrationName>Stadt',
  `<cac:PartyIdentification><cbc:ID schemeID="${scheme}">1</cbc:ID></cac:PartyIdentification><cac:PartyLegalEntity><cbc:RegistrationName>Stadt`,
]
const itemId = (scheme: string) =>
  inItem(`<cac:StandardItemIdentification><cbc:ID schemeID="${scheme}">1</cbc:ID></cac:StandardItemIdentification>`)
const priced = (indicator: string, code: string) =>
  inInvoice(allowance(`<cbc:AllowanceChargeReasonCode>${code}</cbc:AllowanceChargeReasonCode>${category}${zero}`, indicator))

const codeCases: readonly Case[] = [
  ['BR-CL-01', ['>380<', '>381<']],
  ['', ['>380<', '> 389 <']],
  ['BR-CL-03 BR-CO-15', ['currencyID="EUR"', 'currencyID="eur"']],
  ['BR-CL-03 BR-CL-04', ['"EUR"', '"XYZ"'], ['>EUR<', '>XYZ<']],
  ['BR-53 BR-CL-05', ['</cbc:DocumentCurrencyCode>', '</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode/>']],
  ['BR-CL-06', inTerms('<cac:InvoicePeriod><cbc:DescriptionCode>29</cbc:DescriptionCode></cac:InvoicePeriod>')],
  ['BR-CL-07', invoicedObject('XXX')],
  ['', invoicedObject('AAA')],
  ['BR-CL-10', sellerId('9930')],
  ['', sellerId('SEPA')],
  ['BR-CL-10', buyerId('SEPA')],
  ['BR-CL-11', ['</cbc:RegistrationName>', '</cbc:RegistrationName><cbc:CompanyID schemeID="HRB">1</cbc:CompanyID>']],
  [
    'BR-CL-13',
    inItem(
      '<cac:CommodityClassification><cbc:ItemClassificationCode listID="QQQ">1</cbc:ItemClassificationCode></cac:CommodityClassification>',
    ),
  ],
  ['BR-CL-14', ['<cbc:IdentificationCode>DE', '<cbc:IdentificationCode>EL']],
  ['', ['<cbc:IdentificationCode>DE', '<cbc:IdentificationCode>SS']],
  ['BR-CL-15', inItem('<cac:OriginCountry><cbc:IdentificationCode>AN</cbc:IdentificationCode></cac:OriginCountry>')],
  ['BR-CL-16', inPayment('<cac:PaymentMeans><cbc:PaymentMeansCode>71</cbc:PaymentMeansCode>')],
  ['BR-CL-17 BR-CL-18', ['<cbc:ID>S<', '<cbc:ID>Q<']],
  ['BR-CL-19 BR-CO-11', priced('false', '43')],
  ['BR-CL-20 BR-CO-12', priced('true', '41')],
  ['BR-CL-21', itemId('9930')],
  [
    'BR-CL-22',
    [
      '<cbc:Percent>7</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>',
      '<cbc:Percent>7</cbc:Percent><cbc:TaxExemptionReasonCode>VATEX-EU</cbc:TaxExemptionReasonCode><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>',
    ],
  ],
  [
    '',
    [
      '<cbc:Percent>7</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>',
      '<cbc:Percent>7</cbc:Percent><cbc:TaxExemptionReasonCode>vatex-eu-132</cbc:TaxExemptionReasonCode><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>',
    ],
  ],
  ['BR-CL-23', ['unitCode="H87"', 'unitCode="Stück"']],
  ['BR-CL-24', attached('text/html')],
  ['BR-CL-24', attached(' text/csv')],
  ['', attached('text/csv')],
  ['BR-CL-25', ['schemeID="EM"', 'schemeID="MAIL"']],
  ['BR-CL-26', ['<cac:Delivery>', '<cac:Delivery><cac:DeliveryLocation><cbc:ID schemeID="EM">1</cbc:ID></cac:DeliveryLocation>']],
]

const cases = [...invoiceCases, ...partyCases, ...lineCases, ...allowanceCases, ...totalCases, ...paymentCases, ...codeCases]

test('each change of a UBL invoice breaks just the general rules that it concerns', () => {
  for (const [ids, ...changes] of cases) assert.equal(brokenRules('ubl', '1.3.15', changes), ids, JSON.stringify(changes))
})

test('no general rule of UBL has never been seen broken', () => {
  assert.deepEqual(neverBroken('ubl', '1.3.15', cases), [])
})

test('1.3.16 differs from 1.3.15 in UBL where it says so', () => {
  const differences: readonly (readonly [old: string, now: string, ...changes: readonly Change[]])[] = [
    [
      'BR-CO-25',
      '',
      ['<cbc:DueDate>2026-12-02</cbc:DueDate>', ''],
      ['<cac:PaymentTerms><cbc:Note>30 Tage netto</cbc:Note></cac:PaymentTerms>', ''],
    ],
    ['', 'BR-CO-26', ['<cbc:CompanyID>DE123456789</cbc:CompanyID>', ''], sellerId('SEPA')],
    ['BR-CL-10', '', sellerId('0244')],
    ['BR-CL-21', '', itemId('0248')],
    ['', 'BR-CL-01', ['>380<', '>502<']],
    ['', 'BR-CL-03 BR-CL-04', ['"EUR"', '"BGN"'], ['>EUR<', '>BGN<']],
    ['BR-CL-25', '', ['schemeID="EM"', 'schemeID="0242"']],
  ]
  for (const [old, now, ...changes] of differences) {
    assert.equal(brokenRules('ubl', '1.3.15', changes), old)
    assert.equal(brokenRules('ubl', '1.3.16', changes), now)
  }
})

test('two texts where one is asked for leave the verdict undefined', () => {
  assert.equal(
    brokenRules('ubl', '1.3.15', [
      ['</cac:PartyLegalEntity>', '</cac:PartyLegalEntity><cac:PartyLegalEntity><cbc:RegistrationName/></cac:PartyLegalEntity>'],
    ]),
    'undefined',
  )
})
