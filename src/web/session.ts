// Sessions: what the server keeps of a browser, and the port by which it is found.
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { Person, Staff, Visitor } from '#kernel/actors.ts'
import type { AuthorityTheme } from './frame.ts'

/** People and staff sign in apart: two cookies, two stores, two sets of pages. */
export type Realm = 'portal' | 'workplace'

export interface Session {
  readonly id: string
  readonly actor: Visitor | Person | Staff
  /** The secret of the cookie; the store keeps only its hash. */
  readonly token: string
  /** For pages that tell how long the session still lasts. */
  readonly expiresAt: Date
  /** Of staff: how their authority presents itself. */
  readonly authority?: AuthorityTheme | undefined
}

export interface SessionStore {
  /** The live session of a cookie's token; extends its idle time. */
  find(token: string, now: Date): Promise<Session | undefined>
  /** A session of a visitor nobody knows; only the portal has it. */
  open?(now: Date): Promise<Session>
}

/** The hidden field of every form: bound to the session, worthless without its cookie. */
export function csrfToken(key: KeyObject, session: Session): string {
  return createHmac('sha256', key).update(`csrf ${session.token}`).digest('base64url')
}

export function isCsrfToken(key: KeyObject, session: Session, given: string): boolean {
  const expected = Buffer.from(csrfToken(key, session))
  const actual = Buffer.from(given)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
