// Notices by mail against the catcher: at most one per event, retries, bounces.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, beforeEach, test } from 'node:test'
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { createCatcher } from '../../../demo/mail-catcher/catcher.ts'
import { NoticeDelayedError, sendNotice } from './actions/send-notice.ts'
import { deliver, findMessage, mailboxKinds, setStatus, smtpMail } from './index.ts'

const { database, admin } = await openTestDatabase(mailboxKinds)
const catcher = createCatcher()
catcher.server.listen(0, '127.0.0.1')
await once(catcher.server.server, 'listening')
const address = catcher.server.server.address()
assert(typeof address === 'object' && address !== null)
const mail = smtpMail({ url: `smtp://127.0.0.1:${address.port}`, from: 'Portal <post@portal.example>' })
after(() => {
  mail.close()
  catcher.server.close()
})
beforeEach(() => {
  catcher.clear()
  catcher.behave('take')
})

const now = new Date('2026-11-23T09:00:00Z')
const dependencies = { database, mail, baseUrl: 'https://portal.example', notificationAddress: async () => 'erika@example.org' }

async function delivered(): Promise<{ owner: OwnerId; message: Id<'message'> }> {
  const [owner, thread, authority] = [newId<'owner'>(), newId<'thread'>(), newId<'authority'>()]
  const message = await inTransaction(database, { owner }, async (transaction) => {
    await setStatus(transaction, { owner, authority, thread, title: 'Blaue Karte', number: '1', status: 'decided', now })
    return deliver(transaction, {
      authority,
      owner,
      thread,
      kind: 'decision',
      subject: 'Geheim',
      text: 'Sehr geheim',
      attachments: [],
      now,
    })
  })
  assert(message !== undefined)
  return { owner, message }
}

const noticeOf = async ({ owner, message }: { owner: OwnerId; message: Id<'message'> }) =>
  (await inTransaction(database, { owner }, (transaction) => findMessage(transaction, owner, message)))?.delivery?.notice

test('one mail without content, however often the job runs', async () => {
  const job = await delivered()
  await sendNotice(dependencies, job, now)
  await sendNotice(dependencies, job, now)
  assert.equal(catcher.mails().length, 1)
  const [caught] = catcher.mails()
  assert.deepEqual(caught?.to, ['erika@example.org'])
  assert.equal(caught?.messageId, `<${job.message}@portal.example>`)
  assert(!/geheim|blaue/i.test(`${caught?.subject}${caught?.text}`))
  assert.equal(await noticeOf(job), 'accepted')
})

test('a server that asks to come again gets the mail later, once', async () => {
  const job = await delivered()
  catcher.behave('later', 2)
  await assert.rejects(sendNotice(dependencies, job, now), NoticeDelayedError)
  await assert.rejects(sendNotice(dependencies, job, now), NoticeDelayedError)
  assert.equal(await noticeOf(job), 'waiting')
  await sendNotice(dependencies, job, now)
  assert.equal(catcher.mails().length, 1)
  assert.equal(await noticeOf(job), 'accepted')
})

test('a refused address is recorded, announced and not tried again', async () => {
  const job = await delivered()
  catcher.behave('bounce')
  await sendNotice(dependencies, job, now)
  await sendNotice(dependencies, job, now)
  assert.equal(await noticeOf(job), 'bounced')
  assert.equal(catcher.mails().length, 0)
  const jobs = await admin.sql<{
    data: object
  }>`select data from pgboss.job where name = 'mailbox.notice-bounced' and data->>'message' = ${job.message}`
  assert.equal(jobs.length, 1)
})

test('without an address nothing is sent, and that is recorded', async () => {
  const job = await delivered()
  await sendNotice({ ...dependencies, notificationAddress: async () => undefined }, job, now)
  assert.equal(await noticeOf(job), 'no-address')
  assert.equal(catcher.mails().length, 0)
})

test('a crash before the server’s answer was noted leads to the same mail, told by its Message-ID', async () => {
  const job = await delivered()
  const crashing = {
    ...mail,
    send: async (outgoing: Parameters<typeof mail.send>[0]) =>
      Promise.reject(new Error(`crashed after ${(await mail.send(outgoing)).kind}`)),
  }
  await assert.rejects(sendNotice({ ...dependencies, mail: crashing }, job, now), /crashed after accepted/)
  assert.equal(await noticeOf(job), 'sending')
  await sendNotice(dependencies, job, now)
  assert.deepEqual(
    catcher.mails().map((caught) => [caught.messageId, caught.isDouble]),
    [
      [`<${job.message}@portal.example>`, true],
      [`<${job.message}@portal.example>`, false],
    ],
  )
  assert.equal(await noticeOf(job), 'accepted')
})

test('a server that takes the mail and never answers is tried again, under the same Message-ID', async () => {
  const job = await delivered()
  assert(typeof address === 'object' && address !== null)
  const impatient = smtpMail({ url: `smtp://127.0.0.1:${address.port}`, from: 'post@portal.example', timeoutMs: 300 })
  after(() => impatient.close())
  catcher.behave('silent', 1)
  await assert.rejects(sendNotice({ ...dependencies, mail: impatient }, job, now), NoticeDelayedError)
  await sendNotice({ ...dependencies, mail: impatient }, job, now)
  assert.deepEqual(new Set(catcher.mails().map((caught) => caught.messageId)), new Set([`<${job.message}@portal.example>`]))
  assert.equal(await noticeOf(job), 'accepted')
})
