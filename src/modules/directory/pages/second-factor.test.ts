// The second factor of staff as a browser sees it: set up, asked for, taken away; and what the database knows of it.
import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { after, test } from 'node:test'
import { generate } from 'otplib'
import { pino } from 'pino'
import { derivedId } from '#kernel/ids.ts'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { bytes, createServer, notFound, type Route } from '#web'
import { loadAssets } from '#web/assets.ts'
import { errorPage } from '#web/layout/index.ts'
import { createStaffSessionStore, directoryRoutes, loadRegionalData, resetFactor, seedStaff } from '../index.ts'

const { database, admin } = await openTestDatabase()
await loadRegionalData(database)
const password = 'richtig-und-lang'
const staff = ['k.brandt', 's.vogel', 'm.weiss', 'p.lang'] as const
await seedStaff(
  database,
  staff.map((login) => ({ authority: 'stadt-ilmenau', login, name: login, unit: 'steuern', roles: ['clerk'], password })),
)
const assets = await loadAssets()
const sheets: Route = {
  ...{ method: 'GET', path: '/assets/*', permission: 'public' },
  handler: async (visit) => {
    const asset = assets.find(visit.path)
    return asset === undefined ? notFound() : bytes(asset.body, { mediaType: asset.mediaType, inline: true })
  },
}
let now = new Date('2026-11-23T09:00:00Z')
const portal = { find: async () => undefined, open: async () => assert.fail('no portal session here') }
const server = await createServer({
  ...{ routes: [sheets, ...directoryRoutes({ database, sealKey: new Uint8Array(32).fill(5) })], assets, errorPage },
  ...{ sessions: { portal, workplace: createStaffSessionStore(database) }, csrfKey: createSecretKey(Buffer.alloc(32, 1)), secure: false },
  ...{ trustProxy: false, demo: true, formTargets: [], log: pino({ level: 'silent' }), now: () => now },
})
after(() => server.close())

const page = '/arbeit/zweiter-faktor'
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1_000))

function send(url: string, fields: Record<string, string>, cookie = '') {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', cookie }
  return server.inject({ method: 'POST', url, headers, payload: new URLSearchParams(fields).toString() })
}

async function signIn(login: string, code = '') {
  const reply = await send('/arbeit/anmelden', { login, password, code })
  const [first] = reply.cookies
  const cookie = `${first?.name}=${first?.value}`
  const show = (path = page) => server.inject({ url: path, headers: { cookie } })
  const post = async (path: string, fields: Record<string, string>) =>
    send(path, { csrf: /name="csrf" value="([^"]+)"/.exec((await show()).body)?.[1] ?? '', ...fields }, cookie)
  return { status: reply.statusCode, cookie, show, post }
}

async function setUp(login: string) {
  const desk = await signIn(login)
  assert.equal((await desk.post(page, { password })).statusCode, 303)
  const shown = (await desk.show()).body
  const secret = (/<code>([^<]+)<\/code>/.exec(shown)?.[1] ?? '').replaceAll(' ', '')
  const codeNow = () => generate({ secret, epoch: Math.floor(now.getTime() / 1_000) })
  return { ...desk, secret, codeNow }
}

test('set up with a first code, it is asked at the next sign-in and each code counts once', async () => {
  const desk = await setUp('k.brandt')
  assert.match(String((await desk.show(`${page}/code.svg`)).headers['content-type']), /image\/svg/)
  assert.equal((await signIn('k.brandt')).status, 303, 'not asked before the first code')
  assert.equal((await desk.post(`${page}/code`, { code: '000000' })).statusCode, 422)
  const first = await desk.codeNow()
  assert.equal((await desk.post(`${page}/code`, { code: first })).headers.location, `${page}?neu=an`)
  assert.match((await desk.show(`${page}?neu=an`)).body, /Der zweite Faktor ist eingeschaltet/)
  assert.equal((await desk.show(`${page}/code.svg`)).statusCode, 404, 'the secret is shown no more')
  assert.equal((await signIn('k.brandt')).status, 422)
  assert.equal((await signIn('k.brandt', first)).status, 422, 'the first code is used')
  later(60)
  assert.equal((await signIn('k.brandt', await desk.codeNow())).status, 303)
})

