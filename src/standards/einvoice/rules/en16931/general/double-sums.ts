// Totals that CII compares with a sum of untyped amounts: the sum, its rounding and the comparison are all in doubles.
import { sumDouble } from '../../../engine/decimal.ts'
import { compareText } from '../../../engine/values.ts'

interface DoubleSum {
  readonly value: number
  /** A sum of nothing is a whole number, which '-0' equals; another sum of zero it does not. */
  readonly kind: 'integer' | 'double'
}

/** The sum rounded to cents: multiplied twice by ten, rounded and divided, since the steps matter for the last bit. */
export function sumInCents(amounts: readonly string[]): DoubleSum {
  return { value: Math.round(sumDouble(amounts) * 10 * 10) / 100, kind: amounts.length === 0 ? 'integer' : 'double' }
}

export function equalsSum(stated: string, { value, kind }: DoubleSum): boolean {
  return compareText(stated, value, kind) === 0
}
