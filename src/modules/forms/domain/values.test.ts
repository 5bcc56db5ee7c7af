// Tests of reading and showing values: what is shown reads as the same value, what is typed is never lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOf } from '#kernel/dates.ts'
import type { Field, FieldType } from './definition.ts'
import { cleanText, joinDayParts, readValue, shownIn, splitDayParts, storedOf, unreadText } from './values.ts'

const field = (type: FieldType): Field => ({ kind: 'field', key: 'x', type, label: { de: 'x' }, occurs: { min: 1, max: 1 } })
const read = (type: FieldType, text: string): string | undefined => {
  const reading = readValue(field(type), text)
  return reading.ok ? reading.value : undefined
}
const days = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => dayOf(...parts) ?? '')

const values: Readonly<Partial<Record<FieldType, fc.Arbitrary<string>>>> = {
  day: days,
  'partial-day': fc.oneof(
    days,
    days.map((day) => day.slice(0, 7)),
    days.map((day) => day.slice(0, 4)),
  ),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  instant: days.map((day) => `${day}T08:05`),
  integer: fc.integer().map(String),
  money: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(String),
  decimal: fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 9 })).map(([whole, part]) => `${whole}.${part}`),
}

test('what is shown of a value reads as the same value', () => {
  for (const [type, value] of Object.entries(values)) {
    const known = Object.keys(values).find((each): each is FieldType => each === type)
    assert.ok(known !== undefined)
    fc.assert(
      fc.property(value, (stored) => read(known, shownIn(field(known), stored)) === stored),
      { numRuns: 300 },
    )
  }
})

test('the three inputs of a day give back what was stored in them, right or wrong', () => {
  const part = fc.stringMatching(/^[0-9a-z]{0,4}$/)
  fc.assert(
    fc.property(fc.tuple(part, part, part), ([day, month, year]) => {
      const stored = storedOf(field('day'), joinDayParts({ day, month, year }))
      const typed = joinDayParts({ day, month, year })
      const shown = stored === '' ? '' : shownIn(field('day'), stored)
      const again = storedOf(field('day'), joinDayParts(splitDayParts(shown)))
      return (typed === '' && stored === '') || again === stored
    }),
    { examples: [[['0000', '', '']]] },
  )
})

test('any text is kept: as a value or under a mark, and storing what is shown changes nothing', () => {
  const types: readonly FieldType[] = [
    'text',
    'name',
    'day',
    'partial-day',
    'time',
    'integer',
    'decimal',
    'money',
    'email',
    'phone',
    'iban',
    'postal-code',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.string({ unit: 'grapheme', maxLength: 40 }), (type, typed) => {
      const stored = storedOf(field(type), typed)
      const clean = cleanText(field(type), typed)
      if (stored === '') return clean === ''
      return unreadText(stored) === undefined
        ? storedOf(field(type), shownIn(field(type), stored)) === stored
        : unreadText(stored) === clean
    }),
    { numRuns: 2_000 },
  )
})

test('dates are taken as people paste them', () => {
  for (const text of [
    '27.3.1987',
    '27.03.1987',
    '1987-03-27',
    '27/3/1987',
    '27 3 1987',
    '27. März 1987',
    '27 March 1987',
    '27.Mrz 1987'.replace('Mrz', 'mär'),
    '27031987',
  ])
    assert.equal(read('day', text), '1987-03-27', text)
  for (const text of ['31.2.1990', '1.13.1990', 'gestern', '1.1.90', '..1990']) assert.equal(read('day', text), undefined, text)
})

test('numbers, money, phones and bank accounts are taken the German way', () => {
  assert.deepEqual(
    ['1.234,50', '12', '12,5 €', '1234,5'].map((text) => read('money', text)),
    ['123450', '1200', '1250', '123450'],
  )
  assert.deepEqual(
    ['1.234', '1,5', '1.5', '-3', '1.234,50'].map((text) => read('decimal', text)),
    ['1234', '1.5', '1.5', '-3', '1234.5'],
  )
  assert.deepEqual(
    ['03677 600-0', '+49 (0)3677/6000', '0049 3677 6000'].map((text) => read('phone', text)),
    ['+4936776000', '+4936776000', '+4936776000'],
  )
  assert.equal(read('iban', 'de02 1203 0000 0000 2020 51'), 'DE02120300000000202051')
  assert.equal(read('iban', 'DE03 1203 0000 0000 2020 51'), undefined)
  assert.equal(read('iban', 'DE02 1203 0000 0000 2020'), undefined)
  assert.deepEqual(
    ['98693', 'D-98693', '9869', '986933'].map((text) => read('postal-code', text)),
    ['98693', '98693', undefined, undefined],
  )
})

test('names keep the letters of DIN 91379 and refuse other signs', () => {
  for (const name of ['Yılmaz-Özdemir', 'Đoković', "O'Neill", 'Ł̇ukasz', 'Müller-Lüdenscheidt', 'd’Artagnan', 'Þórðarson', 'Nguyễn Thị'])
    assert.equal(read('name', name), name.normalize('NFC'), name)
  for (const name of ['Müller<', 'a@b', '王', '1234', 'x_y']) assert.equal(read('name', name), undefined, name)
})
