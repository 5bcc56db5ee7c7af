// Submissions: what an authority received, in versions.

import type { AssuranceLevel, AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { StoredFile } from '#kernel/stored-file.ts'
import type { Answers, FormDefinition } from './definition.ts'
import type { DraftFileId, SubmissionId } from './draft.ts'

export interface SubmissionSummary {
  readonly submissionId: SubmissionId
  readonly authority: AuthorityId
  readonly owner: OwnerId
  readonly number: string
  readonly serviceKey: string
  readonly ars: string
  readonly applicant: { readonly name: string }
  /** How surely the person was known when submitting. */
  readonly assurance: AssuranceLevel
  readonly paymentId?: string
  /** The version that is meant; the highest is the current one. */
  readonly version: number
  /** When the first version came in. */
  readonly submittedAt: Date
}

export interface Submission extends SubmissionSummary {
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly contentSha256: string
  readonly versionSubmittedAt: Date
  /** In the authority's scope; `path` names the question, with list positions. */
  readonly files: readonly { readonly fileId: DraftFileId; readonly path: string; readonly file: StoredFile }[]
}
