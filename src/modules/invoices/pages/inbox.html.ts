// The view of the clerks' inbox: tabs by state, a filter, one line for each invoice.
import { button, dataTable, selectField, tabs, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { dueChoices, type InboxQuery, type InboxTab, inboxAddress, inboxTabs, pageSize } from '../domain/work-filter.ts'
import { isCreditNote } from '../domain/work-invoice.ts'
import type { ShownChoice, ShownRow } from '../domain/work-shown.ts'
import { inboxTexts } from '../texts/work.ts'
import { dayMark, invoicePath, invoiceWorkPage, money, stateBadge, typeWord } from './work-parts.html.ts'

export interface InboxView {
  readonly query: InboxQuery
  readonly counts: Readonly<Record<InboxTab, number>>
  readonly total: number
  readonly rows: readonly ShownRow[]
  readonly staff: readonly ShownChoice[]
  readonly toClear: number
}

export function inboxPage(frame: Frame, view: InboxView): Html {
  const { query, rows } = view
  const isCashier = frame.staff?.roles.includes('cashier') === true
  const main = html`<div class="work-head"><h1>${inboxTexts.title}</h1><p class="work-marks">${isCashier && html`<a class="kern-link" href="${frame.href('/arbeit/rechnungen/zahllauf')}">${inboxTexts.payments}</a>`}<a class="kern-link" href="${frame.href('/arbeit/rechnungen/klaerung')}">${inboxTexts.clearing(view.toClear)}</a>${
    frame.staff?.roles.includes('cashier') === true &&
    html`<a class="kern-link" href="${frame.href('/arbeit/rechnungen/zahllauf')}">${inboxTexts.run}</a>`
  }</p></div>
${filterForm(frame, view)}
${tabs({
  label: inboxTexts.tabsLabel,
  tabs: inboxTabs.map((tab) => ({
    label: inboxTexts.tabs[tab],
    href: frame.href(inboxAddress(query, { tab })),
    current: tab === query.tab,
    count: view.counts[tab],
  })),
})}
<div class="list-line"><p class="list-count" role="status">${inboxTexts.count(view.total)}</p></div>
${rows.length === 0 ? empty(frame, query) : table(frame, rows, query.tab)}${pages(frame, view)}`
  return invoiceWorkPage(frame, { title: `${inboxTexts.title}: ${inboxTexts.tabs[query.tab]}`, main })
}

function filterForm(frame: Frame, { query, staff }: InboxView): Html {
  const words = textField({
    ...{ frame, name: 'von', label: inboxTexts.words, value: query.words, type: 'search', maxLength: 100, autocomplete: 'off' },
  })
  const due = selectField({
    ...{ frame, name: 'frist', label: inboxTexts.due, value: query.due, empty: inboxTexts.allDue },
    options: dueChoices.map((value) => ({ value, label: inboxTexts.dueChoices[value] })),
  })
  const who = selectField({
    ...{ frame, name: 'bei', label: inboxTexts.with, value: query.with, empty: inboxTexts.everybody },
    options: [{ value: 'ich', label: inboxTexts.me }, { value: 'niemand', label: inboxTexts.nobody }, ...staff],
  })
  return html`<form class="work-filter" method="get" action="${frame.href('/arbeit/rechnungen')}"><input type="hidden" name="stand" value="${query.tab}">${words}${due}${who}${button(inboxTexts.filter, { kind: 'secondary' })}</form>`
}

function empty(frame: Frame, query: InboxQuery): Html {
  const isNarrowed = query.words !== '' || query.due !== undefined || query.with !== undefined
  const clear = inboxAddress({ ...query, words: '', due: undefined, with: undefined })
  return isNarrowed
    ? html`<div class="work-empty"><h2>${inboxTexts.emptyFiltered}</h2><p><a class="kern-link" href="${frame.href(clear)}">${inboxTexts.clear}</a></p></div>`
    : html`<div class="work-empty"><h2>${inboxTexts.empty}</h2><p>${inboxTexts.emptyHint}</p></div>`
}

function table(frame: Frame, rows: readonly ShownRow[], tab: InboxTab): Html {
  const hasState = tab === 'alle' || tab === 'erledigt' || tab === 'freigegeben'
  return dataTable({
    caption: `${inboxTexts.title}: ${inboxTexts.tabs[tab]}`,
    hideCaption: true,
    rowHeaders: true,
    small: true,
    columns: [
      { label: inboxTexts.invoice },
      { label: inboxTexts.amount, numeric: true },
      { label: inboxTexts.dueOn },
      { label: inboxTexts.discountUntil },
      { label: inboxTexts.assignee },
      ...(hasState ? [{ label: inboxTexts.state }] : []),
    ],
    rows: rows.map((row) => [
      html`<a class="kern-link work-case" href="${frame.href(invoicePath(row.invoice))}">${row.invoice.sellerName}</a><span class="work-number">${typeWord(row.invoice)} ${row.invoice.number}</span>`,
      money(amountOf(row.invoice), row.invoice.currency),
      row.due === undefined ? inboxTexts.noDay : dayMark(row.due),
      row.discount === undefined ? '–' : dayMark(row.discount),
      row.isMine ? inboxTexts.mine : (row.assignee ?? html`<span class="muted">${inboxTexts.unassigned}</span>`),
      ...(hasState ? [stateBadge(row.invoice.state)] : []),
    ]),
  })
}

function pages(frame: Frame, { query, total }: InboxView): Html {
  const last = Math.max(Math.ceil(total / pageSize), 1)
  if (query.page === 1 && last === 1) return html``
  const link = (page: number, label: string, rel: string): Html =>
    html`<li><a class="kern-link" rel="${rel}" href="${frame.href(inboxAddress(query, { page }))}">${label}</a></li>`
  return html`<nav class="work-pages" aria-label="${inboxTexts.pages}"><ul>${query.page > 1 && link(query.page - 1, inboxTexts.previous, 'prev')}${
    query.page < last && link(query.page + 1, inboxTexts.next, 'next')
  }</ul></nav>`
}

/** What a credit note is worth comes back to the house. */
function amountOf(invoice: ShownRow['invoice']): bigint {
  return isCreditNote(invoice.typeCode) ? -invoice.payable : (invoice.agreed ?? invoice.payable)
}
