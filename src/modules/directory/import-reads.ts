// Reading SQL of the importers: what is loaded already.
import type { Queryable } from '#database'
import type { Day } from '#kernel/dates.ts'
import type { ImportState } from './writes.ts'

export async function findImportState(database: Queryable, source: string): Promise<ImportState | undefined> {
  const [row] = await database.sql<{ content_hash: string; state: Day; taken_over: number; left_out: number; finished: boolean }>`
    select content_hash, state, taken_over, left_out, finished from directory.import_state where source = ${source}`
  if (row === undefined) return undefined
  return {
    source,
    contentHash: row.content_hash,
    state: row.state,
    takenOver: row.taken_over,
    leftOut: row.left_out,
    isFinished: row.finished,
  }
}

/** One text for the whole state that is loaded; another text when anything was loaded since. */
export async function findLoadedState(database: Queryable): Promise<string> {
  const [row] = await database.sql<{ loaded: string | null }>`
    select string_agg(source || ' ' || content_hash || ' ' || finished, ',' order by source) as loaded from directory.import_state`
  return row?.loaded ?? ''
}

/** Open municipalities by AGS, to see which of the closed ones only changed their ARS. */
export async function findOpenByAgs(database: Queryable, ags: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.sql<{ ags: string; ars: string }>`
    select ags, ars from directory.region where valid_until is null and ags = any(${ags}::text[])`
  return new Map(rows.map((row) => [row.ags, row.ars]))
}

export async function listSuccessorKeys(database: Queryable, ars: readonly string[]): Promise<Set<string>> {
  const rows = await database.sql<{ ars: string }>`select ars from directory.region_successor where ars = any(${ars}::text[])`
  return new Set(rows.map((row) => row.ars))
}
