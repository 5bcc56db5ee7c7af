// The provider's side of signing in: the steps of one sign-in, each bound to the browser that began it.
import { inTransaction } from '#database'
import { page, type Reply, seeOther, type Visit } from '#web'
import { askCard, openCardAccount, proveCard } from '../actions/prove-card.ts'
import { proveCode } from '../actions/prove-code.ts'
import { askPasskey, provePasskey } from '../actions/prove-passkey.ts'
import { provePassword } from '../actions/prove-password.ts'
import { type AccountsContext, goOn, signInOf, stepPath } from '../context.ts'
import { methodsReaching } from '../domain/levels.ts'
import { displayName } from '../domain/profile.ts'
import { inLookup } from '../lookup.ts'
import { abandonSignIn, type SignIn } from '../openid/interaction.ts'
import { getProfile } from '../reads/account.ts'
import { readSignIn } from '../reads/sign-in-state.ts'
import { accountTexts } from '../texts/index.ts'
import { expired } from './sign-in.ts'
import { cardNewPage, cardPage, codePage, continuePage, passkeyPage, passwordPage, ways, waysPage } from './step.html.ts'

export type StepHandler = (context: AccountsContext, visit: Visit, signIn: SignIn) => Promise<Reply>

/** Runs a step only for the browser that began the sign-in, and while it is open. */
export function step(handle: StepHandler): (context: AccountsContext, visit: Visit) => Promise<Reply> {
  return async (context, visit) => {
    const signIn = await signInOf(context, visit)
    return signIn === undefined ? expired(visit) : handle(context, visit, signIn)
  }
}

/** The first page: straight to the way that was chosen before. */
export const showStep = step(async (context, visit, signIn) => {
  const { chosen } = signIn
  if (chosen === 'passwort' || chosen === 'passkey' || chosen === 'ausweis') return seeOther(visit.frame.href(stepPath(signIn, chosen)))
  if (chosen === 'neu' && signIn.account === undefined) return seeOther(visit.frame.href(stepPath(signIn, 'neu')))
  return offerWays(context, visit, signIn)
})

export const showOtherWays = step((context, visit, signIn) => offerWays(context, visit, signIn))

async function offerWays({ dependencies }: AccountsContext, visit: Visit, signIn: SignIn): Promise<Reply> {
  const { account } = signIn
  const profile =
    account === undefined
      ? undefined
      : await inTransaction(dependencies.database, { owner: account }, (transaction) => getProfile(transaction, account))
  return page(
    waysPage(visit.frame, {
      wanted: signIn.wanted,
      methods: methodsReaching(signIn.wanted, dependencies.settings.levels, dependencies.identityCard !== undefined),
      client: signIn.isPortal ? undefined : signIn.client,
      ...(profile === undefined ? {} : { signedInAs: displayName(profile) }),
      mayRegister: account === undefined && signIn.wanted !== 'high',
      choose: { hrefOf: (name) => stepPath(signIn, name), cancel: stepPath(signIn, 'abbrechen') },
    }),
  )
}

export const showPassword = step(async (_context, visit, signIn) => page(passwordPage(visit.frame, { base: stepPath(signIn), name: '' })))

export const takePassword = step(async ({ dependencies }, visit, signIn) => {
  const texts = accountTexts(visit.language)
  const [name, password] = [visit.form.get('name') ?? '', visit.form.get('password') ?? '']
  const again = (errors: Record<string, string>, status = 400) =>
    page(passwordPage(visit.frame, { base: stepPath(signIn), name, errors }), { status })
  const missing = {
    ...(name.trim() === '' ? { name: texts.emailMissing } : {}),
    ...(password === '' ? { password: texts.passwordMissing } : {}),
  }
  if (Object.keys(missing).length > 0) return again(missing)
  const outcome = await provePassword(dependencies, signIn, { name, password, address: visit.address })
  if (outcome.ok) return seeOther(visit.frame.href(stepPath(signIn, 'code')))
  return outcome.reason === 'too-many' ? again({ name: texts.tooMany }, 429) : again({ name: texts.passwordWrong })
})

export const showCode = step(async ({ dependencies }, visit, signIn) => {
  const { database, now } = dependencies
  const state = await inLookup(database, [signIn.digest], (transaction) => readSignIn(transaction, signIn.digest, now()))
  if (state.password === undefined) return seeOther(visit.frame.href(stepPath(signIn, 'passwort')))
  return page(codePage(visit.frame, { base: stepPath(signIn) }))
})

