// Legal dates against a little table made by hand with a calendar of Thuringia.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Day, parseDay } from '#kernel/dates.ts'
import { type DeliveryRule, lastDayForObjection, lastDayForRetrieval, legalDay, nextWorkingDay } from './delivery-rules.ts'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert(parsed !== undefined)
  return parsed
}

/** provided, first retrieved, rule → notified, last day for an objection. */
const table: readonly (readonly [string, string | undefined, DeliveryRule, string | undefined, string | undefined])[] = [
  ['2026-11-23', undefined, 'ozg-9', '2026-11-27', '2026-12-28'], // 27 December is a Sunday
  ['2026-11-23', '2026-11-24', 'ozg-9', '2026-11-27', '2026-12-28'], // fetched earlier: the fiction counts
  ['2026-11-26', undefined, 'ozg-9', '2026-11-30', '2026-12-30'],
  ['2026-12-21', undefined, 'ozg-9', '2026-12-25', '2027-01-25'], // the deemed day is Christmas and stays there
  ['2026-08-16', undefined, 'ozg-9', '2026-08-20', '2026-09-21'], // 20 September: World Children's Day on a Sunday
  ['2027-08-16', undefined, 'ozg-9', '2027-08-20', '2027-09-21'], // World Children's Day on a Monday
  ['2029-09-27', undefined, 'ozg-9', '2029-10-01', '2029-11-01'], // no holiday in Thuringia on 1 November
  ['2028-09-26', undefined, 'ozg-9', '2028-09-30', '2028-10-30'],
  ['2028-09-27', undefined, 'ozg-9', '2028-10-01', '2028-11-01'],
  ['2030-09-26', undefined, 'ozg-9', '2030-09-30', '2030-10-30'],
  ['2029-08-27', undefined, 'ozg-9', '2029-08-31', '2029-10-01'], // 30 September is a Sunday
  ['2028-08-29', undefined, 'ozg-9', '2028-09-02', '2028-10-02'],
  ['2028-08-30', undefined, 'ozg-9', '2028-09-03', '2028-10-04'], // 3 October is a holiday
  ['2023-09-27', '2023-09-29', 'vwvfg-41-2a', '2023-09-30', '2023-10-30'],
  ['2028-09-28', '2028-09-29', 'vwvfg-41-2a', '2028-09-30', '2028-10-30'],
  ['2028-09-28', '2028-09-30', 'vwvfg-41-2a', '2028-10-01', '2028-11-01'],
  ['2029-09-26', '2029-09-29', 'vwvfg-41-2a', '2029-09-30', '2029-10-30'],
  ['2025-09-28', '2025-09-29', 'vwvfg-41-2a', '2025-09-30', '2025-10-30'],
  ['2025-08-29', '2025-08-30', 'vwvfg-41-2a', '2025-08-31', '2025-09-30'],
  ['2026-01-30', undefined, 'ozg-9', '2026-02-03', '2026-03-03'],
  ['2027-01-27', undefined, 'ozg-9', '2027-01-31', '2027-03-01'], // 28 February is a Sunday: the month has no 31st
  ['2028-01-27', undefined, 'ozg-9', '2028-01-31', '2028-02-29'], // leap year
  ['2026-02-27', undefined, 'ozg-9', '2026-03-03', '2026-04-07'], // Good Friday, weekend, Easter Monday
  ['2026-03-28', undefined, 'ozg-9', '2026-04-01', '2026-05-04'], // 1 May is a Friday
  ['2024-12-30', undefined, 'ozg-9', '2025-01-02', '2025-02-03'], // old wording: three days
  ['2025-01-01', undefined, 'ozg-9', '2025-01-05', '2025-02-05'], // new wording: four days
  ['2024-07-01', undefined, 'ozg-9', undefined, undefined], // before the rule
  ['2026-11-23', undefined, 'vwvfg-41-2a', undefined, undefined], // not fetched yet
]

for (const [provided, retrieved, rule, notified, until] of table) {
  test(`${rule}: provided ${provided}, fetched ${retrieved ?? 'never'} counts as notified ${notified ?? 'not yet'}`, () => {
    const found = legalDay(rule, { providedOn: day(provided), firstRetrievedOn: retrieved === undefined ? undefined : day(retrieved) })
    assert.equal(found, notified)
    assert.equal(found === undefined ? undefined : lastDayForObjection(found), until)
  })
}

test('an unfetched decision may be fetched for ten days after the notice, to the end of a working day', () => {
  assert.equal(lastDayForRetrieval('vwvfg-41-2a', day('2026-11-23')), '2026-12-03')
  assert.equal(lastDayForRetrieval('vwvfg-41-2a', day('2026-11-25')), '2026-12-07', 'the tenth day is a Saturday')
  assert.equal(lastDayForRetrieval('vwvfg-41-2a', day('2026-12-15')), '2026-12-28', 'Christmas Day on a Friday')
  assert.equal(lastDayForRetrieval('ozg-9', day('2026-11-23')), undefined)
})

test('fetched before it was notified once more, the first retrieval stays decisive', () => {
  const facts = { providedOn: day('2026-11-02'), firstRetrievedOn: day('2026-11-03'), renewedOn: day('2026-11-20') }
  assert.equal(legalDay('ozg-9', facts), '2026-11-03')
  assert.equal(legalDay('ozg-9', { ...facts, firstRetrievedOn: day('2026-11-21') }), '2026-11-24')
})

test('Reformation Day and World Children’s Day are holidays here, Epiphany and All Saints are not', () => {
  assert.equal(nextWorkingDay(day('2028-10-31')), '2028-11-01')
  assert.equal(nextWorkingDay(day('2027-09-20')), '2027-09-21')
  assert.equal(nextWorkingDay(day('2027-01-06')), '2027-01-06')
  assert.equal(nextWorkingDay(day('2027-11-01')), '2027-11-01')
})
