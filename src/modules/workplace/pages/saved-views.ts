// Keeps, renames and deletes a clerk's own views of the work list.
import { parseId } from '#kernel/ids.ts'
import { dropView, nameView, saveView } from '#modules/cases'
import { notFound, page, type Reply, seeOther, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import { keptQuery, type ListView, readListView } from '../domain/work-list.ts'
import type { ViewProblem } from './saved-views.html.ts'
import { staffOf } from './staff.ts'
import { listPage, presetOf } from './work-list.ts'

export async function keepView(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const staff = staffOf(visit)
  const name = visit.form.get('name') ?? ''
  const outcome = await saveView(dependencies.database, staff, { name, query: keptQuery(viewOf(visit)), now: visit.now })
  return outcome.ok ? backTo(visit, 'gespeichert') : again(dependencies, visit, outcome.reason)
}

export async function renameKeptView(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const view = parseId<'view'>(visit.params['view'])
  if (view === undefined) return notFound()
  const outcome = await nameView(dependencies.database, staffOf(visit), { view, name: visit.form.get('name') ?? '' })
  if (outcome.ok) return backTo(visit, 'umbenannt')
  return outcome.reason === 'unknown' ? notFound() : again(dependencies, visit, outcome.reason)
}

export async function deleteKeptView({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const view = parseId<'view'>(visit.params['view'])
  const outcome = view && (await dropView(database, staffOf(visit), view))
  return outcome?.ok === true ? backTo(visit, 'geloescht') : notFound()
}

function viewOf(visit: Visit): ListView {
  return readListView(new URLSearchParams(visit.form.get('zurueck') ?? ''), presetOf(staffOf(visit)))
}

function backTo(visit: Visit, done: string): Reply {
  return seeOther(visit.frame.href(`/arbeit${keptQuery(viewOf(visit))}&getan=${done}`))
}

/** The list again, with the reason at the field and what was typed in it. */
async function again(dependencies: WorkplaceDependencies, visit: Visit, refusal: ViewProblem['refusal']): Promise<Reply> {
  const typed = (visit.form.get('name') ?? '').slice(0, 200)
  return page(await listPage(dependencies, visit, viewOf(visit), { refusal, typed }), { status: 422 })
}
