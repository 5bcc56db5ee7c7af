// The `html` template tag: every value is escaped, raw HTML has one audited constructor.

const special = /[&<>"']/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Markup that is safe to send; made by `html` or `rawHtml` only. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
  toString(): string {
    return this.markup
  }
}

/** What may stand in a template: lists are joined, `false`, null and undefined write nothing. */
export type HtmlValue = Html | string | number | bigint | false | null | undefined | readonly HtmlValue[]

/** Writes markup with every value escaped. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = parts[0] ?? ''
  for (let index = 0; index < values.length; index++) markup += write(values[index]) + (parts[index + 1] ?? '')
  return new Html(markup)
}

/** Text as it must stand in markup or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(special, (character) => entities[character] ?? character)
}

/**
 * Markup from elsewhere, unescaped. The only door for it: callers pass our own constant
 * markup (icons), never anything a person or another program wrote.
 */
export function rawHtml(markup: string): Html {
  return new Html(markup)
}

/** Attributes from a record: true stands bare, false and undefined are left out. */
export function attributes(record: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  let markup = ''
  for (const [name, value] of Object.entries(record)) {
    if (value === true) markup += ` ${name}`
    else if (value !== false && value !== undefined) markup += ` ${name}="${escapeHtml(String(value))}"`
  }
  return new Html(markup)
}

function write(value: HtmlValue): string {
  if (value instanceof Html) return value.markup
  if (typeof value === 'string') return escapeHtml(value)
  if (value === undefined || value === null || value === false) return ''
  if (typeof value === 'object') return value.map(write).join('')
  return String(value)
}
