// A group of fields under one question.
import { attributes, type Html, type HtmlValue, html } from '../html.ts'
import { describedBy, errorOf, fieldId, hintOf, type InLanguage } from './field.ts'

export interface FieldsetOptions extends InLanguage {
  /** Gives the identifiers of hint and error; needed where there is one. */
  readonly name?: string | undefined
  readonly hint?: string | Html | undefined
  readonly error?: string | undefined
  readonly horizontal?: boolean | undefined
  /** The legend as a large heading, where the group is the page's one question. */
  readonly large?: boolean | undefined
}

export function fieldset(legend: string | Html, content: HtmlValue, options: FieldsetOptions = {}): Html {
  const field = { ...options, name: options.name ?? 'group', label: legend }
  const frameAttributes = attributes({
    class: options.error === undefined ? 'kern-fieldset' : 'kern-fieldset kern-fieldset--error',
    id: options.name === undefined ? undefined : `${fieldId(options.name)}-group`,
    'aria-describedby': describedBy(field),
  })
  const body = options.horizontal === true ? 'kern-fieldset__body kern-fieldset__body--horizontal' : 'kern-fieldset__body'
  return html`<fieldset${frameAttributes}><legend class="${options.large === true ? 'kern-label kern-label--large' : 'kern-label'}">${legend}</legend>
${hintOf(field)}${errorOf(field)}<div class="${body}">${content}</div></fieldset>
`
}
