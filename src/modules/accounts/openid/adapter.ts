// Storage of the OpenID provider: its records in one table, its clients from the list of authorities' services.
import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Database } from '#database'
import { parseId } from '#kernel/ids.ts'
import { inLookup } from '../lookup.ts'
import { findClient } from './clients.ts'

interface RecordRow {
  readonly payload: AdapterPayload
  readonly consumed_at: Date | null
}

const usualLifeSeconds = 3_600

/** The seven methods that oidc-provider asks of a store, for records of one kind. */
export function postgresAdapter(database: Database, now: () => Date, kind: string): Adapter {
  const toPayload = (row: RecordRow | undefined) =>
    row === undefined
      ? undefined
      : { ...row.payload, ...(row.consumed_at === null ? {} : { consumed: Math.floor(row.consumed_at.getTime() / 1000) }) }
  const isKey = (text: string) => /^[\w-]{1,200}$/.test(text)
  return {
    async upsert(id, payload, expiresIn) {
      const expires = new Date(now().getTime() + (expiresIn ?? usualLifeSeconds) * 1000)
      const account = kind === 'Interaction' ? undefined : parseId(payload.accountId)
      const grant = payload.grantId ?? null
      const uid = payload.uid ?? null
      const keys = [id, ...(uid === null ? [] : [uid])]
      await inLookup(
        database,
        keys,
        (transaction) => transaction.sql`
        insert into accounts.oidc_record (kind, id, payload, grant_id, session_uid, account_id, expires_at)
        values (${kind}, ${id}, ${JSON.stringify(payload)}::jsonb, ${grant}, ${uid}, ${account ?? null}, ${expires})
        on conflict (kind, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
          session_uid = excluded.session_uid, account_id = excluded.account_id, expires_at = excluded.expires_at`,
      )
    },
    async find(id) {
      if (kind === 'Client') return isKey(id) ? findClient(database, id) : undefined
      if (!isKey(id)) return undefined
      const [row] = await inLookup(
        database,
        [id],
        (transaction) => transaction.sql<RecordRow>`
        select payload, consumed_at from accounts.oidc_record where kind = ${kind} and id = ${id} and expires_at > ${now()}`,
      )
      return toPayload(row)
    },
    async findByUid(uid) {
      if (!isKey(uid)) return undefined
      const [row] = await inLookup(
        database,
        [uid],
        (transaction) => transaction.sql<RecordRow>`
        select payload, consumed_at from accounts.oidc_record where kind = ${kind} and session_uid = ${uid} and expires_at > ${now()}`,
      )
      return toPayload(row)
    },
    // The device flow is off: no user codes exist.
    async findByUserCode() {
      return undefined
    },
    async consume(id) {
      await inLookup(
        database,
        [id],
        (transaction) => transaction.sql`
        update accounts.oidc_record set consumed_at = ${now()} where kind = ${kind} and id = ${id} and consumed_at is null`,
      )
    },
    async destroy(id) {
      if (!isKey(id)) return
      await inLookup(database, [id], (transaction) => transaction.sql`delete from accounts.oidc_record where kind = ${kind} and id = ${id}`)
    },
    async revokeByGrantId(grantId) {
      await inLookup(database, [grantId], (transaction) => transaction.sql`delete from accounts.oidc_record where grant_id = ${grantId}`)
    },
  }
}
