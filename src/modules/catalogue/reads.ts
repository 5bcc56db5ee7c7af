// All SQL of the catalogue that reads.
import type { Queryable } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'
import { type CompetenceException, generalRequestKey, type Level, type LifeSituation, type PublicService } from './domain/public-service.ts'

const servicesAtOnce = 200

interface ServiceRow {
  readonly content: PublicService // Written only by the loader, after the check against the schema.
}

export async function findPublicService(database: Queryable, key: string): Promise<PublicService | undefined> {
  const rows = await database.sql<ServiceRow>`select content from catalogue.public_service where service_key = ${key}`
  return rows[0]?.content
}

/** In the order of the keys; unknown ones are left out. */
export async function listPublicServices(database: Queryable, keys: readonly string[]): Promise<readonly PublicService[]> {
  if (keys.length === 0) return []
  const rows = await database.sql<ServiceRow>`select content from catalogue.public_service where service_key = any(${[...keys]})`
  const byKey = new Map(rows.map((row) => [row.content.key, row.content]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

export interface ServiceWithRelated {
  readonly service: PublicService
  readonly related: readonly PublicService[]
}

/** The service and those that its file names as related, in one query. */
export async function findServiceWithRelated(database: Queryable, key: string): Promise<ServiceWithRelated | undefined> {
  const rows = await database.sql<ServiceRow>`
    select content from catalogue.public_service
    where service_key = ${key} or service_key in (
      select jsonb_array_elements_text(content -> 'related') from catalogue.public_service where service_key = ${key})`
  const byKey = new Map(rows.map((row) => [row.content.key, row.content]))
  const found = byKey.get(key)
  return found === undefined ? undefined : { service: found, related: found.related.flatMap((other) => byKey.get(other) ?? []) }
}

/** What an authority does: the services of its levels, changed by the exceptions for its territory. */
export async function listServicesOfAuthority(
  database: Queryable,
  authority: { readonly levels: readonly Level[]; readonly ars: string; readonly on: Day },
): Promise<readonly PublicService[]> {
  const { levels, ars, on } = authority
  const rows = await database.sql<ServiceRow>`
    select described.content from catalogue.public_service described
    left join catalogue.competence_exception exception on exception.service_key = described.service_key and exception.ars = ${ars}
      and exception.valid_from <= ${on} and (exception.valid_to is null or exception.valid_to >= ${on})
    where coalesce(exception.handled_by, described.level) = any(${[...levels]}) and described.service_key <> ${generalRequestKey}
    order by described.content -> 'title' ->> 'de'`
  return rows.map((row) => row.content)
}

export async function listOnlineServices(database: Queryable): Promise<readonly PublicService[]> {
  const rows = await database.sql<ServiceRow>`
    select content from catalogue.public_service where is_online and service_key <> ${generalRequestKey} order by service_key desc`
  return rows.map((row) => row.content)
}

export async function listLifeSituations(database: Queryable): Promise<readonly LifeSituation[]> {
  const rows = await database.sql<{ content: LifeSituation }>`select content from catalogue.life_situation order by place_in_list`
  return rows.map((row) => row.content)
}

export interface SituationWithServices {
  readonly situation: LifeSituation
  readonly services: readonly PublicService[]
}

export async function findLifeSituation(database: Queryable, key: string): Promise<SituationWithServices | undefined> {
  const rows = await database.sql<{ situation: LifeSituation; content: PublicService | null }>`
    select situation.content as situation, described.content
    from catalogue.life_situation situation
    left join catalogue.situation_service using (situation_key)
    left join catalogue.public_service described using (service_key)
    where situation.situation_key = ${key}
    order by described.content -> 'title' ->> 'de'`
  const [first] = rows
  if (first === undefined) return undefined
  const order = first.situation.first
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  const services = rows.flatMap((row) => row.content ?? []).toSorted((a, b) => rank(a.key) - rank(b.key))
  return { situation: first.situation, services }
}

/** The hash of the loaded files; undefined before the first loading. */
export async function findEdition(database: Queryable): Promise<string | undefined> {
  const rows = await database.sql<{ content_hash: string }>`select content_hash from catalogue.edition where edition_name = 'catalogue'`
  return rows[0]?.content_hash
}

/** All services in the order of their keys, some hundred at a time, because together they may be many megabytes. */
export async function* eachService(database: Queryable): AsyncGenerator<PublicService> {
  for (let after = ''; ; ) {
    const rows = await database.sql<ServiceRow>`
      select content from catalogue.public_service where service_key > ${after} order by service_key limit ${servicesAtOnce}`
    for (const row of rows) yield row.content
    const last = rows.at(-1)
    if (last === undefined || rows.length < servicesAtOnce) return
    after = last.content.key
  }
}

export interface OfferRow {
  readonly authority: AuthorityId
  readonly service: string
  readonly feeCents: Cents | undefined
  readonly isOnline: boolean
}

/** What is special at a place: exceptions of competence, and what authorities offer otherwise than the catalogue says. */
export interface LocalRules {
  readonly exceptions: ReadonlyMap<string, CompetenceException>
  readonly offers: readonly OfferRow[]
}

interface LocalRow {
  readonly service_key: string
  readonly content: CompetenceException | null
  readonly authority_id: AuthorityId | null
  readonly fee_cents: bigint | null
  readonly is_online: boolean | null
}

/** One query; exceptions as they hold on the day. */
export async function findLocalRules(
  database: Queryable,
  local: { readonly ars: string; readonly on: Day; readonly authorities: readonly AuthorityId[] },
): Promise<LocalRules> {
  const rows = await database.sql<LocalRow>`
    select service_key, content, null::uuid as authority_id, null::bigint as fee_cents, null::boolean as is_online
    from catalogue.competence_exception
    where ars = ${local.ars} and valid_from <= ${local.on} and (valid_to is null or valid_to >= ${local.on})
    union all
    select service_key, null, authority_id, fee_cents, is_online
    from catalogue.offer where authority_id = any(${[...local.authorities]}::uuid[])`
  return {
    exceptions: new Map(rows.flatMap((row) => (row.content === null ? [] : [[row.service_key, row.content]]))),
    offers: rows.flatMap((row) =>
      row.authority_id === null
        ? []
        : [
            {
              authority: row.authority_id,
              service: row.service_key,
              feeCents: row.fee_cents ?? undefined,
              isOnline: row.is_online ?? true,
            },
          ],
    ),
  }
}

/** What these authorities offer otherwise than the catalogue says. */
export async function listOffers(database: Queryable, authorities: readonly AuthorityId[]): Promise<readonly OfferRow[]> {
  const rows = await database.sql<{ authority_id: AuthorityId; service_key: string; fee_cents: bigint | null; is_online: boolean }>`
    select authority_id, service_key, fee_cents, is_online from catalogue.offer where authority_id = any(${[...authorities]}::uuid[])`
  return rows.map((row) => ({
    authority: row.authority_id,
    service: row.service_key,
    feeCents: row.fee_cents ?? undefined,
    isOnline: row.is_online,
  }))
}
