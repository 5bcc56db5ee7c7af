// Signing in end to end: levels and step-up, return paths, fixation, replay, limits, ends of sessions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { type SeedPerson, seededOwner } from './actions/seed-persons.ts'
import { linkTo, TestBrowser, type TestPage } from './testing/browser.ts'
import { openTestPortal, seedPerson } from './testing/portal.ts'

const portal = await openTestPortal()
const { baseUrl } = portal

type Seeded = SeedPerson & { code(step?: number): string }

/** To the page that asks for the password, on the way to `path`. */
async function toPassword(browser: TestBrowser, path: string): Promise<TestPage> {
  const ways = await browser.get(baseUrl + path)
  return browser.submit(ways, '/anmelden', { means: 'passwort' })
}

async function signIn(browser: TestBrowser, person: Seeded, path: string, step = 0): Promise<TestPage> {
  const asked = await browser.submit(await toPassword(browser, path), '/passwort', { name: person.email, password: person.password })
  return browser.submit(asked, '/code', { code: person.code(step) })
}

async function showCard(browser: TestBrowser, path: string, fields: Record<string, string>): Promise<TestPage> {
  const step = await browser.submit(await browser.get(baseUrl + path), '/anmelden', { means: 'ausweis' })
  const reader = await browser.get(linkTo(step, 'Zum Ausweisdienst'))
  return browser.submit(reader, '/release', { pin: '123456', step: 'release', behaviour: 'normal', ...fields })
}

test('a person signs in by password and code and is back on exactly the page asked for', async () => {
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  const page = await signIn(browser, person, '/probe/substanziell?frage=ä&x=1')
  assert.equal(page.status, 200)
  assert.equal(new URL(page.url).pathname + new URL(page.url).search, '/probe/substanziell?frage=%C3%A4&x=1')
  assert.match(page.text, /Muster/)
  assert.ok(page.hops.length <= 4, `redirects after the code: ${page.hops.join(' ')}`)
})

test('the token of the browser changes at sign-in and the old one is dead', async () => {
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  await toPassword(browser, '/probe/substanziell')
  const planted = browser.cookie('rennsteig-portal')
  assert.ok(planted)
  await signIn(browser, person, '/probe/substanziell')
  assert.notEqual(browser.cookie('rennsteig-portal'), planted)
  assert.equal(await portal.accounts.sessions.find(planted, portal.now()), undefined)
  const before = browser.cookie('rennsteig-portal') ?? ''
  await showCard(browser, '/probe/hoch', { card: 'lukasz' })
  assert.notEqual(browser.cookie('rennsteig-portal'), before, 'and again at step-up')
  assert.equal(await portal.accounts.sessions.find(before, portal.now()), undefined)
  const [left] = await portal.admin.sql<{
    sessions: number
  }>`select count(*)::int as sessions from accounts.session where owner_id = ${seededOwner(person.email)}`
  assert.equal(left?.sessions, 1)
})

test('what a visitor began goes over to the account by an event', async () => {
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  await signIn(browser, person, '/probe/niedrig')
  const jobs = await portal.runJobs()
  const taken = jobs.filter(
    ({ name, data }) => name === 'accounts.owner-taken-over' && 'account' in data && data.account === seededOwner(person.email),
  )
  assert.equal(taken.length, 1)
})

test('high asks a person of level substantial for the card, keeps the session, and decays after 15 minutes', async () => {
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  await signIn(browser, person, '/probe/substanziell')
  const ways = await browser.get(`${baseUrl}/probe/hoch`)
  assert.match(ways.text, /Sie sind angemeldet als/)
  assert.doesNotMatch(ways.text, /value="passwort"/)
  const high = await showCard(browser, '/probe/hoch', { card: 'erika' })
  assert.equal(new URL(high.url).pathname, '/probe/hoch')
  assert.match(high.text, /Erika Mustermann/, 'the name of the card beats the typed one')
  portal.clock.offsetMs += 16 * 60_000
  assert.equal(new URL((await browser.get(`${baseUrl}/probe/substanziell`)).url).pathname, '/probe/substanziell')
  assert.equal(new URL((await browser.get(`${baseUrl}/probe/hoch`)).url).pathname, '/anmelden')
  portal.clock.offsetMs = 0
})

