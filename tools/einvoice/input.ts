// A file as an invoice: XML as it is, or the XML embedded in a PDF.
import { open } from 'node:fs/promises'
import type { PdfReader } from '../../src/standards/einvoice/pdf/reader.ts'

/** What a file holds; without `xml` the `error` says why. */
export interface Input {
  readonly bytes?: Uint8Array
  readonly xml?: Uint8Array
  readonly attachment?: { readonly name: string; readonly profile?: string }
  readonly error?: string
}

const largestFile = 256 * 1024 * 1024
/** One for all files; it does not keep the process alive. */
let reader: PdfReader | undefined
const pdfMark = '%PDF-'
/** A header may stand behind other bytes. */
const markWithin = 1_024

export async function readInput(path: string): Promise<Input> {
  const read = await readFile(path)
  if (typeof read === 'string') return { error: read }
  return isPdf(read) ? { bytes: read, ...(await xmlInPdf(read)) } : { bytes: read, xml: read }
}

async function readFile(path: string): Promise<Uint8Array | string> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    return size > largestFile ? `larger than ${largestFile} bytes` : await file.readFile()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return code === 'ENOENT' ? 'missing' : `unreadable (${code})`
  }
}

/** XML begins with '<', so that an invoice that only speaks of a PDF is none. */
function isPdf(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, markWithin))
  const at = start.indexOf(pdfMark)
  return at >= 0 && !start.subarray(0, at).includes('<')
}

async function xmlInPdf(bytes: Uint8Array): Promise<Omit<Input, 'bytes'>> {
  const { createPdfReader } = await import('../../src/standards/einvoice/pdf/reader.ts')
  reader ??= createPdfReader()
  const content = await reader.read(bytes)
  if (!content.ok) return { error: `pdf ${content.reason}` }
  const { hybrid } = content.value
  if (hybrid.kind === 'none') return { error: 'pdf without an invoice' }
  if (hybrid.kind === 'unclear') return { error: `pdf ${hybrid.because}: ${hybrid.candidates.map(({ name }) => name).join(', ')}` }
  const { invoice, profile } = hybrid
  return { xml: invoice.bytes, attachment: { name: invoice.name, ...(profile === undefined ? {} : { profile: profile.name }) } }
}
