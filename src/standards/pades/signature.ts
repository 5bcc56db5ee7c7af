// Signature field and signature dictionary (ISO 32000-1 § 12.8) as an incremental update of the PDF.
import { createHash } from 'node:crypto'
import { type Signatory, signDigest, type TimeStamper } from './cms.ts'
import { firstNode } from './der.ts'
import { dateString, readDictionary, referenced, textString, writeDictionary } from './dictionary.ts'
import { appendRevision, nextNumber, openPdf, PdfError, type PdfFile, readObject, rootNumber } from './revision.ts'

/** What the signature says beside its cryptography. */
export interface SignatureReason {
  readonly name: string
  readonly reason: string
  readonly location: string
  readonly now: Date
}

/** A signature found in a PDF. */
export interface PdfSignature {
  /** The CMS SignedData, without padding. */
  readonly cms: Buffer
  /** The bytes it covers. */
  readonly signed: Buffer
  /** Whether nothing but the signature itself lies outside what it covers. */
  readonly coversWholeFile: boolean
}

/** Room for the certificates of a chain and a time stamp. */
const reservedBytes = 12_288
const openRange = '[0 0000000000 0000000000 0000000000]'

/**
 * The PDF with one more signature; everything before stays byte for byte.
 *
 * @throws PdfError if the PDF cannot be read or the signature needs more room than reserved
 */
export async function signPdf(pdf: Uint8Array, why: SignatureReason, signatory: Signatory, timeStamper?: TimeStamper): Promise<Buffer> {
  const prepared = withOpenSignature(openPdf(pdf), why)
  const at = prepared.lastIndexOf(`/Contents <${'0'.repeat(64)}`) + '/Contents '.length
  const after = at + reservedBytes * 2 + 2
  const range = `[0 ${at} ${after} ${prepared.length - after}]`
  prepared.write(range.padEnd(openRange.length, ' '), prepared.lastIndexOf(openRange), 'latin1')
  const digest = createHash('sha256').update(prepared.subarray(0, at)).update(prepared.subarray(after)).digest()
  const cms = await signDigest(digest, signatory, timeStamper)
  if (cms.length > reservedBytes) throw new PdfError(`the signature has ${cms.length} bytes, ${reservedBytes} are reserved`)
  prepared.write(cms.toString('hex'), at + 1, 'latin1')
  return prepared
}

/** The signatures of a PDF in the order they were made. */
export function listSignatures(pdf: Uint8Array): PdfSignature[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = bytes.toString('latin1')
  return [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].map((match) => {
    const [start = 0, length = 0, second = 0, rest = 0] = match.slice(1).map(Number)
    const hex = bytes.subarray(start + length + 1, second - 1).toString('latin1')
    return {
      cms: firstNode(Buffer.from(hex, 'hex')).whole,
      signed: Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(second, second + rest)]),
      coversWholeFile: start === 0 && second + rest === bytes.length,
    }
  })
}

function withOpenSignature(file: PdfFile, why: SignatureReason): Buffer {
  const root = rootNumber(file)
  const catalogue = readDictionary(readObject(file, root))
  const page = firstPage(file, referenced(catalogue.get('Pages')))
  const signature = nextNumber(file)
  const field = signature + 1
  const form = readForm(file, catalogue.get('AcroForm'))
  const fields = listed(form.get('Fields'))
  form.set('Fields', `[${[...fields, `${field} 0 R`].join(' ')}]`)
  form.set('SigFlags', '3')
  catalogue.set('AcroForm', writeDictionary(form))
  const pageEntries = readDictionary(readObject(file, page))
  pageEntries.set('Annots', `[${[...listed(annotations(file, pageEntries.get('Annots'))), `${field} 0 R`].join(' ')}]`)
  pageEntries.set('Tabs', '/S')
  return appendRevision(
    file,
    new Map([
      [root, writeDictionary(catalogue)],
      [page, writeDictionary(pageEntries)],
      [signature, signatureDictionary(why)],
      [field, fieldDictionary(signature, page, fields.length + 1, why)],
    ]),
  )
}

function signatureDictionary(why: SignatureReason): string {
  const entries = [
    '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${openRange}`,
    `/Name ${textString(why.name)} /Reason ${textString(why.reason)} /Location ${textString(why.location)} /M ${dateString(why.now)}`,
    `/Contents <${'0'.repeat(reservedBytes * 2)}>`,
  ]
  return `<< ${entries.join('\n')} >>`
}

/** Widget without area: nothing is drawn, so PDF/A wants no appearance and PDF/UA no place in the structure. */
function fieldDictionary(signature: number, page: number, number: number, why: SignatureReason): string {
  const label = textString(`${why.name}: ${why.reason}`)
  return `<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F 132 /P ${page} 0 R /T (Signature${number}) /TU ${label} /Contents ${label} /V ${signature} 0 R >>`
}

function firstPage(file: PdfFile, from: number | undefined): number {
  let at = from
  for (let depth = 0; depth < 32 && at !== undefined; depth += 1) {
    const node = readDictionary(readObject(file, at))
    if (node.get('Type') === '/Page') return at
    at = referenced(listed(node.get('Kids'))[0])
  }
  throw new PdfError('the PDF has no first page')
}

function readForm(file: PdfFile, value: string | undefined): Map<string, string> {
  const number = referenced(value)
  return readDictionary(number === undefined ? (value ?? '<< >>') : readObject(file, number))
}

function annotations(file: PdfFile, value: string | undefined): string | undefined {
  const number = referenced(value)
  return number === undefined ? value : readObject(file, number)
}

/** The references in an array's text. */
function listed(array: string | undefined): string[] {
  return [...(array ?? '').matchAll(/\d+\s+\d+\s+R/g)].map((match) => match[0])
}
