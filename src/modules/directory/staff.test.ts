// Tests of the sign-in of staff on the real database: allowed and forbidden.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generate } from 'otplib'
import { inTransaction } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import { derivedId } from '#kernel/ids.ts'
import { seal } from '#kernel/sealing.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { createStaffSessionStore, endStaffSession, findStaff, listStaff, seedStaff, signInStaff } from './index.ts'

const { database, admin } = await openTestDatabase()
const now = new Date('2026-11-23T09:00:00Z')
const ilmenau: AuthorityId = derivedId('authority', 'stadt-ilmenau')
const erfurt: AuthorityId = derivedId('authority', 'stadt-erfurt')
const seeds = [
  { authority: 'stadt-ilmenau', login: 'k.brandt', name: 'Kim Brandt', unit: 'steuern', roles: ['clerk'], password: 'richtig-und-lang' },
  {
    authority: 'stadt-erfurt',
    login: 'e.other',
    name: 'Eli Other',
    unit: 'steuern',
    roles: ['lead', 'auditor'],
    password: 'richtig-und-lang',
  },
] as const
const store = createStaffSessionStore(database)
const sealKey = new Uint8Array(32).fill(7)

function minutes(count: number, from = now): Date {
  return new Date(from.getTime() + count * 60_000)
}

function attempt(change: Partial<Parameters<typeof signInStaff>[1]> = {}) {
  return signInStaff(
    { database, sealKey },
    {
      login: 'k.brandt',
      password: 'richtig-und-lang',
      code: '',
      address: '192.0.2.1',
      browser: 'Test',
      now,
      ...change,
    },
  )
}

async function signedIn(at = now): Promise<string> {
  const outcome = await attempt({ now: at })
  return outcome.ok ? outcome.value.token : assert.fail(outcome.reason)
}

test('seeding twice makes each member once', async () => {
  assert.deepEqual(await seedStaff(database, seeds), await seedStaff(database, seeds))
  const members = await inTransaction(database, { authority: ilmenau }, (transaction) => listStaff(transaction, ilmenau))
  assert.deepEqual(
    members.map(({ login, roles }) => [login, roles]),
    [['k.brandt', ['clerk']]],
  )
})

test('the right password opens a session with the roles of the authority', async () => {
  const session = await store.find(await signedIn(), now)
  assert.equal(session?.actor.kind === 'staff' && session.actor.authority, ilmenau)
  assert.deepEqual(session?.actor.kind === 'staff' && session.actor.roles, ['clerk'])
  assert.equal(session?.expiresAt.toISOString(), minutes(30).toISOString())
})

test('a login in capitals is the same login', async () => {
  assert.equal((await attempt({ login: ' K.Brandt ' })).ok, true)
})

test('wrong password, unknown login and foreign letters get the same answer', async () => {
  for (const change of [
    { password: 'falsch' },
    { login: 'niemand' },
    { login: "' or 1=1 --" },
    { password: 'x'.repeat(5_000) },
    { password: '' },
  ]) {
    const outcome = await attempt({ ...change, address: '192.0.2.77' })
    assert.deepEqual(outcome, { ok: false, reason: 'wrong' })
  }
})

test('an unknown login takes as long as a wrong password', async () => {
  const timed = async (login: string, index: number): Promise<number> => {
    const start = performance.now()
    await attempt({ login, password: 'falsch', address: `192.0.2.${100 + index}` })
    return performance.now() - start
  }
  // The least of some: whatever else runs on the machine only makes one longer.
  let known = Number.POSITIVE_INFINITY
  let unknown = Number.POSITIVE_INFINITY
  for (let index = 0; index < 4; index++) {
    known = Math.min(known, await timed('e.other', index))
    unknown = Math.min(unknown, await timed('no.such', index))
  }
  assert.ok(unknown > known / 3 && known > unknown / 3, `${known} ms, ${unknown} ms`)
})

test('after five failures from one address the right password is refused too, until a quarter of an hour has passed', async () => {
  const from = { address: '198.51.100.9', now: minutes(60) }
  for (let count = 0; count < 5; count++) assert.deepEqual(await attempt({ ...from, password: 'falsch' }), { ok: false, reason: 'wrong' })
  assert.deepEqual(await attempt(from), { ok: false, reason: 'too-many' })
  assert.equal((await attempt({ ...from, address: '198.51.100.10' })).ok, true)
  assert.equal((await attempt({ ...from, now: minutes(76) })).ok, true)
})

