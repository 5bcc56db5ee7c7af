// The first half of a sign-in by password: name and password. What is unknown is answered like what is wrong.
import { inTransaction } from '#database'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import { countedNetwork } from '../domain/device.ts'
import { accountLimit, networkLimit } from '../domain/limits.ts'
import { verifyPassword } from '../domain/password.ts'
import { inLookup } from '../lookup.ts'
import type { SignIn } from '../openid/interaction.ts'
import { listMeans, meansOf } from '../reads/account.ts'
import { findOwner, locatorOf } from '../reads/locators.ts'
import { bucketOf, forgiveAttempts, takeAttempt } from '../writes/attempts.ts'
import { keepSignIn, lockSignIn } from '../writes/sign-in-state.ts'

/** Done means: now the code. A password alone never finishes a sign-in. */
export async function provePassword(
  { database, keys, settings, now }: AccountsDependencies,
  signIn: SignIn,
  typed: { name: string; password: string; address: string },
): Promise<Outcome<'needs-code', 'wrong' | 'too-many'>> {
  const nameDigest = locatorOf(keys, 'sign-in-name', typed.name)
  const network = bucketOf(keys, networkLimit, countedNetwork(typed.address))
  if (!(await takeAttempt(database, [bucketOf(keys, accountLimit, nameDigest), network], now()))) return refused('too-many')
  const found = await findOwner(database, nameDigest, now())
  // The same statements and the same hashing for a name that nobody has.
  const owner = found ?? newId<'owner'>()
  const means = await inTransaction(database, { owner }, (transaction) => listMeans(transaction, owner))
  const [password] = meansOf(means, 'password')
  const isRight = await verifyPassword(typed.password, password?.credential.hash, settings.passwordCost)
  const isOtherPerson = signIn.account !== undefined && signIn.account !== owner
  if (!isRight || found === undefined || isOtherPerson) return refused('wrong')
  await inLookup(database, [signIn.digest], async (transaction) => {
    const state = await lockSignIn(transaction, signIn.digest, now())
    await keepSignIn(transaction, signIn.digest, { ...state, password: { owner, nameDigest, attempts: 0 } })
  })
  await forgiveAttempts(database, [network])
  return done('needs-code')
}
