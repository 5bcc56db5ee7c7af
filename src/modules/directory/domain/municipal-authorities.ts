// The authorities that follow from the regions of a Land: municipalities, unions, districts, independent cities.
import type { Localised } from '#kernel/language.ts'
import type { AuthorityEntry, AuthorityKind, AuthorityLevel } from './authority.ts'
import { isAssociated, type Region } from './region.ts'
import { shortName, slugOf } from './search-form.ts'

const hours: Localised = {
  de: 'Montag, Dienstag und Donnerstag 9 bis 12 Uhr, Dienstag auch 13 bis 18 Uhr (Beispiel)',
  en: 'Monday, Tuesday and Thursday 9 am to 12 noon, Tuesday also 1 to 6 pm (example)',
}
const accents = ['#1a4f8a', '#2c6e49', '#7a3b2e', '#5b3f8c', '#0f6674', '#8a4b00', '#3f5a1f', '#7d2350']

const municipalUnits = [
  { key: 'buergerservice', name: { de: 'Bürgerservice', en: 'Citizens’ office' } },
  { key: 'steuern', name: { de: 'Steuern und Abgaben', en: 'Municipal taxes' } },
  { key: 'ordnungsamt', name: { de: 'Ordnungsamt', en: 'Public order office' } },
  { key: 'standesamt', name: { de: 'Standesamt', en: 'Registry office' } },
  { key: 'bauen', name: { de: 'Bauen und Liegenschaften', en: 'Building and property' } },
]
const districtUnits = [
  { key: 'auslaenderbehoerde', name: { de: 'Ausländerbehörde', en: 'Immigration office' } },
  { key: 'zulassung', name: { de: 'Kfz-Zulassung und Führerscheine', en: 'Vehicle registration and driving licences' } },
  { key: 'jugendamt', name: { de: 'Jugendamt', en: 'Youth welfare office' } },
  { key: 'sozialamt', name: { de: 'Sozialamt', en: 'Social welfare office' } },
  { key: 'gesundheitsamt', name: { de: 'Gesundheitsamt', en: 'Public health office' } },
  { key: 'bauaufsicht', name: { de: 'Bauaufsicht', en: 'Building supervision' } },
  { key: 'umweltamt', name: { de: 'Umweltamt', en: 'Environment office' } },
]

/** All authorities of the municipal level and the districts that exist in the latest state. */
export function municipalAuthorities(regions: readonly Region[]): AuthorityEntry[] {
  const open = regions.filter((region) => region.validUntil === undefined)
  const byArs = new Map(open.map((region) => [region.ars, region]))
  const municipalities = open.filter((region) => region.kind === 'municipality')
  const slugs = uniqueSlugs(open.filter(isAuthority), byArs)
  const fulfilling = new Map(
    municipalities.flatMap((region) => (isFulfilling(region, byArs) ? [[region.ars.slice(0, 9), region.ars] as const] : [])),
  )
  return open.filter(isAuthority).map((region) => {
    const union = byArs.get(region.ars.slice(0, 9))
    const runner =
      region.kind !== 'municipality' || !isAssociated(region.ars)
        ? undefined
        : union?.designation === 'fulfilling'
          ? fulfilling.get(union.ars)
          : union?.ars
    return entry(region, seatOf(region, municipalities), slugs, runner === region.ars ? undefined : runner)
  })
}

function isAuthority(region: Region): boolean {
  if (region.kind === 'district') return region.designation === 'county'
  return region.kind === 'municipality' || (region.kind === 'association' && region.designation === 'joint')
}

/** The municipality that fulfils the tasks of its union: the one the union is named after. */
function isFulfilling(region: Region, byArs: ReadonlyMap<string, Region>): boolean {
  const union = isAssociated(region.ars) ? byArs.get(region.ars.slice(0, 9)) : undefined
  return union?.designation === 'fulfilling' && shortName(union.officialName) === shortName(region.officialName)
}

function entry(
  region: Region,
  seat: { postalCode: string; city: string },
  slugs: ReadonlyMap<string, string>,
  runner: string | undefined,
): AuthorityEntry {
  const slug = slugs.get(region.ars) ?? ''
  const name = nameOf(region)
  const administeredBy = runner === undefined ? undefined : slugs.get(runner)
  const units =
    region.kind === 'district'
      ? districtUnits
      : region.designation === 'independent-city'
        ? [...municipalUnits, ...districtUnits]
        : municipalUnits
  const domain = `${slug}.example`
  return {
    slug,
    name,
    ...placeInState(region),
    ars: region.ars,
    ...(administeredBy === undefined ? {} : { administeredBy }),
    address: seat,
    hours,
    phone: '03600 000000',
    email: `post@${domain}`,
    units,
    theme: { name, accent: accentOf(region.ars) },
    letterhead: {
      lines: [name, `${seat.postalCode} ${seat.city}`, `post@${domain}`],
      returnLine: `${name}, ${seat.postalCode} ${seat.city}`,
      place: seat.city,
    },
    demo: true,
  }
}

function placeInState(region: Region): { kind: AuthorityKind; level: AuthorityLevel } {
  if (region.kind === 'district') return { kind: 'district', level: 'district' }
  if (region.kind === 'association') return { kind: 'association', level: 'association' }
  return region.designation === 'independent-city' ? { kind: 'city', level: 'district' } : { kind: 'municipality', level: 'municipality' }
}

function nameOf(region: Region): string {
  const name = shortName(region.officialName)
  if (region.kind === 'district') return `Landratsamt ${name}`
  if (region.kind === 'association') return `Verwaltungsgemeinschaft ${name}`
  return region.designation === 'town' || region.designation === 'independent-city' ? `Stadt ${name}` : `Gemeinde ${name}`
}

/** Postal code and name of the seat; the municipality with the seat's name says the code. */
function seatOf(region: Region, municipalities: readonly Region[]): { postalCode: string; city: string } {
  const city = region.seat ?? shortName(region.officialName)
  const members = municipalities.filter(({ ars }) => ars.startsWith(region.ars))
  const near = municipalities.filter(({ ars }) => ars.startsWith(region.ars.slice(0, 5)))
  const host = [...members, ...near].find(({ officialName }) => city.startsWith(shortName(officialName))) ?? members[0]
  return { postalCode: host?.postalCodes?.[0]?.code ?? '', city }
}

/** Where two have the same slug, both get their district added. */
function uniqueSlugs(regions: readonly Region[], byArs: ReadonlyMap<string, Region>): Map<string, string> {
  const groups = Map.groupBy(regions, (region) => slugOf(nameOf(region)))
  const slugs = new Map<string, string>()
  for (const [slug, same] of groups) {
    for (const region of same) {
      const district = byArs.get(region.ars.slice(0, 5))
      slugs.set(region.ars, same.length === 1 || district === undefined ? slug : `${slug}-${slugOf(shortName(district.officialName))}`)
    }
  }
  return slugs
}

function accentOf(ars: string): string {
  let sum = 0
  for (const digit of ars) sum = (sum * 31 + Number(digit)) % 9973
  return accents[sum % accents.length] ?? '#1a4f8a'
}
