// Return path: where a person goes on after signing in; only paths of our own site are taken.
import type { AssuranceLevel } from '#kernel/actors.ts'

const origin = 'https://portal.invalid'

/**
 * The path as the browser will read it, or undefined for anything that could lead elsewhere:
 * another host (`//host`, `/\host`), a scheme, control characters, an encoded line break.
 */
export function localPath(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || text.length > 2_000 || !/^\/(?![/\\])/.test(text) || /[\p{Cc}\\]/u.test(text)) return undefined
  if (!URL.canParse(text, origin)) return undefined
  const url = new URL(text, origin)
  // "/..//host" becomes "//host" when dots are resolved.
  if (url.origin !== origin || url.username !== '' || url.pathname.startsWith('//')) return undefined
  return url.pathname + url.search + url.hash
}

/** The path that asks a person to sign in at a level and brings them back to `returnTo`. */
export function signInPath(level: AssuranceLevel, returnTo: string): string {
  return `/anmelden?${new URLSearchParams({ stufe: level, weiter: localPath(returnTo) ?? '/' })}`
}
