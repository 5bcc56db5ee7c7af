// `npm run backup -- FILE`: writes a backup of the running (or stopped) installation.
import { resolve } from 'node:path'
import { StartError } from '#database'
import { readConfig } from '../src/config.ts'
import { findServer } from '../src/reach-database.ts'
import { dump, refuseTarget } from './backup/dump.ts'
import { runTool } from './run-tool.ts'

await runTool(async (parameters, progress) => {
  const [file] = parameters
  if (file === undefined) throw new StartError('Say where the backup shall be written: npm run backup -- FILE')
  const config = readConfig()
  const target = resolve(file)
  refuseTarget(target, config.dataFolder)
  const { url, cluster } = await findServer(config)
  try {
    const manifest = await dump({ url, dataFolder: config.dataFolder, target, progress, now: new Date() })
    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0)
    return `Backup written to ${target}: ${rows} rows, ${manifest.files ?? 0} files. It contains the keys; keep it as safe as the data.`
  } finally {
    // A server started for the backup only is stopped; a running installation keeps its own.
    if (cluster?.started === true) await cluster.stop()
  }
})
