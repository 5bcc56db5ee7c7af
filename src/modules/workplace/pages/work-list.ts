// The work list: what is mine, free, due, waiting; bulk taking over.
import { inTransaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import { addDays, dayInGermany } from '#kernel/dates.ts'
import { parseId } from '#kernel/ids.ts'
import { assignCase, type CaseCounts, type CaseFilter, countCases, listCases, mostCounted, openStates } from '#modules/cases'
import { page, type Reply, seeOther, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import { type ListTab, type ListView, listQuery, readListView } from '../domain/work-list.ts'
import { mayWork, shownCase, staffOf } from './staff.ts'
import { type WorkListView, workListPage } from './work-list.html.ts'

const rowsShown = 50
const mostTaken = 100

export async function showWorkList({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const staff = staffOf(visit)
  const isWorking = mayWork(staff)
  if (!isWorking && !staff.roles.includes('auditor')) return seeOther(visit.frame.href('/arbeit/suche'))
  const view = readListView(visit.query, isWorking ? 'mine' : 'all')
  const today = dayInGermany(visit.now)
  const { authority } = staff
  const { counts, listed } = await inTransaction(database, { authority }, async (transaction) => ({
    counts: await countCases(transaction, authority, staff.staff, today),
    listed: await listCases(transaction, authority, filterOf(view, staff, visit.now)),
  }))
  return page(
    workListPage(visit.frame, {
      view,
      counts: shownCounts(counts),
      cases: listed.cases.map((found) => shownCase(found, staff, visit.now)),
      next: listed.next && listQuery({ ...view, after: listed.next }),
      mayTake: isWorking,
      taken: readTaken(visit.query),
    }),
  )
}

/** Assigns each chosen case; one that meanwhile is closed is counted as missed. */
export async function takeChosen({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const staff = staffOf(visit)
  const chosen = visit.form.getAll('case').flatMap((text) => parseId<'case'>(text) ?? [])
  let taken = 0
  for (const caseId of chosen.slice(0, mostTaken)) {
    const outcome = await assignCase(database, { staff, caseId, assignee: staff, now: visit.now })
    if (outcome.ok) taken += 1
  }
  const back = listQuery(readListView(new URLSearchParams(visit.form.get('zurueck') ?? ''), 'mine'))
  return seeOther(visit.frame.href(`/arbeit${back}&genommen=${taken}&verpasst=${chosen.length - taken}`))
}

function filterOf(view: ListView, staff: Staff, now: Date): CaseFilter {
  return {
    ...tabFilter(view.tab, staff, now),
    order: view.order,
    limit: rowsShown,
    ...(view.words === '' ? {} : { words: view.words }),
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

function readTaken(query: URLSearchParams): { readonly count: number; readonly missed: number } | undefined {
  const [count, missed] = [query.get('genommen'), query.get('verpasst')].map((text) =>
    /^\d{1,3}$/.test(text ?? '') ? Number(text) : undefined,
  )
  return count === undefined || missed === undefined ? undefined : { count, missed }
}

/** Counting ends at a bound; there the tab says so. */
function shownCounts(counts: CaseCounts): WorkListView['counts'] {
  return Object.fromEntries(
    Object.entries(counts).map(([tab, count]) => [tab, count < mostCounted ? count : `${mostCounted.toLocaleString('de-DE')}+`]),
  )
}
