// The account's pages: what is stored, means, sessions, address for notices, deletion.
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { page, type Reply, refuse, seeOther, type Visit } from '#web'
import {
  addPasskey,
  askEmailChange,
  confirmEmailChange,
  deleteAccount,
  removePasskey,
  renewRecoveryCodes,
} from '../actions/change-account.ts'
import { askNewPasskey, readNewPasskey } from '../actions/prove-passkey.ts'
import { endAllSessions, endSession } from '../actions/sign-out.ts'
import type { AccountsContext } from '../context.ts'
import { deviceOf } from '../domain/device.ts'
import { sha256 } from '../domain/digests.ts'
import { bestEvidence } from '../domain/profile.ts'
import { signInPath } from '../domain/return-path.ts'
import { countRecoveryCodes, findAccount, findEmailChange, listEvidence, listMeans, meansOf } from '../reads/account.ts'
import { listSessions } from '../reads/sessions.ts'
import { accountTexts } from '../texts/index.ts'
import { accountPage, back, deletePage, emailPage, sessionsPage } from './account.html.ts'
import { mailCodePage, recoveryPage } from './register.html.ts'
import { passkeyPage } from './step.html.ts'

type PersonHandler = (context: AccountsContext, visit: Visit, owner: OwnerId) => Promise<Reply>

/** Routes with a person's permission always have one; the check narrows the type. */
export function person(handle: PersonHandler): (context: AccountsContext, visit: Visit) => Promise<Reply> {
  return async (context, visit) => (visit.actor.kind === 'person' ? handle(context, visit, visit.actor.owner) : refuse('forbidden'))
}

export const showAccount = person(({ dependencies }, visit, owner) => accountReply(dependencies, visit, owner))

async function accountReply({ database }: AccountsContext['dependencies'], visit: Visit, owner: OwnerId, notice?: string): Promise<Reply> {
  return inTransaction(database, { owner }, async (transaction) => {
    const account = await findAccount(transaction, owner)
    if (account === undefined) return refuse('expired')
    const evidence = bestEvidence(await listEvidence(transaction, owner))
    const means = await listMeans(transaction, owner)
    const recoveryCodes = await countRecoveryCodes(transaction, owner)
    const level = visit.actor.kind === 'person' ? visit.actor.level : 'none'
    return page(accountPage(visit.frame, { account, level, evidence, means, recoveryCodes, notice }))
  })
}

export const showSessions = person(async ({ dependencies }, visit, owner) => {
  const sessions = await inTransaction(dependencies.database, { owner }, (transaction) => listSessions(transaction, owner, visit.now))
  return page(sessionsPage(visit.frame, { sessions, current: visit.session?.id ?? '', ended: visit.query.has('beendet') }))
})

export const takeSessionEnd = person(async ({ dependencies }, visit, owner) => {
  await endSession(dependencies.database, owner, visit.form.get('session') ?? '', visit.now)
  return seeOther(`${visit.frame.href('/konto/sitzungen')}?beendet=1`)
})

export const takeAllSessionsEnd = person(async ({ dependencies }, visit, owner) => {
  await endAllSessions(dependencies.database, owner)
  return seeOther(visit.frame.href('/abgemeldet'), { cookies: [{ name: 'portal', value: '' }] })
})

export const showEmail = person(async (_context, visit) => page(emailPage(visit.frame, { email: '' })))

export const takeEmail = person(async ({ dependencies }, visit, owner) => {
  const texts = accountTexts(visit.language)
  const email = visit.form.get('email') ?? ''
  const outcome = await askEmailChange(dependencies, owner, { email, address: visit.address })
  if (outcome.ok) return seeOther(visit.frame.href('/konto/email/code'))
  const isLimited = outcome.reason === 'too-many'
  return page(emailPage(visit.frame, { email, errors: { email: isLimited ? texts.registerTooMany : texts.registerNoAddress } }), {
    status: isLimited ? 429 : 400,
  })
})

export const showEmailCode = person(async ({ dependencies }, visit, owner) => emailCodeReply(dependencies, visit, owner))

