// What a person decides about a receipt: where it goes, whether it is taken although the check could not finish, or back to the sender.
import { inReading, inTransaction } from '#database'
import type { AuthorityId, Staff } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { ReceivingDependencies } from '../dependencies.ts'
import type { Receipt, ReceiptId } from '../domain/receipt.ts'
import { mayReceiptBecome } from '../domain/states.ts'
import { findReceipt, findTwin, lockReceipt } from '../reads.ts'
import { changeReceipt, lockTwins } from '../writes.ts'
import { acceptReceipt, writeReadable } from './accept-receipt.ts'
import { readOriginal } from './read-original.ts'
import { passOn } from './settle-receipt.ts'

export interface ReceiptDecision {
  readonly receipt: ReceiptId
  readonly now: Date
}

type Refusal = 'unknown' | 'wrong-state'

/** The clearing desk knows which other authority an invoice is for; for its own it takes it. */
export async function moveReceipt(
  dependencies: ReceivingDependencies,
  staff: Staff,
  { receipt, to, now }: ReceiptDecision & { readonly to: AuthorityId },
): Promise<Outcome<Receipt, Refusal | 'same-authority'>> {
  const found = await findOwn(dependencies, staff, receipt)
  if (found === undefined) return refused('unknown')
  if (found.state !== 'clearing') return refused('wrong-state')
  if (to === staff.authority) return refused('same-authority')
  return done(await passOn(dependencies, found, { to, now }))
}

/** Back to the sender: the original stays, the sender reads why. */
export async function returnReceipt(
  dependencies: ReceivingDependencies,
  staff: Staff,
  { receipt }: ReceiptDecision,
): Promise<Outcome<ReceiptId, Refusal>> {
  const place = { authority: staff.authority, receipt }
  return inTransaction(dependencies.database, { authority: staff.authority }, async (transaction) => {
    const locked = await lockReceipt(transaction, place)
    if (locked === undefined) return refused('unknown')
    if (!mayReceiptBecome(locked.state, 'returned') || locked.state === 'judged') return refused('wrong-state')
    await changeReceipt(transaction, place, { from: locked.state, to: 'returned' })
    return done(receipt)
  })
}

/** A person takes an invoice that nobody could route or the check could not finish, if its facts can be read; the same is not taken twice. */
export async function takeReceipt(
  dependencies: ReceivingDependencies,
  staff: Staff,
  { receipt, now }: ReceiptDecision,
): Promise<Outcome<ReceiptId, Refusal | 'unreadable' | 'duplicate'>> {
  const { database, files, judging } = dependencies
  const found = await findOwn(dependencies, staff, receipt)
  if (found === undefined) return refused('unknown')
  const from = found.state
  if (from !== 'undecidable' && from !== 'clearing') return refused('wrong-state')
  const facts =
    found.judgement?.facts ?? (await judging.judge(await readOriginal(dependencies, found), dayInGermany(found.receivedAt))).facts
  if (facts === undefined) return refused('unreadable')
  const readable = await writeReadable(dependencies, found)
  const outcome = await inTransaction(database, { authority: staff.authority }, async (transaction) => {
    const locked = await lockReceipt(transaction, { authority: staff.authority, receipt })
    if (locked?.state !== from) return refused('wrong-state' as const)
    await lockTwins(transaction, staff.authority, [locked.sha256, `${facts.sellerKey} ${facts.number}`])
    if ((await findTwin(transaction, locked, facts)) !== undefined) return refused('duplicate' as const)
    await acceptReceipt(transaction, locked, { facts, readable, from, now })
    return done(receipt)
  })
  if (!outcome.ok && readable !== undefined) await files.remove(readable.file)
  return outcome
}

function findOwn({ database }: ReceivingDependencies, { authority }: Staff, receipt: ReceiptId): Promise<Receipt | undefined> {
  return inReading(database, { authority }, (reading) => findReceipt(reading, { authority, receipt }))
}
