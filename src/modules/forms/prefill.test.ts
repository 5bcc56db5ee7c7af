// What the account knows of a person is offered in the words of the form.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { startDraft } from './actions/start-draft.ts'
import { findChoice } from './domain/code-list.ts'
import { readCodeLists } from './shipped-forms.ts'
import { ars, browserOf, openTestHouse } from './testing/house.ts'

const nationalities = (await readCodeLists()).find((list) => list.name === 'nationality')?.entries ?? []

test('the nationality of an identity card is chosen in the Blue Card form', async () => {
  const house = await openTestHouse()
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
