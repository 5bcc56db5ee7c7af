// Processes of a fault test: started, killed without warning, started again.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')

export interface ProcessSettings {
  /** Path of the program inside the project. */
  readonly program: string
  readonly parameters: readonly string[]
  /** Resolves when the process answers; without it the process counts as ready at once. */
  readonly readyUrl?: string
}

/** A process that stands up again after each kill. */
export interface MortalProcess {
  start(): Promise<void>
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>
  readonly kills: number
  /** What it wrote to its error output, for the report of a failed run. */
  errors(): string
}

export function mortalProcess(settings: ProcessSettings): MortalProcess {
  let child: ChildProcess | undefined
  let kills = 0
  let errors = ''
  return {
    get kills() {
      return kills
    },
    errors: () => errors.slice(-4_000),
    start: async () => {
      child = spawn(process.execPath, [join(root, settings.program), ...settings.parameters], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      child.stderr?.on('data', (bytes: Buffer) => (errors += bytes.toString()))
      if (settings.readyUrl !== undefined) await untilAnswers(settings.readyUrl, child)
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

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  const patience = Date.now() + 30_000
  while (child.exitCode === null && child.signalCode === null) {
    const answered = await fetch(url, { signal: AbortSignal.timeout(1_000), redirect: 'manual' }).then(
      async (response) => (await response.arrayBuffer(), true),
      () => false,
    )
    if (answered) return
    if (Date.now() > patience) throw new Error(`nothing answers at ${url}`)
    await wait(50)
  }
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
