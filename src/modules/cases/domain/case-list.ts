// The work list: what can be asked of it.
import type { StaffId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { Case } from './case.ts'
import type { CaseState } from './states.ts'

/** Key of the last row shown; a page begins after it. */
export interface CaseCursor {
  /** The deadline, or the instant of receipt in ISO form. */
  readonly key: string
  readonly caseId: Id<'case'>
}

export interface CaseFilter {
  readonly states?: readonly CaseState[]
  readonly assignee?: StaffId
  readonly unassigned?: boolean
  readonly serviceKey?: string
  readonly dueBefore?: Day
  /** Beginnings of words of name, number or title. */
  readonly words?: string
  readonly order?: 'due' | 'received'
  readonly after?: CaseCursor
  readonly limit: number
}

export interface CasePage {
  readonly cases: readonly Case[]
  readonly next: CaseCursor | undefined
}

/** Open cases by what they wait for. */
export interface CaseCounts {
  readonly mine: number
  readonly unassigned: number
  readonly due: number
  readonly waiting: number
  readonly signature: number
}

export type DeadlineColour = 'late' | 'soon' | 'calm'

/** Late from the day after the deadline on, soon in the three days before it. */
export function deadlineColour(daysLeft: number): DeadlineColour {
  if (daysLeft < 0) return 'late'
  return daysLeft <= 3 ? 'soon' : 'calm'
}

/** Each word typed as the beginning of a word that is looked for, in the language of `to_tsquery`; all must be there. */
export function beginnings(words: string): string {
  return words
    .replaceAll(/["'\\\u0000]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `'${word}':*`)
    .join(' & ')
}

/** A filter of the work list that a clerk keeps under a name. */
export interface SavedView {
  readonly view: Id<'view'>
  readonly name: string
  /** The list's own query, "?ansicht=frei&dienst=…". */
  readonly query: string
}

/** More stand in no row of links. */
export const mostViews = 20
export const longestViewName = 60
