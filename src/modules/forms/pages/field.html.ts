// A question as a control.
import { inLanguage, type Language } from '#kernel/language.ts'
import { checkboxGroup, dateField, type FileRow, fileField, radioGroup, selectField, textArea, textField } from '#web/controls/index.ts'
import { type Html, html } from '#web/html.ts'
import type { Choice, Field } from '../domain/definition.ts'
import { shownIn, splitDayParts } from '../domain/values.ts'
import type { FormsTexts } from '../texts/index.ts'

export interface ShownQuestion {
  readonly name: string
  readonly field: Field
  /** As stored; for `choices` and `file` see `values` and `files`. */
  readonly value: string
  readonly values: readonly string[]
  readonly choices: readonly Choice[]
  readonly files: readonly FileRow[]
  readonly error?: string
  /** Where a value comes from that the person has not typed. */
  readonly origin?: 'account' | 'card'
  /** The authority asks to look at it again. */
  readonly isMarked: boolean
  /** For uploads by script. */
  readonly uploadTo?: string
}

export function questionControl(question: ShownQuestion, language: Language, texts: FormsTexts): Html {
  const { field, name, value } = question
  if (field.type === 'note') return html`<p class="kern-body">${inLanguage(field.label, language)}</p>`
  if (field.type === 'hidden') return html``
  const base = {
    name,
    label: inLanguage(field.label, language),
    hint: hintOf(question, language, texts),
    language,
    optional: field.occurs.min === 0,
    error: question.error,
  }
  const shown = value === '' ? '' : shownIn(field, value)
  switch (field.type) {
    case 'day':
    case 'partial-day':
      return dateField({ ...base, value: splitDayParts(shown), ...(field.autocomplete === 'bday' ? { autocomplete: 'bday' } : {}) })
    case 'yes-no':
      return radioGroup({ ...base, value, inline: true, options: yesNo[language] })
    case 'choice':
    case 'country':
      return choiceControl(base, question, language)
    case 'choices':
      return checkboxGroup({ ...base, values: question.values, options: optionsOf(question.choices, language) })
    case 'file':
      return fileControl(base, question, texts)
    case 'long-text':
      return textArea({ ...base, value: shown, maxLength: field.maxLength ?? 4_000 })
    default:
      return textField({
        ...base,
        value: shown,
        ...lookOf(field),
        ...(field.autocomplete === undefined ? {} : { autocomplete: field.autocomplete }),
      })
  }
}

interface Base {
  readonly name: string
  readonly label: string
  readonly hint: Html | undefined
  readonly language: Language
  readonly optional: boolean
  readonly error: string | undefined
}

const yesNo = {
  de: [
    { value: 'yes', label: 'Ja' },
    { value: 'no', label: 'Nein' },
  ],
  en: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
  plain: [
    { value: 'yes', label: 'Ja' },
    { value: 'no', label: 'Nein' },
  ],
} as const satisfies Record<Language, unknown>

function choiceControl(base: Base, { choices, value, field }: ShownQuestion, language: Language): Html {
  const options = optionsOf(choices, language)
  if (choices.length > 7)
    return selectField({ ...base, value, options, ...(field.autocomplete === undefined ? {} : { autocomplete: field.autocomplete }) })
  return radioGroup({ ...base, value, options })
}

function optionsOf(choices: readonly Choice[], language: Language): readonly { value: string; label: string; hint?: string }[] {
  return choices.map(({ value, label, hint }) => ({
    value,
    label: inLanguage(label, language),
    ...(hint === undefined ? {} : { hint: inLanguage(hint, language) }),
  }))
}

function fileControl(base: Base, question: ShownQuestion, texts: FormsTexts): Html {
  const { field, uploadTo } = question
  const words = texts.upSomewhere
  const most = field.occurs.max
  const data =
    uploadTo === undefined
      ? {}
      : {
          data: {
            'data-upload': uploadTo,
            'data-uploading': words.uploading,
            'data-waiting': words.waiting,
            'data-done': words.done,
            'data-cancel': words.cancel,
            'data-broken': texts.fileProblems.broken,
            'data-too-large': texts.fileProblems['too-large'],
            'data-max-bytes': String(field.maxBytes ?? 500_000_000),
          },
        }
  const isFull = most !== null && question.files.length >= most
  const accept = field.mediaTypes?.join(',') ?? 'application/pdf,image/jpeg,image/png'
  return html`${fileField({ ...base, accept, multiple: most !== 1, files: question.files, ...data })}${
    !isFull &&
    html`<div class="button-row"><button class="kern-btn kern-btn--secondary" type="submit" name="go" value="upload" formnovalidate data-upload-button><span class="kern-label">${texts.upload}<span class="kern-sr-only">: ${base.label}</span></span></button></div>`
  }`
}

function lookOf(field: Field): Partial<Parameters<typeof textField>[0]> {
  switch (field.type) {
    case 'integer':
      return { inputMode: 'numeric', width: 'm' }
    case 'decimal':
      return { inputMode: 'decimal', width: 'm' }
    case 'money':
      return { inputMode: 'decimal', width: 'm', unit: '€' }
    case 'email':
      return { type: 'email', autocomplete: 'email', spellcheck: false }
    case 'phone':
      return { type: 'tel', autocomplete: 'tel', width: 'm' }
    case 'iban':
      return { spellcheck: false, width: 'l' }
    case 'postal-code':
      return { inputMode: 'numeric', width: 's', autocomplete: 'postal-code' }
    case 'time':
      return { width: 's' }
    case 'name':
      return { spellcheck: false }
    default:
      return (field.maxLength ?? 99) <= 10 ? { width: 's' } : {}
  }
}

function hintOf({ field, origin, isMarked }: ShownQuestion, language: Language, texts: FormsTexts): Html | undefined {
  const parts = [
    ...(isMarked ? [html`<strong>${texts.checkAgain}</strong>`] : []),
    ...(field.hint === undefined ? [] : [html`${inLanguage(field.hint, language)}`]),
    ...(field.type === 'file' ? [html`${fileRule(field, texts)}`] : []),
    ...(field.why === undefined ? [] : [html`${texts.why} ${inLanguage(field.why, language)}`]),
    ...(origin === undefined ? [] : [html`<em>${origin === 'card' ? texts.fromCard : texts.fromAccount}</em>`]),
  ]
  return parts.length === 0 ? undefined : html`${parts.map((part, index) => html`${index > 0 && html`<br>`}${part}`)}`
}

const typeNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/*': 'JPG, PNG',
  'image/tiff': 'TIFF',
  'text/plain': 'Text',
  'text/csv': 'CSV',
  'application/xml': 'XML',
  'application/zip': 'ZIP',
}

function fileRule(field: Field, texts: FormsTexts): string {
  const types = (field.mediaTypes ?? ['application/pdf', 'image/jpeg', 'image/png']).map((type) => typeNames[type] ?? type)
  return texts.fileRule(types.join(', '), sizeText(field.maxBytes ?? 500_000_000), field.occurs.max)
}

/** "1,2 MB" in units of 1000, as people's file lists show it. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`
  return `${(bytes / 1_000_000).toLocaleString('de', { maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 })} MB`
}
