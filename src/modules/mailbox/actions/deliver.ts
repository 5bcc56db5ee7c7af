// Delivering a message or decision into a person's mailbox, with its legal date and a notice by mail.
import type { Transaction } from '#database'
import type { StoredFile } from '#files'
import { enqueue } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { type DeliveryRule, lastDayForObjection, legalDay } from '../domain/delivery-rules.ts'
import type { MessageKind } from '../domain/thread.ts'
import { deliveryImpossible, noticeWanted } from '../events.ts'
import { findMessageOfEvent, isMailboxClosed } from '../reads.ts'
import { insertDelivery, insertMessage } from '../writes/messages.ts'

export interface NewDelivery {
  readonly authority: AuthorityId
  readonly owner: OwnerId
  readonly thread: Id<'thread'>
  readonly kind: Exclude<MessageKind, 'reply'>
  readonly subject: string
  readonly text: string
  /** In the owner's scope. */
  readonly attachments: readonly StoredFile[]
  /** For decisions: the rule of law and the instant of provision. */
  readonly legal?: { readonly rule: DeliveryRule; readonly provided: Date } | undefined
  /** Names the event that causes it: a second delivery of the same event in the thread changes nothing. */
  readonly eventKey?: string | undefined
  readonly now: Date
}

/** Puts a message into the thread, which must be open (`setStatus`); in the scope of the owner. Returns the message of the event; undefined where the account is deleted, then `deliveryImpossible` says so. */
export async function deliver(transaction: Transaction, delivery: NewDelivery): Promise<Id<'message'> | undefined> {
  const message = newId<'message'>(delivery.now.getTime())
  const { owner, thread } = delivery
  const eventKey = delivery.eventKey ?? message
  if (await isMailboxClosed(transaction, owner)) {
    const { authority, kind } = delivery
    await enqueue(transaction, deliveryImpossible, { owner, authority, thread, kind }, { singletonKey: `${thread} ${eventKey}` })
    return undefined
  }
  const isNew = await insertMessage(transaction, { ...delivery, message, eventKey, direction: 'to-person' })
  if (!isNew) return (await findMessageOfEvent(transaction, { owner, thread }, eventKey)) ?? message
  const provided = delivery.legal?.provided ?? delivery.now
  const notified = delivery.legal && legalDay(delivery.legal.rule, { providedOn: dayInGermany(provided) })
  await insertDelivery(transaction, {
    owner,
    message,
    rule: delivery.legal?.rule,
    providedAt: provided,
    legalDay: notified,
    appealUntil: notified && lastDayForObjection(notified),
  })
  await enqueue(transaction, noticeWanted, { owner, message }, { singletonKey: message })
  return message
}
