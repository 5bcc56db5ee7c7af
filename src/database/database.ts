// The database handle, transactions with their scope, and the `sql` tag.
import { DummyDriver, sql as fragment, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely'
import type pg from 'pg'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { statementName } from './connection.ts'

/** Runs a statement; values are parameters, `fragment` values are inlined. */
export type Sql = <Row = Record<string, unknown>>(parts: TemplateStringsArray, ...values: readonly unknown[]) => Promise<Row[]>

/** Whose rows a transaction may see; row-level security gives nothing outside it. */
export interface Scope {
  readonly authority?: AuthorityId
  readonly owner?: OwnerId
}

/** What a read takes: a database (reference tables only) or a transaction. */
export interface Queryable {
  readonly sql: Sql
  readonly scope: Scope
}

export interface Database extends Queryable {
  readonly pool: pg.Pool
  close(): Promise<void>
}

export interface Transaction extends Queryable {
  readonly database: Database
  /** Runs a statement given as text, for libraries that bring their own SQL. */
  readonly execute: (text: string, values?: readonly unknown[]) => Promise<{ rows: Record<string, unknown>[] }>
  /** Runs after the commit, never after a rollback. */
  readonly afterCommit: (work: () => void) => void
}

export { fragment }

const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** Counts statements; a test asserts how many a page needs. */
export const statements = { count: 0 }

interface Runner {
  query(config: { text: string; values: unknown[]; name?: string }): Promise<{ rows: unknown[] }>
}

function sqlOf(runner: Runner): Sql {
  return async <Row>(parts: TemplateStringsArray, ...values: readonly unknown[]) => {
    const query: RawBuilder<unknown> = fragment(parts, ...values)
    const { sql: text, parameters } = query.compile(compiler)
    statements.count += 1
    const name = statementName(text)
    const { rows } = await runner.query({ text, values: [...parameters], ...(name === undefined ? {} : { name }) })
    return rows as Row[]
  }
}

export function openDatabase(pool: pg.Pool): Database {
  return { pool, sql: sqlOf(pool), scope: {}, close: () => pool.end() }
}

/**
 * Runs `work` in one transaction that sees the rows of `scope`: committed when it returns,
 * rolled back when it throws.
 */
export async function inTransaction<Value>(
  database: Database,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  return run(database, `begin; ${settings(scope)}`, scope, work)
}

/** A transaction of an importer: it may write reference tables, and still sees no rows of authorities or persons. */
export async function inKeeperTransaction<Value>(database: Database, work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
  return run(database, 'begin; set local role rennsteig_keeper', {}, work)
}

async function run<Value>(
  database: Database,
  begin: string,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  const client = await database.pool.connect()
  const afterwards: (() => void)[] = []
  let broken: Error | undefined
  try {
    statements.count += 1
    await client.query(begin)
    const execute: Transaction['execute'] = (text, values = []) => client.query(text, [...values])
    const result = await work({ database, sql: sqlOf(client), scope, execute, afterCommit: (callback) => void afterwards.push(callback) })
    await client.query('commit')
    for (const callback of afterwards) callback()
    return result
  } catch (error) {
    await client
      .query('rollback')
      .catch((cause: unknown) => (broken = cause instanceof Error ? cause : new Error('rollback failed', { cause })))
    throw error
  } finally {
    client.release(broken)
  }
}

/** Literals, because Citus does not carry `set_config` to other nodes; ids are checked to be UUIDs first. */
function settings(scope: Scope): string {
  const authority = scope.authority === undefined ? '' : uuid(scope.authority)
  const owner = scope.owner === undefined ? '' : uuid(scope.owner)
  return `set local citus.propagate_set_commands = 'local'; set local app.authority = '${authority}'; set local app.owner = '${owner}'`
}

function uuid(text: string): string {
  const id = parseId(text)
  if (id === undefined) throw new TypeError('a scope needs a UUID')
  return id
}
