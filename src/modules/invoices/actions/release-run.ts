// Releases a payment run by another person, or withdraws it; confirms a new account of a known supplier.
import { Readable } from 'node:stream'
import { inTransaction, type Transaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { readIban } from '#standards/pain001'
import { fileOfRun, type PaymentRun, type RunEntry, type RunId } from '../domain/payment-run.ts'
import { mayRunBecome } from '../domain/states.ts'
import type { InvoiceId } from '../domain/work-invoice.ts'
import type { PayDependencies } from '../pay-dependencies.ts'
import { findSellerIban, listAccounts, listRunEntries, lockRun } from '../pay-reads.ts'
import { insertAccount, setRunReleased, setRunState } from '../pay-writes.ts'
import { listInvoiceSteps, lockWorkInvoice } from '../work-reads.ts'
import { writeStep } from './work-step.ts'

export type RunRefusal = 'unknown' | 'wrong-role' | 'wrong-state' | 'same-person' | 'too-late' | 'account-changed'

interface OnRun {
  readonly staff: Staff
  readonly run: RunId
  readonly now: Date
}

/**
 * The second pair of eyes: makes the file for the bank. Its day must not be over, because the discounts were reckoned for it;
 * each account must still be the one that is known, or the first of its supplier, which is known from now on.
 */
export async function releaseRun(
  { database, files }: Pick<PayDependencies, 'database' | 'files'>,
  { staff, run: runId, now }: OnRun,
): Promise<Outcome<RunId, RunRefusal>> {
  const { authority } = staff
  if (!staff.roles.includes('cashier')) return refused('wrong-role')
  return inTransaction(database, { authority }, async (transaction): Promise<Outcome<RunId, RunRefusal>> => {
    const run = await lockRun(transaction, authority, runId)
    if (run === undefined) return refused('unknown')
    const refusal = refusalOfRelease(run, staff, now)
    if (refusal !== undefined) return refused(refusal)
    const entries = await listRunEntries(transaction, authority, runId)
    const accounts = await accountsToLearn(transaction, staff, entries)
    if (accounts === undefined) return refused('account-changed')
    for (const account of accounts) await insertAccount(transaction, staff, account, now)
    const xml = fileOfRun(run, entries, now)
    // A transaction that fails after this leaves a file that no row names; the sweep removes it.
    const file = await files.write({ authority }, `${run.number}.xml`, Readable.from([Buffer.from(xml)]))
    if (!file.ok) throw new Error(`the file store refused a payment file: ${file.reason}`)
    await setRunReleased(transaction, staff, runId, file.value, now)
    return done(runId)
  })
}

function refusalOfRelease(run: PaymentRun, staff: Staff, now: Date): RunRefusal | undefined {
  if (!mayRunBecome(run.state, 'released')) return 'wrong-state'
  if (run.madeBy.id === staff.staff) return 'same-person'
  return run.executeOn < dayInGermany(now) ? 'too-late' : undefined
}

/** Accounts of suppliers paid for the first time; undefined where one of a known supplier is not known. */
async function accountsToLearn(
  transaction: Transaction,
  { authority }: Staff,
  entries: readonly RunEntry[],
): Promise<readonly { sellerKey: string; iban: string }[] | undefined> {
  const learnt: { sellerKey: string; iban: string }[] = []
  for (const entry of entries) {
    const invoice = await lockWorkInvoice(transaction, authority, entry.invoice)
    if (invoice === undefined) throw new Error('a payment without its invoice')
    const { sellerKey } = invoice
    const known = [...(await listAccounts(transaction, authority, [sellerKey])), ...learnt].filter(
      (account) => account.sellerKey === sellerKey,
    )
    if (known.some((account) => account.iban === entry.creditorIban)) continue
    if (known.length > 0) return undefined
    learnt.push({ sellerKey, iban: entry.creditorIban })
  }
  return learnt
}

/** Its invoices may be paid by another run. */
export async function withdrawRun(
  { database }: Pick<PayDependencies, 'database'>,
  { staff, run: runId, now }: OnRun,
): Promise<Outcome<RunId, RunRefusal>> {
  const { authority } = staff
  if (!staff.roles.includes('cashier')) return refused('wrong-role')
  return inTransaction(database, { authority }, async (transaction): Promise<Outcome<RunId, RunRefusal>> => {
    const run = await lockRun(transaction, authority, runId)
    if (run === undefined) return refused('unknown')
    if (!mayRunBecome(run.state, 'withdrawn')) return refused('wrong-state')
    await setRunState(transaction, authority, runId, 'withdrawn')
    const entries = await listRunEntries(transaction, authority, runId)
    for (const { invoice: invoiceId } of entries.toSorted((one, other) => (one.invoice < other.invoice ? -1 : 1))) {
      const invoice = await lockWorkInvoice(transaction, authority, invoiceId)
      if (invoice === undefined) throw new Error('a payment without its invoice')
      await writeStep(transaction, invoice, staff, { kind: 'note', state: 'approved', text: `${run.number} zurückgezogen` }, now)
    }
    return done(runId)
  })
}

export type ConfirmRefusal = 'unknown' | 'wrong-role' | 'wrong-state' | 'same-person' | 'wrong-iban'

/**
 * The second look at a changed account: by somebody who neither checked nor approved the invoice, and who then does not
 * propose the first run that pays to it (see planRun).
 *
 * @param confirming.iban as the person read it; must be the invoice's
 */
export async function confirmAccount(
  { database }: Pick<PayDependencies, 'database'>,
  {
    staff,
    invoice: invoiceId,
    iban,
    now,
  }: { readonly staff: Staff; readonly invoice: InvoiceId; readonly iban: string; readonly now: Date },
): Promise<Outcome<InvoiceId, ConfirmRefusal>> {
  const { authority } = staff
  if (!staff.roles.includes('cashier')) return refused('wrong-role')
  return inTransaction(database, { authority }, async (transaction): Promise<Outcome<InvoiceId, ConfirmRefusal>> => {
    const invoice = await lockWorkInvoice(transaction, authority, invoiceId)
    if (invoice === undefined) return refused('unknown')
    if (invoice.state !== 'approved') return refused('wrong-state')
    const steps = await listInvoiceSteps(transaction, authority, invoiceId)
    const deciding = new Set(['factual-check', 'arithmetical-check', 'approved'])
    if (steps.some((step) => deciding.has(step.kind) && step.actor.id === staff.staff)) return refused('same-person')
    const written = readIban((await findSellerIban(transaction, authority, invoiceId)) ?? '')
    if (written === undefined || written !== readIban(iban)) return refused('wrong-iban')
    if (await insertAccount(transaction, staff, { sellerKey: invoice.sellerKey, iban: written }, now))
      await writeStep(transaction, invoice, staff, { kind: 'iban-confirmed', text: written }, now)
    return done(invoiceId)
  })
}
