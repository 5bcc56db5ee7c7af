// Removes stored files that no row names: once a day, over all authorities and persons.
import { type Database, inTransaction, type Transaction } from '#database'
import type { FileStore } from '#files'
import { enqueue, handleJob, type JobHandler, jobKind } from '#jobs'

/** Asks for its next round itself. */
export const unnamedFilesSwept = jobKind<{ round: string }>('files.unnamed-swept', { retries: 3, expireSeconds: 3_600 })

const dayMs = 86_400_000
const namesAtOnce = 10_000

interface SweepDependencies {
  readonly database: Database
  readonly files: Pick<FileStore, 'removeUnnamed'>
}

export function sweepFilesJobs(dependencies: SweepDependencies): readonly JobHandler[] {
  return [
    handleJob(unnamedFilesSwept, async (_, { now }) => {
      await sweepUnnamedFiles(dependencies, now)
      await startSweepingFiles(dependencies, new Date(now.getTime() + dayMs))
    }),
  ]
}

/** Sets the next round; called once at start. */
export async function startSweepingFiles({ database }: Pick<SweepDependencies, 'database'>, at: Date): Promise<void> {
  const round = at.toISOString().slice(0, 10)
  await inTransaction(database, {}, (transaction) =>
    enqueue(transaction, unnamedFilesSwept, { round }, { startAfter: at, singletonKey: round }),
  )
}

/** Files older than a day: no transaction that could still name one takes so long. Returns how many were removed. */
export async function sweepUnnamedFiles({ database, files }: SweepDependencies, now: Date): Promise<number> {
  return files.removeUnnamed(new Date(now.getTime() - dayMs), (digit) => listNamed(database, digit))
}

/** Storage keys of one first digit that any row names, read by the role that sees those columns and nothing else. */
async function* listNamed(database: Database, digit: string): AsyncGenerator<readonly string[]> {
  const columns = await inTransaction(database, {}, listColumns)
  for (const { table, column } of columns) {
    let after = ''
    for (;;) {
      const keys = await inTransaction(database, {}, (transaction) => readKeys(transaction, { table, column, digit, after }))
      if (keys.length > 0) yield keys
      if (keys.length < namesAtOnce) break
      after = keys.at(-1) ?? ''
    }
  }
}

interface FileColumn {
  readonly table: string
  readonly column: string
}

/** The columns that a migration has told of by `database.names_files`. */
async function listColumns(transaction: Transaction): Promise<readonly FileColumn[]> {
  const found = await transaction.sql<FileColumn>`
    select policy.polrelid::regclass::text as table, quote_ident(attribute.attname) as column
    from pg_policy policy
    join pg_attribute attribute on attribute.attrelid = policy.polrelid and attribute.attnum > 0 and not attribute.attisdropped
    where policy.polname = 'stored_files' and has_column_privilege('rennsteig_files', policy.polrelid, attribute.attnum, 'select')
    order by 1, 2`
  if (found.length === 0) throw new Error('no column is known to name stored files')
  return found
}

async function readKeys(
  transaction: Transaction,
  { table, column, digit, after }: FileColumn & { readonly digit: string; readonly after: string },
): Promise<readonly string[]> {
  await transaction.execute('set local role rennsteig_files')
  const { rows } = await transaction.execute(
    `select distinct key from (select jsonb_path_query(${column}, '$.**.storageKey') #>> '{}' as key from ${table}) named
     where key like $1 and key > $2 order by key limit ${namesAtOnce}`,
    [`${digit}%`, after],
  )
  return rows.map((row) => String(row['key']))
}
