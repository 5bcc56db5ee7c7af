// A decision that nobody fetches, and a mailbox whose account is gone; with a moved clock.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { inTransaction } from '#database'
import { createFileStore, folderBlobs } from '#files'
import type { OwnerId } from '#kernel/actors.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { closeUnfetched } from './actions/end-provision.ts'
import { fetchAttachment } from './actions/fetch-attachment.ts'
import { sendNotice } from './actions/send-notice.ts'
import {
  closeMailbox,
  type DeliveryRule,
  deliver,
  findMessage,
  listMessages,
  listThreads,
  mailboxKinds,
  setStatus,
  takeOverMailbox,
} from './index.ts'

const { database, admin } = await openTestDatabase(mailboxKinds)
const folder = await mkdtemp(join(tmpdir(), 'mailbox-provision-'))
after(() => rm(folder, { recursive: true }))
const files = createFileStore({ blobs: folderBlobs(folder), uploadFolder: join(folder, 'uploads'), masterKey: randomBytes(32) })
const authority = newId<'authority'>()
/** A Monday; the tenth day after it is Thursday, 3 December. */
const sent = new Date('2026-11-23T09:00:00Z')
const notices = {
  database,
  baseUrl: 'https://portal.example',
  notificationAddress: async () => 'erika@example.org',
  mail: { send: async () => ({ kind: 'accepted', reference: 'ok' }) as const, close: () => undefined },
}

interface Decided {
  readonly owner: OwnerId
  readonly thread: Id<'thread'>
  readonly message: Id<'message'>
}

async function decide(rule: DeliveryRule, owner: OwnerId = newId()): Promise<Decided> {
  async function* content() {
    yield new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n')
  }
  const thread = newId<'thread'>()
  const stored = await files.write({ owner }, 'Bescheid.pdf', content())
  assert(stored.ok)
  const message = await inTransaction(database, { owner }, async (transaction) => {
    await setStatus(transaction, { owner, authority, thread, title: 'Blaue Karte EU', number: '1', status: 'decided', now: sent })
    return deliver(transaction, {
      ...{ authority, owner, thread, kind: 'decision', subject: 'Ihr Bescheid', text: 'Guten Tag', attachments: [stored.value] },
      ...{ legal: { rule, provided: sent }, eventKey: 'decision', now: sent },
    })
  })
  assert(message !== undefined)
  await sendNotice(notices, { owner, message }, sent)
  return { owner, thread, message }
}

const jobsOf = async (name: string, decided: Decided) =>
  admin.sql<{ data: { owner: OwnerId; message: Id<'message'>; lastDay: never }; start_after: Date }>`
    select data, start_after from pgboss.job where name = ${name} and (data->>'message' = ${decided.message} or data->>'thread' = ${decided.thread})`
const deliveryOf = async ({ owner, message }: Decided) =>
  (await inTransaction(database, { owner }, (transaction) => findMessage(transaction, owner, message)))?.delivery

test('ten days after the notice without a retrieval the provision ends, and the authority is told', async () => {
  const decided = await decide('vwvfg-41-2a')
  const [due] = await jobsOf('mailbox.provision-ends', decided)
  assert(due !== undefined)
  assert.deepEqual([due.data.lastDay, due.start_after.toISOString()], ['2026-12-03', '2026-12-04T00:00:00.000Z'])
  await closeUnfetched(database, due.data, new Date('2026-12-03T22:30:00Z'))
  assert.equal((await deliveryOf(decided))?.endedAt, undefined, 'half an hour before the end of the last day')
  const after = new Date('2026-12-04T00:00:05Z')
  await closeUnfetched(database, due.data, after)
  await closeUnfetched(database, due.data, new Date('2026-12-05T00:00:00Z'))
  const delivery = await deliveryOf(decided)
  assert.deepEqual([delivery?.endedAt, delivery?.legalDay], [after, undefined])
  assert.equal((await jobsOf('mailbox.provision-ended', decided)).length, 1)
  assert.equal(await fetchAttachment(database, decided.owner, { ...decided, index: 0, now: after }), undefined)
  assert.equal((await deliveryOf(decided))?.firstRetrievedAt, undefined)
})

