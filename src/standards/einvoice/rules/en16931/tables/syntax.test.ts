// What the syntax rules find in our own small invoices, and what they let pass.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compile, run } from '../../../engine/rules.ts'
import { sampleInvoice } from '../../../testing/sample-invoices.ts'
import { readXml } from '../../../xml/reader.ts'
import type { State, Syntax } from '../states.ts'
import { ciiSyntaxContexts } from './cii.ts'
import { ublSyntaxContexts } from './ubl.ts'

type Change = readonly [string, string]

/** 'id level location' of all findings of the syntax rules. */
function findings(syntax: Syntax, state: State, ...changes: readonly Change[]): string[] {
  const contexts = syntax === 'ubl' ? ublSyntaxContexts(state) : ciiSyntaxContexts(state)
  const read = readXml(sampleInvoice(syntax, ...changes))
  assert.ok(read.ok)
  const result = run(compile([{ name: 'syntax', contexts }]), read.value)
  assert.equal(result.failed, undefined)
  return result.findings.map(({ rule, node }) => `${rule.id} ${rule.level} ${read.value.location(node)}`)
}

function ids(syntax: Syntax, state: State, ...changes: readonly Change[]): string[] {
  return findings(syntax, state, ...changes).map((finding) => finding.split(' ')[0] ?? '')
}

const line: Change = ['<cac:InvoiceLine><cbc:ID>1</cbc:ID>', '<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:UUID>u</cbc:UUID>']
const root = '/ubl:Invoice[1]'

test('an invoice that uses only what EN 16931 knows breaks no syntax rule', () => {
  for (const state of ['1.3.15', '1.3.16'] as const) {
    assert.deepEqual(findings('ubl', state), [])
    assert.deepEqual(findings('cii', state), [])
  }
})

test('what EN 16931 does not use is told once, at the node the rule counts from, however often it stands', () => {
  assert.deepEqual(findings('ubl', '1.3.15', line), [`UBL-CR-515 warning ${root}`])
  const copies: Change = [
    '<cbc:Note>30 Tage netto</cbc:Note>',
    '<cbc:Note>30 Tage netto</cbc:Note><cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent><cbc:SettlementDiscountPercent>3</cbc:SettlementDiscountPercent>',
  ]
  assert.equal(findings('ubl', '1.3.15', copies).length, 1)
})

test('attributes are found on any element, but PaymentMeansCode may have a name', () => {
  assert.deepEqual(ids('ubl', '1.3.15', ['<cbc:Name>Linden', '<cbc:Name languageID="de">Linden']), ['UBL-DT-19'])
  assert.deepEqual(ids('ubl', '1.3.15', ['<cbc:Name>Linden', '<cbc:Name name="x">Linden']), ['UBL-DT-18'])
  assert.deepEqual(ids('ubl', '1.3.15', ['<cbc:PaymentMeansCode>', '<cbc:PaymentMeansCode name="x">']), [])
})

test('a rule changes with the state of the rules', () => {
  const scheme: Change = [
    '<cac:PayeeFinancialAccount>',
    '<cac:CardAccount><cbc:PrimaryAccountNumberID schemeID="x">1</cbc:PrimaryAccountNumberID></cac:CardAccount><cac:PayeeFinancialAccount>',
  ]
  assert.deepEqual(ids('ubl', '1.3.15', scheme), [])
  assert.deepEqual(ids('ubl', '1.3.16', scheme), ['UBL-CR-674'])
  const total: Change = ['<ram:LineTotalAmount>100.00</ram:LineTotalAmount>\n', '<ram:LineTotalAmount>1</ram:LineTotalAmount>'.repeat(2)]
  assert.deepEqual(ids('cii', '1.3.15', total), [])
  assert.deepEqual(ids('cii', '1.3.16', total), ['CII-SR-477'])
})

