// The house: everything opened and put together, in the order in which one needs the other.
import { readFile } from 'node:fs/promises'
import { createServer as createSocket } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Database } from '#database'
import { startWorker, type Worker } from '#jobs'
import { type Accounts, accountsJobKinds, startSweeping } from '#modules/accounts'
import { casesKinds } from '#modules/cases'
import { formsKinds, startSweepingDrafts } from '#modules/forms'
import { mailboxReplied, noticeBounced, noticeWanted } from '#modules/mailbox'
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
import { type SigningMaterial } from './signing.ts'
import { type OpenDatabase, startDatabase } from './start-database.ts'

export interface House {
  readonly database: Database
  readonly modules: Modules
  readonly accounts: Accounts
  readonly keys: Keys
  /** Where this process listens; undefined for a worker. */
  readonly address: string | undefined
  /** From then on the database is refused in production. */
  markDemo(): Promise<void>
  /** Runs before the house closes. */
  onClose(work: () => void): void
  close(): Promise<void>
}

const jobKinds = [...accountsJobKinds, ...casesKinds, ...formsKinds, ...paymentsKinds, mailboxReplied, noticeBounced, noticeWanted, ...eventKinds]

/** Opens the house in the role of the configuration; throws what `sentenceOf` turns into one sentence. */
export async function openHouse(config: Config, signing: SigningMaterial): Promise<House> {
  const log = openLog(config)
  if (config.role !== 'worker') await refuseUsedPort(config)
  const keys = await openKeys(join(config.dataFolder, 'keys'), config.demo)
  const [opened, assets] = await Promise.all([
    startDatabase({ config, kinds: uniqueKinds(), onError: (error) => log.error({ error }, 'database connection') }),
    loadAssets(),
  ])
  const { database } = opened
  await loadContent(database)
  const metrics = createMetrics()
  let worker: Worker | undefined
  let listening: string | undefined
  const modules = await composeModules({ config, database, keys, signing, internalAddress: () => listening ?? config.baseUrl.origin })
  const server = config.role === 'worker' ? undefined : await openServer()
  if (config.role !== 'server') worker = await openWorker(opened, modules, log)
  await startSweeps(database)
  const closing: (() => void)[] = []

  async function openServer(): Promise<FastifyInstance> {
    const routes = [...operationsRoutes({ database, metrics, worker: () => worker }), assetsRoute(assets), ...modules.routes]
    const made = await createServer({
      ...{ routes, assets, errorPage, log, sessions: modules.sessions, csrfKey: keys.derive('csrf'), now: () => new Date() },
      ...{ secure: config.baseUrl.protocol === 'https:', trustProxy: config.trustProxy, demo: config.demo, observe: metrics.observe },
      formTargets: [config.paymentProvider.url.origin, ...(config.identityCardUrl === undefined ? [] : [config.identityCardUrl.origin])],
      ...(config.tls === undefined ? {} : { tls: { cert: await readFile(config.tls.certificateFile), key: await readFile(config.tls.keyFile) } }),
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
    onClose: (work) => void closing.push(work),
    close: async () => {
      for (const work of closing) work()
      await server?.close()
      await worker?.stop()
      await modules.close()
      await opened.close()
    },
  }
}

/** Errors are told by name, code and place; what hangs on them (connections, rows) never gets into the log. */
function openLog(config: Config): pino.Logger {
  const told = (error: unknown): unknown =>
    error instanceof Error
      ? { name: error.name, code: 'code' in error ? error.code : undefined, message: error.message, stack: error.stack, cause: told(error.cause) }
      : error
  return pino({ level: config.logLevel, serializers: { error: told } })
}

function uniqueKinds() {
  return [...new Map(jobKinds.map((kind) => [kind.name, kind])).values()]
}

async function openWorker(opened: OpenDatabase, modules: Modules, log: pino.Logger): Promise<Worker> {
  const handlers = [...modules.jobs, ...connectEvents(modules)]
  return startWorker(opened.url, handlers, {
    failed: (kind, attempt, error) => log.warn({ kind, attempt, error }, 'job failed'),
    trouble: (error) => log.error({ error }, 'job queue'),
  })
}

async function startSweeps(database: Database): Promise<void> {
  const now = new Date()
  await startSweeping({ database }, now)
  await startSweepingDrafts({ database }, now)
}

/** Asked before anything is opened, so that a second start leaves the first one alone. */
async function refuseUsedPort(config: Config): Promise<void> {
  const probe = createSocket()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(config.port, config.host, () => probe.close(() => resolve()))
  })
}
