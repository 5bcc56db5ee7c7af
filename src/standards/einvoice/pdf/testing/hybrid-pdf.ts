// Small PDFs with embedded files for tests: one empty page, a plain cross-reference table, nothing compressed unless asked for.
import { deflateSync } from 'node:zlib'

export interface EmbeddedFile {
  readonly name: string
  readonly content: Uint8Array | string
  readonly description?: string
  /** Pinned to the page as an annotation, instead of embedded in the document. */
  readonly onPage?: boolean
}

export interface HybridPdfOptions {
  readonly compress?: boolean
  /** Raw dictionary for /Encrypt in the trailer. */
  readonly encrypt?: string
  /** Raw entries for the page, for instance a broken /Kids. */
  readonly pages?: string
}

export function writeHybridPdf(files: readonly EmbeddedFile[], { compress = false, encrypt, pages }: HybridPdfOptions = {}): Uint8Array {
  const objects: Buffer<ArrayBuffer>[] = []
  const add = (content: string | Buffer<ArrayBuffer>): number => objects.push(Buffer.from(content))
  // The first three objects know the numbers of later ones; they are filled in at the end.
  for (let place = 0; place < 3; place += 1) add('')
  const inDocument: string[] = []
  const onPage: string[] = []
  for (const file of files) {
    const specification = add(fileSpecification(file, add(stream(file.content, compress))))
    if (file.onPage !== true) inDocument.push(`${literal(file.name)} ${specification} 0 R`)
    else onPage.push(`${add(`<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS ${specification} 0 R >>`)} 0 R`)
  }
  objects[0] = Buffer.from(`<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${inDocument.join(' ')}] >> >> >>`)
  objects[1] = Buffer.from(pages ?? '<< /Type /Pages /Kids [3 0 R] /Count 1 >>')
  objects[2] = Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Annots [${onPage.join(' ')}] >>`)
  return assemble(objects, encrypt)
}

function assemble(objects: readonly Buffer<ArrayBuffer>[], encrypt: string | undefined): Uint8Array {
  const parts = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const write = (part: Buffer<ArrayBuffer>): void => {
    parts.push(part)
    length += part.length
  }
  for (const [place, object] of objects.entries()) {
    offsets.push(length)
    write(Buffer.concat([Buffer.from(`${place + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]))
  }
  const table = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  write(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`))
  const identity = '/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]'
  const lock = encrypt === undefined ? '' : `/Encrypt ${encrypt} ${identity}`
  write(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${table}\n%%EOF\n`))
  return Uint8Array.from(Buffer.concat(parts))
}

function fileSpecification({ name, description }: EmbeddedFile, content: number): string {
  const words = description === undefined ? '' : `/Desc ${literal(description)}`
  return `<< /Type /Filespec /F ${literal(name)} /UF ${literal(name)} ${words} /AFRelationship /Alternative /EF << /F ${content} 0 R >> >>`
}

function stream(content: Uint8Array | string, compress: boolean): Buffer<ArrayBuffer> {
  const bytes = compress ? deflateSync(content) : Buffer.from(content)
  const filter = compress ? '/Filter /FlateDecode ' : ''
  return Buffer.concat([
    Buffer.from(`<< /Type /EmbeddedFile ${filter}/Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

/** A text string in UTF-16, so that every name can be written. */
function literal(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}
