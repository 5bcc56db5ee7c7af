// The whole program as a process of its own, with the demo Land, on free ports and in a folder that goes away.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')
const portsOfDemo = 5

export interface Program {
  readonly baseUrl: string
  readonly dataFolder: string
  /** Address of a simulator: 1 payment provider, 2 identity card, 3 mail. */
  simulator(offset: 1 | 2 | 3): string
  /** What the program wrote so far. */
  output(): string
  stop(): Promise<void>
}

/** Starts it and waits until it answers; it ends after the tests of the file. */
export async function startProgram(environment: Readonly<Record<string, string>> = {}): Promise<Program> {
  const port = await freePorts()
  const dataFolder = await mkdtemp(join(tmpdir(), 'rennsteig-program-'))
  let output = ''
  const child = spawn(process.execPath, [join(root, 'src', 'main.ts')], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: String(port), DATA_DIR: dataFolder, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const stop = async () => {
    await ended(child)
    await rm(dataFolder, { recursive: true, force: true })
  }
  after(stop)
  const baseUrl = `http://localhost:${port}`
  await untilGreeted(child, () => output)
  return { baseUrl, dataFolder, simulator: (offset) => `http://localhost:${port + offset}`, output: () => output, stop }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([exit, wait(15_000).then(() => child.kill('SIGKILL'))])
}

/** The greeting is printed when everything, simulators included, was started. */
async function untilGreeted(child: ChildProcess, output: () => string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 90_000; waitedMs += 50) {
    if (output().includes('Rennsteig läuft')) return
    if (child.exitCode !== null) break
    await wait(50)
  }
  throw new Error(`the program did not start:\n${output()}`)
}

/** The first of five ports in a row that are all free. */
async function freePorts(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const first = 20_000 + Math.floor(Math.random() * 30_000)
    const free = await Promise.all(Array.from({ length: portsOfDemo }, (_unused, offset) => isFree(first + offset)))
    if (free.every(Boolean)) return first
  }
  throw new Error('no five free ports in a row')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
