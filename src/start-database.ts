// Makes the reached database ready: migrations, queues, what kind of installation it is.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Database, inKeeperTransaction, openDatabase, openPool, prepareDatabase, StartError } from '#database'
import { connectOutbox, type JobKind, prepareQueues, queuesEdition } from '#jobs'

const migrations = join(import.meta.dirname, '..', 'migrations')

export interface OpenDatabase {
  readonly database: Database
  /** From then on this database is refused in production. */
  markDemo(): Promise<void>
  /** Closes the connections. */
  close(): Promise<void>
}

export interface DatabaseSettings {
  /** Address for the login role. */
  readonly url: string
  readonly demo: boolean
  readonly kinds: readonly JobKind<object>[]
  readonly onError: (error: Error) => void
}

/** Applies migrations and makes the queues; throws a StartError with one sentence. */
export async function startDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  const { url } = settings
  await prepareDatabase(url, migrations)
  const database = openDatabase(openPool({ url, role: 'rennsteig_app', onError: settings.onError }))
  await refuseOtherKind(database, settings.demo)
  const edition = createHash('sha256').update(queuesEdition(settings.kinds)).digest('hex')
  await onceFor(database, 'queues', edition, () => prepareQueues(url, settings.kinds))
  const disconnect = await connectOutbox(database, url, settings.onError)
  return {
    database,
    markDemo: () => note(database, 'demo', true),
    close: async () => {
      await disconnect()
      await database.close()
    },
  }
}

/** Does the work unless it was done for this very edition; after a crash in between it is done again. */
export async function onceFor(database: Database, name: string, edition: string, work: () => Promise<void>): Promise<void> {
  const [known] = await database.sql<{ value: unknown }>`select value from database.installation where name = ${name}`
  if (known?.value === edition) return
  await work()
  await note(database, name, edition)
}

async function note(database: Database, name: string, value: string | boolean): Promise<void> {
  await inKeeperTransaction(
    database,
    (transaction) =>
      transaction.sql`
      insert into database.installation (name, value) values (${name}, ${JSON.stringify(value)}::jsonb)
      on conflict (name) do update set value = excluded.value, set_at = now()`,
  )
}

/** The demo Land and real people's data never share a database, whichever came first. */
async function refuseOtherKind(database: Database, demo: boolean): Promise<void> {
  const rows = await database.sql<{ name: string }>`select name from database.installation where name in ('demo', 'production')`
  const kinds = new Set(rows.map((row) => row.name))
  if (!demo && kinds.has('demo'))
    throw new StartError('This database holds the demo Land with its demo accounts; production needs a database of its own.')
  if (demo && kinds.has('production'))
    throw new StartError('This database belongs to a production installation; set DEMO=off, or use another one for the demo.')
  if (!demo && !kinds.has('production')) await note(database, 'production', true)
}
