// Telling the person how the case stands.
import type { Transaction } from '#database'
import { isMailboxClosed } from '../reads.ts'
import { insertStatusChange, type ThreadState, upsertThread } from '../writes/messages.ts'

/** Opens the thread of a case or changes its state; the same state again changes nothing but the date. A closed mailbox is told nothing. */
export async function setStatus(transaction: Transaction, state: ThreadState): Promise<void> {
  if (await isMailboxClosed(transaction, state.owner)) return
  await upsertThread(transaction, state)
  await insertStatusChange(transaction, state)
}
