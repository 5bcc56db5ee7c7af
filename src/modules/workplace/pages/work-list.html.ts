// The view of the work list.
import { dayInGermany, formatDayShort } from '#kernel/dates.ts'
import { alert, button, csrfField, type Tab, tabs, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { attributes, type Html, html } from '#web/html.ts'
import type { ShownCase } from '../domain/shown.ts'
import { type ListOrder, type ListTab, type ListView, listQuery, listTabs } from '../domain/work-list.ts'
import { listTexts } from '../texts.ts'
import { caseMarks, deadline, workPage } from './parts.html.ts'

export interface WorkListView {
  readonly view: ListView
  readonly counts: Readonly<Partial<Record<ListTab, number | string>>>
  readonly cases: readonly ShownCase[]
  /** Query of the next page. */
  readonly next: string | undefined
  readonly mayTake: boolean
  readonly taken: { readonly count: number; readonly missed: number } | undefined
}

export function workListPage(frame: Frame, list: WorkListView): Html {
  const { view } = list
  const main = html`<div class="work-head"><h1>${listTexts.title}</h1>${filterForm(frame, view)}</div>
${list.taken !== undefined && takenAlert(list.taken)}
${tabs({ label: listTexts.tabsLabel, tabs: listTabs.map((tab) => tabOf(frame, list, tab)) })}
${list.cases.length === 0 ? emptyList(frame, view) : caseTable(frame, list)}`
  return workPage(frame, { title: `${listTexts.title}: ${listTexts.tabs[view.tab]}`, main })
}

function tabOf(frame: Frame, { view, counts }: WorkListView, tab: ListTab): Tab {
  return {
    label: listTexts.tabs[tab],
    href: frame.href(`/arbeit${listQuery({ ...view, tab, after: undefined })}`),
    current: tab === view.tab,
    count: counts[tab],
  }
}

function filterForm(frame: Frame, view: ListView): Html {
  const own = new URLSearchParams(listQuery({ ...view, words: '', after: undefined }))
  return html`<form class="work-filter" method="get" action="${frame.href('/arbeit')}">${[...own].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${textField({ frame, name: 'wort', label: listTexts.filterLabel, value: view.words, type: 'search', maxLength: 200 })}${button(listTexts.filter, { kind: 'secondary' })}</form>`
}

function takenAlert(taken: { readonly count: number; readonly missed: number }): Html {
  if (taken.count + taken.missed === 0) return alert({ kind: 'warning', title: listTexts.nothingChosen, announce: true })
  return alert({ kind: 'success', title: listTexts.taken(taken.count, taken.missed), announce: true })
}

function emptyList(frame: Frame, view: ListView): Html {
  const [title, hint] = view.words === '' ? listTexts.empty[view.tab] : [listTexts.emptyFiltered(view.words), listTexts.emptyFilteredHint]
  const clear = listQuery({ ...view, words: '', after: undefined })
  return html`<div class="work-empty"><h2>${title}</h2><p>${hint}</p>${
    view.words !== '' && html`<p><a class="kern-link" href="${frame.href(`/arbeit${clear}`)}">${listTexts.clearFilter}</a></p>`
  }</div>`
}

function caseTable(frame: Frame, list: WorkListView): Html {
  const { view } = list
  const table = html`<div class="kern-table-responsive work-table" role="region" aria-label="${listTexts.tabs[view.tab]}" tabindex="0"><table class="kern-table kern-table--small"><caption class="kern-sr-only">${listTexts.title}: ${listTexts.tabs[view.tab]}</caption><thead><tr class="kern-table__row">${
    list.mayTake && html`<th class="kern-table__header work-select" scope="col"><span class="kern-sr-only">${listTexts.select}</span></th>`
  }${head(listTexts.case)}${head(listTexts.applicant)}${head(listTexts.state)}${head(listTexts.assignee)}${sortHead(frame, view, 'due')}${sortHead(frame, view, 'received')}</tr></thead><tbody class="kern-table__body">${list.cases.map(
    (shown) => caseRow(frame, shown, list.mayTake),
  )}</tbody></table></div>`
  const pages = pageLinks(frame, list)
  if (!list.mayTake) return html`${table}${pages}`
  const back = listQuery(view)
  return html`<form method="post" action="${frame.href('/arbeit/uebernehmen')}">${csrfField(frame)}<input type="hidden" name="zurueck" value="${back.slice(1)}">${table}<div class="work-below">${button(listTexts.takeChosen, { kind: 'secondary' })}${pages}</div></form>`
}

function head(label: string): Html {
  return html`<th class="kern-table__header" scope="col">${label}</th>`
}

function sortHead(frame: Frame, view: ListView, order: ListOrder): Html {
  const isSorted = view.order === order
  const direction = order === 'due' ? 'ascending' : 'descending'
  const sign = !isSorted ? '↕' : order === 'due' ? '↑' : '↓'
  const href = frame.href(`/arbeit${listQuery({ ...view, order, after: undefined })}`)
  return html`<th class="kern-table__header"${attributes({ scope: 'col', 'aria-sort': isSorted ? direction : undefined })}><a class="table-sort" href="${href}">${listTexts[order]} <span aria-hidden="true">${sign}</span></a></th>`
}

function caseRow(frame: Frame, shown: ShownCase, mayTake: boolean): Html {
  const path = frame.href(`/arbeit/vorgang/${shown.caseId}`)
  const check = html`<td class="kern-table__cell work-select"><input type="checkbox" name="case" value="${shown.caseId}" aria-label="${listTexts.selectCase(shown.number)}"></td>`
  return html`<tr class="kern-table__row${shown.hasNews && ' is-news'}">${mayTake && check}<td class="kern-table__cell" data-label="${listTexts.case}"><a class="kern-link work-case" href="${path}">${shown.title}</a> ${caseMarks(shown)}<span class="work-number">${shown.number}</span></td><td class="kern-table__cell" data-label="${listTexts.applicant}">${shown.applicant}</td><td class="kern-table__cell" data-label="${listTexts.state}">${shown.state}</td><td class="kern-table__cell" data-label="${listTexts.assignee}">${
    shown.isMine ? listTexts.me : (shown.assignee ?? html`<span class="muted">${listTexts.nobody}</span>`)
  }</td><td class="kern-table__cell" data-label="${listTexts.due}">${deadline(shown.deadline)}</td><td class="kern-table__cell" data-label="${listTexts.received}">${formatDayShort(dayInGermany(shown.receivedAt))}</td></tr>
`
}

function pageLinks(frame: Frame, { view, next }: WorkListView): Html {
  if (view.after === undefined && next === undefined) return html``
  const first = frame.href(`/arbeit${listQuery({ ...view, after: undefined })}`)
  return html`<nav class="work-pages" aria-label="${listTexts.pages}"><ul>${
    view.after !== undefined && html`<li><a class="kern-link" href="${first}">${listTexts.toBeginning}</a></li>`
  }${next !== undefined && html`<li><a class="kern-link" rel="next" href="${frame.href(`/arbeit${next}`)}">${listTexts.more}</a></li>`}</ul></nav>`
}
