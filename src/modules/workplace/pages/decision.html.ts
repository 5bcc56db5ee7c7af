// The view for writing, checking and signing a decision.
import {
  alert,
  button,
  buttonRow,
  csrfField,
  dateField,
  errorSummary,
  linkButton,
  radioGroup,
  selectField,
  textArea,
  textField,
} from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, type HtmlValue, html } from '#web/html.ts'
import type { Possible, ShownCase } from '../domain/shown.ts'
import { caseTexts, decisionTexts } from '../texts.ts'
import { backLinks, listLink, workPage } from './parts.html.ts'

export interface ShownField {
  readonly key: string
  readonly label: string
  readonly hint?: string
  readonly type: 'text' | 'long-text' | 'day' | 'money' | 'choice'
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly isOptional?: boolean
  readonly value: string
  readonly error: string | undefined
}

export interface DecisionView {
  readonly shown: ShownCase
  readonly revision: number
  readonly outcomes: readonly { readonly value: string; readonly label: string }[]
  readonly outcome: { readonly key: string; readonly label: string } | undefined
  readonly fields: readonly ShownField[]
  readonly missingPlaces: readonly string[]
  /** Who drafted it and when; undefined before the first saving. */
  readonly draft: string | undefined
  readonly returnedReason: string | undefined
  readonly previewPath: string | undefined
  readonly fourEyes: boolean
  readonly may: Possible
}

export function decisionPage(frame: Frame, view: DecisionView): Html {
  const { shown, may } = view
  const path = `/arbeit/vorgang/${shown.caseId}`
  const errors = view.fields.flatMap(({ key, error }) => (error === undefined ? [] : [{ field: key, message: error }]))
  const places = view.missingPlaces.length === 0 ? [] : [{ field: '', message: decisionTexts.missingPlaces(view.missingPlaces) }]
  const heading = html`${decisionTexts.title}<span class="work-subtitle">${shown.title}, ${shown.applicant}</span>`
  const main = html`${backLinks(frame, [listLink, { label: shown.number, path }])}
${errorSummary('de', [...errors, ...places])}<h1>${heading}</h1>
${view.returnedReason !== undefined && alert({ kind: 'warning', title: caseTexts.returned, content: html`<p class="written">${view.returnedReason}</p>` })}
${may.decide && view.outcome === undefined ? chooseOutcome(frame, view, path) : html`<div class="decision-columns"><div class="decision-work">${may.decide ? judgementForm(frame, view, path) : html``}${finishing(frame, view, path)}</div>${preview(frame, view)}</div>`}`
  return workPage(frame, { title: `${decisionTexts.title}, ${shown.number}`, main, errors: errors.length + places.length })
}

function chooseOutcome(frame: Frame, view: DecisionView, path: string): Html {
  const field = radioGroup({ frame, name: 'ergebnis', label: decisionTexts.chooseOutcome, options: view.outcomes })
  return html`<form method="get" action="${frame.href(`${path}/bescheid`)}">${field}${buttonRow(button(decisionTexts.next), linkButton(decisionTexts.toCase, frame.href(path), { kind: 'tertiary' }))}</form>`
}

function judgementForm(frame: Frame, view: DecisionView, path: string): Html {
  const { outcome } = view
  if (outcome === undefined) return html``
  const other = html`<p class="decision-outcome"><strong>${outcome.label}</strong> ${linkButton(decisionTexts.otherOutcome, frame.href(`${path}/bescheid?ergebnis=`), { kind: 'tertiary' })}</p>`
  return html`${other}${changeForm(
    frame,
    view,
    `${path}/bescheid`,
    html`<input type="hidden" name="outcome" value="${outcome.key}"><h2>${decisionTexts.judgement}</h2><p>${decisionTexts.judgementHint}</p>${view.fields.map((field) => judgementField(frame, field))}${buttonRow(button(decisionTexts.save, { kind: view.draft === undefined ? 'primary' : 'secondary' }))}`,
  )}`
}

function judgementField(frame: Frame, field: ShownField): Html {
  const own = { frame, name: field.key, label: field.label, hint: field.hint, error: field.error, optional: field.isOptional }
  switch (field.type) {
    case 'day': {
      const [day, month, year] = field.value.split('.')
      return dateField({ ...own, hint: field.hint ?? decisionTexts.dayHint, value: { day, month, year } })
    }
    case 'money':
      return textField({ ...own, value: field.value, inputMode: 'decimal', width: 's', unit: decisionTexts.euro, autocomplete: 'off' })
    case 'choice':
      return selectField({ ...own, value: field.value, options: field.choices ?? [], width: 'm' })
    case 'long-text':
      return textArea({ ...own, value: field.value, rows: 5, maxLength: 10_000 })
    case 'text':
      return textField({ ...own, value: field.value, maxLength: 300, autocomplete: 'off' })
  }
}

function finishing(frame: Frame, view: DecisionView, path: string): Html {
  const { may } = view
  const drafted = view.draft !== undefined && html`<p class="small">${view.draft}</p>`
  if (may.sign === 'yes') {
    const reason = textArea({ frame, name: 'reason', label: decisionTexts.giveBackReason, rows: 3, maxLength: 2000 })
    return html`<section class="decision-finish"><h2>${decisionTexts.sign}</h2>${drafted}<p>${decisionTexts.signHint}</p>${changeForm(frame, view, `${path}/bescheid/unterschreiben`, button(decisionTexts.sign))}</section><section class="decision-finish"><h2>${decisionTexts.giveBack}</h2>${changeForm(frame, view, `${path}/bescheid/zurueckgeben`, html`${reason}${button(decisionTexts.giveBack, { kind: 'secondary' })}`)}</section>`
  }
  if (may.sign !== undefined) {
    return html`${drafted}${alert({ kind: 'info', title: may.sign === 'own-draft' ? decisionTexts.ownDraft : decisionTexts.notLead })}`
  }
  if (view.draft === undefined || !may.decide) return html`${drafted}`
  const label = view.fourEyes ? decisionTexts.handIn : decisionTexts.signAndSend
  return html`<section class="decision-finish"><h2>${label}</h2>${drafted}<p>${view.fourEyes ? decisionTexts.handInHint : decisionTexts.signHint}</p>${changeForm(frame, view, `${path}/bescheid/abgeben`, button(label))}</section>`
}

function changeForm(frame: Frame, view: DecisionView, path: string, content: HtmlValue): Html {
  return html`<form method="post" action="${frame.href(path)}" novalidate>${csrfField(frame)}<input type="hidden" name="revision" value="${view.revision}">${content}</form>`
}

function preview(frame: Frame, view: DecisionView): Html {
  if (view.previewPath === undefined)
    return html`<section class="decision-preview"><h2>${decisionTexts.preview}</h2><p class="muted">${decisionTexts.noPreview}</p></section>`
  const source = frame.href(view.previewPath)
  return html`<section class="decision-preview"><h2>${decisionTexts.preview}</h2><p>${linkButton(decisionTexts.openPreview, source, { kind: 'tertiary' })}</p><iframe class="document-frame" src="${source}#navpanes=0&view=FitH" title="${decisionTexts.previewTitle}"></iframe></section>`
}
