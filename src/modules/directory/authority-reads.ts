// All reading SQL on authorities.
import { fragment, type Queryable } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Localised } from '#kernel/language.ts'
import type { Address, Authority, AuthorityKind, AuthorityLevel, AuthorityUnit, Letterhead, Theme } from './domain/authority.ts'
import { searchForm } from './domain/search-form.ts'
import { chainOf } from './reads.ts'

interface AuthorityRow {
  authority_id: AuthorityId
  slug: string
  name: string
  kind: AuthorityKind
  level: AuthorityLevel
  ars: string
  administered_by: AuthorityId | null
  address: Address
  hours: Localised
  phone: string
  email: string
  theme: Theme
  letterhead: Letterhead
  demo: boolean
  units: AuthorityUnit[]
}

const columns = fragment`authority.authority_id, authority.slug, authority.name, authority.kind, authority.level, authority.ars, authority.administered_by,
  authority.address, authority.hours, authority.phone, authority.email, authority.theme, authority.letterhead, authority.demo,
  (select coalesce(jsonb_agg(jsonb_build_object('key', unit.key, 'name', unit.name) order by unit.position), '[]')
    from directory.authority_unit unit where unit.authority_id = authority.authority_id) as units`

export async function findAuthority(database: Queryable, id: AuthorityId): Promise<Authority | undefined> {
  const [row] = await database.sql<AuthorityRow>`select ${columns} from directory.authority authority where authority.authority_id = ${id}`
  return row === undefined ? undefined : toAuthority(row)
}

/** Names of several authorities, one query for all. */
export async function namesOfAuthorities(database: Queryable, ids: readonly AuthorityId[]): Promise<ReadonlyMap<AuthorityId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await database.sql<{ authority_id: AuthorityId; name: string }>`
    select authority_id, name from directory.authority where authority_id = any(${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.authority_id, row.name]))
}

export async function findAuthorityBySlug(database: Queryable, slug: string): Promise<Authority | undefined> {
  const [row] = await database.sql<AuthorityRow>`select ${columns} from directory.authority authority where authority.slug = ${slug}`
  return row === undefined ? undefined : toAuthority(row)
}

export interface AuthorityFilter {
  /** Part of the name, tolerant of case and umlauts. */
  readonly words?: string
  readonly level?: AuthorityLevel
  /** The page after the authority with this name. */
  readonly after?: string
  /** At most 1,000. */
  readonly limit?: number
}

/** Open authorities by name. */
export async function listAuthorities(database: Queryable, filter: AuthorityFilter = {}): Promise<Authority[]> {
  const words = searchForm(filter.words ?? '')
  const rows = await database.sql<AuthorityRow>`
    select ${columns}
    from directory.authority authority
    where authority.closed_on is null and (${words} = '' or authority.search_name like ${`%${words}%`})
      and (${filter.level ?? ''} = '' or authority.level = ${filter.level ?? ''})
      and authority.search_name > ${searchForm(filter.after ?? '')}
    order by authority.search_name, authority.slug
    limit ${Math.min(filter.limit ?? 1_000, 1_000)}`
  return rows.map(toAuthority)
}

/**
 * The authority that runs the administration of a municipality on a day: itself, its union
 * (Verwaltungsgemeinschaft, § 46 ThürKO) or the fulfilling municipality of its union (§ 51 ThürKO).
 * Outdated keys are followed to their successor.
 */
export async function administrationOf(database: Queryable, ars: string, on: Day): Promise<Authority | undefined> {
  const chain = await chainOf(database, ars, on)
  const key = chain?.municipality?.ars ?? chain?.association?.ars ?? chain?.district?.ars ?? chain?.land?.ars
  if (key === undefined) return undefined
  const [row] = await database.sql<AuthorityRow>`
    select ${columns}
    from directory.authority own join directory.authority authority on authority.authority_id = coalesce(own.administered_by, own.authority_id)
    where own.ars = ${key} and own.closed_on is null and own.level <> 'land'
    order by own.slug
    limit 1`
  return row === undefined ? undefined : toAuthority(row)
}

/**
 * The authorities of one level that a place has on a day; none where the place has no such level.
 * For an independent city the district's level is the city itself. `association` gives the union's
 * administration where there is one.
 */
export async function authoritiesAt(database: Queryable, ars: string, level: AuthorityLevel, on: Day): Promise<Authority[]> {
  const chain = await chainOf(database, ars, on)
  if (chain === undefined) return []
  if (level === 'association') {
    if (chain.association === undefined) return []
    const runner = await administrationOf(database, ars, on)
    return runner === undefined ? [] : [runner]
  }
  const isCity = chain.municipality?.designation === 'independent-city'
  const key = level === 'land' ? chain.land?.ars : level === 'district' && !isCity ? chain.district?.ars : chain.municipality?.ars
  if (key === undefined) return []
  const rows = await database.sql<AuthorityRow>`
    select ${columns} from directory.authority authority where authority.ars = ${key} and authority.closed_on is null order by authority.name`
  return rows.map(toAuthority)
}

/** All open authorities by name. */
export async function listOpenAuthorities(database: Queryable): Promise<readonly Authority[]> {
  const rows = await database.sql<AuthorityRow>`
    select ${columns} from directory.authority authority where authority.closed_on is null order by authority.name`
  return rows.map(toAuthority)
}

function toAuthority(row: AuthorityRow): Authority {
  return {
    authorityId: row.authority_id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    level: row.level,
    ars: row.ars,
    ...(row.administered_by === null ? {} : { administeredBy: row.administered_by }),
    address: row.address,
    hours: row.hours,
    phone: row.phone,
    email: row.email,
    units: row.units,
    theme: { arms: `/wappen/${row.slug}.svg`, ...row.theme },
    letterhead: row.letterhead,
    demo: row.demo,
  }
}
