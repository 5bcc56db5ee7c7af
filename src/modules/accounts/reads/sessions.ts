// Reads of sessions and of sign-ins begun, in the owner's scope.
import type { Queryable } from '#database'
import type { AssuranceLevel, OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import type { PersonSession } from '../domain/account.ts'

interface SessionRow {
  readonly session_id: Id<'session'>
  readonly owner_id: OwnerId
  readonly kind: 'visitor' | 'person'
  readonly level: AssuranceLevel
  readonly methods: string[]
  readonly display_name: string
  readonly authenticated_at: Date | null
  readonly provider_session: string | null
  readonly device: string
  readonly network: string
  readonly opened_at: Date
  readonly last_used_at: Date
  readonly expires_at: Date
}

export async function findSessionByToken(transaction: Queryable, owner: OwnerId, tokenDigest: string): Promise<PersonSession | undefined> {
  const [row] = await transaction.sql<SessionRow>`
    select session_id, owner_id, kind, level, methods, display_name, authenticated_at, provider_session, device, network, opened_at, last_used_at, expires_at
    from accounts.session where owner_id = ${owner} and token_digest = ${tokenDigest}`
  return row === undefined ? undefined : toSession(row)
}

/** A person's live sessions, the last used first. */
export async function listSessions(transaction: Queryable, owner: OwnerId, now: Date): Promise<readonly PersonSession[]> {
  const rows = await transaction.sql<SessionRow>`
    select session_id, owner_id, kind, level, methods, display_name, authenticated_at, provider_session, device, network, opened_at, last_used_at, expires_at
    from accounts.session where owner_id = ${owner} and kind = 'person' and expires_at > ${now} order by last_used_at desc limit 100`
  return rows.map(toSession)
}

export interface SignInRequest {
  readonly nonce: string
  readonly codeVerifier: string
  readonly level: AssuranceLevel
  readonly returnTo: string
}

function toSession(row: SessionRow): PersonSession {
  return {
    sessionId: row.session_id,
    owner: row.owner_id,
    kind: row.kind,
    level: row.level,
    methods: row.methods,
    displayName: row.display_name,
    authenticatedAt: row.authenticated_at ?? undefined,
    providerSession: row.provider_session ?? undefined,
    device: row.device,
    network: row.network,
    openedAt: row.opened_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  }
}
