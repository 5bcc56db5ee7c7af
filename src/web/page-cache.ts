// The page cache: public pages that are the same for everybody, kept for some seconds.

import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const mostPages = 400
const smallest = 700

export type Encoding = 'br' | 'gzip' | 'identity'

export interface PreparedPage {
  readonly status: number
  readonly etag: string
  readonly bodies: Readonly<Record<Encoding, Buffer>>
}

export interface PageCache {
  find(key: string, now: number): PreparedPage | undefined
  keep(key: string, page: PreparedPage, until: number): void
}

/** Bounded: the oldest entry leaves when a new one does not fit. */
export function createPageCache(): PageCache {
  const pages = new Map<string, { page: PreparedPage; until: number }>()
  return {
    find(key, now) {
      const entry = pages.get(key)
      if (entry === undefined) return undefined
      if (entry.until > now) return entry.page
      pages.delete(key)
      return undefined
    },
    keep(key, page, until) {
      const oldest = pages.keys().next()
      if (pages.size >= mostPages && !oldest.done) pages.delete(oldest.value)
      pages.set(key, { page, until })
    },
  }
}

/** All encodings at once, because the page will be asked for again. */
export async function preparePage(markup: string, status: number): Promise<PreparedPage> {
  const identity = Buffer.from(markup)
  const [br, gz] = await Promise.all([brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }), zip(identity)])
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  return { status, etag, bodies: { identity, br, gzip: gz } }
}

/** One encoding of a page that nobody else will see. */
export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (body.length < smallest || encoding === 'identity') return body
  return encoding === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }) : zip(body, { level: 4 })
}

export function preferredEncoding(accept: string | string[] | undefined): Encoding {
  const text = String(accept ?? '')
  if (/\bbr\b/.test(text)) return 'br'
  return /\bgzip\b/.test(text) ? 'gzip' : 'identity'
}
