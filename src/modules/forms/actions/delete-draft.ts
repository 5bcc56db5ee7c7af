// Deletes drafts: at the person's wish, or because their time is over.
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { FormsDependencies } from '../dependencies.ts'
import type { DraftId } from '../domain/draft.ts'
import { findReceiptFile, listDraftFiles, listEndedDrafts, lockDraft } from '../reads.ts'
import { deleteDraftRows, deleteParked } from '../writes.ts'

type Holders = Pick<FormsDependencies, 'database' | 'files'>

/** A draft with its files; one that waits for a payment stays. */
export async function deleteDraft(
  { database, files }: Holders,
  owner: OwnerId,
  draftId: DraftId,
): Promise<Outcome<undefined, 'unknown' | 'awaiting-payment'>> {
  const deleted = await inTransaction(database, { owner }, async (transaction) => {
    const draft = await lockDraft(transaction, owner, draftId)
    if (draft?.state === 'awaiting-payment') return refused('awaiting-payment')
    const held = (await listDraftFiles(transaction, owner, draftId)).filter((each) => each.heldBy === undefined).map((each) => each.file)
    const receipt = await findReceiptFile(transaction, owner, draftId)
    await deleteDraftRows(transaction, owner, draftId)
    if (draft === undefined) return refused('unknown')
    return done(receipt === undefined ? held : [...held, receipt])
  })
  if (!deleted.ok) return deleted
  for (const file of deleted.value) await files.remove(file)
  return done(undefined)
}

/** Removes what nobody has touched for its time: drafts of each owner, parked answers, uploads never finished. */
export async function sweepDrafts({ database, files }: Holders, now: Date): Promise<number> {
  const ended = await listEndedDrafts(database, now)
  for (const { owner, draft } of ended) await deleteDraft({ database, files }, owner, draft)
  await deleteParked(database, now)
  await files.sweep(new Date(now.getTime() - 7 * 86_400_000))
  return ended.length
}
