// Events and jobs of the mailbox; payloads carry ids only.
import { type JobKind, jobKind } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { DeliveryRule } from './domain/delivery-rules.ts'
import type { MessageKind } from './domain/thread.ts'

/** The person has answered in a thread; the authority's side takes over text and papers. */
export const mailboxReplied = jobKind<{ owner: OwnerId; authority: AuthorityId; thread: Id<'thread'>; message: Id<'message'> }>(
  'mailbox.replied',
)

/** The notice of a message was refused for good: somebody must see to it on the same day. */
export const noticeBounced = jobKind<{ owner: OwnerId; authority: AuthorityId; thread: Id<'thread'>; message: Id<'message'> }>(
  'mailbox.notice-bounced',
)

/** Nobody fetched a decision in time: it counts as not notified, and the authority must notify it in another way. */
export const provisionEnded = jobKind<{ owner: OwnerId; authority: AuthorityId; thread: Id<'thread'>; message: Id<'message'> }>(
  'mailbox.provision-ended',
)

/** What is kept of a decision's delivery when the mailbox goes. */
export interface DeliveryProof {
  readonly message: Id<'message'>
  readonly rule: DeliveryRule | null
  /** Instants as ISO 8601. */
  readonly providedAt: string
  readonly firstRetrievedAt: string | null
  readonly legalDay: Day | null
}

/** The person has deleted the account: thread and messages are gone; the proofs of delivery belong into the file. */
export const mailboxClosed = jobKind<{
  owner: OwnerId
  authority: AuthorityId
  thread: Id<'thread'>
  proofs: readonly DeliveryProof[]
}>('mailbox.closed')

/** Something was to be delivered into a mailbox whose account is gone: it must reach the person in another way. */
export const deliveryImpossible = jobKind<{ owner: OwnerId; authority: AuthorityId; thread: Id<'thread'>; kind: MessageKind }>(
  'mailbox.delivery-impossible',
)

/** The end of a provision is to be looked at, after the last day on which it may be fetched. */
export const provisionEnds = jobKind<{ owner: OwnerId; message: Id<'message'>; lastDay: Day }>('mailbox.provision-ends')

/** A person is to be told by mail that something waits; without content. */
export const noticeWanted = jobKind<{ owner: OwnerId; message: Id<'message'> }>('mailbox.notice-wanted', {
  retries: 40,
  retryDelaySeconds: 5,
  retryBackoff: true,
  expireSeconds: 60,
})

/** Every kind that this module enqueues. */
export const mailboxKinds: readonly JobKind<object>[] = [
  deliveryImpossible,
  mailboxClosed,
  mailboxReplied,
  noticeBounced,
  noticeWanted,
  provisionEnded,
  provisionEnds,
]
