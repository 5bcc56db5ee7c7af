// The HTTP server: reads the route tables, admits, calls handlers, writes replies.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Language, languages, pathPrefix } from '#kernel/language.ts'
import { answer } from './answer.ts'
import { securityHeaders } from './headers.ts'
import { createPageCache } from './page-cache.ts'
import type { RefusalKind } from './reply.ts'
import type { ServerSettings } from './settings.ts'
import type { Route } from './visit.ts'

const languageOf = new WeakMap<IncomingMessage, Language>()
const defaultBodyLimit = 2 * 1024 * 1024

/** Requests are numbered in the log; the first half tells one start of the program from another. */
const thisStart = randomBytes(4).toString('hex')
let requests = 0

/** Builds the server; the caller listens. */
export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    trustProxy: settings.trustProxy,
    bodyLimit: defaultBodyLimit,
    requestTimeout: 0, // uploads may take long; a silent connection is ended below
    connectionTimeout: 120_000,
    keepAliveTimeout: 15_000,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    rewriteUrl,
    genReqId: () => `${thisStart}-${(requests += 1)}`,
    ...(settings.tls === undefined ? {} : { https: settings.tls }),
  })
  const headers = securityHeaders({ secure: settings.secure, formTargets: settings.formTargets })
  server.addHook('onSend', async (_request, reply) => void reply.headers(headers))
  server.addHook('onResponse', async (request, reply) =>
    settings.observe?.(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1_000),
  )
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  )
  await server.register(multipart, {
    limits: { fileSize: Number.MAX_SAFE_INTEGER, files: 40, fields: 2_000, fieldSize: 1024 * 1024, headerPairs: 100 },
  })
  const context = { settings, cache: createPageCache() }
  for (const route of settings.routes)
    addRoute(server, route, (request, reply) => answer(context, route, request, reply, offered(route, languageOfRequest(request))))
  const missing: Route = {
    method: 'GET',
    path: '*',
    permission: 'public',
    handler: async () => ({ kind: 'refusal', refusal: 'not-found' }),
  }
  server.setNotFoundHandler((request, reply) => answer(context, missing, request, reply, languageOfRequest(request)))
  server.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const refusal: RefusalKind = error.statusCode === 413 ? 'too-large' : (error.statusCode ?? 500) < 500 ? 'bad-request' : 'failed'
    if (refusal === 'failed') settings.log.error({ error, request: request.id }, 'request failed outside its handler')
    const refused: Route = { method: 'GET', path: '*', permission: 'public', handler: async () => ({ kind: 'refusal', refusal }) }
    return answer(context, refused, request, reply, languageOfRequest(request))
  })
  return server
}

function addRoute(
  server: FastifyInstance,
  route: Route,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  const method = route.method === 'ANY' ? server.supportedMethods : [route.method]
  if (route.body === 'raw') {
    // In a context of its own, so that nothing reads the stream before the handler does.
    server.register(async (inner) => {
      inner.removeAllContentTypeParsers()
      inner.addContentTypeParser('*', (_request, _payload, done) => done(null))
      inner.route({ method, url: route.path, handler, exposeHeadRoute: false })
    })
    return
  }
  server.route({
    method,
    url: route.path,
    handler,
    ...(route.method === 'GET' ? { exposeHeadRoute: true } : {}),
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
  })
}

function languageOfRequest(request: FastifyRequest): Language {
  return languageOf.get(request.raw) ?? 'de'
}

function offered({ languages: written }: Route, asked: Language): Language {
  return written === undefined || written.includes(asked) ? asked : 'de'
}

/** Cuts the language's prefix, so that the route tables know one path for all languages. */
function rewriteUrl(request: IncomingMessage): string {
  const url = request.url ?? '/'
  for (const language of languages) {
    const prefix = pathPrefix[language]
    if (prefix === '' || !url.startsWith(prefix)) continue
    const next = url.charAt(prefix.length)
    if (next !== '' && next !== '/' && next !== '?') continue
    languageOf.set(request, language)
    const rest = url.slice(prefix.length)
    return rest.startsWith('/') ? rest : `/${rest}`
  }
  return url
}
