// Writing SQL of a clerk's own desk: saved views, and taking steps back.
import type { Transaction } from '#database'
import type { AuthorityId, StaffId } from '#kernel/actors.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Case } from './domain/case.ts'
import { mostViews } from './domain/case-list.ts'
import type { CaseState } from './domain/states.ts'
import type { Before, Undo, UndoableStep } from './domain/undo.ts'

export interface NewUndo {
  readonly undo: Id<'undo'>
  readonly step: UndoableStep
  readonly staff: StaffId
  readonly at: Date
  readonly before: Before
}

/** Notes what can be taken back, with the revision that the case has now; what is long past goes as new comes. */
export async function insertUndo(transaction: Transaction, changed: Case, undo: NewUndo): Promise<void> {
  const past = new Date(undo.at.getTime() - 3_600_000)
  await transaction.sql`
    with gone as (
      delete from cases.undo where (authority_id, undo_id, case_id) in (
        select authority_id, undo_id, case_id from cases.undo
        where authority_id = ${changed.authority} and at < ${past} order by at limit 20 for update skip locked))
    insert into cases.undo (authority_id, undo_id, case_id, staff_id, step, at, revision, before)
    select authority_id, ${undo.undo}, case_id, ${undo.staff}, ${undo.step}, ${undo.at}, revision, ${JSON.stringify(undo.before)}::jsonb
    from cases.case where authority_id = ${changed.authority} and case_id = ${changed.caseId}`
}

/** Takes the offer out, so that it is used once; only who did the step has it. */
export async function takeUndo(transaction: Transaction, found: Case, undo: Id<'undo'>, staff: StaffId): Promise<Undo | undefined> {
  const [row] = await transaction.sql<Undo>`
    delete from cases.undo
    where authority_id = ${found.authority} and undo_id = ${undo} and case_id = ${found.caseId} and staff_id = ${staff}
    returning step, at, revision, before`
  return row
}

/** Puts a state back that a step had left; the only way past the state table. */
export async function restoreState(transaction: Transaction, restored: Case, state: CaseState, since: Date): Promise<void> {
  await transaction.sql`
    update cases.case set state = ${state}, state_since = ${since}, revision = revision + 1
    where authority_id = ${restored.authority} and case_id = ${restored.caseId}`
}

export async function withdrawNote(transaction: Transaction, noted: Case, note: Id<'note'>, now: Date): Promise<void> {
  await transaction.sql`
    update cases.note set withdrawn_at = ${now}
    where authority_id = ${noted.authority} and case_id = ${noted.caseId} and note_id = ${note} and withdrawn_at is null`
}

export interface ViewOwner {
  readonly authority: AuthorityId
  readonly staff: StaffId
}

/** False where the name is taken or there are too many. */
export async function insertView(
  transaction: Transaction,
  { authority, staff }: ViewOwner,
  view: { readonly name: string; readonly query: string },
  now: Date,
): Promise<boolean> {
  const rows = await transaction.sql`
    insert into cases.saved_view (authority_id, staff_id, view_id, name, query, created_at)
    select ${authority}, ${staff}, ${newId<'view'>(now.getTime())}, ${view.name}, ${view.query}, ${now}::timestamptz
    where (select count(*) from cases.saved_view where authority_id = ${authority} and staff_id = ${staff}) < ${mostViews}
    on conflict (authority_id, staff_id, name) do nothing returning view_id`
  return rows.length === 1
}

/** False where there is no such view or another of the clerk's bears the name. */
export async function renameView(
  transaction: Transaction,
  { authority, staff }: ViewOwner,
  view: Id<'view'>,
  name: string,
): Promise<boolean> {
  const rows = await transaction.sql`
    update cases.saved_view set name = ${name}
    where authority_id = ${authority} and staff_id = ${staff} and view_id = ${view} and not exists (
      select from cases.saved_view other
      where other.authority_id = ${authority} and other.staff_id = ${staff} and other.name = ${name} and other.view_id <> ${view})
    returning view_id`
  return rows.length === 1
}

export async function deleteView(transaction: Transaction, { authority, staff }: ViewOwner, view: Id<'view'>): Promise<boolean> {
  const rows = await transaction.sql`
    delete from cases.saved_view where authority_id = ${authority} and staff_id = ${staff} and view_id = ${view} returning view_id`
  return rows.length === 1
}
