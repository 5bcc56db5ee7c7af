// Face of the mailbox: threads, delivery with its legal date, replies, notices by mail.
export { closeMailbox } from './actions/close-mailbox.ts'
export { deliver, type NewDelivery } from './actions/deliver.ts'
export { setStatus } from './actions/set-status.ts'
export { takeOverMailbox } from './actions/take-over-mailbox.ts'
export type { MailboxDependencies, NoticeDependencies } from './dependencies.ts'
export { type DeliveryRule, lastDayForObjection, legalDay, nextWorkingDay } from './domain/delivery-rules.ts'
export type { Delivery, Message, MessageKind, StatusChange, Thread, ThreadStatus } from './domain/thread.ts'
export {
  type DeliveryProof,
  deliveryImpossible,
  mailboxClosed,
  mailboxKinds,
  mailboxReplied,
  noticeBounced,
  noticeWanted,
  provisionEnded,
} from './events.ts'
export { mailboxJobs } from './jobs.ts'
export type { MailResult, MailSender, OutgoingMail } from './providers/mail.ts'
export { smtpMail } from './providers/smtp-mail.ts'
export { countUnread, findMessage, findThread, listMessages, listThreads } from './reads.ts'
export { mailboxRoutes } from './routes.ts'
export { statusSentence } from './texts.ts'
export type { ThreadState } from './writes/messages.ts'
