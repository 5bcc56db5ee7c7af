// The pages on which staff sign in and out and see where they are signed in.
import { type Database, inTransaction } from '#database'
import { staffRoles } from '#kernel/actors.ts'
import { isLocalPath, page, type Reply, type Route, refuse, seeOther, type Visit } from '#web'
import { endStaffSession, signInStaff } from '../actions/sign-in-staff.ts'
import type { DirectoryDependencies } from '../dependencies.ts'
import { browserName } from '../domain/browser-name.ts'
import { expiryOf } from '../domain/session-rules.ts'
import { listOpenSessions } from '../staff-reads.ts'
import { textsIn } from '../texts.ts'
import { sessionsPage, signInPage, signOutPage } from './staff-pages.html.ts'

const start = '/arbeit'

export function staffPageRoutes(dependencies: DirectoryDependencies): readonly Route[] {
  const { database } = dependencies
  const staff = { staff: staffRoles }
  return [
    { method: 'GET', path: '/arbeit/anmelden', permission: 'public', handler: async (visit) => showSignIn(visit) },
    {
      method: 'POST',
      path: '/arbeit/anmelden',
      permission: 'public',
      body: 'form',
      bodyLimit: 8_192,
      handler: (visit) => signIn(dependencies, visit),
    },
    { method: 'GET', path: '/arbeit/abmelden', permission: staff, handler: async (visit) => page(signOutPage(visit.frame)) },
    { method: 'POST', path: '/arbeit/abmelden', permission: staff, body: 'form', handler: (visit) => signOut(database, visit) },
    { method: 'GET', path: '/arbeit/anmeldungen', permission: staff, handler: (visit) => showSessions(database, visit) },
    { method: 'POST', path: '/arbeit/anmeldungen', permission: staff, body: 'form', handler: (visit) => endSession(database, visit) },
  ]
}

/** Where to go on: only below the workplace, so that a link sent by others leads nowhere else. */
function nextOf(value: string | null): string {
  const path = value ?? ''
  return isLocalPath(path) && /^(\/en|\/einfach)?\/arbeit([/?]|$)/.test(path) && !path.includes('/anmelden') ? path : ''
}

function showSignIn(visit: Visit): Reply {
  const next = nextOf(visit.query.get('weiter'))
  if (visit.actor.kind === 'staff') return seeOther(next === '' ? visit.frame.href(start) : next)
  return page(signInPage(visit.frame, { login: '', next, errors: {}, isSignedOut: visit.query.get('abgemeldet') === '1' }))
}

async function signIn(dependencies: DirectoryDependencies, visit: Visit): Promise<Reply> {
  const texts = textsIn(visit.language)
  const login = (visit.form.get('login') ?? '').trim().slice(0, 100)
  const password = visit.form.get('password') ?? ''
  const next = nextOf(visit.form.get('weiter'))
  const missing = {
    ...(login === '' ? { login: texts.loginMissing } : {}),
    ...(password === '' ? { password: texts.passwordMissing } : {}),
  }
  const again = (errors: Readonly<Record<string, string>>, status: number): Reply =>
    page(signInPage(visit.frame, { login, next, errors, isSignedOut: false }), { status })
  if (Object.keys(missing).length > 0) return again(missing, 422)
  const browser = visit.raw.request.headers['user-agent'] ?? ''
  const code = visit.form.get('code') ?? ''
  const outcome = await signInStaff(dependencies, { login, password, code, address: visit.address, browser, now: visit.now })
  if (!outcome.ok) return outcome.reason === 'too-many' ? again({ '': texts.tooMany }, 429) : again({ login: texts.wrong }, 422)
  const target = next === '' ? visit.frame.href(start) : next
  return seeOther(target, { cookies: [{ name: 'workplace', value: outcome.value.token }] })
}

async function signOut(database: Database, visit: Visit): Promise<Reply> {
  if (visit.actor.kind !== 'staff' || visit.session === undefined) return refuse('forbidden')
  await endStaffSession(database, visit.actor, visit.session.id, 'signed-out', visit.now)
  return seeOther(`${visit.frame.href('/arbeit/anmelden')}?abgemeldet=1`, { cookies: [{ name: 'workplace', value: '' }] })
}

async function showSessions(database: Database, visit: Visit): Promise<Reply> {
  const { actor, session } = visit
  if (actor.kind !== 'staff') return refuse('forbidden')
  const rows = await inTransaction(database, { authority: actor.authority }, (transaction) =>
    listOpenSessions(transaction, actor.authority, actor.staff),
  )
  const sessions = rows
    .map((row) => ({
      id: row.sessionId,
      browser: browserName(row.browser),
      openedAt: row.openedAt,
      seenAt: row.seenAt,
      endsAt: expiryOf(row),
      isHere: row.sessionId === session?.id,
    }))
    .filter(({ endsAt }) => endsAt > visit.now)
  return page(sessionsPage(visit.frame, sessions))
}

async function endSession(database: Database, visit: Visit): Promise<Reply> {
  if (visit.actor.kind !== 'staff') return refuse('forbidden')
  const id = visit.form.get('session') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) return refuse('bad-request')
  const isEnded = await endStaffSession(database, visit.actor, id, 'session-closed', visit.now)
  return isEnded ? seeOther(visit.frame.href('/arbeit/anmeldungen')) : refuse('not-found')
}
