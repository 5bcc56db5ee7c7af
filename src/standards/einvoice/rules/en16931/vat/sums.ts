// Amounts added up per category and per category and rate, so that no line of the breakdown walks through the invoice again.
import { add, type Decimal, zero } from '../../../engine/decimal.ts'
import { DynamicError, trim } from '../../../engine/values.ts'
import { categories } from './categories.ts'

/** The amounts of the nodes that fall under it; a node that does so in several ways is added once. */
export interface Sum {
  /** Undefined where some node has an amount at which the official test breaks off. */
  total: Decimal | undefined
  lastNode: number
}

/** The sums of one category: all of it, and by rate (as `rateKey` writes it). */
interface CategorySums {
  readonly all: Sum
  readonly byRate: Map<string, Sum>
}

/** Sums by category code. */
export type Sums = Map<string, CategorySums>

/** A category that a line, an allowance or a charge names; the rate is in the form of `rateKey`. */
export interface NamedTax {
  readonly code: string
  readonly rate: string | undefined
}

const codes = new Set(categories.map(({ code }) => code))

/**
 * Adds the amount of a node under all categories it names, and under each of its rates: a node with several categories counts under each
 * pair of a category and a rate of it, even where those stand in different places, since the official tests look for them apart.
 */
export function enterAmount(sums: Sums, node: number, taxes: readonly NamedTax[], amount: Decimal | undefined): void {
  for (const { code } of taxes) {
    if (!codes.has(code)) continue
    const category = entry(sums, code, noCategorySums)
    if (!addOnce(category.all, node, amount)) continue
    for (const { rate } of taxes) if (rate !== undefined) addOnce(entry(category.byRate, rate, noSum), node, amount)
  }
}

/** The sum of a category, or of a category at a rate; undefined where no node falls under it. */
export function sumOf(sums: Sums, code: string, rate?: string): Sum | undefined {
  const category = sums.get(code)
  return rate === undefined ? category?.all : category?.byRate.get(rate)
}

/**
 * The total of a sum, zero where no node falls under it.
 *
 * @throws DynamicError where the official test breaks off
 */
export function totalOf(sums: Sums, code: string, rate?: string): Decimal {
  const sum = sumOf(sums, code, rate)
  if (sum === undefined) return zero
  if (sum.total === undefined) throw new DynamicError('more than one amount where one is asked for')
  return sum.total
}

/** A decimal as written in the one way that equal numbers share. */
export function rateKey(written: string): string {
  const text = trim(written)
  const found = /^([+-]?)0*([0-9]*)(?:\.([0-9]*?)0*)?$/.exec(text)
  if (found === null) return text
  const [, sign = '', whole = '', fraction = ''] = found
  const size = `${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`
  return sign === '-' && size !== '0' ? `-${size}` : size
}

function addOnce(sum: Sum, node: number, amount: Decimal | undefined): boolean {
  if (sum.lastNode === node) return false
  sum.lastNode = node
  sum.total = sum.total === undefined || amount === undefined ? undefined : add(sum.total, amount)
  return true
}

function entry<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const fresh = create()
  map.set(key, fresh)
  return fresh
}

function noSum(): Sum {
  return { total: zero, lastNode: -1 }
}

function noCategorySums(): CategorySums {
  return { all: noSum(), byRate: new Map() }
}
