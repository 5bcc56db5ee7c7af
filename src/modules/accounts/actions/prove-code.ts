// The second half of a sign-in by password: the app's code, each step once, or a recovery code.
import { inTransaction, type Transaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { unseal } from '#kernel/sealing.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import { parseRecoveryCode, totpStep } from '../domain/codes.ts'
import { countedNetwork } from '../domain/device.ts'
import { keyedDigest } from '../domain/digests.ts'
import { levelOf } from '../domain/levels.ts'
import { accountLimit, networkLimit } from '../domain/limits.ts'
import { inLookup } from '../lookup.ts'
import type { Proven, SignIn } from '../openid/interaction.ts'
import { lockMeans, meansOf } from '../reads/account.ts'
import { readSignIn } from '../reads/sign-in-state.ts'
import { takeRecoveryCode, useMeans } from '../writes/account.ts'
import { bucketOf, forgiveAttempts, takeAttempt } from '../writes/attempts.ts'
import { dropSignIn } from '../writes/sign-in-state.ts'

export async function proveCode(
  dependencies: AccountsDependencies,
  signIn: SignIn,
  typed: { code: string; address: string },
): Promise<Outcome<Proven, 'wrong' | 'too-many' | 'no-password'>> {
  const { database, keys, settings, now } = dependencies
  const state = await inLookup(database, [signIn.digest], (transaction) => readSignIn(transaction, signIn.digest, now()))
  if (state.password === undefined) return refused('no-password')
  const { owner, nameDigest } = state.password
  const account = bucketOf(keys, accountLimit, nameDigest)
  const network = bucketOf(keys, networkLimit, countedNetwork(typed.address))
  if (!(await takeAttempt(database, [account, network], now()))) return refused('too-many')
  const isRight = await inTransaction(database, { owner }, (transaction) => useCode(transaction, dependencies, owner, typed.code))
  if (!isRight) return refused('wrong')
  await forgiveAttempts(database, [account, network])
  await inLookup(database, [signIn.digest], (transaction) => dropSignIn(transaction, signIn.digest))
  return done({
    owner,
    method: 'password-and-code',
    level: levelOf('password-and-code', { identityCard: false }, settings.levels),
    now: now(),
  })
}

/** The rows are held, so that two requests with one code do not both succeed. */
async function useCode(transaction: Transaction, { keys, now }: AccountsDependencies, owner: OwnerId, code: string): Promise<boolean> {
  const [totp] = meansOf(await lockMeans(transaction, owner), 'totp')
  if (totp === undefined) return false
  const step = totpStep(unseal(keys.seal, owner, totp.credential.secret), code, now(), totp.credential.lastStep)
  if (step !== undefined) {
    await useMeans(transaction, { owner, meansId: totp.meansId, credential: { ...totp.credential, lastStep: step }, now: now() })
    return true
  }
  const recovery = parseRecoveryCode(code)
  return recovery !== undefined && takeRecoveryCode(transaction, owner, recoveryDigest(keys.lookup, owner, recovery), now())
}

export function recoveryDigest(key: Uint8Array, owner: OwnerId, code: string): string {
  return keyedDigest(key, 'recovery-code', `${owner} ${code}`)
}
