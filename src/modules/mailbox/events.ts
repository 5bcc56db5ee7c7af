// Events and jobs of the mailbox; payloads carry ids only.
import { jobKind } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'

/** The person has answered in a thread; the authority's side takes over text and papers. */
export const mailboxReplied = jobKind<{ owner: OwnerId; authority: AuthorityId; thread: Id<'thread'>; message: Id<'message'> }>(
  'mailbox.replied',
)

/** The notice of a message was refused for good: somebody must see to it on the same day. */
export const noticeBounced = jobKind<{ owner: OwnerId; authority: AuthorityId; thread: Id<'thread'>; message: Id<'message'> }>(
  'mailbox.notice-bounced',
)

/** A person is to be told by mail that something waits; without content. */
export const noticeWanted = jobKind<{ owner: OwnerId; message: Id<'message'> }>('mailbox.notice-wanted', {
  retries: 40,
  retryDelaySeconds: 5,
  retryBackoff: true,
  expireSeconds: 60,
})
