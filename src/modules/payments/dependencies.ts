// What payments need from outside: given by the composition root.
import type { Database } from '#database'
import type { DocumentRenderer, Letterhead } from '#documents'
import type { AuthorityId } from '#kernel/actors.ts'
import type { AuthorityTheme } from '#web'
import type { Pause } from './domain/schedule.ts'
import type { PaymentProvider } from './providers/provider.ts'

/** Who is paid: as pages and receipts name it. */
export interface Payee {
  readonly theme: AuthorityTheme
  readonly letterhead: Letterhead
}

export interface FollowDependencies {
  readonly database: Database
  /** The authority's provider, where the authority is known by its own name. */
  readonly providerOf: (authority: AuthorityId) => PaymentProvider | Promise<PaymentProvider>
  /** Address of the portal, without a slash at its end; the provider sends people back there. */
  readonly baseUrl: string
  /** Another pace of asking, for tests. */
  readonly schedule?: readonly Pause[]
}

export interface PaymentsDependencies extends FollowDependencies {
  readonly documents: Pick<DocumentRenderer, 'render'>
  readonly payeeOf: (authority: AuthorityId) => Promise<Payee>
}
