// Gives out the file of a document to those who may have it, and writes down that it was read.
import type { Transaction } from '#database'
import { recordAccess } from '#journal'
import type { Actor, AuthorityId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { DocumentVersion, FiledDocument } from '../domain/dossier.ts'
import { mayHave, mayRead } from '../domain/permissions.ts'
import { findDocument, findDossier, listGrants } from '../reads.ts'

export interface DocumentRequest {
  readonly authority: AuthorityId
  readonly document: Id<'document'>
  /** The newest unless said. */
  readonly version?: number
  readonly actor: Actor
  /** Text key of what it is read for. */
  readonly purpose: string
  readonly now: Date
}

/**
 * The version asked for, readable with the file store in the authority's scope; the read stands in the access log of
 * the person the dossier is about, in this transaction. Who may not have it hears the same as for what is not there.
 */
export async function getDocumentFile(
  transaction: Transaction,
  request: DocumentRequest,
): Promise<Outcome<{ readonly document: FiledDocument; readonly version: DocumentVersion }, 'unknown'>> {
  const { authority, actor, purpose, now } = request
  const document = await findDocument(transaction, authority, request.document)
  const dossier = document === undefined ? undefined : await findDossier(transaction, authority, document.dossier)
  if (document === undefined || dossier === undefined) return refused('unknown')
  const grants = await listGrants(transaction, authority, dossier.dossier)
  if (!mayRead(actor, authority, grants) && !mayHave(actor, dossier.owner, document.direction)) return refused('unknown')
  const version =
    request.version === undefined ? document.versions.at(-1) : document.versions.find((entry) => entry.version === request.version)
  if (version === undefined) return refused('unknown')
  if (dossier.owner !== undefined) {
    const object = { kind: 'document', id: document.document, title: document.title }
    await recordAccess(transaction, { authority, owner: dossier.owner, actor, purpose, object, now })
  }
  return done({ document, version })
}
