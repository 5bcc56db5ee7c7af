// Replies: what a handler may answer.
import type { Html } from './html.ts'

export interface Cookie {
  /** The session of a realm, or a small memory of the browser; the server adds prefix and flags. */
  readonly name: string
  /** Empty deletes the cookie. */
  readonly value: string
  readonly maxAgeSeconds?: number
}

export interface ReplyOptions {
  readonly status?: number
  readonly cookies?: readonly Cookie[]
  readonly headers?: Readonly<Record<string, string>>
}

export type RefusalKind =
  | 'not-found'
  | 'forbidden'
  | 'expired'
  | 'too-large'
  | 'bad-request'
  | 'conflict'
  | 'too-many'
  | 'unavailable'
  | 'failed'

export type Content = Uint8Array | AsyncIterable<Uint8Array>

export type Reply = ReplyOptions &
  (
    | { readonly kind: 'page'; readonly html: Html }
    | { readonly kind: 'redirect'; readonly location: string }
    | { readonly kind: 'refusal'; readonly refusal: RefusalKind }
    | { readonly kind: 'json'; readonly value: unknown; readonly mediaType?: string }
    | {
        readonly kind: 'bytes'
        readonly content: Content
        readonly mediaType: string
        readonly fileName?: string
        readonly inline?: boolean
      }
    | { readonly kind: 'handled' }
  )

export const refusalStatus: Record<RefusalKind, number> = {
  'not-found': 404,
  forbidden: 403,
  expired: 403,
  'too-large': 413,
  'bad-request': 400,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
  failed: 500,
}

export function page(html: Html, options: ReplyOptions = {}): Reply {
  return { kind: 'page', html, ...options }
}

/** After a POST: go on by GET. `path` stays in this house and in the visit's language (write it with `frame.href`). */
export function seeOther(path: string, options: ReplyOptions = {}): Reply {
  if (!isLocalPath(path)) throw new TypeError('a redirect inside the house needs a local path')
  return { kind: 'redirect', location: path, ...options }
}

/** Sends the browser to another program (payment provider, ID card, OpenID client); never to an address a visitor gave. */
export function leaveFor(address: URL, options: ReplyOptions = {}): Reply {
  return { kind: 'redirect', location: address.href, ...options }
}

export function notFound(): Reply {
  return { kind: 'refusal', refusal: 'not-found' }
}

export function refuse(refusal: RefusalKind, options: ReplyOptions = {}): Reply {
  return { kind: 'refusal', refusal, ...options }
}

export function json(value: unknown, options: ReplyOptions = {}): Reply {
  return { kind: 'json', value, ...options }
}

/** A problem of a machine's request (RFC 9457). */
export function problem(status: number, title: string, detail?: string): Reply {
  return {
    kind: 'json',
    status,
    mediaType: 'application/problem+json',
    value: { type: 'about:blank', title, status, ...(detail === undefined ? {} : { detail }) },
  }
}

export function bytes(
  content: Content,
  options: ReplyOptions & { readonly mediaType: string; readonly fileName?: string; readonly inline?: boolean },
): Reply {
  return { kind: 'bytes', content, ...options }
}

/** The handler has answered on the raw response itself. */
export function handled(): Reply {
  return { kind: 'handled' }
}

/** Whether a path given by a visitor leads into this house: no scheme, no host, no backslash, no control characters. */
export function isLocalPath(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//') && !/[\\\p{Cc}]/u.test(path)
}
