// Reading: the same invoice out of UBL and CII, typed; parts that only one syntax has.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { readXml } from '../xml/reader.ts'
import { cashDiscountsIn, paymentTermsForPeople } from './cash-discounts.ts'
import type { Invoice } from './invoice.ts'
import { readInvoice } from './read.ts'
import { terms } from './terms.ts'
import { isoDay } from './values.ts'

const sample = readFileSync(new URL('../../../../demo/invoices/heating-town-hall.ubl.xml', import.meta.url), 'utf8')
const ubl =
  'xmlns="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"'
const cii =
  'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"'

function read(text: string): Invoice {
  const reading = readXml(Buffer.from(text))
  assert.ok(reading.ok)
  const invoice = readInvoice(reading.value)
  assert.ok(invoice)
  return invoice
}

const readUbl = (content: string): Invoice =>
  read(`<i:Invoice xmlns:i="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" ${ubl}>${content}</i:Invoice>`)
const readCreditNote = (content: string): Invoice =>
  read(`<i:CreditNote xmlns:i="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" ${ubl}>${content}</i:CreditNote>`)
const readCii = (agreement: string, settlement: string): Invoice =>
  read(
    `<rsm:CrossIndustryInvoice ${cii}><rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement>${agreement}</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeSettlement>${settlement}</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`,
  )

test('an invoice of all kinds of parts is read with its types', () => {
  const invoice = read(sample)
  assert.equal(invoice.syntax, 'ubl-invoice')
  assert.equal(invoice.issuedOn, '2026-11-24')
  assert.equal(invoice.leitwegId?.fine, '0001')
  assert.equal(invoice.seller.vatId, 'DE123456789')
  assert.deepEqual(invoice.seller.electronicAddress, { text: 'rechnung@heizungsbau-beispiel.example', scheme: 'EM' })
  assert.deepEqual(invoice.buyer.address, { lines: ['Markt 1'], city: 'Ilmenau', postCode: '98693', country: 'DE' })
  assert.equal(invoice.payments[0]?.transfers[0]?.account, 'DE02120300000000202051')
  assert.equal(invoice.totals.due, '3302.00')
  assert.deepEqual(
    invoice.vat.map(({ category, rate, tax }) => [category, rate, tax]),
    [
      ['S', '19', '592.80'],
      ['S', '7', '4.20'],
    ],
  )
  assert.deepEqual(
    invoice.lines[0]?.lines.map((line) => [line.id, line.lines.length]),
    [
      ['1.1', 2],
      ['1.2', 0],
    ],
  )
  assert.equal(invoice.lines[1]?.allowances[0]?.amount, '60.00')
  assert.equal(invoice.supporting[0]?.file?.mimeCode, 'application/pdf')
  assert.equal(invoice.preceding[0]?.number, '2026-0640')
  assert.equal(invoice.thirdPartyPayments[0]?.amount, '25.00')
  assert.equal(invoice.cashDiscounts.length, 2)
})

test('what is no invoice is not read as one', () => {
  const reading = readXml(Buffer.from('<note/>'))
  assert.ok(reading.ok && readInvoice(reading.value) === undefined)
})

test('in UBL three capitals before a note are its subject; the last note is never a subject', () => {
  const notes = readUbl('<Note>AAI</Note><Note>Erste</Note><Note>Zweite</Note><Note>REG</Note>').notes
  assert.deepEqual(notes, [{ subject: 'AAI', text: 'Erste' }, { text: 'Zweite' }, { text: 'REG' }])
})

test('payment means of one code are one payment', () => {
  const means = (code: string, iban: string) =>
    `<cac:PaymentMeans><PaymentMeansCode>${code}</PaymentMeansCode><PaymentID>R 1</PaymentID><cac:PayeeFinancialAccount><ID>${iban}</ID></cac:PayeeFinancialAccount></cac:PaymentMeans>`
  const { payments } = readUbl(means('58', 'DE 1') + means('30', 'DE2') + means('58', 'DE3'))
  assert.deepEqual(
    payments.map(({ code, remittance, transfers }) => [code, remittance, transfers.map(({ account }) => account)]),
    [
      ['58', ['R 1'], ['DE1', 'DE3']],
      ['30', ['R 1'], ['DE2']],
    ],
  )
})

