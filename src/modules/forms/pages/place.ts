// Places: which page or list entry an address means, and which comes next.

import type { FormPlace } from '../actions/save-draft.ts'
import { answerAt, entriesAt, type Path, parsePath, pathText } from '../domain/answers.ts'
import { visibilityOf } from '../domain/conditions.ts'
import type { FormDefinition, Group, Member } from '../domain/definition.ts'
import type { Draft } from '../domain/draft.ts'
import { locate } from '../domain/entry-keys.ts'
import { type Problem, problemsBelow } from '../domain/validation.ts'

/** The page of an address, or undefined where it is not asked now. */
export function pageAt(draft: Draft, key: string | undefined): FormPlace | undefined {
  const group = draft.definition.pages.find((page) => page.key === key)
  if (group === undefined || !visibilityOf(draft.definition, draft.answers).isShown([group.key])) return undefined
  return { group, path: [group.key] }
}

/** The list of an address such as "dog" or "child.0.nationality", below its page. */
export function listAt(draft: Draft, pageKey: string | undefined, text: string | undefined): FormPlace | undefined {
  const page = pageAt(draft, pageKey)
  if (page === undefined || text === undefined || !/^[a-zA-Z0-9.]{1,180}$/.test(text)) return undefined
  const path: Path = [page.group.key, ...parsePath(text)]
  const group = memberAt(draft.definition, path)
  const isShown = visibilityOf(draft.definition, draft.answers).isShown(path)
  return group?.kind === 'group' && group.occurs.max !== 1 && typeof path.at(-1) === 'string' && isShown ? { group, path } : undefined
}

/** The entry of a list; "neu" is the one behind the last. */
export function entryAt(draft: Draft, list: FormPlace, index: string | undefined): FormPlace | undefined {
  const { length } = entriesAt(draft.answers, list.path)
  const most = list.group.occurs.max
  if (index === 'neu') return most !== null && length >= most ? undefined : { group: list.group, path: [...list.path, length] }
  const number = /^\d{1,6}$/.test(index ?? '') ? Number(index) : Number.NaN
  return answerAt(draft.answers, [...list.path, number]) === undefined ? undefined : { group: list.group, path: [...list.path, number] }
}

/** What an address says of its place. */
export interface PlaceParams {
  readonly page?: string | undefined
  readonly group?: string | undefined
  readonly index?: string | undefined
}

/** The place that a posted page means: its entry is found by its key, wherever it is now; undefined if it was taken out. */
export function postedPlace(draft: Draft, { page, group, index }: PlaceParams, keys: readonly string[]): FormPlace | undefined {
  if (index === undefined) return pageAt(draft, page)
  if (page === undefined || group === undefined) return undefined
  const number = /^\d{1,6}$/.test(index) ? Number(index) : undefined
  const path = locate(draft.answers, [page, ...parsePath(group), ...(number === undefined ? [] : [number])], keys)
  if (path === undefined) return undefined
  const list = listAt(draft, page, pathText(path.slice(1, number === undefined ? undefined : -1)))
  return list && entryAt(draft, list, number === undefined ? index : String(path.at(-1)))
}

/** The member that a path names; every list on the way needs a position. */
export function memberAt(definition: FormDefinition, path: Path): Member | undefined {
  let members: readonly Member[] = definition.pages
  let found: Member | undefined
  for (const [at, step] of path.entries()) {
    if (typeof step === 'number') {
      if (found?.kind !== 'group' || found.occurs.max === 1) return undefined
      continue
    }
    if (at > 0 && found?.kind === 'group' && found.occurs.max !== 1 && typeof path[at - 1] !== 'number') return undefined
    found = members.find((member) => member.key === step)
    if (found === undefined) return undefined
    members = found.kind === 'group' ? found.members : []
  }
  return found
}

/** The address of a page or entry. */
export function placeAddress(draft: Pick<Draft, 'draftId'>, path: Path): string {
  const page = `/antrag/${draft.draftId}/${path[0]}`
  const numberAt = path.findLastIndex((step) => typeof step === 'number')
  return numberAt < 0 ? page : `${page}/${pathText(path.slice(1, numberAt))}/${path[numberAt]}`
}

export function shownPages(draft: Draft): readonly Group[] {
  const visibility = visibilityOf(draft.definition, draft.answers)
  return draft.definition.pages.filter((page) => visibility.isShown([page.key]))
}

/** The page after this one, or undefined behind the last. */
export function pageAfter(draft: Draft, key: string): Group | undefined {
  const pages = shownPages(draft)
  const order = draft.definition.pages.map((page) => page.key)
  return pages.find((page) => order.indexOf(page.key) > order.indexOf(key))
}

export function pageBefore(draft: Draft, key: string): Group | undefined {
  const pages = shownPages(draft)
  const order = draft.definition.pages.map((page) => page.key)
  return pages.findLast((page) => order.indexOf(page.key) < order.indexOf(key))
}

/** Where to go on: the first page never saved or with something wrong, else undefined for the check page. */
export function firstOpenPage(draft: Draft, problems: readonly Problem[]): Group | undefined {
  return shownPages(draft).find((page) => draft.answers[page.key] === undefined || problemsBelow(problems, [page.key]).length > 0)
}

/** The page or entry at which a problem can be put right. */
export function placeOfPath(path: Path): Path {
  const at = path.findLastIndex((step) => typeof step === 'number')
  return at < 0 ? path.slice(0, 1) : path.slice(0, at + 1)
}
