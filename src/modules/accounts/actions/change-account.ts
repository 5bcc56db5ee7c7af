// Changes by the person: address for notices, passkeys, typed values, deleting the account.
import { inTransaction } from '#database'
import { enqueue } from '#jobs'
import type { OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import type { PasskeyCredential } from '../domain/account.ts'
import { newRecoveryCodes } from '../domain/codes.ts'
import { countedNetwork } from '../domain/device.ts'
import { keyedDigest } from '../domain/digests.ts'
import { mailLimit, mailNetworkLimit, mostCodeAttempts } from '../domain/limits.ts'
import { accountDeleted, emailCodeWanted } from '../events.ts'
import { findEmailChange, listMeans, meansOf } from '../reads/account.ts'
import { locatorOf, normalName } from '../reads/locators.ts'
import {
  addLocator,
  addMeans,
  closeEmailChange,
  countEmailAttempt,
  openEmailChange,
  removeAccountRows,
  removeLocator,
  removeMeans,
  replaceRecoveryCodes,
  setNoticeEmail,
} from '../writes/account.ts'
import { bucketOf, takeAttempt } from '../writes/attempts.ts'
import { removeProviderRecords } from '../writes/sessions.ts'
import { recoveryDigest } from './prove-code.ts'
import { isAddress } from './register.ts'
import { tellClients } from './sign-out.ts'

const changeLifeMs = 3_600_000

/** The new address counts only after its code was typed; until then notices go to the old one. */
export async function askEmailChange(
  { database, keys, now }: AccountsDependencies,
  owner: OwnerId,
  typed: { email: string; address: string },
): Promise<Outcome<'sent', 'no-address' | 'too-many'>> {
  const email = typed.email.trim()
  if (!isAddress(email)) return refused('no-address')
  const buckets = [bucketOf(keys, mailLimit, normalName(email)), bucketOf(keys, mailNetworkLimit, countedNetwork(typed.address))]
  if (!(await takeAttempt(database, buckets, now()))) return refused('too-many')
  await inTransaction(database, { owner }, async (transaction) => {
    await openEmailChange(transaction, { owner, address: email, expiresAt: new Date(now().getTime() + changeLifeMs) })
    await enqueue(transaction, emailCodeWanted, { owner })
  })
  return done('sent')
}

export async function confirmEmailChange(
  { database, keys, now }: AccountsDependencies,
  owner: OwnerId,
  code: string,
): Promise<Outcome<'changed', 'wrong' | 'expired'>> {
  return inTransaction(database, { owner }, async (transaction) => {
    const change = await findEmailChange(transaction, owner, now())
    if (change === undefined || change.attempts >= mostCodeAttempts) return refused('expired')
    if (change.codeDigest !== keyedDigest(keys.lookup, 'mail-code', `${owner} ${code.replaceAll(/\s/g, '')}`)) {
      await countEmailAttempt(transaction, owner)
      return refused('wrong')
    }
    await setNoticeEmail(transaction, owner, change.address)
    await closeEmailChange(transaction, owner)
    return done('changed')
  })
}

export async function addPasskey(
  { database, keys, now }: AccountsDependencies,
  owner: OwnerId,
  credential: PasskeyCredential,
  label: string,
): Promise<boolean> {
  return inTransaction(database, { owner }, async (transaction) => {
    if (
      !(await addLocator(transaction, { owner, kind: 'passkey', digest: locatorOf(keys, 'passkey', credential.credentialId), now: now() }))
    )
      return false
    await addMeans(transaction, { owner, label, credential, now: now() })
    return true
  })
}

/** Removes a passkey, but never the last way in. */
export async function removePasskey(
  { database, keys }: AccountsDependencies,
  owner: OwnerId,
  id: string,
): Promise<Outcome<'removed', 'unknown' | 'last'>> {
  const meansId = parseId<'means'>(id)
  return inTransaction(database, { owner }, async (transaction) => {
    const means = await listMeans(transaction, owner)
    const passkey = meansOf(means, 'passkey').find((each) => each.meansId === meansId)
    if (passkey === undefined) return refused('unknown')
    const isLast = means.every((each) => each.meansId === passkey.meansId || each.credential.kind === 'totp')
    if (isLast) return refused('last')
    await removeLocator(transaction, owner, locatorOf(keys, 'passkey', passkey.credential.credentialId))
    await removeMeans(transaction, owner, passkey.meansId)
    return done('removed')
  })
}

/** New recovery codes; the old ones end. They are returned once. */
export async function renewRecoveryCodes({ database, keys }: AccountsDependencies, owner: OwnerId): Promise<readonly string[]> {
  const codes = newRecoveryCodes()
  await inTransaction(database, { owner }, (transaction) =>
    replaceRecoveryCodes(
      transaction,
      owner,
      codes.map((each) => recoveryDigest(keys.lookup, owner, each)),
    ),
  )
  return codes
}

/** The person deletes the account and everything kept here (§ 8 (7) OZG); other modules follow by the event. */
export async function deleteAccount({ database }: AccountsDependencies, owner: OwnerId): Promise<void> {
  await inTransaction(database, { owner }, async (transaction) => {
    await tellClients(transaction, owner, await removeProviderRecords(transaction, owner))
    await enqueue(transaction, accountDeleted, { owner })
    await removeAccountRows(transaction, owner)
  })
}
