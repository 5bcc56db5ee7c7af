// Signs staff in and out; the answer to a wrong login takes as long as that to a wrong password.
import { type Database, inTransaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { unseal } from '#kernel/sealing.ts'
import type { DirectoryDependencies } from '../dependencies.ts'
import { codeStep, sealingContext } from '../domain/one-time-code.ts'
import { isPassword } from '../domain/password.ts'
import { hashOf, mostFailures, newToken } from '../domain/session-rules.ts'
import { findLogin, findStaff, type Login } from '../staff-reads.ts'
import { appendSignIn, closeSession, countAttempts, forgetAttempts, insertSession, takeTotpStep } from '../staff-writes.ts'

export interface SignIn {
  readonly login: string
  readonly password: string
  /** The one-time code, where the account has one. */
  readonly code: string
  readonly address: string
  readonly browser: string
  readonly now: Date
}

/**
 * Opens a session. `wrong` says neither which of login, password and code was wrong nor whether the
 * login exists; `too-many` comes before anything is looked at.
 */
export async function signInStaff(
  { database, sealKey }: DirectoryDependencies,
  given: SignIn,
): Promise<Outcome<{ token: string; staff: Staff }, 'wrong' | 'too-many'>> {
  const login = given.login.trim().toLowerCase().slice(0, 100)
  const own = [hashOf(`login-address ${login} ${given.address}`), hashOf(`login ${login}`)]
  const subjects = [...own, hashOf(`address ${given.address}`)]
  const found = await inTransaction(database, {}, async (transaction) => {
    const [together = 0, byLogin = 0, byAddress = 0] = await countAttempts(transaction, subjects, given.now)
    const isTooMany = together > mostFailures.loginFromAddress || byLogin > mostFailures.login || byAddress > mostFailures.address
    return isTooMany ? ('too-many' as const) : await findLogin(transaction, login)
  })
  if (found === 'too-many') return refused('too-many')
  const isRight = await isPassword(given.password, found?.passwordHash)
  if (found === undefined) return refused('wrong')
  return inTransaction(database, { authority: found.authority }, async (transaction) => {
    const member = await findStaff(transaction, found.authority, found.staff)
    const step = isRight && member?.isActive === true ? stepOf(sealKey, found, given) : 'wrong'
    const isAccepted = step === 'none' || (step !== 'wrong' && (await takeTotpStep(transaction, found.authority, found.staff, step)))
    if (!isAccepted || member === undefined) {
      await appendSignIn(transaction, found.authority, found.staff, 'refused', given.now)
      return refused('wrong')
    }
    const token = newToken(found.authority)
    const { authority, staff } = found
    await insertSession(transaction, { authority, staff, tokenHash: hashOf(token), browser: given.browser, now: given.now })
    await appendSignIn(transaction, authority, staff, 'signed-in', given.now)
    await forgetAttempts(transaction, own)
    return done({ token, staff: member })
  })
}

/** The time step of the login's one-time code; `none` where no second factor is set up. */
function stepOf(sealKey: Uint8Array, login: Login, given: SignIn): number | 'none' | 'wrong' {
  if (login.totpSealed === undefined) return 'none'
  return codeStep(unseal(sealKey, sealingContext(login.staff), login.totpSealed), given.code, given.now) ?? 'wrong'
}

/** Ends one of the sessions of a member of staff. */
export async function endStaffSession(
  database: Database,
  actor: Staff,
  sessionId: string,
  event: 'signed-out' | 'session-closed',
  now: Date,
): Promise<boolean> {
  return inTransaction(database, { authority: actor.authority }, async (transaction) => {
    const isClosed = await closeSession(transaction, actor.authority, actor.staff, sessionId, now)
    if (isClosed) await appendSignIn(transaction, actor.authority, actor.staff, event, now)
    return isClosed
  })
}
