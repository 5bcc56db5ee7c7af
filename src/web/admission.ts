// Admission: who comes in by a route, and whether a changing request is really from our own pages.
import type { IncomingHttpHeaders } from 'node:http'
import { type Actor, reaches } from '#kernel/actors.ts'
import type { Permission } from './visit.ts'

export type Admission = 'admitted' | 'needs-session' | 'needs-sign-in' | 'forbidden'

/** What a permission says about an actor; everything not named is refused. */
export function admit(permission: Permission, actor: Actor, hasSession: boolean): Admission {
  if (permission === 'public' || permission === 'machine') return 'admitted'
  if (permission === 'owner') return hasSession && actor.kind !== 'staff' ? 'admitted' : 'needs-session'
  if ('person' in permission) return actor.kind === 'person' && reaches(actor.level, permission.person) ? 'admitted' : 'needs-sign-in'
  if (actor.kind !== 'staff') return 'needs-sign-in'
  return permission.staff.some((role) => actor.roles.includes(role)) ? 'admitted' : 'forbidden'
}

/**
 * Whether the browser says that the request comes from our own origin. Every current browser
 * sends Sec-Fetch-Site or Origin with a POST; a request with neither is told by its CSRF field alone.
 */
export function originOf(headers: IncomingHttpHeaders): 'own' | 'foreign' | 'unknown' {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' ? 'own' : 'foreign'
  const origin = headers.origin
  if (origin === undefined) return 'unknown'
  return URL.canParse(origin) && new URL(origin).host === headers.host ? 'own' : 'foreign'
}
