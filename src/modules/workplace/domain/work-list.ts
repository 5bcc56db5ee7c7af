// The work list's address: tab, order, service, words and where the page begins, as they stand in the URL.
import { parseDay } from '#kernel/dates.ts'
import { type Id, parseId } from '#kernel/ids.ts'

export const listTabs = ['mine', 'unassigned', 'due', 'waiting', 'signature', 'delivered', 'all'] as const
export type ListTab = (typeof listTabs)[number]
export type ListOrder = 'due' | 'received'

export interface ListView {
  readonly tab: ListTab
  readonly order: ListOrder
  readonly words: string
  /** Key of the one service shown; empty for all. */
  readonly service: string
  readonly after: { readonly key: string; readonly caseId: Id<'case'> } | undefined
}

const tabNames: Record<ListTab, string> = {
  mine: 'meine',
  unassigned: 'frei',
  due: 'faellig',
  waiting: 'wartet',
  signature: 'unterschrift',
  delivered: 'zugestellt',
  all: 'alle',
}
const orderNames: Record<ListOrder, string> = { due: 'frist', received: 'eingang' }
const longestWords = 200

/** What cannot be read is as if it were not there. */
export function readListView(query: URLSearchParams, preset: ListTab): ListView {
  const tab = listTabs.find((name) => tabNames[name] === query.get('ansicht')) ?? preset
  const order: ListOrder = query.get('sortierung') === orderNames.received ? 'received' : 'due'
  const words = (query.get('wort') ?? '').replaceAll('\u0000', ' ').trim().slice(0, longestWords)
  const asked = query.get('dienst') ?? ''
  const service = /^[a-z0-9][a-z0-9-]{0,99}$/.test(asked) ? asked : ''
  return { tab, order, words, service, after: readCursor(query.get('nach') ?? '', order) }
}

export function listQuery(view: ListView): string {
  const query = new URLSearchParams({ ansicht: tabNames[view.tab] })
  if (view.order === 'received') query.set('sortierung', orderNames.received)
  if (view.service !== '') query.set('dienst', view.service)
  if (view.words !== '') query.set('wort', view.words)
  if (view.after !== undefined) query.set('nach', `${view.after.key}_${view.after.caseId}`)
  return `?${query}`
}

/** The query under which a view is kept: the filter alone, from its first page on. */
export function keptQuery(view: ListView): string {
  return listQuery({ ...view, after: undefined })
}

function readCursor(text: string, order: ListOrder): ListView['after'] {
  const at = text.indexOf('_')
  const caseId = parseId<'case'>(text.slice(at + 1))
  const key = text.slice(0, at)
  if (at === -1 || caseId === undefined) return undefined
  if (order === 'due') return parseDay(key) === undefined ? undefined : { key, caseId }
  const instant = new Date(key)
  return Number.isNaN(instant.getTime()) || instant.toISOString() !== key ? undefined : { key, caseId }
}
