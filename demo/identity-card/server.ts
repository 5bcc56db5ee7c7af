// The identity card simulator as an HTTP server: start, release, token, keys, authenticator.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { generateSync } from 'otplib'
import { cards, demoPin } from './cards.ts'
import { authenticatorPage, cardPage, problemPage, type Reading, startPage, stylesheet } from './pages.ts'
import { type Behaviour, behaviours, openReleases, type Releases } from './releases.ts'

export interface SimulatorSettings {
  /** Origins that a released card may be sent to: the portal's. */
  readonly returnOrigins: readonly string[]
  /** Demo accounts and the secrets of their authenticator apps. */
  readonly secrets: readonly { readonly account: string; readonly secret: string }[]
  readonly clock?: () => number
}

const mostBytes = 10_000
const periodMs = 30_000

export function identityCardServer(settings: SimulatorSettings): Server {
  const clock = settings.clock ?? Date.now
  const releases = openReleases(clock)
  return createServer((request, response) => {
    answer(request, response, settings, releases, clock).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error))
    })
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  settings: SimulatorSettings,
  releases: Releases,
  clock: () => number,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator.invalid')
  const route = `${request.method} ${url.pathname}`
  if (route === 'GET /') return sendPage(response, 200, startPage(), settings)
  if (route === 'GET /health') return void response.writeHead(200, { 'content-type': 'text/plain' }).end('ok')
  if (route === 'GET /style.css')
    return void response.writeHead(200, { 'content-type': 'text/css', 'cache-control': 'max-age=3600' }).end(stylesheet)
  if (route === 'GET /jwks')
    return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: releases.publicKeys }))
  if (route === 'GET /authenticator') return sendPage(response, 200, authenticator(settings, clock()), settings)
  if (route === 'GET /start') return start(response, url.searchParams, settings)
  if (route === 'POST /release') return release(response, new URLSearchParams(await bodyOf(request)), settings, releases)
  if (route === 'POST /token') return token(response, new URLSearchParams(await bodyOf(request)), releases)
  return sendPage(response, 404, problemPage('Diese Seite gibt es im Simulator nicht.'), settings)
}

function start(response: ServerResponse, query: URLSearchParams, settings: SimulatorSettings): void {
  const reading: Reading = {
    state: query.get('state') ?? '',
    nonce: query.get('nonce') ?? '',
    returnTo: query.get('return') ?? '',
    purpose: query.get('purpose') ?? '',
  }
  if (!mayReturn(reading, settings)) return sendPage(response, 400, problemPage('Der Aufruf nennt kein erlaubtes Ziel.'), settings)
  sendPage(response, 200, cardPage(reading, '', undefined), settings)
}

function release(response: ServerResponse, form: URLSearchParams, settings: SimulatorSettings, releases: Releases): void {
  const text = (name: string) => form.get(name) ?? ''
  const reading: Reading = { state: text('state'), nonce: text('nonce'), returnTo: text('returnTo'), purpose: text('purpose') }
  if (!mayReturn(reading, settings)) return sendPage(response, 400, problemPage('Der Aufruf nennt kein erlaubtes Ziel.'), settings)
  const target = new URL(reading.returnTo)
  target.searchParams.set('state', reading.state)
  if (text('step') === 'cancel') {
    target.searchParams.set('error', 'cancelled')
    return void response.writeHead(303, { location: target.href }).end()
  }
  const card = cards.find(({ key }) => key === text('card'))
  if (card === undefined) return sendPage(response, 400, cardPage(reading, '', 'Bitte wählen Sie einen Ausweis.'), settings)
  if (text('pin') !== demoPin)
    return sendPage(response, 403, cardPage(reading, card.key, 'Die PIN stimmt nicht. Im Simulator ist sie 123456.'), settings)
  const behaviour: Behaviour = behaviours.find((each) => each === text('behaviour')) ?? 'normal'
  target.searchParams.set('code', releases.release(card, reading.nonce, behaviour))
  response.writeHead(303, { location: target.href }).end()
}

function token(response: ServerResponse, form: URLSearchParams, releases: Releases): void {
  const fetched = releases.fetch(form.get('code') ?? '')
  if (fetched.status !== 200) return void response.writeHead(fetched.status).end()
  setTimeout(() => response.writeHead(200, { 'content-type': 'application/jwt' }).end(fetched.token), fetched.delayMs)
}

function authenticator(settings: SimulatorSettings, now: number): string {
  const epoch = Math.floor(now / 1000)
  const codes = settings.secrets.map(({ account, secret }) => ({ account, code: generateSync({ secret, epoch }) }))
  return authenticatorPage(codes, Math.ceil((periodMs - (now % periodMs)) / 1000))
}

function mayReturn(reading: Reading, settings: SimulatorSettings): boolean {
  return (
    reading.state !== '' &&
    reading.nonce !== '' &&
    URL.canParse(reading.returnTo) &&
    settings.returnOrigins.includes(new URL(reading.returnTo).origin)
  )
}

function sendPage(response: ServerResponse, status: number, page: string, settings: SimulatorSettings): void {
  const policy = `default-src 'none'; style-src 'self'; form-action 'self' ${settings.returnOrigins.join(' ')}; base-uri 'none'; frame-ancestors 'none'`
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    .end(page)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > mostBytes) throw new Error('the form is too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
