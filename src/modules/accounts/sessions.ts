// The portal's sessions: opened for visitors, found by the cookie's token, renewed at each sign-in.
import { createHash, randomBytes } from 'node:crypto'
import { inOneReading, inTransaction, type Transaction } from '#database'
import type { OwnerId, Person, Visitor } from '#kernel/actors.ts'
import { newId, parseId } from '#kernel/ids.ts'
import type { Session, SessionStore } from '#web/session.ts'
import type { AccountSettings, AccountsDependencies } from './dependencies.ts'
import type { PersonSession } from './domain/account.ts'
import { levelNow } from './domain/levels.ts'
import { portalClientId } from './openid/clients.ts'
import { findSessionByToken } from './reads/sessions.ts'
import { addSession, removeSession, takeProviderSession, touchSession } from './writes/sessions.ts'

const ownerBytes = 16
const secretBytes = 32
const hourMs = 3_600_000

/** Not every request writes: the idle time is exact to this much. */
const touchAfterMs = 60_000

/**
 * A token for the cookie: the owner's id, which names the rows to look at (and on a cluster the node), then 256 random bits.
 * The id alone opens nothing; only the digest of the whole is kept.
 */
export function newToken(owner: OwnerId): string {
  return Buffer.concat([Buffer.from(owner.replaceAll('-', ''), 'hex'), randomBytes(secretBytes)]).toString('base64url')
}

/** The owner that a token names, or undefined for what is no token. */
export function ownerOfToken(token: string): OwnerId | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== ownerBytes + secretBytes) return undefined
  const hex = bytes.toString('hex', 0, ownerBytes)
  return parseId([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'))
}

export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Implements the session port of `web` for the portal. */
export function personSessionStore({ database, settings }: Pick<AccountsDependencies, 'database' | 'settings'>): Required<SessionStore> {
  return {
    async find(token, now) {
      const owner = ownerOfToken(token)
      if (owner === undefined) return undefined
      const session = await inOneReading(database, { owner }, (reading) => findSessionByToken(reading, owner, tokenDigest(token)))
      if (session === undefined) return undefined
      const endsAt = endOf(session, settings)
      if (endsAt <= now) {
        await inTransaction(database, { owner }, async (transaction) => {
          await removeSession(transaction, owner, session.sessionId)
          // Without this the provider would sign in whoever sits down at the screen next.
          if (session.providerSession !== undefined) await takeProviderSession(transaction, owner, portalClientId, session.providerSession)
        })
        return undefined
      }
      if (now.getTime() - session.lastUsedAt.getTime() < touchAfterMs) return toSession(session, token, endsAt, now, settings)
      await inTransaction(database, { owner }, (transaction) => touchSession(transaction, owner, session.sessionId, now))
      return toSession(session, token, endOf({ ...session, lastUsedAt: now }, settings), now, settings)
    },
    async open(now) {
      const owner = newId<'owner'>(now.getTime())
      const token = newToken(owner)
      const session = visitorSession(owner, now, settings)
      await inTransaction(database, { owner }, (transaction) => addSession(transaction, session, tokenDigest(token)))
      return toSession(session, token, session.expiresAt, now, settings)
    },
  }
}

/** Adds a person's session under a new token; the old token of the browser must be removed in the same transaction. */
export async function openPersonSession(
  transaction: Transaction,
  opened: Omit<PersonSession, 'sessionId' | 'kind' | 'openedAt' | 'lastUsedAt' | 'expiresAt'>,
  settings: AccountSettings,
  now: Date,
): Promise<{ token: string; session: PersonSession }> {
  const expiresAt = new Date(now.getTime() + settings.sessions.totalHours * hourMs)
  const session: PersonSession = {
    ...opened,
    sessionId: newId<'session'>(now.getTime()),
    kind: 'person',
    openedAt: now,
    lastUsedAt: now,
    expiresAt,
  }
  const token = newToken(session.owner)
  await addSession(transaction, session, tokenDigest(token))
  return { token, session }
}

function visitorSession(owner: OwnerId, now: Date, settings: AccountSettings): PersonSession {
  const expiresAt = new Date(now.getTime() + settings.sessions.visitorHours * hourMs)
  return {
    sessionId: newId<'session'>(now.getTime()),
    owner,
    kind: 'visitor',
    level: 'none',
    methods: [],
    displayName: '',
    authenticatedAt: undefined,
    providerSession: undefined,
    device: '',
    network: '',
    openedAt: now,
    lastUsedAt: now,
    expiresAt,
  }
}

/** When a session ends if nothing happens: a person's by idleness, every one's by age. */
function endOf(session: PersonSession, settings: AccountSettings): Date {
  if (session.kind === 'visitor') return session.expiresAt
  const idleEnd = session.lastUsedAt.getTime() + settings.sessions.idleMinutes * 60_000
  return new Date(Math.min(idleEnd, session.expiresAt.getTime()))
}

function toSession(session: PersonSession, token: string, expiresAt: Date, now: Date, settings: AccountSettings): Session {
  const visitor: Visitor = { kind: 'visitor', owner: session.owner }
  if (session.kind === 'visitor') return { id: session.sessionId, actor: visitor, token, expiresAt }
  const level = levelNow(session.level, session.authenticatedAt, now, settings.levels)
  const person: Person = { kind: 'person', owner: session.owner, level, name: session.displayName }
  return { id: session.sessionId, actor: person, token, expiresAt }
}
