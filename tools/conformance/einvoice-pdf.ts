// Conformance: the files embedded in real hybrid invoices, against what pdfdetach took out of them.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPdfReader } from '../../src/standards/einvoice/pdf/reader.ts'

interface Finding {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}
type Expected = Readonly<Record<string, readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]>>

/** Names, lengths and hashes of every embedded file; and each PDF names exactly one invoice. */
export async function checkHybridInvoices(standardsDirectory: string): Promise<readonly Finding[]> {
  const folder = join(standardsDirectory, 'zugferd')
  const expected: Expected = JSON.parse(await readFile(join(folder, 'embedded-expected.json'), 'utf8'))
  const reader = createPdfReader()
  const findings: Finding[] = []
  try {
    for (const [file, files] of Object.entries(expected)) {
      const detail = differenceIn(await reader.read(await readFile(join(folder, file))), files)
      findings.push({ name: `hybrid invoice: ${file}`, ok: detail === '', detail })
    }
  } finally {
    reader.close()
  }
  assert.ok(findings.length > 0, 'no PDF is expected')
  return findings
}

type Reading = Awaited<ReturnType<ReturnType<typeof createPdfReader>['read']>>

function differenceIn(reading: Reading, expected: Expected[string]): string {
  if (!reading.ok) return `refused: ${reading.reason}`
  const { attachments, hybrid } = reading.value
  const found = attachments.map(({ name, bytes }) => ({
    name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
  const [mine, theirs] = [found, expected].map((files) => JSON.stringify(files.map((file) => Object.values(file).join(' ')).toSorted()))
  if (mine !== theirs) return `${mine} instead of ${theirs}`
  return hybrid.kind === 'invoice' ? '' : `${hybrid.kind} instead of an invoice`
}
