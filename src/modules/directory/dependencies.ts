// What the directory needs of the house.
import type { Database } from '#database'

export interface DirectoryDependencies {
  readonly database: Database
  /** 32 bytes that seal the second factors of staff. */
  readonly sealKey: Uint8Array
}
