// All reading SQL of the cases.
import { fragment, type Queryable } from '#database'
import type { StoredFile } from '#files'
import type { AuthorityId, OwnerId, StaffId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { Localised } from '#kernel/language.ts'
import type { Case, CaseRequest, Note, Reply } from './domain/case.ts'
import { beginnings, type CaseCounts, type CaseFilter, type CasePage } from './domain/case-list.ts'
import type { Decision, DecisionState } from './domain/decision.ts'
import { type CaseState, openStates } from './domain/states.ts'

interface CaseColumns {
  authority_id: AuthorityId
  case_id: Id<'case'>
  dossier_id: Id<'dossier'>
  reference_number: string
  submission_id: Id<'submission'>
  submission_number: string
  submission_version: number
  owner_id: OwnerId
  service_key: string
  title: Localised
  applicant: string
  unit: string
  state: CaseState
  state_since: Date
  received_at: Date
  due_on: Day
  four_eyes: boolean
  assigned_to: StaffId | null
  assigned_name: string | null
  revision: number
  has_news: boolean
}

const columns = fragment`authority_id, case_id, dossier_id, reference_number, submission_id, submission_number, submission_version, owner_id,
  service_key, title, applicant, unit, state, state_since, received_at, due_on, four_eyes, assigned_to, assigned_name, revision, has_news`

function toCase(row: CaseColumns): Case {
  return {
    authority: row.authority_id,
    caseId: row.case_id,
    dossier: row.dossier_id,
    referenceNumber: row.reference_number,
    submission: row.submission_id,
    submissionNumber: row.submission_number,
    submissionVersion: row.submission_version,
    owner: row.owner_id,
    serviceKey: row.service_key,
    title: row.title,
    applicant: row.applicant,
    unit: row.unit,
    state: row.state,
    stateSince: row.state_since,
    receivedAt: row.received_at,
    dueOn: row.due_on,
    fourEyes: row.four_eyes,
    assignee: row.assigned_to === null ? undefined : { staff: row.assigned_to, name: row.assigned_name ?? '' },
    revision: row.revision,
    hasNews: row.has_news,
  }
}

export async function findCase(queryable: Queryable, authority: AuthorityId, caseId: Id<'case'>): Promise<Case | undefined> {
  const [row] =
    await queryable.sql<CaseColumns>`select ${columns} from cases.case where authority_id = ${authority} and case_id = ${caseId}`
  return row && toCase(row)
}

/** The case with its row locked: for every action that changes it. */
export async function lockCase(queryable: Queryable, authority: AuthorityId, caseId: Id<'case'>): Promise<Case | undefined> {
  const [row] =
    await queryable.sql<CaseColumns>`select ${columns} from cases.case where authority_id = ${authority} and case_id = ${caseId} for update`
  return row && toCase(row)
}

export async function findCaseOfSubmission(
  queryable: Queryable,
  authority: AuthorityId,
  submission: Id<'submission'>,
): Promise<Case | undefined> {
  const [row] =
    await queryable.sql<CaseColumns>`select ${columns} from cases.case where authority_id = ${authority} and submission_id = ${submission}`
  return row && toCase(row)
}

/** One page of the work list, by deadline or by receipt; the cursor is the last row's key, so that a page costs the same everywhere. */
export async function listCases(queryable: Queryable, authority: AuthorityId, filter: CaseFilter): Promise<CasePage> {
  const conditions = [fragment`authority_id = ${authority}`]
  if (filter.states !== undefined) conditions.push(fragment`state = any(${filter.states})`)
  if (filter.assignee !== undefined) conditions.push(fragment`assigned_to = ${filter.assignee}`)
  if (filter.unassigned === true) conditions.push(fragment`assigned_to is null`)
  if (filter.serviceKey !== undefined) conditions.push(fragment`service_key = ${filter.serviceKey}`)
  if (filter.dueBefore !== undefined) conditions.push(fragment`due_on < ${filter.dueBefore}::date`)
  if (filter.words !== undefined) conditions.push(fragment`words @@ to_tsquery('simple', ${beginnings(filter.words)})`)
  const byReceipt = filter.order === 'received'
  if (filter.after !== undefined) {
    conditions.push(
      byReceipt
        ? fragment`(received_at, case_id) < (${filter.after.key}::timestamptz, ${filter.after.caseId}::uuid)`
        : fragment`(due_on, case_id) > (${filter.after.key}::date, ${filter.after.caseId}::uuid)`,
    )
  }
  const order = byReceipt ? fragment`received_at desc, case_id desc` : fragment`due_on, case_id`
  const rows = await queryable.sql<CaseColumns>`
    select ${columns} from cases.case where ${fragment.join(conditions, fragment` and `)} order by ${order} limit ${filter.limit + 1}`
  const cases = rows.slice(0, filter.limit).map(toCase)
  const last = rows.length > filter.limit ? cases.at(-1) : undefined
  return { cases, next: last && { key: byReceipt ? last.receivedAt.toISOString() : last.dueOn, caseId: last.caseId } }
}

/** Above this a tab says "at least so many": counting 60,000 open cases would take longer than showing the page. */
export const mostCounted = 1_000

/** What stands in the tabs of the work list; each count ends at `mostCounted`. */
export async function countCases(queryable: Queryable, authority: AuthorityId, staff: StaffId, today: Day): Promise<CaseCounts> {
  const upTo = (condition: ReturnType<typeof fragment>) => fragment`(select count(*) from (
    select 1 from cases.case where authority_id = ${authority} and state not in ('delivered', 'closed') and state = any(${openStates}) and ${condition} limit ${mostCounted}) counted)`
  const [row] = await queryable.sql<{ mine: bigint; unassigned: bigint; due: bigint; waiting: bigint; signature: bigint }>`
    select ${upTo(fragment`assigned_to = ${staff}`)} as mine,
      ${upTo(fragment`assigned_to is null`)} as unassigned,
      ${upTo(fragment`due_on <= ${today}::date + 3`)} as due,
      ${upTo(fragment`state = 'waiting-for-person'`)} as waiting,
      ${upTo(fragment`state = 'awaiting-signature'`)} as signature`
  return {
    mine: Number(row?.mine ?? 0),
    unassigned: Number(row?.unassigned ?? 0),
    due: Number(row?.due ?? 0),
    waiting: Number(row?.waiting ?? 0),
    signature: Number(row?.signature ?? 0),
  }
}

/** The next case of the same work list after this one. */
export async function findNextCase(
  queryable: Queryable,
  authority: AuthorityId,
  staff: StaffId,
  current: Case,
): Promise<Id<'case'> | undefined> {
  const [row] = await queryable.sql<{ case_id: Id<'case'> }>`
    select case_id from cases.case
    where authority_id = ${authority} and state = any(${['received', 'in-progress']}) and case_id <> ${current.caseId} and (assigned_to = ${staff} or assigned_to is null)
    order by (assigned_to is null), due_on, case_id limit 1`
  return row?.case_id
}

export async function listNotes(queryable: Queryable, authority: AuthorityId, caseId: Id<'case'>): Promise<readonly Note[]> {
  const rows = await queryable.sql<{ at: Date; staff_name: string; text: string; withdrawn_at: Date | null }>`
    select at, staff_name, text, withdrawn_at from cases.note where authority_id = ${authority} and case_id = ${caseId} order by at desc`
  return rows.map((row) => ({ at: row.at, staffName: row.staff_name, text: row.text, isWithdrawn: row.withdrawn_at !== null }))
}

/** What the person wrote, newest first. */
export async function listReplies(queryable: Queryable, authority: AuthorityId, caseId: Id<'case'>): Promise<readonly Reply[]> {
  return queryable.sql<Reply>`
    select at, text, files from cases.reply where authority_id = ${authority} and case_id = ${caseId} order by at desc`
}

interface RequestColumns {
  request_id: Id<'request'>
  kind: 'correction' | 'papers'
  reason: string
  paths: string[]
  answer_by: Day
  asked_at: Date
  asked_by: string
  answered_at: Date | null
}

export async function listRequests(queryable: Queryable, authority: AuthorityId, caseId: Id<'case'>): Promise<readonly CaseRequest[]> {
  const rows = await queryable.sql<RequestColumns>`
    select request_id, kind, reason, paths, answer_by, asked_at, asked_by, answered_at
    from cases.request where authority_id = ${authority} and case_id = ${caseId} order by asked_at desc`
  return rows.map((row) => ({
    requestId: row.request_id,
    kind: row.kind,
    reason: row.reason,
    paths: row.paths,
    answerBy: row.answer_by,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    answeredAt: row.answered_at ?? undefined,
  }))
}

interface DecisionColumns {
  decision_id: Id<'decision'>
  template_key: string
  outcome: string
  judgement: Record<string, string>
  state: DecisionState
  drafted_by: StaffId
  drafted_name: string
  drafted_at: Date
  signed_by: StaffId | null
  signed_name: string | null
  signed_at: Date | null
  submission_version: number | null
  returned_reason: string | null
  file: StoredFile | null
  document_id: Id<'document'> | null
}

/** The latest decision of a case, and its file once it is rendered. */
export async function findDecision(
  queryable: Queryable,
  authority: AuthorityId,
  caseId: Id<'case'>,
): Promise<{ readonly decision: Decision; readonly file: StoredFile | undefined } | undefined> {
  const [row] = await queryable.sql<DecisionColumns>`
    select decision_id, template_key, outcome, judgement, state, drafted_by, drafted_name, drafted_at, signed_by, signed_name, signed_at, submission_version, returned_reason, file, document_id
    from cases.decision where authority_id = ${authority} and case_id = ${caseId} order by drafted_at desc limit 1`
  if (row === undefined) return undefined
  const signer =
    row.signed_by === null || row.signed_at === null ? undefined : { staff: row.signed_by, name: row.signed_name ?? '', at: row.signed_at }
  const decision: Decision = {
    decisionId: row.decision_id,
    templateKey: row.template_key,
    outcome: row.outcome,
    judgement: row.judgement,
    state: row.state,
    drafter: { staff: row.drafted_by, name: row.drafted_name },
    draftedAt: row.drafted_at,
    signer,
    returnedReason: row.returned_reason ?? undefined,
    submissionVersion: row.submission_version ?? undefined,
    document: row.document_id ?? undefined,
  }
  return { decision, file: row.file ?? undefined }
}

/** Colleagues who looked at the case in the last two minutes. */
export async function listPresent(
  queryable: Queryable,
  authority: AuthorityId,
  caseId: Id<'case'>,
  except: StaffId,
  now: Date,
): Promise<readonly string[]> {
  const since = new Date(now.getTime() - 120_000)
  const rows = await queryable.sql<{ staff_name: string }>`
    select staff_name from cases.presence
    where authority_id = ${authority} and case_id = ${caseId} and staff_id <> ${except} and seen_at > ${since} order by staff_name`
  return rows.map((row) => row.staff_name)
}
