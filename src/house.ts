// The house: everything opened and put together, in the order in which one needs the other.
import { createSecretKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Database } from '#database'
import { startWorker, type Worker } from '#jobs'
import { type Accounts, accountsJobKinds, startSweeping } from '#modules/accounts'
import { casesKinds } from '#modules/cases'
import { formsKinds, startSweepingDrafts } from '#modules/forms'
import { receivingKinds } from '#modules/invoices'
import { mailboxKinds } from '#modules/mailbox'
import { paymentsKinds } from '#modules/payments'
import { createServer } from '#web'
import { loadAssets } from '#web/assets.ts'
import { errorPage } from '#web/layout/index.ts'
import { assetsRoute } from './assets-route.ts'
import { composeModules, type Modules } from './compose-modules.ts'
import type { Config } from './config.ts'
import { connectEvents, eventKinds } from './connect-events.ts'
import { type Keys, openKeys } from './keys.ts'
import { loadContent } from './load-content.ts'
import { createMetrics, operationsRoutes } from './operations.ts'
import type { ReachedDatabase } from './reach-database.ts'
import type { SigningMaterial } from './signing.ts'
import { startDatabase } from './start-database.ts'
import { startSweepingFiles, sweepFilesJobs, unnamedFilesSwept } from './sweep-files.ts'

export interface House {
  readonly database: Database
  readonly modules: Modules
  readonly accounts: Accounts
  readonly keys: Keys
  /** Where this process listens; undefined for a worker. */
  readonly address: string | undefined
  /** From then on the database is refused in production. */
  markDemo(): Promise<void>
  /** From then on /health/ready says so. */
  markStarted(): void
  /** Runs before the house closes. */
  onClose(work: () => void | Promise<void>): void
  close(): Promise<void>
}

const jobKinds = [
  ...accountsJobKinds,
  ...casesKinds,
  ...formsKinds,
  ...paymentsKinds,
  ...mailboxKinds,
  ...receivingKinds,
  unnamedFilesSwept,
  ...eventKinds,
]

/** A request or job that still runs after this long is cut off when the house closes. */
const closePatienceMs = 8_000

export interface HouseSettings {
  readonly config: Config
  readonly signing: SigningMaterial
  /** The database server that is being reached while the modules are read. */
  readonly reached: Promise<ReachedDatabase>
  /** Whether the program is ending; connections that break then are no news. */
  readonly isStopping: () => boolean
}

/** Opens the house in the role of the configuration; throws what `sentenceOf` turns into one sentence. */
export async function openHouse({ config, signing, reached, isStopping }: HouseSettings): Promise<House> {
  const log = openLog(config)
  const onError = (error: Error) => !isStopping() && log.error({ error }, 'database connection')
  const [{ url }, keys, assets] = await Promise.all([reached, openKeys(join(config.dataFolder, 'keys'), config.demo), loadAssets()])
  const opened = await startDatabase({ url, demo: config.demo, kinds: uniqueKinds(), onError })
  const { database } = opened
  await loadContent(database)
  const metrics = createMetrics()
  let worker: Worker | undefined
  let listening: string | undefined
  let started = false
  const modules = await composeModules({ config, database, keys, signing, internalAddress: () => listening ?? config.baseUrl.origin })
  const server = config.role === 'worker' ? undefined : await openServer()
  if (config.role !== 'server')
    worker = await openWorker(url, modules, (level, found, what) => void (isStopping() || log[level](found, what)))
  await startSweeps(database)
  const closing: (() => void | Promise<void>)[] = []

  async function openServer(): Promise<FastifyInstance> {
    const routes = [
      ...operationsRoutes({ database, metrics, worker: () => worker, isStarted: () => started }),
      assetsRoute(assets),
      ...modules.routes,
    ]
    const made = await createServer({
      ...{ routes, assets, errorPage, log, sessions: modules.sessions, now: () => new Date() },
      csrfKey: createSecretKey(keys.derive('csrf')),
      ...{ secure: config.baseUrl.protocol === 'https:', trustProxy: config.trustProxy, demo: config.demo, observe: metrics.observe },
      formTargets: [config.paymentProvider.url.origin, ...(config.identityCardUrl === undefined ? [] : [config.identityCardUrl.origin])],
      ...(config.tls === undefined
        ? {}
        : { tls: { cert: await readFile(config.tls.certificateFile), key: await readFile(config.tls.keyFile) } }),
    })
    await made.listen({ port: config.port, host: config.host })
    listening = `${config.tls === undefined ? 'http' : 'https'}://127.0.0.1:${config.port}`
    return made
  }

  return {
    database,
    modules,
    accounts: modules.accounts,
    keys,
    address: listening,
    markDemo: opened.markDemo,
    markStarted: () => {
      started = true
      giveBackSoon()
    },
    onClose: (work) => void closing.push(work),
    close: async () => {
      for (const work of closing) await work()
      await Promise.race([server?.close(), wait(closePatienceMs, undefined, { ref: false })])
      await worker?.stop()
      await modules.close()
      await opened.close()
    },
  }
}

/** What the start needed and nobody needs any more is given back (with Node's flag --expose-gc). */
function giveBackSoon(): void {
  setTimeout(() => globalThis.gc?.(), 1_000).unref()
}

/** Errors are told by name, code and place; what hangs on them (connections, rows) never gets into the log. */
function openLog(config: Config): pino.Logger {
  const told = (error: unknown): unknown =>
    error instanceof Error
      ? {
          name: error.name,
          code: 'code' in error ? error.code : undefined,
          message: error.message,
          stack: error.stack,
          cause: told(error.cause),
        }
      : error
  return pino({ level: config.logLevel, serializers: { error: told } })
}

function uniqueKinds() {
  return [...new Map(jobKinds.map((kind) => [kind.name, kind])).values()]
}

async function openWorker(
  url: string,
  modules: Modules,
  tell: (level: 'warn' | 'error', found: object, what: string) => void,
): Promise<Worker> {
  const handlers = [...modules.jobs, ...connectEvents(modules), ...sweepFilesJobs(modules)]
  return startWorker(url, handlers, {
    failed: (kind, attempt, error) => tell('warn', { kind, attempt, error }, 'job failed'),
    trouble: (error) => tell('error', { error }, 'job queue'),
  })
}

async function startSweeps(database: Database): Promise<void> {
  const now = new Date()
  await startSweeping({ database }, now)
  await startSweepingDrafts({ database }, now)
  await startSweepingFiles({ database }, new Date(now.getTime() + 3_600_000))
}
