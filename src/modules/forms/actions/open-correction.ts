// Opens a correction: a draft with what was submitted, for the person to put right.
import type { Transaction } from '#database'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { DraftId, SubmissionId } from '../domain/draft.ts'
import { withEntryKeys } from '../domain/entry-keys.ts'
import { findSubmission, listDrafts } from '../reads.ts'
import { insertDraft, insertDraftFile } from '../writes.ts'
import { expiryFrom } from './start-draft.ts'

export interface CorrectionWish {
  readonly authority: AuthorityId
  readonly submission: SubmissionId
  readonly owner: OwnerId
  /** Dotted paths of the questions to look at again, with list positions; empty for "add papers". */
  readonly fields: readonly string[]
  /** What the clerk asks, in the person's words. */
  readonly reason: string
  readonly now: Date
}

/**
 * The draft for the owner; a correction already open is used again. The files stay the authority's and are only named.
 * The transaction has the scope of both, authority and owner.
 */
export async function openCorrection(transaction: Transaction, wish: CorrectionWish): Promise<Outcome<DraftId, 'unknown'>> {
  const submission = await findSubmission(transaction, wish.authority, wish.submission)
  if (submission === undefined || submission.owner !== wish.owner) return refused('unknown')
  const open = (await listDrafts(transaction, wish.owner)).find(
    (draft) => draft.correction?.submission === wish.submission && draft.state === 'open',
  )
  if (open !== undefined) return done(open.draftId)
  const draftId: DraftId = newId(wish.now.getTime())
  await insertDraft(transaction, {
    owner: wish.owner,
    draftId,
    authority: wish.authority,
    serviceKey: submission.serviceKey,
    ars: submission.ars,
    definition: submission.definition,
    answers: withEntryKeys(submission.answers),
    state: 'open',
    correction: { submission: wish.submission, reason: wish.reason, fields: wish.fields },
    startedAt: wish.now,
    expiresAt: expiryFrom(wish.now),
  })
  for (const { fileId, path, file } of submission.files) {
    await insertDraftFile(transaction, wish.owner, { fileId, draftId, path, file, heldBy: wish.authority }, wish.now)
  }
  return done(draftId)
}
