// The portal's side of signing in: which ways reach the level, going to the provider, coming back, leaving.
import { reaches } from '#kernel/actors.ts'
import { page, type Reply, refuse, seeOther, type Visit } from '#web'
import { askProvider, signInPortal } from '../actions/sign-in-portal.ts'
import { endSession } from '../actions/sign-out.ts'
import type { AccountsContext } from '../context.ts'
import { methodsReaching, parseLevel } from '../domain/levels.ts'
import { localPath } from '../domain/return-path.ts'
import { accountTexts } from '../texts/index.ts'
import { messagePage, waysPage } from './step.html.ts'

const meansNames = ['ausweis', 'passwort', 'passkey', 'neu']

/** GET /anmelden?stufe=…&weiter=… */
export async function showWays({ dependencies }: AccountsContext, visit: Visit): Promise<Reply> {
  const wanted = wantedLevel(visit.query)
  const returnTo = localPath(visit.query.get('weiter')) ?? visit.frame.href('/konto')
  const { actor, frame } = visit
  if (actor.kind === 'person' && reaches(actor.level, wanted)) return seeOther(returnTo)
  return page(
    waysPage(frame, {
      wanted,
      methods: methodsReaching(wanted, dependencies.settings.levels, dependencies.identityCard !== undefined),
      ...(actor.kind === 'person' ? { signedInAs: actor.name } : {}),
      mayRegister: wanted !== 'high' && actor.kind !== 'person',
      choose: { action: '/anmelden', fields: { stufe: wanted, weiter: returnTo } },
    }),
  )
}

/** POST /anmelden: off to the provider; a visitor's session was opened by this request if there was none. */
export async function startSignIn({ dependencies, party }: AccountsContext, visit: Visit): Promise<Reply> {
  if (visit.actor.kind === 'staff') return refuse('forbidden')
  const means = meansNames.find((name) => name === visit.form.get('means'))
  const returnTo = localPath(visit.form.get('weiter')) ?? visit.frame.href('/konto')
  const asked = { owner: visit.actor.owner, level: wantedLevel(visit.form), returnTo, means, language: visit.language }
  return seeOther(await askProvider(dependencies, party, asked))
}

/** GET /anmelden/rueckkehr: the provider's answer. */
export async function finishSignIn({ dependencies, party }: AccountsContext, visit: Visit): Promise<Reply> {
  const texts = accountTexts(visit.language)
  if (visit.session === undefined) return expired(visit)
  const answer = { session: visit.session, query: visit.query, userAgent: visit.raw.request.headers['user-agent'], address: visit.address }
  const outcome = await signInPortal(dependencies, party, answer)
  if (outcome.ok) return seeOther(outcome.value.returnTo, { cookies: [{ name: 'portal', value: outcome.value.token }] })
  if (outcome.reason === 'cancelled') return seeOther(visit.frame.href('/anmelden'))
  if (outcome.reason === 'not-asked') return expired(visit)
  return page(messagePage(visit.frame, { title: texts.failedTitle, text: texts.failedText, label: texts.startAgain, href: '/anmelden' }), {
    status: 400,
  })
}

/** POST /abmelden */
export async function signOut({ dependencies }: AccountsContext, visit: Visit): Promise<Reply> {
  const { session, actor } = visit
  if (session !== undefined && actor.kind === 'person') await endSession(dependencies.database, actor.owner, session.id, visit.now)
  return seeOther(visit.frame.href('/abgemeldet'), { cookies: [{ name: 'portal', value: '' }] })
}

/** GET /abgemeldet */
export async function showSignedOut(_context: AccountsContext, visit: Visit): Promise<Reply> {
  const texts = accountTexts(visit.language)
  const isDeleted = visit.query.get('konto') === 'geloescht'
  return page(
    messagePage(visit.frame, {
      title: isDeleted ? texts.deletedTitle : texts.signedOutTitle,
      text: texts.signedOutText,
      label: texts.toStart,
      href: '/',
    }),
  )
}

export function expired(visit: Visit): Reply {
  const texts = accountTexts(visit.language)
  return page(
    messagePage(visit.frame, { title: texts.expiredTitle, text: texts.expiredText, label: texts.startAgain, href: '/anmelden' }),
    { status: 410 },
  )
}

function wantedLevel(fields: URLSearchParams) {
  const level = parseLevel(fields.get('stufe'))
  return level === undefined || level === 'none' ? 'low' : level
}
