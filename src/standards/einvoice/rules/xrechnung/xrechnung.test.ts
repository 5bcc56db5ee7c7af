// The rules of XRechnung fire where they should and nowhere else: small invoices of our own, broken one place at a time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from '../../scenarios/judge.ts'
import { extensionSpecification, following, sampleInvoice, vehicleSpecification } from '../../testing/sample-invoices.ts'
import { isIban } from './iban.ts'

type Change = readonly [string, string]

/** The rules of XRechnung that fire, each once, in alphabetical order. */
function fired(syntax: 'ubl' | 'cii', ...changes: readonly Change[]): readonly string[] {
  const { findings, verdict } = judge(sampleInvoice(syntax, ...changes), { steps: ['xrechnung'] })
  if (verdict === 'undefined') return ['undecided']
  return [...new Set(findings.map(({ rule }) => rule))].sort()
}

const without = (text: string): Change => [text, '']

test('the sample invoices break no rule', () => {
  assert.deepEqual(fired('ubl'), [])
  assert.deepEqual(fired('cii'), [])
})

test('what must be filled is told by its own rule in both syntaxes', () => {
  const cases: readonly (readonly [string, Change, Change])[] = [
    [
      'BR-DE-15',
      without('<cbc:BuyerReference>16070029-0001-75</cbc:BuyerReference>'),
      without('<ram:BuyerReference>16070029-0001-75</ram:BuyerReference>'),
    ],
    ['BR-DE-3', without('<cbc:CityName>Arnstadt</cbc:CityName>'), without('<ram:CityName>Arnstadt</ram:CityName>')],
    ['BR-DE-4', without('<cbc:PostalZone>99310</cbc:PostalZone>'), without('<ram:PostcodeCode>99310</ram:PostcodeCode>')],
    ['BR-DE-8', without('<cbc:CityName>Ilmenau</cbc:CityName>'), without('<ram:CityName>Ilmenau</ram:CityName>')],
    ['BR-DE-9', without('<cbc:PostalZone>98693</cbc:PostalZone>'), without('<ram:PostcodeCode>98693</ram:PostcodeCode>')],
    ['BR-DE-5', without('<cbc:Name>Rosa Grün</cbc:Name>'), without('<ram:PersonName>Rosa Grün</ram:PersonName>')],
  ]
  for (const [rule, ubl, cii] of cases) {
    assert.deepEqual(fired('ubl', ubl), [rule])
    assert.deepEqual(fired('cii', cii), [rule])
  }
})

test('both parties need an electronic address', () => {
  assert.deepEqual(fired('ubl', without('<cbc:EndpointID schemeID="EM">rechnung@ilmenau.example</cbc:EndpointID>')), [
    'PEPPOL-EN16931-R010',
  ])
  assert.deepEqual(fired('cii', without('<ram:URIID schemeID="EM">rechnung@gaertnerei.example</ram:URIID>')), [
    'PEPPOL-EN16931-R008',
    'PEPPOL-EN16931-R020',
  ])
})

test('telephone and e-mail are looked at more closely than for being there', () => {
  assert.deepEqual(fired('ubl', ['03628 100200', '12 keine']), ['BR-DE-27'])
  assert.deepEqual(fired('ubl', ['03628 100200', '1-1-0']), [])
  for (const wrong of ['rosa', 'rosa@gaertnerei', 'a@b@c.de', 'a @c.de', 'a@c.de.', 'a@.de'])
    assert.deepEqual(fired('cii', ['rosa@gaertnerei.example', wrong]), ['BR-DE-28'], wrong)
})

