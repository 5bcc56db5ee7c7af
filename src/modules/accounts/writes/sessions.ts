// Writes of sessions and of sign-ins begun, in the owner's scope.
import type { Transaction } from '#database'
import type { AssuranceLevel, OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import type { PersonSession } from '../domain/account.ts'
import type { SignInRequest } from '../reads/sessions.ts'

export async function addSession(transaction: Transaction, session: PersonSession, tokenDigest: string): Promise<void> {
  await transaction.sql`
    insert into accounts.session (owner_id, session_id, kind, token_digest, level, methods, display_name, authenticated_at,
      provider_session, device, network, opened_at, last_used_at, expires_at)
    values (${session.owner}, ${session.sessionId}, ${session.kind}, ${tokenDigest}, ${session.level}, ${[...session.methods]}::text[], ${session.displayName},
      ${session.authenticatedAt ?? null}, ${session.providerSession ?? null}, ${session.device}, ${session.network}, ${session.openedAt}, ${session.lastUsedAt}, ${session.expiresAt})`
}

export async function touchSession(transaction: Transaction, owner: OwnerId, sessionId: Id<'session'>, now: Date): Promise<void> {
  await transaction.sql`update accounts.session set last_used_at = ${now} where owner_id = ${owner} and session_id = ${sessionId}`
}

export async function removeSession(transaction: Transaction, owner: OwnerId, sessionId: Id<'session'>): Promise<boolean> {
  const rows =
    await transaction.sql`delete from accounts.session where owner_id = ${owner} and session_id = ${sessionId} returning session_id`
  return rows.length > 0
}

/** The sessions that a session of the provider carried. */
export async function removeSessionsOf(transaction: Transaction, owner: OwnerId, providerSession: string): Promise<void> {
  await transaction.sql`delete from accounts.session where owner_id = ${owner} and provider_session = ${providerSession}`
}

export async function removeAllSessions(transaction: Transaction, owner: OwnerId): Promise<number> {
  const rows = await transaction.sql`delete from accounts.session where owner_id = ${owner} returning session_id`
  return rows.length
}

export async function addSignInRequest(
  transaction: Transaction,
  owner: OwnerId,
  stateDigest: string,
  request: SignInRequest & { readonly expiresAt: Date },
): Promise<void> {
  await transaction.sql`
    insert into accounts.sign_in_request (owner_id, state_digest, nonce, code_verifier, level, return_to, expires_at)
    values (${owner}, ${stateDigest}, ${request.nonce}, ${request.codeVerifier}, ${request.level}, ${request.returnTo}, ${request.expiresAt})`
}

/** The sign-in begun with this state, taken away: an answer counts once. */
export async function takeSignInRequest(
  transaction: Transaction,
  owner: OwnerId,
  stateDigest: string,
  now: Date,
): Promise<SignInRequest | undefined> {
  const [row] = await transaction.sql<{ nonce: string; code_verifier: string; level: AssuranceLevel; return_to: string }>`
    delete from accounts.sign_in_request where owner_id = ${owner} and state_digest = ${stateDigest} and expires_at > ${now}
    returning nonce, code_verifier, level, return_to`
  return row === undefined ? undefined : { nonce: row.nonce, codeVerifier: row.code_verifier, level: row.level, returnTo: row.return_to }
}

/** True when the device was not seen before. */
export async function seeDevice(transaction: Transaction, owner: OwnerId, digest: string, now: Date): Promise<boolean> {
  const rows = await transaction.sql<{ is_new: boolean }>`
    insert into accounts.device (owner_id, device_digest, first_seen_at, last_seen_at) values (${owner}, ${digest}, ${now}, ${now})
    on conflict (owner_id, device_digest) do update set last_seen_at = excluded.last_seen_at
    returning first_seen_at = last_seen_at as is_new`
  return rows[0]?.is_new === true
}

/** The owner's clients at the provider, to be told of the end, and the provider's records removed. */
export async function removeProviderRecords(transaction: Transaction, owner: OwnerId): Promise<readonly { client: string; sid: string }[]> {
  const rows = await transaction.sql<{ client: string; sid: string }>`
    select entry.key as client, entry.value ->> 'sid' as sid
    from accounts.oidc_record, jsonb_each(coalesce(payload -> 'authorizations', '{}'::jsonb)) as entry
    where account_id = ${owner} and kind = 'Session' and entry.value ? 'sid'`
  await transaction.sql`delete from accounts.oidc_record where account_id = ${owner}`
  return rows
}

/** Removes the provider's session in which a client knows the person as `sid`; returns the clients of that session. */
export async function takeProviderSession(
  transaction: Transaction,
  owner: OwnerId,
  client: string,
  sid: string,
): Promise<readonly { client: string; sid: string }[]> {
  const rows = await transaction.sql<{ authorizations: Record<string, { sid?: string }> | null }>`
    delete from accounts.oidc_record
    where account_id = ${owner} and kind = 'Session' and payload #>> array['authorizations', ${client}::text, 'sid'] = ${sid}
    returning payload -> 'authorizations' as authorizations`
  return rows.flatMap((row) =>
    Object.entries(row.authorizations ?? {}).flatMap(([name, entry]) => (entry.sid === undefined ? [] : { client: name, sid: entry.sid })),
  )
}
