// The mailbox on a real database: delivery once, legal dates, replies, and other people's threads stay closed.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { inTransaction } from '#database'
import { createFileStore, folderBlobs } from '#files'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { dayInGermany, parseDay } from '#kernel/dates.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { fetchAttachment } from './actions/fetch-attachment.ts'
import { openThread } from './actions/open-thread.ts'
import { reply } from './actions/reply.ts'
import { deliver, findMessage, listMessages, listThreads, mailboxKinds, setStatus, takeOverMailbox } from './index.ts'

const { database, admin } = await openTestDatabase(mailboxKinds)
const folder = await mkdtemp(join(tmpdir(), 'mailbox-'))
after(() => rm(folder, { recursive: true }))
const files = createFileStore({ blobs: folderBlobs(folder), uploadFolder: join(folder, 'uploads'), masterKey: randomBytes(32) })
const authority = newId<'authority'>() satisfies AuthorityId
const now = new Date('2026-11-23T09:00:00Z')
const correctionState = async () => undefined

async function openCase(owner: OwnerId = newId<'owner'>()): Promise<{ owner: OwnerId; thread: Id<'thread'> }> {
  const thread = newId<'thread'>()
  await inTransaction(database, { owner }, (transaction) =>
    setStatus(transaction, { owner, authority, thread, title: 'Blaue Karte EU', number: '2026-000123', status: 'received', now }),
  )
  return { owner, thread }
}

async function paper(owner: OwnerId, name = 'Bescheid.pdf') {
  async function* content() {
    yield new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n')
  }
  const stored = await files.write({ owner }, name, content())
  assert(stored.ok)
  return stored.value
}

async function decide(rule: 'ozg-9' | 'vwvfg-41-2a', eventKey = 'decision 1') {
  const { owner, thread } = await openCase()
  const attachments = [await paper(owner)]
  const given = {
    authority,
    owner,
    thread,
    kind: 'decision',
    subject: 'Ihr Bescheid',
    text: 'Guten Tag',
    attachments,
    eventKey,
    now,
  } as const
  const send = () => inTransaction(database, { owner }, (transaction) => deliver(transaction, { ...given, legal: { rule, provided: now } }))
  const message = await send()
  assert(message !== undefined)
  return { owner, thread, send, message }
}

test('a decision gets its legal date when it is provided', async () => {
  const { owner, message } = await decide('ozg-9')
  const found = await inTransaction(database, { owner }, (transaction) => findMessage(transaction, owner, message))
  assert.deepEqual(
    [found?.delivery?.legalDay, found?.delivery?.appealUntil, found?.delivery?.firstRetrievedAt],
    ['2026-11-27', '2026-12-28', undefined],
  )
})

test('the same event delivered twice is one message and one notice', async () => {
  const { owner, thread, send, message } = await decide('ozg-9')
  assert.equal(await send(), message)
  assert.equal((await inTransaction(database, { owner }, (transaction) => listMessages(transaction, owner, thread))).length, 1)
})

test('fetching the attachment is the retrieval; reading the page alone is not', async () => {
  const { owner, thread, message } = await decide('vwvfg-41-2a')
  const opened = await openThread({ database, correctionState }, owner, { thread, now })
  assert.equal(opened?.messages[0]?.delivery?.legalDay, undefined)
  const first = new Date('2026-11-25T23:30:00Z') // the 26th in Germany
  assert.equal((await fetchAttachment(database, owner, { thread, message, index: 0, now: first }))?.name, 'Bescheid.pdf')
  await fetchAttachment(database, owner, { thread, message, index: 0, now: new Date('2026-12-24T10:00:00Z') })
  const found = await inTransaction(database, { owner }, (transaction) => findMessage(transaction, owner, message))
  assert.deepEqual(found?.delivery?.firstRetrievedAt, first)
  assert.deepEqual([found?.delivery?.legalDay, found?.delivery?.appealUntil], ['2026-11-27', '2026-12-28'])
  assert.deepEqual(found?.firstReadAt, now)
})

