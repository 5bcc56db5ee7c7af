// Migrations: one numbered history of plain SQL files, forward only, each applied once.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly sha256: string
}

/** The database was changed by another version of Rennsteig, or a merged migration was edited. */
export class MigrationError extends Error {
  readonly code = 'database.migration'
}

const fileName = /^(\d{4})-[a-z0-9-]+\.sql$/
// Any constant will do; all starts on one database queue behind it.
const lock = 732_551

export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => fileName.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Applies what is missing, each file in a transaction of its own; returns the names applied. */
export async function migrate(client: pg.ClientBase, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query('select pg_advisory_lock($1)', [lock])
  try {
    await client.query(`create schema if not exists database;
      create table if not exists database.migration (number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
      'select number, name, sha256 from database.migration order by number',
    )
    const applied = new Map(rows.map((row) => [row.number, row]))
    refuseForeign(rows, migrations)
    const missing = migrations.filter((migration) => !applied.has(migration.number))
    for (const migration of missing) await apply(client, migration)
    return missing.map((migration) => migration.name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock])
  }
}

function refuseForeign(rows: readonly { number: number; name: string; sha256: string }[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const row of rows) {
    const migration = known.get(row.number)
    if (migration === undefined) throw new MigrationError(`this database was made by a newer version: it knows migration ${row.name}`)
    if (migration.sha256 !== row.sha256) throw new MigrationError(`migration ${row.name} was changed after it had been applied`)
  }
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into database.migration (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new MigrationError(`migration ${migration.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
