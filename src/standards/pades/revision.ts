// Incremental updates of a PDF (ISO 32000-1 § 7.5.6): what is there stays byte for byte, changes are appended.
import { createHash } from 'node:crypto'
import { readDictionary, referenced, writeDictionary } from './dictionary.ts'

export class PdfError extends Error {
  readonly code = 'pades.unreadable-pdf'
}

/** A PDF whose objects can be found through its cross-reference tables. */
export interface PdfFile {
  readonly bytes: Buffer
  readonly trailer: ReadonlyMap<string, string>
  readonly crossReferenceAt: number
  readonly offsets: ReadonlyMap<number, number>
}

/**
 * Opens a PDF with classic cross-reference tables, as Typst writes them.
 *
 * @throws PdfError if it has none (cross-reference streams are not read) or is cut off
 */
export function openPdf(pdf: Uint8Array): PdfFile {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const tail = bytes.subarray(Math.max(0, bytes.length - 1024)).toString('latin1')
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)
  if (start === null) throw new PdfError('no startxref at the end of the PDF')
  const offsets = new Map<number, number>()
  const crossReferenceAt = Number(start[1])
  let trailer: Map<string, string> | undefined
  for (let at: number | undefined = crossReferenceAt; at !== undefined; ) {
    const section = readSection(bytes, at, offsets)
    trailer ??= section
    const previous: string | undefined = section.get('Prev')
    at = previous === undefined || Number(previous) >= at ? undefined : Number(previous)
  }
  if (trailer === undefined || trailer.has('Encrypt')) throw new PdfError('the PDF is encrypted or has no trailer')
  return { bytes, trailer, crossReferenceAt, offsets }
}

/** The text of an object between `obj` and `endobj` (latin1); a stream's content included. */
export function readObject(file: PdfFile, number: number | undefined): string {
  const at = number === undefined ? undefined : file.offsets.get(number)
  if (at === undefined) throw new PdfError(`object ${number} is not in the PDF`)
  const end = file.bytes.indexOf('endobj', at)
  const text = file.bytes.subarray(at, end).toString('latin1')
  return text.slice(text.indexOf('obj') + 3)
}

export function rootNumber(file: PdfFile): number {
  const root = referenced(file.trailer.get('Root'))
  if (root === undefined) throw new PdfError('the trailer names no catalogue')
  return root
}

/** The first number no object has. */
export function nextNumber(file: PdfFile): number {
  return Number(file.trailer.get('Size'))
}

/** The PDF with these objects added or replaced in one new revision. */
export function appendRevision(file: PdfFile, objects: ReadonlyMap<number, string | Buffer>): Buffer {
  const parts: Buffer[] = [file.bytes]
  let length = file.bytes.length
  const put = (part: string | Buffer): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    length += bytes.length
  }
  if (file.bytes.at(-1) !== 0x0a) put('\n')
  const places: (readonly [number, number])[] = []
  for (const [number, body] of [...objects].sort(([first], [second]) => first - second)) {
    places.push([number, length])
    put(`${number} 0 obj\n`)
    put(body)
    put('\nendobj\n')
  }
  const tableAt = length
  put('xref\n')
  for (const [number, at] of places) put(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
  put(`trailer\n${writeDictionary(trailerAfter(file, objects))}\nstartxref\n${tableAt}\n%%EOF\n`)
  return Buffer.concat(parts)
}

function trailerAfter(file: PdfFile, objects: ReadonlyMap<number, string | Buffer>): Map<string, string> {
  const trailer = new Map(file.trailer)
  trailer.set('Size', String(Math.max(nextNumber(file), ...[...objects.keys()].map((number) => number + 1))))
  trailer.set('Prev', String(file.crossReferenceAt))
  const first = /\[\s*(<[0-9A-Fa-f]*>|\((?:[^\\)]|\\.)*\))/s.exec(trailer.get('ID') ?? '')?.[1]
  const digest = createHash('sha256').update(file.bytes)
  for (const body of objects.values()) digest.update(body)
  const second = `<${digest.digest('hex').slice(0, 32).toUpperCase()}>`
  trailer.set('ID', `[${first ?? second} ${second}]`)
  return trailer
}

function readSection(bytes: Buffer, from: number, offsets: Map<number, number>): Map<string, string> {
  const trailerAt = bytes.indexOf('trailer', from)
  const table = bytes.subarray(from, trailerAt).toString('latin1')
  if (!table.startsWith('xref') || trailerAt < 0) throw new PdfError('the PDF has no classic cross-reference table')
  let number = 0
  for (const line of table.slice(4).split(/[\r\n]+/)) {
    const head = /^(\d+) (\d+)\s*$/.exec(line)
    if (head !== null) number = Number(head[1])
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line)
    if (entry === null) continue
    if (entry[2] === 'n' && !offsets.has(number)) offsets.set(number, Number(entry[1]))
    number += 1
  }
  const end = bytes.indexOf('startxref', trailerAt)
  return readDictionary(bytes.subarray(trailerAt, end).toString('latin1'))
}
