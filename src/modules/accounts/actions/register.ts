// Opening an account: address confirmed by a mailed code, then a passkey, or a password with an app. The account exists only at the end.
import { type Database, inTransaction } from '#database'
import { enqueue } from '#jobs'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { seal, unseal } from '#kernel/sealing.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import type { PasskeyCredential } from '../domain/account.ts'
import { newRecoveryCodes, newTotpSecret, totpStep } from '../domain/codes.ts'
import { countedNetwork } from '../domain/device.ts'
import { keyedDigest } from '../domain/digests.ts'
import { levelOf } from '../domain/levels.ts'
import { mailLimit, mailNetworkLimit, mostCodeAttempts } from '../domain/limits.ts'
import { hashPassword, shortestPassword } from '../domain/password.ts'
import type { Registration, SignInState } from '../domain/sign-in-state.ts'
import { registrationCodeWanted } from '../events.ts'
import { inLookup } from '../lookup.ts'
import type { Proven, SignIn } from '../openid/interaction.ts'
import { locatorOf, normalName } from '../reads/locators.ts'
import { readSignIn } from '../reads/sign-in-state.ts'
import { addAccount, addLocator, addMeans, replaceRecoveryCodes } from '../writes/account.ts'
import { bucketOf, takeAttempt } from '../writes/attempts.ts'
import { dropSignIn, keepSignIn, lockSignIn } from '../writes/sign-in-state.ts'
import { recoveryDigest } from './prove-code.ts'

/** One "@" with something around it; whether mail arrives is what the code finds out. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(text)
}

/** Always the same answer: whether the address has an account is said in the mail only. */
export async function startRegistration(
  { database, keys, now }: AccountsDependencies,
  signIn: SignIn,
  typed: { email: string; address: string },
): Promise<Outcome<'sent', 'no-address' | 'too-many'>> {
  const email = typed.email.trim()
  if (!isAddress(email)) return refused('no-address')
  const buckets = [bucketOf(keys, mailLimit, normalName(email)), bucketOf(keys, mailNetworkLimit, countedNetwork(typed.address))]
  if (!(await takeAttempt(database, buckets, now()))) return refused('too-many')
  await inLookup(database, [signIn.digest], async (transaction) => {
    const state = await lockSignIn(transaction, signIn.digest, now())
    const registration: Registration = { email, attempts: 0, isConfirmed: false, owner: newId<'owner'>(now().getTime()) }
    await keepSignIn(transaction, signIn.digest, { ...state, registration })
    await enqueue(transaction, registrationCodeWanted, { signIn: signIn.digest })
  })
  return done('sent')
}

export async function confirmAddress(
  { database, keys, now }: AccountsDependencies,
  signIn: SignIn,
  code: string,
): Promise<Outcome<'confirmed', 'wrong' | 'expired'>> {
  return change<Outcome<'confirmed', 'wrong' | 'expired'>>(database, signIn, now(), (state) => {
    const registration = state.registration
    if (registration === undefined || registration.attempts >= mostCodeAttempts) return { state, outcome: refused('expired') }
    const digest = keyedDigest(keys.lookup, 'mail-code', `${signIn.digest} ${code.replaceAll(/\s/g, '')}`)
    const isRight = registration.codeDigest !== undefined && registration.codeDigest === digest
    const next = isRight ? { ...withoutCode(registration), isConfirmed: true } : { ...registration, attempts: registration.attempts + 1 }
    return { state: { ...state, registration: next }, outcome: isRight ? done('confirmed') : refused('wrong') }
  })
}

export type PasswordFault = 'too-short' | 'is-address' | 'not-repeated'

/** What is wrong with a chosen password, or undefined. Length counts, composition does not (BSI TR-02102, NIST SP 800-63B § 3.1.1). */
export function passwordFault(password: string, repeated: string, email: string): PasswordFault | undefined {
  if ([...password].length < shortestPassword) return 'too-short'
  if (password.toLowerCase() === email.toLowerCase()) return 'is-address'
  return password === repeated ? undefined : 'not-repeated'
}

/** Keeps the password's hash and makes the app's secret. */
export async function choosePassword(
  { database, keys, settings, now }: AccountsDependencies,
  signIn: SignIn,
  password: string,
): Promise<Outcome<'chosen', 'expired'>> {
  const passwordHash = await hashPassword(password, settings.passwordCost)
  return change<Outcome<'chosen', 'expired'>>(database, signIn, now(), (state) => {
    const registration = state.registration
    if (registration?.isConfirmed !== true) return { state, outcome: refused('expired') }
    const totpSecret = registration.totpSecret ?? seal(keys.seal, registration.owner, newTotpSecret())
    return { state: { ...state, registration: { ...registration, passwordHash, totpSecret } }, outcome: done('chosen') }
  })
}

