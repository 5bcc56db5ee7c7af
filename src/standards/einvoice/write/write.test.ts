// Writing: what is written is read back, the rules accept it, the sums are exact, and wrong facts are refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDay } from '#kernel/dates.ts'
import { judge } from '../scenarios/judge.ts'
import { readInvoice } from '../semantic-model/read.ts'
import { feeInvoice, someOutgoingInvoice, taxedInvoice } from '../testing/outgoing-invoices.ts'
import { readXml } from '../xml/reader.ts'
import type { OutgoingAmounts } from './amounts.ts'
import type { OutgoingAdjustment, OutgoingInvoice, OutgoingLine, OutgoingParty, OutgoingPeriod, OutgoingVat } from './outgoing.ts'
import { writeInvoice } from './write-invoice.ts'

const syntaxes = ['ubl', 'cii'] as const

function written(invoice: OutgoingInvoice, syntax: 'ubl' | 'cii'): { bytes: Uint8Array; amounts: OutgoingAmounts } {
  const outcome = writeInvoice(invoice, syntax)
  assert.ok(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.faults))
  return outcome
}

function assertAccepted(bytes: Uint8Array): void {
  const { verdict, findings } = judge(bytes)
  assert.equal(verdict, 'accept', JSON.stringify(findings))
  assert.deepEqual(
    findings.filter(({ level }) => level !== 'information').map(({ rule }) => rule),
    [],
  )
}

function readBack(bytes: Uint8Array): object {
  const reading = readXml(bytes)
  assert.ok(reading.ok)
  const invoice = readInvoice(reading.value)
  assert.ok(invoice)
  const { tree: _tree, syntax: _syntax, ...facts } = invoice
  return { ...facts, leitwegId: facts.leitwegId?.text }
}

test('a fee notice and an invoice with VAT are accepted in both syntaxes without a warning', () => {
  for (const syntax of syntaxes) {
    for (const invoice of [feeInvoice, taxedInvoice]) assertAccepted(written(invoice, syntax).bytes)
  }
})

test('whatever is sent is accepted and read back as it was written, in both syntaxes alike', () => {
  fc.assert(
    fc.property(someOutgoingInvoice, (invoice) => {
      for (const syntax of syntaxes) {
        const { bytes, amounts } = written(invoice, syntax)
        assertAccepted(bytes)
        assert.deepEqual(readBack(bytes), structuredClone(expectedOf(invoice, amounts)))
      }
    }),
    { numRuns: 150 },
  )
})

test('the same facts give the same bytes', () => {
  for (const syntax of syntaxes) assert.deepEqual(written(feeInvoice, syntax).bytes, written(structuredClone(feeInvoice), syntax).bytes)
})

test('a credit note in UBL is a document of its own kind, with its due date where credit notes have it', () => {
  const text = Buffer.from(written({ ...feeInvoice, type: '381', preceding: { number: 'GB-2026-000400' } }, 'ubl').bytes).toString()
  assert.match(text, /<ubl:CreditNote /)
  assert.match(text, /<cbc:PaymentDueDate>2026-12-02</)
})

test('sums are exact to the cent, half a cent away from zero, VAT once per rate', () => {
  const { amounts } = written(taxedInvoice, 'ubl')
  // 2.5 × 19.99 = 49.975; 14.25 × 1.87 = 26.6475 less 0.33.
  assert.deepEqual(amounts.perLine, [4_998n, 2_632n, 4_000n])
  assert.deepEqual(
    amounts.breakdown.map(({ category, rate, taxable, tax }) => [category, rate, taxable, tax]),
    [
      ['S', '19', 4_498n, 855n],
      ['S', '7', 2_882n, 202n],
      ['E', '0', 4_000n, 0n],
    ],
  )
  assert.deepEqual([amounts.net, amounts.vat, amounts.gross, amounts.due], [11_380n, 1_057n, 12_437n, 11_437n])
  const [line] = feeInvoice.lines
  assert.ok(line)
  const back = { ...feeInvoice, lines: [{ ...line, quantity: '-0.5', unitPrice: 1n }] }
  assert.deepEqual(written(back, 'cii').amounts.perLine, [-1n])
})

