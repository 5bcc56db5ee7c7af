// The session store of the workplace: finds a session by its cookie, extends it, ends it.
import { type Database, inTransaction } from '#database'
import type { Session, SessionStore } from '#web'
import { endStaffSession } from './actions/sign-in-staff.ts'
import { authorityOfToken, expiryOf, hashOf } from './domain/session-rules.ts'
import { findOpenSession, findStaff } from './staff-reads.ts'
import { touchSession } from './staff-writes.ts'

const touchAfterMs = 60_000

export interface StaffSessionStore extends SessionStore {
  close(session: Session, now: Date): Promise<boolean>
}

export function createStaffSessionStore(database: Database): StaffSessionStore {
  return {
    find: (token, now) => findSession(database, token, now),
    close: async (session, now) =>
      session.actor.kind === 'staff' && endStaffSession(database, session.actor, session.id, 'signed-out', now),
  }
}

async function findSession(database: Database, token: string, now: Date): Promise<Session | undefined> {
  const authority = authorityOfToken(token)
  if (authority === undefined) return undefined
  return inTransaction(database, { authority }, async (transaction) => {
    const open = await findOpenSession(transaction, authority, hashOf(token))
    if (open === undefined || expiryOf(open) <= now) return undefined
    const member = await findStaff(transaction, authority, open.staff)
    if (member === undefined || !member.isActive) return undefined
    const isStale = now.getTime() - open.seenAt.getTime() > touchAfterMs
    if (isStale) await touchSession(transaction, authority, open.sessionId, now)
    const { login: _login, isActive: _isActive, ...actor } = member
    const expiresAt = expiryOf({ ...open, seenAt: isStale ? now : open.seenAt })
    return { id: open.sessionId, actor, token, expiresAt, authority: open.theme }
  })
}
