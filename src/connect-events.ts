// Which event leads to which action: news that goes up goes through here.
import { inTransaction } from '#database'
import { handleJob, type JobHandler, type JobKind } from '#jobs'
import { accountDeleted, ownerTakenOver } from '#modules/accounts'
import {
  noteBounce,
  noteMailboxClosed,
  noteUndeliverable,
  noteUnretrieved,
  openCase,
  receiveCorrection,
  receiveReply,
  takeOverCase,
} from '#modules/cases'
import { corrected, onAccountDeleted, onOwnerTakenOver, onPaymentClosed, onPaymentPaid, submitted } from '#modules/forms'
import {
  closeMailbox,
  deliveryImpossible,
  listThreads,
  mailboxClosed,
  mailboxReplied,
  noticeBounced,
  provisionEnded,
  takeOverMailbox,
} from '#modules/mailbox'
import { paymentClosed, paymentPaid, takeOverPayments } from '#modules/payments'
import type { Modules } from './compose-modules.ts'

/** The events of all modules: each has a queue and exactly one handler here. */
export const eventKinds: readonly JobKind<object>[] = [
  accountDeleted,
  corrected,
  deliveryImpossible,
  mailboxClosed,
  mailboxReplied,
  noticeBounced,
  ownerTakenOver,
  paymentClosed,
  paymentPaid,
  provisionEnded,
  submitted,
]

export function connectEvents(modules: Modules): readonly JobHandler[] {
  const { forms, cases, database, files } = modules
  return [
    handleJob(submitted, (event, { now }) => openCase(cases, event, now)),
    handleJob(corrected, (event, { now }) => receiveCorrection(cases, event, now)),
    handleJob(mailboxReplied, (event, { now }) => receiveReply(cases, event, now)),
    handleJob(noticeBounced, (event, { now }) => noteBounce(database, { ...event, now })),
    handleJob(paymentPaid, (event, { now }) => onPaymentPaid(forms, event, now)),
    handleJob(paymentClosed, (event, { now }) => onPaymentClosed(forms, event, now)),
    handleJob(provisionEnded, (event, { now }) => noteUnretrieved(database, { ...event, now })),
    handleJob(mailboxClosed, (event, { now }) => noteMailboxClosed(database, { ...event, now })),
    handleJob(deliveryImpossible, (event, { now }) => noteUndeliverable(database, { ...event, now })),
    handleJob(accountDeleted, async (event, { now }) => {
      await onAccountDeleted(forms, event)
      await closeMailbox({ database, files }, event.owner, now)
    }),
    handleJob(ownerTakenOver, async (event, { now }) => {
      await onOwnerTakenOver(forms, event, now)
      await takeOverPayments(database, event.visitor, event.account)
      await takeOverMailbox({ database, files }, event)
      const threads = await inTransaction(database, { owner: event.account }, (transaction) =>
        listThreads(transaction, event.account, { limit: 200 }),
      )
      for (const thread of threads)
        await takeOverCase(database, { authority: thread.authority, thread: thread.threadId, owner: event.account, now })
    }),
  ]
}
