// The VAT categories in our own small invoices: what each demands, and the edges of the official arithmetic.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compile, match, type Pattern, run } from '../../../engine/rules.ts'
import { sampleInvoice } from '../../../testing/sample-invoices.ts'
import { readXml } from '../../../xml/reader.ts'
import type { State, Syntax } from '../states.ts'
import { ciiVatContexts } from './cii-contexts.ts'
import { ciiDocumentRules } from './cii-document-rules.ts'
import { ublVatContexts } from './ubl-contexts.ts'
import { ublDocumentRules } from './ubl-document-rules.ts'

type Change = readonly [string, string]

function vatPattern(syntax: Syntax, state: State): Pattern {
  const root = match(syntax === 'ubl' ? '/ubl:Invoice | /cn:CreditNote' : '/rsm:CrossIndustryInvoice')
  const rules = syntax === 'ubl' ? ublDocumentRules(state) : ciiDocumentRules()
  return { name: 'vat', contexts: [{ match: root, rules }, ...(syntax === 'ubl' ? ublVatContexts() : ciiVatContexts(state))] }
}

function judged(syntax: Syntax, state: State, changes: readonly Change[]): ReturnType<typeof run> {
  const read = readXml(sampleInvoice(syntax, ...changes))
  assert.ok(read.ok)
  return run(compile([vatPattern(syntax, state)]), read.value)
}

/** Ids of the broken VAT rules, each once, in alphabetical order. */
function broken(syntax: Syntax, changes: readonly Change[], state: State = '1.3.15'): string[] {
  const { findings, failed } = judged(syntax, state, changes)
  assert.equal(failed, undefined)
  return [...new Set(findings.map(({ rule }) => rule.id))].sort()
}

/** The changes that put the sample into another category and rate, everywhere or in the breakdown alone. */
function inCategory(syntax: Syntax, code: string, rate: string, reason = ''): Change[] {
  if (syntax === 'ubl') {
    return [
      [
        '<cbc:ID>S</cbc:ID><cbc:Percent>7</cbc:Percent>',
        `<cbc:ID>${code}</cbc:ID>${rate === '' ? '' : `<cbc:Percent>${rate}</cbc:Percent>`}`,
      ],
      [
        '</cac:TaxCategory>',
        reason === '' ? '</cac:TaxCategory>' : `<cbc:TaxExemptionReason>${reason}</cbc:TaxExemptionReason></cac:TaxCategory>`,
      ],
      ['>7.00</cbc:TaxAmount>', `>${(Number(rate)).toFixed(2)}</cbc:TaxAmount>`],
    ]
  }
  return [
    ['<ram:CategoryCode>S<', `<ram:CategoryCode>${code}<`],
    [
      '<ram:RateApplicablePercent>7</ram:RateApplicablePercent>',
      rate === '' ? '' : `<ram:RateApplicablePercent>${rate}</ram:RateApplicablePercent>`,
    ],
    ['<ram:BasisAmount>', `${reason === '' ? '' : `<ram:ExemptionReason>${reason}</ram:ExemptionReason>`}<ram:BasisAmount>`],
    ['<ram:CalculatedAmount>7.00<', `<ram:CalculatedAmount>${Number(rate).toFixed(2)}<`],
  ]
}

const taxable = (syntax: Syntax, amount: string): Change =>
  syntax === 'ubl'
    ? ['100.00</cbc:TaxableAmount>', `${amount}</cbc:TaxableAmount>`]
    : ['<ram:BasisAmount>100.00<', `<ram:BasisAmount>${amount}<`]
const tax = (syntax: Syntax, amount: string): Change =>
  syntax === 'ubl'
    ? ['>7.00</cbc:TaxAmount>', `>${amount}</cbc:TaxAmount>`]
    : ['<ram:CalculatedAmount>7.00<', `<ram:CalculatedAmount>${amount}<`]
const withoutSellerId: Record<Syntax, Change> = {
  ubl: ['<cbc:CompanyID>DE123456789</cbc:CompanyID>', ''],
  cii: ['schemeID="VA">DE', 'schemeID="XX">DE'],
}
const syntaxes = ['ubl', 'cii'] as const

test('an invoice with the standard rate breaks no VAT rule', () => {
  for (const syntax of syntaxes) assert.deepEqual(broken(syntax, []), [])
})

test('each category has its rate and its reason', () => {
  for (const syntax of syntaxes) {
    for (const [code, family] of [
      ['E', 'E'],
      ['AE', 'AE'],
      ['G', 'G'],
      ['K', 'IC'],
    ] as const) {
      const ofFamily = (number: string, changes: readonly Change[]) => broken(syntax, changes).includes(`BR-${family}-${number}`)
      assert.equal(ofFamily('10', inCategory(syntax, code, '0', 'why')), false)
      assert.equal(ofFamily('10', inCategory(syntax, code, '0')), true)
      assert.equal(ofFamily('05', inCategory(syntax, code, '0', 'why')), false)
      assert.equal(ofFamily('05', inCategory(syntax, code, '7', 'why')), true)
      assert.equal(ofFamily('05', inCategory(syntax, code, '', 'why')), true)
    }
    assert.deepEqual(broken(syntax, inCategory(syntax, 'Z', '0')), [])
    assert.deepEqual(broken(syntax, inCategory(syntax, 'Z', '0', 'why')), ['BR-Z-10'])
    assert.deepEqual(broken(syntax, [...inCategory(syntax, 'O', '', 'why'), withoutSellerId[syntax]]), [])
    assert.deepEqual(broken(syntax, inCategory(syntax, 'O', '', 'why')), ['BR-O-02'])
    assert.deepEqual(broken(syntax, [...inCategory(syntax, 'O', '0', 'why'), withoutSellerId[syntax]]), ['BR-O-05'])
  }
})

