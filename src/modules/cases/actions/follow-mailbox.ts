// News of the mailbox and the accounts that concern a case.
import { type Database, inTransaction } from '#database'
import { appendHistory } from '#journal'
import type { AuthorityId, OwnerId, System } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { changeOwner } from '#modules/dossiers'
import { lockCase } from '../reads.ts'
import { setNews, setOwner } from '../writes.ts'

const house: System = { kind: 'system', name: 'Rennsteig' }

export interface ThreadNews {
  readonly authority: AuthorityId
  /** The person's thread bears the case's id. */
  readonly thread: Id<'thread'>
  readonly now: Date
}

/** The person has signed in since: case and dossier belong to the account. Doing it twice changes nothing. */
export async function takeOverCase(database: Database, news: ThreadNews & { readonly owner: OwnerId }): Promise<void> {
  const { authority, owner, now } = news
  await inTransaction(database, { authority }, async (transaction) => {
    const found = await lockCase(transaction, authority, caseOf(news))
    if (found === undefined || found.owner === owner) return
    await setOwner(transaction, found, owner)
    await changeOwner(transaction, { authority, dossier: found.dossier, owner, actor: house, now })
  })
}

/** The notice by mail came back: somebody must look the same day, before the person misses a deadline. */
export async function noteBounce(database: Database, news: ThreadNews): Promise<void> {
  const { authority, now } = news
  await inTransaction(database, { authority }, async (transaction) => {
    const found = await lockCase(transaction, authority, caseOf(news))
    if (found === undefined) return
    await setNews(transaction, authority, found.caseId, true)
    const object = { kind: 'case', id: found.caseId }
    await appendHistory(transaction, { authority, dossier: found.dossier, actor: house, action: 'notice.bounced', object, now })
  })
}

function caseOf(news: ThreadNews): Id<'case'> {
  return news.thread as string as Id<'case'>
}
