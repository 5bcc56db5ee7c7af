// News of the mailbox and the accounts that concern a case.
import { type Database, inTransaction, type Transaction } from '#database'
import { appendHistory } from '#journal'
import type { AuthorityId, OwnerId, System } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import { changeOwner } from '#modules/dossiers'
import type { DeliveryProof, MessageKind } from '#modules/mailbox'
import type { Case } from '../domain/case.ts'
import { findCase, lockCase } from '../reads.ts'
import { setNews, setOwner } from '../writes.ts'
import { moveCase } from './work-on-case.ts'

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
    await record(transaction, found, 'notice.bounced', now)
  })
}

/** A decision was not fetched in time and counts as not notified: the case is work again, because it must be notified in another way. */
export async function noteUnretrieved(database: Database, news: ThreadNews & { readonly message: Id<'message'> }): Promise<void> {
  await onThreadsCase(database, news, async (transaction, found) => {
    await record(transaction, found, 'notice.not-retrieved', news.now, { message: news.message })
    await takeUpAgain(transaction, found, news.now)
  })
}

/** The person has deleted the account: the proofs of delivery go into the file; a decision not yet notified is work again. */
export async function noteMailboxClosed(
  database: Database,
  news: ThreadNews & { readonly proofs: readonly DeliveryProof[] },
): Promise<void> {
  const today = dayInGermany(news.now)
  await onThreadsCase(database, news, async (transaction, found) => {
    await record(transaction, found, 'mailbox.closed', news.now, { deliveries: news.proofs })
    if (news.proofs.some(({ legalDay }) => legalDay === null || legalDay > today)) await takeUpAgain(transaction, found, news.now)
    else if (found.state !== 'closed') await setNews(transaction, found.authority, found.caseId, true)
  })
}

/** A message found no mailbox any more: it must reach the person in another way. */
export async function noteUndeliverable(database: Database, news: ThreadNews & { readonly kind: MessageKind }): Promise<void> {
  await onThreadsCase(database, news, async (transaction, found) => {
    await record(transaction, found, 'delivery.impossible', news.now, { kind: news.kind })
    if (news.kind === 'decision') await takeUpAgain(transaction, found, news.now)
    else await setNews(transaction, found.authority, found.caseId, true)
  })
}

async function takeUpAgain(transaction: Transaction, found: Case, now: Date): Promise<void> {
  await setNews(transaction, found.authority, found.caseId, true)
  if (found.state === 'delivered') await moveCase(transaction, found, 'in-progress', now)
}

/** Works on the case of a thread, if there is one, in the scope of authority and person. */
async function onThreadsCase(
  database: Database,
  news: ThreadNews,
  work: (transaction: Transaction, found: Case) => Promise<void>,
): Promise<void> {
  const { authority } = news
  const known = await inTransaction(database, { authority }, (transaction) => findCase(transaction, authority, caseOf(news)))
  if (known === undefined) return
  await inTransaction(database, { authority, owner: known.owner }, async (transaction) => {
    const found = await lockCase(transaction, authority, known.caseId)
    if (found !== undefined) await work(transaction, found)
  })
}

async function record(
  transaction: Transaction,
  found: Case,
  action: string,
  now: Date,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { authority, dossier, caseId } = found
  await appendHistory(transaction, { authority, dossier, actor: house, action, object: { kind: 'case', id: caseId }, detail, now })
}

function caseOf(news: ThreadNews): Id<'case'> {
  return news.thread as string as Id<'case'>
}
