// The work list: what is mine, free, due, waiting; narrowed by words and service; bulk taking over.
import { inTransaction } from '#database'
import { recordSearch } from '#journal'
import type { Staff } from '#kernel/actors.ts'
import { addDays, dayInGermany } from '#kernel/dates.ts'
import { newId, parseId } from '#kernel/ids.ts'
import {
  assignCase,
  type CaseCounts,
  type CaseFilter,
  countCases,
  type ListedService,
  listCaseServices,
  listCases,
  listSavedViews,
  mostCounted,
  openStates,
  undoSeconds,
  undoSteps,
} from '#modules/cases'
import { page, type Reply, seeOther, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import { readUndoOffer } from '../domain/undo-offer.ts'
import { keptQuery, type ListTab, type ListView, listQuery, readListView } from '../domain/work-list.ts'
import { listTexts, undoTexts, viewTexts } from '../texts.ts'
import type { ViewProblem } from './saved-views.html.ts'
import { mayWork, shownCase, staffOf } from './staff.ts'
import { type ListNotice, type WorkListView, workListPage } from './work-list.html.ts'

const rowsShown = 50
const mostTaken = 100

export async function showWorkList(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const staff = staffOf(visit)
  const isSeeing = mayWork(staff) || staff.roles.includes('auditor')
  if (!isSeeing) return seeOther(visit.frame.href(staff.roles.includes('registry') ? '/arbeit/suche' : '/arbeit/kasse'))
  return page(await listPage(dependencies, visit, readListView(visit.query, presetOf(staff))))
}

/** What stands first: a clerk's own cases; who only looks sees all. */
export function presetOf(staff: Staff): ListTab {
  return mayWork(staff) ? 'mine' : 'all'
}

/** The list as a page; a saved view that was refused shows why and what was typed. */
export async function listPage(
  { database, journalKey }: WorkplaceDependencies,
  visit: Visit,
  view: ListView,
  problem?: ViewProblem,
): Promise<ReturnType<typeof workListPage>> {
  const staff = staffOf(visit)
  const { authority } = staff
  const read = await inTransaction(database, { authority }, async (transaction) => {
    const counts = await countCases(transaction, authority, staff.staff, dayInGermany(visit.now))
    const services = await listCaseServices(transaction, authority)
    const views = await listSavedViews(transaction, authority, staff.staff)
    const listed = await listCases(transaction, authority, filterOf(view, staff, visit.now))
    const filters = { tab: view.tab, ...(view.service === '' ? {} : { service: view.service }) }
    const shown = listed.cases.length
    await recordSearch(transaction, journalKey, { staff, place: 'work-list', filters, words: view.words, shown, now: visit.now })
    return { counts, services, views, listed }
  })
  const { listed } = read
  return workListPage(visit.frame, {
    view,
    counts: shownCounts(read.counts),
    services: optionsOf(read.services, view.service),
    saved: { views: read.views, current: read.views.find((one) => one.query === keptQuery(view)), query: keptQuery(view), problem },
    cases: listed.cases.map((found) => shownCase(found, staff, visit.now)),
    next: listed.next && listQuery({ ...view, after: listed.next }),
    mayTake: mayWork(staff),
    notice: noticeOf(visit),
  })
}

/** Assigns each chosen case; one that meanwhile is closed is counted as missed. All of them can be handed back at once. */
export async function takeChosen({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const staff = staffOf(visit)
  const chosen = visit.form.getAll('case').flatMap((text) => parseId<'case'>(text) ?? [])
  const undo = newId<'undo'>(visit.now.getTime())
  let taken = 0
  for (const caseId of chosen.slice(0, mostTaken)) {
    const outcome = await assignCase(database, { staff, caseId, assignee: staff, undo, now: visit.now })
    if (outcome.ok) taken += 1
  }
  const offer = taken === 0 ? '' : `&ruecknahme=${undo}`
  return seeOther(visit.frame.href(`/arbeit${backQuery(visit)}&genommen=${taken}&verpasst=${chosen.length - taken}${offer}`))
}

/** Takes back what was taken at once. */
export async function undoTaking({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const undo = parseId<'undo'>(visit.form.get('undo'))
  const result = undo === undefined ? { undone: 0, missed: 0 } : await undoSteps(database, { staff: staffOf(visit), undo, now: visit.now })
  return seeOther(visit.frame.href(`/arbeit${backQuery(visit)}&wieder=${result.undone}&geblieben=${result.missed}`))
}

function backQuery(visit: Visit): string {
  return listQuery(readListView(new URLSearchParams(visit.form.get('zurueck') ?? ''), 'mine'))
}

function filterOf(view: ListView, staff: Staff, now: Date): CaseFilter {
  return {
    ...tabFilter(view.tab, staff, now),
    order: view.order,
    limit: rowsShown,
    ...(view.words === '' ? {} : { words: view.words }),
    ...(view.service === '' ? {} : { serviceKey: view.service }),
    ...(view.after === undefined ? {} : { after: view.after }),
  }
}

function tabFilter(tab: ListTab, staff: Staff, now: Date): Pick<CaseFilter, 'states' | 'assignee' | 'unassigned' | 'dueBefore'> {
  switch (tab) {
    case 'mine':
      return { states: openStates, assignee: staff.staff }
    case 'unassigned':
      return { states: openStates, unassigned: true }
    case 'due':
      return { states: openStates, dueBefore: addDays(dayInGermany(now), 4) }
    case 'waiting':
      return { states: ['waiting-for-person'] }
    case 'signature':
      return { states: ['awaiting-signature'] }
    case 'delivered':
      return { states: ['decided', 'delivered'] }
    case 'all':
      return {}
  }
}

/** By name; a service of the address that has no cases is named by its key, so that the field says what holds. */
function optionsOf(services: readonly ListedService[], chosen: string): WorkListView['services'] {
  const options = services
    .map(({ key, title }) => ({ value: key, label: title.de }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'de'))
  return chosen === '' || options.some((option) => option.value === chosen) ? options : [...options, { value: chosen, label: chosen }]
}

/** What the page before this one has done. */
function noticeOf({ query, now }: Visit): ListNotice | undefined {
  const [taken, missed, undone, left] = ['genommen', 'verpasst', 'wieder', 'geblieben'].map((name) => {
    const text = query.get(name) ?? ''
    return /^\d{1,3}$/.test(text) ? Number(text) : undefined
  })
  if (taken !== undefined && missed !== undefined) {
    if (taken + missed === 0) return { kind: 'warning', title: listTexts.nothingChosen }
    return { kind: 'success', title: listTexts.taken(taken, missed), offer: readUndoOffer(query.get('ruecknahme'), now, undoSeconds) }
  }
  if (undone !== undefined && left !== undefined) return { kind: undone === 0 ? 'warning' : 'success', title: undoTexts.many(undone, left) }
  const view = viewTexts.done[query.get('getan') ?? '']
  return view === undefined ? undefined : { kind: 'success', title: view }
}

/** Counting ends at a bound; there the tab says so. */
function shownCounts(counts: CaseCounts): WorkListView['counts'] {
  return Object.fromEntries(
    Object.entries(counts).map(([tab, count]) => [tab, count < mostCounted ? count : `${mostCounted.toLocaleString('de-DE')}+`]),
  )
}
