// The facts of an invoice that work and payment need, taken from what was read.
import { addDays, type Day, dayOf } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'
import type { Invoice } from '#standards/einvoice'

export interface FactsDiscount {
  readonly days: number
  readonly percent: string
  readonly base?: string
}

/** Amounts in hundredths of the currency, as text so that JSON can keep them. */
export interface StoredFacts {
  readonly typeCode: string
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn?: Day
  readonly sellerKey: string
  readonly sellerName: string
  readonly sellerIban?: string
  readonly currency: string
  readonly gross: string
  readonly payable: string
  readonly leitwegId?: string
  readonly orderReference?: string
  readonly discounts: readonly FactsDiscount[]
  readonly discountUntil?: Day
  /** Numbers of earlier invoices that this one refers to (BT-25). */
  readonly preceding: readonly string[]
}

/** Longer texts than people write are cut: the original keeps them whole. */
const longest = 200
const mostDays = 3650

/** @returns undefined where number, day, currency or an amount is missing or no number of at most two decimals */
export function factsOf(invoice: Invoice): StoredFacts | undefined {
  const { number, issuedOn, currency, dueOn } = invoice
  const gross = centsOf(invoice.totals.gross)
  const payable = centsOf(invoice.totals.due)
  if (number === undefined || number === '' || issuedOn === undefined || currency === undefined) return undefined
  if (gross === undefined || payable === undefined) return undefined
  const iban = invoice.payments.flatMap((payment) => payment.transfers).find((transfer) => transfer.account !== '')?.account
  const discounts = invoice.cashDiscounts.map(({ days, percentage, base }) => ({
    ...{ days, percent: percentage },
    ...(base === undefined ? {} : { base }),
  }))
  const [first] = discounts.toSorted((one, other) => one.days - other.days)
  return {
    ...{ typeCode: short(invoice.type ?? '380'), number: short(number), issuedOn, currency: short(currency), discounts },
    ...{ sellerKey: sellerKeyOf(invoice), sellerName: short(invoice.seller.name ?? invoice.seller.tradingName ?? '?') },
    ...{ gross: gross.toString(), payable: payable.toString(), preceding: invoice.preceding.map((one) => short(one.number)).slice(0, 20) },
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(iban === undefined ? {} : { sellerIban: short(iban).toUpperCase() }),
    ...(invoice.leitwegId === undefined ? {} : { leitwegId: invoice.leitwegId.text }),
    ...(invoice.purchaseOrder === undefined ? {} : { orderReference: short(invoice.purchaseOrder) }),
    ...(first === undefined || first.days > mostDays ? {} : { discountUntil: addDays(issuedOn, first.days) }),
  }
}

/** Who sells, the same for each of its invoices: VAT number, else tax number, register, own id, name. */
function sellerKeyOf({ seller }: Invoice): string {
  const [kind, text] = [
    ['vat', seller.vatId],
    ['tax', seller.taxNumber],
    ['register', seller.registration?.text],
    ['id', seller.identifiers[0]?.text],
  ].find(([, value]) => value !== undefined && value.trim() !== '') ?? ['name', seller.name ?? '?']
  return short(`${kind}:${(text ?? '').replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()}`)
}

function short(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
}

/** Hundredths of a decimal text; undefined for what is none or has more than two decimals that count. */
export function centsOf(text: string | undefined): Cents | undefined {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{0,2})0*)?$/.exec(text?.trim() ?? '')
  if (match === null) return undefined
  const cents = BigInt(`${match[2] ?? '0'}${(match[3] ?? '').padEnd(2, '0')}`)
  return match[1] === '-' ? -cents : cents
}

/** Ten years after the year of the receipt. */
export function retainUntil(receivedOn: Day): Day {
  const last = dayOf(Number(receivedOn.slice(0, 4)) + 10, 12, 31)
  if (last === undefined) throw new RangeError(`no day ten years after ${receivedOn}`)
  return last
}
