// What the cash office's side of the invoices needs from outside.
import type { Database } from '#database'
import type { FileStore } from '#files'
import type { AuthorityId } from '#kernel/actors.ts'

export interface PayDependencies {
  readonly database: Database
  readonly files: FileStore
  /** The name of the house on its payments. */
  readonly payerName: (authority: AuthorityId) => Promise<string>
}
