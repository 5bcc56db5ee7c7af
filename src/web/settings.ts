// What the server is built from.
import type { KeyObject } from 'node:crypto'
import type { Logger } from 'pino'
import type { Assets } from './assets.ts'
import type { Frame } from './frame.ts'
import type { Html } from './html.ts'
import type { RefusalKind } from './reply.ts'
import type { SessionStore } from './session.ts'
import type { Route } from './visit.ts'

export interface ServerSettings {
  readonly routes: readonly Route[]
  readonly sessions: { readonly portal: Required<SessionStore>; readonly workplace: SessionStore }
  readonly assets: Assets
  readonly errorPage: (frame: Frame, refusal: RefusalKind, incident?: string) => Html
  /** Secret that CSRF fields are bound with. */
  readonly csrfKey: KeyObject
  readonly secure: boolean
  readonly trustProxy: boolean
  readonly demo: boolean
  readonly formTargets: readonly string[]
  readonly log: Logger
  /** Told of every answer, for the metrics. */
  readonly observe?: (route: string, status: number, seconds: number) => void
  /** Certificate and key where this process ends TLS itself. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer }
  readonly now: () => Date
}
