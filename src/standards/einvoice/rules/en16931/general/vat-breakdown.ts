// VAT totals and the VAT breakdown: BR-45 … BR-48, BR-CO-14, BR-CO-17, BR-CO-18, BR-DEC-19 and BR-DEC-20.
import {
  absolute,
  add,
  castDecimal,
  compare,
  type Decimal,
  divide,
  equals,
  fromInteger,
  hundred,
  multiply,
  round,
  sign,
  subtract,
  sumDecimal,
} from '../../../engine/decimal.ts'
import { each, has, path, texts } from '../../../engine/paths.ts'
import { normal, upper } from '../../../engine/values.ts'
import type { ElementNode, XmlDocument } from '../../../xml/document.ts'
import { present, twoDecimals } from '../demands.ts'
import { oncePerDocument } from '../once-per-document.ts'
import { isVatCii, oneText, only } from '../selection.ts'
import { type Holds, inCii, inUbl, rule, type Statement } from '../statements.ts'
import { isVat } from '../vat/ubl-facts.ts'
import { equalsSum, sumInCents } from './double-sums.ts'
import { amountOf } from './totals.ts'

const one = fromInteger(1)
const identifier = path('cbc:ID')
const percent = path('cbc:Percent')
const categories = path('cac:TaxCategory')
const subtotals = path('cac:TaxSubtotal')
const subtotalTaxes = path('cac:TaxSubtotal/cbc:TaxAmount')
const tax = path('cbc:TaxAmount')
const base = path('cbc:TaxableAmount')
const taxCii = path('ram:CalculatedAmount')
const baseCii = path('ram:BasisAmount')
const typeCii = path('ram:TypeCode')
const categoryCii = path('ram:CategoryCode')
const percentCii = path('ram:RateApplicablePercent')
const taxesCii = path(
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax/ram:CalculatedAmount',
)

/** The categories of a UBL breakdown that are of value added tax. */
function vatCategories(document: XmlDocument, node: ElementNode): readonly ElementNode[] {
  return each(document, node, categories).filter((found) => isVat(document, found))
}

const hasCategory: Holds = (document, node) => vatCategories(document, node).some((found) => has(document, found, identifier))
const hasCategoryCii: Holds = (document, node) => isVatCii(document, node) && has(document, node, categoryCii)

/** Only category O (outside the scope of VAT) does without a rate. */
const hasRate: Holds = (document, node) =>
  vatCategories(document, node).some((found) => has(document, found, percent) || normal(oneText(document, found, identifier)) === 'O')
const hasRateCii: Holds = (document, node) =>
  isVatCii(document, node) && (has(document, node, percentCii) || texts(document, node, categoryCii).includes('O'))

const taxesAddUp: Holds = (document, node) => {
  const total = amountOf(document, node, tax)
  if (total !== undefined && equals(total, round(sumDecimal(texts(document, node, subtotalTaxes)), 2))) return true
  return !has(document, node, subtotals)
}

const sumOfTaxesCii = oncePerDocument((document) => sumInCents(texts(document, 0, taxesCii)))
const taxesAddUpCii: Holds = (document, node) => equalsSum(document.text(node), sumOfTaxesCii(document))

const isLess = (left: Decimal, right: Decimal): boolean => compare(left, right) < 0
const isAtMost = (left: Decimal, right: Decimal): boolean => compare(left, right) <= 0

/** The rate divided by hundred: of the usual ones just the point moves, the others lose digits as in any division. */
function hundredth(rate: Decimal): Decimal {
  return rate.big === undefined && rate.scale < 10 ? { units: rate.units, scale: rate.scale + 2, big: undefined } : divide(rate, hundred)
}

function isRoundedToZero(value: Decimal): boolean {
  return sign(round(value)) === 0
}

/**
 * Whether the tax is what the rate makes of the base, give or take less than one unit of the currency.
 *
 * @param isBelow how the bounds are compared: UBL shuts out a difference of one unit, CII lets it pass
 */
function taxFits(
  stated: Decimal | undefined,
  rate: Decimal | undefined,
  baseOf: () => Decimal | undefined,
  isBelow: (left: Decimal, right: Decimal) => boolean,
): boolean {
  if (stated === undefined) return false
  if (rate === undefined || isRoundedToZero(rate)) return isRoundedToZero(stated)
  const taxed = baseOf()
  if (taxed === undefined) return false
  const expected = round(multiply(absolute(taxed), hundredth(rate)), 2)
  const size = absolute(stated)
  return isBelow(subtract(size, one), expected) && isBelow(expected, add(size, one))
}

const rateFits: Holds = (document, node) => {
  const rates = vatCategories(document, node).flatMap((found) => texts(document, found, percent))
  const rate = rates.length === 0 ? undefined : castDecimal(only(rates))
  return taxFits(amountOf(document, node, tax), rate, () => amountOf(document, node, base), isLess)
}

/** White space around the type does not count here. */
const rateFitsCii: Holds = (document, node) => {
  const rate = normal(upper(oneText(document, node, typeCii))) === 'VAT' ? amountOf(document, node, percentCii) : undefined
  return taxFits(amountOf(document, node, taxCii), rate, () => amountOf(document, node, baseCii), isAtMost)
}

const breakdownsCii = path('//rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax')
const hasBreakdownCii = oncePerDocument((document) => has(document, 0, breakdownsCii))

export const vatRules: readonly Statement[] = [
  rule('BR-45', 'vatBreakdown', present('BT-116')),
  rule('BR-46', 'vatBreakdown', present('BT-117')),
  inUbl('BR-47', 'vatBreakdown', () => hasCategory),
  inCii('BR-47', 'vatBreakdown', () => hasCategoryCii),
  inUbl('BR-48', 'vatBreakdown', () => hasRate),
  inCii('BR-48', 'vatBreakdown', () => hasRateCii),
  rule('BR-DEC-19', 'vatBreakdown', twoDecimals('BT-116')),
  rule('BR-DEC-20', 'vatBreakdown', twoDecimals('BT-117')),
  inUbl('BR-CO-14', 'taxTotal', () => taxesAddUp),
  inCii('BR-CO-14', 'taxTotal', () => taxesAddUpCii),
  inUbl('BR-CO-17', 'vatBreakdown', () => rateFits),
  inCii('BR-CO-17', 'vatBreakdown', () => rateFitsCii),
  // CII asks each line for a breakdown anywhere in the document.
  inUbl('BR-CO-18', 'invoice', present('cac:TaxTotal/cac:TaxSubtotal')),
  inCii('BR-CO-18', 'line', () => hasBreakdownCii),
]
