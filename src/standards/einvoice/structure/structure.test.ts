// The structure: what the schemas allow passes, and what they do not is named with its place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXml } from '../xml/reader.ts'
import { checkStructure } from './check.ts'
import type { StructureCode } from './faults.ts'
import { isResourceIdentifier } from './resource-identifier.ts'
import type { Syntax } from './schemas.ts'
import { builtInType } from './values.ts'

const cac = 'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"'
const cbc = 'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
const ext = 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2'
const body =
  '<cbc:ID>1</cbc:ID><cbc:IssueDate>2026-01-31</cbc:IssueDate><cac:AccountingSupplierParty/><cac:AccountingCustomerParty/>' +
  '<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">1.00</cbc:PayableAmount></cac:LegalMonetaryTotal>' +
  '<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:LineExtensionAmount currencyID="EUR">1</cbc:LineExtensionAmount><cac:Item/></cac:InvoiceLine>'
const invoice = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" ${cac} ${cbc} ${xsi}>${body}</Invoice>`
const date = '<udt:DateTimeString format="102">20260131</udt:DateTimeString>'
const cii =
  '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"' +
  ' xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"' +
  ` xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100" ${xsi}>` +
  '<rsm:ExchangedDocumentContext/>' +
  `<rsm:ExchangedDocument><ram:ID>1</ram:ID><ram:TypeCode listID="UNTDID1001">380</ram:TypeCode><ram:IssueDateTime>${date}</ram:IssueDateTime></rsm:ExchangedDocument>` +
  '<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement/><ram:ApplicableHeaderTradeDelivery/><ram:ApplicableHeaderTradeSettlement/>' +
  '</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>'

function codes(text: string, syntax: Syntax = 'ubl-invoice'): readonly StructureCode[] {
  const reading = readXml(Buffer.from(text))
  assert.ok(reading.ok, reading.ok ? '' : JSON.stringify(reading.reason))
  return checkStructure(reading.value, syntax).map(({ code }) => code)
}

/** The invoice with one thing written otherwise. */
function changed(from: string, to: string, text = invoice): string {
  assert.ok(text.includes(from), from)
  return text.replace(from, to)
}

test('the smallest documents of both syntaxes are valid', () => {
  assert.deepEqual(codes(invoice), [])
  assert.deepEqual(codes(cii.replace('listID="UNTDID1001"', ''), 'cii'), [])
  assert.deepEqual(codes(invoice, 'ubl-creditnote'), ['root-unknown'])
})

test('order, occurrence and content are demanded', () => {
  const cases: readonly (readonly [string, string, readonly StructureCode[]])[] = [
    ['<cbc:ID>1</cbc:ID><cbc:IssueDate>', '<cbc:IssueDate>', ['element-missing']],
    ['<cbc:ID>1</cbc:ID><cbc:IssueDate>', '<cbc:ID>1</cbc:ID><cbc:ID>1</cbc:ID><cbc:IssueDate>', ['element-repeated']],
    ['<cac:Item/>', '<cac:Item/><cbc:Note/>', ['element-unexpected']],
    ['<cac:Item/>', '<cac:Item/><foo/>', ['element-unexpected']],
    ['<cac:Item/>', '', ['element-missing']],
    ['<cac:Item/>', '<cac:Item>text</cac:Item>', ['text-in-elements']],
    ['<cac:Item/>', '<cac:Item> <!-- white --> </cac:Item>', []],
    ['<cbc:ID>1</cbc:ID><cbc:IssueDate>', '<cbc:ID><cbc:ID/></cbc:ID><cbc:IssueDate>', ['element-in-value']],
    ['<cbc:ID>1</cbc:ID><cbc:IssueDate>', '<cbc:ID/><cbc:IssueDate>', []],
    ['2026-01-31', '2026-02-30', ['value-wrong']],
    ['>1.00<', '>1,00<', ['value-wrong']],
    ['>1.00<', '> 1.00\n<', []],
  ]
  for (const [from, to, expected] of cases) assert.deepEqual(codes(changed(from, to)), expected, to)
})

test('attributes are known, demanded and of their type', () => {
  const amount = '<cbc:PayableAmount currencyID="EUR">'
  assert.deepEqual(codes(changed(amount, '<cbc:PayableAmount>')), ['attribute-missing'])
  assert.deepEqual(codes(changed(amount, '<cbc:PayableAmount currencyID="EUR" unitCode="x">')), ['attribute-unexpected'])
  assert.deepEqual(codes(changed(amount, '<cbc:PayableAmount currencyID="EUR" xsi:nil="false">')), ['nil'])
  assert.deepEqual(codes(changed(amount, '<cbc:PayableAmount currencyID="EUR" xsi:schemaLocation="a b">')), [])
  assert.deepEqual(codes(changed('<cbc:ID>', '<cbc:ID schemeURI="a:">')), ['attribute-wrong'])
  assert.deepEqual(codes(changed('<ram:ID>', '<ram:ID xml:lang="de">', cii).replace('listID="UNTDID1001"', ''), 'cii'), [
    'attribute-unexpected',
  ])
})

