// What the codec lets through and refuses, with the traps of the standard.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  amountOnWire,
  centsFromWire,
  decodeProblem,
  decodeRequest,
  decodeTransaction,
  descriptionOnWire,
  encodeProblem,
  encodeRequest,
  encodeTransaction,
  isRequest,
  type PaymentOrder,
  parseVersion,
  purposeOnWire,
  transactionStates,
  versions,
  wordOnWire,
} from './index.ts'

const order: PaymentOrder = {
  requestId: '0193a0b0-0000-7000-8000-000000000001',
  requestedAt: new Date('2026-11-23T10:00:00Z'),
  amount: 1000n,
  purpose: 'Gebühr Meldebescheinigung für Müller',
  description: 'Meldebescheinigung',
  redirectUrl: 'https://portal.example/zahlung/zurueck',
  positions: [
    { id: 'fee', reference: '122100-431100', quantity: 1, singleAmount: 1000n, booking: { Produkt: '12.2.10', Sachkonto: '431100' } },
  ],
}
const answer = {
  paymentInformation: {
    transactionUrl: 'https://pay.example/t/1',
    transactionRedirectUrl: 'https://pay.example/p/1',
    transactionId: 't-1',
    status: 'INITIAL',
  },
}

test('every amount the standard can carry survives the double', () => {
  fc.assert(fc.property(fc.bigInt(1n, 99_999_900n), (cents) => assert.equal(centsFromWire(amountOnWire(cents)), cents)))
  fc.assert(
    fc.property(fc.bigInt(1n, 99_999_900n), (cents) => assert.equal(centsFromWire(JSON.parse(JSON.stringify(amountOnWire(cents)))), cents)),
  )
})

test('sums of doubles are read as the cents they mean, parts of cents are refused', () => {
  assert.equal(centsFromWire(0.1 + 0.2), 30n)
  assert.equal(centsFromWire(1.1 * 3), 330n)
  for (const amount of [10.005, 0.001, -1, Number.NaN, Number.POSITIVE_INFINITY, 1_000_000])
    assert.equal(centsFromWire(amount), undefined, String(amount))
  for (const cents of [0n, -1n, 99_999_901n]) assert.throws(() => amountOnWire(cents), RangeError)
})

test('a purpose has at most 27 letters without umlauts, whatever was given', () => {
  assert.equal(purposeOnWire('Gebühr für Meldebescheinigung'), 'Gebuehr fuer Meldebescheini')
  assert.equal(purposeOnWire('Straße – 12/7: „Łódź“ & Ağrı'), 'Strasse 12 7 Lodz Agri')
  assert.equal(purposeOnWire('日本'), 'Zahlung')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.match(purposeOnWire(text), /^[\w -]{1,27}$/u)))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.match(wordOnWire(text), /^[\w-]{1,36}$/u)))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.ok((descriptionOnWire(text) ?? 'x').length <= 250)))
})

test('an order written in each version is read again as the same order', () => {
  const amounts = fc.array(fc.record({ single: fc.bigInt(1n, 50_000n), quantity: fc.integer({ min: 1, max: 5 }) }), {
    minLength: 1,
    maxLength: 99,
  })
  fc.assert(
    fc.property(fc.constantFrom(...versions), fc.string(), amounts, (version, purpose, parts) => {
      const positions = parts.map((part, index) => ({
        id: `p${index}`,
        reference: 'fee',
        quantity: part.quantity,
        singleAmount: part.single,
      }))
      const amount = parts.reduce((sum, part) => sum + part.single * BigInt(part.quantity), 0n)
      const written: unknown = JSON.parse(JSON.stringify(encodeRequest({ ...order, purpose, amount, positions }, version)))
      const read = decodeRequest(written, version)
      assert.ok(read.ok)
      assert.equal(read.value.amount, amount)
      assert.equal(read.value.requestId, order.requestId)
    }),
  )
})

test('version 1.0.0 misspells the amount and is not understood as a newer one', () => {
  const old = encodeRequest(order, '1.0.0')
  assert.equal(old['grosAmount'], 10)
  assert.ok(!('grossAmount' in old))
  assert.deepEqual(decodeRequest(old, '1.2.0'), { ok: false, reason: 'invalid' })
  assert.deepEqual(decodeRequest(encodeRequest(order), '1.0.0'), { ok: false, reason: 'invalid' })
  assert.equal(parseVersion('1.2'), '1.2.0')
  assert.equal(parseVersion('2.0.0'), undefined)
})

