// One request answered: session, admission, handler, reply.
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visitor } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { type Language, pathPrefix } from '#kernel/language.ts'
import { admit, originOf } from './admission.ts'
import { createFrame } from './create-frame.ts'
import { cookieHeader, cookieName, readCookie } from './headers.ts'
import { ForeignFormError, readParts } from './multipart.ts'
import { compress, type PageCache, type PreparedPage, preferredEncoding, preparePage } from './page-cache.ts'
import { type Cookie, type RefusalKind, type Reply, refusalStatus } from './reply.ts'
import { isCsrfToken, type Realm, type Session } from './session.ts'
import type { ServerSettings } from './settings.ts'
import type { Route, Visit } from './visit.ts'

export interface AnswerContext {
  readonly settings: ServerSettings
  readonly cache: PageCache
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Everything that happens between a request and its answer, in the order it happens. */
export async function answer(
  context: AnswerContext,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
): Promise<FastifyReply> {
  const { settings } = context
  const realm: Realm = request.url.startsWith('/arbeit') ? 'workplace' : 'portal'
  const token = readCookie(request.headers.cookie, cookieName(realm, settings.secure))
  const cacheKey =
    route.cacheSeconds !== undefined && token === undefined && request.method === 'GET' ? `${language} ${request.url}` : undefined
  const kept = cacheKey === undefined ? undefined : context.cache.find(cacheKey, Date.now())
  if (kept !== undefined) return sendPrepared(request, reply, kept, route.cacheSeconds ?? 0)

  const now = settings.now()
  const cookies: Cookie[] = []
  let session: Session | undefined
  let visit: Visit | undefined
  try {
    session = await findSession(settings, route, { realm, token, method: request.method, now, cookies })
    visit = createVisit(settings, { request, reply, language, session, now })
    const refusal = admission(settings, route, visit, request)
    const result = refusal ?? (await route.handler(visit))
    if (cacheKey !== undefined && result.kind === 'page' && result.cookies === undefined) {
      const prepared = preparePage(result.html.markup, result.status ?? 200)
      if (prepared.status === 200) context.cache.keep(cacheKey, prepared, Date.now() + (route.cacheSeconds ?? 0) * 1_000)
      return await sendPrepared(request, reply, prepared, route.cacheSeconds ?? 0)
    }
    return await send(settings, { visit, request, reply, cookies }, result)
  } catch (error) {
    visit ??= createVisit(settings, { request, reply, language, session, now })
    return fail(settings, { visit, request, reply, cookies }, error)
  }
}

interface Sending {
  readonly visit: Visit
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly cookies: readonly Cookie[]
}

async function findSession(
  settings: ServerSettings,
  route: Route,
  given: { realm: Realm; token: string | undefined; method: string; now: Date; cookies: Cookie[] },
): Promise<Session | undefined> {
  if (route.permission === 'machine') return undefined
  const found = given.token === undefined ? undefined : await settings.sessions[given.realm].find(given.token, given.now)
  if (found !== undefined || route.permission !== 'owner' || !changing.has(given.method)) return found
  const opened = await settings.sessions.portal.open(given.now)
  given.cookies.push({ name: 'portal', value: opened.token })
  return opened
}

function stranger(): Visitor {
  return { kind: 'visitor', owner: newId() }
}

function createVisit(
  settings: ServerSettings,
  given: { request: FastifyRequest; reply: FastifyReply; language: Language; session: Session | undefined; now: Date },
): Visit {
  const { request, session, language, now } = given
  const url = new URL(request.url, 'http://house')
  return {
    method: request.method,
    path: url.pathname,
    params: request.params as Record<string, string>, // Fastify's parameters are strings for our patterns
    query: url.searchParams,
    form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    body: request.body,
    language,
    actor: session?.actor ?? stranger(),
    session,
    now,
    frame: createFrame({ settings, language, url, session }),
    enhanced: request.headers['x-rennsteig'] === '1',
    address: request.ip,
    parts: () => readParts(request.parts(), (field) => hasOwnForm(settings, session, field, originOf(request.headers))),
    raw: { request: request.raw, response: given.reply.raw },
  }
}

/** Undefined lets the visit in. */
function admission(settings: ServerSettings, route: Route, visit: Visit, request: FastifyRequest): Reply | undefined {
  if (changing.has(request.method) && route.permission !== 'machine') {
    const origin = originOf(request.headers)
    if (origin === 'foreign') return { kind: 'refusal', refusal: 'forbidden' }
    const field = visit.form.get('csrf') ?? request.headers['x-csrf']
    if (route.body !== 'multipart' && !hasOwnForm(settings, visit.session, field, origin)) return { kind: 'refusal', refusal: 'expired' }
  }
  switch (admit(route.permission, visit.actor, visit.session !== undefined)) {
    case 'admitted':
      return undefined
    case 'forbidden':
      return { kind: 'refusal', refusal: 'forbidden' }
    case 'needs-session':
      return { kind: 'refusal', refusal: 'expired' }
    case 'needs-sign-in':
      return { kind: 'redirect', location: signInAddress(route, visit) }
  }
}

/**
 * Whether a changing request comes from a form of ours. People and staff prove it by the CSRF field;
 * a visitor's form may lack it, because the page came before the session (then the browser's word on the origin must do).
 */
function hasOwnForm(
  settings: ServerSettings,
  session: Session | undefined,
  given: unknown,
  origin: 'own' | 'foreign' | 'unknown',
): boolean {
  if (session !== undefined && typeof given === 'string' && given !== '' && isCsrfToken(settings.csrfKey, session, given)) return true
  return origin === 'own' && (session === undefined || session.actor.kind === 'visitor')
}

function signInAddress(route: Route, visit: Visit): string {
  const target = encodeURIComponent(visit.method === 'GET' ? visit.frame.href(visit.frame.address) : visit.frame.href(visit.path))
  if (typeof route.permission === 'object' && 'staff' in route.permission) return `/arbeit/anmelden?weiter=${target}`
  const level = typeof route.permission === 'object' ? route.permission.person : 'low'
  return `${pathPrefix[visit.language]}/anmelden?stufe=${level}&weiter=${target}`
}

async function send(settings: ServerSettings, sending: Sending, result: Reply): Promise<FastifyReply> {
  const { reply, request, visit } = sending
  if (result.kind === 'handled') return reply.hijack()
  for (const cookie of [...sending.cookies, ...(result.cookies ?? [])]) reply.header('set-cookie', cookieHeader(cookie, settings.secure))
  reply.header('cache-control', 'no-store')
  for (const [name, value] of Object.entries(result.headers ?? {})) reply.header(name, value)
  switch (result.kind) {
    case 'redirect':
      return reply
        .code(result.status ?? 303)
        .header('location', result.location)
        .send()
    case 'page':
      return sendText(request, reply.code(result.status ?? 200), result.html.markup, 'text/html; charset=utf-8')
    case 'json':
      return sendText(
        request,
        reply.code(result.status ?? 200),
        JSON.stringify(result.value),
        `${result.mediaType ?? 'application/json'}; charset=utf-8`,
      )
    case 'bytes': {
      const place = result.inline === true ? 'inline' : 'attachment'
      if (result.fileName !== undefined)
        reply.header('content-disposition', `${place}; filename*=UTF-8''${encodeURIComponent(result.fileName).replaceAll("'", '%27')}`)
      const content = result.content instanceof Uint8Array ? Buffer.from(result.content) : Readable.from(result.content)
      return reply
        .code(result.status ?? 200)
        .type(result.mediaType)
        .send(content)
    }
    case 'refusal': {
      const status = result.status ?? refusalStatus[result.refusal]
      if (visit.enhanced || request.headers.accept === 'application/json') return sendProblem(reply, status, result.refusal)
      return sendText(request, reply.code(status), settings.errorPage(visit.frame, result.refusal).markup, 'text/html; charset=utf-8')
    }
  }
}

async function sendText(request: FastifyRequest, reply: FastifyReply, text: string, mediaType: string): Promise<FastifyReply> {
  const encoding = preferredEncoding(request.headers['accept-encoding'])
  const plain = Buffer.from(text)
  const body = compress(plain, encoding)
  if (body !== plain) reply.header('content-encoding', encoding)
  return reply.header('vary', 'accept-encoding, cookie').type(mediaType).send(body)
}

function sendProblem(reply: FastifyReply, status: number, title: string): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status }))
}

