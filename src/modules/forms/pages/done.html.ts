// Pages after submitting.

import { alert, buttonRow, linkButton } from '#web/controls/index.ts'
import type { AuthorityTheme, Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import { formsTexts } from '../texts/index.ts'

export interface DoneView {
  readonly authority: AuthorityTheme | undefined
  readonly authorityName: string
  readonly number: string
  readonly at: string
  readonly isCorrection: boolean
  readonly isPerson: boolean
  readonly until?: string
  /** Undefined while it is being made. */
  readonly receipt: string | undefined
  readonly receiptData: string
  /** Where a fee was paid. */
  readonly paymentReceipt?: string
  readonly self: string
}

export function donePage(frame: Frame, view: DoneView): Html {
  const texts = formsTexts(frame.language)
  const title = view.isCorrection ? texts.correctedTitle : texts.doneTitle
  const main = html`<h1 class="kern-heading-large">${title}</h1>
${alert({ kind: 'success', title: texts.number, content: html`<p class="kern-heading-medium">${view.number}</p>` })}
<p class="kern-body">${texts.doneAt(view.authorityName, view.at)}</p>
<h2 class="kern-heading-medium">${texts.nextTitle}</h2><ul class="kern-list">${view.until !== undefined && html`<li>${texts.nextUntil(view.until)}</li>`}<li>${
    view.isPerson ? texts.nextMailbox : texts.nextVisitor
  }</li></ul>
${
  view.receipt === undefined
    ? html`<p class="kern-body" role="status">${texts.receiptPending} <a class="kern-link" href="${view.self}">${texts.refresh}</a></p>${buttonRow(linkButton(texts.toArea, frame.href('/mein')))}`
    : buttonRow(
        linkButton(texts.receipt, view.receipt, { icon: 'download', download: true }),
        linkButton(texts.toArea, frame.href('/mein'), { kind: 'secondary' }),
      )
}${
  view.paymentReceipt !== undefined &&
  html`<p class="kern-body"><a class="kern-link" href="${view.paymentReceipt}">${texts.paymentReceipt}</a></p>`
}<p class="kern-body"><a class="kern-link" href="${view.receiptData}">${texts.receiptData}</a></p>`
  return portalLayout(frame, { title, main, authority: view.authority, styles: ['forms.css'] })
}

export function payingPage(frame: Frame, view: { authority: AuthorityTheme | undefined; payment: string; self: string }): Html {
  const texts = formsTexts(frame.language)
  const main = html`<h1 class="kern-heading-large">${texts.payingTitle}</h1><p class="kern-body">${texts.paying}</p>${buttonRow(
    linkButton(texts.toPayment, view.payment),
    linkButton(texts.refresh, view.self, { kind: 'secondary' }),
  )}`
  return portalLayout(frame, { title: texts.payingTitle, main, authority: view.authority, styles: ['forms.css'] })
}
