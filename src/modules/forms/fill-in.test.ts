// Filling in: pages, what is kept, drafts of other people, two tabs, and drafts that end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { sweepDrafts } from './actions/delete-draft.ts'
import { answersAsRows } from './domain/rows.ts'
import { ars, browserOf, pathOf } from './testing/house.ts'
import { sample } from './testing/sample-forms.ts'
import { answersOf, begin, csrf, fill, openSampleHouse, person, submissionOf } from './testing/sample-house.ts'

const house = await openSampleHouse()

test('a form is filled in page by page and submitted with a number', async () => {
  const begun = await begin(house)
  await fill(begun)
  const check = await (await begun.browser.get(`${begun.base}/pruefen`)).text()
  assert.match(check, /Yılmaz-Özdemir/)
  assert.match(check, /12\. August 1964/)
  assert.equal(pathOf(await begun.browser.post(`${begun.base}/absenden`, {})), `${begun.base}/fertig`)
  const done = await (await begun.browser.get(`${begun.base}/fertig`)).text()
  assert.match(done, /ILM-20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}/)
})

test('what is typed is saved even when it is wrong, and the error page shows it with its reason', async () => {
  const { browser, base, ...rest } = await begin(house)
  const saved = await browser.post(`${base}/person`, {
    familyName: 'Muster§mann',
    'birthDay.day': '31',
    'birthDay.month': '2',
    'birthDay.year': '1990',
    go: 'next',
  })
  assert.equal(pathOf(saved), `${base}/person?fehler`)
  const page = await browser.get(pathOf(saved))
  const text = await page.text()
  assert.equal(page.status, 422)
  assert.match(text, /<title>Fehler:/)
  assert.match(text, /href="#f-birthDay"/)
  assert.match(text, /value="Muster§mann"/)
  assert.match(text, /name="birthDay.day"[^>]*value="31"/)
  const later = await browser.post(`${base}/person`, {
    familyName: '',
    'birthDay.day': '27.3.1987',
    'birthDay.month': '',
    'birthDay.year': '',
    go: 'later',
  })
  assert.equal(pathOf(later), `${base}/gespeichert`)
  assert.deepEqual(await answersOf(house, { browser, base, ...rest }), { person: { familyName: '', birthDay: '1987-03-27' } })
})

test('a hidden part keeps its answer and does not submit it', async () => {
  const begun = await begin(house)
  const { browser, base } = begun
  await browser.post(`${base}/person`, { ...person, go: 'next' })
  const asked = await browser.post(`${base}/pets`, { hasCat: 'yes', go: 'next' })
  assert.equal(pathOf(asked), `${base}/pets?neu`)
  await browser.post(`${base}/pets`, { hasCat: 'yes', catName: 'Minka', go: 'next' })
  await fill(begun)
  assert.deepEqual((await answersOf(house, begun))['pets'], { hasCat: 'no', catName: 'Minka' })
  await browser.post(`${base}/absenden`, {})
  const submission = await submissionOf(house, begun)
  assert.deepEqual(submission.answers['pets'], { hasCat: 'no' })
})

test('a draft of somebody else, a malformed id and an unknown page are not found', async () => {
  const begun = await begin(house)
  const stranger = browserOf(house, house.signIn(newId(), 'high'))
  assert.equal((await stranger.get(`${begun.base}/person`)).status, 404)
  assert.equal((await stranger.get(`${begun.base}/fertig`)).status, 404)
  assert.equal((await begun.browser.get('/antrag/xyz/person')).status, 404)
  assert.equal((await begun.browser.get(`${begun.base}/nothing`)).status, 404)
  const posted = await stranger.post(`${begun.base}/person`, { ...person, ...(await csrf(stranger)), go: 'next' })
  assert.equal(posted.status, 404)
  assert.deepEqual(await answersOf(house, begun), {})
})

