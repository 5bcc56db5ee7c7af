// Jobs of forms: receipts, the sweep, and what follows from news of accounts and payments.
import { inTransaction } from '#database'
import { enqueue, handleJob, type JobHandler } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { deleteDraft, sweepDrafts } from './actions/delete-draft.ts'
import { makeReceipt } from './actions/make-receipt.ts'
import { reopenDraft, submitPaidDraft } from './actions/submit-draft.ts'
import { takeOverDrafts } from './actions/take-over-drafts.ts'
import type { FormsDependencies } from './dependencies.ts'
import type { DraftId } from './domain/draft.ts'
import { expiredDraftsSwept, receiptWanted } from './events.ts'
import { findNewOwner, listDrafts } from './reads.ts'

export function formsJobs(dependencies: FormsDependencies): readonly JobHandler[] {
  return [
    handleJob(receiptWanted, (order, { now }) => makeReceipt(dependencies, { ...order, now })),
    handleJob(expiredDraftsSwept, async (_, { now }) => {
      await sweepDrafts(dependencies, now)
      await startSweepingDrafts(dependencies, new Date(now.getTime() + 3_600_000))
    }),
  ]
}

/** Sets the next round of the sweep; called once at start. */
export async function startSweepingDrafts({ database }: Pick<FormsDependencies, 'database'>, at: Date): Promise<void> {
  const round = at.toISOString().slice(0, 13)
  await inTransaction(database, {}, (transaction) =>
    enqueue(transaction, expiredDraftsSwept, { round }, { startAfter: at, singletonKey: round }),
  )
}

/** What payments announces of a draft. */
export interface PaymentNews {
  readonly authority: AuthorityId
  readonly owner: OwnerId
  readonly payment: string
  readonly reference: string
}

/** Follows `paymentPaid`: submits what was sealed. References that are no draft of ours are passed over. */
export async function onPaymentPaid(dependencies: FormsDependencies, news: PaymentNews, now: Date): Promise<void> {
  const at = await draftOf(dependencies, news, now)
  if (at === undefined) return
  const handed = await submitPaidDraft(dependencies, at, news.payment)
  if (!handed.ok && handed.reason === 'not-online') throw new Error('a paid draft cannot be submitted: its service is not offered now')
}

/** Follows `paymentClosed` without money: the draft is open again. */
export async function onPaymentClosed(dependencies: FormsDependencies, news: PaymentNews, now: Date): Promise<void> {
  const at = await draftOf(dependencies, news, now)
  if (at !== undefined) await reopenDraft(dependencies, at, news.payment)
}

/** Follows `ownerTakenOver`. */
export async function onOwnerTakenOver(
  dependencies: FormsDependencies,
  news: { visitor: OwnerId; account: OwnerId },
  now: Date,
): Promise<void> {
  await takeOverDrafts(dependencies, { ...news, now })
}

/** Follows `accountDeleted`: drafts and their files go. */
export async function onAccountDeleted(dependencies: FormsDependencies, { owner }: { owner: OwnerId }): Promise<void> {
  const drafts = await inTransaction(dependencies.database, { owner }, (transaction) => listDrafts(transaction, owner))
  for (const { draftId } of drafts) await deleteDraft(dependencies, owner, draftId)
}

async function draftOf(
  { database }: FormsDependencies,
  news: PaymentNews,
  now: Date,
): Promise<{ owner: OwnerId; draftId: DraftId; now: Date } | undefined> {
  const draftId: DraftId | undefined = parseId<'draft'>(news.reference)
  if (draftId === undefined) return undefined
  return { owner: (await findNewOwner(database, news.owner, draftId)) ?? news.owner, draftId, now }
}
