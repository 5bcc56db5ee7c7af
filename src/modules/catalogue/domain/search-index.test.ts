// Tests of the search: a gold list of what people type and the service they mean.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkCatalogue } from './catalogue-files.ts'
import { splitCompound } from './compounds.ts'
import { fold, stem } from './fold.ts'
import { searchEntryOf } from './search-entry.ts'
import { buildIndex } from './search-index.ts'
import { createWordList, distance } from './similar-words.ts'

const folder = join(import.meta.dirname, '../../../../data/services')
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const catalogue = checkCatalogue(new Map(files.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))])))
const index = buildIndex(catalogue.services.map(searchEntryOf))

const gold: Record<string, string> = {
  'Hund anmelden': 'hundesteuer-anmeldung',
  Hundesteuer: 'hundesteuer-anmeldung',
  Hundesteur: 'hundesteuer-anmeldung',
  Hundemarke: 'hundesteuer-anmeldung',
  'dog tax': 'hundesteuer-anmeldung',
  'ich habe einen Hund': 'hundesteuer-anmeldung',
  'Hund abmelden': 'hundesteuer-abmeldung',
  'Hund gestorben': 'hundesteuer-abmeldung',
  Meldebescheinigung: 'meldebescheinigung',
  Meldebescheingung: 'meldebescheinigung',
  Wohnsitzbescheinigung: 'meldebescheinigung',
  'proof of address': 'meldebescheinigung',
  'Blue Card': 'blaue-karte-eu',
  'Blaue Karte': 'blaue-karte-eu',
  'blau karte eu': 'blaue-karte-eu',
  'work permit': 'blaue-karte-eu',
  Arbeitserlaubnis: 'blaue-karte-eu',
  Perso: 'personalausweis',
  'Ausweis verloren': 'personalausweis',
  Personalausweiss: 'personalausweis',
  'ID card': 'personalausweis',
  Reisepass: 'reisepass',
  Expresspass: 'reisepass',
  passport: 'reisepass',
  Kinderreisepass: 'reisepass',
  Führungszeugnis: 'fuehrungszeugnis',
  Fuehrungszeugnis: 'fuehrungszeugnis',
  'polizeiliches führungszeugnis': 'fuehrungszeugnis',
  Fürungszeugnis: 'fuehrungszeugnis',
  Umzug: 'wohnsitz-anmeldung',
  ummelden: 'wohnsitz-anmeldung',
  'Adresse ändern': 'wohnsitz-anmeldung',
  Anmeldung: 'wohnsitz-anmeldung',
  'Wohnung abmelden': 'wohnsitz-abmeldung',
  auswandern: 'wohnsitz-abmeldung',
  Geburtsurkunde: 'geburtsurkunde',
  'birth certificate': 'geburtsurkunde',
  Heiratsurkunde: 'eheurkunde',
  Sterbeurkunde: 'sterbeurkunde',
  heiraten: 'eheschliessung',
  Standesamt: 'eheschliessung',
  Kirchenaustritt: 'kirchenaustritt',
  Kita: 'kita-platz',
  Kindergartenplatz: 'kita-platz',
  Wohngeld: 'wohngeld',
  Wohngeldantrag: 'wohngeld',
  'Miete zu hoch': 'wohngeld',
  'Zuschuss zur Miete': 'wohngeld',
  Elterngeld: 'elterngeld',
  'Vater zahlt nicht': 'unterhaltsvorschuss',
  Unterhalt: 'unterhaltsvorschuss',
  'Bafög Studium': 'bafoeg-studium',
  Schülerbafög: 'bafoeg-schueler',
  Klassenfahrt: 'bildung-und-teilhabe',
  Gewerbe: 'gewerbe-anmeldung',
  Gewerbeschein: 'gewerbe-anmeldung',
  'Firma gründen': 'gewerbe-anmeldung',
  'Gewerbe abmelden': 'gewerbe-abmeldung',
  Anwohnerparken: 'bewohnerparkausweis',
  Parkausweis: 'bewohnerparkausweis',
  Angelschein: 'fischereischein',
  Schwerbehindertenausweis: 'schwerbehindertenausweis',
  Behinderung: 'schwerbehindertenausweis',
  fürerschein: 'fuehrerschein',
  Führerschein: 'fuehrerschein',
  'Führerschein umtauschen': 'fuehrerschein-umtausch',
  'driving licence': 'fuehrerschein',
  'Auto anmelden': 'kfz-zulassung',
  Autoanmeldung: 'kfz-zulassung',
  Wunschkennzeichen: 'kfz-zulassung',
  'Auto abmelden': 'kfz-abmeldung',
  Baugenehmigung: 'baugenehmigung',
  'Haus bauen': 'baugenehmigung',
  Bauantrag: 'baugenehmigung',
  Baugenemigung: 'baugenehmigung',
  'Baum fällen': 'baum-faellen',
  Mülltonne: 'abfallbehaelter',
  Muelltonne: 'abfallbehaelter',
  'waste bin': 'abfallbehaelter',
  Sperrmüll: 'sperrmuell',
  Fundbüro: 'fundsachen',
  Briefwahl: 'briefwahl',
  Apostille: 'apostille',
  Schlagloch: 'strassenschaden',
  'Straßenlaterne kaputt': 'strassenschaden',
  Halteverbot: 'haltverbot-umzug',
  Gesundheitszeugnis: 'belehrung-infektionsschutz',
  Verpflichtungserklärung: 'verpflichtungserklaerung',
  'Gast einladen Visum': 'verpflichtungserklaerung',
  unbefristet: 'niederlassungserlaubnis',
  Jagdschein: 'jagdschein',
  'Zeugnis beglaubigen': 'beglaubigung',
  Sorgerecht: 'sorgeerklaerung',
  Stadtbibliothek: 'bibliotheksausweis',
  Büchereiausweis: 'bibliotheksausweis',
}

