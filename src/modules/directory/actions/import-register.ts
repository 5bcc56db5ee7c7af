// Takes over a register file of any Land: batches that can be cut off and begun again, a report line by line.
import { type Database, inKeeperTransaction } from '#database'
import { addDays, type Day } from '#kernel/dates.ts'
import { readRegister } from '#standards/gv100ad'
import type { Region, Successor } from '../domain/region.ts'
import { isOwnUnion, regionOfRecord } from '../domain/register-region.ts'
import { findImportState, findOpenByAgs, listSuccessorKeys } from '../import-reads.ts'
import { closeRegions, upsertRegions, upsertSuccessors, writeImportState } from '../writes.ts'

export interface ImportReport {
  readonly state?: Day
  readonly taken: number
  /** Rows that were new or different; zero when the same file is imported again. */
  readonly changed: number
  readonly closed: number
  /** What could not be taken over, one entry each; `line` is 0 where no line is meant. */
  readonly faults: readonly { readonly line: number; readonly reason: string; readonly excerpt: string }[]
}

export interface ImportOptions {
  readonly batchSize?: number
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

interface Collected {
  readonly byLand: Map<string, Region[]>
  readonly faults: { line: number; reason: string; excerpt: string }[]
  state: Day | undefined
}

const mostRecords = 200_000
const mostFaults = 10_000

/**
 * Imports a GV100AD file. A Land whose loaded state is newer is left as it is and named in the
 * report. Each batch is its own transaction; an import that was cut off is finished by importing again.
 */
export async function importRegister(
  database: Database,
  content: AsyncIterable<Uint8Array>,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const collected = await collect(content)
  const { state, faults } = collected
  if (state === undefined) return { taken: 0, changed: 0, closed: 0, faults }
  const total = [...collected.byLand.values()].reduce((sum, regions) => sum + regions.length, 0)
  let done = 0
  let changed = 0
  let closed = 0
  for (const [land, regions] of collected.byLand) {
    const known = await findImportState(database, `land-${land}`)
    if (known !== undefined && known.state > state) {
      faults.push({
        line: 0,
        reason: 'newer-is-loaded',
        excerpt: `Land ${land}: ${regions.length} records of ${state} left out, ${known.state} is loaded`,
      })
      continue
    }
    const size = options.batchSize ?? 2_000
    for (let start = 0; start < regions.length; start += size) {
      options.signal?.throwIfAborted()
      const batch = regions.slice(start, start + size)
      changed += await inKeeperTransaction(database, (transaction) => upsertRegions(transaction, batch))
      done += batch.length
      options.onProgress?.(done, total)
    }
    // A Land of which lines were unreadable is not cleared of what those lines may have said.
    if (!hasFaultsOf(faults, land)) closed += await closeGone(database, { land, regions, state, faults })
  }
  return { state, taken: done, changed, closed, faults }
}

async function collect(content: AsyncIterable<Uint8Array>): Promise<Collected> {
  const collected: Collected = { byLand: new Map(), faults: [], state: undefined }
  const seen = new Map<string, number>()
  for await (const entry of readRegister(content)) {
    if (collected.faults.length >= mostFaults || seen.size >= mostRecords) {
      collected.faults.push({ line: entry.line, reason: 'too-many', excerpt: 'reading stopped here' })
      break
    }
    if (!entry.ok) {
      collected.faults.push({ line: entry.line, reason: entry.reason, excerpt: entry.excerpt })
      continue
    }
    const { record, line } = entry
    collected.state ??= record.state
    const first = seen.get(record.ars)
    if (record.state !== collected.state) collected.faults.push({ line, reason: 'other-state', excerpt: `${record.ars} ${record.state}` })
    else if (first !== undefined) collected.faults.push({ line, reason: 'key-twice', excerpt: `${record.ars} stands in line ${first} too` })
    else if (!isOwnUnion(record)) {
      seen.set(record.ars, line)
      const land = record.ars.slice(0, 2)
      const regions = collected.byLand.get(land) ?? []
      collected.byLand.set(land, regions)
      regions.push(regionOfRecord(record))
    }
  }
  return collected
}

function hasFaultsOf(faults: Collected['faults'], land: string): boolean {
  return faults.some(({ line, excerpt }) => line > 0 && (!/^\d{10}/.test(excerpt) || excerpt.slice(10, 12) === land))
}

async function closeGone(
  database: Database,
  given: { land: string; regions: readonly Region[]; state: Day; faults: Collected['faults'] },
): Promise<number> {
  const { land, regions, state, faults } = given
  return inKeeperTransaction(database, async (transaction) => {
    const kept = regions.map(({ ars }) => ars)
    const gone = await closeRegions(transaction, land, kept, addDays(state, -1))
    const keys = gone.flatMap(({ ags }) => ags ?? [])
    const open = await findOpenByAgs(transaction, keys)
    const known = await listSuccessorKeys(
      transaction,
      gone.map(({ ars }) => ars),
    )
    const moved: Successor[] = []
    for (const region of gone) {
      const successor = region.ags === undefined ? undefined : open.get(region.ags)
      if (successor !== undefined)
        moved.push({ ars: region.ars, successor, effectiveOn: state, evidence: 'the same AGS under another ARS', isUncertain: false })
      else if (region.ags !== undefined && !known.has(region.ars))
        faults.push({ line: 0, reason: 'no-successor', excerpt: `${region.ars} ${region.name} is gone, its successor is not known` })
    }
    await upsertSuccessors(transaction, moved)
    await writeImportState(transaction, {
      source: `land-${land}`,
      contentHash: '',
      state,
      takenOver: regions.length,
      leftOut: 0,
      isFinished: true,
    })
    return gone.length
  })
}
