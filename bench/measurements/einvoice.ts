// Judging e-invoices: the whole chain against libxml2 parsing and validating the same bytes; growth with lines; a cold process; worker threads.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { judge } from '#standards/einvoice'
import { openOfficialSchemas } from '../../test/harness/official-schemas.ts'
import { readTestSettings } from '../../tools/test-settings.ts'
import { median, type Result } from '../report.ts'

const execute = promisify(execFile)
const root = join(import.meta.dirname, '..', '..')
const warmUpMs = 2_500
const largestOrdinary = 40_000
const compileCache = join(root, 'node_modules', '.cache', 'rennsteig')

/** Where the official schemas are missing there is no yardstick, and the measurement is left out. */
export async function measureEinvoice(pace: { readonly rounds: number; readonly seconds: number }): Promise<readonly Result[]> {
  const { standardsFolder } = readTestSettings()
  if (!existsSync(join(standardsFolder, 'xrechnung/testsuite'))) {
    process.stderr.write(`einvoice is left out: there are no official schemas at ${standardsFolder}; set STANDARDS_DIR.\n`)
    return []
  }
  const suite = suiteOf(standardsFolder)
  const ordinary = suite.filter(({ bytes }) => bytes.length <= largestOrdinary)
  const tenKilobytes = ordinary
    .toSorted((one, other) => Math.abs(one.bytes.length - 10_000) - Math.abs(other.bytes.length - 10_000))
    .slice(0, 1)
  const schemas = openOfficialSchemas(standardsFolder)
  try {
    const compare = (name: string, documents: readonly Named[], note: string) =>
      compareWith(name, documents, (bytes) => schemas.isValid(bytes), pace, note)
    return [
      compare('einvoice: 10 kB invoice', tenKilobytes, `${tenKilobytes[0]?.bytes.length} bytes`),
      compare('einvoice: mean of the ordinary suite', ordinary, `${ordinary.length} invoices up to 40 kB`),
      compare('einvoice: mean of the whole suite', suite, `${suite.length} invoices, attachments of up to 1 MB among them`),
      ...growth(readFileSync(join(standardsFolder, 'xrechnung/testsuite/business-cases/standard/01.01a-INVOICE_ubl.xml'), 'utf8')),
      await coldProcess(tenKilobytes),
      ...(await threads(ordinary, pace.seconds)),
    ]
  } finally {
    schemas.close()
  }
}

interface Named {
  readonly file: string
  readonly bytes: Uint8Array
}

function suiteOf(standardsFolder: string): readonly Named[] {
  const folder = join(standardsFolder, 'xrechnung/testsuite')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xml'))
  return files.sort().map((file) => ({ file: join(folder, file), bytes: readFileSync(join(folder, file)) }))
}

/** Warm, one thread, alternating; processor time, because the machine may have other things to do. */
function compareWith(
  name: string,
  documents: readonly Named[],
  yardstick: (bytes: Uint8Array) => unknown,
  pace: { readonly rounds: number },
  note: string,
): Result {
  const times = Math.max(1, Math.ceil(150 / documents.length))
  const ours: number[] = []
  const theirs: number[] = []
  for (const end = performance.now() + warmUpMs; performance.now() < end; ) perDocument(documents, 1, judge)
  for (let round = 0; round < pace.rounds * 12; round += 1) {
    theirs.push(perDocument(documents, times, yardstick))
    ours.push(perDocument(documents, times, judge))
  }
  const ratios = ours.map((value, round) => value / (theirs[round] ?? value))
  return {
    name,
    value: median(ours),
    unit: 'ms',
    yardstick: median(theirs),
    ratio: median(ratios),
    goal: { atMost: 2 },
    note: `${note}; yardstick libxml2-wasm, parse and XSD`,
  }
}

function perDocument(documents: readonly Named[], times: number, work: (bytes: Uint8Array) => unknown): number {
  const before = process.cpuUsage()
  for (let time = 0; time < times; time += 1) for (const { bytes } of documents) work(bytes)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000 / times / documents.length
}

/** Time per line at ten thousand lines against a thousand. */
function growth(sample: string): readonly Result[] {
  const few = perLine(sample, 1_000)
  const many = perLine(sample, 10_000)
  return [
    { name: 'einvoice: 10,000 lines', value: many * 10_000, unit: 'ms', note: 'one document' },
    {
      name: 'einvoice: growth per line',
      value: many * 1_000,
      unit: 'µs',
      yardstick: few * 1_000,
      ratio: many / few,
      goal: { atMost: 1.5 },
      note: 'yardstick 1,000 lines',
    },
  ]
}

function perLine(sample: string, lines: number): number {
  const bytes = withLines(sample, lines)
  const rounds = 60_000 / lines
  const times: number[] = []
  for (let round = 0; round < Math.min(rounds, 12); round += 1) times.push(perDocument([{ file: '', bytes }], 1, judge))
  return Math.min(...times) / lines
}

/** The sample with its line repeated under other numbers. */
function withLines(sample: string, count: number): Uint8Array {
  const begin = sample.indexOf('<cac:InvoiceLine>')
  const end = sample.indexOf('</cac:InvoiceLine>', begin) + '</cac:InvoiceLine>'.length
  const last = sample.lastIndexOf('</cac:InvoiceLine>') + '</cac:InvoiceLine>'.length
  const line = sample.slice(begin, end)
  const lines = Array.from({ length: count }, (_, index) => line.replace(/<cbc:ID>[^<]*</, `<cbc:ID>${index + 1}<`))
  return Buffer.from(sample.slice(0, begin) + lines.join('\n') + sample.slice(last))
}

/** The command line on one file, start and end of the process included; the code was compiled by an earlier start. */
async function coldProcess([document]: readonly Named[]): Promise<Result> {
  const times: number[] = []
  for (let start = 0; start < 6; start += 1) {
    const before = performance.now()
    const parameters = [join(root, 'tools/einvoice.ts'), 'validate', '--json', document?.file ?? '']
    await execute(process.execPath, parameters, { env: { ...process.env, NODE_COMPILE_CACHE: compileCache } })
    if (start > 0) times.push(performance.now() - before)
  }
  return {
    name: 'einvoice: cold process',
    value: median(times),
    unit: 'ms',
    goal: { atMost: 400 },
    note: 'node tools/einvoice.ts validate, one file',
  }
}

/** Documents per second of one and of two worker threads at once. */
async function threads(documents: readonly Named[], seconds: number): Promise<readonly Result[]> {
  const one = await judgedPerSecond(documents, seconds, 1)
  const two = await judgedPerSecond(documents, seconds, 2)
  return [
    {
      name: 'einvoice: two worker threads',
      value: two,
      unit: '1/s',
      yardstick: one,
      ratio: two / one,
      note: 'yardstick one thread; as far as the machine has two free cores',
    },
  ]
}

async function judgedPerSecond(documents: readonly Named[], seconds: number, count: number): Promise<number> {
  const workerData = { documents: documents.map(({ bytes }) => bytes), seconds }
  const counts = Array.from({ length: count }, async () => {
    const worker = new Worker(join(root, 'bench/load/judging-process.ts'), { workerData })
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    worker.once('message', resolve).once('error', reject)
    return promise
  })
  return (await Promise.all(counts)).reduce((sum, each) => sum + each, 0)
}
