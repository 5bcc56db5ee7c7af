// Blobs: where sealed bytes rest; a folder here, an object store by the same port later.

import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface BlobWriter {
  readonly key: string
  write(bytes: Buffer): Promise<void>
  /** Makes the blob durable and visible at once. */
  commit(): Promise<void>
  discard(): Promise<void>
}

export interface Blobs {
  create(): Promise<BlobWriter>
  read(key: string): AsyncIterable<Uint8Array>
  /** A second blob with the same bytes, and its key. */
  copy(key: string): Promise<string>
  remove(key: string): Promise<void>
  /** Keys that begin with this hexadecimal digit and whose blob nobody made, linked or moved since that instant. */
  list(digit: string, untouchedSince: Date): Promise<readonly string[]>
  /** Removes blobs that were begun before that instant and never committed. */
  sweep(begunBefore: Date): Promise<number>
}

const keyShape = /^[0-9a-f]{32}$/

/** Blobs as files of a folder: written beside, flushed, renamed, and the folder flushed. */
export function folderBlobs(folder: string): Blobs {
  const begun = join(folder, 'begun')
  const place = (key: string): string => {
    if (!keyShape.test(key)) throw new Error('this is no storage key')
    return join(folder, key.slice(0, 2), key)
  }
  return {
    create: () => createBlob(begun, place),
    read: (key) => createReadStream(place(key), { highWaterMark: 262_144 }),
    async copy(key) {
      const copied = newKey()
      await mkdir(dirname(place(copied)), { recursive: true })
      await link(place(key), place(copied))
      await flushFolder(dirname(place(copied)))
      return copied
    },
    remove: (key) => rm(place(key), { force: true }),
    list: (digit, untouchedSince) => listKeys(folder, digit, untouchedSince),
    sweep: (begunBefore) => sweepFolder(begun, begunBefore),
  }
}

/** A copy is a link and has the age of its bytes; the time of the last change to the entry itself (ctime) tells when it was made. */
async function listKeys(folder: string, digit: string, untouchedSince: Date): Promise<readonly string[]> {
  const keys: string[] = []
  for (const begin of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(begin) || !begin.startsWith(digit)) continue
    for (const key of await readdir(join(folder, begin))) {
      const found = keyShape.test(key) ? await stat(join(folder, begin, key)).catch(() => undefined) : undefined
      if (found !== undefined && found.ctime < untouchedSince) keys.push(key)
    }
  }
  return keys
}

/** Removes the entries of a folder that nobody touched since that instant. */
export async function sweepFolder(folder: string, untouchedSince: Date): Promise<number> {
  let removed = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const touched = await stat(join(folder, name)).catch(() => undefined)
    if (touched === undefined || touched.mtime >= untouchedSince) continue
    await rm(join(folder, name), { force: true })
    removed += 1
  }
  return removed
}

/** Makes names in a folder durable; a file's own flush does not. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function createBlob(begun: string, place: (key: string) => string): Promise<BlobWriter> {
  const key = newKey()
  const beside = join(begun, key)
  await mkdir(begun, { recursive: true })
  const handle = await open(beside, 'wx', 0o600)
  return {
    key,
    async write(bytes) {
      await handle.writeFile(bytes)
    },
    async commit() {
      await handle.sync()
      await handle.close()
      await mkdir(dirname(place(key)), { recursive: true })
      await rename(beside, place(key))
      await flushFolder(dirname(place(key)))
    },
    async discard() {
      await handle.close().catch(() => undefined)
      await rm(beside, { force: true })
    },
  }
}

function newKey(): string {
  return randomBytes(16).toString('hex')
}
