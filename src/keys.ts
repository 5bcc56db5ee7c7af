// Keys of the installation: one master key in the data folder, all secrets derived from it or kept beside it.
import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StartError } from '#database'

export interface Keys {
  /** 32 bytes for one purpose, always the same ones (HKDF-SHA-256, RFC 5869). */
  derive(purpose: string): Uint8Array
  /** A secret document kept in the folder (a key set); made once by `make`. */
  document(name: string, make: () => Promise<string>): Promise<string>
}

const demoMark = { name: 'DEMO', text: 'These keys were used in demo mode and are refused in production.\n' }
const productionMark = { name: 'PRODUCTION', text: 'These keys protect real data and are refused in demo mode.\n' }

/** Opens the key folder, making it on the first start. Keys made in demo mode are refused in production, and the other way round. */
export async function openKeys(folder: string, demo: boolean): Promise<Keys> {
  const [own, other] = demo ? [demoMark, productionMark] : [productionMark, demoMark]
  if (existsSync(join(folder, other.name)))
    throw new StartError(
      demo
        ? `The keys in ${folder} belong to a production installation; set DEMO=off, or another DATA_DIR for the demo.`
        : `The keys in ${folder} were used in demo mode; production needs a new DATA_DIR.`,
    )
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await keep(join(folder, own.name), async () => own.text)
  const file = join(folder, 'master.key')
  const master = Buffer.from(await keep(file, async () => randomBytes(32).toString('hex')), 'hex')
  if (master.length !== 32) throw new StartError(`The file ${file} is damaged; restore it from the backup.`)
  return {
    derive: (purpose) => new Uint8Array(hkdfSync('sha256', master, 'rennsteig', purpose, 32)),
    document: (name, make) => keep(join(folder, name), make),
  }
}

/** Reads the file, or makes it so that a crash leaves either nothing or the whole; the first of two processes wins. */
async function keep(file: string, make: () => Promise<string>): Promise<string> {
  if (existsSync(file)) return readFile(file, 'utf8')
  const draft = `${file}.${process.pid}`
  try {
    await writeThrough(draft, await make())
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  await syncFolder(dirname(file))
  return readFile(file, 'utf8')
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The name must outlive a power cut too: without the key nothing stored can be read. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
