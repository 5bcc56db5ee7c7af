// Exports a closed dossier as an xdomea package: a zip that is made while it is read, never whole in memory.
import { createHash } from 'node:crypto'
import { PassThrough, type Readable, Transform } from 'node:stream'
import { ZipFile } from 'yazl'
import { type Database, inTransaction } from '#database'
import type { FileStore } from '#files'
import { appendHistory, listHistory, recordAccess } from '#journal'
import type { AuthorityId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { messageName, type Party, writeDisposal } from '#standards/xdomea'
import { disposalOf, type PackedFile, type WholeDossier } from '../disposal.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { findClassOf, listDocuments, listDossierCases, lockDossier } from '../reads.ts'
import type { DossierStep } from './close-dossier.ts'

export interface ExportProgress {
  readonly files: number
  readonly ofFiles: number
  readonly bytes: number
  readonly ofBytes: number
}

export interface ExportOrder extends DossierStep {
  readonly sender: Party
  /** The archive. */
  readonly recipient: Party
  readonly onProgress?: (progress: ExportProgress) => void
}

export interface DossierExport {
  /** `<ProzessID>_Aussonderung.Aussonderung.0503.zip` */
  readonly name: string
  readonly processId: string
  /** Fails, instead of ending, where a file no longer has the hash it was filed with. */
  readonly stream: Readable
}

type Progress = (bytes: number, files: number) => void

/** The export stands in the history, and as a read in the access log, before the first byte leaves. */
export async function exportDossier(
  parts: { readonly database: Database; readonly files: FileStore },
  order: ExportOrder,
): Promise<Outcome<DossierExport, 'unknown' | 'not-closed'>> {
  const { authority, now } = order
  const processId: string = newId(now.getTime())
  const prepared = await inTransaction(parts.database, { authority }, async (transaction) => {
    const dossier = await lockDossier(transaction, authority, order.dossier)
    if (dossier === undefined) return refused('unknown')
    if (dossier.state !== 'closed') return refused('not-closed')
    const unit = await findClassOf(transaction, dossier)
    if (unit === undefined) throw new DossierError('unknown-unit', `the file plan has no unit ${dossier.mark}`)
    const object = { kind: 'dossier', id: dossier.dossier }
    await appendHistory(transaction, { ...order, action: 'dossier.exported', object, detail: { processId } })
    if (dossier.owner !== undefined) {
      const access = {
        authority,
        owner: dossier.owner,
        actor: order.actor,
        purpose: 'export',
        object: { ...object, title: dossier.subject },
        now,
      }
      await recordAccess(transaction, access)
    }
    const cases = await listDossierCases(transaction, authority, dossier.dossier)
    const documents = await listDocuments(transaction, authority, dossier.dossier)
    const history = await listHistory(transaction, authority, dossier.dossier)
    return done({ dossier, unit, cases, documents, history } satisfies WholeDossier)
  })
  if (!prepared.ok) return prepared
  const { message, files } = disposalOf(prepared.value, { processId, now, sender: order.sender, recipient: order.recipient })
  const name = messageName(processId)
  const stream = zipStream(
    parts.files,
    authority,
    { name: `${name}.xml`, xml: writeDisposal(message), files, now },
    progressOf(files, order.onProgress),
  )
  return done({ name: `${name}.zip`, processId, stream })
}

interface Package {
  readonly name: string
  readonly xml: string
  readonly files: readonly PackedFile[]
  readonly now: Date
}

/** One file is open at a time; when the reader stops, it is closed. */
function zipStream(store: FileStore, authority: AuthorityId, content: Package, progress: Progress): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  let current: Readable | undefined
  zip.on('error', (cause: Error) => out.destroy(cause))
  out.on('close', () => current?.destroy())
  zip.addBuffer(Buffer.from(content.xml, 'utf8'), content.name, { mtime: content.now })
  for (const { name, version } of content.files) {
    zip.addReadStreamLazy(name, { mtime: version.filedAt, compress: isCompressible(version.file.mediaType) }, (give) => {
      current = store.read({ authority }, version.file)
      const checked = checkHash(version.file.sha256, name, progress)
      current.on('error', (cause) => checked.destroy(cause))
      checked.on('error', (cause) => out.destroy(cause))
      give(null, current.pipe(checked))
    })
  }
  zip.end()
  zip.outputStream.pipe(out)
  return out
}

function checkHash(expected: string, name: string, progress: Progress): Transform {
  const hash = createHash('sha256')
  return new Transform({
    transform(chunk: Buffer, _encoding, give) {
      hash.update(chunk)
      progress(chunk.length, 0)
      give(null, chunk)
    },
    flush(give) {
      progress(0, 1)
      give(hash.digest('hex') === expected ? null : new DossierError('damaged', `file ${name} has another hash than when it was filed`))
    },
  })
}

function progressOf(files: readonly PackedFile[], report: ExportOrder['onProgress']): Progress {
  const ofBytes = files.reduce((sum, { version }) => sum + version.file.sizeBytes, 0)
  let bytes = 0
  let count = 0
  return (moreBytes, moreFiles) => {
    bytes += moreBytes
    count += moreFiles
    report?.({ files: count, ofFiles: files.length, bytes, ofBytes })
  }
}

/** Pictures and office files are compressed already; trying again costs time and saves nothing. */
function isCompressible(mediaType: string): boolean {
  return /^text\/|xml|json|rtf|bmp|tiff/.test(mediaType) && !mediaType.includes('openxmlformats')
}
