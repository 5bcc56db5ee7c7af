// The inbox's filter: tabs by state and what narrows them, as the address says it.
import type { StaffId } from '#kernel/actors.ts'
import { addDays, type Day } from '#kernel/dates.ts'
import { parseId } from '#kernel/ids.ts'
import { type InvoiceState, invoiceStates } from './states.ts'

/** Tabs of the inbox with the states behind them; the words are those of the address. */
export const tabStates = {
  neu: ['new'],
  pruefung: ['in-check'],
  rueckfrage: ['queried'],
  geprueft: ['checked'],
  freigegeben: ['approved', 'ordered'],
  erledigt: ['paid', 'settled', 'returned'],
  alle: invoiceStates,
} as const satisfies Record<string, readonly InvoiceState[]>
export type InboxTab = keyof typeof tabStates
export const inboxTabs = Object.keys(tabStates).filter((name): name is InboxTab => name in tabStates)

export const dueChoices = ['ueberfaellig', 'woche', 'monat', 'skonto'] as const
export type DueChoice = (typeof dueChoices)[number]

export const pageSize = 50

/** What the address asks for; unknown words count as not said. */
export interface InboxQuery {
  readonly tab: InboxTab
  readonly due: DueChoice | undefined
  /** `ich`, `niemand` or one of the staff. */
  readonly with: 'ich' | 'niemand' | StaffId | undefined
  readonly words: string
  readonly page: number
}

export interface InvoiceFilter {
  readonly states: readonly InvoiceState[]
  readonly dueUntil: Day | undefined
  /** Only those whose cash discount can still be had. */
  readonly discountFrom: Day | undefined
  readonly assignee: StaffId | undefined
  readonly isUnassigned: boolean
  readonly words: string
  readonly limit: number
  readonly offset: number
}

export function readInboxQuery(query: URLSearchParams): InboxQuery {
  const who = query.get('bei')
  return {
    tab: inboxTabs.find((tab) => tab === query.get('stand')) ?? 'neu',
    due: dueChoices.find((choice) => choice === query.get('frist')),
    with: who === 'ich' || who === 'niemand' ? who : parseId<'staff'>(who),
    // The database cannot hold control characters.
    words: (query.get('von') ?? '')
      .toWellFormed()
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 100),
    page: Math.min(Math.max(Number.parseInt(query.get('seite') ?? '1', 10) || 1, 1), 10_000),
  }
}

export function filterOf(query: InboxQuery, staff: StaffId, today: Day): InvoiceFilter {
  const until: Record<DueChoice, Day | undefined> = {
    ueberfaellig: addDays(today, -1),
    woche: addDays(today, 7),
    monat: addDays(today, 31),
    skonto: undefined,
  }
  return {
    states: tabStates[query.tab],
    dueUntil: query.due === undefined ? undefined : until[query.due],
    discountFrom: query.due === 'skonto' ? today : undefined,
    assignee: query.with === 'ich' ? staff : query.with === 'niemand' ? undefined : query.with,
    isUnassigned: query.with === 'niemand',
    words: query.words,
    limit: pageSize,
    offset: (query.page - 1) * pageSize,
  }
}

/** The query as address, for links that change one part of it. */
export function inboxAddress(query: InboxQuery, change: Partial<InboxQuery> = {}): string {
  const { tab, due, with: who, words, page } = { ...query, page: 1, ...change }
  const fields = new URLSearchParams({ stand: tab })
  if (due !== undefined) fields.set('frist', due)
  if (who !== undefined) fields.set('bei', who)
  if (words !== '') fields.set('von', words)
  if (page > 1) fields.set('seite', String(page))
  return `/arbeit/rechnungen?${fields}`
}

/** How urgent a day is: by colour and, beside it, by word. */
export function urgencyOf(daysLeft: number): 'late' | 'soon' | 'calm' {
  if (daysLeft < 0) return 'late'
  return daysLeft <= soonDays ? 'soon' : 'calm'
}

const soonDays = 3
