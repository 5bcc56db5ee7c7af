// Amounts: integer cents here, doubles on the wire of XBezahldienste.
import type { Cents } from '#kernel/money.ts'

const largestCents = 99_999_900n
const tolerance = 1e-6

/**
 * The double that stands for an amount.
 *
 * @throws RangeError if the standard cannot carry the amount (not above 0, or above 999999 euros)
 */
export function amountOnWire(cents: Cents): number {
  if (cents <= 0n || cents > largestCents) throw new RangeError(`amount of ${cents} cents is outside XBezahldienste (1 to ${largestCents})`)
  return Number(cents) / 100
}

/** The cents a double stands for, or undefined if it is no whole number of cents, negative or too large. */
export function centsFromWire(amount: number): Cents | undefined {
  const cents = Math.round(amount * 100)
  if (!Number.isSafeInteger(cents) || cents < 0 || BigInt(cents) > largestCents) return undefined
  return Math.abs(amount * 100 - cents) <= tolerance ? BigInt(cents) : undefined
}
