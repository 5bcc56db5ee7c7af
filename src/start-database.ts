// Opens the database of the installation: the embedded one or the one of DATABASE_URL, migrated and locked.
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { type Cluster, createDatabase, type Database, inKeeperTransaction, openDatabase, openPool, prepareDatabase, StartError, startCluster } from '#database'
import { connectOutbox, type JobKind, prepareQueues } from '#jobs'
import type { Config } from './config.ts'

const migrations = join(import.meta.dirname, '..', 'migrations')
const databaseName = 'rennsteig'
/** A file in the data folder while a restore is under way; the house does not start on half a backup. */
export const restoreMark = 'RESTORING'
const houseLock = 732_552

export interface OpenDatabase {
  readonly database: Database
  /** Address for the login role: worker, backup. */
  readonly url: string
  /** From then on this database is refused in production. */
  markDemo(): Promise<void>
  /** Closes the connections, and stops the embedded server if it is ours. */
  close(): Promise<void>
}

export interface DatabaseSettings {
  readonly config: Pick<Config, 'dataFolder' | 'databaseUrl' | 'role' | 'demo'>
  readonly kinds: readonly JobKind<object>[]
  readonly onError: (error: Error) => void
}

/** Starts or reaches the database, applies migrations, makes the queues; throws a StartError with one sentence. */
export async function startDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  const { config } = settings
  if (existsSync(join(config.dataFolder, restoreMark)))
    throw new StartError(`A restore into ${config.dataFolder} was cut off; run it again.`)
  const { url, cluster } = await findServer(config)
  const lock = cluster !== undefined && config.role !== 'worker' ? await takeLock(url, config.dataFolder) : undefined
  await prepareDatabase(url, migrations)
  await prepareQueues(url, settings.kinds)
  const database = openDatabase(openPool({ url, role: 'rennsteig_app', onError: settings.onError }))
  await refuseDemoInProduction(database, config.demo)
  const disconnect = await connectOutbox(database, url, settings.onError)
  return {
    database,
    url,
    markDemo: async () => {
      await inKeeperTransaction(database, (transaction) =>
        transaction.sql`insert into database.installation (name, value) values ('demo', 'true') on conflict do nothing`)
    },
    close: async () => {
      await disconnect()
      await database.close()
      await lock?.end()
      if (lock !== undefined) await cluster?.stop()
    },
  }
}

/** The server that holds the installation's data, for tools that do not take the lock. */
export async function findServer(
  config: Pick<Config, 'dataFolder' | 'databaseUrl'>,
): Promise<{ url: string; cluster: Cluster | undefined }> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, cluster: undefined }
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  const cluster = await startCluster({ folder: config.dataFolder })
  await createDatabase(cluster.url('postgres'), databaseName)
  return { url: cluster.url(databaseName), cluster }
}

/** A session's lock, so that a killed process leaves nothing behind that would have to be cleaned. */
async function takeLock(url: string, folder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'rennsteig lock' })
  client.on('error', () => undefined) // the pool reports a lost server; the lock has nothing to add
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [houseLock])
  if (rows[0]?.taken === true) return client
  await client.end()
  throw new StartError(`The data folder ${folder} is already used by another running Rennsteig.`)
}

async function refuseDemoInProduction(database: Database, demo: boolean): Promise<void> {
  const rows = await database.sql`select name from database.installation where name = 'demo'`
  if (!demo && rows.length > 0)
    throw new StartError('This database holds the demo Land with its demo accounts; production needs a database of its own.')
}
