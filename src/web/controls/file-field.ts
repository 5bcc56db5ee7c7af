// Choosing files, and the list of those that are here already.
import { attributes, type Html, html } from '../html.ts'
import { describedBy, errorOf, type Field, fieldId, hintOf, type InLanguage, labelText, languageOf } from './field.ts'
import { icon } from './icon.ts'
import { controlTexts } from './texts.ts'

export interface FileField extends Field {
  /** Media types and endings for the chooser, such as "application/pdf,image/*". */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  readonly files?: readonly FileRow[] | undefined
  /** Attributes for the upload script of the forms, such as `data-upload`. */
  readonly data?: Readonly<Record<`data-${string}`, string>> | undefined
}

/** A file that is here; sizes and names as they shall be read. */
export interface FileRow {
  readonly name: string
  readonly size: string
  readonly href?: string | undefined
  readonly status?: string | Html | undefined
  /** A submit button of the surrounding form. */
  readonly remove?: { readonly name: string; readonly value: string } | undefined
}

export function fileField(field: FileField): Html {
  const id = fieldId(field.name)
  const texts = controlTexts(languageOf(field))
  const input = attributes({
    class: field.error === undefined ? 'kern-form-input__input' : 'kern-form-input__input kern-form-input__input--error',
    id,
    name: field.name,
    type: 'file',
    accept: field.accept,
    multiple: field.multiple,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error === undefined ? undefined : 'true',
    'data-choose': field.multiple === true ? texts.chooseFiles : texts.chooseFile,
    ...field.data,
  })
  const box = field.error === undefined ? 'kern-form-input' : 'kern-form-input kern-form-input--error'
  return html`<div class="${box}"><label class="kern-label" for="${id}">${labelText(field)}</label>
${hintOf(field)}${errorOf(field)}<input${input}></div>
${field.files !== undefined && field.files.length > 0 && fileList(field.files, field)}`
}

/** Files with name, size and, where given, a button that removes. */
export function fileList(files: readonly FileRow[], options: InLanguage & { readonly title?: string | undefined } = {}): Html {
  const texts = controlTexts(languageOf(options))
  return html`<div class="file-list"><p class="kern-label">${options.title ?? texts.filesSoFar}</p><ul>${files.map((file) => fileRow(file, texts.remove))}</ul></div>
`
}

function fileRow(file: FileRow, remove: string): Html {
  const name =
    file.href === undefined
      ? html`<span class="file-name">${file.name}</span>`
      : html`<a class="kern-link file-name" href="${file.href}">${file.name}</a>`
  const button =
    file.remove !== undefined &&
    html`<button class="kern-btn kern-btn--tertiary" type="submit" name="${file.remove.name}" value="${file.remove.value}" formnovalidate>${icon('delete')}<span
class="kern-label">${remove}<span class="kern-sr-only"> ${file.name}</span></span></button>`
  return html`<li>${name}<span class="file-size">${file.size}</span>${file.status !== undefined && html`<span class="file-status">${file.status}</span>`}${button}</li>`
}
