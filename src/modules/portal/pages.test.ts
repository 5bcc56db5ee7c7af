// Tests of the portal's pages: what they say, that they are the same for all, and how many queries they need.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { statements } from '#database'
import { openTestPortal } from './testing/portal.ts'

const { server, openServer } = await openTestPortal()
after(() => server.close())

async function get(path: string, headers: Record<string, string> = {}) {
  const before = statements.count
  const response = await server.inject({ method: 'GET', url: path, headers })
  return { status: response.statusCode, body: response.body, headers: response.headers, queries: statements.count - before }
}

const paths = [
  '/',
  '/suche?was=Hund+anmelden&wo=98693+Ilmenau',
  '/suche?was=Hundesteur&wo=Ilmenua',
  '/suche?was=xqzwv&wo=Nirgendwo',
  '/suche?was=Perso&ort=160510000000',
  '/leistung/hundesteuer-anmeldung?ort=160700029029',
  '/leistung/blaue-karte-eu?wo=Ilmenau',
  '/leistung/wohngeld',
  '/stelle/stadt-ilmenau',
  '/stelle/thueringer-landesverwaltungsamt',
  '/schreiben/stadt-ilmenau',
  '/stellen',
  '/stellen?suche=Ilm',
  '/lebenslagen',
  '/lebenslage/umzug?ort=160700029029',
  '/barrierefreiheit',
  '/datenschutz',
  '/impressum',
  '/mein',
]

describe('every page', () => {
  for (const prefix of ['', '/en', '/einfach']) {
    for (const path of paths) {
      test(`${prefix}${path} answers in at most six queries without a cookie`, async () => {
        const { status, body, headers, queries } = await get(`${prefix}${path}`)
        assert.equal(status, 200)
        assert.ok(queries <= 6, `${queries} queries`)
        assert.equal(headers['set-cookie'], undefined)
        assert.equal((body.match(/<h1/g) ?? []).length, 1)
        assert.ok(!body.includes('undefined') && !body.includes('[object'), path)
        assert.match(body, prefix === '/en' ? /<html lang="en"/ : /<html lang="de"/)
      })
    }
  }

  test('public pages may be kept a minute and are answered 304 to who has them; the own area may not', async () => {
    const first = await get('/leistung/wohngeld')
    assert.equal(first.headers['cache-control'], 'public, max-age=60')
    assert.equal((await get('/leistung/wohngeld', { 'if-none-match': String(first.headers.etag) })).status, 304)
    assert.doesNotMatch(String((await get('/mein')).headers['cache-control']), /public/)
  })

  test('what does not exist is not found', async () => {
    for (const path of ['/leistung/nichts', '/stelle/nichts', '/schreiben/nichts', '/lebenslage/nichts'])
      assert.equal((await get(path)).status, 404, path)
  })

  test('words of a visitor are never markup', async () => {
    const { body } = await get(`/suche?was=${encodeURIComponent('<script>alert(1)</script>')}&wo=${encodeURIComponent('"><img src=x>')}`)
    assert.ok(!body.includes('<script>alert') && !body.includes('<img src=x'))
  })
})

describe('the legal pages', () => {
  test('name who runs this installation, and where data protection is asked about', async () => {
    for (const prefix of ['', '/en', '/einfach']) {
      const imprint = (await get(`${prefix}/impressum`)).body
      assert.match(imprint, /Landkreis Muster<br>Musterweg 1<br>98693 Ilmenau<br>03677 1<br><a [^>]*mailto:betrieb@muster.example/)
      const privacy = (await get(`${prefix}/datenschutz`)).body
      assert.match(privacy, /Landkreis Muster[\s\S]*mailto:datenschutz@muster.example/)
    }
  })

  test('say that it is a demonstration only where it is one', async () => {
    assert.ok((await get('/impressum')).body.includes('Demonstration'))
    const production = await openServer(false)
    const { body } = await production.inject({ url: '/impressum' })
    await production.close()
    assert.ok(body.includes('Impressum') && !/Demonstration/.test(body))
  })
})

