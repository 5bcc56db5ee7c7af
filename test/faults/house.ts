// The house under test: a PostgreSQL that lives on (with fsync), and three processes that are killed.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, type Database, inTransaction, openDatabase, openPool, startCluster } from '#database'
import { connectOutbox } from '#jobs'
import { newId } from '#kernel/ids.ts'
import { accountSettings } from '#modules/accounts'
import { openPersonSession } from '../../src/modules/accounts/sessions.ts'
import { freePort, type MortalProcess, mortalProcess } from './processes.ts'

export interface MortalHouse {
  readonly server: string
  readonly provider: string
  readonly dataFolder: string
  readonly url: string
  /** As the login role, past row-level security; jobs can be asked for on it. */
  readonly admin: Database
  readonly processes: Readonly<Record<'server' | 'worker' | 'simulator', MortalProcess>>
  close(): Promise<void>
}

export interface HouseSettings {
  readonly seed: number
  readonly chaos: Readonly<Record<string, unknown>>
}

/** Starts everything: the server makes the installation, the worker comes when it stands. */
export async function openMortalHouse(settings: HouseSettings): Promise<MortalHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'rennsteig-faults-'))
  const cluster = await startCluster({ folder })
  await createDatabase(cluster.url('postgres'), 'rennsteig')
  const url = cluster.url('rennsteig')
  const admin = openDatabase(openPool({ url, connections: 5 }))
  const [port, providerPort] = [await freePort(), await freePort()]
  const server = `http://localhost:${port}`
  const provider = `http://localhost:${providerPort}`
  const dataFolder = join(folder, 'house')
  const environment = {
    ...{ DATABASE_URL: url, DATA_DIR: dataFolder, PORT: String(port), PAYMENT_PROVIDER_URL: provider },
    ...{ DEMO_SIMULATORS: 'off', LOG_LEVEL: 'error', NODE_COMPILE_CACHE: join(folder, 'compiled') },
  }
  const processes = {
    server: mortalProcess({
      program: 'src/main.ts',
      environment: { ...environment, ROLE: 'server' },
      readyUrl: `${server}/health/ready`,
    }),
    worker: mortalProcess({ program: 'src/main.ts', environment: { ...environment, ROLE: 'worker' }, isReady: () => isWorking(admin) }),
    simulator: mortalProcess({
      program: 'demo/payment-provider/main.ts',
      parameters: [
        ...['--port', String(providerPort), '--folder', join(folder, 'provider'), '--seed', String(settings.seed)],
        ...['--chaos', JSON.stringify(settings.chaos), '--callback', 'meldung'],
      ],
      environment: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
      readyUrl: `${provider}/admin/chaos`,
    }),
  }
  let disconnect = async () => {}
  const close = async () => {
    await disconnect()
    await Promise.all(Object.values(processes).map((one) => one.kill()))
    await admin.close()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await Promise.all([processes.simulator.start(), processes.server.start()])
    await processes.worker.start()
    disconnect = await connectOutbox(admin, url, () => undefined)
  } catch (cause) {
    await close()
    throw cause
  }
  return { server, provider, dataFolder, url, admin, processes, close }
}

async function isWorking(admin: Database): Promise<boolean> {
  const rows = await admin.sql`
    select 1 from pg_stat_activity where datname = current_database() and application_name = 'rennsteig worker' limit 1`
  return rows.length > 0
}

/** Cookies of so many persons, signed in at level substantial. */
export async function signIn(house: MortalHouse, count: number): Promise<readonly string[]> {
  const database = openDatabase(openPool({ url: house.url, role: 'rennsteig_app', connections: 1 }))
  const settings = accountSettings(house.server, () => house.server)
  const now = new Date()
  const open = async (number: number): Promise<string> => {
    const owner = newId<'owner'>()
    const opened = {
      ...{ owner, level: 'substantial' as const, methods: ['pwd', 'otp'], displayName: `Person ${number}`, authenticatedAt: now },
      ...{ providerSession: undefined, device: '', network: '' },
    }
    const { token } = await inTransaction(database, { owner }, (transaction) => openPersonSession(transaction, opened, settings, now))
    return token
  }
  const cookies: string[] = []
  for (let number = 1; number <= count; number += 1) cookies.push(await open(number))
  await database.close()
  return cookies
}
