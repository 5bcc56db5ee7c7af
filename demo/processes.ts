// Starts the simulators, each a process of its own, and starts one again that ended by itself.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export interface Simulator {
  readonly name: string
  /** Folder below demo/ with its main.ts. */
  readonly folder: string
  readonly parameters: readonly string[]
}

const restartAfterMs = 1_000
const stopPatienceMs = 3_000

/** Runs the simulators until `stop`; what they write goes to `note`. */
export function startSimulators(simulators: readonly Simulator[], note: (line: string) => void): { stop(): Promise<void> } {
  const running = new Set<ChildProcess>()
  let stopped = false
  const start = (simulator: Simulator) => {
    if (stopped) return
    const program = join(import.meta.dirname, simulator.folder, 'main.ts')
    const child = spawn(process.execPath, [program, '--with-parent', ...simulator.parameters], { stdio: ['pipe', 'ignore', 'pipe'] })
    running.add(child)
    child.stderr.on('data', (chunk: Buffer) => note(`${simulator.name}: ${chunk.toString().trim()}`))
    child.once('error', (error) => note(`${simulator.name}: ${error.message}`))
    child.stdin.on('error', () => undefined) // a simulator that just ended
    child.once('exit', () => {
      running.delete(child)
      setTimeout(() => start(simulator), restartAfterMs).unref()
    })
  }
  for (const simulator of simulators) start(simulator)
  return {
    stop: async () => {
      stopped = true
      const ended = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)))
      for (const child of running) child.kill('SIGTERM')
      await Promise.race([Promise.all(ended), wait(stopPatienceMs, undefined, { ref: false })])
    },
  }
}
