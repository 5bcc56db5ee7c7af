// Tests of competence: level, association, independent city, exception, nobody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Administration, competenceFor, type WithSlug } from './competence.ts'
import type { CompetenceException } from './public-service.ts'

interface Body extends WithSlug {
  readonly name: string
}
const body = (name: string, slug = ''): Body => ({ name, slug })

const chain: Administration<Body>[] = [
  { level: 'municipality', territory: 'Geratal', authorities: [body('VG Geratal')], handledBy: 'association' },
  { level: 'association', territory: 'Geratal', authorities: [body('VG Geratal')], handledBy: 'association' },
  { level: 'district', territory: 'Ilm-Kreis', authorities: [body('Landratsamt Ilm-Kreis')], handledBy: 'district' },
  { level: 'land', territory: 'Thüringen', authorities: [], handledBy: 'land' },
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
  assert.deepEqual(
    [outcome.value.authority.name, outcome.value.unit, outcome.value.source],
    ['VG Geratal', 'steuern', '§§ 47 und 51 ThürKO'],
  )
  assert.match(outcome.value.rule.de, /Geratal/)
})

test('a district service goes to the district, in an independent city to the city', () => {
  const inDistrict = competenceFor({ level: 'district', unit: 'auslaenderbehoerde' }, chain, undefined)
  assert.equal(inDistrict.ok && inDistrict.value.authority.name, 'Landratsamt Ilm-Kreis')
  const city: Administration<Body>[] = [
    { level: 'district', territory: 'Erfurt', authorities: [body('Stadt Erfurt')], handledBy: 'municipality' },
  ]
  const inCity = competenceFor({ level: 'district', unit: 'auslaenderbehoerde' }, city, undefined)
  assert.equal(inCity.ok && inCity.value.source, '§ 6 ThürKO')
})

test('an exception wins over the level and names its own rule', () => {
  const outcome = competenceFor({ level: 'district', unit: 'bauaufsicht' }, chain, exception)
  assert.ok(outcome.ok)
  assert.deepEqual(
    [outcome.value.authority.name, outcome.value.level, outcome.value.source],
    ['VG Geratal', 'municipality', '§ 6 Absatz 4 ThürKO'],
  )
})

test('where nobody of the level takes part, nobody is named', () => {
  assert.deepEqual(competenceFor({ level: 'land', unit: 'x' }, chain, undefined), { ok: false, reason: 'none' })
  assert.deepEqual(competenceFor({ level: 'municipality', unit: 'x' }, [], undefined), { ok: false, reason: 'none' })
})

test('of several offices of the Land the one that the service names does it, and no other in its place', () => {
  const offices: Administration<Body>[] = [
    {
      level: 'land',
      territory: 'Thüringen',
      authorities: [body('Ministerium'), body('Landesverwaltungsamt', 'landesverwaltungsamt')],
      handledBy: 'land',
    },
  ]
  const outcome = competenceFor({ level: 'land', unit: 'x', office: 'landesverwaltungsamt' }, offices, undefined)
  assert.equal(outcome.ok && outcome.value.authority.name, 'Landesverwaltungsamt')
  assert.equal(competenceFor({ level: 'land', unit: 'x', office: 'studierendenwerk' }, offices, undefined).ok, false)
})
