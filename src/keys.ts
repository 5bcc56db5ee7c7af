// Keys of the installation: one master key in the data folder, all secrets derived from it or kept beside it.
import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '#database'

export interface Keys {
  /** 32 bytes for one purpose, always the same ones (HKDF-SHA-256, RFC 5869). */
  derive(purpose: string): Uint8Array
  /** A secret document kept in the folder (a key set); made once by `make`. */
  document(name: string, make: () => Promise<string>): Promise<string>
}

/** Opens the key folder, making it on the first start. Keys made in demo mode are refused in production. */
export async function openKeys(folder: string, demo: boolean): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const master = Buffer.from(await keep(join(folder, 'master.key'), async () => randomBytes(32).toString('hex')), 'hex')
  if (master.length !== 32) throw new StartError(`The file ${join(folder, 'master.key')} is damaged; restore it from the backup.`)
  const mark = join(folder, 'DEMO')
  if (demo && !existsSync(mark))
    await writeFile(mark, 'These keys were used in demo mode and are refused in production.\n', { mode: 0o600 })
  if (!demo && existsSync(mark)) throw new StartError(`The keys in ${folder} were used in demo mode; production needs a new DATA_DIR.`)
  return {
    derive: (purpose) => new Uint8Array(hkdfSync('sha256', master, 'rennsteig', purpose, 32)),
    document: (name, make) => keep(join(folder, name), make),
  }
}

/** Reads the file, or makes it so that a crash leaves either nothing or the whole; the first of two processes wins. */
async function keep(file: string, make: () => Promise<string>): Promise<string> {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`
    const handle = await open(draft, 'w', 0o600)
    await handle.writeFile(await make())
    await handle.sync()
    await handle.close()
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(draft)
  }
  return readFile(file, 'utf8')
}
