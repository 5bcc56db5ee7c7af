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
  /** For the last statement: the commit goes out with it and costs no round trip of its own. What fails is rolled back all the same. */
  readonly sqlAndCommit: Sql
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
  return run(database, { begin: `begin${settings(scope)}`, scope, writes: true }, work)
}

/** The same for `work` that only reads: the database refuses a write, and nobody waits for the transaction's end. */
export async function inReading<Value>(database: Database, scope: Scope, work: (reading: Queryable) => Promise<Value>): Promise<Value> {
  return run(database, { begin: `begin read only${settings(scope)}`, scope, writes: false }, work)
}

/** A reading of one statement, asked at once: begin, statement and end go out together and cost one round trip. */
export async function inOneReading<Value>(database: Database, scope: Scope, work: (reading: Queryable) => Promise<Value>): Promise<Value> {
  const client = await database.pool.connect()
  let asked = 0
  const ask = sqlOf(client)
  const sql: Sql = (parts, ...values) => {
    asked += 1
    if (asked > 1) throw new Error('this reading has one statement')
    return ask(parts, ...values)
  }
  statements.count += 1
  corkUntilNextTick(client)
  const begun = client.query(`begin read only${settings(scope)}`)
  const result = work({ sql, scope })
  const ended = Promise.all([begun, client.query('commit')])
  ended.then(
    () => client.release(),
    (cause: unknown) => client.release(errorOf(cause)),
  )
  return result
}

/** A transaction of an importer: it may write reference tables, and still sees no rows of authorities or persons. */
export async function inKeeperTransaction<Value>(database: Database, work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
  return run(database, { begin: 'begin; set local role rennsteig_keeper', scope: {}, writes: true }, work)
}

async function run<Value>(
  database: Database,
  { begin, scope, writes }: { readonly begin: string; readonly scope: Scope; readonly writes: boolean },
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  const client = await database.pool.connect()
  const afterwards: (() => void)[] = []
  let broken: Error | undefined
  let ended: Promise<unknown> | undefined
  try {
    statements.count += 1
    // The connection is a pipeline: the first statement of `work` follows without waiting for this answer.
    corkUntilNextTick(client)
    const begun = client.query(begin)
    begun.catch(() => undefined)
    const execute: Transaction['execute'] = (text, values = []) => client.query(text, [...values])
    const sql = sqlOf(client)
    const sqlAndCommit: Sql = <Row>(parts: TemplateStringsArray, ...values: readonly unknown[]) => {
      corkUntilNextTick(client)
      const rows = sql<Row>(parts, ...values)
      ended = client.query('commit')
      ended.catch(() => undefined)
      return rows
    }
    const result = await work({ database, sql, sqlAndCommit, scope, execute, afterCommit: (callback) => void afterwards.push(callback) })
    await begun
    ended ??= client.query('commit')
    if (writes) await ended
    for (const callback of afterwards) callback()
    return result
  } catch (error) {
    if (ended === undefined) await client.query('rollback').catch((cause: unknown) => (broken = errorOf(cause)))
    throw error
  } finally {
    Promise.resolve(ended).then(
      () => client.release(broken),
      (cause: unknown) => client.release(broken ?? errorOf(cause)),
    )
  }
}

/** What is asked in this turn goes to the database in one piece: each write to a socket costs about 40 µs (measured). */
function corkUntilNextTick(client: pg.PoolClient): void {
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

function errorOf(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error('the transaction could not be ended', { cause })
}

/** Literals, because Citus does not carry `set_config` to other nodes (the connection tells it to carry `set local`); ids are checked to be UUIDs first. */
function settings({ authority, owner }: Scope): string {
  if (authority === undefined && owner === undefined) return ''
  const of = (name: string, id: string | undefined) => (id === undefined ? '' : `; set local app.${name} = '${uuid(id)}'`)
  return `${of('authority', authority)}${of('owner', owner)}`
}

function uuid(text: string): string {
  const id = parseId(text)
  if (id === undefined) throw new TypeError('a scope needs a UUID')
  return id
}
