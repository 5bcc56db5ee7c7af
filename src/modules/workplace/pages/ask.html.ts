// The view for asking the person.
import { button, buttonRow, csrfField, errorSummaryOf, fieldset, linkButton, radioGroup, textArea } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { attributes, type Html, html } from '#web/html.ts'
import type { AnsweredGroup, AnsweredRow } from '../domain/changes.ts'
import type { ShownCase } from '../domain/shown.ts'
import { askTexts, decisionTexts } from '../texts.ts'
import { backLinks, listLink, workPage } from './parts.html.ts'

export interface AskView {
  readonly shown: ShownCase
  readonly revision: number
  readonly groups: readonly AnsweredGroup[]
  readonly typed: { readonly kind: string; readonly reason: string; readonly paths: readonly string[] }
  readonly errors: Readonly<Record<string, string>>
}

export function askPage(frame: Frame, view: AskView): Html {
  const { shown, typed, errors } = view
  const path = `/arbeit/vorgang/${shown.caseId}`
  const main = html`${backLinks(frame, [listLink, { label: shown.number, path }])}
${errorSummaryOf('de', errors)}<h1>${askTexts.title}<span class="work-subtitle">${shown.title}, ${shown.applicant}</span></h1>
<p>${askTexts.introduction}</p>
<form method="post" action="${frame.href(`${path}/nachfrage`)}" novalidate>${csrfField(frame)}<input type="hidden" name="revision" value="${view.revision}">
${radioGroup({
  frame,
  name: 'kind',
  label: askTexts.kind,
  value: typed.kind,
  error: errors['kind'],
  options: [
    { value: 'correction', label: askTexts.correction, hint: askTexts.correctionHint },
    { value: 'papers', label: askTexts.papers, hint: askTexts.papersHint },
  ],
})}${textArea({ frame, name: 'reason', label: askTexts.reason, hint: askTexts.reasonHint, value: typed.reason, error: errors['reason'], rows: 6, maxLength: 4000 })}
${fieldset(askTexts.fields, html`<div class="ask-groups">${answerChoices(frame, view)}</div>`, { frame, name: 'path', hint: askTexts.fieldsHint, error: errors['path'] })}
${buttonRow(button(askTexts.send), linkButton(decisionTexts.toCase, frame.href(path), { kind: 'tertiary' }))}</form>`
  return workPage(frame, { title: `${askTexts.title}, ${shown.number}`, main, errors: Object.keys(errors).length })
}

function answerChoices(frame: Frame, { groups, typed }: AskView): Html {
  const chosen = new Set(typed.paths)
  const asked = groups.filter((group) => group.rows.length > 0)
  let number = 0
  return html`${asked.map((group) => {
    const boxes = group.rows.map((row) => {
      number += 1
      return box(row, number, chosen.has(row.path))
    })
    return html`<div class="ask-group">${fieldset(group.title, boxes, { frame })}</div>`
  })}`
}

/** The error summary leads to the first box, which therefore bears the field's own identifier. */
function box(row: AnsweredRow, number: number, checked: boolean): Html {
  const id = number === 1 ? 'f-path' : `f-path-${number}`
  const input = attributes({ class: 'kern-form-check__checkbox', type: 'checkbox', id, name: 'path', value: row.path, checked })
  return html`<div class="kern-form-check"><input${input}><label class="kern-label" for="${id}">${row.label}${
    row.text !== '' && html`<span class="ask-answer">${shortened(row.text)}</span>`
  }</label></div>`
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
