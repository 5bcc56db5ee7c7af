// Reads of one person's account, in the owner's scope.
import type { Queryable } from '#database'
import type { AssuranceLevel, OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import type { Account, Credential, Means } from '../domain/account.ts'
import { type Evidence, type EvidenceSource, isAttributeName, type Profile, profileOf } from '../domain/profile.ts'

export async function findAccount(transaction: Queryable, owner: OwnerId): Promise<Account | undefined> {
  const [row] = await transaction.sql<{ sign_in_name: string | null; notice_email: string | null; created_at: Date; last_used_at: Date }>`
    select sign_in_name, notice_email, created_at, last_used_at from accounts.account where owner_id = ${owner}`
  if (row === undefined) return undefined
  return {
    owner,
    signInName: row.sign_in_name ?? undefined,
    noticeEmail: row.notice_email ?? undefined,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}

/** The address for notices without content, or undefined: nobody must have one. */
export async function notificationAddress(transaction: Queryable, owner: OwnerId): Promise<string | undefined> {
  const account = await findAccount(transaction, owner)
  return account?.noticeEmail
}

export async function listEvidence(transaction: Queryable, owner: OwnerId): Promise<readonly Evidence[]> {
  const rows = await transaction.sql<{
    attribute: string
    value: string
    level: AssuranceLevel
    source: EvidenceSource
    verified_at: Date
  }>`
    select attribute, value, level, source, verified_at from accounts.evidence where owner_id = ${owner} order by attribute, source`
  return rows.flatMap(({ attribute, value, level, source, verified_at }) =>
    isAttributeName(attribute) ? { attribute, value, level, source, verifiedAt: verified_at } : [],
  )
}

/** What is known of a person, for prefill; the surer source wins for each value. */
export async function getProfile(transaction: Queryable, owner: OwnerId): Promise<Profile> {
  const [evidence, email] = [await listEvidence(transaction, owner), await notificationAddress(transaction, owner)]
  return profileOf(owner, evidence, email)
}

interface MeansRow {
  readonly means_id: Id<'means'>
  readonly label: string
  readonly credential: Credential
  readonly created_at: Date
  readonly last_used_at: Date | null
}

export async function listMeans(transaction: Queryable, owner: OwnerId): Promise<readonly Means[]> {
  const rows = await transaction.sql<MeansRow>`
    select means_id, label, credential, created_at, last_used_at from accounts.means where owner_id = ${owner} order by created_at`
  return rows.map(toMeans)
}

/** As `listMeans`, holding the rows until the transaction ends: two uses of one code wait for each other. */
export async function lockMeans(transaction: Queryable, owner: OwnerId): Promise<readonly Means[]> {
  const rows = await transaction.sql<MeansRow>`
    select means_id, label, credential, created_at, last_used_at from accounts.means where owner_id = ${owner} order by created_at for update`
  return rows.map(toMeans)
}

function toMeans(row: MeansRow): Means {
  return {
    meansId: row.means_id,
    label: row.label,
    credential: row.credential,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
  }
}

/** The means of one kind; a person has one password and one app, and any number of passkeys. */
export function meansOf<Kind extends Credential['kind']>(
  means: readonly Means[],
  kind: Kind,
): readonly (Means & { readonly credential: Extract<Credential, { kind: Kind }> })[] {
  const isKind = (each: Means): each is Means & { readonly credential: Extract<Credential, { kind: Kind }> } =>
    each.credential.kind === kind
  return means.filter(isKind)
}

export async function countRecoveryCodes(transaction: Queryable, owner: OwnerId): Promise<number> {
  const [row] = await transaction.sql<{ unused: number }>`
    select count(*)::int as unused from accounts.recovery_code where owner_id = ${owner} and used_at is null`
  return row?.unused ?? 0
}

/** The code asked for by mail and still open. */
export async function findEmailChange(
  transaction: Queryable,
  owner: OwnerId,
  now: Date,
): Promise<{ address: string; codeDigest: string | undefined; attempts: number } | undefined> {
  const [row] = await transaction.sql<{ address: string; code_digest: string | null; attempts: number }>`
    select address, code_digest, attempts from accounts.email_change where owner_id = ${owner} and expires_at > ${now} for update`
  return row === undefined ? undefined : { address: row.address, codeDigest: row.code_digest ?? undefined, attempts: row.attempts }
}
