// The search over the catalogue, combined with a place: what, who is responsible there, fee, time, online or not.
import type { Database, Queryable } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'
import { type Outcome, refused } from '#kernel/outcome.ts'
import type { Authority, Place } from '#modules/directory'
import { administrationsOf, placeOn } from './administrations.ts'
import { findServices } from './catalogue-index.ts'
import { type Competence, competenceFor } from './domain/competence.ts'
import type { PublicService, ServiceSummary } from './domain/public-service.ts'
import { findLocalRules, findPublicService, listOffers, type OfferRow } from './reads.ts'

/** One service as it is offered at a place. */
export interface Hit<Service extends ServiceSummary = ServiceSummary> {
  readonly service: Service
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
  /** May still be on its way: words are looked up meanwhile. */
  readonly place?: Place | Promise<Place | undefined>
  readonly on: Day
  readonly limit?: number
}

export async function searchPublicServices(database: Database, search: Search): Promise<SearchResult> {
  const [{ services, corrected }, place] = await Promise.all([findServices(database, search.words, search.limit ?? 20), search.place])
  const hits = await placeServices(database, services, place, search.on)
  return { hits, ...(corrected === undefined ? {} : { corrected }) }
}

/** What people may go on to type: titles of the first services for begun words. */
export async function suggestServices(database: Database, words: string, limit = 6): Promise<readonly ServiceSummary[]> {
  return (await findServices(database, words, limit)).services
}

/** Services with who does them at the place and what they cost there; two queries for any number of services. */
export async function placeServices<Service extends ServiceSummary>(
  database: Database,
  services: readonly Service[],
  place: Place | undefined,
  on: Day,
): Promise<readonly Hit<Service>[]> {
  if (place === undefined || services.length === 0) return services.map((one) => hitOf(one, undefined, []))
  const withLand = services.some((one) => one.level === 'land')
  const chain = await administrationsOf(database, place, withLand)
  const authorities = new Set(chain.flatMap((level) => level.authorities.map((one) => one.authorityId)))
  const local = await findLocalRules(database, { ars: place.ars, on, authorities: [...authorities] })
  return services.map((one) => {
    const outcome = competenceFor(one, chain, local.exceptions.get(one.key))
    return hitOf(one, outcome.ok ? outcome.value : undefined, local.offers)
  })
}

function hitOf<Service extends ServiceSummary>(
  described: Service,
  competence: Competence<Authority> | undefined,
  offers: readonly OfferRow[],
): Hit<Service> {
  const offer = offers.find((one) => one.authority === competence?.authority.authorityId && one.service === described.key)
  return {
    service: described,
    competence,
    feeCents: feeOf(described, offer),
    isOnline: described.online !== undefined && (offer?.isOnline ?? true),
  }
}

function feeOf(described: ServiceSummary, offer: OfferRow | undefined): Cents | undefined {
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
  database: Database,
  question: CompetenceQuestion,
): Promise<Outcome<Competence<Authority>, 'unknown-place' | 'none'>> {
  const [described, place] = await Promise.all([
    findPublicService(database, question.service),
    placeOn(database, question.ars, question.on),
  ])
  if (place === undefined) return refused('unknown-place')
  if (described === undefined) return refused('none')
  const chain = await administrationsOf(database, place, described.level === 'land')
  const local = await findLocalRules(database, { ars: place.ars, on: question.on, authorities: [] })
  return competenceFor(described, chain, local.exceptions.get(described.key))
}

export interface Offer {
  readonly service: PublicService
  readonly authorityId: AuthorityId
  readonly feeCents: Cents
  readonly isOnline: boolean
}

/** What the authority asks for a service; undefined for an unknown service. Where no amount is known the fee is 0 and stands in words in `service.fee`. */
export async function offerOf(database: Queryable, serviceKey: string, authorityId: AuthorityId): Promise<Offer | undefined> {
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
