// An invoice as clerks work on it: its facts as read, where it stands, and the steps done so far.
import type { AuthorityId, StaffId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { Cents } from '#kernel/money.ts'
import type { InvoiceState } from './states.ts'

export type InvoiceId = Id<'invoice'>
export type ReceiptId = Id<'receipt'>

/** What can be written down about an invoice; the same words stand in the check of invoices.step. */
export const stepKinds = [
  'assigned',
  'factual-check',
  'arithmetical-check',
  'approved',
  'queried',
  'answered',
  'returned',
  'note',
  'assignment',
  'agreed',
  'ordered',
  'paid',
  'reopened',
  'iban-confirmed',
  'linked',
] as const
export type StepKind = (typeof stepKinds)[number]

export interface StepActor {
  readonly kind: 'staff' | 'person' | 'visitor' | 'system'
  readonly id: string
  readonly name: string
}

export interface WorkStepDone {
  readonly kind: StepKind
  readonly actor: StepActor
  readonly text: string | undefined
  readonly at: Date
}

export interface WorkDiscount {
  readonly days: number
  readonly percent: string
  readonly base: string | undefined
}

export interface WorkInvoice {
  readonly authority: AuthorityId
  readonly invoiceId: InvoiceId
  readonly receiptId: ReceiptId
  readonly dossier: Id<'dossier'> | undefined
  readonly state: InvoiceState
  readonly version: number
  /** UNTDID 1001: 380 invoice, 381 credit note, 384 correction … */
  readonly typeCode: string
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn: Day | undefined
  readonly sellerKey: string
  readonly sellerName: string
  readonly currency: string
  readonly gross: Cents
  readonly payable: Cents
  readonly orderReference: string | undefined
  readonly discounts: readonly WorkDiscount[]
  /** Last day of the first cash discount (Skonto). */
  readonly discountUntil: Day | undefined
  readonly corrects: InvoiceId | undefined
  readonly assignee: StaffId | undefined
  readonly receivedAt: Date
  readonly changedAt: Date
  /** What is paid in the end, where that is less than asked for. */
  readonly agreed: Cents | undefined
  /** Where it is booked: kameral or doppisch. */
  readonly assignment: Assignment | undefined
}

/** Account assignment: the house's system of accounts with its own fields as key and value. */
export interface Assignment {
  readonly system: 'kameral' | 'doppisch'
  readonly fields: Readonly<Record<string, string>>
}

/** The fields of each system; the first is always needed. */
export const assignmentFields: Readonly<Record<Assignment['system'], readonly string[]>> = {
  kameral: ['budgetItem', 'object'],
  doppisch: ['account', 'product', 'costCentre'],
}

/** UNTDID 1001 codes by which the seller owes us: no money leaves the house. */
const creditNoteCodes: ReadonlySet<string> = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532'])

export function isCreditNote(typeCode: string): boolean {
  return creditNoteCodes.has(typeCode)
}

/** A document that changes an earlier one, so that the two have to be looked at together. */
export function refersToEarlier(typeCode: string): boolean {
  return isCreditNote(typeCode) || typeCode === '384'
}

/** What leaves the house for it; nothing for a credit note. */
export function amountToPay(invoice: Pick<WorkInvoice, 'typeCode' | 'agreed' | 'payable'>): Cents {
  if (isCreditNote(invoice.typeCode)) return 0n
  const amount = invoice.agreed ?? invoice.payable
  return amount < 0n ? 0n : amount
}
