// Totals that CII compares with a sum of untyped amounts: the sum, its rounding and the comparison are all in doubles.
import { sumDouble } from '../../../engine/decimal.ts'
import { compareText } from '../../../engine/values.ts'

/**
 * Whether an amount is the sum, rounded to cents: multiplied twice by ten, rounded and divided, since the steps matter for the last bit.
 * A sum of nothing is a whole number, which '-0' equals; another sum of zero it does not.
 */
export function equalsSum(stated: string, amounts: readonly string[]): boolean {
  const expected = Math.round(sumDouble(amounts) * 10 * 10) / 100
  return compareText(stated, expected, amounts.length === 0 ? 'integer' : 'double') === 0
}
