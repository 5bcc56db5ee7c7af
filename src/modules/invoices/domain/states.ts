// States: the lives of what comes in, of an invoice, and of a payment run, each as one table.

/**
 * received: stored, nobody has looked. judged: the check has spoken, and where it goes is being settled. clearing: nobody knows which
 * authority it is for. moved: another authority has it as a receipt of its own. undecidable: the check could not finish; a person decides.
 */
export const receiptStates = ['received', 'judged', 'undecidable', 'clearing', 'accepted', 'returned', 'duplicate', 'moved'] as const
export type ReceiptState = (typeof receiptStates)[number]

export const receiptSteps: Record<ReceiptState, readonly ReceiptState[]> = {
  received: ['judged'],
  judged: ['accepted', 'returned', 'clearing', 'moved', 'duplicate', 'undecidable'],
  undecidable: ['accepted', 'returned'],
  clearing: ['moved', 'accepted', 'returned'],
  accepted: [],
  returned: [],
  duplicate: [],
  moved: [],
}

/** queried: a question is open. ordered: it stands in a payment run. settled: a credit note or nothing to pay, so no money moves. */
export const invoiceStates = ['new', 'in-check', 'queried', 'checked', 'approved', 'ordered', 'paid', 'returned', 'settled'] as const
export type InvoiceState = (typeof invoiceStates)[number]

/** Paid, settled and returned are never left; a payment run that is withdrawn gives its invoices back. */
export const invoiceSteps: Record<InvoiceState, readonly InvoiceState[]> = {
  new: ['in-check', 'returned'],
  'in-check': ['queried', 'checked', 'returned'],
  queried: ['in-check', 'returned'],
  checked: ['approved', 'in-check'],
  approved: ['ordered', 'settled', 'in-check'],
  ordered: ['paid', 'approved'],
  paid: [],
  returned: [],
  settled: [],
}

/** executed: the bank's statement names every payment of it. */
export const runStates = ['proposed', 'released', 'executed', 'withdrawn'] as const
export type RunState = (typeof runStates)[number]

export const runSteps: Record<RunState, readonly RunState[]> = {
  proposed: ['released', 'withdrawn'],
  released: ['executed'],
  executed: [],
  withdrawn: [],
}

export function mayReceiptBecome(from: ReceiptState, to: ReceiptState): boolean {
  return receiptSteps[from].includes(to)
}

export function mayInvoiceBecome(from: InvoiceState, to: InvoiceState): boolean {
  return invoiceSteps[from].includes(to)
}

export function mayRunBecome(from: RunState, to: RunState): boolean {
  return runSteps[from].includes(to)
}