test('an IBAN needs right check digits where SEPA is asked for, and only there', () => {
  const wrong: Change = ['DE02120300000000202051', 'DE03120300000000202051']
  assert.deepEqual(fired('ubl', wrong), ['BR-DE-19'])
  assert.deepEqual(fired('cii', wrong), ['BR-DE-19'])
  assert.deepEqual(fired('ubl', wrong, ['>58<', '>30<']), [])
  assert.equal(isIban('DE02 1203 0000 0000 2020 51'), true)
  assert.equal(isIban('GB29NWBK60161331926819'), true)
  // A small letter counts as another number than its capital, as in the official rule.
  assert.equal(isIban('GB29nwbk60161331926819'), false)
  assert.equal(isIban('de02120300000000202051'), false)
  assert.equal(isIban(''), false)
})

test('the groups of a payment fit its kind', () => {
  assert.deepEqual(fired('ubl', ['>58<', '>48<']), ['BR-DE-24-a', 'BR-DE-24-b'])
  assert.deepEqual(fired('cii', ['>58<', '>48<']), ['BR-DE-24-a', 'BR-DE-24-b'])
  assert.deepEqual(fired('ubl', ['>58<', '>59<']), ['BR-DE-20', 'BR-DE-25-a', 'BR-DE-25-b', 'PEPPOL-EN16931-R061'])
  assert.deepEqual(fired('cii', ['>58<', '>59<']), ['BR-DE-20', 'BR-DE-25-a', 'BR-DE-25-b', 'PEPPOL-EN16931-R061'])
  assert.deepEqual(fired('ubl', ['>58<', '>1<']), [])
})

test('lines with a cash discount have one form, and a line end after the last', () => {
  const terms = (text: string): Change => ['30 Tage netto', text]
  for (const syntax of ['ubl', 'cii'] as const) {
    for (const sound of [
      '#SKONTO#TAGE=14#PROZENT=2.25#\n',
      'Hallo\n#SKONTO#TAGE=7#PROZENT=2.00#BASISBETRAG=-9.90#\r\n',
      'ohne # in der Zeile',
    ])
      assert.deepEqual(fired(syntax, terms(sound)), [], sound)
    for (const broken of [
      '#SKONTO#TAGE=14#PROZENT=2.25#',
      '#SKONTO#TAGE=14#PROZENT=2,25#\n',
      '#skonto#TAGE=14#PROZENT=2.25#\n',
      '# x',
      '#SKONTO#TAGE=14#PROZENT=2.25# Text\n',
    ])
      assert.deepEqual(fired(syntax, terms(broken)), ['BR-DE-18'], broken)
  }
})

test('several payment terms with a discount leave the rules undecided, as the official ones are', () => {
  const twice: Change = [
    '<ram:SpecifiedTradePaymentTerms><ram:Description>30 Tage netto</ram:Description></ram:SpecifiedTradePaymentTerms>',
    '<ram:SpecifiedTradePaymentTerms><ram:Description>#SKONTO#TAGE=1#PROZENT=2.00#\n</ram:Description></ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradePaymentTerms><ram:Description>x</ram:Description></ram:SpecifiedTradePaymentTerms>',
  ]
  assert.deepEqual(fired('cii', twice), ['undecided'])
})

test('a line amount may differ by its slack, and by more in forints', () => {
  const line = (amount: string): Change => [
    '<cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>\n    <cac:Item>',
    `<cbc:LineExtensionAmount currencyID="EUR">${amount}</cbc:LineExtensionAmount>\n    <cac:Item>`,
  ]
  assert.deepEqual(fired('ubl', line('100.02')), [])
  assert.deepEqual(fired('ubl', line('100.03')), ['PEPPOL-EN16931-R120'])
  assert.deepEqual(fired('ubl', line('100.5'), ['>EUR<', '>HUF<']), [])
  assert.deepEqual(
    fired('cii', [
      '<ram:LineTotalAmount>100.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>',
      '<ram:LineTotalAmount>99.97</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>',
    ]),
    ['PEPPOL-EN16931-R120'],
  )
})

test('a base quantity of zero counts as one for the sum, and is told by its own rule', () => {
  const base: Change = ['25.00</cbc:PriceAmount>', '25.00</cbc:PriceAmount><cbc:BaseQuantity unitCode="H87">0</cbc:BaseQuantity>']
  assert.deepEqual(fired('ubl', base), ['PEPPOL-EN16931-R121'])
  assert.deepEqual(fired('ubl', base, ['unitCode="H87">0', 'unitCode="C62">1']), ['PEPPOL-EN16931-R130'])
})

