// Locators: from the keyed digest of a name, a passkey, a card, a subject or a provider's session to its owner.
import type { Database, Transaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { keyedDigest } from '../domain/digests.ts'
import { inLookup } from '../lookup.ts'
import type { AccountKeys } from '../openid/keys.ts'

export type LocatorKind = 'sign-in-name' | 'passkey' | 'identity-card' | 'subject' | 'provider-session'

/** The digest under which an owner is found. Sign-in names are compared without case and outer blanks. */
export function locatorOf(keys: AccountKeys, kind: LocatorKind, text: string): string {
  return keyedDigest(keys.lookup, kind, kind === 'sign-in-name' ? normalName(text) : text)
}

export function normalName(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase()
}

export async function findOwner(database: Database, digest: string, now: Date): Promise<OwnerId | undefined> {
  return inLookup(database, [digest], (transaction) => readOwner(transaction, digest, now))
}

/** As `findOwner`, in a transaction that has named the digest. */
export async function readOwner(transaction: Transaction, digest: string, now: Date): Promise<OwnerId | undefined> {
  const [row] = await transaction.sql<{ owner_id: OwnerId }>`
    select owner_id from accounts.locator where digest = ${digest} and (expires_at is null or expires_at > ${now})`
  return row?.owner_id
}
