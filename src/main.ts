// The composition root: configuration, database, modules, server and worker; started by `npm start`.
import { flushCompileCache } from 'node:module'
import { type Config, databasePlace, readConfig } from './config.ts'
import { refuseUsedPorts } from './free-ports.ts'
import type { House } from './house.ts'
import { type ReachedDatabase, reachDatabase } from './reach-database.ts'
import { sentenceOf } from './start-faults.ts'

process.title = 'rennsteig'

interface Opened {
  readonly house: House
  readonly greeting: string
}

/** Set while starting, so that a signal or a fault at any moment finds what there is to close. */
let reaching: Promise<ReachedDatabase> | undefined
let opening: Promise<Opened> | undefined
let stopping = false

async function main(): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  process.on('disconnect', () => void stop(0)) // whoever started us was killed
  opening = open(readConfig())
  const { house, greeting } = await opening
  house.markStarted()
  process.stdout.write(greeting)
  flushCompileCache()
}

/** The server of the database starts while the modules are being read: each takes some hundred milliseconds. */
async function open(config: Config): Promise<Opened> {
  await refuseUsedPorts(config)
  const reached = reachDatabase(config)
  reaching = reached
  reached.catch(() => undefined) // awaited in openHouse, which may fail before
  const [{ openHouse }, { readSigning }, demo] = await Promise.all([
    import('./house.ts'),
    import('./signing.ts'),
    config.demo ? import('../demo/start.ts') : undefined,
  ])
  const signing = demo === undefined ? await readSigning(config) : await demo.demoSigning(config.dataFolder)
  const house = await openHouse({ config, signing, reached, isStopping: () => stopping })
  if (demo === undefined) return { house, greeting: `Rennsteig answers at ${config.baseUrl.href}\n` }
  const show = await demo.startDemo(config, house)
  house.onClose(show.stop)
  return { house, greeting: show.greeting }
}

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  await end(code)
}

async function end(code: number): Promise<void> {
  const opened = await opening?.catch(() => undefined)
  await opened?.house.close()
  const reached = await reaching?.catch(() => undefined)
  await reached?.release()
  process.exit(code)
}

main().catch((error: unknown) => {
  if (stopping) return
  const sentence = sentenceOf(error, databasePlace())
  const trace = error instanceof Error ? error.stack : String(error)
  stopping = true
  process.stderr.write(sentence === undefined ? `Rennsteig could not start: ${trace}\n` : `${sentence}\n`)
  void end(1)
})
