// Parts that several views of the workplace share: frame with navigation, deadline, marks.
import { formatDayShort } from '#kernel/dates.ts'
import { badge } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { workplaceLayout } from '#web/layout/index.ts'
import type { ShownCase, ShownDeadline } from '../domain/shown.ts'
import { caseTexts, deadlineWord, listTexts, navigationTexts } from '../texts.ts'

export interface WorkPage {
  readonly title: string
  readonly main: Html
  readonly searched?: string | undefined
  readonly errors?: number | undefined
  readonly scripts?: readonly string[] | undefined
}

export function workPage(frame: Frame, page: WorkPage): Html {
  return workplaceLayout(frame, { ...page, styles: ['work.css'] })
}

/** Way back above the heading; the list only for those who have one. */
export function backLinks(frame: Frame, given: readonly { readonly label: string; readonly path: string }[]): Html {
  const hasList = frame.staff?.roles.some((role) => role === 'clerk' || role === 'lead' || role === 'auditor') === true
  const links = given.filter((link) => hasList || link !== listLink)
  if (links.length === 0) return html``
  return html`<nav class="work-back" aria-label="Pfad"><ol>${links.map(
    (link) => html`<li><a class="kern-link" href="${frame.href(link.path)}">${link.label}</a></li>`,
  )}</ol></nav>`
}

export const listLink = { label: navigationTexts.list, path: '/arbeit' }

/** Date, and how many days are left: in colour and in a word. */
export function deadline(shown: ShownDeadline): Html {
  const word = shown.urgency === undefined ? caseTexts.deadlineDone : deadlineWord(shown.daysLeft)
  return html`<span class="deadline deadline-${shown.urgency ?? 'done'}"><span class="deadline-day">${formatDayShort(shown.on)}</span> <span class="deadline-word">${word}</span></span>`
}

export function caseMarks(shown: ShownCase): Html {
  return html`${shown.hasNews && badge('info', listTexts.news)}`
}