test('two tabs that change different answers are joined, the same answer is asked for', async () => {
  const begun = await begin(house)
  const { browser, base } = begun
  await browser.post(`${base}/person`, { ...person, go: 'next' })
  const old = /name="marks" value="([^"]*)"/.exec(await (await browser.get(`${base}/person`)).text())?.[1] ?? ''
  await browser.post(`${base}/person`, { ...person, familyName: 'Neu', marks: old, go: 'next' })
  const joined = await browser.post(`${base}/person`, { ...person, 'birthDay.day': '13', marks: old, go: 'next' })
  assert.equal(joined.status, 303)
  assert.deepEqual((await answersOf(house, begun))['person'], { familyName: 'Neu', birthDay: '1964-08-13' })
  const asked = await browser.post(`${base}/person`, { ...person, 'birthDay.day': '13', familyName: 'Anders', marks: old, go: 'next' })
  const text = await asked.text()
  assert.equal(asked.status, 409)
  assert.match(text, /Anders/)
  assert.match(text, /Neu/)
  assert.deepEqual((await answersOf(house, begun))['person'], { familyName: 'Neu', birthDay: '1964-08-13' })
  const marks = /name="marks" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const chosen = await browser.post(`${base}/person`, { marks, familyName: 'Anders', 'choose.familyName': 'mine', go: 'next' })
  assert.equal(pathOf(chosen), `${base}/pets`)
  assert.deepEqual((await answersOf(house, begun))['person'], { familyName: 'Anders', birthDay: '1964-08-13' })
})

test('what an ended session posted is parked and restored after signing in, for its owner only', async () => {
  const begun = await begin(house, 'beispiel', 'substantial')
  house.endSession(begun.cookie)
  const parked = await fetch(`${house.address}${begun.base}/person`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `rennsteig-portal=${begun.cookie}`, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ csrf: 'old', marks: '', familyName: 'Verloren', go: 'next' }),
  })
  assert.equal(parked.status, 303)
  const back = new URL(pathOf(parked), house.address).searchParams.get('weiter') ?? ''
  assert.match(back, /\/person\?wieder=/)
  const again = browserOf(house, house.signIn(begun.owner, 'substantial'))
  const text = await (await again.get(back)).text()
  assert.match(text, /value="Verloren"/)
  assert.match(text, /wieder da/)
  const other = await begin(house, 'beispiel', 'substantial')
  assert.doesNotMatch(await (await other.browser.get(back.replace(begun.base, other.base))).text(), /Verloren/)
  const kept = await house.admin.sql<{ sealed: string }>`select sealed from forms.parked`
  assert.ok(kept.every((row) => !row.sealed.includes('Verloren')))
})

test('a draft begun before is offered, and another may be begun', async () => {
  const begun = await begin(house)
  const again = await begun.browser.post('/antrag/neu', { service: 'beispiel', ars, ...(await csrf(begun.browser)) })
  assert.equal(pathOf(again), `${begun.base}/begonnen`)
  assert.match(await (await begun.browser.get(pathOf(again))).text(), /schon begonnen/)
  const another = await begun.browser.post('/antrag/neu', { service: 'beispiel', ars, neu: 'ja', ...(await csrf(begun.browser)) })
  assert.notEqual(pathOf(another), begun.base)
  assert.equal(
    (await begun.browser.post('/antrag/neu', { service: 'beispiel', ars: '000000000000', ...(await csrf(begun.browser)) })).status,
    404,
  )
  assert.equal((await begun.browser.post('/antrag/neu', { service: '../x', ars, ...(await csrf(begun.browser)) })).status, 400)
})

test('drafts end after their time with all files, others stay', async () => {
  const [old, young] = [await begin(house), await begin(house)]
  await house.admin.sql`update forms.draft_end set expires_at = now() - interval '1 day' where draft_id = ${old.draft}`
  assert.equal(await sweepDrafts(house.dependencies, new Date()), 1)
  assert.equal((await old.browser.get(`${old.base}/person`)).status, 404)
  assert.equal((await young.browser.get(`${young.base}/person`)).status, 200)
})

test('the shipped forms open on their first page', async () => {
  for (const service of ['hundesteuer-anmeldung', 'meldebescheinigung', 'blaue-karte-eu', 'allgemeines-anliegen']) {
    const { browser, base } = await begin(house, service, 'high')
    const first = pathOf(await browser.get(base))
    assert.equal((await browser.get(first)).status, 200, service)
    const check = await browser.get(`${base}/pruefen`)
    assert.equal(check.status, 200, service)
    assert.ok((await check.text()).length < 400_000)
  }
  assert.ok(answersAsRows(sample, {}, 'en').length >= 3)
})
