// Figures for the cash office: what is open and when it is due, discounts won and lost, days until paid.
import { addDays, type Day, dayInGermany, daysBetween } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'
import { largestDiscount } from './payable.ts'
import type { InvoiceState } from './states.ts'
import { amountToPay, type WorkInvoice } from './work-invoice.ts'

export const openStates = ['new', 'in-check', 'queried', 'checked', 'approved', 'ordered'] as const satisfies readonly InvoiceState[]
export type OpenState = (typeof openStates)[number]

/** overdue: before today. week, month: within 7 and 31 days from today. */
export const dueTimes = ['overdue', 'week', 'month', 'later', 'none'] as const
export type DueTime = (typeof dueTimes)[number]

export interface OpenAmount {
  readonly state: OpenState
  readonly due: DueTime
  readonly count: number
  readonly amount: Cents
}

export type PaidInvoice = Pick<WorkInvoice, 'typeCode' | 'agreed' | 'payable' | 'discounts' | 'issuedOn' | 'dueOn' | 'receivedAt'> & {
  readonly paid: Cents
  readonly paidOn: Day
}

export interface PaidFigures {
  readonly count: number
  readonly amount: Cents
  readonly discountWon: Cents
  /** What the best discount offered would have saved on invoices paid in full. */
  readonly discountLost: Cents
  /** Days from the receipt until the bank paid; undefined where nothing was paid. */
  readonly medianDays: number | undefined
  readonly inTime: number
  /** Of how many with a day on which they were due. */
  readonly withDueDay: number
}

export function dueTimeOf(dueOn: Day | undefined, today: Day): DueTime {
  if (dueOn === undefined) return 'none'
  if (dueOn < today) return 'overdue'
  if (dueOn <= addDays(today, 7)) return 'week'
  return dueOn <= addDays(today, 31) ? 'month' : 'later'
}

export function paidFigures(invoices: readonly PaidInvoice[]): PaidFigures {
  const days = invoices.map(({ receivedAt, paidOn }) => daysBetween(dayInGermany(receivedAt), paidOn)).toSorted((one, other) => one - other)
  const figures = { amount: 0n, discountWon: 0n, discountLost: 0n, inTime: 0, withDueDay: 0 }
  for (const invoice of invoices) {
    const won = amountToPay(invoice) - invoice.paid
    figures.amount += invoice.paid
    figures.discountWon += won
    if (won === 0n) figures.discountLost += largestDiscount(invoice)
    if (invoice.dueOn === undefined) continue
    figures.withDueDay += 1
    if (invoice.paidOn <= invoice.dueOn) figures.inTime += 1
  }
  return { ...figures, count: invoices.length, medianDays: days[Math.floor((days.length - 1) / 2)] }
}

export function sumOf(amounts: readonly OpenAmount[], of: { readonly state?: OpenState; readonly due?: DueTime } = {}): Cents {
  return amounts
    .filter((one) => (of.state === undefined || one.state === of.state) && (of.due === undefined || one.due === of.due))
    .reduce((sum, { amount }) => sum + amount, 0n)
}
