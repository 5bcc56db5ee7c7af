// Loads the catalogue files into the database, if they changed.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, inKeeperTransaction } from '#database'
import { checkCatalogue } from '../domain/catalogue-files.ts'
import { findEdition } from '../reads.ts'
import { replaceCatalogue, setEdition } from '../writes.ts'

const shippedFolder = join(import.meta.dirname, '../../../../data/services')

/**
 * Brings the catalogue of the database up to the files of a folder; the same files load only once.
 *
 * @returns whether anything was written
 * @throws CatalogueError if a file breaks its schema; the loaded catalogue then stays as it was
 */
export async function loadCatalogue(database: Database, options: { readonly folder?: string } = {}): Promise<boolean> {
  const folder = options.folder ?? shippedFolder
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const hash = createHash('sha256')
  names.forEach((name, index) => hash.update(`${name}\u0000${texts[index]}\u0000`))
  const contentHash = hash.digest('hex')
  if ((await findEdition(database)) === contentHash) return false
  const files = checkCatalogue(new Map(names.map((name, index): [string, unknown] => [name, JSON.parse(texts[index] ?? '')])))
  await inKeeperTransaction(database, async (transaction) => {
    await replaceCatalogue(transaction, files)
    await setEdition(transaction, contentHash)
  })
  return true
}
