// The provider as a service of an authority sees it: pairwise subjects, levels, PKCE, replay, redirects, logout.
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, test } from 'node:test'
import * as client from 'openid-client'
import { newId } from '#kernel/ids.ts'
import { seededOwner } from '../actions/seed-persons.ts'
import { linkTo, TestBrowser, type TestPage } from '../testing/browser.ts'
import { openTestPortal, seedPerson } from '../testing/portal.ts'
import { readSignedClaims } from './jws.ts'
import { publicHalf } from './keys.ts'

const portal = await openTestPortal()
const { baseUrl } = portal
const issuer = `${baseUrl}/oidc`

interface Service {
  readonly clientId: string
  readonly sector: string
  readonly secret: string
  readonly callback: string
  readonly logouts: string[]
}

async function registerService(sector: string): Promise<Service> {
  const logouts: string[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => void (body += part.toString()))
    request.on('end', () => {
      if (request.method === 'POST') logouts.push(new URLSearchParams(body).get('logout_token') ?? '')
      response.writeHead(200).end('service')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const service = { clientId: `client-${newId()}`, sector, secret: newId(), callback: `http://localhost:${port}/callback`, logouts }
  await portal.admin.sql`
    insert into accounts.oidc_client (client_id, sector, name, redirect_uris, post_logout_redirect_uris, backchannel_logout_uri, token_endpoint_auth_method, client_secret)
    values (${service.clientId}, ${sector}, 'Fachdienst', ${[service.callback]}, ${[`http://localhost:${port}/`]}, ${`http://localhost:${port}/logout`}, 'client_secret_basic', ${service.secret})`
  return service
}

async function configurationOf(service: Service): Promise<client.Configuration> {
  return client.discovery(new URL(issuer), service.clientId, undefined, client.ClientSecretBasic(service.secret), {
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  })
}

async function ask(configuration: client.Configuration, service: Service, parameters: Record<string, string> = {}) {
  const verifier = client.randomPKCECodeVerifier()
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: service.callback,
    scope: 'openid',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...parameters,
  })
  return { url: url.href, verifier }
}

type Seeded = Awaited<ReturnType<typeof seedPerson>>

/** From the page of ways to the service's callback; the page in between is our own. */
async function byPassword(browser: TestBrowser, ways: TestPage, person: Seeded, step = 0): Promise<TestPage> {
  const form = await browser.get(linkTo(ways, 'Mit Passwort und App'))
  const asked = await browser.submit(form, '/passwort', { name: person.email, password: person.password })
  const done = await browser.submit(asked, '/code', { code: person.code(step) })
  return browser.get(linkTo(done, 'Weiter'))
}

async function byCard(browser: TestBrowser, ways: TestPage, card: string): Promise<TestPage> {
  const step = await browser.get(linkTo(ways, 'Mit Online-Ausweis'))
  const done = await browser.submit(await browser.get(linkTo(step, 'Zum Ausweisdienst')), '/release', {
    card,
    pin: '123456',
    step: 'release',
    behaviour: 'normal',
  })
  return browser.get(linkTo(done, 'Weiter'))
}

