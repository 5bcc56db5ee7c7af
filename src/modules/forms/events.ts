// Events and jobs of forms; payloads carry ids only.

import { type JobKind, jobKind } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { DraftId, SubmissionId } from './domain/draft.ts'

/** Announced once per submission, in the transaction that makes it. */
export const submitted = jobKind<{ authority: AuthorityId; owner: OwnerId; submission: SubmissionId }>('forms.submitted')
/** A submission has a new version. */
export const corrected = jobKind<{ authority: AuthorityId; owner: OwnerId; submission: SubmissionId; version: number }>('forms.corrected')

/** Signs a receipt and makes its PDF. */
export const receiptWanted = jobKind<{ authority: AuthorityId; owner: OwnerId; draft: DraftId; number: string; version: number }>(
  'forms.receipt-wanted',
  { expireSeconds: 60 },
)

/** Removes drafts and parked answers whose time is over; asks for its next run itself. */
export const expiredDraftsSwept = jobKind<{ round: string }>('forms.expired-drafts-swept', { retries: 3 })

/** The queues that forms needs. */
export const formsKinds: readonly JobKind<object>[] = [submitted, corrected, receiptWanted, expiredDraftsSwept]
