// Calls of the house to itself: by its inner address, under its public name, so that no public route or certificate is needed.
import { request as startRequest } from 'node:http'

export interface InternalAddress {
  readonly baseUrl: string
  /** Where this process listens, "http://127.0.0.1:8080"; known only after it does. */
  readonly internalAddress: () => string
}

const timeoutMs = 10_000

interface InternalRequest {
  readonly method?: string | undefined
  readonly headers?: ConstructorParameters<typeof Headers>[0] | undefined
  readonly body?: unknown
}

/** `fetch` for addresses below the public address; anything else is refused. */
export function internalFetch({
  baseUrl,
  internalAddress,
}: InternalAddress): (url: string, options?: InternalRequest) => Promise<Response> {
  return (url, options = {}) => {
    const target = new URL(url)
    if (target.origin !== new URL(baseUrl).origin) throw new Error('the house calls only itself this way')
    const headers = Object.fromEntries(new Headers(options.headers).entries())
    const body = bodyOf(options.body)
    return new Promise((resolve, reject) => {
      const request = startRequest(new URL(target.pathname + target.search, internalAddress()), {
        method: options.method ?? 'GET',
        headers: { ...headers, host: target.host, ...(body === undefined ? {} : { 'content-length': body.length }) },
        timeout: timeoutMs,
      })
      request.on('timeout', () => request.destroy(new Error('the house did not answer itself in time')))
      request.on('error', reject)
      request.on('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          const status = response.statusCode ?? 502
          const isEmpty = status === 204 || status === 304
          resolve(
            new Response(isEmpty ? null : Buffer.concat(parts), {
              status,
              headers: { 'content-type': response.headers['content-type'] ?? 'text/plain' },
            }),
          )
        })
      })
      request.end(body)
    })
  }
}

function bodyOf(body: unknown): Buffer | undefined {
  if (body === undefined || body === null) return undefined
  if (body instanceof Uint8Array) return Buffer.from(body)
  // Forms and text: the only bodies of OpenID Connect's back channel.
  return Buffer.from(String(body))
}
