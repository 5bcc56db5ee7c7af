// Reads of the cash office: invoices that may be paid, payment runs, statements, and the figures of the overview.
import type { Queryable, Transaction } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { StoredFile } from '#kernel/stored-file.ts'
import type { OrderedPayment, UnmatchedEntry } from './domain/match-statement.ts'
import type { KnownAccount, PayableInvoice, PaymentRun, RunEntry, RunId } from './domain/payment-run.ts'
import type { RunState } from './domain/states.ts'
import type { InvoiceFilter } from './domain/work-filter.ts'
import type { InvoiceId, StepActor } from './domain/work-invoice.ts'
import { listWorkInvoices } from './work-reads.ts'

/** One run pays at most so many: more would be a file that nobody can look through. */
const mostOfRun = 1000

/** Approved invoices, first due first. */
export async function listPayable(database: Queryable, authority: AuthorityId): Promise<readonly PayableInvoice[]> {
  const anyone = { assignee: undefined, isUnassigned: false, words: '' }
  const filter: InvoiceFilter = {
    ...anyone,
    states: ['approved'],
    dueUntil: undefined,
    discountFrom: undefined,
    limit: mostOfRun,
    offset: 0,
  }
  const { invoices } = await listWorkInvoices(database, authority, filter)
  const rows = await database.sql<{ invoice_id: InvoiceId; seller_iban: string | null }>`
    select invoice_id, seller_iban from invoices.invoice
    where authority_id = ${authority} and invoice_id = any(${invoices.map((invoice) => invoice.invoiceId)})`
  const ibans = new Map(rows.map((row) => [row.invoice_id, row.seller_iban ?? undefined]))
  return invoices.map((invoice) => ({ ...invoice, sellerIban: ibans.get(invoice.invoiceId) }))
}

export async function findSellerIban(database: Queryable, authority: AuthorityId, invoice: InvoiceId): Promise<string | undefined> {
  const [row] = await database.sql<{ seller_iban: string | null }>`
    select seller_iban from invoices.invoice where authority_id = ${authority} and invoice_id = ${invoice}`
  return row?.seller_iban ?? undefined
}

export async function listAccounts(
  database: Queryable,
  authority: AuthorityId,
  sellerKeys: readonly string[],
): Promise<readonly KnownAccount[]> {
  const rows = await database.sql<{ seller_key: string; iban: string; confirmed_by: StepActor; was_paid: boolean }>`
    select a.seller_key, a.iban, a.confirmed_by,
      exists (
        select 1 from invoices.payment_item p
        join invoices.payment_run r on r.authority_id = p.authority_id and r.run_id = p.run_id
        where p.authority_id = a.authority_id and p.creditor_iban = a.iban and r.state in ('released', 'executed')
      ) as was_paid
    from invoices.supplier_account a
    where a.authority_id = ${authority} and a.seller_key = any(${sellerKeys})
    order by a.seller_key, a.confirmed_at`
  return rows.map((row) => ({ sellerKey: row.seller_key, iban: row.iban, confirmedBy: row.confirmed_by.id, wasPaid: row.was_paid }))
}

interface RunRow {
  run_id: RunId
  number: string
  state: RunState
  execute_on: Day
  debtor_name: string
  debtor_iban: string
  made_by: StepActor
  made_at: Date
  released_by: StepActor | null
  released_at: Date | null
  file: StoredFile | null
  sha256: string | null
}

export interface RunSummary extends PaymentRun {
  readonly count: number
  readonly total: bigint
  readonly paid: number
}

/** Latest first. */
export async function listRuns(database: Queryable, authority: AuthorityId): Promise<readonly RunSummary[]> {
  const rows = await database.sql<RunRow & { count: bigint; total: bigint; paid: bigint }>`
    select r.run_id, r.number, r.state, r.execute_on, r.debtor_name, r.debtor_iban, r.made_by, r.made_at, r.released_by, r.released_at, r.file,
      r.sha256, count(*) as count, sum(p.amount)::bigint as total, count(p.paid_on) as paid
    from invoices.payment_run r
    join invoices.payment_item p on p.authority_id = r.authority_id and p.run_id = r.run_id
    where r.authority_id = ${authority}
    group by r.authority_id, r.run_id
    order by r.made_at desc, r.number desc
    limit 50`
  return rows.map((row) => ({ ...toRun(row), count: Number(row.count), total: row.total, paid: Number(row.paid) }))
}

export async function findRun(database: Queryable, authority: AuthorityId, runId: RunId): Promise<PaymentRun | undefined> {
  const [row] = await database.sql<RunRow>`
    select run_id, number, state, execute_on, debtor_name, debtor_iban, made_by, made_at, released_by, released_at, file, sha256
    from invoices.payment_run where authority_id = ${authority} and run_id = ${runId}`
  return row === undefined ? undefined : toRun(row)
}

/** The row stays locked until the end of the transaction. */
export async function lockRun(transaction: Transaction, authority: AuthorityId, runId: RunId): Promise<PaymentRun | undefined> {
  await transaction.sql`select 1 from invoices.payment_run where authority_id = ${authority} and run_id = ${runId} for update`
  return findRun(transaction, authority, runId)
}

