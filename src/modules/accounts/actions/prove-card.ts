// Signing in by identity card: to an account that knows the card, to the one signed in, or to a new one.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { inTransaction, type Transaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { seal, unseal } from '#kernel/sealing.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import { isAttributeName } from '../domain/profile.ts'
import { inLookup } from '../lookup.ts'
import type { Proven, SignIn } from '../openid/interaction.ts'
import type { CardHolder, CardRefusal } from '../providers/identity-card.ts'
import { listEvidence, lockMeans, meansOf } from '../reads/account.ts'
import { findOwner, locatorOf } from '../reads/locators.ts'
import { readSignIn } from '../reads/sign-in-state.ts'
import { addAccount, addLocator, addMeans, putEvidence, removeEvidence, useMeans } from '../writes/account.ts'
import { dropSignIn, keepSignIn, lockSignIn } from '../writes/sign-in-state.ts'

/** Where the browser reads the card; it must come back with this state. */
export async function askCard(
  dependencies: AccountsDependencies,
  signIn: SignIn,
  returnTo: URL,
  language: string,
): Promise<URL | undefined> {
  const { database, identityCard, now } = dependencies
  if (identityCard === undefined) return undefined
  const card = { state: randomBytes(16).toString('hex'), nonce: randomBytes(16).toString('hex') }
  await inLookup(database, [signIn.digest], async (transaction) => {
    const state = await lockSignIn(transaction, signIn.digest, now())
    await keepSignIn(transaction, signIn.digest, { ...state, card })
  })
  return identityCard.start({ ...card, returnTo, language })
}

export type CardProof = { readonly kind: 'proven'; readonly proven: Proven } | { readonly kind: 'new-person'; readonly name: string }

/** `state` counts once: a second answer with it, from wherever, is refused. */
export async function proveCard(
  dependencies: AccountsDependencies,
  signIn: SignIn,
  answer: { code: string; state: string },
): Promise<Outcome<CardProof, CardRefusal | 'other-account' | 'other-person'>> {
  const { database, identityCard, keys, now } = dependencies
  if (identityCard === undefined) return refused('unreachable')
  const card = await takeCardQuestion(dependencies, signIn)
  if (card === undefined || !isSame(card.state, answer.state)) return refused('replayed')
  const read = await identityCard.finish({ code: answer.code, nonce: card.nonce, now: now() })
  if (!read.ok) return read
  const locator = locatorOf(keys, 'identity-card', read.value.pseudonym)
  const known = await findOwner(database, locator, now())
  if (known !== undefined && signIn.account !== undefined && known !== signIn.account) return refused('other-account')
  const owner = known ?? signIn.account
  if (owner === undefined) {
    await inLookup(database, [signIn.digest], async (transaction) => {
      const state = await lockSignIn(transaction, signIn.digest, now())
      await keepSignIn(transaction, signIn.digest, { ...state, newCard: seal(keys.seal, signIn.digest, JSON.stringify(read.value)) })
    })
    const { givenNames = '', familyName = '' } = read.value.attributes
    return done({ kind: 'new-person', name: `${givenNames} ${familyName}`.trim() })
  }
  const isLinked = await inTransaction(database, { owner }, (transaction) =>
    linkCard(transaction, dependencies, owner, read.value, locator),
  )
  return isLinked
    ? done({ kind: 'proven', proven: { owner, method: 'identity-card', level: 'high', now: now() } })
    : refused('other-person')
}

/** The person agreed: an account from the card that was just read. */
export async function openCardAccount(dependencies: AccountsDependencies, signIn: SignIn): Promise<Outcome<Proven, 'expired'>> {
  const { database, keys, now } = dependencies
  const sealed = await inLookup(database, [signIn.digest], async (transaction) => {
    const { newCard } = await lockSignIn(transaction, signIn.digest, now())
    await dropSignIn(transaction, signIn.digest)
    return newCard
  })
  if (sealed === undefined) return refused('expired')
  const holder: CardHolder = JSON.parse(unseal(keys.seal, signIn.digest, sealed))
  const owner = newId<'owner'>(now().getTime())
  const isLinked = await inTransaction(database, { owner }, async (transaction) => {
    await addAccount(transaction, { owner, now: now() })
    return linkCard(transaction, dependencies, owner, holder, locatorOf(keys, 'identity-card', holder.pseudonym))
  })
  return isLinked ? done({ owner, method: 'identity-card', level: 'high', now: now() }) : refused('expired')
}

/** False when the account is proven to be somebody else's: another birthday on an earlier card. */
async function linkCard(
  transaction: Transaction,
  { now }: AccountsDependencies,
  owner: OwnerId,
  holder: CardHolder,
  locator: string,
): Promise<boolean> {
  const proven = (await listEvidence(transaction, owner)).find(
    ({ attribute, source }) => attribute === 'birthDay' && source === 'identity-card',
  )
  if (proven !== undefined && proven.value !== holder.attributes.birthDay) return false
  if (!(await addLocator(transaction, { owner, kind: 'identity-card', digest: locator, now: now() })))
    throw new Error('a card was linked to two accounts at once')
  const known = meansOf(await lockMeans(transaction, owner), 'identity-card').find(({ credential }) => credential.locator === locator)
  const credential = { kind: 'identity-card', locator } as const
  if (known === undefined) await addMeans(transaction, { owner, label: '', credential, now: now() })
  else await useMeans(transaction, { owner, meansId: known.meansId, credential, now: now() })
  await removeEvidence(transaction, owner, 'identity-card')
  for (const [attribute, value] of Object.entries(holder.attributes)) {
    if (isAttributeName(attribute))
      await putEvidence(transaction, { owner, attribute, value, level: 'high', source: 'identity-card', now: now() })
  }
  return true
}

async function takeCardQuestion(
  { database, now }: AccountsDependencies,
  signIn: SignIn,
): Promise<{ state: string; nonce: string } | undefined> {
  return inLookup(database, [signIn.digest], async (transaction) => {
    const { card } = await readSignIn(transaction, signIn.digest, now())
    if (card === undefined) return undefined
    const { card: taken, ...rest } = await lockSignIn(transaction, signIn.digest, now())
    await keepSignIn(transaction, signIn.digest, rest)
    return taken
  })
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
