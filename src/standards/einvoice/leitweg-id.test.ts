// Leitweg-ID: form and check digits, both sides.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readLeitwegId } from './leitweg-id.ts'

test('a Leitweg-ID falls into its parts, with and without a fine address', () => {
  assert.deepEqual(readLeitwegId(' 16901101-0001-78 '), {
    ok: true,
    value: { text: '16901101-0001-78', coarse: '16901101', fine: '0001', checkDigits: '78' },
  })
  const short = everyCheckDigits('99')
    .map(readLeitwegId)
    .filter((read) => read.ok)
  assert.ok(short.length >= 1 && short.length <= 2)
  assert.ok(short.every((read) => read.ok && read.value.coarse === '99' && read.value.fine === undefined))
})

test('another form is refused as such', () => {
  for (const text of [
    '',
    '1-23',
    '1234567890123-12',
    '16901101-0001',
    '16901101-00 01-78',
    '16901101--78',
    '16901101-ÄB-78',
    `12-${'A'.repeat(31)}-34`,
  ]) {
    assert.deepEqual(readLeitwegId(text), { ok: false, reason: 'form' })
  }
})

test('one changed digit is seen in the check digits', () => {
  const valid = '16069042-0001-83'
  assert.ok(readLeitwegId(valid).ok)
  fc.assert(
    fc.property(fc.nat(valid.length - 1), fc.integer({ min: 1, max: 9 }), (at, by) => {
      fc.pre(valid[at] !== '-')
      const other = String((Number(valid[at]) + by) % 10)
      assert.deepEqual(readLeitwegId(valid.slice(0, at) + other + valid.slice(at + 1)), { ok: false, reason: 'check-digits' })
    }),
  )
})

test('lower case letters count as upper case ones', () => {
  const letters = everyCheckDigits('991-abc').find((text) => readLeitwegId(text).ok)
  assert.ok(letters !== undefined)
  const read = readLeitwegId(letters)
  assert.ok(read.ok && read.value.fine === 'ABC' && read.value.text === letters.toUpperCase())
})

function everyCheckDigits(address: string): readonly string[] {
  return [...Array(100).keys()].map((digits) => `${address}-${String(digits).padStart(2, '0')}`)
}
