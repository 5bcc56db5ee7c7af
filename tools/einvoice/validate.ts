// `validate`: one judgement per file, as a JSON line or as a text to read.
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { type Judgement, judge } from '#standards/einvoice'
import { type Call, pathOf } from './call.ts'
import { type Input, readInput } from './input.ts'

/** What is said of one file; exactly one of judgement and error is there. */
export interface Told {
  readonly file: string
  readonly sha256?: string
  /** The embedded XML that was judged, where the file is a PDF. */
  readonly pdf?: { readonly attachment: string; readonly sha256: string; readonly profile?: string }
  readonly judgement?: Judgement
  /** Why nothing could be judged. */
  readonly error?: string
  readonly ms: number
}

/** @returns 0 where all were accepted, 1 otherwise */
export async function validate(call: Call): Promise<number> {
  const tell = call.isJson ? toJson : (await import('./report.ts')).reportIn(call.language)
  let accepted = true
  for await (const file of filesOf(call)) {
    const told = await judgeFile(file, call)
    accepted &&= told.judgement?.verdict === 'accept'
    await write(`${tell(told)}\n`)
  }
  return accepted ? 0 : 1
}

async function* filesOf({ files }: Call): AsyncGenerator<string> {
  for (const file of files) {
    if (file !== '-') yield file
    else for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') yield line
  }
}

async function judgeFile(file: string, call: Call): Promise<Told> {
  const input = await readInput(pathOf(file))
  const start = performance.now()
  const judgement = input.xml === undefined ? undefined : judge(input.xml, call)
  const ms = Math.round((performance.now() - start) * 1_000) / 1_000
  const pdf = pdfOf(input)
  return {
    file,
    ...(input.bytes === undefined ? {} : { sha256: sha256(input.bytes) }),
    ...(pdf === undefined ? {} : { pdf }),
    ...(judgement === undefined ? { error: input.error ?? 'unreadable' } : { judgement }),
    ms,
  }
}

function pdfOf({ attachment, xml }: Input): Told['pdf'] {
  if (attachment === undefined || xml === undefined) return undefined
  return {
    attachment: attachment.name,
    sha256: sha256(xml),
    ...(attachment.profile === undefined ? {} : { profile: attachment.profile }),
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Fields that a file has nothing for are null, so that every line has the same ones. */
function toJson({ file, sha256: hash, pdf, judgement, error, ms }: Told): string {
  return JSON.stringify({
    file,
    sha256: hash ?? null,
    ...(pdf === undefined ? {} : { pdf }),
    ...(error === undefined ? {} : { error }),
    ruleSet: judgement?.ruleSet ?? null,
    syntax: judgement?.syntax ?? null,
    scenario: judgement?.scenario ?? null,
    xsdValid: judgement?.xsdValid ?? null,
    // What could not be read is not rejected, yet never accepted.
    verdict: judgement?.verdict ?? 'undefined',
    findings: (judgement?.findings ?? []).map(({ step, rule, level, effectiveLevel, location, bt, line }) => ({
      step,
      rule,
      level,
      effectiveLevel,
      location,
      bt: bt ?? null,
      ...(line === undefined ? {} : { line }),
    })),
    ms,
  })
}

/** Waits for a slow reader, so that a long list does not pile up in memory. */
async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
}
