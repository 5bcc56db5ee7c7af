// Makes the frame of a page from its visit.
import { type Language, pathPrefix } from '#kernel/language.ts'
import type { Frame } from './frame.ts'
import { csrfToken, type Session } from './session.ts'
import type { ServerSettings } from './settings.ts'

export interface FrameInput {
  readonly settings: Pick<ServerSettings, 'assets' | 'csrfKey' | 'demo'>
  readonly language: Language
  readonly url: URL
  readonly session: Session | undefined
}

export function createFrame(input: FrameInput): Frame {
  const { settings, language, url, session } = input
  const actor = session?.actor
  return {
    language,
    path: url.pathname,
    address: `${url.pathname}${url.search}`,
    // Made where a form asks for it: most answers to a POST are redirects.
    get csrf() {
      return session === undefined ? '' : csrfToken(settings.csrfKey, session)
    },
    ...(actor?.kind === 'person' ? { personName: actor.name } : {}),
    ...(actor?.kind === 'staff'
      ? { staff: { name: actor.name, unit: actor.unit, roles: actor.roles, authority: session?.authority } }
      : {}),
    demo: settings.demo,
    href: (path) => (path === '/' && pathPrefix[language] !== '' ? pathPrefix[language] : `${pathPrefix[language]}${path}`),
    asset: (name) => settings.assets.href(name),
  }
}
