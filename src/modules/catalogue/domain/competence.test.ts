// Tests of competence: level, association, independent city, exception, nobody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Administration, competenceFor } from './competence.ts'
import type { CompetenceException } from './public-service.ts'

const chain: Administration<string>[] = [
  { level: 'municipality', territory: 'Geratal', authority: 'VG Geratal', handledBy: 'association' },
  { level: 'association', territory: 'Geratal', authority: 'VG Geratal', handledBy: 'association' },
  { level: 'district', territory: 'Ilm-Kreis', authority: 'Landratsamt Ilm-Kreis', handledBy: 'district' },
  { level: 'land', territory: 'Thüringen', authority: undefined, handledBy: 'land' },
]
const exception: CompetenceException = {
  services: ['baugenehmigung'],
  places: ['160700029029'],
  placeNames: ['Ilmenau'],
  handledBy: 'municipality',
  validFrom: '2021-07-01',
  checked: false,
  rule: { de: 'Große kreisangehörige Stadt' },
  source: '§ 6 Absatz 4 ThürKO',
}

test('a municipal service goes to the association that administers the municipality, with the rule that says so', () => {
  const outcome = competenceFor({ level: 'municipality', unit: 'steuern' }, chain, undefined)
  assert.ok(outcome.ok)
  assert.deepEqual([outcome.value.authority, outcome.value.unit, outcome.value.source], ['VG Geratal', 'steuern', '§§ 47 und 51 ThürKO'])
  assert.match(outcome.value.rule.de, /Geratal/)
})

test('a district service goes to the district, in an independent city to the city', () => {
  const inDistrict = competenceFor({ level: 'district', unit: 'auslaenderbehoerde' }, chain, undefined)
  assert.equal(inDistrict.ok && inDistrict.value.authority, 'Landratsamt Ilm-Kreis')
  const city: Administration<string>[] = [{ level: 'district', territory: 'Erfurt', authority: 'Stadt Erfurt', handledBy: 'municipality' }]
  const inCity = competenceFor({ level: 'district', unit: 'auslaenderbehoerde' }, city, undefined)
  assert.equal(inCity.ok && inCity.value.source, '§ 6 ThürKO')
})

test('an exception wins over the level and names its own rule', () => {
  const outcome = competenceFor({ level: 'district', unit: 'bauaufsicht' }, chain, exception)
  assert.ok(outcome.ok)
  assert.deepEqual(
    [outcome.value.authority, outcome.value.level, outcome.value.source],
    ['VG Geratal', 'municipality', '§ 6 Absatz 4 ThürKO'],
  )
})

test('where nobody of the level takes part, nobody is named', () => {
  assert.deepEqual(competenceFor({ level: 'land', unit: 'x' }, chain, undefined), { ok: false, reason: 'none' })
  assert.deepEqual(competenceFor({ level: 'municipality', unit: 'x' }, [], undefined), { ok: false, reason: 'none' })
})