test('two authorities know the same person by different names, two services of one authority by the same', async () => {
  const [first, second] = [newId<'authority'>(), newId<'authority'>()]
  const services = [await registerService(first), await registerService(first), await registerService(second)]
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  const subjects: string[] = []
  for (const [index, service] of services.entries()) {
    const configuration = await configurationOf(service)
    const { url, verifier } = await ask(configuration, service, { acr_values: 'urn:rennsteig:loa:substantial' })
    let page = await browser.get(url)
    if (index === 0) page = await byPassword(browser, page, person)
    const tokens = await client.authorizationCodeGrant(configuration, new URL(page.url), {
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    subjects.push(claims?.sub ?? '')
    assert.equal(claims?.['acr'], 'urn:rennsteig:loa:substantial')
    assert.deepEqual(claims?.['amr'], ['pwd', 'otp', 'mfa'])
    assert.equal(typeof claims?.['auth_time'], 'number')
    assert.doesNotMatch(JSON.stringify(claims), new RegExp(`${seededOwner(person.email)}|Muster`), 'nothing else about the person')
  }
  assert.equal(subjects[0], subjects[1])
  assert.notEqual(subjects[0], subjects[2])
  assert.equal(subjects[2], await portal.accounts.subjectFor(seededOwner(person.email), second))
  assert.notEqual(
    await portal.accounts.subjectFor(seededOwner(person.email), first),
    await portal.accounts.subjectFor(seededOwner((await seedPerson(portal)).email), first),
  )
})

test('a service that needs high sends a person of level substantial to the card; a later request for substantial asks nothing', async () => {
  const service = await registerService(newId())
  const configuration = await configurationOf(service)
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  const first = await ask(configuration, service, { acr_values: 'urn:rennsteig:loa:substantial' })
  await byPassword(browser, await browser.get(first.url), person)
  const second = await ask(configuration, service, { acr_values: 'http://eidas.europa.eu/LoA/high' })
  const ways = await browser.get(second.url)
  assert.match(ways.url, /\/anmelden\/schritt\//)
  const page = await byCard(browser, ways, 'amina')
  const tokens = await client.authorizationCodeGrant(configuration, new URL(page.url), {
    pkceCodeVerifier: second.verifier,
    idTokenExpected: true,
  })
  assert.equal(tokens.claims()?.['acr'], 'urn:rennsteig:loa:high')
  const third = await ask(configuration, service, { acr_values: 'urn:rennsteig:loa:substantial' })
  assert.match((await browser.get(third.url)).url, /\/callback\?code=/)
  portal.clock.offsetMs += 16 * 60_000
  const fourth = await ask(configuration, service, { acr_values: 'urn:rennsteig:loa:high' })
  assert.match((await browser.get(fourth.url)).url, /\/anmelden\/schritt\//, 'high has decayed')
  const fifth = await ask(configuration, service)
  const decayed = await client.authorizationCodeGrant(configuration, new URL((await browser.get(fifth.url)).url), {
    pkceCodeVerifier: fifth.verifier,
    idTokenExpected: true,
  })
  assert.equal(decayed.claims()?.['acr'], 'urn:rennsteig:loa:substantial', 'and is not asserted any more')
  portal.clock.offsetMs = 0
})

test('max_age asks again; prompt=none answers login_required', async () => {
  const service = await registerService(newId())
  const configuration = await configurationOf(service)
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  const silent = await ask(configuration, service, { prompt: 'none' })
  assert.match((await browser.get(silent.url)).url, /error=login_required/)
  await byPassword(browser, await browser.get((await ask(configuration, service)).url), person)
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  assert.match((await browser.get((await ask(configuration, service, { max_age: '1' })).url)).url, /\/anmelden\/schritt\//)
  assert.match((await browser.get((await ask(configuration, service, { max_age: '600' })).url)).url, /\/callback\?code=/)
})

test('a code counts once, and its second use ends the first token', async () => {
  const service = await registerService(newId())
  const configuration = await configurationOf(service)
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  const { url, verifier } = await ask(configuration, service)
  const page = await byPassword(browser, await browser.get(url), person)
  await client.authorizationCodeGrant(configuration, new URL(page.url), { pkceCodeVerifier: verifier, idTokenExpected: true })
  await assert.rejects(
    client.authorizationCodeGrant(configuration, new URL(page.url), { pkceCodeVerifier: verifier, idTokenExpected: true }),
    /invalid_grant|grant request is invalid|error/i,
  )
  const [row] = await portal.admin.sql<{
    tokens: number
  }>`select count(*)::int as tokens from accounts.oidc_record where kind = 'AccessToken' and payload ->> 'clientId' = ${service.clientId}`
  assert.equal(row?.tokens, 0)
})

test('without PKCE, with a wrong verifier, with a foreign redirect or an unknown client there is no code', async () => {
  const service = await registerService(newId())
  const configuration = await configurationOf(service)
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  const bare = new URLSearchParams({ client_id: service.clientId, response_type: 'code', scope: 'openid', redirect_uri: service.callback })
  assert.match((await browser.get(`${issuer}/auth?${bare}`)).url, /error=invalid_request/)
  const { url, verifier } = await ask(configuration, service, { redirect_uri: 'https://evil.example/callback' })
  assert.equal((await browser.get(url)).status, 400)
  const unknown = new URL(url)
  unknown.searchParams.set('client_id', 'nobody')
  assert.equal((await browser.get(unknown.href)).status, 400)
  const right = await ask(configuration, service)
  const page = await byPassword(browser, await browser.get(right.url), person)
  await assert.rejects(
    client.authorizationCodeGrant(configuration, new URL(page.url), { pkceCodeVerifier: verifier, idTokenExpected: true }),
  )
})

test('signing out everywhere tells the authority’s service by a signed token, with retry if it does not answer', async () => {
  const service = await registerService(newId())
  const configuration = await configurationOf(service)
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  const { url, verifier } = await ask(configuration, service, { acr_values: 'urn:rennsteig:loa:substantial' })
  const page = await byPassword(browser, await browser.get(url), person)
  const tokens = await client.authorizationCodeGrant(configuration, new URL(page.url), {
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const ways = await browser.get(`${baseUrl}/konto`)
  const account = await browser.submit(ways, '/anmelden', { means: 'passwort' })
  assert.equal(new URL(account.url).pathname, '/konto', 'the provider knew the person already')
  await browser.submit(await browser.get(`${baseUrl}/konto/sitzungen`), '/konto/ueberall-abmelden')
  await portal.runJobs()
  const claims = readSignedClaims(service.logouts[0] ?? '', portal.dependencies.keys.signing.map(publicHalf))
  assert.equal(claims?.['sub'], tokens.claims()?.sub)
  assert.equal(claims?.['sid'], tokens.claims()?.['sid'])
  assert.equal(service.logouts.length, 1)
})

test('a logout that a service starts ends the portal’s session, after the person agreed', async () => {
  const service = await registerService(newId())
  const configuration = await configurationOf(service)
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  const { url, verifier } = await ask(configuration, service)
  const page = await byPassword(browser, await browser.get(url), person)
  const tokens = await client.authorizationCodeGrant(configuration, new URL(page.url), {
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  await browser.submit(await browser.get(`${baseUrl}/konto`), '/anmelden', { means: 'passwort' })
  assert.equal((await browser.get(`${baseUrl}/konto`)).status, 200)
  const end = client.buildEndSessionUrl(configuration, {
    post_logout_redirect_uri: new URL('/', service.callback).href,
    id_token_hint: tokens.id_token ?? '',
  })
  const question = await browser.get(end.href)
  assert.match(question.text, /Möchten Sie sich abmelden/)
  assert.equal(new URL((await browser.get(`${baseUrl}/konto`)).url).pathname, '/konto', 'asking ends nothing')
  const left = await browser.submit(question, '/session/end/confirm', {
    xsrf: /name="xsrf" value="([^"]*)"/.exec(question.text)?.[1] ?? '',
    logout: 'yes',
  })
  assert.equal(left.url, new URL('/', service.callback).href)
  assert.match((await browser.get(`${baseUrl}/konto`)).url, /\/anmelden\?/)
})

test('a logout token that is forged, for another client, or an id token is refused', async () => {
  const send = (token: string) =>
    fetch(`${baseUrl}/anmelden/hintergrund-abmeldung`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) })
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const kid = portal.dependencies.keys.signing[0]?.['kid']
  for (const token of [
    '',
    'a.b.c',
    `${encode({ alg: 'none', kid })}.${encode({ iss: issuer, aud: 'portal' })}.`,
    `${encode({ alg: 'RS256', kid })}.${encode({ iss: issuer, aud: 'portal' })}.AAAA`,
  ]) {
    assert.equal((await send(token)).status, 400, token)
  }
})

test('every client of the provider gets a page, not a stack, when it errs', async () => {
  const page = await new TestBrowser().get(`${issuer}/auth`)
  assert.equal(page.status, 400)
  assert.match(page.text, /<h1>/)
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.equal((await new TestBrowser().get(`${issuer}/nothing`)).status, 404)
})
