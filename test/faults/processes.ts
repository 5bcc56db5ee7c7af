// Processes of a fault test: started, killed without warning, started again.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')

export interface ProcessSettings {
  /** Path of the program inside the project. */
  readonly program: string
  readonly parameters?: readonly string[]
  /** Beside PATH. */
  readonly environment?: Readonly<Record<string, string>>
  /** `start` resolves when it answers here. */
  readonly readyUrl?: string
  /** Or when this says so; without either the process counts as ready at once. */
  readonly isReady?: () => Promise<boolean>
}

/** A process that stands up again after each kill. */
export interface MortalProcess {
  start(): Promise<void>
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>
  readonly kills: number
  /** What it wrote, for the report of a failed run. */
  output(): string
}

export function mortalProcess(settings: ProcessSettings): MortalProcess {
  let child: ChildProcess | undefined
  let kills = 0
  let output = ''
  const isReady = settings.isReady ?? (settings.readyUrl === undefined ? async () => true : answersAt(settings.readyUrl))
  return {
    get kills() {
      return kills
    },
    output: () => output.slice(-8_000),
    start: async () => {
      child = spawn(process.execPath, [join(root, settings.program), ...(settings.parameters ?? [])], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: process.env['PATH'], ...settings.environment },
      })
      const note = (bytes: Buffer) => (output = (output + bytes.toString()).slice(-40_000))
      child.stdout?.on('data', note)
      child.stderr?.on('data', note)
      await untilReady(settings.program, isReady, child)
    },
    kill: async () => {
      const victim = child
      child = undefined
      if (victim === undefined || victim.exitCode !== null || victim.signalCode !== null) return
      kills += 1
      const gone = new Promise((resolve) => victim.once('exit', resolve))
      victim.kill('SIGKILL')
      await gone
    },
  }
}

/** Also returns when the process has ended by itself: that is seen by what it leaves undone. */
async function untilReady(program: string, isReady: () => Promise<boolean>, child: ChildProcess): Promise<void> {
  const patience = Date.now() + 60_000
  while (child.exitCode === null && child.signalCode === null) {
    if (await isReady()) return
    if (Date.now() > patience) throw new Error(`${program} does not get ready`)
    await wait(50)
  }
}

function answersAt(url: string): () => Promise<boolean> {
  return () =>
    fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' }).then(
      async (response) => (await response.arrayBuffer(), true),
      () => false,
    )
}

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
