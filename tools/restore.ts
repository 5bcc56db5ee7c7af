// `npm run restore -- FILE`: loads a backup into an empty data folder or database.
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { prepareDatabase, StartError } from '#database'
import { prepareQueues } from '#jobs'
import { type Config, readConfig } from '../src/config.ts'
import { findServer, holdFolder, restoreMark } from '../src/reach-database.ts'
import { checkBackup, holdsInstallation, load, refuseUsedDatabase } from './backup/load.ts'
import { runTool } from './run-tool.ts'

await runTool(async (parameters, progress) => {
  const [file] = parameters
  if (file === undefined) throw new StartError('Say which backup shall be restored: npm run restore -- FILE')
  const config = readConfig()
  const source = resolve(file)
  const mark = join(config.dataFolder, restoreMark)
  // The mark of a restore that was cut off: the same command goes on with it.
  const again = existsSync(mark)
  if (!again && (await holdsInstallation(config.dataFolder)))
    throw new StartError(`The data folder ${config.dataFolder} is not empty; restore into a new one (DATA_DIR).`)
  await checkBackup(source, progress)
  if (!again && config.databaseUrl !== undefined) await refuseUsedDatabase(config.databaseUrl)
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  await writeFile(mark, '', { mode: 0o600 })
  const madeAt = await restore(config, source, progress)
  await rm(mark)
  return `Restored the backup of ${madeAt} into ${config.dataFolder}. Start as usual.`
})

async function restore(config: Config, source: string, progress: (sentence: string) => void): Promise<string> {
  const { url, cluster } = await findServer(config)
  const held = cluster === undefined ? undefined : await holdFolder(config.dataFolder, url, cluster)
  try {
    await prepareDatabase(url, new URL('../migrations', import.meta.url).pathname)
    await prepareQueues(url, [])
    const manifest = await load({ url, dataFolder: config.dataFolder, source, progress })
    return manifest.madeAt
  } finally {
    await held?.release()
  }
}
