// The composition root: configuration, database, modules, server and worker; started by `npm start`.
import { readConfig } from './config.ts'
import { openHouse } from './house.ts'
import { readSigning } from './signing.ts'
import { sentenceOf } from './start-faults.ts'

process.title = 'rennsteig'

async function main(): Promise<void> {
  const config = readConfig()
  const demo = config.demo ? await import('../demo/start.ts') : undefined
  const house = await openHouse(config, demo === undefined ? await readSigning(config) : await demo.demoSigning(config.dataFolder))
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await house.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  if (demo === undefined) {
    process.stdout.write(`Rennsteig answers at ${config.baseUrl.href}\n`)
    return
  }
  const show = await demo.startDemo(config, house)
  house.onClose(show.stop)
  process.stdout.write(show.greeting)
}

main().catch((error: unknown) => {
  const sentence = sentenceOf(error)
  process.stderr.write(
    sentence === undefined ? `Rennsteig could not start: ${error instanceof Error ? error.stack : String(error)}\n` : `${sentence}\n`,
  )
  process.exit(1)
})
