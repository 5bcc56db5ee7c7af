// Passkeys (WebAuthn Level 3): the challenge, its answer at sign-in, and a new passkey.
import { type Database, inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import type { PasskeyCredential } from '../domain/account.ts'
import { countedNetwork } from '../domain/device.ts'
import { keyedDigest } from '../domain/digests.ts'
import { levelOf } from '../domain/levels.ts'
import { networkLimit } from '../domain/limits.ts'
import { parseAssertion, parseAttestation } from '../domain/passkey-answer.ts'
import { inLookup } from '../lookup.ts'
import type { Proven, SignIn } from '../openid/interaction.ts'
import { lockMeans, meansOf } from '../reads/account.ts'
import { findOwner, locatorOf } from '../reads/locators.ts'
import { readSignIn } from '../reads/sign-in-state.ts'
import { useMeans } from '../writes/account.ts'
import { bucketOf, forgiveAttempts, takeAttempt } from '../writes/attempts.ts'
import { keepSignIn, lockSignIn } from '../writes/sign-in-state.ts'

const timeoutMs = 120_000

/** Loaded with the first passkey: 56 ms and 12 MB that a start need not take (measured). */
const webAuthn = () => import('@simplewebauthn/server')

/** Options for `navigator.credentials.get` as JSON text; the challenge is kept with the sign-in. */
export async function askPasskey({ database, settings, now }: AccountsDependencies, signIn: SignIn): Promise<string> {
  const options = await (await webAuthn()).generateAuthenticationOptions({
    rpID: new URL(settings.baseUrl).hostname,
    userVerification: 'required',
    timeout: timeoutMs,
  })
  await keepChallenge(database, signIn.digest, options.challenge, now())
  return JSON.stringify(options)
}

/** Options for `navigator.credentials.create`. The user handle tells nothing and is the same for one owner, so that a second passkey replaces no other's. */
export async function askNewPasskey(
  { database, keys, settings, now }: AccountsDependencies,
  digest: string,
  owner: OwnerId,
  name: string,
): Promise<string> {
  const options = await (await webAuthn()).generateRegistrationOptions({
    rpName: 'Rennsteig',
    rpID: new URL(settings.baseUrl).hostname,
    userName: name,
    userID: new Uint8Array(Buffer.from(keyedDigest(keys.lookup, 'user-handle', owner), 'hex')),
    timeout: timeoutMs,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(database, digest, options.challenge, now())
  return JSON.stringify(options)
}

/** A new passkey from the browser's answer; each challenge is used up by its first answer, right or wrong. */
export async function readNewPasskey(
  { database, settings, now }: AccountsDependencies,
  digest: string,
  answer: string,
): Promise<PasskeyCredential | undefined> {
  const expectedChallenge = await takeChallenge(database, digest, now())
  const response = parseAttestation(answer)
  if (expectedChallenge === undefined || response === undefined) return undefined
  try {
    const { verified, registrationInfo } = await (await webAuthn()).verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: settings.baseUrl,
      expectedRPID: new URL(settings.baseUrl).hostname,
      requireUserVerification: true,
    })
    if (!verified || registrationInfo === undefined) return undefined
    const { id, publicKey, counter, transports } = registrationInfo.credential
    return {
      kind: 'passkey',
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: [...(transports ?? [])],
    }
  } catch {
    // The library throws for a wrong origin, challenge or shape; all of them are an ordinary no.
    return undefined
  }
}

export async function provePasskey(
  dependencies: AccountsDependencies,
  signIn: SignIn,
  typed: { answer: string; address: string },
): Promise<Outcome<Proven, 'wrong' | 'too-many'>> {
  const { database, keys, now } = dependencies
  const network = bucketOf(keys, networkLimit, countedNetwork(typed.address))
  if (!(await takeAttempt(database, [network], now()))) return refused('too-many')
  const challenge = await takeChallenge(database, signIn.digest, now())
  const response = parseAssertion(typed.answer)
  if (challenge === undefined || response === undefined) return refused('wrong')
  const owner = await findOwner(database, locatorOf(keys, 'passkey', response.id), now())
  if (owner === undefined || (signIn.account !== undefined && signIn.account !== owner)) return refused('wrong')
  const level = await usePasskey(dependencies, owner, response, challenge)
  if (level === undefined) return refused('wrong')
  await forgiveAttempts(database, [network])
  return done({ owner, method: 'passkey', level, now: now() })
}

async function usePasskey(
  { database, settings, now }: AccountsDependencies,
  owner: OwnerId,
  response: NonNullable<ReturnType<typeof parseAssertion>>,
  expectedChallenge: string,
) {
  return inTransaction(database, { owner }, async (transaction) => {
    const means = await lockMeans(transaction, owner)
    const passkey = meansOf(means, 'passkey').find(({ credential }) => credential.credentialId === response.id)
    if (passkey === undefined) return undefined
    const { credentialId, publicKey, counter } = passkey.credential
    try {
      const { verified, authenticationInfo } = await (await webAuthn()).verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: settings.baseUrl,
        expectedRPID: new URL(settings.baseUrl).hostname,
        requireUserVerification: true,
        credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
      })
      if (!verified) return undefined
      await useMeans(transaction, {
        owner,
        meansId: passkey.meansId,
        credential: { ...passkey.credential, counter: authenticationInfo.newCounter },
        now: now(),
      })
    } catch {
      return undefined
    }
    return levelOf('passkey', { identityCard: meansOf(means, 'identity-card').length > 0 }, settings.levels)
  })
}

async function keepChallenge(database: Database, digest: string, challenge: string, now: Date): Promise<void> {
  await inLookup(database, [digest], async (transaction) => {
    const state = await lockSignIn(transaction, digest, now)
    await keepSignIn(transaction, digest, { ...state, challenge })
  })
}

async function takeChallenge(database: Database, digest: string, now: Date): Promise<string | undefined> {
  return inLookup(database, [digest], async (transaction) => {
    const { challenge } = await readSignIn(transaction, digest, now)
    if (challenge === undefined) return undefined
    const { challenge: taken, ...rest } = await lockSignIn(transaction, digest, now)
    await keepSignIn(transaction, digest, rest)
    return taken
  })
}
