// How long a session of staff lasts, what its token is, and how often one may try.
import { createHash, randomBytes } from 'node:crypto'
import type { AuthorityId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'

export const idleMinutes = 30
export const longestHours = 12
const idleMs = idleMinutes * 60_000
const longestMs = longestHours * 3_600_000

/** The instant at which a session ends if nothing more happens. */
export function expiryOf(session: { readonly openedAt: Date; readonly seenAt: Date }): Date {
  return new Date(Math.min(session.seenAt.getTime() + idleMs, session.openedAt.getTime() + longestMs))
}

/** The token of the cookie: the authority (so that its rows can be opened) and a secret. */
export function newToken(authority: AuthorityId): string {
  return `${authority}.${randomBytes(32).toString('base64url')}`
}

export function authorityOfToken(token: string): AuthorityId | undefined {
  return token.length > 100 ? undefined : parseId<'authority'>(token.split('.', 1)[0])
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

export const attemptWindowMinutes = 15

/** Failures within the window after which the next attempt is refused unread. */
export const mostFailures = { loginFromAddress: 5, login: 20, address: 60 } as const
