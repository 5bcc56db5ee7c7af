// The page that says that a colleague was faster, with what was typed.
import { formatInstant } from '#kernel/dates.ts'
import { alert, buttonRow, linkButton, timeline } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import type { ShownCase, ShownEvent } from '../domain/shown.ts'
import { conflictTexts } from '../texts.ts'
import { backLinks, listLink, workPage } from './parts.html.ts'

export interface TypedValue {
  readonly name: string
  readonly value: string
}

export interface ConflictView {
  readonly shown: ShownCase
  readonly events: readonly ShownEvent[]
  readonly typed: readonly TypedValue[]
}

export function conflictPage(frame: Frame, { shown, events, typed }: ConflictView): Html {
  const rows = events.map((event) => ({
    when: event.who === '' ? formatInstant(event.at) : `${formatInstant(event.at)}, ${event.who}`,
    title: event.what,
    content: event.text === undefined ? undefined : html`<p class="written">${event.text}</p>`,
    state: 'done' as const,
  }))
  const main = html`${backLinks(frame, [listLink, { label: shown.number, path: `/arbeit/vorgang/${shown.caseId}` }])}
<h1>${conflictTexts.title}</h1>
${alert({ kind: 'warning', title: `${shown.title}, ${shown.applicant}: ${shown.state}`, content: html`<p>${conflictTexts.explanation}</p>` })}
<section><h2>${conflictTexts.since}</h2>${timeline(rows)}</section>
${typed.length > 0 && html`<section><h2>${conflictTexts.typed}</h2>${typed.map(({ value }) => html`<p class="written panel">${value}</p>`)}</section>`}
${buttonRow(linkButton(conflictTexts.toCase, frame.href(`/arbeit/vorgang/${shown.caseId}`)))}`
  return workPage(frame, { title: conflictTexts.title, main })
}
