// Writes data/regional/*.json anew from the official lists: `npm run import -- regional-data FOLDER`.
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, type Day, parseDay } from '#kernel/dates.ts'
import { readCodeList } from '#standards/genericode'
import { type RegisterRecord, readRegister } from '#standards/gv100ad'
import type { PostalCode, Region, RegionalFile, Successor } from '../../src/modules/directory/domain/region.ts'
import { isOwnUnion, regionOfRecord } from '../../src/modules/directory/domain/register-region.ts'
import { searchForm, shortName } from '../../src/modules/directory/domain/search-form.ts'
import { mergers } from './thuringian-successors.ts'

interface Place {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly latitude: number
  readonly longitude: number
}

const land = '16'
const target = join(import.meta.dirname, '..', '..', 'data', 'regional')
const newState = day('2026-06-30')

export async function writeRegionalData(standards: string): Promise<string> {
  const records = await registerOf(join(standards, 'regional/gemeindeverzeichnis/GV100AD_301123.txt'))
  const names = await listOf(join(standards, 'xoev/codelists/rs_2026-06-30.xml'))
  const keys = await listOf(join(standards, 'xoev/codelists/ags_2026-06-30.xml'))
  const places = await placesOf(join(standards, 'regional/plz-geonames/zipcodes.de.csv'))
  const file = thuringia(records, names, keys, places)
  await writeFile(join(target, 'thueringen.json'), format(file))
  const laender = records.filter(({ kind }) => kind === 'land').map((record) => ({ ars: record.ars, name: record.name, seat: record.seat }))
  await writeFile(
    join(target, 'laender.json'),
    `{"source":"Statistisches Bundesamt, GV100AD, dl-de/by-2-0","state":"2023-11-30","laender":[\n${laender.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`,
  )
  return `${file.regions.length} regions, ${file.successors.length} successors`
}

function thuringia(
  records: readonly RegisterRecord[],
  names: Map<string, string>,
  keys: Map<string, string>,
  places: readonly Place[],
): RegionalFile {
  const old = records.filter(({ ars }) => ars.startsWith(land) && ars.length !== 3)
  const current = [...names].filter(([ars]) => ars.startsWith(land))
  const byArs = new Map(old.map((record) => [record.ars, record]))
  const byAgs = new Map(old.flatMap((record) => (record.ags === undefined ? [] : [[record.ags, record] as const])))
  const agsOf = pairKeys(current, keys, byArs)
  const moved: Successor[] = []
  const regions: Region[] = []
  for (const record of old) {
    if (record.kind === 'municipality' || isOwnUnion(record)) continue
    const members = current.some(([ars]) => ars.startsWith(record.ars))
    regions.push({ ...regionOfRecord(record), ...(members ? {} : { validUntil: day('2026-06-29'), isExact: false }) })
  }
  regions.push({
    ars: '160615051', kind: 'association', officialName: 'Uder', designation: 'fulfilling', seat: 'Uder', validFrom: day('2024-01-01'), isExact: true,
    note: 'The lists of 2026 number this union but do not name it; name and seat are taken from its largest member.',
  }) // biome-ignore format: one record
  for (const [ars, officialName] of current) {
    const ags = agsOf.get(ars)
    const before = byArs.get(ars) ?? byAgs.get(ags ?? '')
    if (before !== undefined && before.ars !== ars) moved.push(movedTo(before.ars, ars))
    const isNew = !byArs.has(ars)
    regions.push({
      ...(before === undefined ? {} : regionOfRecord(before)),
      ...(isNew ? sumOf(ars, byArs) : {}),
      ars,
      ...(ags === undefined ? {} : { ags }),
      kind: 'municipality',
      officialName,
      designation: ars.slice(5) === '0000000' ? 'independent-city' : officialName.endsWith(', Stadt') ? 'town' : 'municipality',
      validFrom: isNew ? effectiveOf(ars, moved) : day('2023-11-30'),
      isExact: false,
    })
  }
  const successors: Successor[] = mergers.flatMap((merger) =>
    merger.gone.map((ars) => ({
      ars,
      successor: merger.successor,
      effectiveOn: day(merger.effectiveOn),
      evidence: merger.evidence,
      isUncertain: merger.isUncertain,
    })),
  )
  for (const record of old) {
    if (record.kind !== 'municipality' || names.has(record.ars)) continue
    const known = mergers.find(({ gone }) => gone.includes(record.ars))
    const end = day(known?.effectiveOn ?? moved.find(({ ars }) => ars === record.ars)?.effectiveOn ?? '2026-06-30')
    regions.push({ ...regionOfRecord(record), validUntil: addDays(end, -1), isExact: known?.isExact ?? false })
  }
  const gone = new Set(successors.map(({ ars }) => ars))
  return {
    format: 'rennsteig-regional/1',
    state: newState,
    land,
    sources: [
      {
        title: 'Statistisches Bundesamt: regional keys (ARS, AGS) as code lists of the XRepository',
        licence: 'dl-de/by-2-0',
        state: '2026-06-30',
      },
      { title: 'Statistisches Bundesamt: GV100AD (seats, figures, unions)', licence: 'dl-de/by-2-0', state: '2023-11-30' },
      { title: 'GeoNames postal codes (further postal codes, coordinates)', licence: 'CC BY 4.0', state: '2026-03-30' },
    ],
    regions: withPlaces(regions, places),
    successors: [...successors, ...moved.filter(({ ars }) => !gone.has(ars))].toSorted((one, other) => one.ars.localeCompare(other.ars)),
  }
}

