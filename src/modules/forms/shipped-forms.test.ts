// The forms that come with the platform can be asked, and are fit for a tired person.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf } from './domain/walk.ts'
import { readCodeLists, readShippedForms } from './shipped-forms.ts'

const forms = await readShippedForms()

test('the four forms are there', () => {
  assert.deepEqual(
    forms.map((form) => form.key),
    ['allgemeines-anliegen', 'blaue-karte-eu', 'hundesteuer-anmeldung', 'meldebescheinigung'],
  )
})

for (const form of forms) {
  test(`${form.key} has at most twelve pages and English words everywhere`, () => {
    assert(form.pages.length <= 12)
    assert(form.declaration?.en !== undefined)
    for (const { path, member } of placesOf(form)) {
      const words =
        member.kind === 'group'
          ? [member.title, member.hint, member.entryName]
          : [member.label, member.hint, ...(member.choices ?? []).map((choice) => choice.label)]
      for (const text of words) assert(text === undefined || text.en !== undefined, `${path}: ${text?.de}`)
    }
  })
  test(`${form.key} offers at most ten things to begin with on each page`, () => {
    for (const page of form.pages) {
      const shown = placesOf({ ...form, pages: [page] }).filter(({ member }) => member.kind === 'field' && member.when === undefined)
      const direct = shown.filter(({ path }) => path.split('.').length === 2)
      assert(direct.length <= 10, `${page.key}: ${direct.length}`)
    }
  })
}

test('the Blue Card form keeps the source of every imported question', () => {
  const form = forms.find((each) => each.key === 'blaue-karte-eu')
  assert(form !== undefined)
  const sources = placesOf(form).filter(({ member }) => member.source !== undefined)
  assert(sources.length > 70)
  assert.deepEqual(form.source, { standard: 'XDatenfelder 3.0.0', schema: 'S00000000121', version: '1.0.0' })
  assert(placesOf(form).some(({ member }) => member.kind === 'group' && member.occurs.max !== 1))
})

test('code lists have no value twice and name their source', async () => {
  for (const list of await readCodeLists()) {
    const values = list.entries.map((entry) => entry.value)
    assert.equal(new Set(values).size, values.length, list.name)
    assert(list.source.publisher !== '')
  }
})
