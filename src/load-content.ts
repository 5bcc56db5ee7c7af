// Brings the shipped content into the database: regions, authorities, services, forms, file plans. Unchanged content costs one look.
import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#database'
import { loadCatalogue, searchIndexOf } from '#modules/catalogue'
import { findMunicipality, loadRegionalData } from '#modules/directory'
import { loadFilePlans } from '#modules/dossiers'
import { loadForms, readShippedForms } from '#modules/forms'
import { loadRouting } from '#modules/invoices'
import { onceFor } from './start-database.ts'

const folder = join(import.meta.dirname, '..', 'data')
/** The content, and the code that makes rows of it. */
const sources = [folder, join(import.meta.dirname, 'modules'), join(import.meta.dirname, 'standards')]

export async function loadContent(database: Database): Promise<void> {
  await onceFor(database, 'content', await editionOf(sources), async () => {
    await Promise.all([
      loadRegionalData(database).then(() => loadRouting(database, join(folder, 'invoices', 'routing.json'))),
      loadCatalogue(database),
      loadFilePlans(database, join(folder, 'file-plan')),
      readShippedForms().then((forms) => loadForms(database, forms, new Date())),
    ])
  })
  // Read into memory before anybody asks: for 6,000 services that takes 0.6 s and more (measured without the reading).
  await Promise.all([searchIndexOf(database), findMunicipality(database, '')])
}

/** Names, sizes and times of the files: a look at them costs some milliseconds, reading and checking them some hundred. */
async function editionOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const root of folders) {
    const names = (await readdir(root, { recursive: true })).sort()
    const states = await Promise.all(names.map((name) => stat(join(root, name))))
    for (const [index, state] of states.entries()) if (state.isFile()) hash.update(`${names[index]} ${state.size} ${state.mtimeMs}\n`)
  }
  return hash.digest('hex')
}
