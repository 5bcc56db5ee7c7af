// What the workplace needs of the house.
import type { Database } from '#database'
import type { FileStore } from '#files'
import type { CasesDependencies } from '#modules/cases'

export interface WorkplaceDependencies {
  readonly database: Database
  readonly files: FileStore
  readonly cases: CasesDependencies
  /** Key under which the log of searches keeps words. */
  readonly journalKey: Uint8Array
}