test('a fixed attribute has its value or is left out', () => {
  assert.deepEqual(codes(cii, 'cii'), ['attribute-wrong'])
  assert.deepEqual(codes(cii.replace('UNTDID1001', ' 1001 '), 'cii'), [])
})

test('a choice takes one of its elements', () => {
  const plain = cii.replace(' listID="UNTDID1001"', '')
  assert.deepEqual(codes(plain.replace(date, '<udt:DateTime>2026-01-31T00:00:00</udt:DateTime>'), 'cii'), [])
  assert.deepEqual(codes(plain.replace(date, `${date}${date}`), 'cii'), ['element-unexpected'])
  assert.deepEqual(codes(plain.replace(date, ''), 'cii'), ['element-missing'])
})

test('an element may name a type derived from its own, and no other', () => {
  assert.deepEqual(codes(changed('<cbc:ID>', '<cbc:ID xsi:type="cbc:IDType">')), [])
  assert.deepEqual(codes(changed('<cbc:ID>', '<cbc:ID xsi:type="xs:string">')), ['type-wrong'])
  assert.deepEqual(codes(changed('<cbc:ID>', '<cbc:ID xsi:type="nobody:IDType">')), ['type-wrong'])
})

test('an extension holds one foreign element; what is declared within it is checked', () => {
  const extended = (content: string) =>
    changed(
      body,
      `<e:UBLExtensions xmlns:e="${ext}"><e:UBLExtension><e:ExtensionContent>${content}</e:ExtensionContent></e:UBLExtension></e:UBLExtensions>${body}`,
    )
  const signature = (more: string) => `<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">words<ds:KeyName/>${more}</ds:KeyInfo>`
  const cases: readonly (readonly [string, readonly StructureCode[]])[] = [
    ['<x xmlns="urn:x" any="1">free <y/> text</x>', []],
    ['', ['element-missing']],
    ['<x xmlns=""/>', ['element-unexpected']],
    ['<x xmlns="urn:x"/><y xmlns="urn:x"/>', ['element-unexpected']],
    [`<x xmlns="urn:x"><cbc:Amount>1</cbc:Amount></x>`, ['attribute-missing']],
    [signature('<z xmlns="urn:z"/>'), []],
    [signature('<ds:Nonsense/>'), ['element-unexpected']],
  ]
  for (const [content, expected] of cases) assert.deepEqual(codes(extended(content)), expected, content)
})

test('simple values are those of XML Schema', () => {
  const values: Readonly<Record<string, readonly [good: readonly string[], bad: readonly string[]]>> = {
    decimal: [
      ['1', '-1.5', '+.5', '5.', ' 1 '],
      ['', '.', '1e3', '1,5', '1 0', '--1', '1.2.3'],
    ],
    boolean: [
      ['true', 'false', '1', '0', ' 1 '],
      ['TRUE', 'yes', ''],
    ],
    date: [
      ['2024-02-29', '2024-01-01Z', '-2024-01-01', '12024-01-01', '2024-01-01+14:00'],
      ['2023-02-29', '2024-1-1', '0000-01-01', '02024-01-01', '2024-01-01+14:01', '20240101'],
    ],
    time: [
      ['00:00:00', '23:59:59.5Z', '24:00:00'],
      ['24:00:01', '12:00', '12:00:60', '12:00:00.'],
    ],
    dateTime: [['2024-01-01T00:00:00'], ['2024-01-01', '2024-01-01T25:00:00']],
    base64Binary: [
      ['', 'QUJD', 'QQ==', 'QU JD', 'Q U I ='],
      ['QQ', 'QQ=', 'QR==', 'Q=JD', '====', 'ä'],
    ],
    language: [
      ['de', 'de-DE'],
      ['de_DE', '', 'toolonglanguage'],
    ],
    integer: [
      ['-1', '+007'],
      ['1.0', ''],
    ],
  }
  for (const [type, [good, bad]] of Object.entries(values)) {
    const takes = builtInType(type)?.takes
    for (const text of good) assert.equal(takes?.(text), true, `${type} ${text}`)
    for (const text of bad) assert.equal(takes?.(text), false, `${type} ${text}`)
  }
})

test('addresses are taken as loosely as the official checker takes them', () => {
  for (const good of ['', 'a b', 'http://a/b?c=d#e', 'urn:a:b', '//h', '///', '#', 'ä', '{}', 'http://[::1]:80/', 'a:[b]'])
    assert.ok(isResourceIdentifier(good), good)
  for (const bad of [':', 'a:', 'a:#x', '1:2', '//', 'http://', '%', '%zz', '[', 'a#b#c', 'http://[x]/', 'http://[1::2::3]'])
    assert.ok(!isResourceIdentifier(bad), bad)
})
