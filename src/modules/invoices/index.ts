// The face of the invoices: for now the readable view.
export type { ViewLanguage } from './domain/invoice-view.ts'
export { renderInvoicePage } from './render-invoice-page.ts'
