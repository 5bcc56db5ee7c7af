// The files embedded in a PDF: those of the document and those pinned to a page.
import { getDocument } from 'unpdf/pdfjs'
import { done, type Outcome, refused } from '#kernel/outcome.ts'

/** A file inside a PDF. */
export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
  readonly description?: string
}

/** Why a PDF gives no attachments. */
export type PdfFault = 'not-a-pdf' | 'broken' | 'encrypted' | 'too-large' | 'too-slow'

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>

/** The annotation type "file attachment" in pdf.js. */
const fileAttachment = 17
/** A header may stand behind other bytes; the format's own reader notes say how far. */
const headerWithin = 1024
const mostAttachments = 1_000

/**
 * Lists the embedded files, in the order of their keys in the document, then by page.
 * Nothing is drawn or executed, no font or network is touched; equal files of equal name are listed once.
 *
 * @param bytes is not kept and not changed
 */
export async function readAttachments(bytes: Uint8Array): Promise<Outcome<readonly Attachment[], PdfFault>> {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerWithin)).includes('%PDF-')) return refused('not-a-pdf')
  const loading = getDocument({
    // pdf.js takes the buffer over.
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
  })
  try {
    const document = await loading.promise
    return done(withoutRepeats([...(await ofDocument(document)), ...(await ofPages(document).catch(nothingIfBroken))]))
  } catch (cause) {
    return refused(faultOf(cause))
  } finally {
    await loading.destroy()
  }
}

async function ofDocument(document: PdfDocument): Promise<Attachment[]> {
  const found: Attachment[] = []
  for (const [key, file] of (await document.getAttachments()) ?? []) {
    if (found.length === mostAttachments) throw new RangeError('too many attachments')
    found.push(attachment(file, await document.getAttachmentContent(key)))
  }
  return found
}

async function ofPages(document: PdfDocument): Promise<Attachment[]> {
  const found: Attachment[] = []
  for (const annotation of await document.getAnnotationsByType(new Set([fileAttachment]), new Set())) {
    if (!isPinned(annotation)) continue
    if (found.length === mostAttachments) throw new RangeError('too many attachments')
    found.push(attachment(annotation.file, await document.getAttachmentContent(annotation.fileId)))
  }
  return found
}

interface NamedFile {
  readonly filename: string
  readonly description?: string
}

function isPinned(annotation: object): annotation is { file: NamedFile; fileId: string } {
  return 'file' in annotation && 'fileId' in annotation && typeof annotation.fileId === 'string'
}

/** A file that is named but has no content counts as an empty one: better seen than lost. */
function attachment(file: NamedFile, content: Uint8Array | null | undefined): Attachment {
  const description = file.description ?? ''
  return { name: file.filename, bytes: content?.slice() ?? new Uint8Array(), ...(description === '' ? {} : { description }) }
}

function withoutRepeats(files: readonly Attachment[]): Attachment[] {
  return files.filter((file, place) => !files.slice(0, place).some((other) => isSameFile(other, file)))
}

function isSameFile(one: Attachment, other: Attachment): boolean {
  return one.name === other.name && Buffer.compare(one.bytes, other.bytes) === 0
}

/** Pages that cannot be read hold nothing; the files of the document do not depend on them. */
function nothingIfBroken(cause: unknown): Attachment[] {
  if (faultOf(cause) !== 'broken') throw cause
  return []
}

function faultOf(cause: unknown): PdfFault {
  if (cause instanceof RangeError) return 'too-large'
  return cause instanceof Error && cause.name === 'PasswordException' ? 'encrypted' : 'broken'
}
