// The first retrieval of a message, and the legal date that may follow from it.
import type { Transaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { lastDayForObjection, legalDay } from '../domain/delivery-rules.ts'
import type { Message } from '../domain/thread.ts'
import { setFirstRetrieval, setLegalDay } from '../writes/messages.ts'

/** Notes the first retrieval once; later ones change nothing. */
export async function noteRetrieval(
  transaction: Transaction,
  owner: OwnerId,
  { message, now }: { readonly message: Message; readonly now: Date },
): Promise<void> {
  if (message.delivery === undefined || message.delivery.firstRetrievedAt !== undefined) return
  const isFirst = await setFirstRetrieval(transaction, owner, message.messageId, now)
  if (!isFirst || message.delivery.rule === undefined) return
  const providedOn = dayInGermany(message.delivery.providedAt)
  const notified = legalDay(message.delivery.rule, { providedOn, firstRetrievedOn: dayInGermany(now) })
  await setLegalDay(
    transaction,
    { owner, message: message.messageId },
    { legalDay: notified, appealUntil: notified && lastDayForObjection(notified) },
  )
}