async function sendPrepared(request: FastifyRequest, reply: FastifyReply, prepared: PreparedPage, seconds: number): Promise<FastifyReply> {
  reply.header('etag', prepared.etag).header('cache-control', `public, max-age=${seconds}`).header('vary', 'accept-encoding, cookie')
  if (request.headers['if-none-match'] === prepared.etag) return reply.code(304).send()
  const encoding = preferredEncoding(request.headers['accept-encoding'])
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.code(prepared.status).type('text/html; charset=utf-8').send(prepared.body(encoding))
}

/** A body that is broken or too large is the sender's fault and is no incident. */
function refusalOf(error: unknown): RefusalKind {
  if (error instanceof ForeignFormError) return 'expired'
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return 'too-large'
  return status >= 400 && status < 500 ? 'bad-request' : 'failed'
}

/** The one place where the unexpected is caught: logged with a number that the page shows, nothing else told. */
async function fail(settings: ServerSettings, sending: Sending, error: unknown): Promise<FastifyReply> {
  const { reply, visit, request } = sending
  const refusal = refusalOf(error)
  const incident = randomBytes(4).toString('hex').toUpperCase()
  if (refusal === 'failed') settings.log.error({ error, incident, route: request.routeOptions.url }, 'request failed')
  if (reply.sent) return reply
  reply.code(refusalStatus[refusal]).header('cache-control', 'no-store')
  if (visit.enhanced) return sendProblem(reply, refusalStatus[refusal], incident)
  return reply.type('text/html; charset=utf-8').send(settings.errorPage(visit.frame, refusal, incident).markup)
}
