// HTTP side of the mail catcher: the page for people, JSON for tests.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Catcher, manners } from './catcher.ts'
import { catcherPage, style } from './page.ts'

const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** GET / page · GET /mails JSON · POST /manner (manner, times) · POST /clear · GET /health */
export function createCatcherServer(catcher: Catcher): Server {
  return createServer((request, response) => {
    answer(catcher, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
}

async function answer(catcher: Catcher, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const asked = `${request.method} ${pathname}`
  if (asked === 'GET /') return send(response, 'text/html; charset=utf-8', catcherPage(catcher.mails(), catcher.manner()).markup)
  if (asked === 'GET /style.css') return send(response, 'text/css', style)
  if (asked === 'GET /mails') return send(response, 'application/json', JSON.stringify(catcher.mails()))
  if (asked === 'GET /health') return send(response, 'application/json', '{"ok":true}')
  if (asked === 'POST /clear') catcher.clear()
  else if (asked === 'POST /manner') {
    const form = new URLSearchParams(await readBody(request))
    const manner = manners.find((each) => each === form.get('manner'))
    const times = Number(form.get('times') ?? '')
    if (manner === undefined) {
      response.writeHead(400).end()
      return
    }
    catcher.behave(manner, Number.isInteger(times) && times > 0 ? times : undefined)
  } else {
    response.writeHead(404).end()
    return
  }
  response.writeHead(303, { location: '/' }).end()
}

function send(response: ServerResponse, mediaType: string, body: string): void {
  response.writeHead(200, { 'content-type': mediaType, 'content-security-policy': policy, 'cache-control': 'no-store' }).end(body)
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > 10_000) throw new RangeError('the form is too large')
  }
  return body
}
