// Killed at any moment: every acknowledged original is there once and judged in the end, none is an invoice twice.
import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { inReading } from '#database'
import { createFileStore, folderBlobs } from '#files'
import { startWorker } from '#jobs'
import { readOriginal } from './actions/read-original.ts'
import { findReceipt, findReceiptPlace } from './reads.ts'
import { receivingJobs } from './receiving-jobs.ts'
import { type Acknowledged, invoiceAt, type ManyOrder } from './testing/receive-many.ts'
import { openReceivingHouse } from './testing/receiving.ts'

const house = await openReceivingHouse()
const { admin, database, url, folder } = house
const masterKey = randomBytes(32)
const places = { blobs: join(folder, 'many'), uploads: join(folder, 'many-uploads') }
const many = 500

/** Receives from `from` on and is killed after so many acknowledgements; a lost answer is sent again by the sender, as senders do. */
async function receiveUntilKilled(from: number, kill: number | undefined, acknowledged: Map<number, Acknowledged[]>): Promise<void> {
  const child = fork(new URL('./testing/receive-many.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  let count = 0
  child.on('message', (one: Acknowledged) => {
    acknowledged.set(one.index, [...(acknowledged.get(one.index) ?? []), one])
    count += 1
    if (count === kill) child.kill('SIGKILL')
  })
  child.send({ url, ...places, masterKey: masterKey.toString('hex'), from, to: many } satisfies ManyOrder)
  await new Promise((resolve) => child.once('exit', resolve))
}

test('five hundred mixed receipts over all channels survive six kills: each acknowledged one is there once, settled, and no invoice twice', async () => {
  const acknowledged = new Map<number, Acknowledged[]>()
  const firstMissing = () => {
    let index = 0
    while (acknowledged.has(index)) index += 1
    return index
  }
  for (const kill of [7, 40, 63, 88, 101, 59, undefined]) await receiveUntilKilled(firstMissing(), kill, acknowledged)
  assert.equal(acknowledged.size, many)
  const files = createFileStore({ blobs: folderBlobs(places.blobs), uploadFolder: places.uploads, masterKey })
  const dependencies = { ...house.dependencies, files }
  // As if the minute had passed, for those whose own request was killed; the others' jobs have nothing to do.
  await admin.sql`delete from pgboss.job where name = 'invoices.receipt-settled' and data ->> 'receipt' not in
    (select receipt_id::text from invoices.receipt where state in ('received', 'judged'))`
  await admin.sql`update pgboss.job set start_after = now() where name = 'invoices.receipt-settled'`
  const faults: unknown[] = []
  const worker = await startWorker(url, receivingJobs(dependencies), {
    failed: (_kind, _attempt, error) => void faults.push(error),
    trouble: () => undefined,
  })
  const open = async () => (await admin.sql`select 1 from invoices.receipt where state in ('received', 'judged')`).length
  for (let tries = 0; (await open()) > 0 && tries < 240; tries += 1) await wait(500)
  await worker.stop()
  assert.deepEqual(faults, [])
  assert.equal(await open(), 0)
  for (const [index, all] of acknowledged)
    for (const { number } of all) {
      const place = await findReceiptPlace(database, number)
      assert.ok(place, `receipt ${number} is gone`)
      const receipt = await inReading(database, { authority: place.authority }, (reading) => findReceipt(reading, place))
      assert.ok(receipt)
      const bytes = await readOriginal({ files }, receipt)
      assert.equal(createHash('sha256').update(bytes).digest('hex'), createHash('sha256').update(invoiceAt(index)).digest('hex'))
    }
  const [twice] = await admin.sql<{ count: string }>`
    select count(*)::text as count from (select 1 from invoices.invoice group by authority_id, seller_key, number having count(*) > 1) doubled`
  assert.equal(twice?.count, '0')
  const states = await admin.sql<{ kind: string; count: string }>`
    select (substring(judgement -> 'facts' ->> 'number' from '[0-9]+')::int % 5)::text || ' ' || state as kind, count(distinct judgement -> 'facts' ->> 'number')::text as count
    from invoices.receipt where state in ('accepted', 'returned', 'clearing') group by 1 order by 1`
  assert.deepEqual(
    states.map((row) => [row.kind, row.count]),
    [
      ['0 accepted', '100'],
      ['1 accepted', '100'],
      ['2 returned', '100'],
      ['3 clearing', '100'],
      ['4 accepted', '100'],
    ],
  )
  const [unfiled] = await admin.sql<{ count: string }>`
    select count(*)::text as count from invoices.invoice i
    where (select count(*) from dossiers.document d where d.authority_id = i.authority_id and d.dossier_id = i.dossier_id) <> 2`
  assert.equal(unfiled?.count, '0')
})
