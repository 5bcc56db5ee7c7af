// What all form fields share: identifiers, label, hint, error, and how they refer to each other.
import type { Language } from '#kernel/language.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { icon } from './icon.ts'
import { controlTexts } from './texts.ts'

/** Language of a control: given, or that of the page's frame, else German. */
export interface InLanguage {
  readonly language?: Language | undefined
  readonly frame?: Frame | undefined
}

export interface Field extends InLanguage {
  readonly name: string
  readonly label: string | Html
  readonly hint?: string | Html | undefined
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
}

export function languageOf(control: InLanguage): Language {
  return control.language ?? control.frame?.language ?? 'de'
}

/** The id of the first input of a field; error summaries link to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`
}

/** The value of `aria-describedby`: hint first, then what else describes the field, then the error. */
export function describedBy(field: Field, ...more: readonly string[]): string | undefined {
  const id = fieldId(field.name)
  const parts = [field.hint === undefined ? '' : `${id}-hint`, ...more, field.error === undefined ? '' : `${id}-error`]
  return parts.filter((part) => part !== '').join(' ') || undefined
}

export function labelText(field: Field): Html {
  const optional = controlTexts(languageOf(field)).optional
  return html`${field.label}${field.optional === true && html` <span class="kern-label__optional">(${optional})</span>`}`
}

export function hintOf(field: Field): Html {
  return html`${field.hint !== undefined && html`<div class="kern-hint" id="${fieldId(field.name)}-hint">${field.hint}</div>`}`
}

export function errorOf(field: Field): Html {
  if (field.error === undefined) return html``
  const prefix = controlTexts(languageOf(field)).errorPrefix
  return html`<p class="kern-error" id="${fieldId(field.name)}-error">${icon('danger')}<span class="kern-body"
><span class="kern-sr-only">${prefix} </span>${field.error}</span></p>`
}
