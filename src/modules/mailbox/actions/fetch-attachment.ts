// Fetching an attachment: the retrieval the law counts from.
import { type Database, inTransaction } from '#database'
import type { StoredFile } from '#files'
import type { OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { findMessage } from '../reads.ts'
import { noteRetrieval } from './note-retrieval.ts'

/** The file of an own message, by its place in the list; undefined for anything else, and after its provision has ended. */
export async function fetchAttachment(
  database: Database,
  owner: OwnerId,
  wanted: { readonly thread: Id<'thread'>; readonly message: Id<'message'>; readonly index: number; readonly now: Date },
): Promise<StoredFile | undefined> {
  return inTransaction(database, { owner }, async (transaction) => {
    const message = await findMessage(transaction, owner, wanted.message)
    const file = message?.attachments[wanted.index]
    if (message === undefined || file === undefined || message.threadId !== wanted.thread) return undefined
    if (message.delivery?.endedAt !== undefined) return undefined
    await noteRetrieval(transaction, owner, { message, now: wanted.now })
    return file
  })
}
