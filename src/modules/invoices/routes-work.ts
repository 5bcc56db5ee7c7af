// The clerks' routes: inbox, one invoice with its steps and its original, the clearing desk.
import type { StaffRole } from '#kernel/actors.ts'
import type { Language } from '#kernel/language.ts'
import type { Reply, Route, Visit } from '#web'
import type { ReceivingDependencies } from './dependencies.ts'
import { giveBack, moveOn, sendReceiptOriginal, showClearing, showReceiptToClear, takeHere } from './pages/clearing.ts'
import { showInbox } from './pages/inbox.ts'
import { changeWorkInvoice, sendOriginal, showWorkInvoice } from './pages/work-invoice.ts'

const working: readonly StaffRole[] = ['clerk', 'lead']
/** What was approved is looked up by those who pay and those who audit. */
const seeing: readonly StaffRole[] = ['clerk', 'lead', 'cashier', 'auditor']
const written: readonly Language[] = ['de']

type PageHandler = (dependencies: ReceivingDependencies, visit: Visit) => Promise<Reply>

export function workRoutes(dependencies: ReceivingDependencies): readonly Route[] {
  const get = (path: string, staff: readonly StaffRole[], handler: PageHandler): Route => ({
    ...{ method: 'GET', path, permission: { staff }, languages: written },
    handler: (visit) => handler(dependencies, visit),
  })
  const post = (path: string, staff: readonly StaffRole[], handler: PageHandler): Route => ({
    ...{ method: 'POST', path, permission: { staff }, languages: written, body: 'form' },
    handler: (visit) => handler(dependencies, visit),
  })
  const oneReceipt = '/arbeit/rechnungen/klaerung/:receipt'
  const oneInvoice = '/arbeit/rechnungen/:invoice'
  return [
    get('/arbeit/rechnungen', seeing, showInbox),
    get('/arbeit/rechnungen/klaerung', seeing, showClearing),
    get(oneReceipt, seeing, showReceiptToClear),
    get(`${oneReceipt}/original`, seeing, sendReceiptOriginal),
    post(`${oneReceipt}/weitergeben`, working, moveOn),
    post(`${oneReceipt}/annehmen`, working, takeHere),
    post(`${oneReceipt}/zurueckgeben`, working, giveBack),
    get(oneInvoice, seeing, showWorkInvoice),
    get(`${oneInvoice}/original`, seeing, sendOriginal),
    post(`${oneInvoice}/:step`, working, changeWorkInvoice),
  ]
}
