// Routes of payments.
import type { Route } from '#web'
import type { PaymentsDependencies } from './dependencies.ts'
import { beCalled, comeBack, goToProvider, showPayment, stopPayment } from './pages/payment.ts'
import { sendReceipt } from './pages/receipt.ts'

const path = '/zahlung/:authority/:payment'

export function paymentsRoutes(dependencies: PaymentsDependencies): readonly Route[] {
  return [
    { method: 'GET', path, permission: 'owner', handler: (visit) => showPayment(dependencies, visit) },
    { method: 'POST', path: `${path}/weiter`, permission: 'owner', body: 'form', handler: (visit) => goToProvider(dependencies, visit) },
    { method: 'POST', path: `${path}/abbrechen`, permission: 'owner', body: 'form', handler: (visit) => stopPayment(dependencies, visit) },
    { method: 'GET', path: `${path}/quittung.pdf`, permission: 'owner', handler: (visit) => sendReceipt(dependencies, visit) },
    // The way back may end in a browser without our session; it shows nothing and changes no payment.
    { method: 'GET', path: `${path}/zurueck`, permission: 'public', handler: (visit) => comeBack(dependencies, visit) },
    { method: 'POST', path: `${path}/meldung`, permission: 'machine', handler: (visit) => beCalled(dependencies, visit) },
  ]
}
