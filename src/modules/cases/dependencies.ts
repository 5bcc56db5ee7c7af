// What the cases need of the house.
import type { Database } from '#database'
import type { DocumentRenderer, DocumentSigner, Letterhead } from '#documents'
import type { FileStore } from '#files'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Choice } from '#modules/forms'
import type { DecisionTemplate } from './domain/decision.ts'

export interface CasesDependencies {
  readonly database: Database
  readonly files: FileStore
  readonly documents: Pick<DocumentRenderer, 'render'>
  /** Seals decision notices. */
  readonly signer: Pick<DocumentSigner, 'sign'>
  /** Head and foot of an authority's letters, with the place of its seat. */
  readonly letterheadOf: (authority: AuthorityId, unit: string) => Promise<{ readonly letterhead: Letterhead; readonly seat: string }>
  readonly templates: ReadonlyMap<string, DecisionTemplate>
  readonly codeLists: ReadonlyMap<string, readonly Choice[]>
}
