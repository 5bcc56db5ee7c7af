// Takes over: what a visitor began becomes the account's when the visitor signs in, files and their keys too.
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import type { FormsDependencies } from '../dependencies.ts'
import type { Draft } from '../domain/draft.ts'
import { findDraft, findReceiptFile, listDraftFiles, listDrafts, listSubmissions } from '../reads.ts'
import {
  deleteDraftRows,
  insertDraft,
  insertDraftFile,
  insertReceiptFile,
  saveAnswers,
  setNewOwner,
  setSubmissionOwner,
} from '../writes.ts'

/** Idempotent: each draft is first written for the account, then taken from the visitor. */
export async function takeOverDrafts(
  dependencies: FormsDependencies,
  { visitor, account, now }: { visitor: OwnerId; account: OwnerId; now: Date },
): Promise<void> {
  const { database, neighbours } = dependencies
  await neighbours.takeOverPayments(database, visitor, account)
  const owned = await inTransaction(database, { owner: visitor }, async (transaction) => ({
    drafts: await listDrafts(transaction, visitor),
    submissions: await listSubmissions(transaction, visitor),
  }))
  for (const draft of owned.drafts) await takeOverDraft(dependencies, draft, account, now)
  for (const { authority, submissionId } of owned.submissions) {
    await inTransaction(database, { authority, owner: account }, (transaction) =>
      setSubmissionOwner(transaction, authority, submissionId, account),
    )
  }
}

async function takeOverDraft({ database, files }: FormsDependencies, draft: Draft, account: OwnerId, now: Date): Promise<void> {
  const { owner: visitor, draftId } = draft
  const found = await inTransaction(database, { owner: visitor }, async (transaction) => ({
    files: await listDraftFiles(transaction, visitor, draftId),
    receipt: await findReceiptFile(transaction, visitor, draftId),
  }))
  await inTransaction(database, { owner: account }, async (transaction) => {
    if ((await findDraft(transaction, account, draftId)) !== undefined) return
    await insertDraft(transaction, { ...draft, owner: account, startedAt: draft.startedAt })
    if (draft.state === 'open') {
      await saveAnswers(transaction, account, draftId, {
        answers: draft.answers,
        removed: draft.removed,
        expiresAt: undefined,
        now: draft.savedAt,
      })
    }
    for (const one of found.files) {
      const file = one.heldBy === undefined ? await files.copy({ owner: visitor }, one.file, { owner: account }) : one.file
      await insertDraftFile(transaction, account, { ...one, file }, now)
    }
    if (found.receipt !== undefined) {
      const file = await files.copy({ owner: visitor }, found.receipt, { owner: account })
      await insertReceiptFile(transaction, account, draftId, file, now)
    }
  })
  await inTransaction(database, { owner: visitor }, async (transaction) => {
    await deleteDraftRows(transaction, visitor, draftId)
    await setNewOwner(transaction, visitor, draftId, account)
  })
  for (const { file, heldBy } of found.files) if (heldBy === undefined) await files.remove(file)
  if (found.receipt !== undefined) await files.remove(found.receipt)
}
