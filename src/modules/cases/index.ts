// The face of the cases: from submission to decision and closing.
export { askPerson, receiveCorrection, receiveReply } from './actions/ask-person.ts'
export { finishDraft, missingIn, previewNotice, returnDecision, saveDraft, signDecision } from './actions/decide.ts'
export { noteBounce, noteMailboxClosed, noteUndeliverable, noteUnretrieved, takeOverCase } from './actions/follow-mailbox.ts'
export { dropView, nameView, saveView } from './actions/keep-view.ts'
export { lookAtCase } from './actions/look-at-case.ts'
export { openCase, threadOf } from './actions/open-case.ts'
export { undoStep, undoSteps } from './actions/undo-step.ts'
export { addNote, assignCase, type CaseStep, closeCase, reopenCase } from './actions/work-on-case.ts'
export { readDecisionTemplates } from './decision-templates.ts'
export type { CasesDependencies } from './dependencies.ts'
export { type ListedService, listCaseServices, listSavedViews, listUndoCases } from './desk-reads.ts'
export type { Case, Note, Reply } from './domain/case.ts'
export { type CaseCounts, type CaseFilter, deadlineColour, longestViewName, type SavedView } from './domain/case-list.ts'
export { type Decision, type DecisionOutcome, type DecisionTemplate, type JudgementField, refusesSignature } from './domain/decision.ts'
export { judgementAsTyped, readJudgement } from './domain/judgement.ts'
export { mayBecome as mayCaseBecome, openStates } from './domain/states.ts'
export { undoSeconds } from './domain/undo.ts'
export { casesKinds } from './events.ts'
export { casesJobs } from './jobs.ts'
export {
  countCases,
  findCase,
  findDecision,
  findNextCase,
  listCases,
  listNotes,
  listPresent,
  listReplies,
  listRequests,
  mostCounted,
} from './reads.ts'
export { caseStateTexts } from './texts.ts'
