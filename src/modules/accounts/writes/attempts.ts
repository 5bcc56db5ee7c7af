// Attempts: counted in the database before the secret is looked at, so that parallel guesses cannot outrun the limit.
import type { Database } from '#database'
import { keyedDigest } from '../domain/digests.ts'
import type { Limit } from '../domain/limits.ts'
import { inLookup } from '../lookup.ts'
import type { AccountKeys } from '../openid/keys.ts'

export interface Bucket {
  readonly limit: Limit
  readonly key: string
}

/** The bucket of a name or a network; keyed by a digest, so that the table tells nobody's address. */
export function bucketOf(keys: AccountKeys, limit: Limit, subject: string): Bucket {
  return { limit, key: keyedDigest(keys.lookup, `attempt ${limit.name}`, subject) }
}

/** Counts one attempt in each bucket; false when any is full. */
export async function takeAttempt(database: Database, buckets: readonly Bucket[], now: Date): Promise<boolean> {
  const keys = buckets.map(({ key }) => key).toSorted()
  return inLookup(database, keys, async (transaction) => {
    let isFree = true
    for (const { limit, key } of buckets.toSorted((one, other) => (one.key < other.key ? -1 : 1))) {
      const expires = new Date(now.getTime() + limit.windowMinutes * 60_000)
      const [row] = await transaction.sql<{ failures: number }>`
        insert into accounts.attempt as known (bucket, failures, expires_at) values (${key}, 1, ${expires})
        on conflict (bucket) do update set
          failures = case when known.expires_at <= ${now} then 1 else known.failures + 1 end,
          expires_at = case when known.expires_at <= ${now} then excluded.expires_at else known.expires_at end
        returning failures`
      if (row === undefined || row.failures > limit.most) isFree = false
    }
    return isFree
  })
}

/** Takes attempts back that turned out right: an account's all, a network's one. */
export async function forgiveAttempts(database: Database, buckets: readonly Bucket[]): Promise<void> {
  await inLookup(
    database,
    buckets.map(({ key }) => key),
    async (transaction) => {
      for (const { limit, key } of buckets.toSorted((one, other) => (one.key < other.key ? -1 : 1))) {
        if (limit.name === 'account') await transaction.sql`delete from accounts.attempt where bucket = ${key}`
        else await transaction.sql`update accounts.attempt set failures = greatest(failures - 1, 0) where bucket = ${key}`
      }
    },
  )
}
