// Makes a database ready: creates it where that is ours to do, applies the migrations.
import pg from 'pg'
import { type Migration, migrate, readMigrations } from './migrations.ts'
import { StartError } from './start-error.ts'

const duplicateDatabase = '42P04'
const oldestServer = 150_000

/** Creates the database `name` beside the one that `url` names, unless it is there. */
export async function createDatabase(url: string, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`create database ${quote(name)}${template === undefined ? '' : ` template ${quote(template)}`}`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== duplicateDatabase) throw error
  } finally {
    await client.end()
  }
}

/** Connects, checks the server's version and applies what is missing; returns the names of the migrations applied. */
export async function prepareDatabase(url: string, migrationsFolder: string): Promise<readonly string[]> {
  const migrations: readonly Migration[] = await readMigrations(migrationsFolder)
  const client = new pg.Client({ connectionString: url, application_name: 'rennsteig migrations' })
  client.on('error', () => undefined) // a lost connection fails the statement under way
  try {
    await client.connect()
  } catch (cause) {
    throw new StartError(`The database cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause })
  }
  try {
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version")
    if (Number(rows[0]?.version) < oldestServer) throw new StartError('PostgreSQL 15 or newer is needed.')
    return await migrate(client, migrations)
  } finally {
    await client.end()
  }
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
