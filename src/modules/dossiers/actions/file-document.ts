// Files a document, and new versions of it: each is hashed, immutable and part of the history.
import type { Transaction } from '#database'
import type { StoredFile } from '#files'
import { appendHistory } from '#journal'
import type { Actor, AuthorityId } from '#kernel/actors.ts'
import { type Id, newId } from '#kernel/ids.ts'
import {
  type Direction,
  type DocumentKind,
  type DocumentVersion,
  type FiledDocument,
  lineOf,
  type VersionState,
} from '../domain/dossier.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { findDocument, listGrants, lockDossier } from '../reads.ts'
import { insertDocument, insertVersion, putSearchEntry } from '../writes.ts'

/** One version of a document as the caller has it; the file must lie in the authority's scope. */
export interface VersionToFile {
  readonly file: StoredFile
  /** `draft` keeps the dossier from being closed until a final version follows; final unless said. */
  readonly state?: VersionState
  /** "2a" for what the renderer made. */
  readonly archivalLevel?: string
  /** Whether a signature or seal is inside. */
  readonly isSealed?: boolean
  /** Words inside the document, for the search. */
  readonly text?: string
  readonly actor: Actor
  readonly now: Date
}

export interface DocumentToFile extends VersionToFile {
  readonly authority: AuthorityId
  readonly dossier: Id<'dossier'>
  readonly case?: Id<'case'>
  readonly kind: DocumentKind
  readonly direction: Direction
  readonly title: string
}

/**
 * Files a document as its first version. The same content twice is two documents: what is filed is never merged.
 *
 * @throws DossierError if the dossier is unknown or closed
 */
export async function fileDocument(transaction: Transaction, filed: DocumentToFile): Promise<Id<'document'>> {
  const { authority, now } = filed
  await openDossierFor(transaction, authority, filed.dossier)
  const document: Omit<FiledDocument, 'versions'> = {
    document: newId(now.getTime()),
    dossier: filed.dossier,
    ...(filed.case === undefined ? {} : { case: filed.case }),
    kind: filed.kind,
    direction: filed.direction,
    title: lineOf(filed.title),
    filedAt: now,
  }
  await insertDocument(transaction, authority, document)
  await fileVersion(transaction, authority, document, filed, 1)
  return document.document
}

/**
 * Adds a version to a document; the ones before stay as they are.
 *
 * @returns its number
 * @throws DossierError if the document is unknown or its dossier closed
 */
export async function addVersion(
  transaction: Transaction,
  added: VersionToFile & { readonly authority: AuthorityId; readonly document: Id<'document'> },
): Promise<number> {
  const known = await findDocument(transaction, added.authority, added.document)
  if (known === undefined) throw new DossierError('unknown', `no document ${added.document}`)
  await openDossierFor(transaction, added.authority, known.dossier)
  const latest = await findDocument(transaction, added.authority, added.document)
  const number = (latest?.versions.at(-1)?.version ?? 0) + 1
  await fileVersion(transaction, added.authority, known, added, number)
  return number
}

async function fileVersion(
  transaction: Transaction,
  authority: AuthorityId,
  document: Omit<FiledDocument, 'versions'>,
  filed: VersionToFile,
  number: number,
): Promise<void> {
  const { actor, now, file } = filed
  const version: DocumentVersion = {
    version: number,
    state: filed.state ?? 'final',
    fileId: newId(now.getTime()),
    file,
    ...(filed.archivalLevel === undefined ? {} : { archivalLevel: filed.archivalLevel }),
    isSealed: filed.isSealed ?? false,
    filedAt: now,
    filedBy: actor.kind === 'visitor' ? '' : actor.name,
  }
  await insertVersion(transaction, authority, document.document, version)
  const text = `${document.title} ${file.name} ${filed.text ?? ''}`
  const grants = await listGrants(transaction, authority, document.dossier)
  await putSearchEntry(transaction, authority, { kind: 'document', object: document.document, dossier: document.dossier, text }, grants)
  await appendHistory(transaction, {
    authority,
    dossier: document.dossier,
    actor,
    action: number === 1 ? 'document.filed' : 'document.version-added',
    object: { kind: 'document', id: document.document },
    detail: {
      kind: document.kind,
      direction: document.direction,
      title: document.title,
      version: number,
      state: version.state,
      sha256: file.sha256,
      sizeBytes: file.sizeBytes,
      mediaType: file.mediaType,
    },
    now,
  })
}

/** Locks the dossier, so that nothing is filed while it is being closed. */
async function openDossierFor(transaction: Transaction, authority: AuthorityId, id: Id<'dossier'>): Promise<void> {
  const dossier = await lockDossier(transaction, authority, id)
  if (dossier === undefined) throw new DossierError('unknown', `no dossier ${id}`)
  if (dossier.state === 'closed') throw new DossierError('closed', `dossier ${dossier.referenceNumber} is closed`)
}
