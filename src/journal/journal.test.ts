// Tests of the two logs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import type { AuthorityId, OwnerId, Staff } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { appendHistory, listAccess, listHistory, recordAccess, verifyHistory } from './index.ts'

const { database, admin } = await openTestDatabase()
const authority: AuthorityId = newId()
const owner: OwnerId = newId()
const clerk: Staff = { kind: 'staff', staff: newId(), authority, name: 'K. Brandt', unit: 'Steueramt', roles: ['clerk'] }

test('the history of a dossier is a chain that tells when one byte was changed', async () => {
  const dossier = newId<'dossier'>()
  await inTransaction(database, { authority }, async (transaction) => {
    for (const action of ['opened', 'document-filed', 'closed']) {
      await appendHistory(transaction, {
        authority,
        dossier,
        actor: clerk,
        action,
        object: { kind: 'dossier', id: dossier },
        detail: { b: 1, a: { d: 'ü', c: null } },
        now: new Date(),
      })
    }
    assert.deepEqual(await verifyHistory(transaction, authority, dossier), { ok: true, value: 3 })
    assert.deepEqual(
      (await listHistory(transaction, authority, dossier)).map((event) => event.action),
      ['opened', 'document-filed', 'closed'],
    )
  })
  await admin.sql`update journal.history set action = 'opened?' where dossier_id = ${dossier} and position = 2`
  await inTransaction(database, { authority }, async (transaction) =>
    assert.equal((await verifyHistory(transaction, authority, dossier)).ok, false),
  )
})

test('a shortened history is found', async () => {
  const dossier = newId<'dossier'>()
  const entry = { authority, dossier, actor: clerk, action: 'opened', object: { kind: 'dossier', id: dossier }, now: new Date() }
  await inTransaction(database, { authority }, async (transaction) => {
    await appendHistory(transaction, entry)
    await appendHistory(transaction, entry)
  })
  await admin.sql`delete from journal.history where dossier_id = ${dossier} and position = 2`
  await inTransaction(database, { authority }, async (transaction) =>
    assert.equal((await verifyHistory(transaction, authority, dossier)).ok, false),
  )
})

test('the house can neither change nor delete history', async () => {
  await assert.rejects(
    inTransaction(database, { authority }, (transaction) => transaction.sql`delete from journal.history`),
    /permission denied/,
  )
  await assert.rejects(
    inTransaction(database, { authority }, (transaction) => transaction.sql`update journal.history set action = ''`),
    /permission denied/,
  )
})

test('a look at the data is shown to the person and to nobody else', async () => {
  const now = new Date()
  await inTransaction(database, { authority }, (transaction) =>
    recordAccess(transaction, {
      authority,
      owner,
      actor: clerk,
      purpose: 'case-work',
      object: { kind: 'case', id: 'x', title: 'Hundesteuer' },
      now,
    }),
  )
  const seen = await inTransaction(database, { owner }, (transaction) => listAccess(transaction, owner))
  assert.deepEqual(
    seen.map((event) => [event.unit, event.purpose, event.object.title]),
    [['Steueramt', 'case-work', 'Hundesteuer']],
  )
  const stranger: OwnerId = newId()
  assert.deepEqual(await inTransaction(database, { owner: stranger }, (transaction) => listAccess(transaction, owner)), [])
  assert.deepEqual(await inTransaction(database, {}, (transaction) => listAccess(transaction, owner)), [])
})
