// Sums that the Peppol rules within XRechnung recompute: line amounts and percentages of allowances, with their slack.
import { add, castDecimal, compare, type Decimal, divide, fromInteger, hundred, multiply, subtract, zero } from '../../engine/decimal.ts'
import { each, has, type Path, path } from '../../engine/paths.ts'
import type { ElementNode, XmlDocument } from '../../xml/document.ts'
import { decimalOf, roundedToCents, sumOf } from './amounts.ts'
import { normalTextOfOne, remembered, type Test } from './building.ts'

const one = fromInteger(1)
const usualSlack = castDecimal('0.02')
/** Forints have no cents in practice. */
const forintSlack = castDecimal('0.5')

/** Where a syntax writes the parts of a line; base quantities are tried in turn. */
interface LinePaths {
  readonly amount: Path
  readonly quantity: (document: XmlDocument) => Path
  readonly price: Path
  readonly baseQuantities: readonly Path[]
  readonly allowances: Path
  readonly indicator: Path
  readonly allowanceAmount: Path
}

interface AllowancePaths {
  readonly amount: Path
  readonly base: Path
  readonly percentage: Path
}

export function slackBy(currency: Path): (document: XmlDocument) => Decimal {
  return remembered((document) => (each(document, 0, currency).some((node) => document.text(node) === 'HUF') ? forintSlack : usualSlack))
}

/** Line amount = quantity × (price ÷ base quantity) + charges − allowances, within the slack; what is missing counts as nothing or as one. */
export function isLineTotal(paths: LinePaths, slackOf: (document: XmlDocument) => Decimal): Test {
  return (document, node) => {
    const amount = decimalOf(document, node, paths.amount) ?? zero
    const quantity = decimalOf(document, node, paths.quantity(document)) ?? one
    const price = decimalOf(document, node, paths.price) ?? zero
    const goods = multiply(quantity, divide(price, baseQuantity(document, node, paths)))
    const charges = sumBy(document, node, paths, 'true')
    const allowances = sumBy(document, node, paths, 'false')
    return isWithin(amount, subtract(add(goods, charges), allowances), slackOf(document))
  }
}

function baseQuantity(document: XmlDocument, node: ElementNode, { baseQuantities }: LinePaths): Decimal {
  for (const where of baseQuantities) {
    const base = decimalOf(document, node, where)
    if (base !== undefined && compare(base, zero) !== 0) return base
  }
  return one
}

/** The allowances ('false') or charges ('true') of a line, rounded to cents as a whole. */
function sumBy(document: XmlDocument, node: ElementNode, { allowances, indicator, allowanceAmount }: LinePaths, kind: string): Decimal {
  let sum = zero
  for (const allowance of each(document, node, allowances)) {
    if (normalTextOfOne(document, allowance, indicator) === kind) sum = add(sum, sumOf(document, allowance, allowanceAmount))
  }
  return roundedToCents(sum)
}

/** Amount = base × percentage ÷ 100 within the slack, where base and percentage both stand. */
export function isShareOfBase(paths: AllowancePaths, slackOf: (document: XmlDocument) => Decimal): Test {
  return (document, node) => {
    if (!has(document, node, paths.percentage) || !has(document, node, paths.base)) return true
    const amount = decimalOf(document, node, paths.amount) ?? zero
    const base = decimalOf(document, node, paths.base) ?? zero
    const percentage = decimalOf(document, node, paths.percentage) ?? zero
    return isWithin(amount, divide(multiply(base, percentage), hundred), slackOf(document))
  }
}

function isWithin(expected: Decimal, value: Decimal, slack: Decimal): boolean {
  return compare(add(expected, slack), value) >= 0 && compare(subtract(expected, slack), value) <= 0
}

/** Whether a quantity, where it stands, is more than nothing. */
export function isPositive(where: string): Test {
  const quantity = path(where)
  return (document, node) => {
    const value = decimalOf(document, node, quantity)
    return value === undefined || compare(value, zero) > 0
  }
}
