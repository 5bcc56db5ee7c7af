// The composition root: configuration, database, modules, server and worker; started by `npm start`.
import { readConfig } from './config.ts'
import { openHouse } from './house.ts'
import { sentenceOf } from './start-faults.ts'

process.title = 'rennsteig'

async function main(): Promise<void> {
  const config = readConfig()
  const house = await openHouse(config)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await house.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  if (config.demo) {
    const { startDemo } = await import('../demo/start.ts')
    const demo = await startDemo(config, house)
    house.onClose(demo.stop)
    process.stdout.write(demo.greeting)
  } else {
    process.stdout.write(`Rennsteig answers at ${config.baseUrl.href}\n`)
  }
}

main().catch((error: unknown) => {
  const sentence = sentenceOf(error)
  process.stderr.write(
    sentence === undefined ? `Rennsteig could not start: ${error instanceof Error ? error.stack : String(error)}\n` : `${sentence}\n`,
  )
  process.exit(1)
})
