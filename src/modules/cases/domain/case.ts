// A case: what becomes of a submission in the authority.
import type { AuthorityId, OwnerId, StaffId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { Localised } from '#kernel/language.ts'
import type { CaseState } from './states.ts'

export interface Case {
  readonly authority: AuthorityId
  readonly caseId: Id<'case'>
  readonly dossier: Id<'dossier'>
  readonly referenceNumber: string
  readonly submission: Id<'submission'>
  readonly submissionNumber: string
  readonly submissionVersion: number
  readonly owner: OwnerId
  readonly serviceKey: string
  readonly title: Localised
  readonly applicant: string
  readonly unit: string
  readonly state: CaseState
  readonly stateSince: Date
  readonly receivedAt: Date
  readonly dueOn: Day
  readonly fourEyes: boolean
  readonly assignee: { readonly staff: StaffId; readonly name: string } | undefined
  readonly revision: number
  readonly hasNews: boolean
}

export interface Note {
  readonly at: Date
  readonly staffName: string
  readonly text: string
  /** Taken back within seconds; it stays in the history. */
  readonly isWithdrawn: boolean
}

/** What the authority asked the person for. */
export interface CaseRequest {
  readonly requestId: Id<'request'>
  readonly kind: 'correction' | 'papers'
  readonly reason: string
  /** Paths of the fields in question. */
  readonly paths: readonly string[]
  readonly answerBy: Day
  readonly askedAt: Date
  readonly askedBy: string
  readonly answeredAt: Date | undefined
}

/** A message of the person in the case. */
export interface Reply {
  readonly at: Date
  readonly text: string
  /** How many papers came with it; they stand among the documents. */
  readonly files: number
}
