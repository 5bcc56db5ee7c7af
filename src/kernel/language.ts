// Languages of the pages, and texts that exist in several of them.

/** German, English and plain German (Einfache Sprache). */
export const languages = ['de', 'en', 'plain'] as const
export type Language = (typeof languages)[number]

/** The value of the `lang` attribute. */
export const htmlLanguage: Record<Language, string> = { de: 'de', en: 'en', plain: 'de' }

/** What stands before a page's path: German has nothing. */
export const pathPrefix: Record<Language, string> = { de: '', en: '/en', plain: '/einfach' }

/** A text of a data file: German always, others where someone wrote them. */
export interface Localised {
  readonly de: string
  readonly en?: string
  readonly plain?: string
}

/** The text in that language, else in German. */
export function inLanguage(text: Localised, language: Language): string {
  return text[language] ?? text.de
}