test('fetched on the last day it counts as notified, and nothing ends', async () => {
  const decided = await decide('vwvfg-41-2a')
  const now = new Date('2026-12-03T22:30:00Z')
  assert((await fetchAttachment(database, decided.owner, { ...decided, index: 0, now })) !== undefined)
  const [due] = await jobsOf('mailbox.provision-ends', decided)
  assert(due !== undefined)
  await closeUnfetched(database, due.data, new Date('2026-12-04T00:00:05Z'))
  const delivery = await deliveryOf(decided)
  assert.deepEqual([delivery?.endedAt, delivery?.legalDay], [undefined, '2026-12-04'])
  assert.equal((await jobsOf('mailbox.provision-ended', decided)).length, 0)
})

test('by § 9 OZG no provision ends: the fiction counts', async () => {
  const decided = await decide('ozg-9')
  assert.equal((await jobsOf('mailbox.provision-ends', decided)).length, 0)
  assert.equal((await deliveryOf(decided))?.legalDay, '2026-11-27')
})

test('a decision that moved to an account ends there too', async () => {
  const decided = await decide('vwvfg-41-2a')
  const account = newId<'owner'>()
  await takeOverMailbox({ database, files }, { visitor: decided.owner, account })
  const due = (await jobsOf('mailbox.provision-ends', decided)).find(({ data }) => data.owner === account)
  assert.equal(due?.data.lastDay, '2026-12-03')
})

test('with the account all messages go; the proof of delivery goes to the authority, once', async () => {
  const decided = await decide('ozg-9')
  const { owner, thread, message } = decided
  await fetchAttachment(database, owner, { ...decided, index: 0, now: sent })
  const [file] = (await inTransaction(database, { owner }, (transaction) => findMessage(transaction, owner, message)))?.attachments ?? []
  assert(file !== undefined)
  await closeMailbox({ database, files }, owner, sent)
  await closeMailbox({ database, files }, owner, sent)
  assert.deepEqual(await inTransaction(database, { owner }, (transaction) => listThreads(transaction, owner)), [])
  await assert.rejects(files.read({ owner }, file).toArray())
  const rows =
    await admin.sql`select 1 from mailbox.message where owner_id = ${owner} union all select 1 from mailbox.delivery where owner_id = ${owner}`
  assert.equal(rows.length, 0)
  const told = await jobsOf('mailbox.closed', decided)
  const proof = { message, rule: 'ozg-9', providedAt: sent.toISOString(), firstRetrievedAt: sent.toISOString(), legalDay: '2026-11-27' }
  assert.deepEqual(
    told.map(({ data }) => data),
    [{ owner, authority, thread, proofs: [proof] }],
  )
})

test('nothing is delivered into a closed mailbox; the authority hears that it must go another way', async () => {
  const decided = await decide('ozg-9')
  const { owner, thread } = decided
  await closeMailbox({ database, files }, owner, sent)
  const delivered = await inTransaction(database, { owner }, async (transaction) => {
    await setStatus(transaction, { owner, authority, thread, title: 'T', number: '1', status: 'in-review', now: sent })
    return deliver(transaction, { authority, owner, thread, kind: 'request', subject: 'Frage', text: 'Bitte', attachments: [], now: sent })
  })
  assert.equal(delivered, undefined)
  assert.deepEqual(await inTransaction(database, { owner }, (transaction) => listMessages(transaction, owner, thread)), [])
  assert.deepEqual(
    (await jobsOf('mailbox.delivery-impossible', decided)).map(({ data }) => data),
    [{ owner, authority, thread, kind: 'request' }],
  )
})
