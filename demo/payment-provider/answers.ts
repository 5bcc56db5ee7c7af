// Answers: how the simulator replies over HTTP.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { encodeProblem, type FunctionalCode } from '#standards/xbezahldienste'

export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  /** Path without leading slash, cut at slashes. */
  readonly path: readonly string[]
}

export function sendJson(exchange: Exchange, value: unknown, status = 200, mediaType = 'application/json'): void {
  const body = JSON.stringify(value)
  exchange.response
    .writeHead(status, {
      'content-type': `${mediaType}; charset=utf-8`,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
    })
    .end(body)
}

export function sendProblem(exchange: Exchange, status: number, code: FunctionalCode, title: string): void {
  sendJson(exchange, encodeProblem(status, code, title), status, 'application/problem+json')
}

/** A page; forms may lead to `formTargets` besides the simulator itself. */
export function sendPage(exchange: Exchange, markup: string, status = 200, formTargets: readonly string[] = []): void {
  const policy = `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ${["'self'", ...formTargets].join(' ')}`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(markup),
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
  exchange.response.writeHead(status, headers).end(markup)
}

export function sendTo(exchange: Exchange, location: string): void {
  exchange.response.writeHead(303, { location, 'content-length': 0 }).end()
}

/** The body as text; undefined if it is larger than any request of the standard. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > 1_000_000) return undefined
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}