test('the database holds the secret sealed, and for this member alone', async () => {
  const desk = await setUp('s.vogel')
  await desk.post(`${page}/code`, { code: await desk.codeNow() })
  const [row] = await admin.sql<{ sealed: string; row: string }>`
    select totp_sealed as sealed, staff_login::text as row from directory.staff_login where login = 's.vogel'`
  assert.ok(row !== undefined && !row.row.includes(desk.secret))
  await admin.sql`update directory.staff_login set totp_sealed = ${row.sealed} where login = 'p.lang'`
  assert.equal((await signIn('p.lang', await desk.codeNow())).status, 500, 'moved to another row it does not open')
  await admin.sql`update directory.staff_login set totp_sealed = null where login = 'p.lang'`
})

test('setting up and switching off ask for the password; guessing is limited', async () => {
  const desk = await signIn('m.weiss')
  assert.equal((await desk.post(page, { password: 'falsch' })).statusCode, 422)
  assert.equal((await admin.sql`select 1 from directory.staff_login where login = 'm.weiss' and totp_waiting is not null`).length, 0)
  for (let tries = 0; tries < 5; tries += 1) await desk.post(page, { password: 'falsch' })
  assert.equal((await desk.post(page, { password })).statusCode, 429)
  later(16 * 60)
  const again = await setUp('m.weiss')
  await again.post(`${page}/code`, { code: await again.codeNow() })
  later(60)
  assert.equal((await again.post(`${page}/entfernen`, { password, code: '000000' })).statusCode, 422)
  assert.equal((await again.post(`${page}/entfernen`, { password: 'falsch', code: await again.codeNow() })).statusCode, 422)
  assert.equal((await again.post(`${page}/entfernen`, { password, code: await again.codeNow() })).headers.location, `${page}?neu=aus`)
  assert.equal((await signIn('m.weiss')).status, 303)
  const events = await admin.sql<{ event: string }>`
    select event from directory.staff_sign_in where event like 'second-factor%' and staff_id = ${derivedId('staff', derivedId('authority', 'stadt-ilmenau'), 'm.weiss')} order by happened_at`
  assert.deepEqual(
    events.map(({ event }) => event),
    ['second-factor-on', 'second-factor-off'],
  )
})

test('the operator takes away the factor of a lost phone, once', async () => {
  const authority = derivedId<'authority'>('authority', 'stadt-ilmenau')
  assert.equal(await resetFactor(database, authority, 'S.Vogel', now), true)
  assert.equal(await resetFactor(database, authority, 's.vogel', now), false)
  assert.equal((await signIn('s.vogel')).status, 303)
})

test('the page has no barriers in any state, at 320 and 1280 pixels', async () => {
  const baseURL = await server.listen({ port: 0, host: '127.0.0.1' })
  const desk = await signIn('p.lang')
  const browser = await launchBrowser()
  const look = async (name: string) => {
    for (const width of widths) {
      const context = await openContext(browser, { baseURL, javaScript: true, width })
      const [cookieName = '', ...value] = desk.cookie.split('=')
      await context.addCookies([{ name: cookieName, value: value.join('='), url: baseURL }])
      const shown = await context.newPage()
      await shown.goto(page)
      assert.deepEqual(await findBarriers(shown), [], `${name} ${width}`)
      assert.equal(await scrollsSideways(shown), false, `${name} ${width}`)
      await takePicture(shown, `second-factor-${name}-${width}`)
      await context.close()
    }
  }
  try {
    await look('none')
    await desk.post(page, { password })
    await look('waiting')
    const secret = (/<code>([^<]+)<\/code>/.exec((await desk.show()).body)?.[1] ?? '').replaceAll(' ', '')
    await desk.post(`${page}/code`, { code: await generate({ secret, epoch: Math.floor(now.getTime() / 1_000) }) })
    await look('on')
  } finally {
    await browser.close()
  }
})