test('every amount adds up whatever is invoiced', () => {
  fc.assert(
    fc.property(someOutgoingInvoice, (invoice) => {
      const { amounts } = written(invoice, 'cii')
      const taxable = amounts.breakdown.reduce((total, row) => total + row.taxable, 0n)
      assert.equal(taxable, amounts.net)
      assert.equal(amounts.due, amounts.net + amounts.vat - (invoice.paid ?? 0n))
      for (const { taxable: base, tax, rate } of amounts.breakdown) {
        const exact = base * BigInt(Math.round(Number(rate) * 100))
        const off = tax * 10_000n - exact
        assert.ok(off <= 5_000n && off >= -5_000n)
      }
    }),
  )
})

const wrong: readonly (readonly [string, string, Partial<OutgoingInvoice>])[] = [
  ['number', 'text', { number: ' ' }],
  ['notes.0', 'text', { notes: ['#SKONTO#'] }],
  ['buyerReference', 'text', { buyerReference: 'a\u0000b' }],
  ['preceding', 'missing', { type: '384' }],
  ['transfer.account', 'check-digits', { transfer: { ...feeInvoice.transfer, account: 'DE03120300000000202051' } }],
  ['transfer.account', 'form', { transfer: { ...feeInvoice.transfer, account: 'DE02 1203' } }],
  ['transfer.bic', 'form', { transfer: { ...feeInvoice.transfer, bic: 'x' } }],
  ['lines', 'missing', { lines: [] }],
  ['lines', 'conflict', { lines: [...feeInvoice.lines, ...taxedInvoice.lines] }],
  ['seller.vatId', 'conflict', { seller: { ...feeInvoice.seller, vatId: 'DE123456789' } }],
  ['seller.contact.telephone', 'form', { seller: { ...feeInvoice.seller, contact: { ...feeInvoice.seller.contact, telephone: 'keins' } } }],
  ['seller.contact.email', 'form', { seller: { ...feeInvoice.seller, contact: { ...feeInvoice.seller.contact, email: 'a@b' } } }],
  ['buyer.address.country', 'code', { buyer: { ...feeInvoice.buyer, address: { ...feeInvoice.buyer.address, country: 'XX' } } }],
  ['buyer.electronicAddress.scheme', 'code', { buyer: { ...feeInvoice.buyer, electronicAddress: { text: 'a', scheme: 'XX' } } }],
  ['exemption.code', 'code', { exemption: { text: 'frei', code: 'VATEX-EU-AE' } }],
  ['allowances.0.amount', 'range', { allowances: [{ amount: 0n, reason: 'nichts', vat: { category: 'O' } }] }],
  ['paid', 'range', { paid: -1n }],
  ['period', 'range', { period: { from: feeInvoice.issuedOn, to: feeInvoice.deliveredOn ?? feeInvoice.issuedOn } }],
  [
    'lines.0.period',
    'range',
    { period: period('2026-10-01', '2026-10-31'), lines: firstLine({ period: period('2026-10-30', '2026-11-01') }) },
  ],
  ['lines.0.quantity', 'form', { lines: firstLine({ quantity: '1,5' }) }],
  ['lines.0.unit', 'code', { lines: firstLine({ unit: 'Stück' }) }],
  ['lines.0.unitPrice', 'range', { lines: firstLine({ unitPrice: -1n }) }],
  ['lines.0.vat.rate', 'form', { lines: firstLine({ vat: { category: 'S', rate: '0.00' } }) }],
  ['lines.0', 'range', { lines: firstLine({ quantity: '999999999', unitPrice: 10_000n }) }],
]

test('wrong facts are refused at their field before anything is written', () => {
  for (const [place, kind, change] of wrong) {
    for (const syntax of syntaxes) {
      const outcome = writeInvoice({ ...feeInvoice, ...change }, syntax)
      assert.ok(!outcome.ok, place)
      assert.ok(
        outcome.faults.some((fault) => fault.place === place && fault.kind === kind),
        `${place}: ${JSON.stringify(outcome.faults)}`,
      )
    }
  }
})

test('what is to be paid has a day or terms; nothing to pay needs neither', () => {
  const { dueOn: _dueOn, ...undated } = feeInvoice
  assert.deepEqual(writeInvoice(undated, 'cii'), { ok: false, faults: [{ place: 'dueOn', kind: 'missing' }] })
  for (const syntax of syntaxes) assertAccepted(written({ ...undated, paid: 10_850n }, syntax).bytes)
})

test('VAT without any number of the seller, and an exemption nobody needs, are refused', () => {
  const { vatId: _vatId, taxNumber: _taxNumber, ...seller } = taxedInvoice.seller
  const unknown = writeInvoice({ ...taxedInvoice, seller }, 'ubl')
  assert.deepEqual(unknown, { ok: false, faults: [{ place: 'seller.taxNumber', kind: 'missing' }] })
  const needless = writeInvoice({ ...taxedInvoice, lines: taxedInvoice.lines.slice(0, 2) }, 'ubl')
  assert.deepEqual(needless, { ok: false, faults: [{ place: 'exemption', kind: 'conflict' }] })
})

