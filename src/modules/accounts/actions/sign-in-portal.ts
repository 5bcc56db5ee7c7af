// Signing in at the portal: asking the provider, and beginning a new session with its answer.

import { inTransaction } from '#database'
import { enqueue } from '#jobs'
import type { AssuranceLevel, OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Session } from '#web/session.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import { coarseNetwork, deviceOf } from '../domain/device.ts'
import { keyedDigest, sha256 } from '../domain/digests.ts'
import { displayName } from '../domain/profile.ts'
import { localPath } from '../domain/return-path.ts'
import { newDeviceSeen, ownerTakenOver } from '../events.ts'
import { asOwner } from '../lookup.ts'
import { portalSector } from '../openid/clients.ts'
import type { Identity, RelyingParty } from '../openid/relying-party.ts'
import { findAccount, getProfile } from '../reads/account.ts'
import { findOwner, locatorOf } from '../reads/locators.ts'
import { openPersonSession } from '../sessions.ts'
import { touchAccount } from '../writes/account.ts'
import { addSignInRequest, removeSession, seeDevice, takeSignInRequest } from '../writes/sessions.ts'

const requestLifeMs = 3_600_000

/** Where the browser goes to sign in; what was asked is kept with the session that asks. */
export async function askProvider(
  { database, now }: AccountsDependencies,
  party: RelyingParty,
  asked: { owner: OwnerId; level: AssuranceLevel; returnTo: string; means: string | undefined; language: Language },
): Promise<string> {
  const begun = await party.begin(asked)
  const request = {
    nonce: begun.nonce,
    codeVerifier: begun.codeVerifier,
    level: asked.level,
    returnTo: localPath(asked.returnTo) ?? '/',
    expiresAt: new Date(now().getTime() + requestLifeMs),
  }
  await inTransaction(database, { owner: asked.owner }, (transaction) =>
    addSignInRequest(transaction, asked.owner, sha256(begun.state), request),
  )
  return begun.path
}

export interface SignInAnswer {
  readonly session: Session
  readonly query: URLSearchParams
  readonly userAgent: string | undefined
  readonly address: string
}

export type SignedIn = { readonly returnTo: string; readonly token: string }

/**
 * Begins a person's session with the provider's answer. The browser gets a new token and the old one ends in
 * the same transaction, so that a token planted before signing in is worth nothing; what a visitor had done
 * goes over to the account by the event, also in that transaction.
 */
export async function signInPortal(
  dependencies: AccountsDependencies,
  party: RelyingParty,
  answer: SignInAnswer,
): Promise<Outcome<SignedIn, 'not-asked' | 'cancelled' | 'failed'>> {
  const { database, keys, now } = dependencies
  const actor = answer.session.actor
  if (actor.kind === 'staff') return refused('not-asked')
  const state = answer.query.get('state') ?? ''
  const request = await inTransaction(database, { owner: actor.owner }, (transaction) =>
    takeSignInRequest(transaction, actor.owner, sha256(state), now()),
  )
  if (request === undefined) return refused('not-asked')
  if (answer.query.has('error')) return refused('cancelled')
  let identity: Identity
  try {
    identity = await party.finish(answer.query, { state, nonce: request.nonce, codeVerifier: request.codeVerifier })
  } catch {
    return refused('failed')
  }
  const account = await findOwner(database, locatorOf(keys, 'subject', `${portalSector} ${identity.subject}`), now())
  if (account === undefined) return refused('failed')
  return done({ returnTo: request.returnTo, token: await beginSession(dependencies, account, identity, answer) })
}

async function beginSession(
  { database, keys, settings, now }: AccountsDependencies,
  owner: OwnerId,
  identity: Identity,
  answer: SignInAnswer,
): Promise<string> {
  const former = answer.session.actor
  const formerOwner = former.kind === 'staff' ? owner : former.owner
  const formerSession = parseId<'session'>(answer.session.id)
  const device = deviceOf(answer.userAgent)
  return inTransaction(database, { owner }, async (transaction) => {
    const [profile, account] = [await getProfile(transaction, owner), await findAccount(transaction, owner)]
    const name = displayName(profile) || (account?.signInName ?? '')
    const opened = {
      owner,
      level: identity.level,
      methods: identity.methods,
      displayName: name,
      authenticatedAt: identity.authenticatedAt,
      providerSession: identity.sid,
      device,
      network: coarseNetwork(answer.address),
    }
    const { token, session } = await openPersonSession(transaction, opened, settings, now())
    await touchAccount(transaction, owner, now())
    const isNew = await seeDevice(transaction, owner, keyedDigest(keys.lookup, 'device', `${device} ${session.network}`), now())
    if (isNew) await enqueue(transaction, newDeviceSeen, { owner, session: session.sessionId })
    if (former.kind === 'visitor') await enqueue(transaction, ownerTakenOver, { visitor: former.owner, account: owner })
    if (formerSession !== undefined) await asOwner(transaction, formerOwner, () => removeSession(transaction, formerOwner, formerSession))
    return token
  })
}
