// Writes a backup: all tables of one snapshot, the stored files and the keys, in one zip.
import { createWriteStream, existsSync } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Readable } from 'node:stream'
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
  client.on('error', () => undefined) // a lost connection fails the statement under way
  await client.connect()
  const zip = new yazl.ZipFile()
  const output = zip.outputStream.pipe(createWriteStream(draft, { mode: 0o600, flush: true }))
  // What breaks the output (a full disk, a file that cannot be read) must not leave the tables waiting for room in it.
  zip.on('error', (error) => output.destroy(error instanceof Error ? error : new Error('a file could not be read', { cause: error })))
  const written = finished(output)
  written.catch(() => undefined)
  try {
    await refuseWithoutFullSight(client)
    const manifest = await Promise.race([fill(zip, client, input), written.then(() => neverEarly())])
    await written
    await client.query('commit')
    await rename(draft, input.target)
    return manifest
  } catch (error) {
    output.destroy()
    await rm(draft, { force: true })
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

function neverEarly(): never {
  throw new Error('the backup ended before it was whole')
}

async function fill(zip: yazl.ZipFile, client: pg.Client, input: DumpInput): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only')
  const tables = await listTables(client)
  // Files are written before the rows that name them, so a listing made after the snapshot holds all that the rows name.
  const manifest: Manifest = { format: 1, madeAt: input.now.toISOString(), migrations: await migrationsOf(client), tables: {} }
  for (const [index, table] of tables.entries()) {
    input.progress(`table ${index + 1} of ${tables.length}: ${table}`)
    manifest.tables[table] = await addTable(zip, client, table)
  }
  const whole = { ...manifest, files: await addFolders(zip, input) }
  zip.addBuffer(Buffer.from(JSON.stringify(whole, null, 2)), 'manifest.json')
  zip.end()
  return whole
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
      zip.addReadStreamLazy(`${folder}/${name}`, { compress: false, mode: 0o100600 }, (callback) => {
        openFile(join(root, name)).then(
          (stream) => callback(null, stream),
          (error: unknown) => zip.emit('error', error),
        )
      })
      count += 1
      if (count % 1_000 === 0) input.progress(`${count} files`)
    }
  }
  return count
}

/** A file that was removed while the backup ran becomes an empty entry, which the restore leaves out. */
async function openFile(path: string): Promise<Readable> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return handle === undefined ? Readable.from([]) : handle.createReadStream()
}

/** The backup must not be written into what it backs up. */
export function refuseTarget(target: string, dataFolder: string): void {
  if (['files', 'keys', 'certificates', 'postgres'].some((folder) => target.startsWith(join(dataFolder, folder, sep))))
    throw new StartError('The backup must not lie inside the folders that it backs up.')
}
