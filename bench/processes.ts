// Processes of a measurement: started, asked, stopped by their own handle.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import flags from '../tools/node-flags.json' with { type: 'json' }
import type { LoadJob, LoadResult } from './load/jobs.ts'

const root = join(import.meta.dirname, '..')

/** Runs one load job in a driver process of its own. */
export async function runLoad(job: LoadJob): Promise<LoadResult> {
  const answer = await askProcess<{ result?: LoadResult; failure?: string }>('load/driver-process.ts', job)
  if (answer.result === undefined) throw new Error(`the load driver failed: ${answer.failure ?? 'without a word'}`)
  return answer.result
}

/** Starts a program of the benchmarks, gives it a message, waits for its answer and its end. */
export async function askProcess<Value>(program: string, message: object): Promise<Value> {
  const child = fork(join(import.meta.dirname, program), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const answer = await new Promise<Value>((resolve, reject) => {
    child.once('message', (value: Value) => resolve(value))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
    child.send(message)
  })
  child.kill()
  return answer
}

export interface Running {
  readonly process: ChildProcess
  stop(): Promise<void>
}

/** A program that says on its channel when it is ready. */
export async function startProcess(program: string, message: object): Promise<Running> {
  const child = fork(join(import.meta.dirname, program), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
    child.send(message)
  })
  return { process: child, stop: () => stopped(child) }
}

/** The real server process, as an operator starts it. */
export async function startServer(settings: Readonly<Record<string, string>>, port: number): Promise<Running> {
  const child = spawn(process.execPath, [...flags.server, join(root, 'src/main.ts')], {
    cwd: root,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const patience = Date.now() + 60_000
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined)
    if (ready?.ok === true) return { process: child, stop: () => stopped(child) }
    if (child.exitCode !== null || Date.now() > patience) throw new Error('the server did not start')
    await wait(100)
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const end = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await end
}

/** Resident memory of a process in MB; Linux only, elsewhere undefined. */
export async function residentMegabytes(child: ChildProcess): Promise<number | undefined> {
  const text = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmRSS:\s+(\d+)/.exec(text)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}