test('a card of somebody else is refused to a signed-in person', async () => {
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  await signIn(browser, person, '/probe/substanziell')
  assert.match((await showCard(browser, '/probe/hoch', { card: 'erika' })).text, /gehört zu einem anderen Konto/)
})

test('an unknown card opens an account after the person agrees, also with one name or a year of birth only', async () => {
  for (const [card, name] of [
    ['suharto', 'Wulandari'],
    ['yusuf', 'Yusuf Abdi Warsame'],
  ] as const) {
    const browser = new TestBrowser()
    const asked = await showCard(browser, '/probe/hoch', { card })
    assert.match(asked.text, new RegExp(`Konto für ${name}`))
    const high = await browser.submit(asked, '/ausweis/neu')
    assert.match(high.text, new RegExp(name))
    const again = await showCard(new TestBrowser(), '/probe/hoch', { card })
    assert.equal(new URL(again.url).pathname, '/probe/hoch', 'the second time the card is known')
  }
})

test('a card service that misbehaves never signs anybody in, and says so', async () => {
  const expectations = {
    'wrong-nonce': /nicht echt/,
    'foreign-key': /nicht echt/,
    expired: /zu lange/,
    'expired-answer': /zu lange/,
    slow: /antwortet nicht/,
  }
  for (const [behaviour, text] of Object.entries(expectations)) {
    const page = await showCard(new TestBrowser(), '/probe/hoch', { card: 'amina', behaviour })
    assert.match(page.text, text, behaviour)
    assert.match(page.url, /\/anmelden\/schritt\//)
  }
  assert.match((await showCard(new TestBrowser(), '/probe/hoch', { card: 'amina', step: 'cancel' })).text, /abgebrochen/)
})

test('the answer of the card counts once and only in the browser that asked', async () => {
  const browser = new TestBrowser()
  const step = await browser.submit(await browser.get(`${baseUrl}/probe/hoch`), '/anmelden', { means: 'ausweis' })
  const reader = await browser.get(linkTo(step, 'Zum Ausweisdienst'))
  const fields = Object.fromEntries(
    [...reader.text.matchAll(/name="(state|nonce|returnTo|purpose)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const released = await fetch(`${portal.cardUrl}/release`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...fields, card: 'amina', pin: '123456' }),
  })
  const answer = released.headers.get('location') ?? ''
  assert.match((await new TestBrowser().get(answer)).text, /nicht mehr offen/, 'another browser')
  assert.match((await browser.get(answer)).text, /Amina/)
  assert.match((await browser.get(answer)).text, /schon benutzt/, 'again')
})

test('a code of the app is refused the second time, and recovery codes work once', async () => {
  const person = await seedPerson(portal)
  const browser = new TestBrowser()
  await signIn(browser, person, '/probe/substanziell')
  const renewed = await browser.post(`${baseUrl}/konto/wiederherstellung`, hiddenOf(await browser.get(`${baseUrl}/konto`)), baseUrl)
  const codes = [...renewed.text.matchAll(/<code>([^<]*)<\/code>/g)].map(([, code = '']) => code)
  assert.equal(codes.length, 10)
  const second = new TestBrowser()
  assert.match((await signIn(second, person, '/probe/substanziell')).text, /schon benutzt/)
  const ask = async (code: string) => {
    const other = new TestBrowser()
    const asked = await other.submit(await toPassword(other, '/probe/substanziell'), '/passwort', {
      name: person.email,
      password: person.password,
    })
    return other.submit(asked, '/code', { code })
  }
  assert.equal(new URL((await ask(codes[0] ?? '')).url).pathname, '/probe/substanziell')
  assert.match((await ask(codes[0] ?? '')).text, /schon benutzt/)
})

test('unknown names and wrong passwords get the same answer in similar time', async () => {
  const person = await seedPerson(portal)
  const ask = async (name: string) => {
    const browser = new TestBrowser({ 'user-agent': 'x', 'x-forwarded-for': `198.51.100.${Math.floor(Math.random() * 250)}` })
    const form = await toPassword(browser, '/probe/substanziell')
    const start = performance.now()
    const page = await browser.submit(form, '/passwort', { name, password: 'falsch-falsch-falsch' })
    return {
      ms: performance.now() - start,
      status: page.status,
      text: page.text.replaceAll(/value="[^"]*"|action="[^"]*"|href="[^"]*"/g, ''),
    }
  }
  const [known, unknown] = [await ask(person.email), await ask(`${newId()}@demo.example`)]
  assert.equal(known.status, unknown.status)
  assert.equal(known.text, unknown.text)
  // The least of some: whatever else runs on the machine only makes one longer.
  const least = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 4; round++) {
    least.known = Math.min(least.known, (await ask(person.email)).ms)
    least.unknown = Math.min(least.unknown, (await ask(`${newId()}@demo.example`)).ms)
  }
  const ratio = least.known / least.unknown
  assert.ok(ratio > 0.33 && ratio < 3, `known ÷ unknown = ${ratio}`)
})

test('after five failures a name rests, for those who exist and those who do not', async () => {
  const person = await seedPerson(portal)
  for (const name of [person.email, `${newId()}@demo.example`]) {
    const browser = new TestBrowser({ 'user-agent': 'x', 'x-forwarded-for': '192.0.2.7' })
    let page = await toPassword(browser, '/probe/substanziell')
    for (let round = 0; round < 5; round++) page = await browser.submit(page, '/passwort', { name, password: 'falsch' })
    assert.equal(page.status, 400)
    page = await browser.submit(page, '/passwort', { name, password: 'rennsteig-demo' })
    assert.equal(page.status, 429)
  }
})

test('a network that fails too often rests as a whole', async () => {
  const browser = new TestBrowser({ 'user-agent': 'x', 'x-forwarded-for': '192.0.2.99' })
  let page = await toPassword(browser, '/probe/substanziell')
  for (let round = 0; round < 50; round++)
    page = await browser.submit(page, '/passwort', { name: `${round}@demo.example`, password: 'falsch' })
  assert.equal(page.status, 400)
  assert.equal((await browser.submit(page, '/passwort', { name: 'neu@demo.example', password: 'falsch' })).status, 429)
})

test('signing out everywhere ends each session at the portal and at the provider', async () => {
  const person = await seedPerson(portal)
  const [one, other] = [new TestBrowser(), new TestBrowser()]
  await signIn(one, person, '/probe/substanziell')
  await signIn(other, person, '/probe/substanziell', 1)
  const list = await one.get(`${baseUrl}/konto/sitzungen`)
  assert.equal(list.text.match(/name="session"/g)?.length, 2)
  await one.submit(list, '/konto/ueberall-abmelden')
  for (const browser of [one, other]) {
    assert.match((await browser.get(`${baseUrl}/probe/niedrig`)).url, /\/anmelden\?/)
    const form = await toPassword(browser, '/probe/substanziell')
    assert.match(form.url, /\/passwort$/, 'the provider asks again')
  }
})

test('signing out ends the provider session too, and another session of the person stays', async () => {
  const person = await seedPerson(portal)
  const [one, other] = [new TestBrowser(), new TestBrowser()]
  await signIn(one, person, '/probe/substanziell')
  await signIn(other, person, '/probe/substanziell', 1)
  const page = await one.get(`${baseUrl}/konto`)
  assert.match((await one.submit(page, '/abmelden')).url, /\/abgemeldet$/)
  assert.match((await toPassword(one, '/probe/niedrig')).url, /\/passwort$/)
  assert.equal(new URL((await other.get(`${baseUrl}/probe/substanziell`)).url).pathname, '/probe/substanziell')
})

test('one session is ended from another, and nobody ends a stranger’s', async () => {
  const [person, stranger] = [await seedPerson(portal), await seedPerson(portal)]
  const [one, other, third] = [new TestBrowser(), new TestBrowser(), new TestBrowser()]
  await signIn(one, person, '/probe/substanziell')
  await signIn(other, person, '/probe/substanziell', 1)
  await signIn(third, stranger, '/probe/substanziell')
  const list = await one.get(`${baseUrl}/konto/sitzungen`)
  const [session = ''] = [...list.text.matchAll(/name="session" value="([^"]*)"/g)].map(([, id = '']) => id)
  const foreign = await third.get(`${baseUrl}/konto/sitzungen`)
  await third.submit(foreign, '/konto/sitzungen/beenden', { session })
  assert.equal(new URL((await other.get(`${baseUrl}/probe/niedrig`)).url).pathname, '/probe/niedrig')
  await one.submit(list, '/konto/sitzungen/beenden', { session })
  assert.match((await other.get(`${baseUrl}/probe/niedrig`)).url, /\/anmelden\?/, 'the last used one was ended')
})

test('a session ends after 30 idle minutes and after 12 hours in any case', async () => {
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  await signIn(browser, person, '/probe/niedrig')
  for (let round = 0; round < 24; round++) {
    portal.clock.offsetMs += 29 * 60_000
    assert.equal(new URL((await browser.get(`${baseUrl}/probe/niedrig`)).url).pathname, '/probe/niedrig', `round ${round}`)
  }
  portal.clock.offsetMs += 29 * 60_000
  assert.match((await browser.get(`${baseUrl}/probe/niedrig`)).url, /\/anmelden\?/)
  portal.clock.offsetMs = 0
  const [idle, again] = [new TestBrowser(), await seedPerson(portal)]
  await signIn(idle, again, '/probe/niedrig')
  portal.clock.offsetMs += 31 * 60_000
  assert.match((await idle.get(`${baseUrl}/probe/niedrig`)).url, /\/anmelden\?/)
  assert.match((await toPassword(idle, '/probe/niedrig')).url, /\/passwort$/, 'and the provider asks again')
  portal.clock.offsetMs = 0
})

test('nobody is sent to another site after signing in', async () => {
  for (const target of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/%09/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
  ]) {
    const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
    const page = await signIn(browser, person, `/anmelden?stufe=substantial&weiter=${encodeURIComponent(target)}`)
    assert.equal(new URL(page.url).host, new URL(baseUrl).host, target)
  }
})

test('a form of another site changes nothing', async () => {
  const [browser, person] = [new TestBrowser(), await seedPerson(portal)]
  await signIn(browser, person, '/probe/niedrig')
  const foreign = await browser.post(`${baseUrl}/konto/ueberall-abmelden`, {}, 'https://evil.example')
  assert.equal(foreign.status, 403)
  assert.equal((await browser.post(`${baseUrl}/konto/ueberall-abmelden`, { csrf: 'x' }, baseUrl)).status, 403)
  assert.equal(new URL((await browser.get(`${baseUrl}/probe/niedrig`)).url).pathname, '/probe/niedrig')
})

test('giving up leads back to the choice of ways, and nothing is signed in', async () => {
  const browser = new TestBrowser()
  const page = await browser.submit(await toPassword(browser, '/probe/substanziell'), '/abbrechen')
  assert.equal(new URL(page.url).pathname, '/anmelden')
  assert.match((await browser.get(`${baseUrl}/probe/offen`)).text, /visitor/)
})

function hiddenOf(page: TestPage): Record<string, string> {
  return { csrf: /name="csrf" value="([^"]*)"/.exec(page.text)?.[1] ?? '' }
}