test('empty elements are told, but not the delivery of a CII document', () => {
  assert.deepEqual(fired('ubl', ['>R-1<', '> <']), ['PEPPOL-EN16931-R008'])
  const delivery =
    /<ram:ActualDeliverySupplyChainEvent>[\s\S]*<\/ram:ActualDeliverySupplyChainEvent>/.exec(sampleInvoice('cii').toString())?.[0] ?? ''
  assert.deepEqual(fired('cii', [delivery, '']), ['BR-DE-TMP-32'])
})

test('a comment inside a text leaves the rules undecided that read its text node', () => {
  const charge = (indicator: string): Change => [
    '<cac:TaxTotal><cbc:TaxAmount',
    `<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>x</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">1</cbc:Amount></cac:AllowanceCharge><cac:TaxTotal><cbc:TaxAmount`,
  ]
  assert.deepEqual(fired('ubl', charge('true')), [])
  assert.deepEqual(fired('ubl', charge('1')), ['PEPPOL-EN16931-R043'])
  assert.deepEqual(fired('ubl', charge('tr<!-- -->ue')), ['undecided'])
})

test('the extension knows more schemes, an empty one among them, but not the last of the official list', () => {
  const scheme = (code: string): Change => ['schemeID="EM">rechnung@ilmenau', `schemeID="${code}">rechnung@ilmenau`]
  const extension = following(extensionSpecification)
  for (const known of ['XR01', '', ' 0088 ', '0244']) assert.deepEqual(fired('ubl', extension, scheme(known)), [], known)
  assert.deepEqual(fired('ubl', extension, scheme('XR04')), ['BR-DEX-07'])
  assert.deepEqual(fired('ubl', scheme('XR04')), [])
  const identifier = (code: string): Change => [
    '<cac:PartyLegalEntity><cbc:RegistrationName>Stadt Ilmenau</cbc:RegistrationName>',
    `<cac:PartyLegalEntity><cbc:RegistrationName>Stadt Ilmenau</cbc:RegistrationName><cbc:CompanyID schemeID="${code}">1</cbc:CompanyID>`,
  ]
  assert.deepEqual(fired('ubl', extension, identifier('0243')), [])
  assert.deepEqual(fired('ubl', extension, identifier('0244')), ['BR-DEX-05'])
})

test('an invoice about clean vehicles names tender, contract and a vehicle', () => {
  assert.deepEqual(fired('ubl', following(vehicleSpecification)), ['BR-DE-CVD-01', 'BR-DE-CVD-02', 'BR-DE-CVD-03'])
  assert.deepEqual(fired('cii', following(vehicleSpecification)), ['BR-DE-CVD-01', 'BR-DE-CVD-02', 'BR-DE-CVD-03'])
  const item = (kind: string, cleanness: string): Change => [
    '<cbc:Name>Linden</cbc:Name>',
    `<cbc:Name>Bus</cbc:Name><cac:CommodityClassification><cbc:ItemClassificationCode listID="CVD">${kind}</cbc:ItemClassificationCode></cac:CommodityClassification>
     <cac:AdditionalItemProperty><cbc:Name>cva</cbc:Name><cbc:Value>${cleanness}</cbc:Value></cac:AdditionalItemProperty>`,
  ]
  assert.deepEqual(fired('ubl', following(vehicleSpecification), item('M3', 'clean')), ['BR-DE-CVD-01', 'BR-DE-CVD-02'])
  assert.deepEqual(fired('ubl', following(vehicleSpecification), item('M4', 'dirty')), [
    'BR-DE-CVD-01',
    'BR-DE-CVD-02',
    'BR-DE-CVD-04',
    'BR-DE-CVD-05',
  ])
})
