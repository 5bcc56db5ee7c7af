// Opening a thread: what the page shows, and that it was read.
import { inTransaction, type Transaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import type { MailboxDependencies } from '../dependencies.ts'
import { type CorrectionState, draftToCorrect } from '../domain/correction.ts'
import type { Message, StatusChange, Thread } from '../domain/thread.ts'
import { findThread, listMessages, listStatusChanges } from '../reads.ts'
import { markThreadRead } from '../writes/messages.ts'
import { noteRetrieval } from './note-retrieval.ts'

export interface OpenedThread {
  readonly thread: Thread
  readonly messages: readonly Message[]
  readonly changes: readonly StatusChange[]
  readonly corrections: ReadonlyMap<Id<'draft'>, CorrectionState>
}

/** Reads a thread and marks its messages as read; a message without attachments counts as retrieved. Undefined for other people's. */
export async function openThread(
  { database, correctionState }: Pick<MailboxDependencies, 'database' | 'correctionState'>,
  owner: OwnerId,
  { thread: id, now }: { readonly thread: Id<'thread'>; readonly now: Date },
): Promise<OpenedThread | undefined> {
  return inTransaction(database, { owner }, async (transaction) => {
    const thread = await findThread(transaction, owner, id)
    if (thread === undefined) return undefined
    const messages = await listMessages(transaction, owner, id)
    const changes = await listStatusChanges(transaction, owner, id)
    if (thread.unread > 0) await markThreadRead(transaction, owner, id, now)
    const shown = messages.filter(({ attachments, delivery }) => attachments.length === 0 && delivery?.firstRetrievedAt === undefined)
    for (const message of shown) if (message.delivery !== undefined) await noteRetrieval(transaction, owner, { message, now })
    return { thread, messages, changes, corrections: await readCorrections(correctionState, { transaction, owner, messages }) }
  })
}

async function readCorrections(
  correctionState: MailboxDependencies['correctionState'],
  { transaction, owner, messages }: { readonly transaction: Transaction; readonly owner: OwnerId; readonly messages: readonly Message[] },
): Promise<ReadonlyMap<Id<'draft'>, CorrectionState>> {
  const found = new Map<Id<'draft'>, CorrectionState>()
  for (const draft of messages.map(draftToCorrect)) {
    const state = draft && (await correctionState(transaction, owner, draft))
    if (draft !== undefined && state !== undefined) found.set(draft, state)
  }
  return found
}
