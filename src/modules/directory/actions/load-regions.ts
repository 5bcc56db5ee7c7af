// Loads our data file of a Land with its authorities; nothing happens when that very content is loaded already.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, inKeeperTransaction } from '#database'
import type { AuthorityEntry } from '../domain/authority.ts'
import { municipalAuthorities } from '../domain/municipal-authorities.ts'
import type { RegionalFile } from '../domain/region.ts'
import { findImportState } from '../import-reads.ts'
import { closeAuthorities, upsertAuthorities, upsertRegions, upsertSuccessors, writeImportState } from '../writes.ts'

/** Raise it when the code makes other rows of the same files. */
const edition = 1
const folder = join(import.meta.dirname, '..', '..', '..', '..', 'data')

export type Loaded = 'loaded' | 'already-loaded' | 'newer-is-loaded'

/** Loads regions, successors and authorities in one transaction. */
export async function loadRegionalData(database: Database, file = join(folder, 'regional', 'thueringen.json')): Promise<Loaded> {
  const [text, landText] = await Promise.all([
    readFile(file, 'utf8'),
    readFile(join(folder, 'authorities', 'thueringen-land.json'), 'utf8'),
  ])
  const contentHash = createHash('sha256').update(`${edition}\n${text}\n${landText}`).digest('hex')
  const known = await findImportState(database, 'regional-data')
  if (known?.contentHash === contentHash) return 'already-loaded'
  const regional = parseRegionalFile(text)
  const landState = await findImportState(database, `land-${regional.land}`)
  if (landState !== undefined && landState.state > regional.state) return 'newer-is-loaded'
  const entries = [...municipalAuthorities(regional.regions), ...parseAuthorities(landText)]
  const state = { contentHash, state: regional.state, takenOver: regional.regions.length, leftOut: 0, isFinished: true }
  await inKeeperTransaction(database, async (transaction) => {
    await upsertRegions(transaction, regional.regions)
    await upsertSuccessors(transaction, regional.successors)
    await upsertAuthorities(transaction, entries)
    await closeAuthorities(
      transaction,
      regional.land,
      entries.map(({ slug }) => slug),
      regional.state,
    )
    await writeImportState(transaction, { source: `land-${regional.land}`, ...state })
    await writeImportState(transaction, { source: 'regional-data', ...state })
  })
  return 'loaded'
}

/** Our own file, written by `tools/import`; a file of another format is refused. */
function parseRegionalFile(text: string): RegionalFile {
  const value: RegionalFile = JSON.parse(text)
  if (value.format !== 'rennsteig-regional/1') throw new TypeError(`not a regional data file: format ${String(value.format)}`)
  return value
}

function parseAuthorities(text: string): readonly AuthorityEntry[] {
  const value: { authorities: readonly AuthorityEntry[] } = JSON.parse(text)
  return value.authorities
}
