// Records of the OpenID provider; each is found by a key that the caller names.
import type { AdapterPayload } from 'oidc-provider'
import type { Database } from '#database'
import { parseId } from '#kernel/ids.ts'
import { inLookup } from '../lookup.ts'

interface RecordRow {
  readonly payload: AdapterPayload
  readonly consumed_at: Date | null
}

export async function putRecord(
  database: Database,
  record: { kind: string; id: string; payload: AdapterPayload; expiresAt: Date },
): Promise<void> {
  const { kind, id, payload, expiresAt } = record
  // An interaction outlives the session of the account that it asks about.
  const account = kind === 'Interaction' ? undefined : parseId(payload.accountId)
  const uid = payload.uid ?? null
  await inLookup(
    database,
    [id, ...(uid === null ? [] : [uid])],
    (transaction) => transaction.sql`
    insert into accounts.oidc_record (kind, id, payload, grant_id, session_uid, account_id, expires_at)
    values (${kind}, ${id}, ${JSON.stringify(payload)}::jsonb, ${payload.grantId ?? null}, ${uid}, ${account ?? null}, ${expiresAt})
    on conflict (kind, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
      session_uid = excluded.session_uid, account_id = excluded.account_id, expires_at = excluded.expires_at`,
  )
}

export async function findRecord(database: Database, kind: string, id: string, now: Date): Promise<AdapterPayload | undefined> {
  const [row] = await inLookup(
    database,
    [id],
    (transaction) => transaction.sql<RecordRow>`
    select payload, consumed_at from accounts.oidc_record where kind = ${kind} and id = ${id} and expires_at > ${now}`,
  )
  return toPayload(row)
}

export async function findRecordByUid(database: Database, kind: string, uid: string, now: Date): Promise<AdapterPayload | undefined> {
  const [row] = await inLookup(
    database,
    [uid],
    (transaction) => transaction.sql<RecordRow>`
    select payload, consumed_at from accounts.oidc_record where kind = ${kind} and session_uid = ${uid} and expires_at > ${now}`,
  )
  return toPayload(row)
}

export async function consumeRecord(database: Database, kind: string, id: string, now: Date): Promise<void> {
  await inLookup(
    database,
    [id],
    (transaction) => transaction.sql`
    update accounts.oidc_record set consumed_at = ${now} where kind = ${kind} and id = ${id} and consumed_at is null`,
  )
}

export async function removeRecord(database: Database, kind: string, id: string): Promise<void> {
  await inLookup(database, [id], (transaction) => transaction.sql`delete from accounts.oidc_record where kind = ${kind} and id = ${id}`)
}

export async function removeGrant(database: Database, grantId: string): Promise<void> {
  await inLookup(database, [grantId], (transaction) => transaction.sql`delete from accounts.oidc_record where grant_id = ${grantId}`)
}

function toPayload(row: RecordRow | undefined): AdapterPayload | undefined {
  if (row === undefined) return undefined
  return row.consumed_at === null ? row.payload : { ...row.payload, consumed: Math.floor(row.consumed_at.getTime() / 1000) }
}
