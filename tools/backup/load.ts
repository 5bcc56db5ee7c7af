// Reads a backup into an empty installation: keys and files first, then all tables in one transaction.
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import yauzl from 'yauzl'
import { StartError } from '#database'
import { listTables, type Manifest, refuseWithoutFullSight, tableFile } from './contents.ts'

export interface LoadInput {
  readonly url: string
  readonly dataFolder: string
  readonly source: string
  readonly progress: (sentence: string) => void
}

type Entries = ReadonlyMap<string, yauzl.Entry>

/** Loads everything or nothing of the database; files that were loaded before a cut-off are written again. */
export async function load(input: LoadInput): Promise<Manifest> {
  const zip = await openZip(input.source)
  try {
    const entries = await readEntries(zip)
    const manifest = await readManifest(zip, entries)
    await loadFiles(zip, entries, input)
    await loadTables(zip, entries, manifest, input)
    return manifest
  } finally {
    zip.close()
  }
}

/** Reads the whole archive once and compares it with its own checksums, so that a damaged one restores nothing. */
export async function checkBackup(source: string, progress: (sentence: string) => void): Promise<void> {
  const zip = await openZip(source)
  try {
    const entries = await readEntries(zip)
    await readManifest(zip, entries)
    progress(`checking ${entries.size} entries`)
    for (const entry of entries.values()) await checkEntry(zip, entry)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(
      `The backup ${source} is damaged: ${error instanceof Error ? error.message : String(error)}; nothing was restored.`,
      {
        cause: error,
      },
    )
  } finally {
    zip.close()
  }
}

async function checkEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<void> {
  let sum = 0
  for await (const chunk of await openEntry(zip, entry)) sum = crc32(chunk, sum)
  if (sum !== entry.crc32) throw new StartError(`The backup is damaged: ${entry.fileName} differs from its checksum; nothing was restored.`)
}

/** A database of DATABASE_URL that holds an installation already is left alone. */
export async function refuseUsedDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'rennsteig restore' })
  await client.connect()
  try {
    const { rows } = await client.query<{ used: boolean }>("select to_regclass('database.migration') is not null as used")
    if (rows[0]?.used === true)
      throw new StartError('The database of DATABASE_URL holds an installation already; restore into an empty database.')
  } finally {
    await client.end()
  }
}

/** Whether the data folder holds an installation already, which a restore would mix with the old one. */
export async function holdsInstallation(dataFolder: string): Promise<boolean> {
  for (const folder of ['files', 'keys', 'postgres']) {
    if (existsSync(join(dataFolder, folder)) && (await readdir(join(dataFolder, folder))).length > 0) return true
  }
  return false
}

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error === null && zip !== undefined
        ? resolve(zip)
        : reject(new StartError(`The backup ${path} cannot be read: ${error?.message ?? 'not a zip file'}.`, { cause: error })),
    ),
  )
}

function readEntries(zip: yauzl.ZipFile): Promise<Entries> {
  const entries = new Map<string, yauzl.Entry>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', reject)
    zip.readEntry()
  })
}

function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error === null && stream !== undefined ? resolve(stream) : reject(error))),
  )
}

async function readManifest(zip: yauzl.ZipFile, entries: Entries): Promise<Manifest> {
  const entry = entries.get('manifest.json')
  if (entry === undefined) throw new StartError('The backup is not whole: its list of contents is missing.')
  const manifest: Manifest = JSON.parse(await text(await openEntry(zip, entry)))
  if (manifest.format !== 1) throw new StartError('The backup was made by another version of Rennsteig.')
  const missing = Object.keys(manifest.tables).find((table) => !entries.has(tableFile(table)))
  if (missing !== undefined) throw new StartError(`The backup is not whole: table ${missing} is missing.`)
  return manifest
}

async function loadFiles(zip: yauzl.ZipFile, entries: Entries, input: LoadInput): Promise<void> {
  let count = 0
  for (const [name, entry] of entries) {
    if (!/^(keys|files|certificates)\//.test(name) || normalize(name) !== name || name.includes('..')) continue
    if (entry.uncompressedSize === 0) continue // removed while the backup was made
    const target = join(input.dataFolder, name)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await pipeline(await openEntry(zip, entry), createWriteStream(target, { mode: 0o600, flush: true }))
    count += 1
    if (count % 1_000 === 0) input.progress(`${count} files`)
  }
  input.progress(`${count} files`)
}

async function loadTables(zip: yauzl.ZipFile, entries: Entries, manifest: Manifest, input: LoadInput): Promise<void> {
  const client = new pg.Client({ connectionString: input.url, application_name: 'rennsteig restore' })
  client.on('error', () => undefined) // a lost connection fails the statement under way
  await client.connect()
  try {
    await refuseWithoutFullSight(client)
    const known = await listTables(client)
    const strange = Object.keys(manifest.tables).find((table) => !known.includes(table))
    if (strange !== undefined) throw new StartError(`The backup holds the table ${strange}, which this version does not know.`)
    await client.query('begin')
    await client.query(`truncate ${known.join(', ')} cascade`)
    for (const table of known.filter((name) => name in manifest.tables)) {
      const entry = entries.get(tableFile(table))
      if (entry === undefined) continue
      await pipeline(await openEntry(zip, entry), client.query(copyFrom(`copy ${table} from stdin`)))
      const { rows } = await client.query<{ count: string }>(`select count(*)::text as count from ${table}`)
      if (Number(rows[0]?.count) !== manifest.tables[table])
        throw new StartError(`Table ${table} has ${rows[0]?.count} rows instead of ${manifest.tables[table]}; nothing was restored.`)
      input.progress(`${table}: ${rows[0]?.count} rows`)
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}