test('numbers of elements have a least and a most', () => {
  const category =
    '<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>7</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>'
  assert.deepEqual(findings('ubl', '1.3.15', [category, '']), [`UBL-SR-48 error ${root}/cac:InvoiceLine[1]`])
  assert.deepEqual(ids('ubl', '1.3.15', [category, category.repeat(2)]), ['UBL-SR-48'])
  const tax =
    '<cac:PartyTaxScheme><cbc:CompanyID>DE123456789</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>'
  const others = tax.replace('>VAT<', '>FC<')
  assert.deepEqual(ids('ubl', '1.3.15', [tax, tax + others]), [])
  assert.deepEqual(ids('ubl', '1.3.15', [tax, tax + others + others]), ['UBL-SR-13', 'UBL-SR-42'])
})

test('amounts have two decimals, in extensions too, but not below a price that has an allowance', () => {
  assert.deepEqual(ids('ubl', '1.3.15', ['>107.00</cbc:PayableAmount>', '>107.001</cbc:PayableAmount>']), ['UBL-DT-01'])
  // White space behind the digits counts as the official test counts it.
  assert.deepEqual(ids('ubl', '1.3.15', ['>107.00</cbc:PayableAmount>', '>107.00 </cbc:PayableAmount>']), ['UBL-DT-01'])
  const price = '</cbc:PriceAmount>'
  const discount =
    '<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">0.1234</cbc:Amount></cac:AllowanceCharge>'
  assert.deepEqual(ids('ubl', '1.3.15', [price, price + discount]), [])
  const extension =
    '<ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"><x:OwnAmount xmlns:x="urn:x">1.234</x:OwnAmount></ext:UBLExtensions><cbc:CustomizationID>'
  assert.deepEqual(ids('ubl', '1.3.15', ['<cbc:CustomizationID>', extension]), ['UBL-CR-001', 'UBL-DT-01'])
})

test('payment means must be alike', () => {
  const means = '<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>'
  const withId = (id: string) =>
    `<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cbc:PaymentID>${id}</cbc:PaymentID></cac:PaymentMeans>`
  assert.deepEqual(ids('ubl', '1.3.15', [means, withId('a') + withId('a') + means]), [])
  assert.deepEqual(ids('ubl', '1.3.15', [means, withId('a') + withId('b') + means]), ['UBL-SR-44'])
  assert.deepEqual(ids('ubl', '1.3.15', [means, withId('a').replace('58', '30') + means]), ['UBL-SR-47'])
})

test('the payee is another than the seller', () => {
  const payee = (name: string): Change => [
    '<cac:Delivery>',
    `<cac:PayeeParty><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName></cac:PayeeParty><cac:Delivery>`,
  ]
  assert.deepEqual(ids('ubl', '1.3.15', payee('Bank')), [])
  assert.deepEqual(ids('ubl', '1.3.15', payee('Gärtnerei Grün')), ['UBL-SR-19', 'UBL-SR-20', 'UBL-SR-21'])
})

test('in CII the first context takes a node: the type code of the document is only asked for what all type codes are', () => {
  assert.deepEqual(ids('cii', '1.3.15', ['<ram:TypeCode>380', '<ram:TypeCode name="x" listID="y">380']), ['CII-DT-008'])
})

test('only supporting documents of CII have attachments, and dates are days', () => {
  const reference = (kind: string, type: string): Change => [
    '<ram:BuyerReference>',
    `<ram:${kind}><ram:TypeCode>${type}</ram:TypeCode><ram:Name>n</ram:Name></ram:${kind}><ram:BuyerReference>`,
  ]
  assert.deepEqual(ids('cii', '1.3.15', reference('AdditionalReferencedDocument', '916')), [])
  assert.deepEqual(ids('cii', '1.3.15', reference('AdditionalReferencedDocument', '130')), ['CII-DT-021'])
  assert.deepEqual(ids('cii', '1.3.15', ['>20261030<', '>20261330<']), ['CII-DT-097'])
  assert.deepEqual(ids('cii', '1.3.15', ['>20261030<', '>20260231<']), [])
})