describe('finding', () => {
  test('a typo still finds the dog tax in Ilmenau and says what was searched', async () => {
    const { body } = await get('/suche?was=Hundesteur&wo=98693+Ilmenau')
    assert.match(body, /Meinten Sie „Hundesteuer“/)
    assert.ok(body.indexOf('Hund anmelden (Hundesteuer)') > 0)
    assert.match(body, /Stadt Ilmenau/)
    assert.match(body, /\/leistung\/hundesteuer-anmeldung\?ort=160700029029/)
  })

  test('several places of one postal code are offered to choose from; one place is not asked about', async () => {
    const several = await get('/suche?was=Perso&wo=98693')
    assert.match(several.body, /Welchen Ort meinen Sie\?/)
    assert.match(several.body, /ort=160700029029/)
    assert.doesNotMatch((await get('/suche?was=Perso&wo=Ilmenau')).body, /Welchen Ort meinen Sie\?/)
    assert.match((await get('/suche?was=Perso&wo=Qwrtzx')).body, /Diesen Ort kennen wir nicht/)
  })

  test('a place typed anew wins over the one chosen before', async () => {
    const { body } = await get('/suche?was=Perso&wo=Erfurt&ort=160700029029')
    assert.match(body, /in Erfurt/)
  })

  test('nothing found offers help and life situations', async () => {
    const { body } = await get('/suche?was=xqzwv')
    assert.match(body, /Dazu haben wir nichts gefunden/)
    assert.match(body, /\/lebenslage\/umzug/)
  })

  test('suggestions are titles and places as JSON', async () => {
    assert.deepEqual(JSON.parse((await get('/suche/vorschlaege?was=hunde')).body).suggestions[0], 'Hund anmelden (Hundesteuer)')
    assert.equal(JSON.parse((await get('/en/suche/vorschlaege?was=blue')).body).suggestions[0], 'Apply for the EU Blue Card')
    assert.ok(JSON.parse((await get('/suche/vorschlaege?wo=ilme')).body).suggestions.includes('Ilmenau'))
    assert.deepEqual(JSON.parse((await get('/suche/vorschlaege?was=h')).body).suggestions, [])
  })
})

describe('a service', () => {
  test('that is online here starts with one post to the application, with service and place', async () => {
    const { body } = await get('/leistung/hundesteuer-anmeldung?ort=160700029029')
    assert.match(body, /action="\/antrag\/neu"/)
    assert.match(body, /name="service" value="hundesteuer-anmeldung"/)
    assert.match(body, /name="ars" value="160700029029"/)
    assert.match(body, /Warum diese Stelle\?/)
  })

  test('that is not online says how it goes and never offers to start', async () => {
    const { body } = await get('/leistung/wohngeld?ort=160700029029')
    assert.doesNotMatch(body, /antrag\/neu/)
    assert.match(body, /Landratsamt Ilm-Kreis/)
  })

  test('whose office takes no part says so honestly', async () => {
    const { body } = await get('/leistung/bafoeg-studium?ort=160700029029')
    assert.match(body, /nimmt die zuständige Stelle noch nicht an diesem Portal teil/)
  })

  test('without a place asks for it before anything else', async () => {
    const { body } = await get('/leistung/blaue-karte-eu')
    assert.doesNotMatch(body, /antrag\/neu/)
    assert.match(body, /name="wo"/)
  })
})

describe('authorities and the own area', () => {
  test('an authority shows its own services and those an exception gives it, not those of the district', async () => {
    const { body } = await get('/stelle/stadt-ilmenau')
    assert.match(body, /Baugenehmigung beantragen/)
    assert.doesNotMatch(body, /Blaue Karte/)
    assert.match((await get('/stelle/stadt-erfurt')).body, /Blaue Karte/)
  })

  test('writing to it goes through the general request', async () => {
    assert.match((await get('/schreiben/stadt-ilmenau')).body, /name="service" value="allgemeines-anliegen"/)
  })

  test('the own area shows drafts, cases and looks to the person, and nothing to a stranger', async () => {
    const own = await get('/mein', { cookie: 'rennsteig-portal=erika' })
    const stranger = await get('/mein')
    assert.match(stranger.body, /Sie sind nicht angemeldet/)
    assert.doesNotMatch(stranger.body, /Brandt|ILM-2026/)
    assert.match(own.body, /ILM-2026-0001/)
    assert.match(own.body, /K\. Brandt/)
    assert.match(own.body, /Hund anmelden \(Hundesteuer\)/)
  })
})
