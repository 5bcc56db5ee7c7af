// Storage of the OpenID provider: its records in one table, its clients from the list of authorities' services.
import type { Adapter } from 'oidc-provider'
import type { Database } from '#database'
import { findClient } from '../reads/clients.ts'
import { consumeRecord, findRecord, findRecordByUid, putRecord, removeGrant, removeRecord } from '../writes/oidc-records.ts'

const usualLifeSeconds = 3_600
const isKey = (text: string) => /^[\w-]{1,200}$/.test(text)

/** The seven methods that oidc-provider asks of a store, for records of one kind. */
export function postgresAdapter(database: Database, now: () => Date, kind: string): Adapter {
  return {
    upsert: (id, payload, expiresIn) =>
      putRecord(database, { kind, id, payload, expiresAt: new Date(now().getTime() + (expiresIn ?? usualLifeSeconds) * 1000) }),
    find: async (id) => {
      if (!isKey(id)) return undefined
      return kind === 'Client' ? findClient(database, id) : findRecord(database, kind, id, now())
    },
    findByUid: async (uid) => (isKey(uid) ? findRecordByUid(database, kind, uid, now()) : undefined),
    // The device flow is off: no user codes exist.
    findByUserCode: async () => undefined,
    consume: (id) => consumeRecord(database, kind, id, now()),
    destroy: async (id) => (isKey(id) ? removeRecord(database, kind, id) : undefined),
    revokeByGrantId: (grantId) => removeGrant(database, grantId),
  }
}
