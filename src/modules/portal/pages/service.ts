// The page of a public service, for a place or without one.
import { dayInGermany, formatDay, parseDay } from '#kernel/dates.ts'
import { inLanguage, type Language } from '#kernel/language.ts'
import { findServiceWithRelated, type Hit, type PublicService, placeServices } from '#modules/catalogue'
import { notFound, page, type Reply, type Visit } from '#web'
import type { PortalDependencies } from '../dependencies.ts'
import { feeText } from './parts.html.ts'
import { placeOf, shownPlace } from './place.ts'
import { type ServiceContent, servicePage } from './service.html.ts'

export async function showService({ database }: PortalDependencies, visit: Visit): Promise<Reply> {
  const { frame, language, query, params, now } = visit
  const [found, choice] = await Promise.all([findServiceWithRelated(database, params.key ?? ''), placeOf(database, query)])
  if (found === undefined) return notFound()
  const place = choice.kind === 'place' ? choice.place : undefined
  const [hit] = await placeServices(database, [found.service], place, dayInGermany(now))
  if (hit === undefined) return notFound()
  return page(
    servicePage(frame, {
      ...describe(hit, language),
      place: choice.kind === 'place' ? shownPlace(choice.place) : undefined,
      placeText: choice.kind === 'none' ? '' : choice.kind === 'place' ? shownPlace(choice.place).name : choice.text,
      several: choice.kind === 'several' ? choice.places.map(shownPlace) : [],
      unknownPlace: choice.kind === 'unknown',
      related: found.related.map((other) => ({ key: other.key, title: inLanguage(other.title, language) })),
    }),
  )
}

type Described = Omit<ServiceContent, 'place' | 'placeText' | 'several' | 'unknownPlace' | 'related'>

function describe(hit: Hit<PublicService>, language: Language): Described {
  const { service: described, competence } = hit
  const say = (text: PublicService['title'] | undefined) => (text === undefined ? undefined : inLanguage(text, language))
  const unit = competence?.authority.units.find((one) => one.key === competence.unit)
  const checkedOn = parseDay(described.checkedOn)
  return {
    key: described.key,
    leikaKey: described.leikaKeyChecked ? described.leikaKey : undefined,
    title: inLanguage(described.title, language),
    summary: inLanguage(described.summary, language),
    description: say(described.description),
    audience: inLanguage(described.audience, language),
    papers: described.papers.map((paper) => inLanguage(paper, language)),
    procedure: inLanguage(described.procedure, language),
    fee: feeText(language, hit.feeCents, described.fee),
    time: inLanguage(described.time, language),
    deadline: say(described.deadline),
    legalBasis: described.legalBasis,
    remedy: say(described.remedy),
    checkedOn: checkedOn === undefined ? '' : formatDay(checkedOn, language),
    isOnline: hit.isOnline,
    assurance: described.online?.assurance ?? 'none',
    competence:
      competence === undefined
        ? undefined
        : {
            name: competence.authority.name,
            slug: competence.authority.slug,
            unit: unit === undefined ? undefined : inLanguage(unit.name, language),
            rule: inLanguage(competence.rule, language),
            source: competence.source,
          },
  }
}
