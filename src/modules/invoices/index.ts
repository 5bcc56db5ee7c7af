// The face of the invoices: for now the readable view, and judging with limits.
export type { ViewLanguage } from './domain/invoice-view.ts'
export { createJudging, type Judging, type JudgingLimits } from './providers/judging.ts'
export { renderInvoicePage } from './render-invoice-page.ts'
