// The end of a provision: a decision that nobody fetched in time counts as not notified.
import { type Database, inTransaction, type Transaction } from '#database'
import { enqueue } from '#jobs'
import type { OwnerId } from '#kernel/actors.ts'
import { addDays, type Day, dayInGermany } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import { type DeliveryRule, lastDayForRetrieval } from '../domain/delivery-rules.ts'
import { provisionEnded, provisionEnds } from '../events.ts'
import { findMessage, findThread } from '../reads.ts'
import { endProvision } from '../writes/messages.ts'

export interface Provision {
  readonly owner: OwnerId
  readonly message: Id<'message'>
}

/** Asks for a look at the end of the last day, where the rule ends a provision at all. */
export async function watchProvision(
  transaction: Transaction,
  { owner, message }: Provision,
  { rule, noticeAt }: { readonly rule: DeliveryRule; readonly noticeAt: Date },
): Promise<void> {
  const lastDay = lastDayForRetrieval(rule, dayInGermany(noticeAt))
  if (lastDay === undefined) return
  await enqueue(
    transaction,
    provisionEnds,
    { owner, message, lastDay },
    { startAfter: endOf(lastDay), singletonKey: `${owner} ${message}` },
  )
}

/** Looks at a provision after its last day; run twice, or too early, it changes nothing. */
export async function closeUnfetched(database: Database, due: Provision & { readonly lastDay: Day }, now: Date): Promise<void> {
  const { owner, message, lastDay } = due
  await inTransaction(database, { owner }, async (transaction) => {
    if (dayInGermany(now) <= lastDay) return enqueue(transaction, provisionEnds, due, { startAfter: endOf(lastDay) })
    const found = await findMessage(transaction, owner, message)
    const thread = found && (await findThread(transaction, owner, found.threadId))
    if (found === undefined || thread === undefined || !(await endProvision(transaction, owner, message, now))) return
    const { authority, threadId } = thread
    await enqueue(transaction, provisionEnded, { owner, authority, thread: threadId, message }, { singletonKey: message })
  })
}

/** One in the morning in Germany, or two: the day is over there. */
function endOf(lastDay: Day): Date {
  return new Date(`${addDays(lastDay, 1)}T00:00:00Z`)
}
