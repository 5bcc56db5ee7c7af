// The page of a receipt: what became of an invoice, for the one who sent it.
import { formatInstant } from '#kernel/dates.ts'
import { alert, buttonRow, linkButton, type SummaryRow, summaryList, type Tone } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import type { InvoiceView } from '../domain/invoice-view.ts'
import type { Receipt } from '../domain/receipt.ts'
import type { InvoiceState, ReceiptState } from '../domain/states.ts'
import { supplierTexts } from '../texts/supplier.ts'
import { answerForm } from './answer.html.ts'
import { invoiceView } from './invoice-view.html.ts'
import { factRows, findingList } from './supplier-parts.html.ts'

export interface ReceiptView {
  readonly receipt: Receipt
  readonly authority: string
  /** Address of this page, for the links below it. */
  readonly href: string
  readonly progress: { readonly state: InvoiceState; readonly words: readonly { readonly text: string; readonly at: Date }[] } | undefined
  /** What became of an answer just now, as the address says it. */
  readonly answer: string | undefined
  readonly twin: { readonly number: string; readonly receivedAt: Date } | undefined
}

const receiptTones: Readonly<Record<ReceiptState, Tone>> = {
  ...{ received: 'info', judged: 'info', accepted: 'success', returned: 'danger', clearing: 'info' },
  ...{ moved: 'info', duplicate: 'warning', undecidable: 'info' },
}
const invoiceTones: Readonly<Partial<Record<InvoiceState, Tone>>> = {
  queried: 'warning',
  returned: 'danger',
  paid: 'success',
  settled: 'success',
}

/** Title, words and tone of where an invoice stands; once it is accepted its own state counts. */
export function stateOf({ receipt, progress }: Pick<ReceiptView, 'receipt' | 'progress'>, frame: Frame) {
  const texts = supplierTexts(frame.language)
  if (progress === undefined) {
    const [title, words] = texts.receiptStates[receipt.state]
    return { title, words, tone: receiptTones[receipt.state] }
  }
  const [title, words] = texts.invoiceStates[progress.state]
  return { title, words, tone: invoiceTones[progress.state] ?? 'info' }
}

export function receiptPage(frame: Frame, view: ReceiptView): Html {
  const texts = supplierTexts(frame.language)
  const { receipt, progress, twin, authority } = view
  const { title, words, tone } = stateOf(view, frame)
  const judgement = receipt.judgement
  const content = html`<p>${words}</p>${twin !== undefined && html`<p>${texts.twin(twin.number, formatInstant(twin.receivedAt, frame.language))}</p>`}`
  const rows: readonly SummaryRow[] = [
    { term: texts.number, description: receipt.number },
    { term: texts.receivedAt, description: formatInstant(receipt.receivedAt, frame.language) },
    ...(receipt.state === 'clearing' ? [] : [{ term: texts.recipient, description: authority }]),
    ...(judgement?.facts === undefined ? [] : factRows(judgement.facts, frame.language)),
    { term: texts.file, description: receipt.fileName },
    { term: texts.sum, description: html`<code class="wrap">${receipt.sha256}</code>` },
  ]
  const findings = judgement === undefined ? html`` : findingList(judgement, frame.language, { open: receipt.state === 'returned' })
  const main = html`<h1 class="kern-heading-large">${texts.receiptTitle}</h1>${alert({ kind: tone, title, content })}
${
  progress !== undefined &&
  progress.words.length > 0 &&
  html`<section aria-labelledby="words"><h2 class="kern-heading-medium" id="words">${texts.words}</h2>${progress.words.map(
    (one) => html`<p class="kern-body">${formatInstant(one.at, frame.language)}: ${one.text}</p>`,
  )}</section>`
}${answerForm(frame, { href: view.href, isAsked: progress?.state === 'queried', became: view.answer })}${findings.markup !== '' && html`<section aria-labelledby="result"><h2 class="kern-heading-medium" id="result">${texts.result}</h2>${findings}</section>`}
${summaryList(rows, frame.language)}<p class="kern-body">${texts.keep}</p>
${buttonRow(
  judgement?.facts !== undefined && linkButton(texts.readable, `${view.href}/ansicht`),
  linkButton(texts.original, `${view.href}/datei`, { kind: 'secondary' }),
)}`
  return portalLayout(frame, {
    ...{ title: `${texts.receiptTitle} ${receipt.number}`, main, styles: ['forms.css', 'supplier.css'] },
    breadcrumb: [{ label: texts.title, href: frame.href('/rechnung') }],
  })
}

export function readablePage(frame: Frame, href: string, shown: InvoiceView | undefined): Html {
  const texts = supplierTexts(frame.language)
  const main = html`${shown === undefined ? html`<h1 class="kern-heading-large">${texts.noView}</h1>` : invoiceView(shown)}${buttonRow(linkButton(texts.back, href, { kind: 'secondary' }))}`
  return portalLayout(frame, {
    ...{ title: shown === undefined ? texts.noView : `${shown.kind} ${shown.number}`, main, wide: true, styles: ['invoice.css'] },
    breadcrumb: [
      { label: texts.title, href: frame.href('/rechnung') },
      { label: texts.receiptTitle, href },
    ],
  })
}
