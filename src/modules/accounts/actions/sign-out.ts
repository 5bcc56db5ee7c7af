// Signing out: here, one other session, everywhere, or because the provider's session ended.

import { type Database, inTransaction, type Transaction } from '#database'
import { enqueue } from '#jobs'
import type { OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import { logoutTold } from '../events.ts'
import { portalClientId, portalSector } from '../openid/clients.ts'
import { readSignedClaims } from '../openid/jws.ts'
import { publicHalf } from '../openid/keys.ts'
import { mountPath } from '../openid/provider.ts'
import { findOwner, locatorOf } from '../reads/locators.ts'
import { listSessions } from '../reads/sessions.ts'
import { removeAllSessions, removeProviderRecords, removeSession, removeSessionsOf, takeProviderSession } from '../writes/sessions.ts'

/** Ends one session and the provider's session that carried it; other services of the person's hear of it by jobs. */
export async function endSession(database: Database, owner: OwnerId, session: string, now: Date): Promise<boolean> {
  const sessionId = parseId<'session'>(session)
  if (sessionId === undefined) return false
  return inTransaction(database, { owner }, async (transaction) => {
    const known = (await listSessions(transaction, owner, now)).find((each) => each.sessionId === sessionId)
    if (known?.providerSession !== undefined)
      await tellClients(transaction, owner, await takeProviderSession(transaction, owner, portalClientId, known.providerSession))
    return removeSession(transaction, owner, sessionId)
  })
}

/** Ends every session of a person, at the portal, at the provider and at the authorities' services. Returns how many the portal had. */
export async function endAllSessions(database: Database, owner: OwnerId): Promise<number> {
  return inTransaction(database, { owner }, async (transaction) => {
    await tellClients(transaction, owner, await removeProviderRecords(transaction, owner))
    return removeAllSessions(transaction, owner)
  })
}

export async function tellClients(
  transaction: Transaction,
  owner: OwnerId,
  clients: readonly { client: string; sid: string }[],
): Promise<void> {
  for (const { client, sid } of clients) {
    if (client !== portalClientId) await enqueue(transaction, logoutTold, { owner, client, sid })
  }
}

const mostAgeSeconds = 120

/**
 * Takes a logout token of the provider (OpenID Connect Back-Channel Logout 1.0 § 2.6) and ends the portal's
 * sessions of that provider session. False for a token that is not what it must be.
 */
export async function acceptLogoutToken({ database, keys, settings, now }: AccountsDependencies, token: string): Promise<boolean> {
  const claims = readSignedClaims(token, keys.signing.map(publicHalf))
  if (claims === undefined) return false
  const { iss, aud, iat, events, sub, sid, nonce } = claims
  const isForUs = iss === settings.baseUrl + mountPath && aud === portalClientId && nonce === undefined
  const isRecent = typeof iat === 'number' && Math.abs(now().getTime() / 1000 - iat) <= mostAgeSeconds
  const isLogout = typeof events === 'object' && events !== null && 'http://schemas.openid.net/event/backchannel-logout' in events
  if (!isForUs || !isRecent || !isLogout || typeof sub !== 'string' || typeof sid !== 'string') return false
  const owner = await findOwner(database, locatorOf(keys, 'subject', `${portalSector} ${sub}`), now())
  if (owner === undefined) return false
  await inTransaction(database, { owner }, (transaction) => removeSessionsOf(transaction, owner, sid))
  return true
}
