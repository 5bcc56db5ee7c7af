// All writing SQL of the cases.
import type { Transaction } from '#database'
import type { StoredFile } from '#files'
import type { AuthorityId, OwnerId, Staff } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { Case } from './domain/case.ts'
import type { DecisionState } from './domain/decision.ts'
import type { CaseState } from './domain/states.ts'

export type NewCase = Omit<Case, 'assignee' | 'revision' | 'hasNews' | 'stateSince' | 'state'>

/** False if the submission has its case already. */
export async function insertCase(transaction: Transaction, opened: NewCase): Promise<boolean> {
  const words = [opened.applicant, opened.referenceNumber, opened.submissionNumber, opened.title.de].join(' ')
  const rows = await transaction.sql`
    insert into cases.case (authority_id, case_id, dossier_id, reference_number, submission_id, submission_number, submission_version, owner_id,
      service_key, title, applicant, unit, state, state_since, received_at, due_on, four_eyes, words)
    values (${opened.authority}, ${opened.caseId}, ${opened.dossier}, ${opened.referenceNumber}, ${opened.submission}, ${opened.submissionNumber},
      ${opened.submissionVersion}, ${opened.owner}, ${opened.serviceKey}, ${JSON.stringify(opened.title)}::jsonb, ${opened.applicant}, ${opened.unit},
      'received', ${opened.receivedAt}, ${opened.receivedAt}, ${opened.dueOn}, ${opened.fourEyes}, to_tsvector('simple', ${words}))
    on conflict (authority_id, submission_id) do nothing returning case_id`
  return rows.length === 1
}

/** Moves a locked case; the caller has asked the state table. */
export async function setState(transaction: Transaction, moved: Case, state: CaseState, now: Date): Promise<void> {
  await transaction.sql`
    update cases.case set state = ${state}, state_since = ${now}, revision = revision + 1
    where authority_id = ${moved.authority} and case_id = ${moved.caseId}`
}

/** Counts a change that leaves the state as it is, so that a page shown before is told. */
export async function raiseRevision(transaction: Transaction, changed: Case): Promise<void> {
  await transaction.sql`
    update cases.case set revision = revision + 1 where authority_id = ${changed.authority} and case_id = ${changed.caseId}`
}

export async function setAssignee(
  transaction: Transaction,
  assigned: Case,
  staff: Pick<Staff, 'staff' | 'name'> | undefined,
): Promise<void> {
  await transaction.sql`
    update cases.case set assigned_to = ${staff?.staff ?? null}, assigned_name = ${staff?.name ?? null}, revision = revision + 1
    where authority_id = ${assigned.authority} and case_id = ${assigned.caseId}`
}

export async function setNews(transaction: Transaction, authority: AuthorityId, caseId: Id<'case'>, hasNews: boolean): Promise<void> {
  await transaction.sql`
    update cases.case set has_news = ${hasNews} where authority_id = ${authority} and case_id = ${caseId} and has_news <> ${hasNews}`
}

export async function setSubmissionVersion(transaction: Transaction, corrected: Case, version: number): Promise<void> {
  await transaction.sql`
    update cases.case set submission_version = ${version}, has_news = true, revision = revision + 1
    where authority_id = ${corrected.authority} and case_id = ${corrected.caseId}`
}

/** A case of somebody who signed in later belongs to the account from then on. */
export async function setOwner(transaction: Transaction, moved: Case, owner: OwnerId): Promise<void> {
  await transaction.sql`update cases.case set owner_id = ${owner} where authority_id = ${moved.authority} and case_id = ${moved.caseId}`
}

export async function insertNote(
  transaction: Transaction,
  noted: Case,
  written: { readonly note: Id<'note'>; readonly staff: Staff; readonly text: string },
  now: Date,
): Promise<void> {
  const { note, staff, text } = written
  await transaction.sql`
    insert into cases.note (authority_id, case_id, note_id, at, staff_id, staff_name, text)
    values (${noted.authority}, ${noted.caseId}, ${note}, ${now}, ${staff.staff}, ${staff.name}, ${text})`
}

/** False if the message was taken in before. */
export async function insertReply(
  transaction: Transaction,
  replied: Case,
  reply: { readonly message: Id<'message'>; readonly text: string; readonly files: number },
  now: Date,
): Promise<boolean> {
  const rows = await transaction.sql`
    insert into cases.reply (authority_id, case_id, message_id, at, text, files)
    values (${replied.authority}, ${replied.caseId}, ${reply.message}, ${now}, ${reply.text}, ${reply.files}) on conflict do nothing returning message_id`
  return rows.length === 1
}

