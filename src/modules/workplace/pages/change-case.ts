// What the buttons of a case do: each asks one action and goes back to the case.
import { inTransaction } from '#database'
import { listHistory } from '#journal'
import type { Staff } from '#kernel/actors.ts'
import { type Id, newId, parseId } from '#kernel/ids.ts'
import { type Outcome, refused } from '#kernel/outcome.ts'
import {
  addNote,
  assignCase,
  type CaseStep,
  closeCase,
  findCase,
  finishDraft,
  reopenCase,
  returnDecision,
  signDecision,
  undoStep,
} from '#modules/cases'
import { findStaff } from '#modules/directory'
import { listDocuments } from '#modules/dossiers'
import { notFound, page, type Reply, seeOther, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import { conflictPage, type TypedValue } from './conflict.html.ts'
import { casePath, shownCase, withCase } from './staff.ts'
import { eventsOf, shownDocument } from './timeline.ts'

type Doing = (step: CaseStep) => Promise<Outcome<unknown, string>>

export async function assignTo({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const wanted = visit.form.get('assignee') ?? ''
  return withCase(visit, async (staff, caseId) => {
    const assignee = wanted === 'me' ? staff : await findColleague(database, staff, wanted)
    if (assignee === 'unknown') return seeOther(visit.frame.href(`${casePath(caseId)}?nicht=unknown-staff`))
    const done = wanted === 'me' ? 'uebernommen' : wanted === 'nobody' ? 'zurueckgelegt' : 'zugewiesen'
    return change({ database, visit, staff, caseId, done }, (step) => assignCase(database, { ...step, assignee }))
  })
}

async function findColleague(
  database: WorkplaceDependencies['database'],
  staff: Staff,
  wanted: string,
): Promise<Staff | undefined | 'unknown'> {
  if (wanted === 'nobody') return undefined
  const id = parseId<'staff'>(wanted)
  const found =
    id && (await inTransaction(database, { authority: staff.authority }, (transaction) => findStaff(transaction, staff.authority, id)))
  return found?.isActive === true ? found : 'unknown'
}

/** A note overwrites nothing, so it needs no revision. */
export async function writeNote({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, (staff, caseId) =>
    change({ database, visit, staff, caseId, done: 'vermerkt' }, ({ revision: _revision, ...step }) =>
      addNote(database, { ...step, text: visit.form.get('text') ?? '' }),
    ),
  )
}

export async function close({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, (staff, caseId) =>
    change({ database, visit, staff, caseId, done: 'geschlossen' }, (step) => closeCase(database, step)),
  )
}

export async function reopen({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const reason = visit.form.get('reason') ?? ''
  return withCase(visit, (staff, caseId) =>
    change({ database, visit, staff, caseId, done: 'aufgenommen' }, (step) => reopenCase(database, { ...step, reason })),
  )
}

export async function handIn({ database, cases }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, async (staff, caseId) => {
    const step = stepOf(visit, staff, caseId)
    const outcome = await finishDraft(cases, step)
    if (!outcome.ok && outcome.reason === 'incomplete') return seeOther(visit.frame.href(casePath(caseId, '/bescheid?offen=1')))
    const done = outcome.ok && outcome.value === 'signed' ? 'unterschrieben' : 'abgegeben'
    return change({ database, visit, staff, caseId, done, undo: step.undo }, async () => outcome)
  })
}

export async function sign({ database, cases }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, (staff, caseId) =>
    change({ database, visit, staff, caseId, done: 'unterschrieben' }, (step) => signDecision(cases, step)),
  )
}

export async function giveBack({ database, cases }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const reason = visit.form.get('reason') ?? ''
  return withCase(visit, (staff, caseId) =>
    change({ database, visit, staff, caseId, done: 'zurueckgegeben' }, (step) => returnDecision(cases, { ...step, reason })),
  )
}

/** Takes the step back whose id the page offered. */
export async function undoChange({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const undo = parseId<'undo'>(visit.form.get('undo'))
  return withCase(visit, async (staff, caseId) => {
    const outcome = undo === undefined ? refused('too-late') : await undoStep(database, { staff, caseId, undo, now: visit.now })
    return change({ database, visit, staff, caseId, done: 'rueckgaengig' }, async () => outcome)
  })
}

export interface Changing {
  readonly database: WorkplaceDependencies['database']
  readonly visit: Visit
  readonly staff: Staff
  readonly caseId: Id<'case'>
  /** Key of the sentence shown when it is done. */
  readonly done: string
  /** Where the step had its id before. */
  readonly undo?: Id<'undo'> | undefined
}

export function stepOf(visit: Visit, staff: Staff, caseId: Id<'case'>): CaseStep & { readonly undo: Id<'undo'> } {
  const revision = Number(visit.form.get('revision'))
  // A form without a revision is none of ours: it can only be out of date.
  return { staff, caseId, now: visit.now, revision: Number.isInteger(revision) ? revision : 0, undo: newId(visit.now.getTime()) }
}

export async function change(changing: Changing, doing: Doing): Promise<Reply> {
  const { visit, staff, caseId } = changing
  const step = stepOf(visit, staff, caseId)
  const outcome = await doing(step)
  if (outcome.ok) return seeOther(visit.frame.href(`${casePath(caseId)}?getan=${changing.done}&ruecknahme=${changing.undo ?? step.undo}`))
  if (outcome.reason === 'unknown') return notFound()
  if (outcome.reason === 'changed-meanwhile') return showConflict(changing)
  return seeOther(visit.frame.href(`${casePath(caseId)}?nicht=${outcome.reason}`))
}

/** Says who changed what, and gives back what was typed. */
export async function showConflict({ database, visit, staff, caseId }: Changing): Promise<Reply> {
  const { authority } = staff
  const read = await inTransaction(database, { authority }, async (transaction) => {
    const found = await findCase(transaction, authority, caseId)
    return (
      found && {
        shown: shownCase(found, staff, visit.now),
        history: await listHistory(transaction, authority, found.dossier),
        documents: (await listDocuments(transaction, authority, found.dossier)).map(shownDocument),
      }
    )
  })
  if (read === undefined) return notFound()
  const events = eventsOf(read).slice(0, 3)
  return page(conflictPage(visit.frame, { shown: read.shown, events, typed: typedIn(visit.form) }), { status: 409 })
}

const ownFields = new Set(['csrf', 'revision', 'assignee'])

function typedIn(form: URLSearchParams): readonly TypedValue[] {
  return [...form].filter(([name, value]) => !ownFields.has(name) && value.trim() !== '').map(([name, value]) => ({ name, value }))
}
