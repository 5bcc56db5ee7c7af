// Figures that a rule computed and a person wants to see: what an amount should have been.
import type { GroupEntry } from '../semantic-model/tree.ts'
import { dividedBy, orZero, type Scaled, times, toCents, toDecimal } from './arithmetic.ts'
import { entriesOf, groupsBelow } from './scope.ts'

/** The first of the terms that has a value. */
function valueOf(scopes: readonly GroupEntry[], ...ids: readonly string[]): string | undefined {
  return ids.flatMap((id) => entriesOf(scopes, id).map((entry) => entry.value))[0]
}

function sumOf(scopes: readonly GroupEntry[], id: string): Scaled {
  return entriesOf(scopes, id).reduce((sum, entry) => sum + orZero(entry.value), 0n)
}

/** Evaluates 'BT-109 + sum(BT-110) * 2 / 100': products before sums, a missing value is zero. */
export function compute(scopes: readonly GroupEntry[], expression: string): Scaled {
  let total = 0n
  let product = 0n
  let sign = '+'
  let operator = '+'
  for (const token of expression.trim().split(/\s+/)) {
    if ('+-*/'.includes(token)) {
      operator = token
      continue
    }
    const value = operand(scopes, token)
    if (operator === '*') product = times(product, value)
    else if (operator === '/') product = dividedBy(product, value)
    else {
      total += sign === '-' ? -product : product
      product = value
      sign = operator
    }
  }
  return total + (sign === '-' ? -product : product)
}

function operand(scopes: readonly GroupEntry[], token: string): Scaled {
  const sum = /^sum\((.+)\)$/.exec(token)?.[1]
  if (sum !== undefined) return sumOf(scopes, sum)
  return orZero(token.startsWith('BT-') ? valueOf(scopes, token) : token)
}

/** By name, seen from the finding, as a decimal number. */
export const figures: Readonly<Record<string, (scopes: readonly GroupEntry[]) => string>> = {
  taxable: (scopes) => toDecimal(taxable(scopes)),
  lineAmount: (scopes) => {
    const base = orZero(valueOf(scopes, 'BT-149'))
    const price = dividedBy(orZero(valueOf(scopes, 'BT-146')), base === 0n ? orZero('1') : base)
    return toCents(times(orZero(valueOf(scopes, 'BT-129')), price) + sumOf(scopes, 'BT-141') - sumOf(scopes, 'BT-136'))
  },
  percentAmount: (scopes) => {
    const [base, percentage] = [own(scopes, adjustmentTerms.base), own(scopes, adjustmentTerms.percentage)]
    return toCents(dividedBy(times(orZero(base), orZero(percentage)), orZero('100')))
  },
  adjustmentAmount: (scopes) => toDecimal(orZero(own(scopes, adjustmentTerms.amount))),
}

const adjustmentTerms = {
  amount: ['BT-92', 'BT-99', 'BT-136', 'BT-141'],
  base: ['BT-93', 'BT-100', 'BT-137', 'BT-142'],
  percentage: ['BT-94', 'BT-101', 'BT-138', 'BT-143'],
} as const

/** A value of the innermost group itself. */
function own(scopes: readonly GroupEntry[], ids: readonly string[]): string | undefined {
  const innermost = scopes.at(-1)
  const found = innermost?.entries.find((entry) => ids.includes(entry.id))
  return found === undefined || found.type === 'group' ? undefined : found.value
}

/** What lines, allowances and charges of the category (and for taxed ones the rate) of this breakdown come to. */
function taxable(scopes: readonly GroupEntry[]): Scaled {
  const [invoice] = scopes
  const category = valueOf(scopes, 'BT-118')
  const rate = ['S', 'L', 'M'].includes(category ?? '') ? orZero(valueOf(scopes, 'BT-119')) : undefined
  if (invoice === undefined) return 0n
  const sum = (group: string, amountId: string, categoryId: string, rateId: string): Scaled =>
    groupsBelow(invoice, group)
      .map((found) => [invoice, found])
      .filter((inner) => valueOf(inner, categoryId) === category && (rate === undefined || orZero(valueOf(inner, rateId)) === rate))
      .reduce((total, inner) => total + orZero(valueOf(inner, amountId)), 0n)
  return sum('BG-25', 'BT-131', 'BT-151', 'BT-152') - sum('BG-20', 'BT-92', 'BT-95', 'BT-96') + sum('BG-21', 'BT-99', 'BT-102', 'BT-103')
}
