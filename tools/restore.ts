// `npm run restore -- FILE`: loads a backup into an empty data folder or database.
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { prepareDatabase, StartError } from '#database'
import { prepareQueues } from '#jobs'
import { readConfig } from '../src/config.ts'
import { findServer, restoreMark } from '../src/start-database.ts'
import { holdsInstallation, load } from './backup/load.ts'
import { runTool } from './run-tool.ts'

await runTool(async (parameters, progress) => {
  const [file] = parameters
  if (file === undefined) throw new StartError('Say which backup shall be restored: npm run restore -- FILE')
  const config = readConfig()
  const mark = join(config.dataFolder, restoreMark)
  // The mark of a restore that was cut off: the same command goes on with it.
  if (!existsSync(mark) && (await holdsInstallation(config.dataFolder)))
    throw new StartError(`The data folder ${config.dataFolder} is not empty; restore into a new one (DATA_DIR).`)
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  await writeFile(mark, '')
  const { url, cluster } = await findServer(config)
  await prepareDatabase(url, new URL('../migrations', import.meta.url).pathname)
  await prepareQueues(url, [])
  const manifest = await load({ url, dataFolder: config.dataFolder, source: resolve(file), progress })
  await cluster?.stop()
  await rm(mark)
  return `Restored the backup of ${manifest.madeAt} into ${config.dataFolder}. Start as usual.`
})
