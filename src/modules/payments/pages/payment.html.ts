// The payment page: what is paid, for whom, how much, how it stands, and the one next step.

import { formatEuro } from '#kernel/money.ts'
import { alert, button, buttonRow, csrfField, dataTable, linkButton, summaryList } from '#web/controls/index.ts'
import type { AuthorityTheme, Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import type { Payment } from '../domain/payment.ts'
import type { Standing } from '../domain/standing.ts'
import { type PaymentTexts, paymentTexts } from '../texts.ts'

export interface PaymentPage {
  readonly payment: Payment
  readonly payee: AuthorityTheme
  readonly standing: Standing
  /** Whether the page looks again by itself. */
  readonly isWaiting: boolean
  readonly mayCancel: boolean
}

export function paymentPage(frame: Frame, page: PaymentPage): Html {
  const texts = paymentTexts(frame.language)
  const { payment, standing } = page
  const title = standing === 'open' ? texts.title : texts[standing].title
  const main = html`<h1 class="kern-heading-x-large">${texts.title}</h1>
${standing !== 'open' && notice(page, texts)}
${summaryList(facts(page, texts), frame.language)}
${payment.positions.length > 1 && positions(frame, payment, texts)}
${standing === 'open' && nextSteps(texts)}
${steps(frame, page, texts)}`
  return portalLayout(frame, { title, main, authority: page.payee })
}

export function paymentPath(payment: Payment): string {
  return `/zahlung/${payment.authority}/${payment.paymentId}`
}

function facts(page: PaymentPage, texts: PaymentTexts) {
  return [
    { term: texts.purpose, description: page.payment.purpose },
    { term: texts.payee, description: page.payee.name },
    { term: texts.amount, description: html`<strong>${formatEuro(page.payment.amount)} €</strong>` },
  ]
}

const tones = {
  preparing: 'info',
  checking: 'info',
  paid: 'success',
  failed: 'danger',
  cancelled: 'warning',
  expired: 'warning',
  mismatch: 'warning',
} as const

function notice(page: PaymentPage, texts: PaymentTexts): Html {
  const { standing } = page
  if (standing === 'open') return html``
  const words = texts[standing]
  const text = standing === 'checking' && !page.isWaiting ? texts.checking.long : words.text
  return alert({ kind: tones[standing], title: words.title, content: html`<p class="kern-body">${text}</p>` })
}

function positions(frame: Frame, payment: Payment, texts: PaymentTexts): Html {
  const rows = payment.positions.map((position) => [position.label, `${formatEuro(position.amount)} €`])
  const columns = [{ label: texts.position }, { label: texts.amount, numeric: true }]
  return dataTable({
    caption: texts.positions,
    columns,
    rows: [...rows, [texts.sum, `${formatEuro(payment.amount)} €`]],
    language: frame.language,
  })
}

function nextSteps(texts: PaymentTexts): Html {
  return html`<h2 class="kern-heading-medium">${texts.whatNext}</h2><ol>${texts.nextSteps.map((step) => html`<li>${step}</li>`)}</ol>`
}

function steps(frame: Frame, page: PaymentPage, texts: PaymentTexts): Html {
  const { payment, standing } = page
  const back = linkButton(texts.back, frame.href(payment.returnPath), { kind: 'secondary' })
  const look = linkButton(texts.lookAgain, frame.href(`${paymentPath(payment)}?stand=pruefung`), {
    kind: standing === 'checking' ? 'primary' : 'secondary',
  })
  switch (standing) {
    case 'open':
      return html`${goOn(frame, payment, texts.pay)}${page.mayCancel ? cancel(frame, payment, texts) : buttonRow(back)}`
    case 'preparing':
      return goOn(frame, payment, texts.pay, back)
    case 'checking':
      return html`${buttonRow(look, back)}<p class="kern-body">${texts.checking.notPaid}</p>${goOn(frame, payment, texts.payOn, undefined, 'tertiary')}`
    case 'paid':
      return buttonRow(
        linkButton(texts.onward, frame.href(payment.returnPath)),
        linkButton(texts.receipt, frame.href(`${paymentPath(payment)}/quittung.pdf`), { kind: 'secondary' }),
      )
    case 'failed':
    case 'cancelled':
      return goOn(frame, payment, texts.tryAgain, back)
    case 'expired':
      return goOn(frame, payment, texts.payOn, html`${look}${back}`)
    case 'mismatch':
      return buttonRow(linkButton(texts.back, frame.href(payment.returnPath)))
  }
}

function goOn(frame: Frame, payment: Payment, label: string, beside?: Html, kind: 'primary' | 'tertiary' = 'primary'): Html {
  return html`<form method="post" action="${frame.href(`${paymentPath(payment)}/weiter`)}">${csrfField(frame)}<input type="hidden" name="versuch"
value="${payment.attempt.number}">${buttonRow(button(label, { kind }), beside)}</form>`
}

function cancel(frame: Frame, payment: Payment, texts: PaymentTexts): Html {
  return html`<form method="post" action="${frame.href(`${paymentPath(payment)}/abbrechen`)}">${csrfField(frame)}${buttonRow(button(texts.cancel, { kind: 'tertiary' }))}</form>`
}
