// Row-level security before an owner is known: who names a key sees its row, nobody sees the list.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import { newId } from '#kernel/ids.ts'
import { seededOwner } from './actions/seed-persons.ts'
import { inLookup } from './lookup.ts'
import { getProfile, notificationAddress } from './reads/account.ts'
import { locatorOf } from './reads/locators.ts'
import { openTestPortal, seedPerson } from './testing/portal.ts'
import { sweepExpired } from './writes/sweep.ts'

const portal = await openTestPortal()
const { database, admin, dependencies } = portal

test('without a key or an owner the tables of look-ups and persons are empty', async () => {
  const person = await seedPerson(portal)
  await inTransaction(database, {}, async (transaction) => {
    assert.deepEqual(await transaction.sql`select digest from accounts.locator`, [])
    assert.deepEqual(await transaction.sql`select owner_id from accounts.account`, [])
    assert.deepEqual(await transaction.sql`select digest from accounts.sign_in`, [])
    assert.deepEqual(await transaction.sql`select bucket from accounts.attempt`, [])
    assert.deepEqual(await transaction.sql`select id from accounts.oidc_record`, [])
  })
  const digest = locatorOf(dependencies.keys, 'sign-in-name', `  ${person.email.toUpperCase()} `)
  const rows = await inLookup(
    database,
    [digest],
    (transaction) => transaction.sql<{ owner_id: string }>`select owner_id from accounts.locator`,
  )
  assert.deepEqual(rows, [{ owner_id: seededOwner(person.email) }], 'exactly the row that was named')
})

test('who names a key may read the row, but neither take it over nor remove it', async () => {
  const person = await seedPerson(portal)
  const digest = locatorOf(dependencies.keys, 'sign-in-name', person.email)
  await inLookup(database, [digest], async (transaction) => {
    assert.deepEqual(await transaction.sql`delete from accounts.locator where digest = ${digest} returning digest`, [])
    assert.deepEqual(await transaction.sql`update accounts.locator set kind = 'subject' where digest = ${digest} returning digest`, [])
  })
  await assert.rejects(
    inLookup(
      database,
      [digest],
      (transaction) => transaction.sql`insert into accounts.locator (digest, kind, owner_id) values (${newId()}, 'subject', ${newId()})`,
    ),
    /row-level security/,
  )
  await assert.rejects(
    inLookup(database, ["x' or '1'='1"], async () => undefined),
    /other characters/,
  )
})

test('a person’s rows are another person’s nothing', async () => {
  const [one, other] = [await seedPerson(portal), await seedPerson(portal)]
  await inTransaction(database, { owner: seededOwner(one.email) }, async (transaction) => {
    assert.equal(await notificationAddress(transaction, seededOwner(one.email)), one.email)
    assert.equal(await notificationAddress(transaction, seededOwner(other.email)), undefined)
    assert.equal((await getProfile(transaction, seededOwner(other.email))).familyName, undefined)
  })
})

test('the secret of an app and a sign-in name’s digest are no plain text in the database', async () => {
  const person = await seedPerson(portal)
  const rows = await admin.sql`select credential::text as text from accounts.means union all select digest from accounts.locator`
  const text = JSON.stringify(rows)
  assert.ok(!text.includes(person.totpSecret) && !text.includes(person.password) && !text.includes(person.email))
})

test('sweeping removes what has expired and nothing else', async () => {
  const kept = newId()
  await admin.sql`insert into accounts.oidc_record (kind, id, payload, expires_at) values ('Session', ${kept}, '{}', now() + interval '1 hour'), ('Session', ${newId()}, '{}', now() - interval '1 second')`
  await sweepExpired(database)
  const rows = await admin.sql<{ id: string }>`select id from accounts.oidc_record`
  assert.deepEqual(rows, [{ id: kept }])
})
