// Writes of one person's account, in the owner's scope.
import type { Transaction } from '#database'
import type { AssuranceLevel, OwnerId } from '#kernel/actors.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Credential } from '../domain/account.ts'
import type { AttributeName, EvidenceSource } from '../domain/profile.ts'
import type { LocatorKind } from '../reads/locators.ts'

export async function addAccount(
  transaction: Transaction,
  account: { owner: OwnerId; signInName?: string | undefined; noticeEmail?: string | undefined; now: Date },
): Promise<void> {
  await transaction.sql`
    insert into accounts.account (owner_id, sign_in_name, notice_email, created_at, last_used_at)
    values (${account.owner}, ${account.signInName ?? null}, ${account.noticeEmail ?? null}, ${account.now}, ${account.now})`
}

export async function touchAccount(transaction: Transaction, owner: OwnerId, now: Date): Promise<void> {
  await transaction.sql`update accounts.account set last_used_at = ${now} where owner_id = ${owner}`
}

export async function setNoticeEmail(transaction: Transaction, owner: OwnerId, address: string): Promise<void> {
  await transaction.sql`update accounts.account set notice_email = ${address} where owner_id = ${owner}`
}

/** True when the digest was free or already this owner's; false when somebody else has it. */
export async function addLocator(
  transaction: Transaction,
  locator: { owner: OwnerId; kind: LocatorKind; digest: string; expiresAt?: Date; now: Date },
): Promise<boolean> {
  await transaction.sql`
    insert into accounts.locator (digest, kind, owner_id, expires_at)
    values (${locator.digest}, ${locator.kind}, ${locator.owner}, ${locator.expiresAt ?? null})
    on conflict (digest) do nothing`
  const rows = await transaction.sql`select digest from accounts.locator where digest = ${locator.digest} and owner_id = ${locator.owner}`
  return rows.length > 0
}

export async function removeLocator(transaction: Transaction, owner: OwnerId, digest: string): Promise<void> {
  await transaction.sql`delete from accounts.locator where digest = ${digest} and owner_id = ${owner}`
}

export async function addMeans(
  transaction: Transaction,
  means: { owner: OwnerId; label: string; credential: Credential; now: Date; meansId?: Id<'means'> },
): Promise<Id<'means'>> {
  const meansId = means.meansId ?? newId<'means'>(means.now.getTime())
  await transaction.sql`
    insert into accounts.means (owner_id, means_id, kind, label, credential, created_at)
    values (${means.owner}, ${meansId}, ${means.credential.kind}, ${means.label}, ${JSON.stringify(means.credential)}::jsonb, ${means.now})`
  return meansId
}

/** Keeps what a use changed: the counter of a passkey, the last step of an app. */
export async function useMeans(
  transaction: Transaction,
  use: { owner: OwnerId; meansId: Id<'means'>; credential: Credential; now: Date },
): Promise<void> {
  await transaction.sql`
    update accounts.means set credential = ${JSON.stringify(use.credential)}::jsonb, last_used_at = ${use.now}
    where owner_id = ${use.owner} and means_id = ${use.meansId}`
}

export async function removeMeans(transaction: Transaction, owner: OwnerId, meansId: Id<'means'>): Promise<void> {
  await transaction.sql`delete from accounts.means where owner_id = ${owner} and means_id = ${meansId}`
}

export async function replaceRecoveryCodes(transaction: Transaction, owner: OwnerId, digests: readonly string[]): Promise<void> {
  await transaction.sql`delete from accounts.recovery_code where owner_id = ${owner}`
  await transaction.sql`insert into accounts.recovery_code (owner_id, code_digest) select ${owner}, unnest(${[...digests]}::text[])`
}

/** True when the code was there and unused: exactly one of two simultaneous uses sees true. */
export async function takeRecoveryCode(transaction: Transaction, owner: OwnerId, digest: string, now: Date): Promise<boolean> {
  const rows = await transaction.sql`
    update accounts.recovery_code set used_at = ${now} where owner_id = ${owner} and code_digest = ${digest} and used_at is null returning code_digest`
  return rows.length > 0
}

export async function putEvidence(
  transaction: Transaction,
  evidence: { owner: OwnerId; attribute: AttributeName; value: string; level: AssuranceLevel; source: EvidenceSource; now: Date },
): Promise<void> {
  const { owner, attribute, source, value, level, now } = evidence
  await transaction.sql`
    insert into accounts.evidence (owner_id, attribute, source, value, level, verified_at)
    values (${owner}, ${attribute}, ${source}, ${value}, ${level}, ${now})
    on conflict (owner_id, attribute, source) do update set value = excluded.value, level = excluded.level, verified_at = excluded.verified_at`
}

/** A new card replaces what an older one said: an attribute that it lacks is no longer known. */
export async function removeEvidence(transaction: Transaction, owner: OwnerId, source: EvidenceSource): Promise<void> {
  await transaction.sql`delete from accounts.evidence where owner_id = ${owner} and source = ${source}`
}

export async function openEmailChange(
  transaction: Transaction,
  change: { owner: OwnerId; address: string; expiresAt: Date },
): Promise<void> {
  await transaction.sql`
    insert into accounts.email_change (owner_id, address, expires_at) values (${change.owner}, ${change.address}, ${change.expiresAt})
    on conflict (owner_id) do update set address = excluded.address, code_digest = null, attempts = 0, expires_at = excluded.expires_at`
}

export async function setEmailCode(transaction: Transaction, owner: OwnerId, digest: string): Promise<void> {
  await transaction.sql`update accounts.email_change set code_digest = ${digest}, attempts = 0 where owner_id = ${owner}`
}

export async function countEmailAttempt(transaction: Transaction, owner: OwnerId): Promise<void> {
  await transaction.sql`update accounts.email_change set attempts = attempts + 1 where owner_id = ${owner}`
}

export async function closeEmailChange(transaction: Transaction, owner: OwnerId): Promise<void> {
  await transaction.sql`delete from accounts.email_change where owner_id = ${owner}`
}

/** Everything that is kept of a person here; other modules hear of it by the event. */
export async function removeAccountRows(transaction: Transaction, owner: OwnerId): Promise<void> {
  await transaction.sql`delete from accounts.oidc_record where account_id = ${owner}`
  await transaction.sql`delete from accounts.session where owner_id = ${owner}`
  await transaction.sql`delete from accounts.sign_in_request where owner_id = ${owner}`
  await transaction.sql`delete from accounts.device where owner_id = ${owner}`
  await transaction.sql`delete from accounts.subject where owner_id = ${owner}`
  await transaction.sql`delete from accounts.email_change where owner_id = ${owner}`
  await transaction.sql`delete from accounts.recovery_code where owner_id = ${owner}`
  await transaction.sql`delete from accounts.evidence where owner_id = ${owner}`
  await transaction.sql`delete from accounts.means where owner_id = ${owner}`
  await transaction.sql`delete from accounts.locator where owner_id = ${owner}`
  await transaction.sql`delete from accounts.account where owner_id = ${owner}`
}
