// Proposes a payment run: approved invoices that are due or whose discount would be lost.
import { inTransaction, type Queryable } from '#database'
import type { AuthorityId, Staff } from '#kernel/actors.ts'
import { type Day, dayInGermany } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import type { Cents } from '#kernel/money.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { readIban } from '#standards/pain001'
import { nextBankDay } from '../domain/bank-days.ts'
import { planRun, type RunEntry, type RunId, type RunPlan } from '../domain/payment-run.ts'
import type { PayDependencies } from '../pay-dependencies.ts'
import { countRuns, listAccounts, listPayable } from '../pay-reads.ts'
import { insertRun, lockRunNumbers } from '../pay-writes.ts'
import { lockWorkInvoice } from '../work-reads.ts'
import { writeStep } from './work-step.ts'

export type ProposeRefusal = 'wrong-role' | 'wrong-iban' | 'nothing-to-pay' | 'changed-meanwhile'

export interface RunProposal {
  readonly staff: Staff
  /** Invoices due by this day. */
  readonly dueUntil: Day
  /** The account of the house. */
  readonly debtorIban: string
  /** The sum that the person saw; another one is asked about again. */
  readonly expected?: Cents | undefined
  readonly now: Date
}

/** What a run of today would pay, and what it would hold out; the bank carries it out on its next day. */
export async function readPlan(
  database: Queryable,
  { staff, dueUntil, now }: Pick<RunProposal, 'staff' | 'dueUntil' | 'now'>,
): Promise<RunPlan & { readonly executeOn: Day }> {
  const executeOn = nextBankDay(dayInGermany(now))
  const invoices = await listPayable(database, staff.authority)
  const accounts = await listAccounts(database, staff.authority, [...new Set(invoices.map((invoice) => invoice.sellerKey))])
  return { ...planRun(invoices, accounts, { dueUntil, executeOn, staff: staff.staff }), executeOn }
}

/** From here on the invoices stand in the run until it is withdrawn or the bank has paid them. */
export async function proposeRun(
  { database, payerName }: Pick<PayDependencies, 'database' | 'payerName'>,
  proposal: RunProposal,
): Promise<Outcome<RunId, ProposeRefusal>> {
  const { staff, now } = proposal
  const { authority } = staff
  if (!staff.roles.includes('cashier')) return refused('wrong-role')
  const debtorIban = readIban(proposal.debtorIban)
  if (debtorIban === undefined) return refused('wrong-iban')
  const debtorName = await payerName(authority)
  return inTransaction(database, { authority }, async (transaction): Promise<Outcome<RunId, ProposeRefusal>> => {
    await lockRunNumbers(transaction, authority)
    const plan = await readPlan(transaction, proposal)
    if (plan.entries.length === 0) return refused('nothing-to-pay')
    if (proposal.expected !== undefined && proposal.expected !== plan.total) return refused('changed-meanwhile')
    const run = {
      runId: newId<'payment-run'>(now.getTime()),
      number: await nextNumber(transaction, authority, now),
      executeOn: plan.executeOn,
    }
    const entries = entriesOf(plan, run.number)
    await insertRun(transaction, staff, { ...run, debtorName, debtorIban }, entries, now)
    // All lock in the same order, so that two never wait for each other.
    for (const { invoice } of plan.entries.toSorted((one, other) => (one.invoice.invoiceId < other.invoice.invoiceId ? -1 : 1))) {
      const locked = await lockWorkInvoice(transaction, authority, invoice.invoiceId)
      if (locked?.version !== invoice.version) throw new RunChangedError('an invoice has changed while its run was made')
      await writeStep(transaction, locked, staff, { kind: 'ordered', state: 'ordered', text: run.number }, now)
    }
    return done(run.runId)
  }).catch((error: unknown) => {
    if (error instanceof RunChangedError) return refused('changed-meanwhile')
    throw error
  })
}

/** Takes the whole transaction back. */
class RunChangedError extends Error {
  readonly code = 'invoices.run-changed'
}

async function nextNumber(database: Queryable, authority: AuthorityId, now: Date): Promise<string> {
  const year = dayInGermany(now).slice(0, 4)
  return `ZL-${year}-${String((await countRuns(database, authority, year)) + 1).padStart(4, '0')}`
}

function entriesOf(plan: RunPlan, runNumber: string): readonly RunEntry[] {
  return plan.entries.map(({ invoice, amount, iban, remittance }, index) => ({
    ...{ number: index + 1, invoice: invoice.invoiceId, endToEndId: `${runNumber}-${index + 1}`, amount, remittance },
    ...{ creditorName: invoice.sellerName, creditorIban: iban, paidOn: undefined },
  }))
}
