// What the cash office's pages on invoices share: frame, way back, tabs.
import { tabs } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { workplaceLayout } from '#web/layout/index.ts'
import { payTexts } from '../texts/pay.ts'

export const runsPath = '/arbeit/rechnungen/zahllauf'
export const statementPath = '/arbeit/rechnungen/kontoauszug'
export const overviewPath = '/arbeit/rechnungen/uebersicht'

export interface PayPage {
  readonly title: string
  readonly tab: keyof typeof payTexts.tabs
  readonly main: Html
  readonly errors?: number | undefined
}

export function payPage(frame: Frame, { title, tab, main, errors }: PayPage): Html {
  const way = html`<nav class="work-back" aria-label="Pfad"><ol><li><a class="kern-link" href="${frame.href('/arbeit/rechnungen')}">${payTexts.toInvoices}</a></li></ol></nav>`
  const link = (name: PayPage['tab'], path: string) => ({ label: payTexts.tabs[name], href: frame.href(path), current: name === tab })
  const ways = tabs({
    label: payTexts.tabsLabel,
    tabs: [link('run', runsPath), link('statement', statementPath), link('overview', overviewPath)],
  })
  return workplaceLayout(frame, { title, errors, styles: ['work.css', 'invoice-pay.css'], main: html`${way}${ways}${main}` })
}

export function runPath(runId: string, rest = ''): string {
  return `${runsPath}/${runId}${rest}`
}
