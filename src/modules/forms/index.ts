// The face of forms: filling in, submitting, correcting.
export { deleteDraft } from './actions/delete-draft.ts'
export { loadForms } from './actions/load-forms.ts'
export { type CorrectionWish, openCorrection } from './actions/open-correction.ts'
export { type DraftWish, type StartedDraft, startDraft } from './actions/start-draft.ts'
export type { FormsDependencies, Neighbours } from './dependencies.ts'
export { checkDefinition, type DefinitionFault } from './domain/check-definition.ts'
export type { CodeList } from './domain/code-list.ts'
export type { Answer, Answers, Choice, Condition, Field, FormDefinition, Group, Member } from './domain/definition.ts'
export type { Draft, DraftFile, DraftId, DraftState, SubmissionId } from './domain/draft.ts'
export { prefilledAnswers } from './domain/draft.ts'
export { formFromFim } from './domain/from-fim.ts'
export { parseNumber } from './domain/number.ts'
export { type AnswerGroup, type AnswerRow, answersAsRows } from './domain/rows.ts'
export type { Submission, SubmissionSummary } from './domain/submission.ts'
export { corrected, formsKinds, submitted } from './events.ts'
export {
  formsJobs,
  onAccountDeleted,
  onOwnerTakenOver,
  onPaymentClosed,
  onPaymentPaid,
  type PaymentNews,
  startSweepingDrafts,
} from './jobs.ts'
export { neighbours, receiptLimit } from './neighbours.ts'
export { findDraft as getDraft, findSubmission as getSubmission, listDrafts, listSubmissions } from './reads.ts'
export { formsRoutes } from './routes.ts'
export { readCodeLists, readShippedForms, ShippedFormError } from './shipped-forms.ts'
