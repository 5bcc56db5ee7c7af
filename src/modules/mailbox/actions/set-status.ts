// Telling the person how the case stands.
import type { Transaction } from '#database'
import { insertStatusChange, type ThreadState, upsertThread } from '../writes/messages.ts'

/** Opens the thread of a case or changes its state; the same state again changes nothing but the date. */
export async function setStatus(transaction: Transaction, state: ThreadState): Promise<void> {
  await upsertThread(transaction, state)
  await insertStatusChange(transaction, state)
}
