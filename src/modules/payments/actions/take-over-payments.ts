// Takes over: payments that a visitor began become the account's when the visitor signs in.
import { type Database, inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { listPayees } from '../reads.ts'
import { changeOwner } from '../writes.ts'

/** Idempotent; each authority in a transaction of its own, because rows of two authorities are never seen together. */
export async function takeOverPayments(database: Database, visitor: OwnerId, account: OwnerId): Promise<void> {
  const payees = await inTransaction(database, { owner: visitor }, (transaction) => listPayees(transaction, visitor))
  for (const authority of payees)
    await inTransaction(database, { authority }, (transaction) => changeOwner(transaction, authority, visitor, account))
}
