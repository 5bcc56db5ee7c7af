// Matching a statement: what counts as paid, and that every booked payment is either one of ours or listed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Day, parseDay } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import type { Entry, EntryDetail, Statement } from '#standards/camt053'
import { matchStatement, type OrderedPayment } from './match-statement.ts'

const day = (text: string): Day => parseDay(text) ?? assert.fail(text)
const payment = (endToEndId: string, amount: bigint, paidOn?: Day): OrderedPayment => ({
  ...{ runId: newId<'payment-run'>(), number: 1, invoice: newId<'invoice'>(), endToEndId, amount, paidOn },
  ...{ creditorName: 'Größler', creditorIban: 'DE02120300000000202051', remittance: '' },
})
const detail = (endToEndId: string | undefined, value: string | undefined, more: Partial<EntryDetail> = {}): EntryDetail => ({
  ...{ direction: 'debit', amount: value === undefined ? undefined : { currency: 'EUR', value }, endToEndId, remittance: [] },
  ...{ messageId: undefined, paymentId: undefined, counterparty: { name: undefined, account: undefined } },
  ...more,
})
const entry = (details: readonly EntryDetail[], more: Partial<Entry> = {}): Entry => ({
  ...{ amount: { currency: 'EUR', value: '9.99' }, direction: 'debit', isReversal: false, isBooked: true, bookedOn: day('2026-11-25') },
  ...{ valueOn: undefined, reference: undefined, bankReference: 'B-1', text: 'Buchung', details },
  ...more,
})
const statement = (entries: readonly Entry[]): Statement => ({ id: 'S', page: undefined, account: 'DE', currency: 'EUR', entries })
const reasons = (entries: readonly Entry[], payments: readonly OrderedPayment[]) =>
  matchStatement(statement(entries), payments).unmatched.map(({ reason }) => reason)

test('only a booked debit of the exact amount in euros is a payment; the rest is listed by its reason', () => {
  const ours = [payment('A', 100n)]
  assert.deepEqual(reasons([entry([detail('A', '1.00')])], ours), [])
  assert.deepEqual(matchStatement(statement([entry([detail('A', '1')], { isBooked: false })]), ours), { paid: [], unmatched: [] })
  const cases: readonly (readonly [string, Entry, readonly OrderedPayment[]])[] = [
    ['wrong-amount', entry([detail('A', '1.001')]), ours],
    ['wrong-amount', entry([detail('A', undefined)]), ours],
    ['wrong-amount', entry([detail('A', '1.00', { amount: { currency: 'USD', value: '1.00' } })]), ours],
    ['returned', entry([detail('A', '1.00', { direction: 'credit' })], { direction: 'credit' }), ours],
    ['returned', entry([detail('A', '1.00')], { isReversal: true }), ours],
    ['paid-before', entry([detail('A', '1.00')]), [payment('A', 100n, day('2026-11-24'))]],
    ['unknown', entry([detail('B', '1.00')]), ours],
    ['unknown', entry([detail(undefined, '1.00')]), ours],
    ['unknown', entry([]), ours],
    ['incoming', entry([], { direction: 'credit' }), ours],
  ]
  for (const [reason, one, payments] of cases) assert.deepEqual(reasons([one], payments), [reason])
})

test('every payment of the statement is paid once or listed, and nothing is paid that it does not name', () => {
  const letters = fc.constantFrom('A', 'B', 'C', 'D')
  const details = fc.array(fc.array(fc.tuple(letters, fc.constantFrom('1.00', '2.00')), { minLength: 1, maxLength: 3 }), { maxLength: 6 })
  fc.assert(
    fc.property(details, fc.uniqueArray(letters), (entries, references) => {
      const payments = references.map((reference) => payment(reference, 100n))
      const given = entries.map((group) => entry(group.map(([reference, value]) => detail(reference, value))))
      const { paid, unmatched } = matchStatement(statement(given), payments)
      assert.equal(paid.length + unmatched.length, entries.flat().length)
      assert.equal(new Set(paid.map((one) => one.payment.endToEndId)).size, paid.length)
      for (const reference of references) {
        const isNamed = entries.flat().some(([named, value]) => named === reference && value === '1.00')
        assert.equal(
          paid.some((one) => one.payment.endToEndId === reference),
          isNamed,
        )
      }
    }),
  )
})
