// Tests of places and authorities on the real database.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDay } from '#kernel/dates.ts'
import { type RegisterRecord, writeRegisterLine } from '#standards/gv100ad'
import { openTestDatabase } from '#test/harness/database.ts'
import {
  administrationOf,
  authoritiesAt,
  chainOf,
  findAuthorityBySlug,
  findPlaces,
  getPlace,
  importRegister,
  listAuthorities,
  loadRegionalData,
} from './index.ts'

const today = day('2026-11-23')
const fixture = await openTestDatabase()

function day(text: string) {
  return parseDay(text) ?? assert.fail(text)
}

async function* of(...lines: string[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(lines.join('\n'))
}

async function names(text: string, limit = 5): Promise<string[]> {
  return (await findPlaces(fixture.database, text, limit)).map(({ name }) => name)
}

test('the data file of Thuringia loads in seconds, and a second time nothing happens', async () => {
  const start = performance.now()
  assert.equal(await loadRegionalData(fixture.database), 'loaded')
  assert.ok(performance.now() - start < 10_000, `${performance.now() - start} ms`)
  assert.equal(await loadRegionalData(fixture.database), 'already-loaded')
  const [count] = await fixture.database.sql<{ municipalities: bigint; districts: bigint; gone: bigint }>`
    select count(*) filter (where kind = 'municipality' and valid_until is null) as municipalities,
      count(*) filter (where kind = 'district') as districts, count(*) filter (where kind = 'municipality' and valid_until is not null) as gone
    from directory.region`
  assert.deepEqual(count, { municipalities: 601n, districts: 22n, gone: 31n })
})

test('places are found by postal code, its beginning, name, part, umlauts either way and with typing errors', async () => {
  assert.deepEqual(await names('98693'), ['Ilmenau', 'Martinroda'])
  assert.deepEqual(await names('98693 Ilmenau'), ['Ilmenau'])
  assert.ok((await names('986', 20)).includes('Ilmenau'))
  for (const typed of ['Ilmenau', 'ilmenau', 'ilmen', 'Ilmenua', 'Imenau', 'Ilmennau'])
    assert.equal((await names(typed))[0], 'Ilmenau', typed)
  for (const typed of ['Mühlhausen', 'Muehlhausen', 'Muhlhausen', 'mülhausen'])
    assert.match((await names(typed))[0] ?? '', /^Mühlhausen/, typed)
  assert.equal((await names('Efrurt'))[0], 'Erfurt')
  assert.equal((await names('99867'))[0], 'Gotha')
  const [gehren] = await findPlaces(fixture.database, 'Gehren', 1)
  assert.deepEqual([gehren?.name, gehren?.part, gehren?.districtName], ['Ilmenau', 'Gehren', 'Ilm-Kreis'])
})

test('words that are no place find nothing, and hostile ones do no harm', async () => {
  for (const typed of [
    '',
    '   ',
    'Xyzzyqwert',
    '%',
    '_',
    "'; drop table directory.region; --",
    '\\',
    '٣',
    'a'.repeat(10_000),
    '999999999',
  ]) {
    assert.ok((await names(typed)).length <= 5)
  }
  assert.deepEqual(await names('Xyzzyqwert'), [])
  assert.deepEqual(await names('%'), [])
})

test('Uder has an AGS that is not a part of its ARS', async () => {
  const uder = await getPlace(fixture.database, '160615051097')
  assert.equal(uder?.ags, '16061119')
})

test('an outdated key is followed to its successor on days after the change only', async () => {
  const after = await chainOf(fixture.database, '160615012007', today)
  assert.deepEqual([after?.municipality?.ars, after?.followed.length, after?.followed[0]?.isUncertain], ['160615051097', 1, false])
  assert.equal(after?.association?.ars, '160615051')
  assert.equal(after?.district?.name, 'Eichsfeld')
  assert.equal(after?.land?.name, 'Thüringen')
  const before1 = await chainOf(fixture.database, '160615012007', day('2023-12-31'))
  assert.deepEqual([before1?.municipality?.name, before1?.followed], ['Birkenfelde', []])
  assert.equal((await chainOf(fixture.database, '160675054036', today))?.followed[0]?.isUncertain, true)
  assert.equal(await chainOf(fixture.database, '990000000000', today), undefined)
})

test('the administration of a municipality is itself, its union, or the fulfilling municipality', async () => {
  const slugAt = async (ars: string) => (await administrationOf(fixture.database, ars, today))?.slug
  assert.equal(await slugAt('160700029029'), 'stadt-ilmenau')
  assert.equal(await slugAt('160510000000'), 'stadt-erfurt')
  const heuthen = (await findPlaces(fixture.database, 'Heuthen', 1))[0]?.ars ?? ''
  assert.equal(await slugAt(heuthen), 'verwaltungsgemeinschaft-leinetal')
  assert.equal(await slugAt('160615051002'), 'gemeinde-uder')
  assert.equal(await slugAt('160615012007'), 'gemeinde-uder')
  assert.equal(await slugAt('000000000000'), undefined)
})

test('every open municipality and union has an administration, and each level its authorities', async () => {
  const [none] = await fixture.database.sql<{ number: bigint }>`
    select count(*) as number from directory.region region
    where kind = 'municipality' and valid_until is null and not exists (select from directory.authority where ars = region.ars)`
  assert.equal(none?.number, 0n)
  const unrun = await fixture.database.sql<{ name: string }>`
    select authority.name from directory.authority authority join directory.region above on above.ars = left(authority.ars, 9) and above.valid_until is null
    where length(authority.ars) = 12 and administered_by is null and not (above.designation = 'fulfilling' and above.name = regexp_replace(authority.name, '^(Stadt|Gemeinde) ', ''))`
  assert.deepEqual(unrun, [])
  const slugs = async (ars: string, level: 'municipality' | 'association' | 'district' | 'land') =>
    (await authoritiesAt(fixture.database, ars, level, today)).map(({ slug }) => slug)
  assert.deepEqual(await slugs('160700029029', 'district'), ['landratsamt-ilm-kreis'])
  assert.deepEqual(await slugs('160510000000', 'district'), ['stadt-erfurt'])
  assert.deepEqual(await slugs('160700029029', 'association'), [])
  assert.ok((await slugs('160700029029', 'land')).includes('thueringer-landesverwaltungsamt'))
  const office = await findAuthorityBySlug(fixture.database, 'landratsamt-ilm-kreis')
  assert.ok(office?.units.some(({ key }) => key === 'auslaenderbehoerde'))
  assert.deepEqual(office?.address, { postalCode: '99310', city: 'Arnstadt' })
  assert.ok((await listAuthorities(fixture.database)).length > 600)
  assert.equal((await listAuthorities(fixture.database, { words: 'ILMENAU' })).length, 1)
})

test('reference tables cannot be written in the name of the house', async () => {
  await assert.rejects(fixture.database.sql`update directory.region set name = 'x'`, /permission denied/)
  await assert.rejects(fixture.database.sql`delete from directory.authority`, /permission denied/)
})

const first: readonly RegisterRecord[] = [
  { kind: 'land', state: day('2024-01-01'), ars: '99', name: 'Testland', seat: 'A' },
  { kind: 'district', state: day('2024-01-01'), ars: '99001', name: 'Testkreis', seat: 'A', textKey: '44' },
  { kind: 'municipality', state: day('2024-01-01'), ars: '990010001001', ags: '99001001', name: 'Aadorf', textKey: '64', postalCode: '01111', inhabitants: 5, areaHectares: 6 },
  { kind: 'municipality', state: day('2024-01-01'), ars: '990015001002', ags: '99001002', name: 'Beedorf', textKey: '64', postalCode: '01112', inhabitants: 5, areaHectares: 6 },
  { kind: 'municipality', state: day('2024-01-01'), ars: '990015001003', ags: '99001003', name: 'Ceedorf', textKey: '64', postalCode: '01113', inhabitants: 5, areaHectares: 6 },
] // biome-ignore format: a table

function linesOf(records: readonly RegisterRecord[], state: string): string[] {
  return records.map((record) => writeRegisterLine({ ...record, state: day(state) }))
}

test('a register is taken over once; the same again changes nothing', async () => {
  const lines = linesOf(first, '2024-01-01')
  assert.deepEqual(await importRegister(fixture.database, of(...lines)), {
    state: '2024-01-01',
    taken: 5,
    changed: 8,
    closed: 0,
    faults: [],
  })
  assert.deepEqual(await importRegister(fixture.database, of(...lines)), {
    state: '2024-01-01',
    taken: 5,
    changed: 0,
    closed: 0,
    faults: [],
  })
})

test('an import that is cut off leaves whole batches and goes on when begun again', async () => {
  const lines = linesOf(
    first.map((record) => ({ ...record, name: `${record.name} neu` })),
    '2024-01-01',
  )
  const stop = new AbortController()
  await assert.rejects(
    importRegister(fixture.database, of(...lines), { batchSize: 2, signal: stop.signal, onProgress: () => stop.abort() }),
  )
  assert.equal((await getPlace(fixture.database, '99'))?.name, 'Testland neu')
  assert.equal((await getPlace(fixture.database, '990010001001'))?.name, 'Aadorf')
  const again = await importRegister(fixture.database, of(...lines), { batchSize: 2 })
  assert.equal(again.changed, 3)
})

test('a newer state closes what is gone, finds the successor by the same AGS and reports where none is known', async () => {
  const moved = first.slice(0, 3).concat(first.slice(3, 4).map((record) => ({ ...record, ars: '990010002002' })))
  const report = await importRegister(fixture.database, of(...linesOf(moved, '2025-01-01')))
  assert.equal(report.closed, 2)
  assert.deepEqual(
    report.faults.map(({ reason, excerpt }) => [reason, excerpt.slice(0, 12)]),
    [['no-successor', '990015001003']],
  )
  assert.equal((await chainOf(fixture.database, '990015001002', today))?.municipality?.ars, '990010002002')
  assert.equal((await getPlace(fixture.database, '990015001003'))?.validUntil, '2024-12-31')
  assert.ok(!(await names('Ceedorf')).includes('Ceedorf'))
})

test('an older state than the loaded one is refused for its Land, in words', async () => {
  const report = await importRegister(fixture.database, of(...linesOf(first, '2024-01-01')))
  assert.deepEqual([report.changed, report.faults.map(({ reason }) => reason)], [0, ['newer-is-loaded']])
})

test('unreadable lines are reported, the others taken over, and nothing is closed on their account', async () => {
  const lines = linesOf(first.slice(0, 3), '2026-01-01')
  const report = await importRegister(fixture.database, of(...lines, lines[2]?.slice(0, 60) ?? '', 'rubbish', lines[2] ?? ''))
  assert.deepEqual(
    report.faults.map(({ line, reason }) => [line, reason]),
    [
      [4, 'truncated'],
      [5, 'unknown-kind'],
      [6, 'key-twice'],
    ],
  )
  assert.equal(report.closed, 0)
  assert.deepEqual((await importRegister(fixture.database, of('rubbish'))).taken, 0)
})
