// Fields for text: one line, several lines, one of a list.
import { attributes, type Html, html } from '../html.ts'
import { describedBy, errorOf, type Field, fieldId, hintOf, labelText, languageOf } from './field.ts'
import { controlTexts } from './texts.ts'

export type FieldWidth = 's' | 'm' | 'l'

export interface TextField extends Field {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'number' | 'url' | undefined
  readonly autocomplete?: string | undefined
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url' | undefined
  readonly maxLength?: number | undefined
  /** s: up to 6 characters, m: up to 20, l: the full line (as without). */
  readonly width?: FieldWidth | undefined
  readonly spellcheck?: boolean | undefined
  /** Shown after the field, such as "€". */
  readonly unit?: string | undefined
  readonly readOnly?: boolean | undefined
  /** Id of a datalist with suggestions. */
  readonly list?: string | undefined
}

export function textField(field: TextField): Html {
  const id = fieldId(field.name)
  const unitId = `${id}-unit`
  const input = html`<input${attributes({
    class: inputClass(field.error, field.width),
    id,
    name: field.name,
    // A number field changes by the mouse wheel and swallows letters; a text field with the right keyboard does neither.
    type: field.type === 'number' ? 'text' : (field.type ?? 'text'),
    inputmode: field.inputMode ?? (field.type === 'number' ? 'numeric' : undefined),
    value: field.value === '' ? undefined : field.value,
    autocomplete: field.autocomplete,
    maxlength: field.maxLength,
    list: field.list,
    readonly: field.readOnly,
    spellcheck: field.spellcheck === undefined ? undefined : String(field.spellcheck),
    'aria-describedby': describedBy(field, field.unit === undefined ? '' : unitId),
    'aria-invalid': field.error === undefined ? undefined : 'true',
  })}>`
  const body =
    field.unit === undefined
      ? input
      : html`<div class="field-unit">${input}<span class="kern-body" id="${unitId}">${field.unit}</span></div>`
  return fieldBox(field, body)
}

export interface TextArea extends Field {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  /** With it the field says how many characters fit, and counts while one types. */
  readonly maxLength?: number | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
}

export function textArea(field: TextArea): Html {
  const id = fieldId(field.name)
  const texts = controlTexts(languageOf(field))
  const limit = field.maxLength
  const count =
    limit !== undefined &&
    html`<p class="field-count" id="${id}-count" data-character-count="${limit}" data-for="${id}" data-left="${texts.charactersLeft}"
data-over="${texts.charactersOver}">${texts.charactersAllowed(limit)}</p>`
  const area = html`<textarea${attributes({
    class: inputClass(field.error, 'l'),
    id,
    name: field.name,
    rows: field.rows ?? 5,
    autocomplete: field.autocomplete,
    spellcheck: field.spellcheck === undefined ? undefined : String(field.spellcheck),
    'aria-describedby': describedBy(field, limit === undefined ? '' : `${id}-count`),
    'aria-invalid': field.error === undefined ? undefined : 'true',
  })}>
${field.value}</textarea>`
  return fieldBox(field, html`${area}${count}`)
}

export interface SelectField extends Field {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value?: string | undefined
  readonly autocomplete?: string | undefined
  /** The first, empty choice; false leaves it out. */
  readonly empty?: string | false | undefined
  readonly width?: FieldWidth | undefined
}

export function selectField(field: SelectField): Html {
  const empty = field.empty ?? controlTexts(languageOf(field)).chooseOne
  const select = attributes({
    class: field.error === undefined ? 'kern-form-input__select' : 'kern-form-input__select kern-form-input__select--error',
    id: fieldId(field.name),
    name: field.name,
    autocomplete: field.autocomplete,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error === undefined ? undefined : 'true',
  })
  const options = field.options.map(
    (option) => html`<option${attributes({ value: option.value, selected: option.value === field.value })}>${option.label}</option>`,
  )
  const width = field.width === undefined ? '' : ` field-width-${field.width}`
  return fieldBox(
    field,
    html`<div class="kern-form-input__select-wrapper${width}"><select${select}>${empty !== false && html`<option value="">${empty}</option>`}${options}</select></div>`,
  )
}

function fieldBox(field: Field, input: Html): Html {
  const box = field.error === undefined ? 'kern-form-input' : 'kern-form-input kern-form-input--error'
  return html`<div class="${box}"><label class="kern-label" for="${fieldId(field.name)}">${labelText(field)}</label>
${hintOf(field)}${errorOf(field)}${input}</div>
`
}

export function inputClass(error: string | undefined, width: FieldWidth | undefined): string {
  const wrong = error === undefined ? '' : ' kern-form-input__input--error'
  return `kern-form-input__input${wrong}${width === undefined ? '' : ` field-width-${width}`}`
}
