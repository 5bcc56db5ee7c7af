// The connection pool: one driver, named statements, and the types that columns come back as.
import { createHash } from 'node:crypto'
import pg from 'pg'

const largestStatement = 8_000
const mostStatements = 500
const int8 = 20
const date = 1082

export interface PoolSettings {
  readonly url: string
  /** The role that every statement runs as; undefined for migrations, which run as the login role. */
  readonly role?: string
  readonly connections?: number
  readonly onError?: (error: Error) => void
}

/** A pool whose connections act as `role`; bigint columns are bigint, date columns "2026-02-01". */
export function openPool(settings: PoolSettings): pg.Pool {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: settings.connections ?? 16,
    // Statements go out without waiting for the answer to the one before; each has its own answer and its own error.
    pipeline: true,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'rennsteig',
    options: [
      settings.role === undefined ? '' : `-c role=${settings.role}`,
      '-c timezone=UTC',
      '-c jit=off',
      '-c citus.propagate_set_commands=local',
    ]
      .join(' ')
      .trim(),
    types: { getTypeParser },
  })
  // An idle connection that breaks must not end the process; the next query opens another.
  pool.on('error', (error) => !pool.ending && settings.onError?.(error))
  // A connection that breaks while a transaction holds it fails that transaction's statement; nobody else listens then.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === int8) return (text: string) => BigInt(text)
  if (oid === date) return (text: string) => text
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid)
}

const names = new Map<string, string>()

/**
 * The name under which a connection keeps the plan of a statement (measured: twice the rate of
 * unnamed ones), or undefined where naming would let the server's memory grow without bound.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (text.length > largestStatement || names.size >= mostStatements) return undefined
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}
