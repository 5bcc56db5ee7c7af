// The outbox: a job is written in the same transaction as the change that asks for it.
import { PgBoss } from 'pg-boss'
import type { Database, Transaction } from '#database'
import type { JobKind } from './job-kind.ts'

const senders = new WeakMap<Database, PgBoss>()

export interface EnqueueOptions {
  /** Not before this instant, or this many seconds from now. */
  readonly startAfter?: Date | number
  /** While a job of this key waits, another one is not added. */
  readonly singletonKey?: string
}

/** Lets `enqueue` work on transactions of this database; `url` must be the login role's. */
export async function connectOutbox(database: Database, url: string, onError: (error: Error) => void): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: url,
    max: 2,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
    application_name: 'rennsteig outbox',
  })
  boss.on('error', onError)
  await boss.start()
  senders.set(database, boss)
  return () => boss.stop({ graceful: false, close: true })
}

/** Adds a job to the caller's transaction: both happen or neither. */
export async function enqueue<Payload extends object>(
  transaction: Transaction,
  kind: JobKind<Payload>,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<void> {
  const boss = senders.get(transaction.database)
  if (boss === undefined) throw new Error('the outbox of this database is not connected')
  const db = { executeSql: (text: string, values?: unknown[]) => transaction.execute(text, values) }
  await boss.send(kind.name, payload, { ...options, db })
}
