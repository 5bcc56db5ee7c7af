// Look-ups: rows that show themselves only to who names their key, see README "Before an owner is known".
import { type Database, inTransaction, type Transaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'

const key = /^[\w-]{1,200}$/

/** Names the keys whose rows this transaction may see besides its owner's; replaces those named before. */
export async function nameKeys(transaction: Transaction, ...keys: readonly string[]): Promise<void> {
  if (!keys.every((each) => key.test(each))) throw new TypeError('a look-up key has other characters than expected')
  // A literal, as the scope's own settings: Citus carries no set_config to other nodes.
  await transaction.execute(`set local app.lookup = '${keys.join(' ')}'`)
}

/** A transaction that sees the rows of these keys and no person's. */
export function inLookup<Value>(
  database: Database,
  keys: readonly string[],
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  return inTransaction(database, {}, async (transaction) => {
    await nameKeys(transaction, ...keys)
    return work(transaction)
  })
}

/** Runs `work` as another owner in the same transaction, for what must change together with the account: ending the visitor's session. */
export async function asOwner<Value>(transaction: Transaction, owner: OwnerId, work: () => Promise<Value>): Promise<Value> {
  const scoped = transaction.scope.owner
  if (scoped === undefined) throw new TypeError('only a transaction of an owner can act as another')
  await transaction.execute(`set local app.owner = '${checked(owner)}'`)
  const value = await work()
  await transaction.execute(`set local app.owner = '${checked(scoped)}'`)
  return value
}

function checked(owner: OwnerId): string {
  if (parseId(owner) === undefined) throw new TypeError('an owner must be a UUID')
  return owner
}
