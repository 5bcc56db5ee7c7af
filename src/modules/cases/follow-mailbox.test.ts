// What the mailbox tells the authority: a decision that did not arrive is work again.
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { inTransaction } from '#database'
import { listHistory } from '#journal'
import type { OwnerId } from '#kernel/actors.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { closeMailbox, listThreads } from '#modules/mailbox'
import { noteMailboxClosed, noteUndeliverable, noteUnretrieved, threadOf } from './index.ts'
import { openDesk, testNow, town } from './testing/desk.ts'

const { fixture, database, files, admin, read, within, signDogCase, issue } = await openDesk()

async function delivered(): Promise<{ owner: OwnerId; caseId: Id<'case'> }> {
  const { owner, caseId } = await fixture.openDogCase()
  await signDogCase(caseId)
  await issue(caseId)
  assert.equal((await read(town, caseId)).state, 'delivered')
  await admin.sql`update cases.case set has_news = false where case_id = ${caseId}`
  return { owner, caseId }
}

async function actionsOf(caseId: Id<'case'>): Promise<readonly string[]> {
  const { dossier } = await read(town, caseId)
  return (await within(town, (transaction) => listHistory(transaction, town, dossier))).map((event) => event.action)
}

const stateOf = async (caseId: Id<'case'>) => {
  const { state, hasNews } = await read(town, caseId)
  return { state, hasNews }
}

test('a decision that nobody fetched is work again, with a reason in the file', async () => {
  const { owner, caseId } = await delivered()
  const news = { authority: town, thread: threadOf(caseId), message: newId<'message'>(), now: testNow }
  await noteUnretrieved(database, news)
  assert.deepEqual(await stateOf(caseId), { state: 'in-progress', hasNews: true })
  assert.ok((await actionsOf(caseId)).includes('notice.not-retrieved'))
  const [thread] = await inTransaction(database, { owner }, (transaction) => listThreads(transaction, owner))
  assert.equal(thread?.status, 'in-review')
  await noteUnretrieved(database, { ...news, thread: newId<'thread'>() })
})

test('a deleted account leaves its proofs in the file; only what is not yet notified is work again', async () => {
  const [notified, open] = [await delivered(), await delivered()]
  const proof = { message: newId<'message'>(), rule: 'ozg-9', providedAt: testNow.toISOString(), firstRetrievedAt: null } as const
  const close = (caseId: Id<'case'>, legalDay: string) =>
    admin.sql<{ day: never }>`select ${legalDay}::date as day`.then(([row]) =>
      noteMailboxClosed(database, {
        authority: town,
        thread: threadOf(caseId),
        now: testNow,
        proofs: [{ ...proof, legalDay: row?.day ?? null }],
      }),
    )
  await close(notified.caseId, '2026-11-20')
  await close(open.caseId, '2026-11-27')
  assert.deepEqual(await stateOf(notified.caseId), { state: 'delivered', hasNews: true })
  assert.deepEqual(await stateOf(open.caseId), { state: 'in-progress', hasNews: true })
  assert.ok((await actionsOf(notified.caseId)).includes('mailbox.closed'))
})

test('a decision for a deleted account is filed, is not called delivered, and leaves no file in the person’s scope', async () => {
  const { owner, caseId } = await fixture.openDogCase()
  await signDogCase(caseId)
  await closeMailbox({ database, files }, owner, testNow)
  const before = await blobs()
  await issue(caseId)
  assert.equal((await blobs()) - before, 1, 'the sealed notice of the file, and no copy')
  await noteUndeliverable(database, { authority: town, thread: threadOf(caseId), kind: 'decision', now: testNow })
  assert.deepEqual(await stateOf(caseId), { state: 'in-progress', hasNews: true })
  assert.ok((await actionsOf(caseId)).includes('delivery.impossible'))
  assert.deepEqual(await inTransaction(database, { owner }, (transaction) => listThreads(transaction, owner)), [])
})

async function blobs(): Promise<number> {
  return (await readdir(fixture.blobFolder, { recursive: true })).filter((name) => /[0-9a-f]{32}$/.test(name)).length
}
