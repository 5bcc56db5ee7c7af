// Sends the file of a document; the read stands in the access log before the first byte.
import { inTransaction } from '#database'
import { parseId } from '#kernel/ids.ts'
import { getDocumentFile } from '#modules/dossiers'
import { bytes, notFound, type Reply, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import { isPreviewable } from '../domain/shown.ts'
import { staffOf } from './staff.ts'

export async function sendDocument({ database, files }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const staff = staffOf(visit)
  const { authority } = staff
  const document = parseId<'document'>(visit.params['document'])
  const asked = visit.query.get('fassung')
  if (document === undefined || (asked !== null && !/^\d{1,6}$/.test(asked))) return notFound()
  const version = asked === null ? {} : { version: Number(asked) }
  const outcome = await inTransaction(database, { authority }, (transaction) =>
    getDocumentFile(transaction, { authority, document, ...version, actor: staff, purpose: 'case-work', now: visit.now }),
  )
  if (!outcome.ok) return notFound()
  const { file } = outcome.value.version
  // Only what a browser shows without running it is shown; its type was found by content, and browsers must not guess another.
  const inline = isPreviewable(file.mediaType) && visit.query.get('laden') === null
  return bytes(files.read({ authority }, file), {
    mediaType: inline ? file.mediaType : attachedType(file.mediaType),
    fileName: file.name,
    inline,
  })
}

/** Nothing that is downloaded names a type that a browser would open by itself. */
function attachedType(mediaType: string): string {
  return isPreviewable(mediaType) ? mediaType : 'application/octet-stream'
}
