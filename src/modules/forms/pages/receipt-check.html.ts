// The public page on which anyone can check a receipt.

import { alert, button, buttonRow, csrfField, errorSummaryOf, fileField, summaryList, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import { formsTexts } from '../texts/index.ts'

export interface ReceiptCheckView {
  readonly number: string
  readonly code: string
  readonly errors: Readonly<Record<string, string>>
  /** What was received, if the receipt is genuine; the latest version last. */
  readonly versions?: readonly {
    readonly number: string
    readonly version: number
    readonly service: string
    readonly authority: string
    readonly at: string
    readonly sha256: string
    readonly files: number
    readonly isSigned: boolean
  }[]
}

export function receiptCheckPage(frame: Frame, view: ReceiptCheckView): Html {
  const texts = formsTexts(frame.language)
  const errors = Object.keys(view.errors).length
  const main = html`${errorSummaryOf(frame.language, view.errors)}<h1 class="kern-heading-large">${texts.receiptCheckTitle}</h1>${result(frame, view)}
<p class="kern-body">${texts.receiptCheckIntroduction}</p>
<form method="post" action="${frame.href('/quittung/pruefen')}">${csrfField(frame)}<div class="questions">${textField({ name: 'number', label: texts.receiptNumber, hint: 'ILM-2026-7K4M-2Q9X', value: view.number, error: view.errors['number'], width: 'm', spellcheck: false, language: frame.language })}${textField({ name: 'code', label: texts.receiptCode, hint: '4Q7M-K2X9', value: view.code, error: view.errors['code'], width: 'm', spellcheck: false, language: frame.language })}</div>${buttonRow(button(texts.receiptCheck))}</form>
<form method="post" action="${frame.href('/quittung/pruefen/datei')}" enctype="multipart/form-data">${csrfField(frame)}${fileField({ name: 'file', label: texts.receiptFile, accept: 'application/pdf,application/json', error: view.errors['file'], language: frame.language })}${buttonRow(button(texts.receiptCheckFile, { kind: 'secondary' }))}</form>`
  return portalLayout(frame, { title: texts.receiptCheckTitle, main, errors, styles: ['forms.css'] })
}

function result(frame: Frame, { versions }: ReceiptCheckView): Html {
  const texts = formsTexts(frame.language)
  if (versions === undefined) return html``
  const lists = versions.map((one) =>
    summaryList(
      [
        { term: texts.receiptNumber, description: one.number },
        { term: texts.receiptService, description: one.service },
        { term: texts.receiptAuthority, description: one.authority },
        { term: texts.receiptAt, description: one.at },
        ...(versions.length > 1 ? [{ term: texts.receiptVersion, description: String(one.version) }] : []),
        { term: texts.receiptFiles, description: String(one.files) },
        { term: texts.receiptSum, description: html`<code class="wrap">${one.sha256}</code>` },
        { term: texts.receiptSigned, description: one.isSigned ? texts.yes : texts.notYet },
      ],
      frame.language,
    ),
  )
  return html`${alert({ kind: 'success', title: texts.receiptGenuine, content: texts.receiptGenuineWords, announce: true })}${lists}`
}
