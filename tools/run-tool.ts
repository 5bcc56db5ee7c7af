// Runs one command of the operator: progress on stderr, the result on stdout, faults as one sentence.
import { databasePlace } from '../src/config.ts'
import { sentenceOf } from '../src/start-faults.ts'

export async function runTool(
  work: (parameters: readonly string[], progress: (sentence: string) => void) => Promise<string>,
): Promise<void> {
  try {
    const result = await work(process.argv.slice(2), (sentence) => process.stderr.write(`${sentence}\n`))
    process.stdout.write(`${result}\n`)
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, databasePlace()) ?? (error instanceof Error ? error.stack : String(error))}\n`)
    process.exit(1)
  }
}
