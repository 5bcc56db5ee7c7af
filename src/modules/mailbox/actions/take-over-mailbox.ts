// After signing in: what lay in the visitor's mailbox belongs to the account.
import { type Database, inTransaction } from '#database'
import type { FileStore, StoredFile } from '#files'
import { enqueue } from '#jobs'
import type { OwnerId } from '#kernel/actors.ts'
import { noticeWanted } from '../events.ts'
import { listOpenProvisions, listWaitingNotices } from '../reads.ts'
import { insertMovedRows, listMovableRows, type MovableRows, removeMovedRows } from '../writes/take-over.ts'
import { watchProvision } from './end-provision.ts'

/**
 * Moves all threads of a visitor to an account. Rows of two owners are never seen by one transaction, so they are
 * copied first and removed last; after a crash in between the job starts again and finds the copies.
 */
export async function takeOverMailbox(
  { database, files }: { readonly database: Database; readonly files: FileStore },
  { visitor, account }: { readonly visitor: OwnerId; readonly account: OwnerId },
): Promise<void> {
  const rows = await inTransaction(database, { owner: visitor }, (transaction) => listMovableRows(transaction, visitor))
  if (rows.threads.length === 0) return
  const moved = await copyFiles(files, rows, { visitor, account })
  await inTransaction(database, { owner: account }, async (transaction) => {
    await insertMovedRows(transaction, account, moved)
    // The notices asked for the visitor find nothing any more; those still due are asked for again.
    for (const message of await listWaitingNotices(transaction, account)) {
      await enqueue(transaction, noticeWanted, { owner: account, message }, { singletonKey: message })
    }
    for (const open of await listOpenProvisions(transaction, account))
      await watchProvision(transaction, { owner: account, message: open.message }, open)
  })
  await inTransaction(database, { owner: visitor }, (transaction) => removeMovedRows(transaction, visitor, rows))
  const old = rows.messages.flatMap((message) => message.attachments)
  await Promise.all(old.map((file) => files.remove(file)))
}

async function copyFiles(
  files: FileStore,
  rows: MovableRows,
  { visitor, account }: { visitor: OwnerId; account: OwnerId },
): Promise<MovableRows> {
  const messages = await Promise.all(
    rows.messages.map(async (message) => {
      const attachments: StoredFile[] = []
      for (const file of message.attachments) attachments.push(await files.copy({ owner: visitor }, file, { owner: account }))
      return { ...message, attachments }
    }),
  )
  return { ...rows, messages }
}
