// Conformance: our payment files by the official schema of pain.001.001.09, bank statements of others by our reader.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { parseDay } from '#kernel/dates.ts'
import { readBankStatements, StatementError } from '#standards/camt053'
import { type CreditTransferFile, encodeCreditTransfer } from '#standards/pain001'
import type { Finding } from './fim.ts'

const run = promisify(execFile)

/** Our files, made from random facts, and the same broken in one place each. */
export async function checkPaymentFiles(standardsFolder: string): Promise<readonly Finding[]> {
  const schema = join(standardsFolder, 'iso20022', 'pain', 'pain.001.001.09.xsd')
  const folder = await mkdtemp(join(tmpdir(), 'rennsteig-pain-'))
  try {
    const files = fc.sample(paymentFile, { numRuns: 200, seed: 20022 }).map(encodeCreditTransfer)
    const [first = ''] = files
    const broken = breaks.map(([from, to]) => {
      assert.ok(first.includes(from), `nothing to break: ${from}`)
      return first.replace(from, to)
    })
    const valid = await validOf(schema, folder, files)
    const stillValid = await validOf(schema, folder, broken)
    return [
      { name: `pain.001.001.09: ${files.length} of our files accepted by the official schema`, ok: valid.every(Boolean), detail: `refused: ${valid.indexOf(false)}` },
      { name: `pain.001.001.09: ${broken.length} broken ones refused`, ok: !stillValid.includes(true), detail: `accepted: ${stillValid.indexOf(true)}` },
    ] // biome-ignore format: two findings
  } finally {
    await rm(folder, { recursive: true })
  }
}

const breaks: readonly (readonly [string, string])[] = [
  ['<PmtMtd>TRF</PmtMtd>', '<PmtMtd>TRX</PmtMtd>'],
  ['<NbOfTxs>', '<NbOfTxs>x'],
  ['<IBAN>', '<IBAN>1'],
  ['Ccy="EUR"', 'Ccy="eur"'],
  ['<EndToEndId>', `<EndToEndId>${'x'.repeat(36)}`],
  ['<CreDtTm>', '<CreDtTm>um '],
  ['<ChrgBr>SLEV</ChrgBr>', '<ChrgBr>SLEVE</ChrgBr>'],
  ['<Dbtr>', '<Debtor/><Dbtr>'],
]

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 160 }).map((words) => `A${words}`)
const iban = fc.bigInt({ min: 0n, max: 999_999_999_999_999_999n }).map((account) => {
  const digits = account.toString().padStart(18, '0')
  return `DE${(98n - (BigInt(`${digits}131400`) % 97n)).toString().padStart(2, '0')}${digits}`
})
const party = fc.record({ name: text, iban })
const paymentFile: fc.Arbitrary<CreditTransferFile> = fc.record({
  messageId: fc.constant('ZL-2026-0001'),
  paymentId: fc.constant('ZL-2026-0001'),
  createdAt: fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
  executeOn: fc.constantFrom('2026-11-24', '2028-02-29').map((day) => parseDay(day) ?? assert.fail(day)),
  debtor: party,
  transfers: fc
    .array(fc.record({ amount: fc.bigInt({ min: 1n, max: 99_999_999_999n }), creditor: party, remittance: text }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((transfers) => transfers.map((transfer, index) => ({ ...transfer, endToEndId: `ZL-2026-0001-${index + 1}` }))),
})

async function validOf(schema: string, folder: string, files: readonly string[]): Promise<readonly boolean[]> {
  const paths = files.map((_, index) => join(folder, `${index}.xml`))
  await Promise.all(paths.map((path, index) => writeFile(path, files[index] ?? '')))
  const answer = await run('xmllint', ['--nonet', '--noout', '--schema', schema, ...paths], { maxBuffer: 50_000_000 }).catch(
    (error: unknown) => {
      if (typeof error === 'object' && error !== null && 'stderr' in error && 'code' in error && typeof error.code === 'number')
        return { stderr: String(error.stderr) }
      throw error
    },
  )
  return paths.map((path) => answer.stderr.includes(`${path} validates`))
}

/** Every sample of the versions that we read: as many entries, booked entries and end-to-end ids as an XPath counts. */
export async function checkBankStatements(standardsFolder: string): Promise<readonly Finding[]> {
  const folder = join(standardsFolder, 'iso20022', 'camt', 'samples')
  const findings: Finding[] = []
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.xml')).toSorted()) {
    const path = join(folder, name)
    const xml = await readFile(path, 'utf8')
    const isOurs = /tech:xsd:camt\.053\.001\.0[248]"/.test(xml) && !name.includes('wrong')
    const read = await readBankStatements(createReadStream(path)).catch((error: unknown) => {
      if (error instanceof StatementError) return error
      throw error
    })
    if (read instanceof StatementError) {
      findings.push({ name: `camt.053: ${name} refused`, ok: !isOurs, detail: read.message })
      continue
    }
    const entries = read.statements.flatMap((statement) => statement.entries)
    const ours = [
      read.statements.length,
      entries.length,
      entries.filter((entry) => entry.isBooked).length,
      entries.reduce((sum, entry) => sum + entry.details.length, 0),
    ]
    const truth = await Promise.all(counts.map((path_) => countOf(path, path_)))
    const isEqual = isOurs && ours.join() === truth.join()
    findings.push({
      name: `camt.053: ${name} read, ${entries.length} entries`,
      ok: isEqual,
      detail: `${ours.join()} instead of ${truth.join()}`,
    })
  }
  return findings
}

const named = (name: string): string => `*[local-name()="${name}"]`
const counts = [
  `//${named('Stmt')}`,
  `//${named('Ntry')}`,
  `//${named('Ntry')}[normalize-space(${named('Sts')})="BOOK"]`,
  `//${named('Ntry')}/${named('NtryDtls')}/${named('TxDtls')}`,
]

async function countOf(path: string, expression: string): Promise<number> {
  const { stdout } = await run('xmllint', ['--nonet', '--xpath', `count(${expression})`, path])
  return Number(stdout.trim())
}
