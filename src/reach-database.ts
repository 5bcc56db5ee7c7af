// Reaches the server that holds the installation: the embedded one, started and locked, or the one of DATABASE_URL.
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, createDatabase, StartError, startCluster } from '#database'
import type { Config } from './config.ts'

const databaseName = 'rennsteig'
/** A file in the data folder while a restore is under way; the house does not start on half a backup. */
export const restoreMark = 'RESTORING'
const houseLock = 732_552
const healAfterMs = 1_000

export interface ReachedDatabase {
  /** Address for the login role. */
  readonly url: string
  /** Stops the embedded server, if it is ours to stop. */
  release(): Promise<void>
}

type Place = Pick<Config, 'dataFolder' | 'databaseUrl'>

/** For the house: refuses half a restore and a data folder that another house uses. */
export async function reachDatabase(config: Place & Pick<Config, 'role'>): Promise<ReachedDatabase> {
  if (existsSync(join(config.dataFolder, restoreMark)))
    throw new StartError(`A restore into ${config.dataFolder} was cut off; run it again.`)
  const { url, cluster } = await findServer(config)
  if (cluster === undefined || config.role === 'worker') return { url, release: async () => undefined }
  return holdFolder(config.dataFolder, url, cluster)
}

/** The server that holds the installation's data, for tools that do not take the lock. */
export async function findServer(config: Place): Promise<{ url: string; cluster: Cluster | undefined }> {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, cluster: undefined }
  const cluster = await startCluster({ folder: config.dataFolder })
  await createDatabase(cluster.url('postgres'), databaseName)
  return { url: cluster.url(databaseName), cluster }
}

/** Takes the folder's lock; a server that ends by itself (full disk, killed) is started again until it can be. */
export async function holdFolder(folder: string, url: string, cluster: Cluster): Promise<ReachedDatabase> {
  let released = false
  const watch = (held: pg.Client): pg.Client => held.once('end', () => void heal())
  const heal = async (): Promise<void> => {
    while (!released) {
      await wait(healAfterMs)
      if (released) return
      const healed = await startCluster({ folder })
        .then(() => takeLock(url, folder))
        .catch(() => undefined) // what fails is in postgres.log, and /health/ready says that the database does not answer
      if (healed === undefined) continue
      lock = watch(healed)
      return
    }
  }
  let lock = watch(await takeLock(url, folder))
  return {
    url,
    release: async () => {
      released = true
      await cluster.stop()
      await lock.end().catch(() => undefined)
    },
  }
}

/** A session's lock, so that a killed process leaves nothing behind that would have to be cleaned. */
async function takeLock(url: string, folder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'rennsteig lock' })
  client.on('error', () => undefined) // the pool reports a lost server; the lock has nothing to add
  await client.connect()
  // A killed house's session may take a moment to vanish.
  for (let tries = 0; tries < 20; tries += 1) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [houseLock])
    if (rows[0]?.taken === true) return client
    await wait(50)
  }
  await client.end()
  throw new StartError(`The data folder ${folder} is already used by another running Rennsteig.`)
}
