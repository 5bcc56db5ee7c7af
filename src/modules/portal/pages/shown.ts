// From the catalogue's hits to what the views show.
import { inLanguage, type Language } from '#kernel/language.ts'
import type { Hit } from '#modules/catalogue'
import { feeText, type ShownService } from './parts.html.ts'

export function shownService(hit: Hit, language: Language): ShownService {
  const { service: described, competence } = hit
  return {
    key: described.key,
    title: inLanguage(described.title, language),
    summary: inLanguage(described.summary, language),
    fee: feeText(language, hit.feeCents, described.fee),
    time: inLanguage(described.time, language),
    isOnline: hit.isOnline,
    authority: competence === undefined ? undefined : { name: competence.authority.name, slug: competence.authority.slug },
  }
}
