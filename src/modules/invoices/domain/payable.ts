// What is paid for an invoice on a day: cash discount (Skonto) is taken while its last day allows.
import { addDays, type Day } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'
import { centsOf } from './invoice-facts.ts'
import { amountToPay, type WorkInvoice } from './work-invoice.ts'

export interface Payable {
  readonly amount: Cents
  /** What the discount saves; 0 without one. */
  readonly saved: Cents
  /** The last day of the discount that is taken. */
  readonly until: Day | undefined
}

type Priced = Pick<WorkInvoice, 'typeCode' | 'agreed' | 'payable' | 'discounts' | 'issuedOn'>

/** Days beyond this are a slip of the pen. */
const mostDays = 3650

/** The amount on a day, less the best discount still open; a discount of everything is none. */
export function payableOn(invoice: Priced, day: Day): Payable {
  const full = amountToPay(invoice)
  const best = discountsOf(invoice, full)
    .filter(({ until }) => until >= day)
    .toSorted((one, other) => Number(other.saved - one.saved))[0]
  return best === undefined ? { amount: full, saved: 0n, until: undefined } : { amount: full - best.saved, ...best }
}

/** The most that could be saved by paying early. */
export function largestDiscount(invoice: Priced): Cents {
  return discountsOf(invoice, amountToPay(invoice)).reduce((most, { saved }) => (saved > most ? saved : most), 0n)
}

/** Whether a discount would be lost by waiting beyond a day. */
export function discountEndsBy(invoice: Priced, from: Day, to: Day): boolean {
  return discountsOf(invoice, amountToPay(invoice)).some(({ until }) => until >= from && until <= to)
}

/** Percent of the base, half a cent up; where less than asked for is paid, the discount is on no more than that. */
function discountsOf(invoice: Priced, full: Cents): readonly { readonly saved: Cents; readonly until: Day }[] {
  return invoice.discounts.flatMap(({ days, percent, base }) => {
    const hundredths = centsOf(percent)
    const given = base === undefined ? full : centsOf(base)
    if (hundredths === undefined || given === undefined || days < 0 || days > mostDays) return []
    const on = given < full ? given : full
    const saved = (on * hundredths + 5000n) / 10_000n
    return saved > 0n && saved < full ? [{ saved, until: addDays(invoice.issuedOn, days) }] : []
  })
}