test('an order that does not add up is neither written nor accepted', () => {
  assert.throws(() => encodeRequest({ ...order, amount: 1001n }), RangeError)
  assert.throws(() => encodeRequest({ ...order, requestId: 'ä' }), RangeError)
  assert.deepEqual(decodeRequest({ ...encodeRequest(order), grossAmount: 10.01 }), { ok: false, reason: 'calculation' })
})

test('a request breaking one limit of the standard is invalid', () => {
  const good = encodeRequest(order)
  assert.ok(isRequest(good))
  const bad: Record<string, unknown>[] = [
    { ...good, requestId: 'x'.repeat(37) },
    { ...good, purpose: 'Gebühr' },
    { ...good, purpose: 'x'.repeat(28) },
    { ...good, items: [] },
    { ...good, grossAmount: 0 },
    { ...good, redirectUrl: 'no address' },
    { ...good, extra: 1 },
    { ...good, requestor: { requestorType: 'INDIVIDUAL', name: 'Mustermann' } },
  ]
  for (const request of bad) assert.ok(!isRequest(request), JSON.stringify(request))
})

test('an answer is read with and without the echo of the request', () => {
  const plain = decodeTransaction(answer)
  assert.ok(plain.ok)
  assert.deepEqual(plain.value, { transactionId: 't-1', status: 'INITIAL', redirectUrl: 'https://pay.example/p/1' })
  const echoed = decodeTransaction({ ...answer, paymentRequest: encodeRequest(order) })
  assert.ok(echoed.ok)
  assert.equal(echoed.value.amount, 1000n)
  assert.equal(echoed.value.requestId, order.requestId)
})

test('what decides about money is read strictly, the rest leniently', () => {
  const { transactionRedirectUrl: _gone, ...finished } = answer.paymentInformation
  assert.ok(
    decodeTransaction({ paymentInformation: { ...finished, status: 'PAYED', addedByNewerVersion: 1 } }).ok,
    'redirect may be gone, extra fields may come',
  )
  const wrong: [unknown, string][] = [
    [{ paymentInformation: { ...answer.paymentInformation, status: 'PAID' } }, 'invalid'],
    [{ paymentInformation: { ...answer.paymentInformation, transactionId: 'x'.repeat(40) } }, 'too-long'],
    [{ paymentInformation: { ...answer.paymentInformation, transactionId: 'a/b' } }, 'invalid'],
    [{ ...answer, paymentRequest: { ...encodeRequest(order), grossAmount: 10.005 } }, 'not-cents'],
    [{ ...answer, paymentRequest: { requestId: 'x' } }, 'invalid'],
    ['<html>', 'invalid'],
    [null, 'invalid'],
  ]
  for (const [value, reason] of wrong) assert.deepEqual(decodeTransaction(value), { ok: false, reason }, JSON.stringify(value))
})

test('a transaction written is read again as the same', () => {
  const text = fc.stringMatching(/^[\w-]{1,36}$/)
  fc.assert(
    fc.property(text, fc.constantFrom(...transactionStates), text, (transactionId, status, reference) => {
      const transaction = {
        transactionId,
        status,
        reference,
        redirectUrl: 'https://pay.example/p',
        transactionUrl: 'https://pay.example/t',
      }
      const read = decodeTransaction(JSON.parse(JSON.stringify(encodeTransaction(transaction, encodeRequest(order)))))
      assert.ok(read.ok)
      const { transactionUrl: _own, ...expected } = transaction
      assert.deepEqual(read.value, { ...expected, requestId: order.requestId, amount: 1000n })
    }),
  )
})

test('an error answer names its code, anything else is unspecified', () => {
  assert.equal(
    decodeProblem(encodeProblem(400, 'PAYMENT_EXISTS', 'Zahlung besteht', 'Für die Anfrage gibt es schon eine.')),
    'PAYMENT_EXISTS',
  )
  for (const value of ['<html>', null, {}, { functionalCode: 'NEW' }]) assert.equal(decodeProblem(value), 'UNSPECIFIED')
})
