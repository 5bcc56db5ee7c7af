// The view of the work list.
import { dayInGermany, formatDayShort } from '#kernel/dates.ts'
import { alert, button, csrfField, selectField, type Tab, tabs, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { attributes, type Html, html } from '#web/html.ts'
import type { ShownCase } from '../domain/shown.ts'
import type { UndoOffer } from '../domain/undo-offer.ts'
import { type ListOrder, type ListTab, type ListView, listQuery, listTabs } from '../domain/work-list.ts'
import { listTexts } from '../texts.ts'
import { caseMarks, deadline, workPage } from './parts.html.ts'
import { type SavedViews, viewForms, viewLinks, viewProblems } from './saved-views.html.ts'
import { doneNotice } from './undo.html.ts'

/** What was done just now, and how it is taken back. */
export interface ListNotice {
  readonly kind: 'success' | 'warning'
  readonly title: string
  readonly offer?: UndoOffer | undefined
}

export interface WorkListView {
  readonly view: ListView
  readonly counts: Readonly<Partial<Record<ListTab, number | string>>>
  /** Services that the list can be narrowed to. */
  readonly services: readonly { readonly value: string; readonly label: string }[]
  readonly saved: SavedViews
  readonly cases: readonly ShownCase[]
  /** Query of the next page. */
  readonly next: string | undefined
  readonly mayTake: boolean
  readonly notice: ListNotice | undefined
}

export function workListPage(frame: Frame, list: WorkListView): Html {
  const { view, saved } = list
  const isFirst = view.after === undefined
  const count = listTexts.count(list.cases.length, list.next !== undefined, isFirst)
  // The region of the status stands outside of what a script replaces, else nobody would hear it.
  const main = html`${viewProblems(frame, saved)}<div class="work-head"><h1>${listTexts.title}</h1>${filterForm(frame, list)}</div>
${list.notice !== undefined && noticeOf(frame, list.notice, list)}
<p class="kern-sr-only" role="status" data-list-status></p>
<div data-list-results>${tabs({ label: listTexts.tabsLabel, tabs: listTabs.map((tab) => tabOf(frame, list, tab)) })}${viewLinks(frame, saved)}
<div class="list-line"><p class="list-count" data-list-count>${count}</p></div>
${list.cases.length === 0 ? emptyList(frame, list) : caseTable(frame, list)}
${viewForms(frame, saved)}</div>`
  return workPage(frame, {
    title: `${listTexts.title}: ${saved.current?.name ?? listTexts.tabs[view.tab]}`,
    main,
    errors: saved.problem === undefined ? 0 : 1,
    scripts: ['scripts/list-search.js'],
  })
}

function tabOf(frame: Frame, { view, counts }: WorkListView, tab: ListTab): Tab {
  return {
    label: listTexts.tabs[tab],
    href: frame.href(`/arbeit${listQuery({ ...view, tab, after: undefined })}`),
    current: tab === view.tab,
    count: counts[tab],
  }
}

function filterForm(frame: Frame, { view, services }: WorkListView): Html {
  const own = new URLSearchParams(listQuery({ ...view, words: '', service: '', after: undefined }))
  const kept = [...own].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  const words = textField({
    ...{ frame, name: 'wort', label: listTexts.filterLabel, value: view.words, type: 'search', maxLength: 200 },
    autocomplete: 'off',
  })
  const service = selectField({
    frame,
    name: 'dienst',
    label: listTexts.service,
    options: services,
    value: view.service,
    empty: listTexts.allServices,
  })
  return html`<form class="work-filter" method="get" action="${frame.href('/arbeit')}" data-list-search>${kept}${words}${
    services.length > 0 && service
  }${button(listTexts.filter, { kind: 'secondary' })}</form>`
}

function noticeOf(frame: Frame, { kind, title, offer }: ListNotice, { view }: WorkListView): Html {
  if (kind === 'warning') return alert({ kind, title, announce: true })
  return doneNotice(frame, { title, offer, path: '/arbeit/rueckgaengig', back: listQuery(view).slice(1) })
}

function emptyList(frame: Frame, { view, services }: WorkListView): Html {
  const isNarrowed = view.words !== '' || view.service !== ''
  const service = services.find((one) => one.value === view.service)?.label ?? ''
  const [title, hint] = isNarrowed ? [listTexts.emptyFiltered(view.words, service), listTexts.emptyFilteredHint] : listTexts.empty[view.tab]
  const clear = listQuery({ ...view, words: '', service: '', after: undefined })
  return html`<div class="work-empty"><h2>${title}</h2><p>${hint}</p>${
    isNarrowed && html`<p><a class="kern-link" href="${frame.href(`/arbeit${clear}`)}">${listTexts.clearFilter}</a></p>`
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
