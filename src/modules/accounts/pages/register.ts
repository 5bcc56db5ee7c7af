// Opening an account inside a sign-in, so that it ends where the person came from.
import { toString as drawCode } from 'qrcode'
import { bytes, notFound, page, seeOther } from '#web'
import { askNewPasskey, readNewPasskey } from '../actions/prove-passkey.ts'
import {
  choosePassword,
  confirmAddress,
  confirmApp,
  finishRegistration,
  openPasskeyAccount,
  passwordFault,
  secretOf,
  startRegistration,
} from '../actions/register.ts'
import { type AccountsContext, goOn, stepPath } from '../context.ts'
import { totpAddress } from '../domain/codes.ts'
import { deviceOf } from '../domain/device.ts'
import { inLookup } from '../lookup.ts'
import type { SignIn } from '../openid/interaction.ts'
import { readSignIn } from '../reads/sign-in-state.ts'
import { accountTexts } from '../texts/index.ts'
import { addressPage, appPage, chooseMeansPage, finishForm, mailCodePage, newPasswordPage, recoveryPage } from './register.html.ts'
import { expired } from './sign-in.ts'
import { messagePage, passkeyPage } from './step.html.ts'
import { step } from './step.ts'

async function registrationOf({ dependencies }: AccountsContext, signIn: SignIn) {
  const { database, now } = dependencies
  const { registration } = await inLookup(database, [signIn.digest], (transaction) => readSignIn(transaction, signIn.digest, now()))
  return registration
}

export const showAddress = step(async (_context, visit, signIn) => page(addressPage(visit.frame, { base: stepPath(signIn), email: '' })))

export const takeAddress = step(async ({ dependencies }, visit, signIn) => {
  const texts = accountTexts(visit.language)
  const email = visit.form.get('email') ?? ''
  const outcome = await startRegistration(dependencies, signIn, { email, address: visit.address })
  if (outcome.ok) return seeOther(visit.frame.href(stepPath(signIn, 'neu/code')))
  const error = outcome.reason === 'too-many' ? texts.registerTooMany : texts.registerNoAddress
  return page(addressPage(visit.frame, { base: stepPath(signIn), email, errors: { email: error } }), {
    status: outcome.reason === 'too-many' ? 429 : 400,
  })
})

const mailCodeView = (signIn: SignIn, email: string) => ({
  base: stepPath(signIn),
  email,
  action: stepPath(signIn, 'neu/code'),
  again: stepPath(signIn, 'neu'),
})

export const showMailCode = step(async (context, visit, signIn) => {
  const registration = await registrationOf(context, signIn)
  if (registration === undefined) return seeOther(visit.frame.href(stepPath(signIn, 'neu')))
  return page(mailCodePage(visit.frame, mailCodeView(signIn, registration.email)))
})

export const takeMailCode = step(async (context, visit, signIn) => {
  const texts = accountTexts(visit.language)
  const registration = await registrationOf(context, signIn)
  if (registration === undefined) return seeOther(visit.frame.href(stepPath(signIn, 'neu')))
  const outcome = await confirmAddress(context.dependencies, signIn, visit.form.get('code') ?? '')
  if (outcome.ok) return seeOther(visit.frame.href(stepPath(signIn, 'neu/mittel')))
  const error = outcome.reason === 'wrong' ? texts.mailCodeWrong : texts.mailCodeExpired
  return page(mailCodePage(visit.frame, { ...mailCodeView(signIn, registration.email), errors: { code: error } }), { status: 400 })
})

export const showMeans = step(async (context, visit, signIn) => {
  const registration = await registrationOf(context, signIn)
  if (registration?.isConfirmed !== true) return seeOther(visit.frame.href(stepPath(signIn, 'neu')))
  return page(chooseMeansPage(visit.frame, { base: stepPath(signIn) }))
})

export const showNewPassword = step(async (context, visit, signIn) => {
  const registration = await registrationOf(context, signIn)
  if (registration?.isConfirmed !== true) return seeOther(visit.frame.href(stepPath(signIn, 'neu')))
  return page(newPasswordPage(visit.frame, { base: stepPath(signIn), email: registration.email }))
})

