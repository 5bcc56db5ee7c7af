// Queues: one per kind of job, made when the database is prepared.
import pg from 'pg'
import { getConstructionPlans, PgBoss } from 'pg-boss'
import type { JobKind } from './job-kind.ts'

const heartbeatSeconds = 10

/** Changes whenever `prepareQueues` would do something else; who remembers it can leave out the work. */
export function queuesEdition(kinds: readonly JobKind<object>[]): string {
  return JSON.stringify({ schema: getConstructionPlans('pgboss'), heartbeatSeconds, kinds })
}

/** Makes the job tables and the queue of each kind; idempotent. `url` must be the login role's. */
export async function prepareQueues(url: string, kinds: readonly JobKind<object>[]): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false, registerInstance: false })
  boss.on('error', () => undefined) // start() and createQueue() throw by themselves
  await boss.start()
  try {
    const known = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const kind of kinds) {
      const { retries, retryDelaySeconds, retryBackoff, expireSeconds } = kind.options
      const options = {
        retryLimit: retries,
        retryDelay: retryDelaySeconds,
        retryBackoff,
        retryDelayMax: 3_600,
        expireInSeconds: expireSeconds,
        heartbeatSeconds,
        notify: true,
      }
      if (known.has(kind.name)) await boss.updateQueue(kind.name, options)
      else await boss.createQueue(kind.name, { ...options, policy: 'standard' })
    }
  } finally {
    await boss.stop({ graceful: false, close: true })
  }
  await grant(url)
}

/** The house sends jobs inside its own transactions, so its role needs the job tables. */
async function grant(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`grant usage on schema pgboss to rennsteig_app;
      grant select, insert, update, delete on all tables in schema pgboss to rennsteig_app;
      grant usage on all sequences in schema pgboss to rennsteig_app;
      grant execute on all functions in schema pgboss to rennsteig_app`)
  } finally {
    await client.end()
  }
}
