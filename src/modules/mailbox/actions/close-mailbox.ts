// After an account was deleted: the person's mailbox goes, the proofs of delivery go to the authorities.
import { type Database, inTransaction } from '#database'
import type { FileStore } from '#files'
import { enqueue } from '#jobs'
import type { OwnerId } from '#kernel/actors.ts'
import { mailboxClosed } from '../events.ts'
import { listProofs, listThreads } from '../reads.ts'
import { insertClosed } from '../writes/messages.ts'
import { listMovableRows, removeMovedRows } from '../writes/take-over.ts'

const threadsAtOnce = 10_000

/**
 * Removes all threads with messages and attachments, and closes the mailbox for good. What the authority sent and got stays in its
 * file under its own law; it hears of each thread, so that what is still to come reaches the person in another way (§ 8 (7) OZG).
 */
export async function closeMailbox(
  { database, files }: { readonly database: Database; readonly files: Pick<FileStore, 'remove'> },
  owner: OwnerId,
  now: Date,
): Promise<void> {
  const rows = await inTransaction(database, { owner }, async (transaction) => {
    const found = await listMovableRows(transaction, owner)
    for (const { threadId, authority } of await listThreads(transaction, owner, { limit: threadsAtOnce })) {
      const proofs = await listProofs(transaction, owner, threadId)
      await enqueue(transaction, mailboxClosed, { owner, authority, thread: threadId, proofs }, { singletonKey: threadId })
    }
    await insertClosed(transaction, owner, now)
    await removeMovedRows(transaction, owner, found)
    return found
  })
  await Promise.all(rows.messages.flatMap((message) => message.attachments).map((file) => files.remove(file)))
}
