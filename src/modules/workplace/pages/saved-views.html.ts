// The views that a clerk has saved: links, and the forms that keep, rename and delete one.
import { button, csrfField, details, errorSummary, tabs, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { viewTexts } from '../texts.ts'

export interface ShownView {
  readonly view: string
  readonly name: string
  readonly query: string
}

/** Why a name was refused, with what was typed. */
export interface ViewProblem {
  readonly refusal: keyof typeof viewTexts.refusals
  readonly typed: string
}

export interface SavedViews {
  readonly views: readonly ShownView[]
  /** The one that the list shows now. */
  readonly current: ShownView | undefined
  /** The query of what the list shows now. */
  readonly query: string
  readonly problem: ViewProblem | undefined
}

export function viewProblems(frame: Frame, { problem }: SavedViews): Html {
  return problem === undefined ? html`` : errorSummary(frame.language, [{ field: 'name', message: viewTexts.refusals[problem.refusal] }])
}

export function viewLinks(frame: Frame, { views, current }: SavedViews): Html {
  if (views.length === 0) return html``
  return tabs({
    label: viewTexts.label,
    tabs: views.map((one) => ({ label: one.name, href: frame.href(`/arbeit${one.query}`), current: one === current })),
  })
}

export function viewForms(frame: Frame, saved: SavedViews): Html {
  const { current, problem, query } = saved
  const field = textField({
    frame,
    name: 'name',
    label: viewTexts.name,
    value: problem?.typed ?? current?.name,
    error: problem && viewTexts.refusals[problem.refusal],
    hint: current === undefined ? viewTexts.saveHint : undefined,
    maxLength: 60,
    autocomplete: 'off',
    width: 'm',
  })
  const kept = html`${csrfField(frame)}<input type="hidden" name="zurueck" value="${query.slice(1)}">`
  const isOpen = { open: problem !== undefined }
  if (current === undefined) {
    const form = html`<form method="post" action="${frame.href('/arbeit/ansichten')}" novalidate>${kept}${field}${button(viewTexts.saveNow, { kind: 'secondary' })}</form>`
    return details(viewTexts.save, html`<div class="view-forms">${form}</div>`, isOpen)
  }
  const path = frame.href(`/arbeit/ansichten/${current.view}`)
  return details(
    viewTexts.change(current.name),
    html`<div class="view-forms"><form method="post" action="${path}" novalidate>${kept}${field}${button(viewTexts.rename, { kind: 'secondary' })}</form><form method="post" action="${path}/loeschen">${kept}${button(viewTexts.remove, { kind: 'tertiary', about: current.name })}</form></div>`,
    isOpen,
  )
}
