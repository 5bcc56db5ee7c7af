// The view of one invoice for clerks: facts, what to do, steps, and the readable invoice with its findings.
import { formatDayShort, formatInstant } from '#kernel/dates.ts'
import { alert, badge, errorSummary, type SummaryRow, summaryList, timeline } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { refersToEarlier } from '../domain/work-invoice.ts'
import type { ShownWork, WorkProblem } from '../domain/work-shown.ts'
import { stepTexts, workTexts } from '../texts/work.ts'
import { invoiceView } from './invoice-view.html.ts'
import { workForms } from './work-forms.html.ts'
import { dayMark, invoicePath, invoiceWorkPage, money, stateBadge, typeWord, wayBack } from './work-parts.html.ts'

export interface WorkView extends ShownWork {
  readonly problem: WorkProblem | undefined
  readonly isSaved: boolean
}

export function workInvoicePage(frame: Frame, work: WorkView): Html {
  const { invoice, problem, view } = work
  const title = `${typeWord(invoice)} ${invoice.number}`
  const main = html`${wayBack(frame, [{ label: workTexts.toInbox, path: '/arbeit/rechnungen' }])}
${problem !== undefined && problemOf(frame, problem)}
<div class="work-head"><h1>${title}<span class="work-subtitle">${workTexts.from} ${invoice.sellerName}</span></h1><p class="work-marks">${
    refersToEarlier(invoice.typeCode) && badge('info', typeWord(invoice))
  }${stateBadge(invoice.state)}</p></div>
${work.isSaved && alert({ kind: 'success', title: workTexts.saved, announce: true })}
${invoice.currency !== 'EUR' && alert({ kind: 'warning', title: workTexts.foreign(invoice.currency) })}
<div class="case-top"><section class="case-facts" aria-label="${workTexts.facts}">${summaryList(facts(frame, work))}</section>${workForms(frame, work, problem)}</div>
<section aria-labelledby="steps"><h2 id="steps">${workTexts.steps}</h2>${steps(work)}</section>
<section aria-label="${workTexts.view}">${view === undefined ? html`<p>${workTexts.noView}</p>` : invoiceView(view, undefined, false)}</section>`
  return invoiceWorkPage(frame, {
    title: `${title}, ${invoice.sellerName}`,
    main,
    errors: problem?.field === undefined ? 0 : 1,
  })
}

function problemOf(frame: Frame, { field, message }: WorkProblem): Html {
  return field === undefined
    ? alert({ kind: 'warning', title: message, announce: true })
    : errorSummary(frame.language, [{ field, message }])
}

function facts(frame: Frame, work: WorkView): readonly SummaryRow[] {
  const { invoice, due, discount, original } = work
  const row = (term: string, description: Html | string | undefined): readonly SummaryRow[] =>
    description === undefined ? [] : [{ term, description }]
  const [terms] = invoice.discounts.toSorted((one, other) => one.days - other.days)
  return [
    ...row(workTexts.payable, money(invoice.payable, invoice.currency)),
    ...row(workTexts.agreed, invoice.agreed === undefined ? undefined : money(invoice.agreed, invoice.currency)),
    ...row(workTexts.due, due === undefined ? undefined : dayMark(due)),
    ...row(
      workTexts.discount,
      discount &&
        html`${dayMark(discount)}${terms !== undefined && html`<span class="fact-rule">${workTexts.discountTerms(terms.percent.replace('.', ','), terms.days)}</span>`}`,
    ),
    ...row(workTexts.assignee, work.isMine ? 'ich' : work.assignee),
    ...row(workTexts.order, invoice.orderReference),
    ...row(workTexts.account, account(work)),
    ...links(frame, work),
    ...row(
      workTexts.received,
      html`${formatInstant(original.receivedAt)}<span class="fact-rule">${workTexts.receiptNumber} ${original.number}</span>`,
    ),
    ...row(
      workTexts.original,
      html`<a class="kern-link" href="${frame.href(invoicePath(invoice, '/original'))}" download>${original.fileName}</a> (${size(original.sizeBytes)})<span class="fact-rule">${workTexts.originalNote}</span>`,
    ),
    ...row(
      workTexts.dossier,
      mayOpenDossier(frame) && invoice.dossier !== undefined
        ? html`<a class="kern-link" href="${frame.href(`/arbeit/akte/${invoice.dossier}`)}">${workTexts.toDossier}</a>`
        : undefined,
    ),
  ]
}

/** Those to whom the route of dossiers is open; the cash office is not among them. */
function mayOpenDossier({ staff }: Frame): boolean {
  return staff?.roles.some((role) => role === 'clerk' || role === 'lead' || role === 'registry' || role === 'auditor') === true
}

function account({ invoice }: WorkView): Html | string {
  const { assignment } = invoice
  if (assignment === undefined) return workTexts.noAccount
  const fields = Object.entries(assignment.fields).map(([name, value]) => `${workTexts.fields[name] ?? name} ${value}`)
  return html`${fields.join(', ')}<span class="fact-rule">${workTexts.systems[assignment.system]}</span>`
}

/** What it corrects and what corrects it. */
function links(frame: Frame, { invoice, corrected, correctedBy }: WorkView): readonly SummaryRow[] {
  const link = (one: WorkView['invoice']): Html =>
    html`<a class="kern-link" href="${frame.href(invoicePath(one))}">${typeWord(one)} ${one.number}</a> <span class="muted">${formatDayShort(one.issuedOn)}, ${money(one.payable, one.currency)}</span>`
  const isOpen = corrected === undefined && refersToEarlier(invoice.typeCode)
  return [
    ...(corrected === undefined ? [] : [{ term: workTexts.corrects, description: link(corrected) }]),
    ...(isOpen ? [{ term: workTexts.corrects, description: workTexts.noCorrects }] : []),
    ...correctedBy.map((one) => ({ term: workTexts.correctedBy, description: link(one) })),
  ]
}

function steps({ steps: done, original }: WorkView): Html {
  const rows = done.map((step) => ({
    when: `${formatInstant(step.at)}, ${step.actor.kind === 'staff' || step.actor.kind === 'system' ? step.actor.name : workTexts.supplier}`,
    title: stepTexts[step.kind],
    ...(step.text === undefined ? {} : { content: html`<p class="written">${step.text}</p>` }),
    state: 'done' as const,
  }))
  const first = { when: formatInstant(original.receivedAt), title: workTexts.received, state: 'done' as const }
  return timeline([...rows.toReversed(), first])
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} Byte`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