/** How many runs an authority has made in a year. */
export async function countRuns(database: Queryable, authority: AuthorityId, year: string): Promise<number> {
  const [row] = await database.sql<{ count: bigint }>`
    select count(*) as count from invoices.payment_run where authority_id = ${authority} and number like ${`ZL-${year}-%`}`
  return Number(row?.count ?? 0n)
}

interface EntryRow {
  item_number: number
  invoice_id: InvoiceId
  end_to_end_id: string
  amount: bigint
  creditor_name: string
  creditor_iban: string
  remittance: string
  paid_on: Day | null
}

export async function listRunEntries(database: Queryable, authority: AuthorityId, runId: RunId): Promise<readonly RunEntry[]> {
  const rows = await database.sql<EntryRow>`
    select item_number, invoice_id, end_to_end_id, amount, creditor_name, creditor_iban, remittance, paid_on
    from invoices.payment_item where authority_id = ${authority} and run_id = ${runId} order by item_number`
  return rows.map(toEntry)
}

/** The sellers' numbers of the invoices in a run. */
export async function listInvoiceNumbers(
  database: Queryable,
  authority: AuthorityId,
  runId: RunId,
): Promise<ReadonlyMap<InvoiceId, string>> {
  const rows = await database.sql<{ invoice_id: InvoiceId; number: string }>`
    select i.invoice_id, i.number
    from invoices.payment_item p
    join invoices.invoice i on i.authority_id = p.authority_id and i.invoice_id = p.invoice_id
    where p.authority_id = ${authority} and p.run_id = ${runId}`
  return new Map(rows.map((row) => [row.invoice_id, row.number]))
}

/** Payments of released runs from an account, by what the statement names; locked, so that two statements at once pay none twice. */
export async function lockOrdered(
  transaction: Transaction,
  authority: AuthorityId,
  account: string,
  references: readonly string[],
): Promise<readonly OrderedPayment[]> {
  const rows = await transaction.sql<EntryRow & { run_id: RunId }>`
    select p.run_id, p.item_number, p.invoice_id, p.end_to_end_id, p.amount, p.creditor_name, p.creditor_iban, p.remittance, p.paid_on
    from invoices.payment_item p
    join invoices.payment_run r on r.authority_id = p.authority_id and r.run_id = p.run_id
    where p.authority_id = ${authority} and r.state in ('released', 'executed') and r.debtor_iban = ${account}
      and p.end_to_end_id = any(${references})
    order by p.run_id, p.item_number
    for update of r, p`
  return rows.map((row) => ({ ...toEntry(row), runId: row.run_id }))
}

export async function isAllPaid(database: Queryable, authority: AuthorityId, runId: RunId): Promise<boolean> {
  const rows = await database.sql`
    select 1 from invoices.payment_item where authority_id = ${authority} and run_id = ${runId} and paid_on is null limit 1`
  return rows.length === 0
}

/** Accounts that runs were paid from. */
export async function listOwnAccounts(database: Queryable, authority: AuthorityId): Promise<readonly string[]> {
  const rows = await database.sql<{ debtor_iban: string }>`
    select debtor_iban from invoices.payment_run where authority_id = ${authority} group by debtor_iban order by max(made_at) desc`
  return rows.map((row) => row.debtor_iban)
}

export interface TakenStatement {
  readonly statementId: string
  readonly account: string
  readonly takenBy: StepActor
  readonly takenAt: Date
  readonly entries: number
  readonly matched: number
  readonly unmatched: readonly UnmatchedEntry[]
}

/** Latest first. */
export async function listStatements(database: Queryable, authority: AuthorityId): Promise<readonly TakenStatement[]> {
  const rows = await database.sql<{
    statement_id: string
    account_iban: string
    taken_by: StepActor
    taken_at: Date
    entries: number
    matched: number
    unmatched: readonly UnmatchedEntry[]
  }>`
    select statement_id, account_iban, taken_by, taken_at, entries, matched, unmatched
    from invoices.statement where authority_id = ${authority} order by taken_at desc, statement_id limit 20`
  return rows.map((row) => ({
    statementId: row.statement_id,
    account: row.account_iban,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
    entries: row.entries,
    matched: row.matched,
    unmatched: row.unmatched,
  }))
}

function toRun(row: RunRow): PaymentRun {
  return {
    runId: row.run_id,
    number: row.number,
    state: row.state,
    executeOn: row.execute_on,
    debtorName: row.debtor_name,
    debtorIban: row.debtor_iban,
    madeBy: row.made_by,
    madeAt: row.made_at,
    releasedBy: row.released_by ?? undefined,
    releasedAt: row.released_at ?? undefined,
    file: row.file ?? undefined,
    sha256: row.sha256 ?? undefined,
  }
}

function toEntry(row: EntryRow): RunEntry {
  return {
    number: row.item_number,
    invoice: row.invoice_id,
    endToEndId: row.end_to_end_id,
    amount: row.amount,
    creditorName: row.creditor_name,
    creditorIban: row.creditor_iban,
    remittance: row.remittance,
    paidOn: row.paid_on ?? undefined,
  }
}
