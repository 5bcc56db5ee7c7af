// The real program as a process: started, asked, ended, killed; with its own ports and data folder.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export const root = join(import.meta.dirname, '..', '..')
export const nobody = 65_534
const patienceMs = 120_000
/** No program of these tests runs longer; one that should have refused to start is ended. */
const overdueMs = 150_000

export interface Ending {
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}

export interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<Ending>
}

export type Environment = Readonly<Record<string, string>>

export interface RunSettings {
  readonly environment?: Environment
  readonly user?: number
  readonly folder?: string
}

const groups = new Set<number>()
// A test that failed leaves its program to nobody else.
afterEach(() => {
  for (const group of groups) killGroup(group)
  groups.clear()
})

/** Runs a program with nothing of our environment but the path; what is left of it is killed after the test. */
export function run(command: readonly string[], settings: RunSettings = {}): Run {
  const [program = '', ...parameters] = command
  const child = spawn(program, parameters, {
    cwd: settings.folder ?? root,
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: tmpdir(), ...settings.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(settings.user === undefined ? {} : { uid: settings.user, gid: settings.user }),
  })
  if (child.pid !== undefined) groups.add(child.pid)
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
  const overdue = setTimeout(() => child.kill('SIGKILL'), overdueMs).unref()
  child.once('close', () => clearTimeout(overdue))
  const ended = once(child, 'close').then(([code, signal]): Ending => ({ code, signal, ...said }))
  return { child, ended }
}

function killGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

/** A folder of its own for a test file's data; removed with the servers that run in it. */
export function makeFolder(user?: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'rs-ops-'))
  if (user !== undefined) chownSync(folder, user, user)
  after(async () => {
    for (const pid of await processesNaming(folder)) process.kill(pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })
  return folder
}

/** Five free ports after each other, below those that the system gives to outgoing connections; the first one. */
export async function freePort(): Promise<number> {
  for (;;) {
    const first = 12_000 + Math.floor(Math.random() * 4_000) * 5
    const free = await Promise.all([0, 1, 2, 3, 4].map((offset) => isFree(first + offset)))
    if (free.every(Boolean)) return first
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

export interface House extends Run {
  readonly port: number
  readonly address: string
  readonly dataFolder: string
  /** Sends the signal to the program alone and waits for its end. */
  end(signal?: NodeJS.Signals): Promise<Ending>
}

export interface HouseSettings extends RunSettings {
  readonly dataFolder: string
  readonly port?: number
  readonly command?: readonly string[]
}

export const mainProgram = [process.execPath, join(root, 'src', 'main.ts')]

/** Starts the program and waits until it says that it is ready. */
export async function startHouse(settings: HouseSettings): Promise<House> {
  const port = settings.port ?? (await freePort())
  const environment = { PORT: String(port), DATA_DIR: settings.dataFolder, ...settings.environment }
  const started = run(settings.command ?? mainProgram, { ...settings, environment })
  const address = `http://127.0.0.1:${port}`
  const early = started.ended.then((ending) => {
    throw new Error(`the house ended with ${ending.code}: ${ending.stderr}${ending.stdout}`)
  })
  early.catch(() => undefined)
  await Promise.race([early, until(() => answers(`${address}/health/ready`))])
  return {
    ...{ ...started, port, address, dataFolder: settings.dataFolder },
    end: async (signal = 'SIGTERM') => {
      started.child.kill(signal)
      return started.ended
    },
  }
}

export async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  )
}

/** Asks again until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>, what = 'it'): Promise<void> {
  for (const patience = Date.now() + patienceMs; !(await isSo()); await wait(20))
    if (Date.now() > patience) throw new Error(`${what} did not become so within ${patienceMs / 1_000} s`)
}

/** Processes whose command line holds these words. */
export async function processesNaming(words: string): Promise<readonly number[]> {
  const numbers = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number)
  const lines = await Promise.all(numbers.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return numbers.filter((pid, index) => pid !== process.pid && lines[index]?.includes(words))
}

/** SQL on the embedded server as its superuser. */
export async function query(dataFolder: string, text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  return queryAt(`postgresql://rennsteig@${encodeURIComponent(join(dataFolder, 'socket'))}/rennsteig`, text, values)
}

export async function queryAt(url: string, text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(text, [...values])
    return rows
  } finally {
    await client.end()
  }
}
