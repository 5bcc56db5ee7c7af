// The life cycles of the product, straight from the tables that the code asks.
import { decisionSteps } from '../src/modules/cases/domain/decision.ts'
import { caseSteps } from '../src/modules/cases/domain/states.ts'
import { dossierSteps } from '../src/modules/dossiers/domain/dossier.ts'
import { draftSteps } from '../src/modules/forms/domain/draft.ts'
import { invoiceSteps, receiptSteps, runSteps } from '../src/modules/invoices/domain/states.ts'
import { noticeSteps } from '../src/modules/mailbox/domain/thread.ts'
import { differenceSteps } from '../src/modules/payments/domain/resolution.ts'
import { paymentSteps } from '../src/modules/payments/domain/states.ts'
import type { Steps } from './draw-states.ts'

export const lifeCycles: Readonly<Record<string, { readonly title: string; readonly steps: Steps }>> = {
  case: { title: 'Case', steps: caseSteps },
  decision: { title: 'Decision', steps: decisionSteps },
  difference: { title: 'Payment difference', steps: differenceSteps },
  dossier: { title: 'Dossier', steps: dossierSteps },
  draft: { title: 'Draft', steps: draftSteps },
  invoice: { title: 'Invoice', steps: invoiceSteps },
  'invoice-payment-run': { title: 'Payment run', steps: runSteps },
  'invoice-receipt': { title: 'Receipt of an invoice', steps: receiptSteps },
  notice: { title: 'Notice by mail', steps: noticeSteps },
  payment: { title: 'Payment', steps: paymentSteps },
}