export const takeNewPassword = step(async (context, visit, signIn) => {
  const texts = accountTexts(visit.language)
  const registration = await registrationOf(context, signIn)
  if (registration?.isConfirmed !== true) return seeOther(visit.frame.href(stepPath(signIn, 'neu')))
  const [password, repeated] = [visit.form.get('password') ?? '', visit.form.get('repeated') ?? '']
  const fault = passwordFault(password, repeated, registration.email)
  if (fault !== undefined) {
    const errors = { [fault === 'not-repeated' ? 'repeated' : 'password']: texts.passwordFaults[fault] }
    return page(newPasswordPage(visit.frame, { base: stepPath(signIn), email: registration.email, errors }), { status: 400 })
  }
  const outcome = await choosePassword(context.dependencies, signIn, password)
  return outcome.ok ? seeOther(visit.frame.href(stepPath(signIn, 'neu/app'))) : expired(visit)
})

export const showApp = step(async (context, visit, signIn) => {
  const secret = secretOf(context.dependencies, await registrationOf(context, signIn))
  if (secret === undefined) return seeOther(visit.frame.href(stepPath(signIn, 'neu')))
  return page(appPage(visit.frame, { base: stepPath(signIn), secret }))
})

/** The QR code as a picture of our own origin. */
export const showAppPicture = step(async (context, _visit, signIn) => {
  const registration = await registrationOf(context, signIn)
  const secret = secretOf(context.dependencies, registration)
  if (secret === undefined || registration === undefined) return notFound()
  const picture = await drawCode(totpAddress(secret, registration.email), { type: 'svg', margin: 2 })
  return bytes(Buffer.from(picture), { mediaType: 'image/svg+xml', inline: true, headers: { 'cache-control': 'no-store' } })
})

export const takeApp = step(async (context, visit, signIn) => {
  const texts = accountTexts(visit.language)
  const base = stepPath(signIn)
  const outcome = await confirmApp(context.dependencies, signIn, visit.form.get('code') ?? '')
  if (outcome.ok) return page(recoveryPage(visit.frame, { codes: outcome.value.recoveryCodes, onward: finishForm(visit.frame, base) }))
  if (outcome.reason === 'expired') return expired(visit)
  if (outcome.reason === 'taken')
    return page(
      messagePage(visit.frame, { title: texts.failedTitle, text: texts.registerTaken, label: texts.startAgain, href: '/anmelden' }),
      { status: 409 },
    )
  const secret = secretOf(context.dependencies, await registrationOf(context, signIn)) ?? ''
  return page(appPage(visit.frame, { base, secret, errors: { code: texts.appWrong } }), { status: 400 })
})

export const finish = step(async (context, visit, signIn) => {
  const outcome = await finishRegistration(context.dependencies, signIn)
  return outcome.ok ? goOn(context, visit, signIn, outcome.value) : expired(visit)
})

export const showNewPasskey = step(async (context, visit, signIn) => {
  const texts = accountTexts(visit.language)
  const registration = await registrationOf(context, signIn)
  if (registration?.isConfirmed !== true) return seeOther(visit.frame.href(stepPath(signIn, 'neu')))
  const options = await askNewPasskey(context.dependencies, signIn.digest, registration.owner, registration.email)
  const action = stepPath(signIn, 'neu/passkey')
  const errors = visit.query.has('fehler') ? { '': texts.passkeyFailed } : {}
  return page(
    passkeyPage(visit.frame, {
      title: texts.passkeyNewTitle,
      text: texts.passkeyNewText,
      action,
      label: texts.passkeyCreate,
      ceremony: 'create',
      options,
      errors,
    }),
  )
})

export const takeNewPasskey = step(async (context, visit, signIn) => {
  const credential = await readNewPasskey(context.dependencies, signIn.digest, visit.form.get('answer') ?? '')
  if (credential === undefined) return seeOther(`${visit.frame.href(stepPath(signIn, 'neu/passkey'))}?fehler=1`)
  const outcome = await openPasskeyAccount(context.dependencies, signIn, credential, deviceOf(visit.raw.request.headers['user-agent']))
  return outcome.ok ? goOn(context, visit, signIn, outcome.value) : expired(visit)
})
