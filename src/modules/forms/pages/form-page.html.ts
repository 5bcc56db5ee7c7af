// A page or list entry to fill in.

import {
  alert,
  badge,
  button,
  buttonRow,
  csrfField,
  errorSummary,
  type FieldError,
  type Link,
  pagination,
  type Step,
  savedAt,
  stepper,
} from '#web/controls/index.ts'
import type { AuthorityTheme, Frame } from '#web/frame.ts'
import { attributes, type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import { formsTexts } from '../texts/index.ts'
import { questionControl, type ShownQuestion } from './field.html.ts'

export interface ShownList {
  /** Below the page, as the addresses name it. */
  readonly name: string
  readonly title: string
  readonly hint?: string
  readonly entryName: string
  readonly entries: readonly { readonly position: number; readonly key: string; readonly title: string; readonly isUnfinished: boolean }[]
  readonly count: number
  readonly most: number | null
  readonly isNeeded: boolean
  readonly error?: string
  readonly pages: { readonly current: number; readonly count: number }
}

/** What a page shows, in the order of its definition. */
export type ShownPart =
  | { readonly kind: 'question'; readonly question: ShownQuestion }
  | { readonly kind: 'group'; readonly title: string; readonly hint?: string; readonly parts: readonly ShownPart[] }
  | { readonly kind: 'list'; readonly list: ShownList }

export interface FormPageView {
  readonly serviceTitle: string
  readonly authority: AuthorityTheme | undefined
  readonly title: string
  readonly hint?: string
  readonly action: string
  readonly isMultipart: boolean
  readonly isEntry: boolean
  readonly mayAddAnother: boolean
  readonly backTo: string
  readonly steps: readonly Step[]
  readonly parts: readonly ShownPart[]
  readonly errors: readonly FieldError[]
  readonly marks: string
  readonly goal: string
  /** Keys of the entry, for finding it again. */
  readonly entry: string
  readonly savedClock: string | undefined
  readonly undo?: string
  readonly correction?: string
  readonly notice?: 'asks-other' | 'restored' | 'entry-gone'
  readonly breadcrumb: readonly Link[]
}

export function formPage(frame: Frame, view: FormPageView): Html {
  const texts = formsTexts(frame.language)
  const form = attributes({
    method: 'post',
    action: view.action,
    enctype: view.isMultipart ? 'multipart/form-data' : undefined,
    class: 'question-form',
    'data-autosave': texts.saveFailed,
    novalidate: true,
  })
  const main = html`${errorSummary(frame.language, view.errors)}${notices(frame, view)}
${stepper({ steps: view.steps, language: frame.language })}
<p class="kern-preline">${view.serviceTitle}</p>
<h1 class="kern-heading-large">${view.title}</h1>
${view.hint !== undefined && html`<p class="kern-body">${view.hint}</p>`}
<form${form}>${csrfField(frame)}<input type="hidden" name="marks" value="${view.marks}"><input type="hidden" name="entry" value="${view.entry}"><input type="hidden" name="then" value="${view.goal}">
<button type="submit" name="go" value="next" hidden tabindex="-1" aria-hidden="true"></button>
<div class="questions">${view.parts.map((part) => shownPart(frame, part, 2, view.parts.length === 1))}</div>
${buttonRow(
  button(view.isEntry ? texts.takeOver : texts.next, { name: 'go', value: 'next' }),
  view.mayAddAnother && button(texts.takeOverAndAdd, { kind: 'secondary', name: 'go', value: 'another' }),
  button(view.isEntry ? texts.toList : texts.back, { kind: 'tertiary', name: 'go', value: 'back', noValidation: true }),
)}
<div class="save-row">${button(texts.saveLater, { kind: 'tertiary', name: 'go', value: 'later', noValidation: true })}${savedAt(frame.language, view.savedClock)}</div>
</form>`
  return portalLayout(frame, {
    title: `${view.title} – ${view.serviceTitle}`,
    main,
    authority: view.authority,
    errors: view.errors.length,
    scripts: ['scripts/form-autosave.js', 'scripts/upload.js'],
    styles: ['forms.css'],
  })
}

function notices(frame: Frame, view: FormPageView): Html {
  const texts = formsTexts(frame.language)
  return html`${view.notice === 'restored' && alert({ kind: 'info', title: texts.restoredTitle, content: texts.restored })}${
    view.notice === 'entry-gone' && alert({ kind: 'warning', title: texts.entryGoneTitle, content: texts.entryGone, announce: true })
  }${
    view.notice === 'asks-other' && alert({ kind: 'info', title: texts.asksOther })
  }${view.correction !== undefined && alert({ kind: 'warning', title: texts.correctionTitle, content: html`<p class="kern-body preserved">${view.correction}</p>` })}${
    view.undo !== undefined &&
    alert({
      kind: 'success',
      title: texts.removed,
      content: html`<form method="post" action="${view.undo}">${csrfField(frame)}${button(texts.undo, { kind: 'secondary' })}</form>`,
    })
  }`
}

function shownPart(frame: Frame, part: ShownPart, level: 2 | 3, isAlone = false): Html {
  const texts = formsTexts(frame.language)
  if (part.kind === 'question') return questionControl(part.question, frame.language, texts)
  if (part.kind === 'list') return listPart(frame, part.list, isAlone)
  const title =
    level === 2 ? html`<h2 class="kern-heading-medium">${part.title}</h2>` : html`<h3 class="kern-heading-small">${part.title}</h3>`
  return html`<section class="question-group">${title}${part.hint !== undefined && html`<p class="kern-body">${part.hint}</p>`}${part.parts.map((inner) => shownPart(frame, inner, 3))}</section>`
}

function listPart(frame: Frame, list: ShownList, isAlone: boolean): Html {
  const texts = formsTexts(frame.language)
  const isFull = list.most !== null && list.count >= list.most
  const add = button(list.count === 0 ? texts.add(list.entryName) : texts.addNext(list.entryName), {
    kind: list.count === 0 && list.isNeeded ? 'primary' : 'secondary',
    name: 'open',
    value: `${list.name}.neu`,
    noValidation: true,
  })
  return html`<section class="question-list" id="f-${list.name.replaceAll('.', '-')}" tabindex="-1"><h2 class="${isAlone ? 'kern-sr-only' : 'kern-heading-medium'}">${list.title}</h2>${
    list.hint !== undefined && html`<p class="kern-body">${list.hint}</p>`
  }${list.error !== undefined && html`<p class="kern-error"><span class="kern-body">${list.error}</span></p>`}${
    list.count === 0
      ? html`<p class="kern-body">${texts.noEntry}</p>`
      : html`<ul class="entry-list">${list.entries.map((entry) => entryRow(frame, list, entry))}</ul>`
  }${list.pages.count > 1 && pagination({ page: list.pages.current, pages: list.pages.count, href: (page) => `?seite=${page}`, language: frame.language })}${
    isFull ? html`<p class="kern-body">${texts.mostEntries(list.most ?? 0)}</p>` : add
  }</section>`
}

function entryRow(frame: Frame, list: ShownList, entry: ShownList['entries'][number]): Html {
  const texts = formsTexts(frame.language)
  const name = texts.entryOf(list.entryName, entry.position + 1)
  const value = `${list.name}.${entry.position}~${entry.key}`
  return html`<li><p class="kern-body"><strong>${name}</strong>${entry.title !== '' && html`: ${entry.title}`} ${entry.isUnfinished && badge('warning', texts.unfinished)}</p>${buttonRow(
    button(texts.change, { kind: 'tertiary', name: 'open', value, noValidation: true, about: name }),
    button(texts.remove, { kind: 'tertiary', name: 'remove-entry', value, noValidation: true, about: name, icon: 'delete' }),
  )}</li>`
}
