// Keeps a filter of the work list under a name: for this member of staff alone.
import { type Database, inTransaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { listSavedViews } from '../desk-reads.ts'
import { deleteView, insertView, renameView } from '../desk-writes.ts'
import { longestViewName, mostViews } from '../domain/case-list.ts'

export type ViewRefusal = 'empty-name' | 'long-name' | 'name-taken' | 'too-many-views' | 'unknown'

export async function saveView(
  database: Database,
  staff: Staff,
  view: { readonly name: string; readonly query: string; readonly now: Date },
): Promise<Outcome<string, ViewRefusal>> {
  const name = nameOf(view.name)
  const refusal = refuseName(name)
  if (refusal !== undefined) return refused(refusal)
  return inTransaction(database, { authority: staff.authority }, async (transaction): Promise<Outcome<string, ViewRefusal>> => {
    if (await insertView(transaction, staff, { name, query: view.query }, view.now)) return done(name)
    const views = await listSavedViews(transaction, staff.authority, staff.staff)
    return refused(views.length >= mostViews ? 'too-many-views' : 'name-taken')
  })
}

export async function nameView(
  database: Database,
  staff: Staff,
  view: { readonly view: Id<'view'>; readonly name: string },
): Promise<Outcome<string, ViewRefusal>> {
  const name = nameOf(view.name)
  const refusal = refuseName(name)
  if (refusal !== undefined) return refused(refusal)
  return inTransaction(database, { authority: staff.authority }, async (transaction): Promise<Outcome<string, ViewRefusal>> => {
    if (await renameView(transaction, staff, view.view, name)) return done(name)
    const views = await listSavedViews(transaction, staff.authority, staff.staff)
    return refused(views.some((one) => one.view === view.view) ? 'name-taken' : 'unknown')
  })
}

export async function dropView(database: Database, staff: Staff, view: Id<'view'>): Promise<Outcome<Id<'view'>, 'unknown'>> {
  const isGone = await inTransaction(database, { authority: staff.authority }, (transaction) => deleteView(transaction, staff, view))
  return isGone ? done(view) : refused('unknown')
}

function nameOf(typed: string): string {
  return typed.replaceAll(/[\s\u0000]+/g, ' ').trim()
}

function refuseName(name: string): 'empty-name' | 'long-name' | undefined {
  if (name === '') return 'empty-name'
  return [...name].length > longestViewName ? 'long-name' : undefined
}