export const takeCode = step(async (context, visit, signIn) => {
  const texts = accountTexts(visit.language)
  const outcome = await proveCode(context.dependencies, signIn, { code: visit.form.get('code') ?? '', address: visit.address })
  if (outcome.ok) return goOn(context, visit, signIn, outcome.value)
  if (outcome.reason === 'no-password') return seeOther(visit.frame.href(stepPath(signIn, 'passwort')))
  const isLimited = outcome.reason === 'too-many'
  return page(codePage(visit.frame, { base: stepPath(signIn), errors: { code: isLimited ? texts.tooMany : texts.codeWrong } }), {
    status: isLimited ? 429 : 400,
  })
})

async function passkeyStep(
  { dependencies }: AccountsContext,
  visit: Visit,
  signIn: SignIn,
  errors: Record<string, string> = {},
): Promise<Reply> {
  const texts = accountTexts(visit.language)
  const options = await askPasskey(dependencies, signIn)
  const base = stepPath(signIn)
  const after = ways(visit.frame, base)
  const view = {
    title: texts.passkeyTitle,
    text: texts.passkeyText,
    action: `${base}/passkey`,
    label: texts.passkeyUse,
    ceremony: 'get',
    options,
    errors,
    after,
  } as const
  return page(passkeyPage(visit.frame, view), { status: Object.keys(errors).length === 0 ? 200 : 400 })
}

export const showPasskey = step((context, visit, signIn) => passkeyStep(context, visit, signIn))

export const takePasskey = step(async (context, visit, signIn) => {
  const texts = accountTexts(visit.language)
  const outcome = await provePasskey(context.dependencies, signIn, { answer: visit.form.get('answer') ?? '', address: visit.address })
  if (outcome.ok) return goOn(context, visit, signIn, outcome.value)
  return passkeyStep(context, visit, signIn, { '': outcome.reason === 'too-many' ? texts.tooMany : texts.passkeyFailed })
})

async function cardStep({ dependencies }: AccountsContext, visit: Visit, signIn: SignIn, problem?: string): Promise<Reply> {
  const returnTo = new URL(visit.frame.href(stepPath(signIn, 'ausweis/zurueck')), dependencies.settings.baseUrl)
  const href = await askCard(dependencies, signIn, returnTo, visit.language)
  if (href === undefined) return seeOther(visit.frame.href(stepPath(signIn, 'wege')))
  return page(cardPage(visit.frame, { base: stepPath(signIn), href: href.href, problem }), { status: problem === undefined ? 200 : 400 })
}

export const showCard = step((context, visit, signIn) => cardStep(context, visit, signIn))

/** Back from the identity card service. */
export const takeCard = step(async (context, visit, signIn) => {
  const texts = accountTexts(visit.language)
  if (visit.query.has('error')) return cardStep(context, visit, signIn, texts.cardFailed.cancelled)
  const outcome = await proveCard(context.dependencies, signIn, {
    code: visit.query.get('code') ?? '',
    state: visit.query.get('state') ?? '',
  })
  if (!outcome.ok) return cardStep(context, visit, signIn, texts.cardFailed[outcome.reason])
  if (outcome.value.kind === 'new-person') return page(cardNewPage(visit.frame, { base: stepPath(signIn), name: outcome.value.name }))
  return goOn(context, visit, signIn, outcome.value.proven)
})

export const takeNewCard = step(async (context, visit, signIn) => {
  const outcome = await openCardAccount(context.dependencies, signIn)
  return outcome.ok ? goOn(context, visit, signIn, outcome.value) : expired(visit)
})

/** For another service, once signed in: its own link back to the provider. */
export const showContinue = step(async ({ provider }, visit, signIn) => {
  const interaction = await (await provider()).Interaction.find(signIn.uid)
  if (interaction?.result === undefined) return seeOther(visit.frame.href(stepPath(signIn)))
  const target = new URL(interaction.returnTo)
  return page(continuePage(visit.frame, { client: signIn.client, href: target.pathname + target.search }))
})

export const giveUp = step(async ({ provider }, visit, signIn) => {
  const path = await abandonSignIn(await provider(), signIn.uid, visit.now)
  return seeOther(signIn.isPortal ? path : visit.frame.href(stepPath(signIn, 'weiter')))
})
