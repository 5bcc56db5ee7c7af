// The second factor of a member of staff: set up with a first code, taken away with password and code.
import { type Database, inTransaction, type Transaction } from '#database'
import type { AuthorityId, Staff, StaffId } from '#kernel/actors.ts'
import { derivedId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { seal, unseal } from '#kernel/sealing.ts'
import type { DirectoryDependencies } from '../dependencies.ts'
import { codeStep, newSecret, sealingContext } from '../domain/one-time-code.ts'
import { isPassword } from '../domain/password.ts'
import { hashOf, mostFailures } from '../domain/session-rules.ts'
import { findSecondFactor, type SecondFactor } from '../staff-reads.ts'
import { appendSignIn, countAttempts, forgetAttempts, removeFactor, setWaitingFactor, startFactor, takeTotpStep } from '../staff-writes.ts'

export interface FactorChange {
  readonly password: string
  readonly code: string
  readonly now: Date
}

export type FactorRefusal = 'wrong-password' | 'wrong-code' | 'too-many' | 'not-waiting' | 'no-factor' | 'set-up-already'

/** Makes a secret for the app; the factor counts from its first code on. An unlocked desk is not enough: the password is asked. */
export async function beginFactor(
  { database, sealKey }: DirectoryDependencies,
  actor: Staff,
  given: Pick<FactorChange, 'password' | 'now'>,
): Promise<Outcome<'waiting', FactorRefusal>> {
  const known = await takeAttempt(database, actor, given.now)
  if (known === undefined) return refused('too-many')
  if (known.sealed !== undefined) return refused('set-up-already')
  if (!(await isPassword(given.password, known.passwordHash))) return refused('wrong-password')
  return asActor(database, actor, async (transaction) => {
    await setWaitingFactor(transaction, actor.authority, actor.staff, seal(sealKey, sealingContext(actor.staff), newSecret()))
    await forgetAttempts(transaction, [subjectOf(actor)])
    return done('waiting')
  })
}

/** The secret to show as QR code, while it waits for its first code. */
export async function waitingSecret(
  { database, sealKey }: DirectoryDependencies,
  actor: Staff,
): Promise<{ readonly login: string; readonly secret: string } | undefined> {
  const known = await asActor(database, actor, (transaction) => findSecondFactor(transaction, actor.authority, actor.staff))
  if (known?.waiting === undefined) return undefined
  return { login: known.login, secret: unseal(sealKey, sealingContext(actor.staff), known.waiting) }
}

/** The first code proves that the app has the secret; from then on it is asked at each sign-in. */
export async function confirmFactor(
  { database, sealKey }: DirectoryDependencies,
  actor: Staff,
  given: Pick<FactorChange, 'code' | 'now'>,
): Promise<Outcome<'on', FactorRefusal>> {
  const known = await takeAttempt(database, actor, given.now)
  if (known === undefined) return refused('too-many')
  if (known.waiting === undefined) return refused('not-waiting')
  const step = codeStep(unseal(sealKey, sealingContext(actor.staff), known.waiting), given.code, given.now)
  if (step === undefined) return refused('wrong-code')
  return asActor(database, actor, async (transaction) => {
    await startFactor(transaction, actor.authority, actor.staff, step)
    await appendSignIn(transaction, actor.authority, actor.staff, 'second-factor-on', given.now)
    await forgetAttempts(transaction, [subjectOf(actor)])
    return done('on')
  })
}

export async function endFactor(
  { database, sealKey }: DirectoryDependencies,
  actor: Staff,
  given: FactorChange,
): Promise<Outcome<'off', FactorRefusal>> {
  const known = await takeAttempt(database, actor, given.now)
  if (known === undefined) return refused('too-many')
  const { sealed } = known
  if (sealed === undefined) return refused('no-factor')
  if (!(await isPassword(given.password, known.passwordHash))) return refused('wrong-password')
  const step = codeStep(unseal(sealKey, sealingContext(actor.staff), sealed), given.code, given.now)
  return asActor(database, actor, async (transaction) => {
    if (step === undefined || !(await takeTotpStep(transaction, actor.authority, actor.staff, step))) return refused('wrong-code')
    await removeFactor(transaction, actor.authority, actor.staff)
    await appendSignIn(transaction, actor.authority, actor.staff, 'second-factor-off', given.now)
    await forgetAttempts(transaction, [subjectOf(actor)])
    return done('off')
  })
}

/** For the operator, when somebody has lost the app: true if there was a second factor. */
export async function resetFactor(database: Database, authority: AuthorityId, login: string, now: Date): Promise<boolean> {
  const staff: StaffId = derivedId('staff', authority, login.toLowerCase())
  return inTransaction(database, { authority }, async (transaction) => {
    const isRemoved = await removeFactor(transaction, authority, staff)
    if (isRemoved) await appendSignIn(transaction, authority, staff, 'second-factor-off', now)
    return isRemoved
  })
}

/** Counted before anything is looked at, so that parallel guesses all count. */
async function takeAttempt(database: Database, actor: Staff, now: Date): Promise<SecondFactor | undefined> {
  return asActor(database, actor, async (transaction) => {
    const [count = 0] = await countAttempts(transaction, [subjectOf(actor)], now)
    return count > mostFailures.loginFromAddress ? undefined : findSecondFactor(transaction, actor.authority, actor.staff)
  })
}

function subjectOf(actor: Staff): string {
  return hashOf(`second-factor ${actor.staff}`)
}

function asActor<Value>(database: Database, actor: Staff, work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
  return inTransaction(database, { authority: actor.authority }, work)
}
