// The views of the clearing desk: what waits for a decision, and one of them with what can be decided.
import { dayInGermany, formatDayShort, formatInstant } from '#kernel/dates.ts'
import { alert, badge, button, csrfField, dataTable, details, errorSummary, selectField, summaryList } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import type { InvoiceView } from '../domain/invoice-view.ts'
import type { ReceiptState } from '../domain/states.ts'
import type { ReceiptId } from '../domain/work-invoice.ts'
import type { ShownChoice } from '../domain/work-shown.ts'
import { clearingTexts, workTexts } from '../texts/work.ts'
import { invoiceView } from './invoice-view.html.ts'
import { invoiceWorkPage, wayBack } from './work-parts.html.ts'

export interface ShownReceipt {
  readonly receiptId: ReceiptId
  readonly number: string
  readonly state: ReceiptState
  readonly fileName: string
  readonly sender: string | undefined
  readonly receivedAt: Date
  readonly sellerName: string | undefined
  readonly invoiceNumber: string | undefined
  /** As written in the invoice. */
  readonly buyerReference: string | undefined
}

const path = '/arbeit/rechnungen/klaerung'

/** Word of the address for a decision that came too late. */
export const late = 'entschieden'

export function clearingPage(frame: Frame, receipts: readonly ShownReceipt[], doneWord: string | undefined): Html {
  const { columns } = clearingTexts
  const saved = doneWord === undefined ? undefined : clearingTexts.done[doneWord]
  const table = dataTable({
    caption: clearingTexts.list,
    hideCaption: true,
    rowHeaders: true,
    small: true,
    columns: [{ label: columns.file }, { label: columns.seller }, { label: columns.reason }, { label: columns.receivedAt }],
    rows: receipts.map((receipt) => [
      html`<a class="kern-link work-case" href="${frame.href(`${path}/${receipt.receiptId}`)}">${receipt.number}</a><span class="work-number">${receipt.fileName}</span>`,
      receipt.sellerName ?? clearingTexts.unknownSeller,
      clearingTexts.states[receipt.state] ?? '',
      formatDayShort(dayInGermany(receipt.receivedAt)),
    ]),
  })
  const main = html`${wayBack(frame, [{ label: workTexts.toInbox, path: '/arbeit/rechnungen' }])}
<h1>${clearingTexts.title}</h1><p>${clearingTexts.introduction}</p>
${saved !== undefined && alert({ kind: 'success', title: saved, announce: true })}
${doneWord === late && alert({ kind: 'warning', title: clearingTexts.refusals['wrong-state'], announce: true })}
${receipts.length === 0 ? html`<div class="work-empty"><h2>${clearingTexts.empty}</h2><p>${clearingTexts.emptyHint}</p></div>` : table}`
  return invoiceWorkPage(frame, { title: clearingTexts.title, main })
}

export interface ClearingProblem {
  readonly message: string
  readonly field: string | undefined
}

export interface ReceiptView {
  readonly receipt: ShownReceipt
  readonly view: InvoiceView | undefined
  /** Other authorities of the house. */
  readonly authorities: readonly ShownChoice[]
  readonly mayDecide: boolean
  readonly problem: ClearingProblem | undefined
}

export function receiptPage(frame: Frame, shown: ReceiptView): Html {
  const { receipt, view, problem } = shown
  const main = html`${wayBack(frame, [
    { label: workTexts.toInbox, path: '/arbeit/rechnungen' },
    { label: clearingTexts.title, path },
  ])}
${
  problem !== undefined &&
  (problem.field === undefined
    ? alert({ kind: 'warning', title: problem.message, announce: true })
    : errorSummary(frame.language, [{ field: problem.field, message: problem.message }]))
}
<div class="work-head"><h1>Eingang ${receipt.number}<span class="work-subtitle">${receipt.sellerName ?? clearingTexts.unknownSeller}</span></h1><p class="work-marks">${badge('warning', clearingTexts.states[receipt.state] ?? receipt.state)}</p></div>
<p>${clearingTexts.why[receipt.state]}</p>
<div class="case-top"><section class="case-facts" aria-label="${workTexts.facts}">${summaryList([
    { term: workTexts.supplier, description: receipt.sellerName ?? clearingTexts.unknownSeller },
    { term: clearingTexts.reference, description: receipt.buyerReference ?? clearingTexts.none },
    ...(receipt.sender === undefined ? [] : [{ term: clearingTexts.sender, description: receipt.sender }]),
    { term: clearingTexts.receivedAt, description: formatInstant(receipt.receivedAt) },
    {
      term: clearingTexts.file,
      description: html`<a class="kern-link" href="${frame.href(`${path}/${receipt.receiptId}/original`)}" download>${receipt.fileName}</a><span class="fact-rule">${workTexts.originalNote}</span>`,
    },
  ])}</section>${shown.mayDecide && deciding(frame, shown)}</div>
<section aria-label="${workTexts.view}">${view === undefined ? html`<p>${workTexts.noView}</p>` : invoiceView(view, undefined, false)}</section>`
  return invoiceWorkPage(frame, { title: `Eingang ${receipt.number}`, main, errors: problem?.field === undefined ? 0 : 1 })
}

function deciding(frame: Frame, { receipt, authorities, problem }: ReceiptView): Html {
  const form = (word: string, fields: Html, act: Html): Html =>
    html`<form method="post" action="${frame.href(`${path}/${receipt.receiptId}/${word}`)}" novalidate>${csrfField(frame)}${fields}${act}</form>`
  const choice = selectField({
    ...{ frame, name: 'behoerde', label: clearingTexts.authority, options: authorities },
    error: problem?.field === 'behoerde' ? problem.message : undefined,
  })
  const hint = (text: string): Html => html`<p class="fact-rule">${text}</p>`
  return html`<section class="case-actions" aria-labelledby="actions"><h2 id="actions" class="kern-heading-small">${clearingTexts.decide}</h2>${
    receipt.state === 'clearing' && authorities.length > 0 && form('weitergeben', choice, button(clearingTexts.moveNow))
  }${form('annehmen', hint(clearingTexts.acceptHint), button(clearingTexts.accept, { kind: 'secondary' }))}${details(
    clearingTexts.return,
    form('zurueckgeben', hint(clearingTexts.returnHint), button(clearingTexts.returnNow, { kind: 'secondary' })),
  )}</section>`
}
