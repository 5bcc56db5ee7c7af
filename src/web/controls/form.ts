// The frame of a form: token, buttons, and the summary of what is wrong.
import type { Language } from '#kernel/language.ts'
import type { Frame } from '../frame.ts'
import { attributes, type Html, type HtmlValue, html } from '../html.ts'
import { fieldId } from './field.ts'
import { type IconName, icon } from './icon.ts'
import { controlTexts } from './texts.ts'

/** First in each form that posts: proves that the form is ours. */
export function csrfField(frame: Pick<Frame, 'csrf'>): Html {
  return html`<input type="hidden" name="csrf" value="${frame.csrf}">`
}

export interface FieldError {
  /** Name of the field; empty where the error belongs to the whole form. */
  readonly field: string
  readonly message: string
}

/** What is wrong, on top of the form, with links to the fields; nothing when there are no errors. It takes the focus by script. */
export function errorSummary(language: Language, errors: readonly FieldError[]): Html {
  if (errors.length === 0) return html``
  const texts = controlTexts(language)
  const rows = errors.map((error) =>
    error.field === ''
      ? html`<li>${error.message}</li>`
      : html`<li><a class="kern-link kern-link--no-visited-state" href="#${fieldId(error.field)}">${error.message}</a></li>`,
  )
  return html`<div class="kern-alert kern-alert--danger error-summary" role="alert" tabindex="-1" data-error-summary><div class="kern-alert__header">${icon('danger')}<h2
class="kern-title">${texts.errorSummaryTitle(errors.length)}</h2></div><div class="kern-alert__body"><p class="kern-body">${texts.errorSummaryIntroduction}</p><ul
class="error-list">${rows}</ul></div></div>
`
}

/** The same from a record of errors by field name. */
export function errorSummaryOf(language: Language, errors: Readonly<Record<string, string>>): Html {
  return errorSummary(
    language,
    Object.entries(errors).map(([field, message]) => ({ field, message })),
  )
}

export type ButtonKind = 'primary' | 'secondary' | 'tertiary'

export interface ButtonOptions {
  readonly kind?: ButtonKind | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly icon?: IconName | undefined
  /** Skips the browser's own checks, for "back" and "save". */
  readonly noValidation?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Read out after the label, to tell equal buttons apart. */
  readonly about?: string | undefined
  /** Another address for this button's form. */
  readonly action?: string | undefined
}

const buttonClasses: Record<ButtonKind, string> = {
  primary: 'kern-btn kern-btn--primary',
  secondary: 'kern-btn kern-btn--secondary',
  tertiary: 'kern-btn kern-btn--tertiary',
}

/** A submit button; primary unless said otherwise. */
export function button(label: string, options: ButtonOptions = {}): Html {
  const own = attributes({
    class: buttonClasses[options.kind ?? 'primary'],
    type: 'submit',
    name: options.name,
    value: options.value,
    formnovalidate: options.noValidation,
    formaction: options.action,
    disabled: options.disabled,
  })
  return html`<button${own}>${buttonContent(label, options)}</button>`
}

export interface LinkButtonOptions {
  readonly kind?: ButtonKind | undefined
  readonly icon?: IconName | undefined
  readonly about?: string | undefined
  readonly download?: boolean | undefined
}

/** A link that looks like a button: for the one action that leads to another page. */
export function linkButton(label: string, href: string, options: LinkButtonOptions = {}): Html {
  return html`<a class="${buttonClasses[options.kind ?? 'primary']}"${attributes({ href, download: options.download })}>${buttonContent(label, options)}</a>`
}

/** Buttons beside each other, below each other where it is narrow. */
export function buttonRow(...buttons: readonly HtmlValue[]): Html {
  return html`<div class="button-row">${buttons}</div>`
}

function buttonContent(label: string, options: Pick<ButtonOptions, 'icon' | 'about'>): Html {
  const about = options.about !== undefined && html`<span class="kern-sr-only"> ${options.about}</span>`
  return html`${options.icon !== undefined && icon(options.icon)}<span class="kern-label">${label}${about}</span>`
}
