// Choices: one of several, several of several, yes or no.
import { attributes, type Html, html } from '../html.ts'
import { describedBy, errorOf, type Field, fieldId, labelText } from './field.ts'
import { fieldset } from './fieldset.ts'

export interface Choice {
  readonly value: string
  readonly label: string | Html
  readonly hint?: string | Html | undefined
}

export interface RadioGroup extends Field {
  readonly options: readonly Choice[]
  readonly value?: string | undefined
  /** Short answers such as yes and no beside each other. */
  readonly inline?: boolean | undefined
}

export function radioGroup(field: RadioGroup): Html {
  const choices = field.options.map((option, index) =>
    choice(field, option, { index, kind: 'radio', checked: option.value === field.value }),
  )
  return group(field, choices, field.inline === true)
}

export interface CheckboxGroup extends Field {
  readonly options: readonly Choice[]
  readonly values?: readonly string[] | undefined
}

/** Several checkboxes of one name; the form then holds each chosen value. */
export function checkboxGroup(field: CheckboxGroup): Html {
  const chosen = new Set(field.values ?? [])
  const choices = field.options.map((option, index) =>
    choice(field, option, { index, kind: 'checkbox', checked: chosen.has(option.value) }),
  )
  return group(field, choices, false)
}

export interface Checkbox extends Field {
  readonly checked?: boolean | undefined
  /** What the form holds when it is ticked; without it "yes". */
  readonly value?: string | undefined
}

/** One checkbox with its own label. */
export function checkbox(field: Checkbox): Html {
  const id = fieldId(field.name)
  const box = field.error === undefined ? 'kern-form-check' : 'kern-form-check kern-form-check--error'
  const input = attributes({
    class: inputClasses('checkbox', field.error !== undefined),
    type: 'checkbox',
    id,
    name: field.name,
    value: field.value ?? 'yes',
    checked: field.checked,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error === undefined ? undefined : 'true',
  })
  return html`<div class="${box}"><input${input}><label class="kern-label" for="${id}">${labelText(field)}</label>
${field.hint !== undefined && html`<div class="choice-hint" id="${id}-hint">${field.hint}</div>`}${errorOf(field)}</div>
`
}

function group(field: Field, choices: readonly Html[], horizontal: boolean): Html {
  return fieldset(labelText(field), choices, {
    name: field.name,
    hint: field.hint,
    error: field.error,
    language: field.language,
    frame: field.frame,
    horizontal,
  })
}

interface ChoiceState {
  readonly index: number
  readonly kind: 'radio' | 'checkbox'
  readonly checked: boolean
}

function choice(field: Field, option: Choice, state: ChoiceState): Html {
  const id = state.index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${state.index + 1}`
  const hintId = `${id}-choice-hint`
  const input = attributes({
    class: inputClasses(state.kind, field.error !== undefined),
    type: state.kind,
    id,
    name: field.name,
    value: option.value,
    checked: state.checked,
    'aria-describedby': option.hint === undefined ? undefined : hintId,
  })
  return html`<div class="kern-form-check"><input${input}><label class="kern-label" for="${id}">${option.label}</label>
${option.hint !== undefined && html`<div class="choice-hint" id="${hintId}">${option.hint}</div>`}</div>
`
}

function inputClasses(kind: 'radio' | 'checkbox', wrong: boolean): string {
  if (kind === 'radio') return wrong ? 'kern-form-check__radio kern-form-check__radio--error' : 'kern-form-check__radio'
  return wrong ? 'kern-form-check__checkbox kern-form-check__checkbox--error' : 'kern-form-check__checkbox'
}