test('at least 60 queries of the gold list have the expected first hit', () => {
  assert.ok(Object.keys(gold).length >= 60)
  const wrong = Object.entries(gold).flatMap(([query, expected]) => {
    const first = index.search(query, 5).found.map((found) => found.key)
    return first[0] === expected ? [] : [`${query}: ${first.slice(0, 3).join(', ')} instead of ${expected}`]
  })
  assert.deepEqual(wrong, [])
})

test('a begun word already finds its service', () => {
  for (const [begun, expected] of [
    ['hundest', 'hundesteuer-anmeldung'],
    ['führersch', 'fuehrerschein'],
    ['perso', 'personalausweis'],
    ['reisep', 'reisepass'],
  ] as const) {
    assert.equal(index.search(begun, 3).found[0]?.key, expected, begun)
  }
})

test('a mistyped word says what was searched instead, a right one does not', () => {
  assert.equal(index.search('Hundesteur', 3).corrected, 'Hundesteuer')
  assert.equal(index.search('Hundesteuer', 3).corrected, undefined)
})

test('nonsense finds nothing', () => {
  for (const query of ['xqzwvk', '', '   ', '§§§', 'qqqq wwww']) assert.deepEqual(index.search(query, 5).found, [], query)
})

test('hostile input is answered quickly and without harm', () => {
  const began = performance.now()
  for (const query of [
    'a'.repeat(10_000),
    `${'hund '.repeat(2000)}`,
    '<script>alert(1)</script>',
    "'; drop table x; --",
    '\u0000\uFFFF',
    'ß'.repeat(300),
  ])
    index.search(query, 20)
  assert.ok(performance.now() - began < 3_000)
})

test('umlauts, their spellings and accents fold to the same word', () => {
  assert.equal(fold('Führerschein'), fold('FUEHRERSCHEIN'))
  assert.equal(fold('Straße'), fold('strasse'))
  assert.equal(fold('Yılmaz'), 'yilmaz')
  assert.equal(fold('Steuer'), 'steuer')
  assert.equal(stem(fold('Anmeldung')), stem(fold('anmelden')))
})

test('compounds split into known words with linking elements, unknown ones stay whole', () => {
  const known = (part: string) => ['hund', 'steuer', 'wohn', 'geld', 'antrag', 'arbeit', 'erlaubnis'].includes(part)
  assert.deepEqual(splitCompound('hundesteuer', known), ['hund', 'steuer'])
  assert.deepEqual(splitCompound('wohngeldantrag', known), ['wohn', 'geld', 'antrag'])
  assert.deepEqual(splitCompound('arbeitserlaubnis', known), ['arbeit', 'erlaubnis'])
  assert.deepEqual(splitCompound('regenwurm', known), [])
  assert.deepEqual(splitCompound('steuer', known), [])
})

test('near words are found within one or two edits, swapped letters count once', () => {
  const list = createWordList(
    new Map([
      ['hundesteuer', 3],
      ['hund', 9],
      ['grundsteuer', 1],
    ]),
  )
  assert.equal(list.near('hundestuer', 1)[0]?.word, 'hundesteuer')
  assert.equal(list.near('hnud', 1)[0]?.word, 'hund')
  assert.deepEqual(list.near('kat', 3), [])
  assert.equal(distance('hnud', 'hund', 2), 1)
  assert.equal(distance('hund', 'katze', 2), 3)
})
