// A thread of the mailbox: one case as the person sees it, its messages and the proof of their delivery.

import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { DeliveryRule } from './delivery-rules.ts'

/** How a case stands, in the words of the person; the authority's own states are finer. */
export const threadStatuses = ['received', 'in-review', 'needs-reply', 'decided', 'closed', 'withdrawn'] as const
export type ThreadStatus = (typeof threadStatuses)[number]

export const messageKinds = ['confirmation', 'request', 'decision', 'message', 'reply'] as const
export type MessageKind = (typeof messageKinds)[number]

/** How far the notice by mail has come; `sending` stays where the mail server's answer got lost. */
export const noticeStates = ['waiting', 'sending', 'accepted', 'bounced', 'no-address'] as const
export type NoticeState = (typeof noticeStates)[number]

/** Steps a notice may take; a claimed one goes back to `waiting` when the mail server asks to come again. */
export const noticeSteps: Record<NoticeState, readonly NoticeState[]> = {
  waiting: ['sending', 'no-address'],
  sending: ['accepted', 'bounced', 'waiting'],
  accepted: [],
  bounced: [],
  'no-address': [],
}

export interface Thread {
  readonly threadId: Id<'thread'>
  readonly owner: OwnerId
  readonly authority: AuthorityId
  readonly title: string
  readonly caseNumber: string
  readonly status: ThreadStatus
  readonly statusSince: Date
  readonly expectedBy: Day | undefined
  readonly openedAt: Date
  readonly changedAt: Date
  readonly unread: number
}

export interface StatusChange {
  readonly status: ThreadStatus
  readonly since: Date
}

export interface Delivery {
  readonly rule: DeliveryRule | undefined
  readonly providedAt: Date
  readonly firstRetrievedAt: Date | undefined
  /** When the provision ended because nobody fetched it. */
  readonly endedAt: Date | undefined
  readonly legalDay: Day | undefined
  readonly appealUntil: Day | undefined
  readonly notice: NoticeState
}

/** A file of the store as it lies in the row of its message; the domain only carries it. */
export interface Attachment {
  readonly storageKey: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly wrappedKey: string
  readonly scan?: 'clean' | 'not-scanned'
}

export interface Message {
  readonly messageId: Id<'message'>
  readonly direction: 'to-person' | 'from-person'
  readonly kind: MessageKind
  readonly subject: string
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly sentAt: Date
  readonly firstReadAt: Date | undefined
  /** Of messages to the person. */
  readonly delivery: Delivery | undefined
}
