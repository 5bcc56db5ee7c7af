// The portal's texts by language.
import type { Language } from '#kernel/language.ts'
import { english } from './texts/english.ts'
import { german, type PortalTexts } from './texts/german.ts'
import { plain } from './texts/plain.ts'

export type { PortalTexts }

const byLanguage: Record<Language, PortalTexts> = { de: german, en: english, plain }

export function textsIn(language: Language): PortalTexts {
  return byLanguage[language]
}
