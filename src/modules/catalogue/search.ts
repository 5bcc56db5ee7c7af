// The search over the catalogue, combined with a place: what, who is responsible there, fee, time, online or not.
import type { Database, Queryable } from '#database'
import type { Day } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'
import { type Outcome, refused } from '#kernel/outcome.ts'
import type { Authority } from '#modules/directory'
import { administrationsOf, type Chain } from './administrations.ts'
import { searchIndexOf } from './catalogue-index.ts'
import { type Competence, competenceFor } from './domain/competence.ts'
import type { CompetenceException, PublicService } from './domain/public-service.ts'
import { findPublicService, listExceptions, listOffers, listPublicServices, type OfferRow } from './reads.ts'

/** One service as it is offered at a place. */
export interface Hit {
  readonly service: PublicService
  /** Undefined without a place, and where nobody responsible takes part. */
  readonly competence: Competence<Authority> | undefined
  readonly feeCents: Cents | undefined
  readonly isOnline: boolean
}

export interface SearchResult {
  readonly hits: readonly Hit[]
  readonly corrected?: string
}

export interface Search {
  readonly words: string
  /** ARS of the municipality. */
  readonly ars?: string
  readonly on: Day
  readonly limit?: number
}

export async function searchPublicServices(database: Database, search: Search): Promise<SearchResult> {
  const index = await searchIndexOf(database)
  const { found, corrected } = index.search(search.words, search.limit ?? 20)
  const services = await listPublicServices(
    database,
    found.map((one) => one.key),
  )
  const hits = await placeServices(database, services, search.ars, search.on)
  return { hits, ...(corrected === undefined ? {} : { corrected }) }
}

/** What people may go on to type: titles of the first services for begun words. */
export async function suggestServices(database: Database, words: string, limit = 6): Promise<readonly PublicService[]> {
  const index = await searchIndexOf(database)
  return listPublicServices(
    database,
    index.search(words, limit).found.map((one) => one.key),
  )
}

/** Services with who does them at the place and what they cost there; a fixed number of queries for any number of services. */
export async function placeServices(
  database: Queryable,
  services: readonly PublicService[],
  ars: string | undefined,
  on: Day,
): Promise<readonly Hit[]> {
  const chain = ars === undefined || services.length === 0 ? undefined : await administrationsOf(database, ars, on)
  if (chain === undefined) return services.map((one) => hitOf(one, undefined, []))
  const authorities = new Set(chain.levels.flatMap((level) => level.authority?.authorityId ?? []))
  const [exceptions, offers] = await Promise.all([listExceptions(database, chain.place.ars, on), listOffers(database, [...authorities])])
  return services.map((one) => hitOf(one, competenceAt(one, chain, exceptions), offers))
}

function competenceAt(
  described: PublicService,
  chain: Chain,
  exceptions: ReadonlyMap<string, CompetenceException>,
): Competence<Authority> | undefined {
  const outcome = competenceFor(described, chain.levels, exceptions.get(described.key))
  return outcome.ok ? outcome.value : undefined
}

function hitOf(described: PublicService, competence: Competence<Authority> | undefined, offers: readonly OfferRow[]): Hit {
  const offer = offers.find((one) => one.authority === competence?.authority.authorityId && one.service === described.key)
  return {
    service: described,
    competence,
    feeCents: feeOf(described, offer),
    isOnline: described.online !== undefined && (offer?.isOnline ?? true),
  }
}

function feeOf(described: PublicService, offer: OfferRow | undefined): Cents | undefined {
  if (offer?.feeCents !== undefined) return offer.feeCents
  const cents = described.online?.feeCents ?? described.feeCents
  return cents === undefined ? undefined : BigInt(cents)
}

export interface CompetenceQuestion {
  readonly service: string
  readonly ars: string
  readonly on: Day
}

/** Which authority is responsible for a service at a place, with the rule that says so. */
export async function competentAuthority(
  database: Queryable,
  question: CompetenceQuestion,
): Promise<Outcome<Competence<Authority>, 'unknown-place' | 'none'>> {
  const described = await findPublicService(database, question.service)
  const chain = await administrationsOf(database, question.ars, question.on)
  if (chain === undefined) return refused('unknown-place')
  if (described === undefined) return refused('none')
  const exceptions = await listExceptions(database, chain.place.ars, question.on)
  return competenceFor(described, chain.levels, exceptions.get(described.key))
}

export interface Offer {
  readonly service: PublicService
  readonly authorityId: Authority['authorityId']
  readonly feeCents: Cents
  readonly isOnline: boolean
}

/** What the authority asks for a service; undefined for an unknown service. Where no amount is known the fee is 0 and stands in words in `service.fee`. */
export async function offerOf(database: Queryable, serviceKey: string, authorityId: Authority['authorityId']): Promise<Offer | undefined> {
  const described = await findPublicService(database, serviceKey)
  if (described === undefined) return undefined
  const offers = await listOffers(database, [authorityId])
  const offer = offers.find((one) => one.service === serviceKey)
  return {
    service: described,
    authorityId,
    feeCents: feeOf(described, offer) ?? 0n,
    isOnline: described.online !== undefined && (offer?.isOnline ?? true),
  }
}
