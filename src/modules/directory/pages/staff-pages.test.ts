// Tests of the sign-in pages as a browser sees them: replies to requests, on the real database.

import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { after, test } from 'node:test'
import { pino } from 'pino'
import { openTestDatabase } from '#test/harness/database.ts'
import { createServer } from '#web'
import { loadAssets } from '#web/assets.ts'
import { html } from '#web/html.ts'
import { createStaffSessionStore, directoryRoutes, loadRegionalData, seedStaff } from '../index.ts'

const { database } = await openTestDatabase()
await loadRegionalData(database)
await seedStaff(database, [
  { authority: 'stadt-ilmenau', login: 'k.brandt', name: 'Kim Brandt', unit: 'steuern', roles: ['clerk'], password: 'richtig-und-lang' },
])
const portal = { find: async () => undefined, open: async () => assert.fail('no portal session here') }
const server = await createServer({
  routes: directoryRoutes({ database, sealKey: new Uint8Array(32) }),
  sessions: { portal, workplace: createStaffSessionStore(database) },
  assets: await loadAssets(),
  errorPage: (_frame, refusal) => html`${refusal}`,
  csrfKey: createSecretKey(Buffer.alloc(32, 1)),
  secure: false,
  trustProxy: false,
  demo: true,
  formTargets: [],
  log: pino({ level: 'silent' }),
  now: () => new Date(),
})
after(() => server.close())

function post(url: string, fields: Record<string, string>, cookie = '') {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', cookie }
  return server.inject({ method: 'POST', url, headers, payload: new URLSearchParams(fields).toString() })
}

async function signIn(next = ''): Promise<{ cookie: string; location: string }> {
  const reply = await post('/arbeit/anmelden', { login: 'k.brandt', password: 'richtig-und-lang', weiter: next })
  assert.equal(reply.statusCode, 303)
  const [first] = reply.cookies
  return { cookie: `${first?.name}=${first?.value}`, location: String(reply.headers.location) }
}

test('the sign-in page has labelled fields and says how long a session lasts', async () => {
  const reply = await server.inject('/arbeit/anmelden')
  assert.equal(reply.statusCode, 200)
  assert.match(reply.body, /<label[^>]*for="f-login"/)
  assert.match(reply.body, /30 Minuten/)
  assert.match((await server.inject('/en/arbeit/anmelden')).body, /Sign in to the workplace/)
})

test('a wrong password shows the error on top, keeps the login and never the password', async () => {
  const reply = await post('/arbeit/anmelden', { login: 'k.brandt"><script>', password: 'geheim-falsch' })
  assert.equal(reply.statusCode, 422)
  assert.match(reply.body, /<title>Fehler/)
  assert.ok(
    !reply.body.includes('geheim-falsch') && !reply.body.includes('<script>"') && reply.body.includes('k.brandt&quot;&gt;&lt;script&gt;'),
  )
})

test('after signing in the browser goes on where it wanted, inside the workplace only', async () => {
  assert.equal((await signIn('/arbeit/suche?q=1')).location, '/arbeit/suche?q=1')
  for (const next of ['https://evil.example/', '//evil.example', '/postfach', '/arbeit/../postfach\\', '/arbeitsamt'])
    assert.equal((await signIn(next)).location, '/arbeit')
})

test('the session list shows this sign-in, and signing out ends it', async () => {
  const { cookie } = await signIn()
  const list = await server.inject({ url: '/arbeit/anmeldungen', headers: { cookie } })
  assert.match(list.body, /diese Anmeldung/)
  const csrf = /name="csrf" value="([^"]+)"/.exec(list.body)?.[1] ?? ''
  assert.equal((await post('/arbeit/abmelden', { csrf: 'wrong' }, cookie)).statusCode, 403)
  const out = await post('/arbeit/abmelden', { csrf }, cookie)
  assert.equal(out.headers.location, '/arbeit/anmelden?abgemeldet=1')
  assert.equal((await server.inject({ url: '/arbeit/anmeldungen', headers: { cookie } })).statusCode, 303)
})

test('a sign-in form sent from another site is refused', async () => {
  const reply = await server.inject({
    method: 'POST',
    url: '/arbeit/anmelden',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    payload: 'login=k.brandt&password=richtig-und-lang',
  })
  assert.equal(reply.statusCode, 403)
})
