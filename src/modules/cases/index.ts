// The face of the cases: from submission to decision and closing.
export { type Asking, askPerson, receiveCorrection, receiveReply } from './actions/ask-person.ts'
export { type Drafting, finishDraft, missingIn, previewNotice, returnDecision, saveDraft, signDecision } from './actions/decide.ts'
export { noteBounce, takeOverCase } from './actions/follow-mailbox.ts'
export { lookAtCase } from './actions/look-at-case.ts'
export { openCase, threadOf } from './actions/open-case.ts'
export { addNote, assignCase, type CaseStep, closeCase, reopenCase } from './actions/work-on-case.ts'
export { readDecisionTemplates } from './decision-templates.ts'
export type { CasesDependencies } from './dependencies.ts'
export type { Case, CaseRequest, Note, Reply } from './domain/case.ts'
export {
  type CaseCounts,
  type CaseCursor,
  type CaseFilter,
  type CasePage,
  type DeadlineColour,
  deadlineColour,
} from './domain/case-list.ts'
export { type Decision, type DecisionOutcome, type DecisionTemplate, type JudgementField, refusesSignature } from './domain/decision.ts'
export { type JudgementFault, judgementAsTyped, readJudgement } from './domain/judgement.ts'
export { type CaseState, caseStates, mayBecome as mayCaseBecome, openStates } from './domain/states.ts'
export { casesKinds, decisionSigned } from './events.ts'
export { casesJobs } from './jobs.ts'
export { countCases, findCase, findDecision, findNextCase, listCases, listNotes, listPresent, listReplies, listRequests } from './reads.ts'
export { caseStateTexts } from './texts.ts'
