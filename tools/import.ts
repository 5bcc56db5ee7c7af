// `npm run import -- KIND FILE`: takes official files over, or writes our data files anew from them.
import { StartError } from '#database'
import { importRegisterFile } from './import/register.ts'
import { writeRegionalData } from './import/write-regional.ts'
import { runTool } from './run-tool.ts'

type Importer = (file: string, progress: (sentence: string) => void) => Promise<string>

/** One kind a line; other modules add theirs. */
const kinds: Readonly<Record<string, Importer>> = {
  gv100ad: importRegisterFile,
  'regional-data': writeRegionalData,
}

await runTool(async (parameters, progress) => {
  const [kind, file] = parameters
  const importer = kind === undefined ? undefined : kinds[kind]
  if (importer === undefined || file === undefined)
    throw new StartError(`Say what shall be imported: npm run import -- KIND FILE, with KIND one of ${Object.keys(kinds).join(', ')}.`)
  return importer(file, progress)
})