test('the standard rate is above zero, and who uses it has a tax identifier', () => {
  for (const syntax of syntaxes) {
    assert.deepEqual(broken(syntax, inCategory(syntax, 'S', '0')), ['BR-S-05'])
    assert.deepEqual(broken(syntax, [withoutSellerId[syntax]]), ['BR-S-02'])
  }
  assert.deepEqual(
    broken('ubl', [['>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>', '>FC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>']]),
    [],
  )
  assert.deepEqual(broken('cii', [['schemeID="VA"', 'schemeID="FC"']]), [])
})

test('the Canary Islands may have rate zero in UBL, not in CII', () => {
  assert.deepEqual(broken('ubl', inCategory('ubl', 'L', '0')), [])
  assert.deepEqual(broken('cii', inCategory('cii', 'L', '0')), ['BR-AF-05'])
  assert.deepEqual(broken('cii', inCategory('cii', 'M', '0')), [])
  assert.deepEqual(broken('cii', inCategory('cii', 'M', '-1')), ['BR-AG-05'])
})

test('the taxable amount: exact without a rate, by less than one unit with one; CII the other way round', () => {
  const exempt = (syntax: Syntax, amount: string) => broken(syntax, [...inCategory(syntax, 'E', '0', 'why'), taxable(syntax, amount)])
  assert.deepEqual(exempt('ubl', '100.000'), [])
  assert.deepEqual(exempt('ubl', '100.01'), ['BR-E-08'])
  assert.deepEqual(exempt('cii', '100.99'), [])
  assert.deepEqual(exempt('cii', '101.00'), ['BR-E-08'])
  const standard = (syntax: Syntax, amount: string) => broken(syntax, [taxable(syntax, amount)]).includes('BR-S-08')
  assert.equal(standard('ubl', '100.99'), false)
  assert.equal(standard('ubl', '101.00'), true)
  assert.equal(standard('cii', '100.000'), false)
  assert.equal(standard('cii', '100.01'), true)
})

test('an amount one unit off passes where its double falls short of that: the official test compares the digits of the double', () => {
  const isBroken = (net: string, amount: string) => {
    const line: Change = ['<cbc:LineExtensionAmount currencyID="EUR">100.00', `<cbc:LineExtensionAmount currencyID="EUR">${net}`]
    return broken('ubl', [line, taxable('ubl', amount)]).includes('BR-S-08')
  }
  // The double next to 100.1 is a little less, that of 100.5 is exact.
  assert.equal(isBroken('100.1', '101.1'), false)
  assert.equal(isBroken('100.5', '101.5'), true)
  assert.equal(isBroken('100.1', '99.1'), true)
})

test('the tax may be off by less than one unit', () => {
  for (const syntax of syntaxes) {
    assert.deepEqual(broken(syntax, [tax(syntax, '7.99')]), [])
    assert.deepEqual(broken(syntax, [tax(syntax, '8.00')]), ['BR-S-09'])
    assert.deepEqual(broken(syntax, [tax(syntax, '6.00')]), ['BR-S-09'])
  }
})

test('split payment is for Italy and does not stand beside the standard rate', () => {
  for (const syntax of syntaxes) assert.deepEqual(broken(syntax, inCategory(syntax, 'B', '7')), ['BR-B-01'])
  const breakdown: Change = ['<cac:ClassifiedTaxCategory><cbc:ID>S<', '<cac:ClassifiedTaxCategory><cbc:ID>B<']
  // Until 1.3.15 the breakdown is looked for where UBL has none.
  assert.equal(broken('ubl', [breakdown], '1.3.15').includes('BR-B-02'), false)
  assert.equal(broken('ubl', [breakdown], '1.3.16').includes('BR-B-02'), true)
})

test('a second line total makes the CII rules break off; a second amount of an allowance only until 1.3.15', () => {
  const total: Change = [
    '<ram:LineTotalAmount>100.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLine',
    '<ram:LineTotalAmount>100.00</ram:LineTotalAmount><ram:LineTotalAmount>1</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLine',
  ]
  const allowance: Change = [
    '<ram:SpecifiedTradePaymentTerms>',
    `<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator>
      <ram:ActualAmount>0.00</ram:ActualAmount><ram:ActualAmount>5.00</ram:ActualAmount>
      <ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>7.0</ram:RateApplicablePercent></ram:CategoryTradeTax>
      </ram:SpecifiedTradeAllowanceCharge><ram:SpecifiedTradePaymentTerms>`,
  ]
  for (const state of ['1.3.15', '1.3.16'] as const) assert.notEqual(judged('cii', state, [total]).failed, undefined)
  assert.notEqual(judged('cii', '1.3.15', [allowance]).failed, undefined)
  assert.deepEqual(broken('cii', [allowance], '1.3.16'), [])
})

test('white space around a code and the case of the scheme do not matter in UBL; in CII the code must be exact', () => {
  assert.deepEqual(
    broken('ubl', [
      ['<cbc:ID>S</cbc:ID>', '<cbc:ID> S </cbc:ID>'],
      ['>VAT<', '>vat<'],
    ]),
    [],
  )
  assert.deepEqual(
    broken('ubl', [
      ...inCategory('ubl', 'S', '0'),
      ['>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>', '>GST</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>'],
    ]),
    ['BR-S-02'],
  )
  assert.deepEqual(broken('cii', inCategory('cii', ' S ', '0')), [])
})
