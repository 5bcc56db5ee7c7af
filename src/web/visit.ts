// A visit: one request as a handler sees it, and the route table's row.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AssuranceLevel, Person, Staff, StaffRole, Visitor } from '#kernel/actors.ts'
import type { Language } from '#kernel/language.ts'
import type { Frame } from './frame.ts'
import type { Reply } from './reply.ts'
import type { Session } from './session.ts'

export type Part =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'file'; readonly name: string; readonly fileName: string; readonly content: AsyncIterable<Uint8Array> }

export interface Visit {
  readonly method: string
  /** Path without the language's prefix. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The fields of a posted form; empty for other bodies. */
  readonly form: URLSearchParams
  /** The value of a JSON body, checked by nobody yet. */
  readonly body: unknown
  readonly language: Language
  readonly actor: Visitor | Person | Staff
  readonly session: Session | undefined
  readonly now: Date
  readonly frame: Frame
  /** Asked by one of our scripts, which wants a fragment or JSON. */
  readonly enhanced: boolean
  /** The network address, for limits; never logged. */
  readonly address: string
  /** The parts of a multipart body in their order; the first is the CSRF field and is checked before any other is given out. */
  parts(): AsyncIterable<Part>
  readonly raw: { readonly request: IncomingMessage; readonly response: ServerResponse }
}

/**
 * Who may: anyone; the owner of a session (a POST without one opens it); a person known at a level;
 * staff with one of the roles; another program (no cookie, no CSRF field).
 */
export type Permission = 'public' | 'owner' | { readonly person: AssuranceLevel } | { readonly staff: readonly StaffRole[] } | 'machine'

export type Handler = (visit: Visit) => Promise<Reply>

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'HEAD' | 'DELETE' | 'OPTIONS' | 'ANY'
  /** Fastify's pattern: "/leistung/:key". */
  readonly path: string
  readonly permission: Permission
  /** How the body is read; `raw` leaves the request's stream to the handler. */
  readonly body?: 'form' | 'multipart' | 'json' | 'raw'
  /** Bytes of body taken; 2 MiB unless said, without limit for `raw` and `multipart` (their handlers count). */
  readonly bodyLimit?: number
  /** Languages that the page is written in; asked for in another it comes in German and says so. Without it, all. */
  readonly languages?: readonly Language[]
  /** A public page that is the same for all visitors without a session may be kept this long. */
  readonly cacheSeconds?: number
  readonly handler: Handler
}
