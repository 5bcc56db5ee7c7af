// What of a service is searched.
import type { PublicService } from './public-service.ts'
import type { SearchEntry } from './search-index.ts'

export function searchEntryOf(described: PublicService): SearchEntry {
  const { title, summary, audience, description, papers } = described
  const texts = [summary, audience, description, ...papers].flatMap((text) =>
    text === undefined ? [] : [text.de, text.en ?? '', text.plain ?? ''],
  )
  return {
    key: described.key,
    titles: [title.de, title.en ?? '', title.plain ?? ''].filter((text) => text !== ''),
    keywords: [...described.keywords.de, ...described.keywords.en],
    texts: [...texts, described.legalBasis.join(' ')].filter((text) => text !== ''),
  }
}