/** Pairs ARS and AGS by what the register said, then by equal names within a district; never by cutting the key. */
function pairKeys(
  current: readonly (readonly [string, string])[],
  keys: Map<string, string>,
  byArs: Map<string, RegisterRecord>,
): Map<string, string> {
  const pairs = new Map<string, string>()
  const free = new Map([...keys].filter(([ags]) => ags.startsWith(land)))
  for (const [ars, name] of current) {
    const ags = byArs.get(ars)?.ags
    if (ags !== undefined && free.get(ags) === name && free.delete(ags)) pairs.set(ars, ags)
  }
  for (const [ars, name] of current) {
    if (pairs.has(ars)) continue
    const same = [...free].filter(([ags, other]) => other === name && ags.slice(0, 5) === ars.slice(0, 5))
    if (same.length === 1 && same[0] !== undefined && free.delete(same[0][0])) pairs.set(ars, same[0][0])
  }
  return pairs
}

/** Figures of a municipality that was made of others: the sum of what they had, and who they were. */
function sumOf(ars: string, byArs: Map<string, RegisterRecord>): Partial<Region> {
  const from = mergers.filter(({ successor, isUncertain }) => successor === ars && !isUncertain).flatMap(({ gone }) => gone)
  const records = from.flatMap((key) => byArs.get(key) ?? [])
  const first = records[0]
  if (first === undefined || !['160615051097', '160760094094'].includes(ars)) return {}
  const codes = [...new Set(records.flatMap(({ postalCode }) => postalCode ?? []))]
  return {
    inhabitants: records.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0),
    inhabitantsOn: first.state,
    areaHectares: records.reduce((sum, { areaHectares }) => sum + (areaHectares ?? 0), 0),
    postalCodes: codes.map((code): PostalCode => ({ code, basis: 'register' })),
    note: `Inhabitants and area are the sum of the predecessors ${records.map(({ name }) => shortName(name)).join(', ')}.`,
  }
}

function movedTo(ars: string, successor: string): Successor {
  const merger = mergers.find((row) => row.successor === successor && row.isExact)
  const effectiveOn = day(merger?.effectiveOn ?? (successor.startsWith('160615051') ? '2024-01-01' : '2026-06-30'))
  return { ars, successor, effectiveOn, evidence: 'the same AGS under another ARS: the union changed', isUncertain: false }
}

function effectiveOf(ars: string, moved: readonly Successor[]): Day {
  const merger = mergers.find(({ successor, isExact }) => successor === ars && isExact)
  return day(merger?.effectiveOn ?? moved.find(({ successor }) => successor === ars)?.effectiveOn ?? newState)
}