function period(from: string, to: string): OutgoingPeriod {
  const [first, last] = [parseDay(from), parseDay(to)]
  assert.ok(first !== undefined && last !== undefined)
  return { from: first, to: last }
}

function firstLine(change: Partial<OutgoingLine>): readonly OutgoingLine[] {
  return feeInvoice.lines.map((line, place) => (place === 0 ? { ...line, ...change } : line))
}

/** What reading must give, from the facts alone; amounts are those the writer told. */
function expectedOf(invoice: OutgoingInvoice, amounts: OutgoingAmounts): object {
  const { seller, buyer, transfer, preceding, exemption, paymentTerms, notes = [], allowances = [], charges = [] } = invoice
  const { type, number, issuedOn, dueOn, buyerReference, purchaseOrder, contract, period, deliveredOn } = invoice
  return {
    ...defined({ number, type, issuedOn, dueOn, buyerReference, purchaseOrder, contract, period }),
    leitwegId: undefined,
    currency: 'EUR',
    businessProcess: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    paymentTerms: paymentTerms === undefined ? [] : [paymentTerms],
    cashDiscounts: [],
    notes: notes.map((text) => ({ text })),
    preceding: preceding === undefined ? [] : [preceding],
    seller: {
      ...partyOf(seller),
      ...defined({ taxNumber: seller.taxNumber, legalInformation: seller.legalInformation, contact: seller.contact }),
    },
    buyer: partyOf(buyer),
    ...(deliveredOn === undefined ? {} : { delivery: { on: deliveredOn } }),
    payments: [
      {
        code: '58',
        remittance: [transfer.remittance],
        transfers: [{ account: transfer.account, ...defined({ name: transfer.holder, bic: transfer.bic }) }],
      },
    ],
    allowances: allowances.map(adjustmentOf),
    charges: charges.map(adjustmentOf),
    totals: totalsOf(invoice, amounts),
    vat: amounts.breakdown.map(({ category, rate, taxable, tax }) => ({
      category,
      rate,
      taxable: euros(taxable),
      tax: euros(tax),
      ...(category === 'E' || category === 'O' ? defined({ exemption: exemption?.text, exemptionCode: exemption?.code }) : {}),
    })),
    supporting: [],
    lines: invoice.lines.map((line, place) => lineOf(line, place, amounts.perLine[place] ?? 0n)),
    thirdPartyPayments: [],
  }
}

function partyOf({ name, address, electronicAddress, identifier, registration, vatId }: OutgoingParty): object {
  return {
    name,
    address,
    electronicAddress,
    identifiers: identifier === undefined ? [] : [identifier],
    ...defined({ registration, vatId }),
  }
}

function totalsOf({ allowances, charges, paid }: OutgoingInvoice, amounts: OutgoingAmounts): object {
  return {
    lines: euros(amounts.lines),
    ...(allowances?.length ? { allowances: euros(amounts.allowances) } : {}),
    ...(charges?.length ? { charges: euros(amounts.charges) } : {}),
    net: euros(amounts.net),
    vat: euros(amounts.vat),
    gross: euros(amounts.gross),
    ...(paid === undefined ? {} : { paid: euros(paid) }),
    due: euros(amounts.due),
  }
}

function adjustmentOf({ amount, reason, vat }: OutgoingAdjustment): object {
  return { amount: euros(amount), reason, ...vatOf(vat) }
}

function lineOf(line: OutgoingLine, place: number, amount: bigint): object {
  return {
    id: String(place + 1),
    note: [],
    allowances: (line.allowances ?? []).map((allowance) => ({ amount: euros(allowance.amount), reason: allowance.reason })),
    charges: [],
    attributes: [],
    lines: [],
    name: line.name,
    ...defined({ description: line.description, period: line.period }),
    quantity: line.quantity,
    unit: line.unit,
    price: euros(line.unitPrice),
    amount: euros(amount),
    ...vatOf(line.vat),
  }
}

function vatOf(vat: OutgoingVat): object {
  if (vat.category === 'O') return { category: 'O' }
  return { category: vat.category, rate: vat.category === 'S' ? String(Number(vat.rate)) : '0' }
}

function euros(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
