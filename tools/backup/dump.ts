// Writes a backup: all tables of one snapshot, the stored files and the keys, in one zip.
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import yazl from 'yazl'
import { StartError } from '#database'
import { listTables, type Manifest, refuseWithoutFullSight, tableFile } from './contents.ts'

export interface DumpInput {
  readonly url: string
  readonly dataFolder: string
  readonly target: string
  readonly progress: (sentence: string) => void
  readonly now: Date
}

/** A hot backup: the house goes on working. The file appears under its name only when it is whole. */
export async function dump(input: DumpInput): Promise<Manifest> {
  const draft = `${input.target}.part`
  const client = new pg.Client({ connectionString: input.url, application_name: 'rennsteig backup' })
  await client.connect()
  const zip = new yazl.ZipFile()
  const output = zip.outputStream.pipe(createWriteStream(draft, { mode: 0o600 }))
  try {
    await refuseWithoutFullSight(client)
    await client.query('begin isolation level repeatable read read only')
    const tables = await listTables(client)
    // Files are written before the rows that name them, so a listing made after the snapshot holds all that the rows name.
    const manifest: Manifest = { format: 1, madeAt: input.now.toISOString(), migrations: await migrationsOf(client), tables: {} }
    for (const [index, table] of tables.entries()) {
      input.progress(`table ${index + 1} of ${tables.length}: ${table}`)
      manifest.tables[table] = await addTable(zip, client, table)
    }
    const files = await addFolders(zip, input)
    zip.addBuffer(Buffer.from(JSON.stringify({ ...manifest, files }, null, 2)), 'manifest.json')
    zip.end()
    await finished(output)
    await client.query('commit')
    await rename(draft, input.target)
    return { ...manifest, files }
  } catch (error) {
    output.destroy()
    await rm(draft, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function migrationsOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ last: number }>('select max(number) as last from database.migration')
  return rows[0]?.last ?? 0
}

async function addTable(zip: yazl.ZipFile, client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*)::text as count from ${table}`)
  const stream = client.query(copyTo(`copy ${table} to stdout`))
  zip.addReadStream(stream, tableFile(table))
  await finished(stream, { writable: false })
  return Number(rows[0]?.count ?? 0)
}

async function addFolders(zip: yazl.ZipFile, input: DumpInput): Promise<number> {
  let count = 0
  for (const folder of ['keys', 'files', 'certificates']) {
    const root = join(input.dataFolder, folder)
    if (!existsSync(root)) continue
    const names = (await readdir(root, { recursive: true })).sort()
    for (const name of names) {
      // A file removed since the listing belonged to nothing that the snapshot names any more.
      const state = await stat(join(root, name)).catch(() => undefined)
      if (state === undefined || !state.isFile() || name.endsWith('.part')) continue
      zip.addReadStreamLazy(`${folder}/${name}`, { compress: false, mode: 0o100600 }, (callback) =>
        callback(null, createReadStream(join(root, name))),
      )
      count += 1
      if (count % 1_000 === 0) input.progress(`${count} files`)
    }
  }
  return count
}

/** The backup must not be written into what it backs up. */
export function refuseTarget(target: string, dataFolder: string): void {
  if (target.startsWith(`${dataFolder}/files`) || target.startsWith(`${dataFolder}/keys`))
    throw new StartError('The backup must not lie inside the folders that it backs up.')
}
