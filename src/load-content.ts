// Brings the shipped content into the database: regions, authorities, services, forms, file plans. Unchanged content costs one look.
import { join } from 'node:path'
import type { Database } from '#database'
import { loadCatalogue } from '#modules/catalogue'
import { loadRegionalData } from '#modules/directory'
import { loadFilePlans } from '#modules/dossiers'
import { loadForms, readShippedForms } from '#modules/forms'

const folder = join(import.meta.dirname, '..', 'data')

export async function loadContent(database: Database): Promise<void> {
  await Promise.all([
    loadRegionalData(database),
    loadCatalogue(database),
    loadFilePlans(database, join(folder, 'file-plan')),
    readShippedForms().then((forms) => loadForms(database, forms, new Date())),
  ])
}
