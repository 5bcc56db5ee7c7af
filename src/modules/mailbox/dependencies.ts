// What the mailbox needs of the house.
import type { Database, Transaction } from '#database'
import type { FileStore } from '#files'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import type { AuthorityTheme } from '#web'
import type { CorrectionState } from './domain/correction.ts'
import type { MailSender } from './providers/mail.ts'

export interface MailboxDependencies {
  readonly database: Database
  readonly files: FileStore
  /** How an authority is called and looks; undefined if it is not known (any more). */
  readonly authorityTheme: (authority: AuthorityId) => Promise<AuthorityTheme | undefined>
  /** How far the answers that a request asked to correct have come; undefined if they are not there (any more). */
  readonly correctionState: (transaction: Transaction, owner: OwnerId, draft: Id<'draft'>) => Promise<CorrectionState | undefined>
}

export interface NoticeDependencies {
  readonly database: Database
  readonly mail: MailSender
  /** The address a person has named for notices. */
  readonly notificationAddress: (transaction: Transaction, owner: OwnerId) => Promise<string | undefined>
  /** Address of this portal without a slash at its end. */
  readonly baseUrl: string
}