test('a tax number is told from a VAT identifier by its scheme, the creditor from other identifiers', () => {
  const scheme = (id: string, tax: string) =>
    `<cac:PartyTaxScheme><CompanyID>${id}</CompanyID><cac:TaxScheme><ID>${tax}</ID></cac:TaxScheme></cac:PartyTaxScheme>`
  const party = `<cac:PartyIdentification><ID schemeID="SEPA">DE98ZZZ</ID></cac:PartyIdentification><cac:PartyIdentification><ID>L 1</ID></cac:PartyIdentification>`
  const { seller, payments } = readUbl(
    `<cac:AccountingSupplierParty><cac:Party>${party}${scheme('151/123', 'FC')}${scheme('DE1', 'VAT')}</cac:Party></cac:AccountingSupplierParty><cac:PaymentMeans><PaymentMeansCode>59</PaymentMeansCode><cac:PaymentMandate><ID>M 1</ID></cac:PaymentMandate></cac:PaymentMeans>`,
  )
  assert.deepEqual([seller.vatId, seller.taxNumber, seller.identifiers], ['DE1', '151/123', [{ text: 'L 1' }]])
  assert.deepEqual(payments[0]?.directDebit, { mandate: 'M 1', creditor: 'DE98ZZZ' })
})

test('a credit note has its due date, project and lines in other places', () => {
  const note = readCreditNote(
    '<CreditNoteTypeCode>381</CreditNoteTypeCode><cac:AdditionalDocumentReference><ID>P 7</ID><DocumentTypeCode>50</DocumentTypeCode></cac:AdditionalDocumentReference><cac:PaymentMeans><PaymentMeansCode>58</PaymentMeansCode><PaymentDueDate>2026-12-01</PaymentDueDate></cac:PaymentMeans><cac:CreditNoteLine><ID>1</ID><CreditedQuantity unitCode="H87">2</CreditedQuantity></cac:CreditNoteLine>',
  )
  assert.deepEqual([note.type, note.dueOn, note.project, note.supporting.length], ['381', '2026-12-01', 'P 7', 0])
  assert.deepEqual([note.lines[0]?.quantity, note.lines[0]?.unit], ['2', 'H87'])
})

test('in CII several due dates are one value, and VAT totals are told apart by their currency', () => {
  const day = (text: string) =>
    `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">${text}</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>`
  const invoice = readCii(
    '<ram:BuyerReference>x</ram:BuyerReference>',
    `<ram:TaxCurrencyCode>CZK</ram:TaxCurrencyCode><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>${day('20261201')}${day('20261224')}<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxTotalAmount currencyID="CZK">250</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="EUR">10</ram:TaxTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>`,
  )
  assert.deepEqual([invoice.totals.vat, invoice.totals.vatInTaxCurrency, invoice.leitwegId], ['10', '250', undefined])
  const due = invoice.tree.entries.find((entry) => entry.id === 'BT-9')
  assert.ok(due !== undefined && due.type !== 'group' && due.value === '2026-12-01;2026-12-24')
})

test('cash discounts are lines of the agreed form alone; the rest is for people', () => {
  const text = 'Netto 30 Tage\n#SKONTO#TAGE=14#PROZENT=2.25#\n#SKONTO#TAGE=7#PROZENT=3.00#BASISBETRAG=-100.00#\n#SKONTO#TAGE=7#PROZENT=3#\n'
  assert.deepEqual(cashDiscountsIn([text]), [
    { days: 14, percentage: '2.25' },
    { days: 7, percentage: '3.00', base: '-100.00' },
  ])
  assert.deepEqual(paymentTermsForPeople([text, '\n']), ['Netto 30 Tage\n#SKONTO#TAGE=7#PROZENT=3#'])
})

test('days are read from both forms, with or without a time zone', () => {
  assert.deepEqual(['2026-02-01', '20260201', ' 2026-02-01+01:00 ', '2026-02-30', '1.2.2026', ''].map(isoDay), [
    '2026-02-01',
    '2026-02-01',
    '2026-02-01',
    undefined,
    undefined,
    undefined,
  ])
})

test('each term stands in a group of the table, and whatever a value holds, reading does not fail', () => {
  for (const { group } of Object.values(terms)) assert.ok(group === '' || terms[group]?.type === 'group')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const safe = text.replaceAll(/[^\p{L}\p{N} #=.-]/gu, '')
      assert.ok(read(sample.replace('3302.00', safe).replace('2026-11-24', safe).replace('16070029-0001-12', safe)))
    }),
    { numRuns: 30 },
  )
})
