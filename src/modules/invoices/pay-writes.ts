// Writes of the cash office: payment runs, what was paid, accounts of suppliers, statements.
import type { Transaction } from '#database'
import type { AuthorityId, Staff } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { StoredFile } from '#kernel/stored-file.ts'
import type { UnmatchedEntry } from './domain/match-statement.ts'
import type { PaymentRun, RunEntry, RunId } from './domain/payment-run.ts'
import type { RunState } from './domain/states.ts'

/** Numbers of an authority's runs are given one after the other. */
export async function lockRunNumbers(transaction: Transaction, authority: AuthorityId): Promise<void> {
  await transaction.sql`select pg_advisory_xact_lock(hashtextextended(${`invoices.payment_run ${authority}`}, 0))`
}

type NewRun = Pick<PaymentRun, 'runId' | 'number' | 'executeOn' | 'debtorName' | 'debtorIban'>

export async function insertRun(
  transaction: Transaction,
  staff: Staff,
  run: NewRun,
  entries: readonly RunEntry[],
  now: Date,
): Promise<void> {
  const { authority } = staff
  await transaction.sql`
    insert into invoices.payment_run (authority_id, run_id, number, state, execute_on, debtor_name, debtor_iban, made_by, made_at)
    values (${authority}, ${run.runId}, ${run.number}, 'proposed', ${run.executeOn}, ${run.debtorName}, ${run.debtorIban},
      ${actorOf(staff)}::jsonb, ${now})`
  for (const entry of entries)
    await transaction.sql`
      insert into invoices.payment_item (authority_id, run_id, item_number, invoice_id, end_to_end_id, amount, creditor_name, creditor_iban, remittance)
      values (${authority}, ${run.runId}, ${entry.number}, ${entry.invoice}, ${entry.endToEndId}, ${entry.amount}, ${entry.creditorName},
        ${entry.creditorIban}, ${entry.remittance})`
}

export async function setRunReleased(transaction: Transaction, staff: Staff, runId: RunId, file: StoredFile, now: Date): Promise<void> {
  await transaction.sql`
    update invoices.payment_run
    set state = 'released', released_by = ${actorOf(staff)}::jsonb, released_at = ${now}, file = ${JSON.stringify(file)}::jsonb, sha256 = ${file.sha256}
    where authority_id = ${staff.authority} and run_id = ${runId}`
}

export async function setRunState(transaction: Transaction, authority: AuthorityId, runId: RunId, state: RunState): Promise<void> {
  await transaction.sql`update invoices.payment_run set state = ${state} where authority_id = ${authority} and run_id = ${runId}`
}

export async function setPaid(
  transaction: Transaction,
  authority: AuthorityId,
  payment: { readonly runId: RunId; readonly number: number },
  paid: { readonly on: Day; readonly statement: string },
): Promise<void> {
  await transaction.sql`
    update invoices.payment_item set paid_on = ${paid.on}, statement = ${paid.statement}
    where authority_id = ${authority} and run_id = ${payment.runId} and item_number = ${payment.number}`
}

/** @returns false if it was known before */
export async function insertAccount(
  transaction: Transaction,
  staff: Staff,
  account: { readonly sellerKey: string; readonly iban: string },
  now: Date,
): Promise<boolean> {
  const rows = await transaction.sql`
    insert into invoices.supplier_account (authority_id, seller_key, iban, confirmed_by, confirmed_at)
    values (${staff.authority}, ${account.sellerKey}, ${account.iban}, ${actorOf(staff)}::jsonb, ${now})
    on conflict do nothing
    returning iban`
  return rows.length === 1
}

/** @returns false if the statement was taken before */
export async function insertStatement(
  transaction: Transaction,
  staff: Staff,
  statement: {
    readonly statementId: string
    readonly account: string
    readonly file: StoredFile
    readonly entries: number
    readonly matched: number
    readonly unmatched: readonly UnmatchedEntry[]
  },
  now: Date,
): Promise<boolean> {
  const rows = await transaction.sql`
    insert into invoices.statement (authority_id, statement_id, account_iban, file, sha256, taken_by, taken_at, entries, matched, unmatched)
    values (${staff.authority}, ${statement.statementId}, ${statement.account}, ${JSON.stringify(statement.file)}::jsonb, ${statement.file.sha256},
      ${actorOf(staff)}::jsonb, ${now}, ${statement.entries}, ${statement.matched}, ${JSON.stringify(statement.unmatched)}::jsonb)
    on conflict do nothing
    returning statement_id`
  return rows.length === 1
}

function actorOf(staff: Staff): string {
  return JSON.stringify({ kind: 'staff', id: staff.staff, name: staff.name })
}
