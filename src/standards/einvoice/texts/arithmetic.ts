// Small sums for explanations: exact decimals, shown rounded to cents where they have more digits.

/** A decimal number as an integer of 10^-12. */
export type Scaled = bigint

const digits = 12
const one = 10n ** BigInt(digits)
const form = /^[+-]?(?:\d+\.?\d*|\.\d+)$/

/** undefined where the text is no decimal number. */
export function scaled(text: string): Scaled | undefined {
  const trimmed = text.trim()
  if (!form.test(trimmed) || trimmed.length > 60) return undefined
  const [whole = '0', fraction = ''] = trimmed.replace(/^[+-]/, '').split('.')
  const value = BigInt(whole === '' ? '0' : whole) * one + BigInt(fraction.slice(0, digits).padEnd(digits, '0'))
  return trimmed.startsWith('-') ? -value : value
}

/** Zero where the text is no number, as a missing amount counts in a sum. */
export function orZero(text: string | undefined): Scaled {
  return scaled(text ?? '') ?? 0n
}

export function times(number: Scaled, by: Scaled): Scaled {
  return (number * by) / one
}

/** Zero where it cannot be divided. */
export function dividedBy(number: Scaled, by: Scaled): Scaled {
  return by === 0n ? 0n : (number * one) / by
}

/** '1234.5' with two decimals, half a cent up. */
export function toCents(value: Scaled): string {
  const cent = one / 100n
  const doubled = value * 2n + cent
  const cents = doubled / (2n * cent) - (doubled < 0n && doubled % (2n * cent) !== 0n ? 1n : 0n)
  const absolute = cents < 0n ? -cents : cents
  return `${cents < 0n ? '-' : ''}${absolute / 100n}.${(absolute % 100n).toString().padStart(2, '0')}`
}

/** All digits, at least two decimals: a difference of less than a cent must be seen. */
export function toDecimal(value: Scaled): string {
  const absolute = value < 0n ? -value : value
  const fraction = (absolute % one).toString().padStart(digits, '0').replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${absolute / one}.${fraction.padEnd(2, '0')}`
}
