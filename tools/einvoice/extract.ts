// `extract`: writes the invoice embedded in a PDF to standard output, byte by byte.
import { type Call, pathOf } from './call.ts'
import { readInput } from './input.ts'

/** @returns 0 where one invoice was found, 1 otherwise */
export async function extract({ files }: Call): Promise<number> {
  const [file = ''] = files
  const { xml, attachment, error } = await readInput(pathOf(file))
  if (xml === undefined || attachment === undefined) {
    process.stderr.write(`${file}: ${error ?? 'not a pdf'}\n`)
    return 1
  }
  await new Promise<void>((resolve, reject) => process.stdout.write(xml, (fault) => (fault ? reject(fault) : resolve())))
  return 0
}
