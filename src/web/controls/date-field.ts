// A date as three fields: day, month, year.
import { attributes, type Html, html } from '../html.ts'
import { type Field, fieldId, labelText, languageOf } from './field.ts'
import { fieldset } from './fieldset.ts'
import { controlTexts } from './texts.ts'

export interface DateValue {
  readonly day?: string | undefined
  readonly month?: string | undefined
  readonly year?: string | undefined
}

export interface DateField extends Field {
  readonly value?: DateValue | undefined
  /** "bday" lets the browser offer the person's birthday. */
  readonly autocomplete?: 'bday' | undefined
}

/** The form holds `name.day`, `name.month` and `name.year`. */
export function dateField(field: DateField): Html {
  const texts = controlTexts(languageOf(field))
  const parts = [
    { part: 'day', label: texts.day, characters: 2, value: field.value?.day },
    { part: 'month', label: texts.month, characters: 2, value: field.value?.month },
    { part: 'year', label: texts.year, characters: 4, value: field.value?.year },
  ] as const
  const inputs = parts.map(({ part, label, characters, value }) => {
    const id = part === 'day' ? fieldId(field.name) : `${fieldId(field.name)}-${part}`
    const wrong = field.error === undefined ? '' : ' kern-form-input__input--error'
    const input = attributes({
      class: `kern-form-input__input ${characters === 2 ? 'kern-form-input__input--width-2' : 'kern-form-input__input--width-4'}${wrong}`,
      id,
      name: `${field.name}.${part}`,
      type: 'text',
      inputmode: 'numeric',
      // Room for a whole pasted date; the script spreads it over the three fields.
      maxlength: part === 'day' ? 10 : characters,
      value: value === '' ? undefined : value,
      autocomplete: field.autocomplete === undefined ? 'off' : `bday-${part}`,
      'aria-invalid': field.error === undefined ? undefined : 'true',
    })
    return html`<div class="kern-form-input"><label class="kern-label" for="${id}">${label}</label><input${input}></div>
`
  })
  const hint = field.hint ?? texts.dateExample
  const options = { name: field.name, hint, error: field.error, language: field.language, frame: field.frame }
  return fieldset(labelText(field), html`<div class="date-parts" data-date-parts>${inputs}</div>`, options)
}
