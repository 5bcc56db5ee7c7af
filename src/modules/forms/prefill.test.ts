// What the account knows of a person is offered in the words of the form.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { startDraft } from './actions/start-draft.ts'
import { findChoice } from './domain/code-list.ts'
import { readCodeLists } from './shipped-forms.ts'
import { ars, browserOf } from './testing/house.ts'
import { begin, openSampleHouse } from './testing/sample-house.ts'

const house = await openSampleHouse()

const nationalities = (await readCodeLists()).find((list) => list.name === 'nationality')?.entries ?? []

test('the nationality of an identity card is chosen in the Blue Card form', async () => {
  const owner = newId<'owner'>()
  const started = await startDraft(house.dependencies, { owner, serviceKey: 'blaue-karte-eu', ars, now: new Date() })
  assert(started.ok)
  const browser = browserOf(house, house.signIn(owner, 'high'))
  const page = await (await browser.get(`/antrag/${started.value.draftId}/person`)).text()
  assert.match(page, /<option value="163" selected>Türkei/)
})

test('codes on papers lead to the state of today; others, and those of states that ended, to none', () => {
  const key = (code: string) => findChoice(nationalities, code)?.value
  assert.deepEqual(['D', 'DEU', 'TUR', 'POL', 'SRB', 'SDN', 'RKS', 'XXA'].map(key), [
    '000',
    '000',
    '163',
    '152',
    '170',
    '277',
    '150',
    '997',
  ])
  assert.deepEqual(['SUN', 'YUG', 'UTO', '', 'TR'].map(key), [undefined, undefined, undefined, undefined, undefined])
  assert.equal(key('163'), '163')
})

test('no code on papers stands at two states', () => {
  const codes = nationalities.flatMap((choice) => choice.onPapers ?? [])
  assert.equal(new Set(codes).size, codes.length)
  assert(codes.length > 190)
})

test('a person is offered what the account knows, and a cleared answer stays cleared', async () => {
  const { browser, base } = await begin(house, 'beispiel', 'substantial')
  assert.match(await (await browser.get(`${base}/person`)).text(), /value="Mustermann"[\s\S]*?|Aus Ihrem Ausweis/)
  await browser.post(`${base}/person`, { familyName: '', 'birthDay.day': '', 'birthDay.month': '', 'birthDay.year': '', go: 'later' })
  assert.doesNotMatch(await (await browser.get(`${base}/person`)).text(), /value="Mustermann"/)
})
