// GET and POST /arbeit/zweiter-faktor: one's own second factor.
import { toString as drawCode } from 'qrcode'
import { inTransaction } from '#database'
import { type Staff, staffRoles } from '#kernel/actors.ts'
import { bytes, notFound, page, type Reply, type Route, refuse, seeOther, type Visit } from '#web'
import { beginFactor, confirmFactor, endFactor, type FactorRefusal, waitingSecret } from '../actions/change-second-factor.ts'
import type { DirectoryDependencies } from '../dependencies.ts'
import { appAddress } from '../domain/one-time-code.ts'
import { findSecondFactor } from '../staff-reads.ts'
import { textsIn } from '../texts.ts'
import { factorPage, factorPath } from './second-factor.html.ts'

export function secondFactorRoutes(dependencies: DirectoryDependencies): readonly Route[] {
  const permission = { staff: staffRoles }
  const own = (work: (visit: Visit, actor: Staff) => Promise<Reply>) => async (visit: Visit) =>
    visit.actor.kind === 'staff' ? work(visit, visit.actor) : refuse('forbidden')
  const post = (path: string, work: (visit: Visit, actor: Staff) => Promise<Reply>): Route => ({
    ...{ method: 'POST', path, permission, body: 'form', handler: own(work) },
  })
  return [
    { method: 'GET', path: factorPath, permission, handler: own((visit, actor) => show(dependencies, visit, actor, {})) },
    { method: 'GET', path: `${factorPath}/code.svg`, permission, handler: own((_visit, actor) => showPicture(dependencies, actor)) },
    post(factorPath, async (visit, actor) => {
      const outcome = await beginFactor(dependencies, actor, { password: visit.form.get('password') ?? '', now: visit.now })
      return outcome.ok ? seeOther(visit.frame.href(factorPath)) : again(dependencies, visit, actor, outcome.reason)
    }),
    post(`${factorPath}/code`, async (visit, actor) => {
      const outcome = await confirmFactor(dependencies, actor, { code: visit.form.get('code') ?? '', now: visit.now })
      return outcome.ok ? seeOther(visit.frame.href(`${factorPath}?neu=an`)) : again(dependencies, visit, actor, outcome.reason)
    }),
    post(`${factorPath}/entfernen`, async (visit, actor) => {
      const given = { password: visit.form.get('password') ?? '', code: visit.form.get('code') ?? '', now: visit.now }
      const outcome = await endFactor(dependencies, actor, given)
      return outcome.ok ? seeOther(visit.frame.href(`${factorPath}?neu=aus`)) : again(dependencies, visit, actor, outcome.reason)
    }),
  ]
}

async function show(
  dependencies: DirectoryDependencies,
  visit: Visit,
  actor: Staff,
  { errors = {}, status = 200 }: { readonly errors?: Readonly<Record<string, string>>; readonly status?: number },
): Promise<Reply> {
  const { authority, staff } = actor
  const known = await inTransaction(dependencies.database, { authority }, (transaction) => findSecondFactor(transaction, authority, staff))
  const state = known?.sealed !== undefined ? 'on' : known?.waiting !== undefined ? 'waiting' : 'none'
  const secret = state === 'waiting' ? (await waitingSecret(dependencies, actor))?.secret : undefined
  const told = visit.query.get('neu')
  const news = told === 'an' && state === 'on' ? 'on' : told === 'aus' && state === 'none' ? 'off' : undefined
  return page(factorPage(visit.frame, { state, secret, errors, news }), { status })
}

async function again(dependencies: DirectoryDependencies, visit: Visit, actor: Staff, reason: FactorRefusal): Promise<Reply> {
  const texts = textsIn(visit.language)
  if (reason === 'wrong-password') return show(dependencies, visit, actor, { errors: { password: texts.factorWrongPassword }, status: 422 })
  if (reason === 'wrong-code') return show(dependencies, visit, actor, { errors: { code: texts.factorWrongCode }, status: 422 })
  if (reason === 'too-many') return show(dependencies, visit, actor, { errors: { '': texts.tooMany }, status: 429 })
  // Another window was faster: the page shows how it stands.
  return seeOther(visit.frame.href(factorPath))
}

/** The QR code as a picture of our own origin. */
async function showPicture(dependencies: DirectoryDependencies, actor: Staff): Promise<Reply> {
  const waiting = await waitingSecret(dependencies, actor)
  if (waiting === undefined) return notFound()
  const picture = await drawCode(appAddress(waiting.secret, waiting.login), { type: 'svg', margin: 2 })
  return bytes(Buffer.from(picture), { mediaType: 'image/svg+xml', inline: true, headers: { 'cache-control': 'no-store' } })
}
