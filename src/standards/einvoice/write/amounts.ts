// The amounts of an outgoing invoice: calculated once, in exact cents, each rounded where EN 16931 rounds it.
import type { Cents } from '#kernel/money.ts'
import type { OutgoingAdjustment, OutgoingInvoice, OutgoingLine, OutgoingVat } from './outgoing.ts'

/** One row of the VAT breakdown (BG-23). The rate is in its shortest form, '0' for every category but S. */
export interface VatTotal {
  readonly category: OutgoingVat['category']
  readonly rate: string
  readonly taxable: Cents
  readonly tax: Cents
}

/** BT-106 to BT-115 and the net amounts of the lines (BT-131) in their order. */
export interface OutgoingAmounts {
  readonly perLine: readonly Cents[]
  readonly lines: Cents
  readonly allowances: Cents
  readonly charges: Cents
  readonly net: Cents
  readonly vat: Cents
  readonly gross: Cents
  readonly paid: Cents
  readonly due: Cents
  readonly breakdown: readonly VatTotal[]
}

/** Quantities are counted in units of 1/10 000, rates in 1/100 percent. */
const quantityPlaces = 4
const ratePlaces = 2

/**
 * What the invoice comes to; half a cent is rounded away from zero. Rows of the breakdown stand in the order in which the invoice
 * first meets them: lines, allowances, charges.
 *
 * Source: EN 16931-1, BR-CO-10 to BR-CO-17; VAT is rounded once per category and rate.
 */
export function amountsOf(invoice: OutgoingInvoice): OutgoingAmounts {
  const { allowances = [], charges = [], paid = 0n } = invoice
  const perLine = invoice.lines.map(lineAmount)
  const breakdown = breakdownOf(invoice, perLine)
  const lines = sum(perLine)
  const allowed = sum(allowances.map(({ amount }) => amount))
  const charged = sum(charges.map(({ amount }) => amount))
  const net = lines - allowed + charged
  const vat = sum(breakdown.map(({ tax }) => tax))
  return { perLine, lines, allowances: allowed, charges: charged, net, vat, gross: net + vat, paid, due: net + vat - paid, breakdown }
}

/** The rate as it is written: '19' for '19.00', '0' where the category has none. */
export function rateOf(vat: OutgoingVat): string {
  return vat.category === 'S' ? fromScaled(scaled(vat.rate, ratePlaces), ratePlaces).replace(/\.?0+$/, '') : '0'
}

/** '1234.50', the only way amounts are written in an invoice. */
export function amountText(amount: Cents): string {
  return fromScaled(amount, 2)
}

/** A checked decimal as a whole number of its smallest unit. */
export function scaled(decimal: string, places: number): bigint {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.')
  const size = BigInt(`${whole}${fraction.padEnd(places, '0')}`)
  return decimal.startsWith('-') ? -size : size
}

function fromScaled(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function lineAmount({ quantity, unitPrice, allowances = [] }: OutgoingLine): Cents {
  return divided(scaled(quantity, quantityPlaces) * unitPrice, 10n ** BigInt(quantityPlaces)) - sum(allowances.map(({ amount }) => amount))
}

function breakdownOf({ lines, allowances = [], charges = [] }: OutgoingInvoice, perLine: readonly Cents[]): readonly VatTotal[] {
  const rows = new Map<string, { category: OutgoingVat['category']; rate: string; taxable: Cents }>()
  const add = (vat: OutgoingVat, amount: Cents): void => {
    const rate = rateOf(vat)
    const key = `${vat.category} ${rate}`
    rows.set(key, { category: vat.category, rate, taxable: (rows.get(key)?.taxable ?? 0n) + amount })
  }
  for (const [place, { vat }] of lines.entries()) add(vat, perLine[place] ?? 0n)
  const adjust = (adjustments: readonly OutgoingAdjustment[], sign: bigint): void => {
    for (const { vat, amount } of adjustments) add(vat, sign * amount)
  }
  adjust(allowances, -1n)
  adjust(charges, 1n)
  return [...rows.values()].map((row) => ({ ...row, tax: divided(row.taxable * scaled(row.rate, ratePlaces), 10_000n) }))
}

function divided(value: bigint, by: bigint): bigint {
  const half = (value < 0n ? -by : by) / 2n
  return (value + half) / by
}

function sum(amounts: readonly Cents[]): Cents {
  return amounts.reduce((total, amount) => total + amount, 0n)
}
