// `npm run import -- gv100ad FILE`: the municipality register into the directory, with progress and a report line by line.
import { createReadStream, existsSync } from 'node:fs'
import { openDatabase, openPool, prepareDatabase, StartError } from '#database'
import { importRegister } from '#modules/directory'
import { readConfig } from '../../src/config.ts'
import { findServer } from '../../src/reach-database.ts'

export async function importRegisterFile(file: string, progress: (sentence: string) => void): Promise<string> {
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`)
  const { url, cluster } = await findServer(readConfig())
  const database = openDatabase(openPool({ url, role: 'rennsteig_app', connections: 2 }))
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort(new StartError('Cut off. What was taken over stays; run the same command again to go on.')))
  try {
    await prepareDatabase(url, `${import.meta.dirname}/../../migrations`)
    const onProgress = (done: number, total: number): void => progress(`${done} of ${total} regions`)
    const report = await importRegister(database, createReadStream(file), { onProgress, signal: stop.signal })
    for (const { line, reason, excerpt } of report.faults) progress(`${line === 0 ? 'note' : `line ${line}`}: ${reason}: ${excerpt}`)
    if (report.state === undefined) throw new StartError(`${file} holds no line of the register that could be read.`)
    return `State ${report.state}: ${report.taken} regions read, ${report.changed} rows changed, ${report.closed} regions closed, ${report.faults.length} notes.`
  } finally {
    await database.close()
    if (cluster?.started === true) await cluster.stop()
  }
}
