// The person answers in a thread, with papers.
import { type Database, inTransaction } from '#database'
import type { StoredFile } from '#files'
import { enqueue } from '#jobs'
import type { OwnerId } from '#kernel/actors.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { mailboxReplied } from '../events.ts'
import { findMessageOfEvent, findThread } from '../reads.ts'
import { insertMessage } from '../writes/messages.ts'

export const longestReply = 5_000
export const mostPapers = 10

export interface Reply {
  readonly thread: Id<'thread'>
  readonly text: string
  /** In the owner's scope. */
  readonly papers: readonly StoredFile[]
  /** Made when the form was shown: a form sent twice is one reply. */
  readonly formKey: string
  readonly now: Date
}

export type ReplyRefusal = 'unknown' | 'closed' | 'empty' | 'too-long' | 'too-many-papers'

/** Writes the reply and announces it to the authority's side; both or neither. */
export async function reply(database: Database, owner: OwnerId, given: Reply): Promise<Outcome<Id<'message'>, ReplyRefusal>> {
  const text = given.text.trim()
  if (text === '' && given.papers.length === 0) return refused('empty')
  if (text.length > longestReply) return refused('too-long')
  if (given.papers.length > mostPapers) return refused('too-many-papers')
  return inTransaction(database, { owner }, async (transaction) => {
    const thread = await findThread(transaction, owner, given.thread)
    if (thread === undefined) return refused('unknown')
    if (thread.status === 'closed' || thread.status === 'withdrawn') return refused('closed')
    const message = newId<'message'>(given.now.getTime())
    const eventKey = `reply ${given.formKey}`
    const isNew = await insertMessage(transaction, {
      owner,
      thread: given.thread,
      message,
      direction: 'from-person',
      kind: 'reply',
      subject: thread.title,
      text,
      attachments: given.papers,
      eventKey,
      now: given.now,
    })
    if (!isNew) return done((await findMessageOfEvent(transaction, { owner, thread: given.thread }, eventKey)) ?? message)
    await enqueue(
      transaction,
      mailboxReplied,
      { owner, authority: thread.authority, thread: given.thread, message },
      { singletonKey: message },
    )
    return done(message)
  })
}
