// Takes in a bank statement: what it names is paid, what fits no payment is listed, and a second time it does nothing.
import { inTransaction, type Transaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { StoredFile } from '#kernel/stored-file.ts'
import { type BankStatements, readBankStatements, type Statement, StatementError } from '#standards/camt053'
import { matchStatement, type PaidPayment, referencesIn } from '../domain/match-statement.ts'
import type { PayDependencies } from '../pay-dependencies.ts'
import { isAllPaid, listOwnAccounts, lockOrdered } from '../pay-reads.ts'
import { insertStatement, lockRunNumbers, setPaid, setRunState } from '../pay-writes.ts'
import { lockWorkInvoice } from '../work-reads.ts'
import { writeStep } from './work-step.ts'

export type StatementRefusal = 'wrong-role' | 'empty' | 'too-large' | 'infected' | 'no-statement' | 'foreign-account'

export interface StatementTaken {
  readonly statementId: string
  /** False: it had been taken before, and nothing was done. */
  readonly isNew: boolean
  readonly matched: number
  readonly unmatched: number
}

const mostBytes = 50_000_000

export async function takeStatement(
  { database, files }: Pick<PayDependencies, 'database' | 'files'>,
  {
    staff,
    fileName,
    content,
    now,
  }: { readonly staff: Staff; readonly fileName: string; readonly content: AsyncIterable<Uint8Array>; readonly now: Date },
): Promise<Outcome<readonly StatementTaken[], StatementRefusal>> {
  const { authority } = staff
  if (!staff.roles.includes('cashier')) return refused('wrong-role')
  const written = await files.write({ authority }, fileName, content, { maxBytes: mostBytes })
  if (!written.ok) return refused(written.reason === 'wrong-type' ? 'no-statement' : written.reason)
  const file = written.value
  const taken = await takeFile(database, staff, file, await read(files, staff, file), now)
  if (!taken.ok || !taken.value.some(({ isNew }) => isNew)) await files.remove(file)
  return taken
}

async function read(files: PayDependencies['files'], { authority }: Staff, file: StoredFile): Promise<BankStatements | undefined> {
  try {
    return await readBankStatements(files.read({ authority }, file), { maxBytes: mostBytes })
  } catch (error) {
    if (error instanceof StatementError) return undefined
    throw error
  }
}

/** All statements of a file, or none. */
async function takeFile(
  database: PayDependencies['database'],
  staff: Staff,
  file: StoredFile,
  message: BankStatements | undefined,
  now: Date,
): Promise<Outcome<readonly StatementTaken[], StatementRefusal>> {
  if (message === undefined) return refused('no-statement')
  return inTransaction(
    database,
    { authority: staff.authority },
    async (transaction): Promise<Outcome<readonly StatementTaken[], StatementRefusal>> => {
      const own = new Set(await listOwnAccounts(transaction, staff.authority))
      if (message.statements.some((statement) => !own.has(statement.account))) return refused('foreign-account')
      await lockRunNumbers(transaction, staff.authority)
      const taken: StatementTaken[] = []
      for (const statement of message.statements) taken.push(await takeOne(transaction, staff, statement, file, now))
      return done(taken)
    },
  )
}

async function takeOne(transaction: Transaction, staff: Staff, statement: Statement, file: StoredFile, now: Date): Promise<StatementTaken> {
  const { authority } = staff
  const statementId = [statement.id, ...(statement.page === undefined ? [] : [statement.page])].join('/').slice(0, 100)
  const key = `${statement.account} ${statementId}`
  const payments = await lockOrdered(transaction, authority, statement.account, referencesIn(statement))
  const { paid, unmatched } = matchStatement(statement, payments)
  const facts = { statementId: key, account: statement.account, file, entries: statement.entries.length, matched: paid.length, unmatched }
  if (!(await insertStatement(transaction, staff, facts, now))) return { statementId, isNew: false, matched: 0, unmatched: 0 }
  for (const one of paid) await writePaid(transaction, staff, one, key, now)
  for (const runId of new Set(paid.map(({ payment }) => payment.runId)))
    if (await isAllPaid(transaction, authority, runId)) await setRunState(transaction, authority, runId, 'executed')
  return { statementId, isNew: true, matched: paid.length, unmatched: unmatched.length }
}

async function writePaid(
  transaction: Transaction,
  staff: Staff,
  { payment, paidOn }: PaidPayment,
  statement: string,
  now: Date,
): Promise<void> {
  const invoice = await lockWorkInvoice(transaction, staff.authority, payment.invoice)
  if (invoice === undefined) throw new Error('a payment without its invoice')
  await setPaid(transaction, staff.authority, payment, { on: paidOn ?? dayInGermany(now), statement })
  await writeStep(transaction, invoice, staff, { kind: 'paid', state: 'paid', text: payment.endToEndId }, now)
}
