// The worker on a real database: what a killed one left behind is taken over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { inTransaction } from '#database'
import { openTestDatabase } from '#test/harness/database.ts'
import { enqueue, handleJob, jobKind, startWorker } from './index.ts'

const kind = jobKind<{ name: string }>('jobs.test', { retryDelaySeconds: 0 })
const { database, url, admin } = await openTestDatabase([kind])
const silent = { failed: () => undefined, trouble: () => undefined }

test('a job whose worker was killed runs again as soon as another worker starts', async () => {
  await inTransaction(database, {}, (transaction) => enqueue(transaction, kind, { name: 'left behind' }))
  // As a killed worker leaves it: running, and silent for longer than a heartbeat.
  await admin.sql`
    update pgboss.job set state = 'active', started_on = now() - interval '20 seconds', heartbeat_on = now() - interval '20 seconds'
    where name = ${kind.name}`
  const ran: string[] = []
  const worker = await startWorker(url, [handleJob(kind, async ({ name }) => void ran.push(name))], silent)
  for (const patience = Date.now() + 15_000; ran.length === 0 && Date.now() < patience; ) await wait(50)
  await worker.stop(0)
  assert.deepEqual(ran, ['left behind'])
})
