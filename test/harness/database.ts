// Test databases: each test file gets a migrated database of its own on one running server.
import { join } from 'node:path'
import { after } from 'node:test'
import { createDatabase, type Database, openDatabase, openPool, prepareDatabase, startThrowAwayCluster } from '#database'
import { connectOutbox, type JobKind, prepareQueues } from '#jobs'
import { readTestSettings } from '../../tools/test-settings.ts'

export interface TestDatabase {
  readonly database: Database
  /** The login role's address: migrations, workers, a look past row-level security. */
  readonly url: string
  /** SQL as the login role, for assertions. */
  readonly admin: Database
}

const migrations = join(import.meta.dirname, '..', '..', 'migrations')

/**
 * Opens a fresh migrated database and closes it after the tests of the file. The server is the one
 * that the runner started, else a throw-away one of this process.
 */
export async function openTestDatabase(kinds: readonly JobKind<object>[] = []): Promise<TestDatabase> {
  const { server, stop } = await findServer()
  const name = `test_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`
  await createDatabase(server, name)
  const url = sameServer(server, name)
  await prepareDatabase(url, migrations)
  await prepareQueues(url, kinds)
  const database = openDatabase(openPool({ url, role: 'rennsteig_app' }))
  const admin = openDatabase(openPool({ url, connections: 2 }))
  const disconnect = await connectOutbox(database, url, () => undefined)
  after(async () => {
    await disconnect()
    await Promise.all([database.close(), admin.close()])
    await stop()
  })
  return { database, url, admin }
}

async function findServer(): Promise<{ server: string; stop: () => Promise<void> }> {
  const given = readTestSettings().testServer
  if (given !== undefined) return { server: given, stop: async () => undefined }
  const cluster = await startThrowAwayCluster()
  return { server: cluster.url('postgres'), stop: () => cluster.stop() }
}

/** The address of another database on the same server. */
export function sameServer(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}