async function emailCodeReply({ database }: AccountsContext['dependencies'], visit: Visit, owner: OwnerId, error?: string): Promise<Reply> {
  const change = await inTransaction(database, { owner }, (transaction) => findEmailChange(transaction, owner, visit.now))
  if (change === undefined) return seeOther(visit.frame.href('/konto/email'))
  const view = {
    base: '/konto',
    email: change.address,
    action: '/konto/email/code',
    again: '/konto/email',
    errors: error === undefined ? {} : { code: error },
  }
  return page(mailCodePage(visit.frame, view), { status: error === undefined ? 200 : 400 })
}

export const takeEmailCode = person(async ({ dependencies }, visit, owner) => {
  const texts = accountTexts(visit.language)
  const outcome = await confirmEmailChange(dependencies, owner, visit.form.get('code') ?? '')
  if (outcome.ok) return accountReply(dependencies, visit, owner, texts.emailChanged)
  return emailCodeReply(dependencies, visit, owner, outcome.reason === 'wrong' ? texts.mailCodeWrong : texts.mailCodeExpired)
})

const ceremonyOf = (visit: Visit) => sha256(`passkey of session ${visit.session?.id ?? ''}`)

async function newPasskeyReply(
  { dependencies }: AccountsContext,
  visit: Visit,
  owner: OwnerId,
  errors: Record<string, string> = {},
): Promise<Reply> {
  const texts = accountTexts(visit.language)
  const account = await inTransaction(dependencies.database, { owner }, (transaction) => findAccount(transaction, owner))
  const name = account?.signInName ?? (visit.actor.kind === 'person' ? visit.actor.name : '')
  const options = await askNewPasskey(dependencies, ceremonyOf(visit), owner, name === '' ? 'Rennsteig' : name)
  const view = {
    title: texts.passkeyNewTitle,
    text: texts.passkeyNewText,
    action: '/konto/passkey',
    label: texts.passkeyCreate,
    ceremony: 'create',
    options,
    errors,
    after: back(visit.frame),
  } as const
  return page(passkeyPage(visit.frame, view), { status: Object.keys(errors).length === 0 ? 200 : 400 })
}

export const showAddPasskey = person((context, visit, owner) => newPasskeyReply(context, visit, owner))

export const takeAddPasskey = person(async (context, visit, owner) => {
  const texts = accountTexts(visit.language)
  const credential = await readNewPasskey(context.dependencies, ceremonyOf(visit), visit.form.get('answer') ?? '')
  const label = deviceOf(visit.raw.request.headers['user-agent'])
  if (credential === undefined || !(await addPasskey(context.dependencies, owner, credential, label)))
    return newPasskeyReply(context, visit, owner, { '': texts.passkeyFailed })
  return seeOther(visit.frame.href('/konto'))
})

export const takePasskeyRemoval = person(async ({ dependencies }, visit, owner) => {
  const outcome = await removePasskey(dependencies, owner, visit.form.get('passkey') ?? '')
  if (!outcome.ok && outcome.reason === 'last') return accountReply(dependencies, visit, owner, accountTexts(visit.language).removeLast)
  return seeOther(visit.frame.href('/konto'))
})

/** Linking a card is signing in with it: the sign-in links it to the account of the session. */
export const linkCard = person(async ({ dependencies }, visit, owner) => {
  const means = await inTransaction(dependencies.database, { owner }, (transaction) => listMeans(transaction, owner))
  if (meansOf(means, 'identity-card').length > 0) return seeOther(visit.frame.href('/konto'))
  return seeOther(visit.frame.href(signInPath('high', visit.frame.href('/konto'))))
})

export const takeRecoveryRenewal = person(async ({ dependencies }, visit, owner) => {
  const codes = await renewRecoveryCodes(dependencies, owner)
  return page(recoveryPage(visit.frame, { codes, onward: back(visit.frame) }))
})

export const showDeletion = person(async (_context, visit) => page(deletePage(visit.frame, {})))

export const takeDeletion = person(async ({ dependencies }, visit, owner) => {
  if (visit.form.get('agreed') !== 'yes')
    return page(deletePage(visit.frame, { errors: { agreed: accountTexts(visit.language).deleteMissing } }), { status: 400 })
  await deleteAccount(dependencies, owner)
  return seeOther(`${visit.frame.href('/abgemeldet')}?konto=geloescht`, { cookies: [{ name: 'portal', value: '' }] })
})
