// Sizes of files as people read them.
import type { Language } from '#kernel/language.ts'

/** "12 kB", "3,4 MB". */
export function fileSize(bytes: number, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : 'de-DE'
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString(locale)} kB`
  return `${(bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`
}
