// The server of the simulator: standard, pay pages and the auditor's door in one process.
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { type Exchange, readBody, sendJson, sendPage, sendTo } from './answers.ts'
import { type ChaosProfile, createChaos } from './chaos.ts'
import { closedPage, listPage, payPage, style, unknownPage } from './pages.ts'
import { answerStandard, type Side } from './standard.ts'
import { openStore, type StoredTransaction } from './store.ts'

export interface SimulatorSettings {
  readonly port: number
  readonly folder: string
  readonly seed: number
  readonly profile: ChaosProfile
  /** Last part of the address to which callbacks go, in place of the one of the redirect address; none if left out. */
  readonly callback?: string
  readonly payLaterMs: number
}

interface Simulator extends Side {
  readonly settings: SimulatorSettings
}

export async function startSimulator(settings: SimulatorSettings): Promise<Server> {
  const store = await openStore(settings.folder)
  const chaos = createChaos(settings.seed, store.starts, Date.now(), settings.profile)
  const simulator: Simulator = { store, chaos, base: `http://localhost:${settings.port}`, settings }
  for (const transaction of store.list()) if (transaction.payAt !== undefined) payWhenDue(simulator, transaction)
  const server = createServer((request, response) => void answer(simulator, request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, resolve)
  })
  return server
}

async function answer(simulator: Simulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', simulator.base)
  const exchange: Exchange = {
    request,
    response,
    url,
    path: url.pathname
      .slice(1)
      .split('/')
      .filter((part) => part !== ''),
  }
  try {
    if (await answerStandard(simulator, exchange)) return
    if (exchange.path[0] === 'admin') return await answerAuditor(simulator, exchange)
    await answerPerson(simulator, exchange)
  } catch (error) {
    process.stderr.write(`payment provider: ${error instanceof Error ? error.message : String(error)}\n`)
    if (!response.headersSent) response.writeHead(500).end()
  }
}

async function answerPerson(simulator: Simulator, exchange: Exchange): Promise<void> {
  const [first, token = ''] = exchange.path
  if (first === undefined) return sendPage(exchange, listPage(simulator.store.list()))
  if (first === 'style.css') return void exchange.response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(style)
  const transaction = first === 'bezahlen' ? simulator.store.byToken(token) : undefined
  if (transaction === undefined) return sendPage(exchange, unknownPage(), 404)
  if (exchange.request.method === 'POST') return act(simulator, exchange, transaction)
  sendPage(exchange, payPage(transaction, await nameOf(simulator, transaction.originatorId)), 200, [
    new URL(transaction.redirectUrl).origin,
  ])
}

/** Who is paid, as this provider's customer list has it; the demo writes it, so it is read when it is wanted. */
async function nameOf({ settings }: Simulator, originatorId: string): Promise<string> {
  const text = await readFile(join(settings.folder, 'originators.json'), 'utf8').catch(() => '{}')
  const names: unknown = JSON.parse(text)
  const name = typeof names === 'object' && names !== null ? new Map<string, unknown>(Object.entries(names)).get(originatorId) : undefined
  return typeof name === 'string' ? name : originatorId
}

async function act(simulator: Simulator, exchange: Exchange, transaction: StoredTransaction): Promise<void> {
  const action = new URLSearchParams(await readBody(exchange.request)).get('handlung')
  // Two tabs press the button at once: the first one counts.
  if (settling.has(transaction.transactionId)) return sendTo(exchange, transaction.redirectUrl)
  settling.add(transaction.transactionId)
  try {
    await choose(simulator, exchange, transaction, action)
  } finally {
    settling.delete(transaction.transactionId)
  }
}

const settling = new Set<string>()

async function choose(simulator: Simulator, exchange: Exchange, transaction: StoredTransaction, action: string | null): Promise<void> {
  const isOpen = transaction.status === 'INITIAL'
  const full = transaction.requestedCents
  if (action === 'doch-bezahlt' && !isOpen && transaction.status !== 'PAYED') await settle(simulator, transaction, 'PAYED', full)
  if (!isOpen) return sendTo(exchange, transaction.redirectUrl)
  const received = simulator.chaos.strikes('wrongAmount') ? full - 1 : full
  if (action === 'zahlen' || action === 'zahlen-und-schliessen') await settle(simulator, transaction, 'PAYED', received)
  if (action === 'falscher-betrag') await settle(simulator, transaction, 'PAYED', full - 1)
  if (action === 'abbrechen') await settle(simulator, transaction, 'CANCELED', 0)
  if (action === 'scheitern') await settle(simulator, transaction, 'FAILED', 0)
  if (action === 'spaeter') {
    await simulator.store.payLater(transaction, new Date(Date.now() + simulator.settings.payLaterMs))
    payWhenDue(simulator, transaction)
  }
  if (action === 'zahlen-und-schliessen') return sendPage(exchange, closedPage())
  sendTo(exchange, transaction.redirectUrl)
}

async function settle(
  simulator: Simulator,
  transaction: StoredTransaction,
  status: 'PAYED' | 'CANCELED' | 'FAILED',
  paidCents: number,
): Promise<void> {
  await simulator.store.setStatus(transaction, status, paidCents)
  if (simulator.settings.callback === undefined) return
  const target = new URL(transaction.redirectUrl)
  target.pathname = `${target.pathname.slice(0, target.pathname.lastIndexOf('/') + 1)}${simulator.settings.callback}`
  for (const delay of simulator.chaos.callbackDelays())
    setTimeout(
      () => void fetch(target, { method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(2_000) }).catch(() => undefined),
      delay,
    ).unref()
}

function payWhenDue(simulator: Simulator, transaction: StoredTransaction): void {
  const delay = Math.max(0, Date.parse(transaction.payAt ?? '') - Date.now())
  setTimeout(() => {
    if (transaction.payAt !== undefined && transaction.status !== 'PAYED')
      void settle(simulator, transaction, 'PAYED', transaction.requestedCents)
  }, delay).unref()
}

/** The auditor's door: the truth, and another chaos profile. */
async function answerAuditor(simulator: Simulator, exchange: Exchange): Promise<void> {
  const [, door] = exchange.path
  if (door === 'truth') return sendJson(exchange, { starts: simulator.store.starts, transactions: simulator.store.list() })
  if (door === 'chaos' && exchange.request.method === 'PUT')
    return sendJson(exchange, simulator.chaos.profile(), simulator.chaos.change((await readBody(exchange.request)) ?? '') ? 200 : 400)
  if (door === 'chaos') return sendJson(exchange, simulator.chaos.profile())
  sendPage(exchange, unknownPage(), 404)
}
