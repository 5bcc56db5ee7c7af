// Routes of receiving: the supplier's pages.
import type { Route, Visit } from '#web'
import type { SupplierDependencies } from './dependencies.ts'
import { answerAuthority } from './pages/answer.ts'
import { sendOriginal, showReadable, showReceipt } from './pages/receipt.ts'
import { backToSending, checkInvoices, removeInvoice, sendInvoices, showSending } from './pages/send-invoice.ts'

const receipt = '/rechnung/:number/:token'
const languages = ['de', 'en'] as const

export function supplierRoutes(dependencies: SupplierDependencies): readonly Route[] {
  const get = (path: string, handler: (dependencies: SupplierDependencies, visit: Visit) => ReturnType<Route['handler']>): Route => ({
    ...{ method: 'GET', path, permission: 'public', languages, handler: (visit) => handler(dependencies, visit) },
  })
  const post = (
    path: string,
    body: 'form' | 'multipart',
    handler: (dependencies: SupplierDependencies, visit: Visit) => ReturnType<Route['handler']>,
  ): Route => ({ method: 'POST', path, permission: 'owner', body, languages, handler: (visit) => handler(dependencies, visit) })
  return [
    get('/rechnung', showSending),
    post('/rechnung/pruefen', 'multipart', checkInvoices),
    post('/rechnung/senden', 'form', sendInvoices),
    post('/rechnung/entfernen', 'form', removeInvoice),
    // Where a form was answered with a page, the links to other languages lead here.
    get('/rechnung/pruefen', backToSending),
    get('/rechnung/senden', backToSending),
    get(receipt, showReceipt),
    get(`${receipt}/ansicht`, showReadable),
    get(`${receipt}/datei`, sendOriginal),
    post(`${receipt}/antwort`, 'form', answerAuthority),
  ]
}
