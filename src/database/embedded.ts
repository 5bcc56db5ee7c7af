// The embedded PostgreSQL: starts the cluster, attaches to one that a killed process left, stops it.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync } from 'node:fs'
import { chmod, lstat, mkdir, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import {
  asOrdinaryUser,
  isAlive,
  makeCluster,
  nativeEnvironment,
  nativeFolder,
  reasonOf,
  refuseFullDisk,
  superuser,
} from './native-postgres.ts'
import { StartError } from './start-error.ts'

/** Major version of the packaged PostgreSQL; a data folder of another one is refused. */
const major = '18'
/** Recovery after a crash reads the whole log since the last checkpoint; that is bounded by max_wal_size. */
const startPatienceMs = 300_000
const stopPatienceMs = 60_000
/** The longest path of a socket that every system takes, less the name of PostgreSQL's socket. */
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length

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
  const durable = settings.durable ?? true
  const native = await nativeFolder()
  const cluster = join(settings.folder, 'postgres')
  await mkdir(settings.folder, { recursive: true, mode: 0o700 })
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(native, cluster, durable)
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (version !== major)
    throw new StartError(`The data folder ${settings.folder} was made by PostgreSQL ${version}; this version brings PostgreSQL ${major}.`)
  const sockets = await socketFolder(settings.folder, cluster)
  const url = (name: string) => `postgresql://${superuser}@${encodeURIComponent(sockets)}/${name}`
  const started = await run({ native, cluster, sockets, log: join(settings.folder, 'postgres.log'), durable }, url('postgres'))
  return { url, started, stop: () => stopServer(cluster) }
}

interface Launch {
  readonly native: string
  readonly cluster: string
  readonly sockets: string
  readonly log: string
  readonly durable: boolean
}

/** Until the server answers: ours, or one that runs already. Returns whether it is ours. */
async function run(launch: Launch, url: string): Promise<boolean> {
  const patience = Date.now() + startPatienceMs
  let ours: Server | undefined
  for (;;) {
    const failure = await refusalOf(url)
    if (failure === undefined) return ours !== undefined
    if (ours === undefined && (await runningServer(launch.cluster)) === undefined) ours = await startServer(launch)
    if (ours?.hasEnded() === true) {
      // Another process may have started the same cluster at the same moment; then we attach to that one.
      if ((await runningServer(launch.cluster)) === undefined) await afterEnd(launch, await ours.said())
      ours = undefined
    }
    if (Date.now() > patience) throw new StartError(`The database did not start: ${failure.message}.`, { cause: failure })
    await wait(8)
  }
}

/** PostgreSQL's words where the one before it was killed and is not quite gone. */
const leftover = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/
const leftoverPatienceMs = 2_000

/** A start that met the remains of a killed server is tried again once they are gone; any other end is refused in a sentence. */
async function afterEnd(launch: Launch, said: string): Promise<void> {
  if (!leftover.test(said)) return refuseStart(launch, said)
  await wait(leftoverPatienceMs)
  // Nobody fetches the dead in a container without init: the number stays taken for ever, though its server and, by now, its children are gone.
  const file = join(launch.cluster, 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  if (await isDead(pid)) await rm(file, { force: true })
}

async function isDead(pid: number): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return / [ZX] /.test(state.slice(state.lastIndexOf(')')))
}

async function refuseStart(launch: Launch, said: string): Promise<never> {
  await refuseFullDisk(dirname(launch.cluster), said)
  throw new StartError(reasonOf(said, 'The database did not start'))
}

async function refusalOf(url: string): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // a server that is just going down ends the connection; the loop asks again
  const failure = await client.connect().then(
    () => undefined,
    (error: Error) => error,
  )
  await client.end().catch(() => undefined)
  return failure
}

interface Server {
  hasEnded(): boolean
  /** What it wrote to the log since it was started. */
  said(): Promise<string>
}

async function startServer(launch: Launch): Promise<Server> {
  const options = {
    listen_addresses: '',
    unix_socket_directories: launch.sockets,
    unix_socket_permissions: '0700',
    max_connections: '120',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    jit: 'off',
    ...(launch.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [program, parameters] = asOrdinaryUser(join(launch.native, 'bin', 'postgres'), ['-D', launch.cluster, ...flags])
  const log = openSync(launch.log, 'a', 0o600)
  const before = fstatSync(log).size
  const server = spawn(program, parameters, {
    env: nativeEnvironment(launch.native),
    cwd: launch.cluster,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  await new Promise<void>((resolve, reject) => {
    server.once('spawn', resolve)
    server.once('error', (cause) => reject(new StartError(`The database could not be started: ${cause.message}.`, { cause })))
  })
  server.unref()
  return {
    hasEnded: () => server.exitCode !== null || server.signalCode !== null,
    said: () => readFrom(launch.log, before),
  }
}

async function readFrom(file: string, position: number): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, position)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A private folder for the socket: beside the cluster, or a short one where that path is too long for a socket. */
async function socketFolder(folder: string, cluster: string): Promise<string> {
  const beside = join(folder, 'socket')
  const short = join(tmpdir(), `rennsteig-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`)
  const sockets = Buffer.byteLength(beside) <= longestSocketFolder ? beside : short
  await mkdir(sockets, { recursive: true, mode: 0o700 })
  const state = await lstat(sockets)
  if (!state.isDirectory() || (process.getuid !== undefined && state.uid !== process.getuid()))
    throw new StartError(`The folder ${sockets} belongs to somebody else; remove it or choose a shorter DATA_DIR.`)
  await chmod(sockets, 0o700)
  return sockets
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

async function stopServer(cluster: string): Promise<void> {
  const pid = await runningServer(cluster)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  for (const patience = Date.now() + stopPatienceMs; Date.now() < patience && (await isRunning(pid)); ) await wait(10)
}

/** One that ended but was not fetched by its parent (a container without init) has no command line any more. */
async function isRunning(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid)
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== ''
}

/** A throw-away cluster for tests: no fsync, own folder, removed when stopped. */
export async function startThrowAwayCluster(): Promise<Cluster> {
  const folder = join(tmpdir(), `rennsteig-test-${process.pid}-${Date.now()}`)
  const cluster = await startCluster({ folder, durable: false })
  const stop = async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: cluster.url, started: true, stop }
}
