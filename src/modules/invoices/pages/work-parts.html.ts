// Parts that the clerks' pages on invoices share: frame, way back, days, amounts.
import { formatDayShort } from '#kernel/dates.ts'
import { formatEuro } from '#kernel/money.ts'
import { type BadgeKind, badge } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { workplaceLayout } from '#web/layout/index.ts'
import type { InvoiceState } from '../domain/states.ts'
import { isCreditNote, type WorkInvoice } from '../domain/work-invoice.ts'
import type { ShownDay } from '../domain/work-shown.ts'
import { dayWord, invoiceStateTexts, typeTexts } from '../texts/work.ts'

export interface InvoiceWorkPage {
  readonly title: string
  readonly main: Html
  readonly errors?: number | undefined
}

export function invoiceWorkPage(frame: Frame, page: InvoiceWorkPage): Html {
  return workplaceLayout(frame, { ...page, styles: ['work.css', 'invoice.css'] })
}

export function wayBack(frame: Frame, links: readonly { readonly label: string; readonly path: string }[]): Html {
  return html`<nav class="work-back" aria-label="Pfad"><ol>${links.map(
    (link) => html`<li><a class="kern-link" href="${frame.href(link.path)}">${link.label}</a></li>`,
  )}</ol></nav>`
}

export function dayMark(shown: ShownDay): Html {
  const day = html`<span class="deadline-day">${formatDayShort(shown.on)}</span>`
  if (shown.urgency === undefined) return html`<span class="deadline deadline-done">${day}</span>`
  return html`<span class="deadline deadline-${shown.urgency}">${day} <span class="deadline-word">${dayWord(shown.daysLeft)}</span></span>`
}

/** "1.234,50 €"; other currencies by their code. */
export function money(amount: bigint, currency: string): string {
  return `${formatEuro(amount)} ${currency === 'EUR' ? '€' : currency}`
}

const tones: Readonly<Partial<Record<InvoiceState, BadgeKind>>> = { queried: 'warning', approved: 'success', paid: 'success' }

export function stateBadge(state: InvoiceState): Html {
  return badge(tones[state] ?? 'neutral', invoiceStateTexts[state])
}

export function typeWord({ typeCode }: Pick<WorkInvoice, 'typeCode'>): string {
  if (isCreditNote(typeCode)) return typeTexts.credit
  return typeCode === '384' ? typeTexts.correction : typeTexts.invoice
}

export function invoicePath(invoice: Pick<WorkInvoice, 'invoiceId'>, rest = ''): string {
  return `/arbeit/rechnungen/${invoice.invoiceId}${rest}`
}
