// What shows: rows of answers, tables, timelines, cards, texts that open.
import type { Language } from '#kernel/language.ts'
import { attributes, type Html, type HtmlValue, html } from '../html.ts'
import { controlTexts } from './texts.ts'

export interface SummaryRow {
  readonly term: string | Html
  readonly description: Html | string
  readonly change?: { readonly href: string; readonly label?: string | undefined } | undefined
}

/** Terms with what was answered, and a link to change it. */
export function summaryList(rows: readonly SummaryRow[], language: Language = 'de'): Html {
  const change = controlTexts(language).change
  return html`<dl class="summary-list">${rows.map(
    (row) => html`<div class="summary-row"><dt>${row.term}</dt><dd>${row.description}</dd>${
      row.change !== undefined &&
      html`<dd class="summary-change"><a class="kern-link kern-link--no-visited-state" href="${row.change.href}">${row.change.label ?? change}<span class="kern-sr-only">: ${row.term}</span></a></dd>`
    }</div>
`,
  )}</dl>
`
}

export interface TableColumn {
  readonly label: string | Html
  /** Numbers stand right, with digits of equal width. */
  readonly numeric?: boolean | undefined
  /** State of sorting, with the address that sorts by this column. */
  readonly sort?: { readonly href: string; readonly direction?: 'ascending' | 'descending' | undefined } | undefined
}

export interface DataTable {
  readonly caption: string | Html
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly HtmlValue[])[]
  readonly hideCaption?: boolean | undefined
  /** The first column names its row. */
  readonly rowHeaders?: boolean | undefined
  readonly small?: boolean | undefined
  readonly language?: Language | undefined
}

export function dataTable(table: DataTable): Html {
  const label = typeof table.caption === 'string' ? table.caption : controlTexts(table.language ?? 'de').tableScrolls
  const head = table.columns.map((column) => html`<th${headAttributes(column)}>${headContent(column)}</th>`)
  const body = table.rows.map(
    (row) => html`<tr class="kern-table__row">${row.map((value, index) => tableCell(table, value, index))}</tr>
`,
  )
  const small = table.small === true ? ' kern-table--small' : ''
  return html`<div class="kern-table-responsive" role="region" aria-label="${label}" tabindex="0"><table class="kern-table${small}"><caption
class="${table.hideCaption === true ? 'kern-sr-only' : 'kern-title'}">${table.caption}</caption><thead><tr class="kern-table__row">${head}</tr></thead><tbody
class="kern-table__body">${body}</tbody></table></div>
`
}

function headAttributes(column: TableColumn): Html {
  return attributes({
    class: column.numeric === true ? 'kern-table__header kern-table__header--numeric' : 'kern-table__header',
    scope: 'col',
    'aria-sort': column.sort?.direction,
  })
}

function headContent(column: TableColumn): HtmlValue {
  if (column.sort === undefined) return column.label
  const sign = column.sort.direction === undefined ? '↕' : column.sort.direction === 'ascending' ? '↑' : '↓'
  return html`<a class="table-sort" href="${column.sort.href}">${column.label} <span aria-hidden="true">${sign}</span></a>`
}

function tableCell(table: DataTable, value: HtmlValue, index: number): Html {
  if (index === 0 && table.rowHeaders === true) return html`<th class="kern-table__header" scope="row">${value}</th>`
  const numeric = table.columns[index]?.numeric === true
  return html`<td class="${numeric ? 'kern-table__cell kern-table__cell--numeric' : 'kern-table__cell'}">${value}</td>`
}

/** A text that opens on demand. */
export function details(summary: string | Html, content: HtmlValue, options: { readonly open?: boolean | undefined } = {}): Html {
  return html`<details class="kern-accordion"${attributes({ open: options.open })}><summary class="kern-accordion__header"><span
class="kern-title kern-title--small">${summary}</span></summary><div class="kern-accordion__body">${content}</div></details>
`
}

export interface TimelineRow {
  readonly when: string
  readonly title: string | Html
  readonly content?: HtmlValue
  readonly state: 'done' | 'current' | 'future'
}

export function timeline(rows: readonly TimelineRow[], language: Language = 'de'): Html {
  const words = controlTexts(language).progress
  return html`<ol class="timeline">${rows.map(
    (
      row,
    ) => html`<li class="timeline-${row.state}"><p class="timeline-title">${row.title}<span class="kern-sr-only"> (${words[row.state]})</span></p><p
class="timeline-when">${row.when}</p>${row.content !== undefined && html`<div class="timeline-content">${row.content}</div>`}</li>
`,
  )}</ol>
`
}

export interface Card {
  readonly title: string
  readonly href: string
  readonly content?: HtmlValue
  /** Small text above the title. */
  readonly preline?: string | undefined
  readonly level?: 2 | 3 | undefined
}

/** A card whose whole area leads on. */
export function card(options: Card): Html {
  const link = html`<a class="kern-link kern-link--stretched" href="${options.href}">${options.title}</a>`
  const title =
    options.level === 2
      ? html`<h2 class="kern-title kern-title--small">${link}</h2>`
      : html`<h3 class="kern-title kern-title--small">${link}</h3>`
  return html`<div class="kern-card kern-card--interactive"><div class="kern-card__container"><div class="kern-card__header">${
    options.preline !== undefined && html`<p class="kern-preline kern-preline--small">${options.preline}</p>`
  }${title}</div>${options.content !== undefined && html`<div class="kern-card__body">${options.content}</div>`}</div></div>
`
}

/** Cards in a grid that folds by itself. */
export function cardGrid(cards: readonly Html[]): Html {
  return html`<ul class="card-grid">${cards.map((one) => html`<li>${one}</li>`)}</ul>`
}

/** Text for those who listen. */
export function visuallyHidden(text: string): Html {
  return html`<span class="kern-sr-only">${text}</span>`
}

export interface SearchResult {
  readonly title: string
  readonly href: string
  readonly summary?: string | Html | undefined
  /** Short facts below, such as who is responsible, fee, time. */
  readonly facts?: readonly (string | Html)[] | undefined
  readonly preline?: string | undefined
}

export function searchResults(results: readonly SearchResult[]): Html {
  return html`<ol class="search-results">${results.map(
    (
      result,
    ) => html`<li>${result.preline !== undefined && html`<p class="kern-preline kern-preline--small">${result.preline}</p>`}<h2 class="search-result-title"><a
class="kern-link" href="${result.href}">${result.title}</a></h2>${result.summary !== undefined && html`<p class="kern-body">${result.summary}</p>`}${
      result.facts !== undefined &&
      result.facts.length > 0 &&
      html`<ul class="facts">${result.facts.map((fact) => html`<li>${fact}</li>`)}</ul>`
    }</li>
`,
  )}</ol>
`
}
