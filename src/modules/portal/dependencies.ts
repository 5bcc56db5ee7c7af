// What the portal's pages need of the rest of the house; main.ts hands it over.
import type { Database, Transaction } from '#database'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'

/** A draft as the person's area lists it. */
export interface DraftRow {
  readonly draftId: string
  readonly serviceKey: string
  /** The page that goes on with it. */
  readonly path: string
  readonly savedAt: Date
}

/** A case or conversation as the person's area lists it. */
export interface ThreadRow {
  readonly threadId: string
  readonly title: string
  readonly number?: string
  readonly authority: AuthorityId
  readonly authorityName: string
  /** The state in one line, already in the person's language. */
  readonly statusLine: string
  readonly unread: number
  readonly path: string
}

export interface AccessRow {
  readonly at: Date
  readonly actorName: string
  readonly purpose: string
  readonly objectTitle: string
}

/** The faces of other modules that the person's own area is composed of; each reads in the owner's transaction. */
export interface MyAreaSources {
  listDrafts(transaction: Transaction, owner: OwnerId): Promise<readonly DraftRow[]>
  listThreads(transaction: Transaction, owner: OwnerId, language: 'de' | 'en' | 'plain'): Promise<readonly ThreadRow[]>
  listAccess(transaction: Transaction, owner: OwnerId, language: 'de' | 'en' | 'plain'): Promise<readonly AccessRow[]>
}

/** Who runs this installation, for the legal pages. */
export interface Operator {
  readonly name: string
  readonly address: readonly string[]
  readonly email: string
  readonly phone: string | undefined
  /** Where the data protection officer is reached. */
  readonly dataProtectionEmail: string
}

export interface PortalDependencies {
  readonly database: Database
  readonly myArea: MyAreaSources
  readonly operator: Operator
}
