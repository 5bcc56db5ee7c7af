// The installation that is measured: own folder, own ports, embedded PostgreSQL with fsync, demo Land, 6,000 services, 850 authorities.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, type Database, inKeeperTransaction, openDatabase, openPool, prepareDatabase, startCluster } from '#database'
import type { PublicService } from '#modules/catalogue'
import { loadContent } from '../src/load-content.ts'
import { generateServices } from '../src/modules/catalogue/testing/generate-services.ts'
import { type Running, residentMegabytes, startServer } from './processes.ts'

const serviceCount = 6_000
const authorityCount = 850

export interface Installation {
  readonly port: number
  /** For yardsticks beside the server. */
  readonly freePort: number
  /** As the login role, past row-level security: to make rows and to look at counts. */
  readonly admin: Database
  readonly url: string
  readonly services: number
  readonly authorities: number
  /** Most resident memory of the server process seen so far, in MB. */
  readonly mostMemory: () => number
  close(): Promise<void>
}

export async function openInstallation(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'rennsteig-bench-'))
  const cluster = await startCluster({ folder })
  const url = cluster.url('rennsteig')
  let server: Running | undefined
  try {
    await createDatabase(cluster.url('postgres'), 'rennsteig')
    await prepareDatabase(url, join(import.meta.dirname, '..', 'migrations'))
    const counted = await fill(url)
    const port = await findPorts(6)
    server = await startServer({ ROLE: 'server', DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'warn' }, port)
    const watch = watchMemory(server)
    const admin = openDatabase(openPool({ url, connections: 2, onError: () => undefined }))
    const running = server
    let closing: Promise<void> | undefined
    return {
      ...{ port, freePort: port + 5, admin, url, ...counted, mostMemory: watch.most },
      close: () =>
        (closing ??= (async () => {
          watch.stop()
          await admin.close()
          await running.stop()
          await cluster.stop()
          await rm(folder, { recursive: true, force: true })
        })()),
    }
  } catch (cause) {
    await server?.stop()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
    throw cause
  }
}

/** Generated services and authorities beside the shipped ones; the edition stays, so that the server takes them as they are. */
async function fill(url: string): Promise<{ services: number; authorities: number }> {
  const database = openDatabase(openPool({ url, role: 'rennsteig_app', connections: 4 }))
  try {
    await loadContent(database)
    const shipped = await database.sql<{ content: PublicService }>`select content from catalogue.public_service order by service_key`
    const services = generateServices(
      shipped.map((row) => row.content),
      serviceCount,
    )
    const [authorities] = await inKeeperTransaction(database, async ({ sql }) => {
      await sql`
        insert into catalogue.public_service (service_key, leika_key, level, unit, is_online, content)
        select content ->> 'key', content ->> 'leikaKey', content ->> 'level', content ->> 'unit', content ? 'online', content
        from jsonb_array_elements(${JSON.stringify(services.slice(shipped.length))}::jsonb) as content`
      await sql`
        insert into directory.authority (authority_id, slug, name, search_name, kind, level, ars, address, hours, phone, email, theme, letterhead, demo)
        select gen_random_uuid(), 'erzeugt-' || number, 'Stadt Beispielheim ' || number, 'stadt beispielheim ' || number, kind, level,
          '17' || lpad(number::text, 10, '0'), address, hours, phone, email, theme, letterhead, demo
        from directory.authority, generate_series(1, ${authorityCount} - (select count(*)::integer from directory.authority)) as number
        where slug = 'stadt-ilmenau'`
      return sql<{ count: bigint }>`select count(*) as count from directory.authority`
    })
    return { services: services.length, authorities: Number(authorities?.count ?? 0) }
  } finally {
    await database.close()
  }
}

/** So many free ports one after the other. */
async function findPorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000)
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)))
    if (free.every(Boolean)) return first
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

function watchMemory(server: Running): { readonly most: () => number; readonly stop: () => void } {
  let most = 0
  const look = setInterval(() => void residentMegabytes(server.process).then((now) => (most = Math.max(most, now ?? 0))), 250)
  return { most: () => most, stop: () => clearInterval(look) }
}
