// Life situations: the list, and one with its services.
import { dayInGermany } from '#kernel/dates.ts'
import { inLanguage } from '#kernel/language.ts'
import { findLifeSituation, listLifeSituations, placeServices } from '#modules/catalogue'
import { notFound, page, type Reply, type Visit } from '#web'
import type { PortalDependencies } from '../dependencies.ts'
import { placeOf, shownPlace } from './place.ts'
import { shownService } from './shown.ts'
import { situationPage, situationsPage } from './situation.html.ts'

export async function showSituations({ database }: PortalDependencies, { frame, language }: Visit): Promise<Reply> {
  const situations = await listLifeSituations(database)
  return page(
    situationsPage(
      frame,
      situations.map((one) => ({ key: one.key, title: inLanguage(one.title, language), summary: inLanguage(one.summary, language) })),
    ),
  )
}

export async function showSituation({ database }: PortalDependencies, visit: Visit): Promise<Reply> {
  const { frame, language, params, query, now } = visit
  const [found, choice] = await Promise.all([findLifeSituation(database, params.key ?? ''), placeOf(database, query)])
  if (found === undefined) return notFound()
  const place = choice.kind === 'place' ? shownPlace(choice.place) : undefined
  const hits = await placeServices(database, found.services, choice.kind === 'place' ? choice.place : undefined, dayInGermany(now))
  return page(
    situationPage(frame, {
      title: inLanguage(found.situation.title, language),
      summary: inLanguage(found.situation.summary, language),
      place,
      services: hits.map((hit) => shownService(hit, language)),
    }),
  )
}