export interface NewRequest {
  readonly requestId: Id<'request'>
  readonly kind: 'correction' | 'papers'
  readonly reason: string
  readonly paths: readonly string[]
  readonly answerBy: Day
  readonly askedBy: string
}

export async function insertRequest(transaction: Transaction, asked: Case, request: NewRequest, now: Date): Promise<void> {
  await transaction.sql`
    insert into cases.request (authority_id, case_id, request_id, kind, reason, paths, answer_by, asked_at, asked_by)
    values (${asked.authority}, ${asked.caseId}, ${request.requestId}, ${request.kind}, ${request.reason}, ${JSON.stringify(request.paths)}::jsonb,
      ${request.answerBy}, ${now}, ${request.askedBy})`
}

export async function setRequestsAnswered(transaction: Transaction, answered: Case, now: Date): Promise<void> {
  await transaction.sql`
    update cases.request set answered_at = ${now} where authority_id = ${answered.authority} and case_id = ${answered.caseId} and answered_at is null`
}

export interface NewDecision {
  readonly decisionId: Id<'decision'>
  readonly templateKey: string
  readonly outcome: string
  readonly judgement: Readonly<Record<string, string>>
}

/** Writes the draft of a decision; a draft that is there already is replaced, a signed one never. */
export async function putDraft(transaction: Transaction, decided: Case, staff: Staff, draft: NewDecision, now: Date): Promise<void> {
  const rows = await transaction.sql`
    update cases.decision set template_key = ${draft.templateKey}, outcome = ${draft.outcome}, judgement = ${JSON.stringify(draft.judgement)}::jsonb,
      drafted_by = ${staff.staff}, drafted_name = ${staff.name}, drafted_at = ${now}, returned_reason = null
    where authority_id = ${decided.authority} and case_id = ${decided.caseId} and state = 'draft' returning decision_id`
  if (rows.length > 0) return
  await transaction.sql`
    insert into cases.decision (authority_id, case_id, decision_id, template_key, outcome, judgement, state, drafted_by, drafted_name, drafted_at)
    values (${decided.authority}, ${decided.caseId}, ${draft.decisionId}, ${draft.templateKey}, ${draft.outcome}, ${JSON.stringify(draft.judgement)}::jsonb,
      'draft', ${staff.staff}, ${staff.name}, ${now})`
}

interface DecisionKey {
  readonly authority: AuthorityId
  readonly caseId: Id<'case'>
  readonly decisionId: Id<'decision'>
}

export async function setDecisionState(
  transaction: Transaction,
  key: DecisionKey,
  state: DecisionState,
  returnedReason?: string,
): Promise<void> {
  await transaction.sql`
    update cases.decision set state = ${state}, returned_reason = ${returnedReason ?? null}
    where authority_id = ${key.authority} and case_id = ${key.caseId} and decision_id = ${key.decisionId}`
}

/** Signs the decision on the version of the submission that the case has now. */
export async function setSigned(
  transaction: Transaction,
  signed: { readonly found: Case; readonly decision: Id<'decision'>; readonly staff: Staff; readonly now: Date },
): Promise<void> {
  const { found, decision, staff, now } = signed
  await transaction.sql`
    update cases.decision set state = 'signed', signed_by = ${staff.staff}, signed_name = ${staff.name}, signed_at = ${now},
      submission_version = ${found.submissionVersion}
    where authority_id = ${found.authority} and case_id = ${found.caseId} and decision_id = ${decision}`
}

/** Keeps the rendered and sealed notice; the first one wins, so that a job run twice sends one file. */
export async function setDecisionFile(transaction: Transaction, key: DecisionKey, file: StoredFile): Promise<void> {
  await transaction.sql`
    update cases.decision set file = ${JSON.stringify(file)}::jsonb
    where authority_id = ${key.authority} and case_id = ${key.caseId} and decision_id = ${key.decisionId} and file is null`
}

export async function setIssued(transaction: Transaction, key: DecisionKey, document: Id<'document'>): Promise<void> {
  await transaction.sql`
    update cases.decision set state = 'issued', document_id = ${document}
    where authority_id = ${key.authority} and case_id = ${key.caseId} and decision_id = ${key.decisionId}`
}

export async function markPresent(
  transaction: Transaction,
  authority: AuthorityId,
  caseId: Id<'case'>,
  staff: Staff,
  now: Date,
): Promise<void> {
  await transaction.sql`
    insert into cases.presence (authority_id, case_id, staff_id, staff_name, seen_at)
    values (${authority}, ${caseId}, ${staff.staff}, ${staff.name}, ${now})
    on conflict (authority_id, case_id, staff_id) do update set seen_at = excluded.seen_at`
}