test('attempts at the same moment all count', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 9 }, () => attempt({ password: 'falsch', address: '198.51.100.20', now: minutes(120) })),
  )
  assert.ok(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'too-many').length >= 4)
})

test('a session ends after 30 idle minutes and after 12 hours', async () => {
  const token = await signedIn(minutes(200))
  assert.ok(await store.find(token, minutes(229)))
  assert.ok(await store.find(token, minutes(258)))
  assert.equal(await store.find(token, minutes(289)), undefined)
  const long = await signedIn(minutes(300))
  for (let minute = 0; minute < 720; minute += 20) assert.ok(await store.find(long, minutes(300 + minute)), `minute ${minute}`)
  assert.equal(await store.find(long, minutes(300 + 720)), undefined)
})

test('a closed session, a forged or a cut token finds nothing', async () => {
  const token = await signedIn(minutes(2_000))
  const session = (await store.find(token, minutes(2_000))) ?? assert.fail()
  assert.equal(await store.find(token.replace(ilmenau, erfurt), minutes(2_000)), undefined)
  for (const forged of ['', 'x', token.slice(0, -1), `${ilmenau}.`, 'a'.repeat(10_000), `${ilmenau}.' or true`])
    assert.equal(await store.find(forged, minutes(2_000)), undefined)
  assert.equal(await store.close(session, minutes(2_001)), true)
  assert.equal(await store.find(token, minutes(2_001)), undefined)
  assert.equal(await store.close(session, minutes(2_001)), false)
})

test('nobody ends the session of somebody else', async () => {
  const session = (await store.find(await signedIn(minutes(2_100)), minutes(2_100))) ?? assert.fail()
  const other = await attempt({ login: 'e.other', now: minutes(2_100), address: '203.0.113.4' })
  assert.equal(other.ok && (await endStaffSession(database, other.value.staff, session.id, 'session-closed', minutes(2_100))), false)
})

test('a member who has left loses the open session and signs in no more', async () => {
  const token = await signedIn(minutes(2_200))
  const setActive = (active: boolean) =>
    inTransaction(
      database,
      { authority: ilmenau },
      (transaction) => transaction.sql`update directory.staff set active = ${active} where authority_id = ${ilmenau}`,
    )
  await setActive(false)
  assert.equal(await store.find(token, minutes(2_200)), undefined)
  assert.equal((await attempt({ now: minutes(2_200) })).ok, false)
  await setActive(true)
})

test('with a one-time code set up, only a fresh right code opens a session, and only once', async () => {
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
  const sealed = seal(sealKey, `staff ${derivedId('staff', erfurt, 'e.other')}`, secret)
  await inTransaction(
    database,
    { authority: erfurt },
    (transaction) => transaction.sql`update directory.staff_login set totp_sealed = ${sealed} where authority_id = ${erfurt}`,
  )
  const at = minutes(3_000)
  const code = await generate({ secret, epoch: Math.floor(at.getTime() / 1_000) })
  const other = { login: 'e.other', now: at, address: '203.0.113.5' }
  assert.equal((await attempt(other)).ok, false)
  assert.equal((await attempt({ ...other, code: '000000' })).ok, false)
  assert.equal((await attempt({ ...other, code })).ok, true)
  assert.equal((await attempt({ ...other, code })).ok, false)
})

test('each sign-in and refusal is an event of the authority', async () => {
  const events = await inTransaction(
    database,
    { authority: ilmenau },
    (transaction) =>
      transaction.sql<{ event: string }>`select distinct event from directory.staff_sign_in where authority_id = ${ilmenau} order by event`,
  )
  assert.deepEqual(
    events.map(({ event }) => event),
    ['refused', 'signed-in', 'signed-out'],
  )
})

test('logins and staff are seen by nobody outside their scope', async () => {
  assert.deepEqual(await database.sql`select login from directory.staff_login`, [])
  assert.deepEqual(
    await inTransaction(
      database,
      { authority: erfurt },
      (transaction) => transaction.sql`select login from directory.staff_login where authority_id = ${ilmenau}`,
    ),
    [],
  )
  const id = derivedId<'staff'>('staff', ilmenau, 'k.brandt')
  assert.equal(await inTransaction(database, { authority: erfurt }, (transaction) => findStaff(transaction, ilmenau, id)), undefined)
  assert.ok(await inTransaction(database, { authority: ilmenau }, (transaction) => findStaff(transaction, ilmenau, id)))
  const stored = await admin.sql<{ token_hash: string }>`select token_hash from directory.staff_session limit 1`
  assert.ok(!String(stored[0]?.token_hash).includes('.'))
})
