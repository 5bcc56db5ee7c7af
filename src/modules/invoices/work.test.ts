// The work on an invoice: who may do which step, four eyes, limits, questions, credit notes; what stands in the dossier afterwards.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import { listHistory, verifyHistory } from '#journal'
import type { Staff } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { listDocuments } from '#modules/dossiers'
import { district, openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { answerQuery, noteAnswer, query, returnToSupplier } from './actions/ask-supplier.ts'
import { approve, checkArithmetically, checkFactually, reopen, takeOn } from './actions/check-invoice.ts'
import { agreeAmount, assignAccount, linkCorrection, writeInvoiceNote } from './actions/settle-facts.ts'
import type { Work } from './actions/work-step.ts'
import type { InvoiceId } from './domain/work-invoice.ts'
import { type MadeInvoice, makeReceived } from './testing/received.ts'
import { findWorkInvoice, listInvoiceSteps } from './work-reads.ts'
import { putApprovalLimit } from './work-writes.ts'

const fixture = await openCaseFixture()
const { database } = fixture
const first = staffMember(town, 'Katrin Brandt', 'clerk')
const second = staffMember(town, 'Andrea Fischer', 'clerk')
const lead = staffMember(town, 'Stefan Vogel', 'clerk', 'lead')
const cashier = staffMember(town, 'Karla Kühn', 'cashier')
const stranger = staffMember(district, 'Murat Hoffmann', 'clerk', 'lead')
const account = { system: 'kameral', fields: { budgetItem: '1.0300.5200' } } as const

const make = async (made: MadeInvoice = {}) => (await makeReceived(fixture, town, testNow, made)).invoice
const find = async (invoice: InvoiceId) => {
  const found = await inTransaction(database, { authority: town }, (transaction) => findWorkInvoice(transaction, town, invoice))
  assert.ok(found)
  return found
}
const by = async (staff: Staff, invoice: InvoiceId): Promise<Work> => ({
  staff,
  invoice,
  version: (await find(invoice)).version,
  now: testNow,
})
const reasonOf = (outcome: { ok: true } | { ok: false; reason: string }) => (outcome.ok ? 'done' : outcome.reason)

/** Taken on, booked, and checked by two people. */
async function makeChecked(made: MadeInvoice = {}): Promise<InvoiceId> {
  const invoice = await make(made)
  assert.ok((await takeOn(database, await by(first, invoice))).ok)
  assert.ok((await assignAccount(database, await by(first, invoice), account)).ok)
  assert.ok((await checkFactually(database, await by(first, invoice))).ok)
  assert.ok((await checkArithmetically(database, await by(second, invoice))).ok)
  return invoice
}

test('three people bring an invoice to approval; its dossier holds the original and every step in an unbroken chain', async () => {
  const invoice = await makeChecked()
  assert.equal((await find(invoice)).state, 'checked')
  assert.ok((await approve(database, await by(lead, invoice), 'Haushaltsmittel da')).ok)
  const found = await find(invoice)
  assert.equal(found.state, 'approved')
  assert.equal(found.assignee, first.staff)
  const { dossier } = found
  assert.ok(dossier)
  await inTransaction(database, { authority: town }, async (transaction) => {
    const actions = (await listHistory(transaction, town, dossier)).map((event) => event.action)
    assert.deepEqual(
      actions.filter((action) => action.startsWith('invoice.')),
      ['assigned', 'assignment', 'factual-check', 'arithmetical-check', 'approved'].map((kind) => `invoice.${kind}`),
    )
    assert.ok((await verifyHistory(transaction, town, dossier)).ok)
    assert.equal((await listDocuments(transaction, town, dossier)).length, 1)
    const kinds = (await listInvoiceSteps(transaction, town, invoice)).map((step) => step.kind)
    assert.deepEqual(kinds, ['assigned', 'assignment', 'factual-check', 'arithmetical-check', 'approved'])
  })
})

test('nobody checks twice, and who checked does not approve', async () => {
  const invoice = await make()
  assert.equal(reasonOf(await checkFactually(database, await by(first, invoice))), 'wrong-state')
  await takeOn(database, await by(lead, invoice))
  await assignAccount(database, await by(lead, invoice), account)
  assert.equal(reasonOf(await checkFactually(database, await by(lead, invoice))), 'done')
  assert.equal(reasonOf(await checkFactually(database, await by(first, invoice))), 'done-already')
  assert.equal(reasonOf(await checkArithmetically(database, await by(lead, invoice))), 'same-person')
  assert.equal(reasonOf(await approve(database, await by(second, invoice))), 'wrong-state')
  assert.equal(reasonOf(await checkArithmetically(database, await by(first, invoice))), 'done')
  for (const checker of [lead, first]) assert.equal(reasonOf(await approve(database, await by(checker, invoice))), 'same-person')
  assert.equal(reasonOf(await approve(database, await by(second, invoice))), 'done')
  assert.equal(reasonOf(await approve(database, await by(second, invoice))), 'wrong-state')
})

test('the limit is held against the amount, an account is needed, and limits of the authority replace the usual ones', async () => {
  const large = await makeChecked({ payable: 100_001n })
  const third = staffMember(town, 'Dora Dritt', 'clerk')
  assert.equal(reasonOf(await approve(database, await by(third, large))), 'over-limit')
  assert.equal(reasonOf(await approve(database, await by(lead, large))), 'done')
  const bare = await make()
  await takeOn(database, await by(first, bare))
  await checkFactually(database, await by(first, bare))
  assert.equal(reasonOf(await checkArithmetically(database, await by(second, bare))), 'no-assignment')
  await assignAccount(database, await by(second, bare), account)
  await checkArithmetically(database, await by(second, bare))
  assert.equal(reasonOf(await assignAccount(database, await by(lead, bare), account)), 'wrong-state')
  await inTransaction(database, { authority: town }, (transaction) => putApprovalLimit(transaction, town, 'lead', 40_000n))
  assert.equal(reasonOf(await approve(database, await by(lead, bare))), 'over-limit')
  assert.equal(reasonOf(await approve(database, await by(third, bare))), 'over-limit')
  await inTransaction(database, { authority: town }, (transaction) => putApprovalLimit(transaction, town, 'lead', 50_000n))
  assert.equal(reasonOf(await approve(database, await by(lead, bare))), 'done')
  await fixture.admin.sql`delete from invoices.approval_limit`
})

test('other roles and other authorities take no step, and of two at once one is told that it was late', async () => {
  const invoice = await make()
  assert.equal(reasonOf(await takeOn(database, await by(cashier, invoice))), 'wrong-role')
  assert.equal(reasonOf(await takeOn(database, { staff: stranger, invoice, version: 1, now: testNow })), 'unknown')
  assert.equal(reasonOf(await takeOn(database, { staff: first, invoice: newId(), version: 1, now: testNow })), 'unknown')
  const works = [first, second].map((staff) => takeOn(database, { staff, invoice, version: 1, now: testNow }))
  assert.deepEqual((await Promise.all(works)).map(reasonOf).toSorted(), ['changed-meanwhile', 'done'])
})

test('a question waits for its answer, from the supplier or written down by the house; without words there is neither', async () => {
  const { invoice, receipt } = await makeReceived(fixture, town, testNow)
  const supplier = { kind: 'visitor', owner: newId<'owner'>() } as const
  const answer = (text: string) => answerQuery(database, { authority: town, receipt, actor: supplier, text, now: testNow })
  assert.equal(reasonOf(await answer('Zu früh')), 'no-question')
  await takeOn(database, await by(first, invoice))
  assert.equal(reasonOf(await query(database, await by(first, invoice), '  ')), 'no-text')
  assert.equal(reasonOf(await query(database, await by(first, invoice), 'Welche Bestellung?')), 'done')
  assert.equal(reasonOf(await checkFactually(database, await by(first, invoice))), 'wrong-state')
  assert.equal(reasonOf(await answer(' ')), 'no-text')
  assert.equal(reasonOf(await answer('B-2026-117')), 'done')
  assert.equal((await find(invoice)).state, 'in-check')
  assert.equal(reasonOf(await answer('Noch einmal')), 'no-question')
  assert.equal(reasonOf(await answerQuery(database, { authority: district, receipt, actor: supplier, text: 'x', now: testNow })), 'unknown')
  await query(database, await by(first, invoice), 'Und das Lieferdatum?')
  assert.equal(reasonOf(await noteAnswer(database, await by(second, invoice), 'Telefonisch: 13. November')), 'done')
  assert.equal(reasonOf(await returnToSupplier(database, await by(first, invoice), '')), 'no-text')
  assert.equal(reasonOf(await returnToSupplier(database, await by(first, invoice), 'Falsche Bestellung')), 'done')
  assert.equal(reasonOf(await takeOn(database, await by(first, invoice))), 'wrong-state')
  assert.equal(reasonOf(await writeInvoiceNote(database, await by(first, invoice), 'Neue kommt')), 'done')
})

test('an agreed amount is at most what was asked for and makes earlier checks void; so does taking up again', async () => {
  const invoice = await make({ payable: 10_000n })
  await takeOn(database, await by(first, invoice))
  await assignAccount(database, await by(first, invoice), account)
  await checkFactually(database, await by(first, invoice))
  for (const wrong of [10_001n, -1n])
    assert.equal(reasonOf(await agreeAmount(database, await by(first, invoice), wrong, 'Mangel')), 'wrong-amount')
  assert.equal(reasonOf(await agreeAmount(database, await by(first, invoice), 9_000n, '')), 'no-text')
  assert.equal(reasonOf(await agreeAmount(database, await by(first, invoice), 9_000n, 'Eine Stunde zu viel')), 'done')
  assert.equal(reasonOf(await checkFactually(database, await by(second, invoice))), 'done')
  assert.equal(reasonOf(await checkArithmetically(database, await by(first, invoice))), 'done')
  assert.equal(reasonOf(await agreeAmount(database, await by(first, invoice), 1n, 'x')), 'wrong-state')
  assert.equal(reasonOf(await reopen(database, await by(lead, invoice), ' ')), 'no-text')
  assert.equal(reasonOf(await reopen(database, await by(lead, invoice), 'Bitte noch einmal rechnen')), 'done')
  assert.equal((await find(invoice)).state, 'in-check')
  assert.equal((await find(invoice)).agreed, 9_000n)
  assert.equal(reasonOf(await checkArithmetically(database, await by(second, invoice))), 'done')
})

test('another account makes the arithmetical check void, and the factual one stands', async () => {
  const invoice = await make()
  await takeOn(database, await by(first, invoice))
  await assignAccount(database, await by(first, invoice), account)
  await checkArithmetically(database, await by(first, invoice))
  await assignAccount(database, await by(second, invoice), { system: 'doppisch', fields: { account: '5231' } })
  assert.equal(reasonOf(await checkFactually(database, await by(second, invoice))), 'done')
  assert.equal((await find(invoice)).state, 'in-check')
  assert.equal(reasonOf(await checkArithmetically(database, await by(second, invoice))), 'same-person')
  assert.equal(reasonOf(await checkArithmetically(database, await by(first, invoice))), 'done')
  assert.equal((await find(invoice)).state, 'checked')
})

test('a credit note is linked to an invoice of its seller alone, and settled without money when approved', async () => {
  const original = await make({ number: '2026-0640' })
  const other = await make({ sellerName: 'Malermeister Muster' })
  const credit = await make({ typeCode: '381', payable: 5_000n })
  for (const wrong of [credit, other, newId<'invoice'>()])
    assert.equal(reasonOf(await linkCorrection(database, await by(first, credit), wrong)), 'wrong-reference')
  assert.equal(reasonOf(await linkCorrection(database, await by(first, credit), original)), 'done')
  await takeOn(database, await by(first, credit))
  assert.equal(reasonOf(await agreeAmount(database, await by(first, credit), 1n, 'x')), 'wrong-amount')
  assert.equal(
    reasonOf(await assignAccount(database, await by(first, credit), { system: 'doppisch', fields: { product: '1' } })),
    'no-text',
  )
  await assignAccount(database, await by(first, credit), { system: 'doppisch', fields: { account: '5231', product: '11.1.06' } })
  await checkFactually(database, await by(first, credit))
  await checkArithmetically(database, await by(second, credit))
  assert.equal(reasonOf(await approve(database, await by(lead, credit))), 'done')
  const found = await find(credit)
  assert.equal(found.state, 'settled')
  assert.equal(found.corrects, original)
  assert.deepEqual(found.assignment, { system: 'doppisch', fields: { account: '5231', product: '11.1.06' } })
})
