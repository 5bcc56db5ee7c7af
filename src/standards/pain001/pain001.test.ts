// Tests of the credit transfer file: bytes, letters, accounts, and what is refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Day, parseDay } from '#kernel/dates.ts'
import {
  CreditTransferError,
  type CreditTransferFile,
  encodeCreditTransfer,
  formatIban,
  isReference,
  readIban,
  transliterate,
} from './index.ts'

const day = (text: string): Day => parseDay(text) ?? assert.fail(text)
const file: CreditTransferFile = {
  messageId: 'ZL-2026-0001',
  createdAt: new Date('2026-11-23T09:00:00.123Z'),
  paymentId: 'ZL-2026-0001',
  executeOn: day('2026-11-24'),
  debtor: { name: 'Stadt Ilmenau, Stadtkasse', iban: 'DE02 1203 0000 0000 2020 51' },
  transfers: [
    {
      endToEndId: 'ZL-2026-0001-1',
      amount: 123_456n,
      creditor: { name: 'Müller & Söhne „Straße“', iban: 'DE02500105170137075030' },
      remittance: 'Rechnung 4711/2026 vom 01.11.2026 – Łódź',
    },
    { endToEndId: 'ZL-2026-0001-2', amount: 1n, creditor: { name: 'Ida', iban: 'AT611904300234573201' }, remittance: '' },
  ],
}

test('the same facts give the same bytes, with number and sum of the transfers', () => {
  const written = encodeCreditTransfer(file)
  assert.equal(encodeCreditTransfer(structuredClone(file)), written)
  assert.match(written, /<CreDtTm>2026-11-23T09:00:00Z<\/CreDtTm>\n<NbOfTxs>2<\/NbOfTxs>\n<CtrlSum>1234.57<\/CtrlSum>/)
  assert.match(written, /<Nm>Mueller \+ Soehne 'Strasse'<\/Nm>[\s\S]*<Ustrd>Rechnung 4711\/2026 vom 01.11.2026 - Lodz<\/Ustrd>/)
  assert.match(written, /<InstdAmt Ccy="EUR">0.01<\/InstdAmt>/)
  assert.equal(written.match(/<RmtInf>/g)?.length, 1)
})

test('whatever the text, only characters of the area come out, never more than asked for, and twice is as once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 1, max: 140 }), (text, most) => {
      const written = transliterate(text, most)
      assert.match(written, /^[A-Za-z0-9/\-?:().,'+ ]*$/)
      assert.ok(written.length <= most)
      assert.equal(transliterate(written, most), written)
    }),
  )
  assert.equal(transliterate('  Ñandú \n Çelik  ', 70), 'Nandu Celik')
})

test('an account number is right in length and check digits; one digit changed is noticed', () => {
  assert.equal(readIban('de02 1203 0000 0000 2020 51'), 'DE02120300000000202051')
  assert.equal(formatIban('DE02120300000000202051'), 'DE02 1203 0000 0000 2020 51')
  for (const bad of [
    '',
    'DE02',
    'DE02120300000000202052',
    'DE0212030000000020205',
    'US02120300000000202051',
    'DE02120300000000202051X',
    '__proto__',
  ])
    assert.equal(readIban(bad), undefined, bad)
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 999_999_999_999_999_999n }),
      fc.integer({ min: 4, max: 21 }),
      fc.integer({ min: 1, max: 9 }),
      (account, at, by) => {
        const digits = account.toString().padStart(18, '0')
        const check = (98n - (BigInt(`${digits}131400`) % 97n)).toString().padStart(2, '0')
        const iban = `DE${check}${digits}`
        assert.equal(readIban(iban), iban)
        const changed = (Number(iban[at]) + by) % 10
        assert.equal(readIban(`${iban.slice(0, at)}${changed}${iban.slice(at + 1)}`), undefined)
      },
    ),
  )
})

test('what no bank would take is refused', () => {
  const [first] = file.transfers
  assert.ok(first)
  const broken: CreditTransferFile[] = [
    { ...file, transfers: [] },
    { ...file, transfers: [first, first] },
    { ...file, messageId: '' },
    { ...file, messageId: 'ä' },
    { ...file, paymentId: 'x'.repeat(36) },
    { ...file, createdAt: new Date(Number.NaN) },
    { ...file, debtor: { name: ' ', iban: file.debtor.iban } },
    { ...file, debtor: { name: 'Kasse', iban: 'DE00120300000000202051' } },
    { ...file, transfers: [{ ...first, amount: 0n }] },
    { ...file, transfers: [{ ...first, amount: -1n }] },
    { ...file, transfers: [{ ...first, amount: 100_000_000_000n }] },
    { ...file, transfers: [{ ...first, endToEndId: '/x' }] },
    { ...file, transfers: [{ ...first, creditor: { name: 'X', iban: 'DE1' } }] },
  ]
  for (const one of broken) assert.throws(() => encodeCreditTransfer(one), CreditTransferError)
  for (const bad of ['/a', 'a/', 'a//b', '', ' a', 'a<', 'x'.repeat(36)]) assert.equal(isReference(bad), false, bad)
  assert.equal(isReference('ZL-2026/1'), true)
})
