// The accounts put together: one provider, the portal as its relying party, sessions, routes, jobs.
import type { JobHandler } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Route, SessionStore } from '#web'
import type { AccountsDependencies } from './dependencies.ts'
import { accountsJobs } from './jobs.ts'
import { openProvider, type ProviderSource } from './openid/provider.ts'
import { openRelyingParty } from './openid/relying-party.ts'
import { subjectFor } from './reads/subject.ts'
import { accountsRoutes } from './routes.ts'
import { personSessionStore } from './sessions.ts'

export interface Accounts {
  readonly provider: ProviderSource
  readonly routes: readonly Route[]
  readonly jobs: readonly JobHandler[]
  readonly sessions: Required<SessionStore>
  /** The name under which an authority knows a person; another authority knows another one. */
  subjectFor(owner: OwnerId, authority: AuthorityId): Promise<string>
}

/** Once per process. */
export async function openAccounts(dependencies: AccountsDependencies): Promise<Accounts> {
  const provider = openProvider(dependencies)
  const party = await openRelyingParty(dependencies.settings, dependencies.keys)
  return {
    provider,
    routes: accountsRoutes({ dependencies, provider, party }),
    jobs: accountsJobs(dependencies, provider),
    sessions: personSessionStore(dependencies),
    subjectFor: (owner, authority) => subjectFor(dependencies, owner, authority),
  }
}
