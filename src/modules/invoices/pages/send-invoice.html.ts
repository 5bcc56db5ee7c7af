// The page on which a supplier has invoices checked and sends them.
import { formatInstant } from '#kernel/dates.ts'
import {
  button,
  buttonRow,
  csrfField,
  dataTable,
  errorSummaryOf,
  fileField,
  linkButton,
  type SummaryRow,
  summaryList,
} from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import type { CheckedFile } from '../domain/checked-file.ts'
import type { Receipt } from '../domain/receipt.ts'
import { supplierTexts } from '../texts/supplier.ts'
import { factRows, findingList, verdictBadge } from './supplier-parts.html.ts'

/** Whom an invoice goes to, as far as its Leitweg-ID tells. */
export type Recipient = { readonly name: string } | { readonly problem: 'missing' | 'wrong' | 'unknown' }

export interface CheckedView {
  readonly checked: CheckedFile
  readonly recipient: Recipient
}

export interface SendInvoiceView {
  readonly checked: readonly CheckedView[]
  readonly own: readonly Receipt[] | undefined
  readonly errors: Readonly<Record<string, string>>
}

export function sendInvoicePage(frame: Frame, view: SendInvoiceView): Html {
  const texts = supplierTexts(frame.language)
  const main = html`${errorSummaryOf(frame.language, view.errors)}<h1 class="kern-heading-large">${texts.title}</h1><p class="lead">${texts.lead}</p>
${view.checked.length > 0 && checkedSection(frame, view)}
<form method="post" action="${frame.href('/rechnung/pruefen')}" enctype="multipart/form-data">${csrfField(frame)}${fileField({
    ...{ name: 'files', label: texts.files, hint: texts.filesHint, multiple: true, language: frame.language },
    ...{ accept: '.xml,.pdf,application/xml,text/xml,application/pdf', error: view.errors['files'] },
  })}${buttonRow(button(view.checked.length > 0 ? texts.checkMore : texts.check, { kind: view.checked.length > 0 ? 'secondary' : 'primary' }))}</form>
${view.own !== undefined && view.own.length > 0 && ownSection(frame, view.own)}
<section aria-labelledby="good-to-know"><h2 class="kern-heading-medium" id="good-to-know">${texts.goodToKnow}</h2><ul class="kern-list kern-list--bullet">${texts.goodToKnowList.map((text) => html`<li>${text}</li>`)}</ul></section>`
  return portalLayout(frame, {
    ...{ title: texts.title, main, errors: Object.keys(view.errors).length, styles: ['forms.css', 'supplier.css'], breadcrumb: [] },
  })
}

function checkedSection(frame: Frame, view: SendInvoiceView): Html {
  const texts = supplierTexts(frame.language)
  const good = view.checked.filter(({ checked }) => checked.judgement.verdict === 'accept' && checked.judgement.trouble === undefined)
  return html`<section aria-labelledby="checked" class="checked-files"><h2 class="kern-heading-medium" id="checked">${texts.checkedTitle}</h2><p class="kern-body">${texts.checkedNote}</p>
<form method="post" action="${frame.href('/rechnung/senden')}">${csrfField(frame)}${view.checked.map((one) => checkedFile(frame, one))}
${good.length > 1 && buttonRow(button(texts.sendAll(good.length), { name: 'all', value: 'good' }))}</form></section>`
}

function checkedFile(frame: Frame, { checked, recipient }: CheckedView): Html {
  const texts = supplierTexts(frame.language)
  const { file, judgement, checkedId } = checked
  const isGood = judgement.verdict === 'accept' && judgement.trouble === undefined
  const rows: readonly SummaryRow[] = [
    ...(judgement.facts === undefined ? [] : factRows(judgement.facts, frame.language)),
    // Of what would come back anyway the clearing desk is no news.
    ...('name' in recipient ? [{ term: texts.recipient, description: recipient.name }] : []),
    ...('problem' in recipient && judgement.verdict !== 'reject'
      ? [{ term: texts.recipient, description: texts.recipients[recipient.problem] }]
      : []),
  ]
  const send = button(judgement.verdict === 'reject' ? texts.sendAnyway : texts.sendOne, {
    ...{ kind: isGood ? 'primary' : 'secondary', name: 'checked', value: checkedId, about: file.name },
  })
  const remove = button(texts.remove, {
    kind: 'tertiary',
    name: 'remove',
    value: checkedId,
    action: frame.href('/rechnung/entfernen'),
    about: file.name,
  })
  return html`<article class="checked-file" aria-labelledby="file-${checkedId}"><h3 class="kern-title" id="file-${checkedId}">${file.name}</h3><p>${verdictBadge(judgement, frame.language)}</p>
${judgement.embedded !== undefined && html`<p class="kern-body">${texts.embedded(judgement.embedded, judgement.profile ?? '')}</p>`}${(judgement.facts !== undefined || isGood) && summaryList(rows, frame.language)}${findingList(judgement, frame.language, { open: !isGood })}${buttonRow(send, remove)}</article>
`
}

function ownSection(frame: Frame, own: readonly Receipt[]): Html {
  const texts = supplierTexts(frame.language)
  return html`<section aria-labelledby="own"><h2 class="kern-heading-medium" id="own">${texts.own}</h2><p class="kern-body">${texts.ownNote}</p>${dataTable(
    {
      caption: texts.own,
      hideCaption: true,
      language: frame.language,
      columns: texts.ownHead.map((label) => ({ label })),
      rows: own.map((receipt) => [
        html`<a href="${frame.href(`/rechnung/${receipt.number}/konto`)}">${receipt.number}</a>`,
        formatInstant(receipt.receivedAt, frame.language),
        receipt.fileName,
        texts.receiptStates[receipt.state][0],
      ]),
    },
  )}</section>`
}

export interface SentView {
  readonly number: string
  readonly href: string
  readonly fileName: string
  readonly state: string
}

export function sentPage(frame: Frame, sent: readonly SentView[]): Html {
  const texts = supplierTexts(frame.language)
  const title = sent.length === 0 ? texts.title : texts.sentTitle(sent.length)
  const main = html`<h1 class="kern-heading-large">${title}</h1><p class="lead">${sent.length === 0 ? texts.sentNone : texts.sentKeep}</p>
${sent.map(
  (one) =>
    html`<article class="checked-file"><h2 class="kern-title"><a href="${one.href}">${one.number}</a></h2><p>${one.fileName}: <strong>${one.state}</strong></p></article>
`,
)}${buttonRow(linkButton(texts.again, frame.href('/rechnung'), { kind: 'secondary' }))}`
  return portalLayout(frame, {
    ...{ title, main, styles: ['supplier.css'], breadcrumb: [{ label: texts.title, href: frame.href('/rechnung') }] },
  })
}
