// The notice by mail that something waits in the mailbox; it never says what.
import { inTransaction } from '#database'
import { enqueue } from '#jobs'
import type { OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import type { NoticeDependencies } from '../dependencies.ts'
import { noticeBounced } from '../events.ts'
import { findMessage, findThread } from '../reads.ts'
import { noticeMail } from '../texts.ts'
import { moveNotice } from '../writes/messages.ts'
import { watchProvision } from './end-provision.ts'

/** The mail server could not take the notice now; the job tries again. */
export class NoticeDelayedError extends Error {
  readonly code = 'mailbox.notice-delayed'
}

/**
 * Sends the notice of one message, at most once as far as anyone can know: it is claimed before and confirmed after.
 * Where a crash lost the server's answer, it is sent again under the same Message-ID: a double mail is better than none,
 * because the law wants the person told on the day of provision (§ 9 (1) OZG).
 */
export async function sendNotice(
  { database, mail, notificationAddress, baseUrl }: NoticeDependencies,
  { owner, message }: { readonly owner: OwnerId; readonly message: Id<'message'> },
  now: Date,
): Promise<void> {
  const claimed = await inTransaction(database, { owner }, async (transaction) => {
    const found = await findMessage(transaction, owner, message)
    if (found === undefined) return undefined
    const address = await notificationAddress(transaction, owner)
    if (address === undefined) {
      await moveNotice(transaction, { owner, message }, { from: ['waiting'], to: 'no-address', now })
      return undefined
    }
    const isOurs = await moveNotice(transaction, { owner, message }, { from: ['waiting', 'sending'], to: 'sending', now })
    return isOurs ? { address, thread: found.threadId, rule: found.delivery?.rule } : undefined
  })
  if (claimed === undefined) return
  const result = await mail.send({ to: claimed.address, messageId: `<${message}@${new URL(baseUrl).hostname}>`, ...noticeMail(baseUrl) })
  await inTransaction(database, { owner }, async (transaction) => {
    const states = { accepted: 'accepted', refused: 'bounced', later: 'waiting' } as const
    const reference = result.kind === 'accepted' ? result.reference : result.reply
    await moveNotice(transaction, { owner, message }, { from: ['sending'], to: states[result.kind], reference, now })
    const thread = await findThread(transaction, owner, claimed.thread)
    if (result.kind === 'accepted' && claimed.rule !== undefined)
      await watchProvision(transaction, { owner, message }, { rule: claimed.rule, noticeAt: now })
    if (result.kind !== 'refused' || thread === undefined) return
    await enqueue(
      transaction,
      noticeBounced,
      { owner, authority: thread.authority, thread: claimed.thread, message },
      { singletonKey: message },
    )
  })
  if (result.kind === 'later') throw new NoticeDelayedError(`the mail server answered ${result.reply}`)
}
