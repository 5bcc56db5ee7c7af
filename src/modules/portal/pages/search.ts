// The search page and the suggestions while one types.
import { dayInGermany } from '#kernel/dates.ts'
import { inLanguage } from '#kernel/language.ts'
import { listLifeSituations, searchPublicServices, suggestServices } from '#modules/catalogue'
import { findPlaces } from '#modules/directory'
import { json, page, type Reply, type Visit } from '#web'
import type { PortalDependencies } from '../dependencies.ts'
import { placeName, placeOf, shownPlace } from './place.ts'
import { searchPage } from './search.html.ts'
import { shownService } from './shown.ts'

export async function showSearch({ database }: PortalDependencies, { frame, language, query, now }: Visit): Promise<Reply> {
  const words = (query.get('was') ?? '').trim().slice(0, 100)
  const choosing = placeOf(database, query)
  const chosen = choosing.then((found) => (found.kind === 'place' ? found.place : undefined))
  const [choice, result] = await Promise.all([
    choosing,
    words === '' ? { hits: [] } : searchPublicServices(database, { words, on: dayInGermany(now), place: chosen }),
  ])
  const place = choice.kind === 'place' ? shownPlace(choice.place) : undefined
  const situations = result.hits.length === 0 ? await listLifeSituations(database) : []
  return page(
    searchPage(frame, {
      words,
      placeText: place?.name ?? (query.get('wo') ?? '').slice(0, 100),
      place,
      several: choice.kind === 'several' ? choice.places.map(shownPlace) : [],
      unknownPlace: choice.kind === 'unknown',
      services: result.hits.map((hit) => shownService(hit, language)),
      corrected: 'corrected' in result ? result.corrected : undefined,
      situations: situations.map((one) => ({
        key: one.key,
        title: inLanguage(one.title, language),
        summary: inLanguage(one.summary, language),
      })),
    }),
  )
}

/** JSON for the search box: titles for `was`, places for `wo`. */
export async function suggest({ database }: PortalDependencies, { language, query }: Visit): Promise<Reply> {
  const words = (query.get('was') ?? '').trim().slice(0, 60)
  const place = (query.get('wo') ?? '').trim().slice(0, 60)
  const headers = { 'cache-control': 'public, max-age=60' }
  if (words.length >= 2) {
    const services = await suggestServices(database, words)
    return json({ suggestions: services.map((one) => inLanguage(one.title, language)) }, { headers })
  }
  if (place.length >= 2) {
    const places = await findPlaces(database, place, 8)
    const names = places.filter((one) => one.kind === 'municipality').map(placeName)
    return json({ suggestions: [...new Set(names)] }, { headers })
  }
  return json({ suggestions: [] }, { headers })
}