/** The secret to show as QR code, or undefined before a password was chosen. */
export function secretOf({ keys }: AccountsDependencies, registration: Registration | undefined): string | undefined {
  return registration?.totpSecret === undefined ? undefined : unseal(keys.seal, registration.owner, registration.totpSecret)
}

export interface NewAccount {
  readonly recoveryCodes: readonly string[]
}

/** The first code of the app makes the account. The recovery codes are returned once and kept only as digests. */
export async function confirmApp(
  dependencies: AccountsDependencies,
  signIn: SignIn,
  code: string,
): Promise<Outcome<NewAccount, 'wrong' | 'expired' | 'taken'>> {
  const { database, keys, now } = dependencies
  const { registration } = await inLookup(database, [signIn.digest], (transaction) => readSignIn(transaction, signIn.digest, now()))
  const secret = secretOf(dependencies, registration)
  if (registration?.passwordHash === undefined || registration.totpSecret === undefined || secret === undefined) return refused('expired')
  const { owner, passwordHash: hash, totpSecret } = registration
  const lastStep = totpStep(secret, code, now(), undefined)
  if (lastStep === undefined) return refused('wrong')
  const recoveryCodes = newRecoveryCodes()
  const isOpened = await inTransaction(database, { owner }, async (transaction) => {
    const digest = locatorOf(keys, 'sign-in-name', registration.email)
    if (!(await addLocator(transaction, { owner, kind: 'sign-in-name', digest, now: now() }))) return false
    await addAccount(transaction, { owner, signInName: registration.email, noticeEmail: registration.email, now: now() })
    await addMeans(transaction, { owner, label: '', credential: { kind: 'password', hash }, now: now() })
    await addMeans(transaction, { owner, label: '', credential: { kind: 'totp', secret: totpSecret, lastStep }, now: now() })
    await replaceRecoveryCodes(
      transaction,
      owner,
      recoveryCodes.map((each) => recoveryDigest(keys.lookup, owner, each)),
    )
    return true
  })
  if (!isOpened) return refused('taken')
  await change(database, signIn, now(), () => ({ state: { finished: { owner, method: 'password-and-code' } }, outcome: done('kept') }))
  return done({ recoveryCodes })
}

/** A passkey makes the account at once: it is both something held and something known or shown. */
export async function openPasskeyAccount(
  { database, keys, settings, now }: AccountsDependencies,
  signIn: SignIn,
  credential: PasskeyCredential,
  label: string,
): Promise<Outcome<Proven, 'expired' | 'taken'>> {
  const { registration } = await inLookup(database, [signIn.digest], (transaction) => readSignIn(transaction, signIn.digest, now()))
  if (registration?.isConfirmed !== true) return refused('expired')
  const { owner, email } = registration
  const isOpened = await inTransaction(database, { owner }, async (transaction) => {
    const name = await addLocator(transaction, { owner, kind: 'sign-in-name', digest: locatorOf(keys, 'sign-in-name', email), now: now() })
    const key = await addLocator(transaction, {
      owner,
      kind: 'passkey',
      digest: locatorOf(keys, 'passkey', credential.credentialId),
      now: now(),
    })
    if (!name || !key) return false
    await addAccount(transaction, { owner, signInName: email, noticeEmail: email, now: now() })
    await addMeans(transaction, { owner, label, credential, now: now() })
    return true
  })
  if (!isOpened) return refused('taken')
  await inLookup(database, [signIn.digest], (transaction) => dropSignIn(transaction, signIn.digest))
  return done({ owner, method: 'passkey', level: levelOf('passkey', { identityCard: false }, settings.levels), now: now() })
}

/** After the recovery codes were shown: the sign-in that made the account is complete. */
export async function finishRegistration(
  { database, settings, now }: AccountsDependencies,
  signIn: SignIn,
): Promise<Outcome<Proven, 'expired'>> {
  const finished = await inLookup(database, [signIn.digest], async (transaction) => {
    const state = await lockSignIn(transaction, signIn.digest, now())
    await dropSignIn(transaction, signIn.digest)
    return state.finished
  })
  if (finished === undefined) return refused('expired')
  return done({ ...finished, level: levelOf(finished.method, { identityCard: false }, settings.levels), now: now() })
}

async function change<Value>(
  database: Database,
  signIn: SignIn,
  now: Date,
  step: (state: SignInState) => { state: SignInState; outcome: Value },
): Promise<Value> {
  return inLookup(database, [signIn.digest], async (transaction) => {
    const { state, outcome } = step(await lockSignIn(transaction, signIn.digest, now))
    await keepSignIn(transaction, signIn.digest, state)
    return outcome
  })
}

function withoutCode({ codeDigest: _code, ...rest }: Registration): Registration {
  return rest
}
