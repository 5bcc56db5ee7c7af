// Paying: what stands in a run, four eyes, changed accounts, the file byte by byte, and paid only by the bank's statement.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { inTransaction } from '#database'
import { verifyHistory } from '#journal'
import type { Staff } from '#kernel/actors.ts'
import { type Day, parseDay } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { district, openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { proposeRun, readPlan } from './actions/propose-run.ts'
import { confirmAccount, releaseRun, withdrawRun } from './actions/release-run.ts'
import { takeStatement } from './actions/take-statement.ts'
import { isBankDay, nextBankDay } from './domain/bank-days.ts'
import { payableOn } from './domain/payable.ts'
import { fileOfRun, type RunId } from './domain/payment-run.ts'
import type { InvoiceId } from './domain/work-invoice.ts'
import { findRun, listRunEntries, listStatements } from './pay-reads.ts'
import { makeApproved, statementOn } from './testing/approved.ts'
import { findWorkInvoice, listInvoiceSteps } from './work-reads.ts'
import { insertStep } from './work-writes.ts'

const fixture = await openCaseFixture()
const { database, files, admin } = fixture
const dependencies = { database, files, payerName: async () => 'Stadt Ilmenau' }
const cashier = staffMember(town, 'Karla Kühn', 'cashier')
const second = staffMember(town, 'Karl Kasse', 'cashier')
const clerk = staffMember(town, 'Katrin Brandt', 'clerk', 'lead')
const stranger = staffMember(district, 'Ida Kasse', 'cashier')

const day = (text: string): Day => parseDay(text) ?? assert.fail(text)
const dueUntil = day('2026-12-01')
const debtorIban = 'DE02 5001 0517 0137 0750 30'
const account = 'DE02500105170137075030'
const later = new Date('2026-11-24T08:00:00Z')
let sellers = 0
const seller = () => `vat:DE${(sellers += 1)}`
const reasonOf = (outcome: { ok: true } | { ok: false; reason: string }) => (outcome.ok ? 'done' : outcome.reason)
const make = (made: Partial<Parameters<typeof makeApproved>[3]> = {}) =>
  makeApproved(fixture, town, testNow, { sellerKey: seller(), dueOn: day('2026-11-30'), ...made })
const inTown = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(database, { authority: town }, work)
const invoiceOf = async (invoice: InvoiceId) =>
  (await inTown((transaction) => findWorkInvoice(transaction, town, invoice))) ?? assert.fail()
const runOf = async (run: RunId) => (await inTown((transaction) => findRun(transaction, town, run))) ?? assert.fail()
const entriesOf = (run: RunId) => inTown((transaction) => listRunEntries(transaction, town, run))
const propose = (staff: Staff = cashier, more: object = {}) =>
  proposeRun(dependencies, { staff, dueUntil, debtorIban, now: testNow, ...more })
const release = (run: RunId, staff: Staff = second, now = later) => releaseRun(dependencies, { staff, run, now })
const take = (xml: string, staff: Staff = cashier) =>
  takeStatement(dependencies, { staff, fileName: 'auszug.xml', content: Readable.from([Buffer.from(xml)]), now: later })
const clear = () => admin.sql`update invoices.invoice set state = 'settled' where state = 'approved'`

async function proposed(...arguments_: Parameters<typeof propose>): Promise<RunId> {
  const outcome = await propose(...arguments_)
  assert.ok(outcome.ok, reasonOf(outcome))
  return outcome.value
}

test('what is due by the day is paid, a discount is taken while its last day allows and before it is lost', async () => {
  const due = await make({ payable: 10_000n })
  const undated = await make({ payable: 1n })
  await admin.sql`update invoices.invoice set due_on = null where invoice_id = ${undated}`
  const discounted = await make({
    payable: 20_000n,
    dueOn: day('2026-12-20'),
    discounts: [
      { days: 7, percent: '2.00' },
      { days: 5, percent: '3', base: '100.00' },
    ],
  })
  const missed = await make({ payable: 30_000n, discounts: [{ days: 3, percent: '5' }] })
  const notYet = await make({ dueOn: day('2026-12-20'), discounts: [{ days: 20, percent: '2' }] })
  const dollars = await make({ currency: 'USD' })
  const noIban = await make({ iban: undefined })
  const plan = await inTown((transaction) => readPlan(transaction, { staff: cashier, dueUntil, now: testNow }))
  assert.deepEqual(
    new Map(plan.entries.map((one) => [one.invoice.invoiceId, one.amount])),
    new Map([
      [undated, 1n],
      [discounted, 19_600n],
      [due, 10_000n],
      [missed, 30_000n],
    ]),
  )
  assert.deepEqual(
    new Map(plan.held.map((one) => [one.invoice.invoiceId, one.reason])),
    new Map([
      [dollars, 'other-currency'],
      [noIban, 'wrong-iban'],
    ]),
  )
  assert.equal(plan.executeOn, '2026-11-24')
  assert.equal(reasonOf(await propose(clerk)), 'wrong-role')
  assert.equal(reasonOf(await propose(cashier, { debtorIban: 'DE1' })), 'wrong-iban')
  assert.equal(reasonOf(await propose(cashier, { expected: 5n })), 'changed-meanwhile')
  assert.equal(reasonOf(await propose(stranger)), 'nothing-to-pay')
  const run = await proposed(cashier, { expected: plan.total })
  assert.equal((await runOf(run)).number, 'ZL-2026-0001')
  assert.match((await entriesOf(run)).find((entry) => entry.invoice === discounted)?.remittance ?? '', /vom 20\.11\.2026 abzgl\. Skonto$/)
  for (const invoice of [due, undated, discounted, missed]) assert.equal((await invoiceOf(invoice)).state, 'ordered')
  for (const invoice of [notYet, dollars, noIban]) assert.equal((await invoiceOf(invoice)).state, 'approved')
  assert.equal(reasonOf(await propose()), 'nothing-to-pay')
  await clear()
})

test('another person releases; the file is the same byte by byte, and a released run is neither released nor withdrawn again', async () => {
  await make({ payable: 12_345n, sellerName: 'Müller & Söhne' })
  const run = await proposed()
  assert.equal(reasonOf(await release(run, cashier)), 'same-person')
  assert.equal(reasonOf(await release(run, clerk)), 'wrong-role')
  assert.equal(reasonOf(await release(run, stranger)), 'unknown')
  assert.equal(reasonOf(await release(newId())), 'unknown')
  assert.equal(reasonOf(await release(run, second, new Date('2026-11-25T08:00:00Z'))), 'too-late')
  const both = await Promise.all([release(run), release(run)])
  assert.deepEqual(both.map(reasonOf).toSorted(), ['done', 'wrong-state'])
  const released = await runOf(run)
  assert.ok(released.file !== undefined && released.releasedAt !== undefined)
  const bytes = await buffer(files.read({ authority: town }, released.file))
  assert.equal(bytes.toString(), fileOfRun(released, await entriesOf(run), released.releasedAt))
  assert.equal(createHash('sha256').update(bytes).digest('hex'), released.sha256)
  assert.match(bytes.toString(), /<Nm>Mueller \+ Soehne<\/Nm>/)
  assert.equal(reasonOf(await withdrawRun(dependencies, { staff: second, run, now: later })), 'wrong-state')
})

test('a withdrawn run gives its invoices back, to be paid by another; two at once make one run', async () => {
  const invoice = await make()
  const run = await proposed()
  assert.equal(reasonOf(await withdrawRun(dependencies, { staff: clerk, run, now: later })), 'wrong-role')
  assert.equal(reasonOf(await withdrawRun(dependencies, { staff: stranger, run, now: later })), 'unknown')
  assert.equal(reasonOf(await withdrawRun(dependencies, { staff: cashier, run, now: later })), 'done')
  assert.equal((await invoiceOf(invoice)).state, 'approved')
  assert.equal(reasonOf(await release(run)), 'wrong-state')
  const both = await Promise.all([propose(), propose(second)])
  assert.deepEqual(both.map(reasonOf).toSorted(), ['done', 'nothing-to-pay'])
  assert.equal((await invoiceOf(invoice)).state, 'ordered')
})

test('a changed account of a known supplier waits for a second person, who does not propose its first run', async () => {
  const sellerKey = seller()
  const iban = 'AT611904300234573201'
  await make({ sellerKey })
  assert.ok((await release(await proposed())).ok)
  const changed = await make({ sellerKey, iban: 'AT61 1904 3002 3457 3201' })
  const held = async (staff: Staff) =>
    (await inTown((transaction) => readPlan(transaction, { staff, dueUntil, now: testNow }))).held.map((one) => one.reason)
  assert.deepEqual(await held(cashier), ['iban-changed'])
  assert.equal(reasonOf(await propose()), 'nothing-to-pay')
  const confirm = (staff: Staff, text = iban) => confirmAccount(dependencies, { staff, invoice: changed, iban: text, now: later })
  assert.equal(reasonOf(await confirm(clerk)), 'wrong-role')
  assert.equal(reasonOf(await confirm(stranger)), 'unknown')
  assert.equal(reasonOf(await confirm(second, account)), 'wrong-iban')
  const checker = staffMember(town, 'Doppelte Rolle', 'cashier', 'clerk')
  await inTown((transaction) =>
    insertStep(transaction, { authority: town, invoiceId: changed }, { kind: 'approved', actor: checker }, testNow),
  )
  assert.equal(reasonOf(await confirm(checker)), 'same-person')
  assert.deepEqual(await held(cashier), ['iban-changed'])
  assert.equal(reasonOf(await confirm(second)), 'done')
  assert.equal(reasonOf(await confirm(second)), 'done')
  assert.deepEqual(await held(second), ['confirmed-by-you'])
  assert.deepEqual(await held(cashier), [])
  const run = await proposed()
  assert.equal(reasonOf(await release(run)), 'done')
  const steps = await inTown((transaction) => listInvoiceSteps(transaction, town, changed))
  assert.deepEqual(
    steps.map((step) => step.kind),
    ['approved', 'iban-confirmed', 'ordered'],
  )
})

test('of two first accounts of a supplier only one is believed, also in two runs at once', async () => {
  const sellerKey = seller()
  await make({ sellerKey, dueOn: day('2026-11-24') })
  const other = await make({ sellerKey, iban: 'AT611904300234573201' })
  const first = await proposed()
  assert.equal((await entriesOf(first)).length, 1)
  // Nothing is known yet, so a second run takes the other account; whichever is released first is the known one.
  const run = await proposed(second)
  assert.deepEqual(
    (await entriesOf(run)).map((entry) => entry.invoice),
    [other],
  )
  assert.equal(reasonOf(await release(first)), 'done')
  assert.equal(reasonOf(await release(run, cashier)), 'account-changed')
  assert.equal(reasonOf(await withdrawRun(dependencies, { staff: cashier, run, now: later })), 'done')
  await clear()
})

test('paid is what the statement names with the exact amount; the rest is listed, and a second time nothing happens', async () => {
  const [one, two] = [await make({ payable: 10_000n }), await make({ payable: 20_000n })]
  const run = await proposed()
  const entries = await entriesOf(run)
  const early = await take(statementOn(account, entries, 'EARLY'))
  assert.deepEqual(
    early.ok && early.value.map(({ matched, unmatched }) => [matched, unmatched]),
    [[0, 2]],
    'a run that nobody released is not paid',
  )
  assert.ok((await release(run)).ok)
  assert.equal((await invoiceOf(one)).state, 'ordered', 'releasing is not paying')
  const entryOf = (invoice: InvoiceId) => entries.find((entry) => entry.invoice === invoice) ?? assert.fail()
  const wrong = { ...entryOf(two), amount: 19_999n }
  const xml = statementOn(account, [entryOf(one), wrong, entryOf(one), { endToEndId: 'FREMD', amount: 5n }], 'S-1')
  const [first, again] = await Promise.all([take(xml), take(xml, second)])
  assert.ok(first.ok && again.ok)
  assert.deepEqual([first, again].map(({ value }) => value.map(({ isNew }) => isNew).join()).toSorted(), ['false', 'true'])
  assert.equal((await invoiceOf(one)).state, 'paid')
  assert.equal((await invoiceOf(two)).state, 'ordered')
  assert.equal((await runOf(run)).state, 'released')
  const statement = (await inTown((transaction) => listStatements(transaction, town))).find((taken) => taken.statementId.endsWith(' S-1'))
  assert.deepEqual(
    statement?.unmatched.map(({ reason, amount }) => [reason, amount]),
    [
      ['wrong-amount', '199.99'],
      ['paid-before', '100.00'],
      ['unknown', '0.05'],
    ],
  )
  const end = await take(statementOn(account, [entryOf(two)], 'S-2'))
  assert.deepEqual(end.ok && end.value.map(({ matched, unmatched }) => [matched, unmatched]), [[1, 0]])
  assert.equal((await runOf(run)).state, 'executed')
  assert.equal((await entriesOf(run))[0]?.paidOn, '2026-11-25')
  const { dossier } = await invoiceOf(two)
  assert.ok(dossier !== undefined && (await inTown((transaction) => verifyHistory(transaction, town, dossier))).ok)
})

test('what is no statement, of an account of others, or given by the wrong person is refused and leaves nothing', async () => {
  const counted = async () => (await admin.sql<{ count: bigint }>`select count(*) as count from invoices.statement`)[0]?.count
  const before = await counted()
  assert.equal(reasonOf(await take(statementOn(account, []), clerk)), 'wrong-role')
  assert.equal(reasonOf(await take('kein XML')), 'no-statement')
  assert.equal(reasonOf(await take('')), 'empty')
  assert.equal(reasonOf(await take(statementOn('AT611904300234573201', []))), 'foreign-account')
  assert.equal(reasonOf(await take(statementOn(account, [], 'X'), stranger)), 'foreign-account')
  assert.equal(reasonOf(await take(statementOn(account, []).replace('?><', '?><!DOCTYPE a><'))), 'no-statement')
  assert.equal(await counted(), before)
})

test('bank days leave out weekends and the holidays of the TARGET system', () => {
  assert.equal(nextBankDay(day('2026-12-24')), '2026-12-28')
  for (const closed of ['2026-04-03', '2026-04-06', '2027-03-26', '2027-03-29', '2026-05-01', '2026-12-25', '2026-11-22', '2025-04-21'])
    assert.equal(isBankDay(day(closed)), false, closed)
  for (const open of ['2026-10-03', '2026-11-23', '2026-12-24', '2026-12-31', '2026-05-14'])
    assert.equal(isBankDay(day(open)), open !== '2026-10-03', open)
})

test('a discount is on what is paid, half a cent up, never on more than that and never on everything', () => {
  const invoice = {
    typeCode: '380',
    agreed: undefined,
    payable: 10_025n,
    issuedOn: day('2026-11-20'),
    discounts: [{ days: 3, percent: '2', base: undefined }],
  }
  assert.deepEqual(payableOn(invoice, day('2026-11-23')), { amount: 9_824n, saved: 201n, until: '2026-11-23' })
  assert.equal(payableOn(invoice, day('2026-11-24')).amount, 10_025n)
  assert.equal(
    payableOn({ ...invoice, agreed: 5_000n, discounts: [{ days: 3, percent: '2', base: '100.25' }] }, day('2026-11-23')).amount,
    4_900n,
  )
  for (const percent of ['100', '0', 'viel', '-2'])
    assert.equal(payableOn({ ...invoice, discounts: [{ days: 3, percent, base: undefined }] }, day('2026-11-23')).amount, 10_025n, percent)
})
