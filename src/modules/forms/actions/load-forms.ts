// Loads forms: the shipped definitions become versions that drafts can point to.
import { createHash } from 'node:crypto'
import { type Database, inKeeperTransaction } from '#database'
import type { FormDefinition } from '../domain/definition.ts'
import { canonicalJson } from '../domain/draft.ts'
import { insertDefinition } from '../writes.ts'

/** Idempotent; versions that are no longer shipped stay for the drafts and submissions that name them. */
export async function loadForms(database: Database, definitions: readonly FormDefinition[], now: Date): Promise<void> {
  await inKeeperTransaction(database, async (transaction) => {
    for (const definition of definitions) {
      const hash = createHash('sha256').update(canonicalJson(definition)).digest('hex')
      await insertDefinition(transaction, definition, hash, now)
    }
  })
}