/** Adds postal codes and coordinates: by the place's name, by the city of an independent city, else by the nearest municipality. */
function withPlaces(regions: readonly Region[], places: readonly Place[]): Region[] {
  const added = new Map<string, PostalCode[]>()
  const centre = new Map<string, Place>()
  const open = regions.filter((region) => region.kind === 'municipality' && region.validUntil === undefined)
  for (const region of open) {
    const wanted = nameKey(region.officialName)
    const own = places.filter(
      (place) => place.district === region.ars.slice(0, 5) && (nameKey(place.name) === wanted || region.designation === 'independent-city'),
    )
    const middle = own.find((place) => nameKey(place.name) === wanted)
    if (middle !== undefined) centre.set(region.ars, middle)
    added.set(
      region.ars,
      own.map(({ code, name }) => ({ code, ...(nameKey(name) === wanted ? {} : { place: name }), basis: 'place-list' })),
    )
  }
  const held = new Set(
    [...added.values()]
      .flat()
      .map(({ code }) => code)
      .concat(open.flatMap((region) => region.postalCodes ?? []).map(({ code }) => code)),
  )
  for (const place of places.filter(({ code }) => !held.has(code))) {
    const near = open
      .filter((region) => region.ars.startsWith(place.district))
      .map((region) => ({ ars: region.ars, distance: distanceOf(place, centre.get(region.ars)) }))
      .toSorted((one, other) => one.distance - other.distance)[0]
    if (near !== undefined) added.get(near.ars)?.push({ code: place.code, place: place.name, basis: 'nearest' })
  }
  return regions.map((region) => {
    const middle = centre.get(region.ars)
    const postalCodes = unique([...(region.postalCodes ?? []), ...(added.get(region.ars) ?? [])])
    return {
      ...region,
      ...(middle === undefined ? {} : { latitude: middle.latitude, longitude: middle.longitude }),
      ...(postalCodes.length === 0 ? {} : { postalCodes }),
    }
  })
}

function unique(codes: readonly PostalCode[]): PostalCode[] {
  const seen = new Set<string>()
  return codes.filter(({ code, place = '' }) => !seen.has(`${code} ${place}`) && seen.add(`${code} ${place}`))
}

function nameKey(name: string): string {
  return searchForm(shortName(name))
    .replace(/\b(sankt|st)\b/, 'st')
    .replace(/ bei | b /, ' b ')
}

function distanceOf(one: Place, other: Place | undefined): number {
  if (other === undefined) return Number.POSITIVE_INFINITY
  return Math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * Math.cos((one.latitude * Math.PI) / 180))
}

async function registerOf(path: string): Promise<RegisterRecord[]> {
  const records: RegisterRecord[] = []
  for await (const entry of readRegister(createReadStream(path))) if (entry.ok) records.push(entry.record)
  return records
}

async function listOf(path: string): Promise<Map<string, string>> {
  const { rows } = await readCodeList(createReadStream(path))
  return new Map(rows.filter((row) => row['Hinweis'] === undefined).map((row) => [row['SCHLUESSEL'] ?? '', row['Bezeichnung'] ?? '']))
}

/** The list also has companies with a postal code of their own; they are marked by the English name of the Land. */
async function placesOf(path: string): Promise<Place[]> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).slice(1)
  return lines.flatMap((line) => {
    const [, code = '', name = '', state = '', , , , , district = '', latitude = '', longitude = ''] = line.split(',')
    return district.startsWith(land) && state === 'Thüringen'
      ? [{ code, name, district, latitude: Number(latitude), longitude: Number(longitude) }]
      : []
  })
}

function format(file: RegionalFile): string {
  const { regions, successors, ...head } = file
  const lines = (rows: readonly object[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`
  const sorted = regions.toSorted((one, other) => (one.ars < other.ars ? -1 : 1))
  return `${JSON.stringify(head).slice(0, -1)},\n"regions":${lines(sorted)},\n"successors":${lines(successors)}}\n`
}

function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new TypeError(`no day: ${text}`)
  return parsed
}