test('another person’s thread, message and attachment are not there', async () => {
  const { thread, message } = await decide('ozg-9')
  const other = newId<'owner'>()
  assert.equal(await openThread({ database, correctionState }, other, { thread, now }), undefined)
  assert.equal(await fetchAttachment(database, other, { thread, message, index: 0, now }), undefined)
  assert.deepEqual(await reply(database, other, { thread, text: 'Hallo', papers: [], formKey: 'a', now }), { ok: false, reason: 'unknown' })
  assert.deepEqual(await inTransaction(database, { owner: other }, (transaction) => listThreads(transaction, other)), [])
})

test('a message of another thread of the same person is not fetched through this one', async () => {
  const { owner, message } = await decide('ozg-9')
  const { thread: second } = await openCase(owner)
  assert.equal(await fetchAttachment(database, owner, { thread: second, message, index: 0, now }), undefined)
})

test('row-level security hides a thread even from a statement without an owner', async () => {
  const { thread } = await openCase()
  const other = newId<'owner'>()
  const seen = await inTransaction(
    database,
    { owner: other },
    (transaction) => transaction.sql`select thread_id from mailbox.thread where thread_id = ${thread}`,
  )
  assert.equal(seen.length, 0)
  const outside = inTransaction(database, { owner: other }, (transaction) =>
    setStatus(transaction, {
      owner: newId<'owner'>(),
      authority,
      thread: newId<'thread'>(),
      title: 'x',
      number: '1',
      status: 'received',
      now,
    }),
  )
  await assert.rejects(outside, /row-level security/)
})

test('a form sent twice is one reply; empty and closed are refused', async () => {
  const { owner, thread } = await openCase()
  const given = { thread, text: 'Hier ist mein Vertrag.', papers: [await paper(owner, 'Vertrag.pdf')], formKey: 'form 1', now }
  const first = await reply(database, owner, given)
  assert(first.ok)
  assert.deepEqual(await reply(database, owner, given), first)
  assert.deepEqual(await reply(database, owner, { ...given, text: ' ', papers: [] }), { ok: false, reason: 'empty' })
  assert.deepEqual(await reply(database, owner, { ...given, text: 'x'.repeat(5_001) }), { ok: false, reason: 'too-long' })
  await inTransaction(database, { owner }, (transaction) =>
    setStatus(transaction, { owner, authority, thread, title: 'T', number: '1', status: 'closed', now }),
  )
  assert.deepEqual(await reply(database, owner, { ...given, formKey: 'form 2' }), { ok: false, reason: 'closed' })
  const jobs = await admin.sql<{
    count: bigint
  }>`select count(*) as count from pgboss.job where name = 'mailbox.replied' and data->>'thread' = ${thread}`
  assert.equal(Number(jobs[0]?.count), 1)
})

test('the status has a history of steps, and the same status again is no step', async () => {
  const { owner, thread } = await openCase()
  const at = (day: string, status: 'in-review' | 'decided') =>
    inTransaction(database, { owner }, (transaction) =>
      setStatus(transaction, {
        owner,
        authority,
        thread,
        title: 'T',
        number: '1',
        status,
        expectedBy: parseDay('2026-12-14'),
        now: new Date(day),
      }),
    )
  await at('2026-11-24T10:00:00Z', 'in-review')
  await at('2026-11-25T10:00:00Z', 'in-review')
  await at('2026-11-26T10:00:00Z', 'decided')
  const opened = await openThread({ database, correctionState }, owner, { thread, now })
  assert.deepEqual(
    opened?.changes.map((change) => [change.status, dayInGermany(change.since)]),
    [
      ['received', '2026-11-23'],
      ['in-review', '2026-11-24'],
      ['decided', '2026-11-26'],
    ],
  )
})

test('a visitor’s mailbox goes to the account that signs in, with files, once', async () => {
  const { owner: visitor, thread, message } = await decide('ozg-9')
  const account = newId<'owner'>()
  await takeOverMailbox({ database, files }, { visitor, account })
  await takeOverMailbox({ database, files }, { visitor, account })
  assert.deepEqual(await inTransaction(database, { owner: visitor }, (transaction) => listThreads(transaction, visitor)), [])
  const [found] = await inTransaction(database, { owner: account }, (transaction) => listMessages(transaction, account, thread))
  assert.equal(found?.messageId, message)
  const file = await fetchAttachment(database, account, { thread, message, index: 0, now })
  assert(file !== undefined)
  const chunks = await files.read({ owner: account }, file).toArray()
  assert(Buffer.concat(chunks).toString().startsWith('%PDF'))
})
