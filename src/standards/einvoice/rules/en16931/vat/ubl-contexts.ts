// The VAT rules that UBL tests at each category: of the breakdown, of allowances, of charges and of items.
import {
  absolute,
  add,
  castDecimal,
  compare,
  type Decimal,
  divide,
  fromDouble,
  fromInteger,
  hundred,
  multiply,
  round,
  subtract,
  zero,
} from '../../../engine/decimal.ts'
import type { Context, Rule } from '../../../engine/rules.ts'
import { castDouble, compareText } from '../../../engine/values.ts'
import { type ElementNode, type NameId, nameOf, type XmlDocument } from '../../../xml/document.ts'
import { type Category, categories, type RateDemand } from './categories.ts'
import { childOf } from './nodes.ts'
import { perCategory } from './per-category.ts'
import { rateKey, sumOf, totalOf } from './sums.ts'
import { categoryCode, hasIndicator, isVat } from './ubl-facts.ts'
import { type UblLines, ublSums } from './ubl-sums.ts'

type Holds = Rule['holds']

const name = {
  percent: nameOf('cbc:Percent'),
  reason: nameOf('cbc:TaxExemptionReason'),
  reasonCode: nameOf('cbc:TaxExemptionReasonCode'),
  taxableAmount: nameOf('cbc:TaxableAmount'),
  taxAmount: nameOf('cbc:TaxAmount'),
}

const item = 'cac:Item/cac:ClassifiedTaxCategory'

/** Contexts of all categories in UBL, for the pattern of the general rules. */
export function ublVatContexts(): Context[] {
  return [
    context('/*/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory', isVat, breakdownRules),
    context('cac:AllowanceCharge/cac:TaxCategory', isVatOf(false), (category) => [rateRule(category, '06')]),
    context('cac:AllowanceCharge/cac:TaxCategory', isVatOf(true), (category) => [rateRule(category, '07')]),
    context(`cac:InvoiceLine/${item} | cac:CreditNoteLine/${item}`, isVat, (category) => [rateRule(category, '05')]),
  ]
}

function context(pattern: string, where: Holds, rulesOf: (category: Category) => Rule[]): Context {
  const rules = new Map(categories.map((category) => [category.code, rulesOf(category)]))
  return perCategory({ pattern, where, code: categoryCode, rules })
}

function isVatOf(isCharge: boolean): Holds {
  return (document, node) => isVat(document, node) && hasIndicator(document, document.parent(node), isCharge)
}

function rule(category: Category, number: string, holds: Holds): Rule {
  return { id: `BR-${category.family}-${number}`, level: 'error', holds }
}

/** A missing rate is neither zero nor positive; the official tests compare signs as doubles and zero as a decimal. */
const rateTests: Readonly<Record<RateDemand, (percent: string | undefined) => boolean>> = {
  zero: (percent) => percent !== undefined && compare(castDecimal(percent), zero) === 0,
  positive: (percent) => percent !== undefined && compareText(percent, 0, 'integer') > 0,
  'not negative': (percent) => percent !== undefined && compareText(percent, 0, 'integer') >= 0,
  absent: (percent) => percent === undefined,
}

function rateRule(category: Category, number: string): Rule {
  const test = rateTests[category.rate.ubl]
  return rule(category, number, (document, node) => test(textOfChild(document, node, name.percent)))
}

function textOfChild(document: XmlDocument, node: ElementNode, kind: NameId): string | undefined {
  const child = childOf(document, node, kind)
  return child === -1 ? undefined : document.text(child)
}

function breakdownRules(category: Category): Rule[] {
  const wantsReason = category.reason === 'needed'
  return [
    rule(category, '08', category.perRate ? isTaxableAmountOfRate(category) : isTaxableAmount(category)),
    rule(category, '09', category.perRate ? isTaxAtRate : isUntaxed),
    rule(category, '10', (document, node) => hasReason(document, node) === wantsReason),
  ]
}

function hasReason(document: XmlDocument, node: ElementNode): boolean {
  return childOf(document, node, name.reason) !== -1 || childOf(document, node, name.reasonCode) !== -1
}

/** Exactly the lines of the category, plus its charges, less its allowances. */
function isTaxableAmount({ code }: Category): Holds {
  return (document, node) => {
    const taxable = textOfChild(document, document.parent(node), name.taxableAmount)
    if (taxable === undefined) return false
    const amount = castDecimal(taxable)
    return ublSums(document).lines.some((lines) => lines.exist && compare(amount, netOf(document, lines, code)) === 0)
  }
}

function netOf(document: XmlDocument, lines: UblLines, code: string, rate?: string): Decimal {
  const { charges, allowances } = ublSums(document)
  return subtract(add(totalOf(lines.own, code, rate), totalOf(charges, code, rate)), totalOf(allowances, code, rate))
}

/**
 * The same per rate, by less than one unit more or less. The official test takes one from the amount and adds one as doubles and makes
 * decimals of them then, with all the digits that the double really has; that decides at the very edge.
 */
function isTaxableAmountOfRate(category: Category): Holds {
  const { code } = category
  return (document, node) => {
    const percent = textOfChild(document, node, name.percent)
    if (percent === undefined) return true
    const taxable = textOfChild(document, document.parent(node), name.taxableAmount)
    if (taxable === undefined) return false
    const rate = rateKey(percent)
    const amount = castDouble(taxable)
    const least = fromDouble(amount - 1)
    const most = fromDouble(amount + 1)
    return ublSums(document).lines.some((lines) => {
      if (!mayStand(document, category, lines, rate)) return false
      const net = netOf(document, lines, code, rate)
      return compare(least, net) < 0 && compare(most, net) > 0
    })
  }
}

/** Whether the lines of this kind are looked at: for the standard rate some line, allowance or charge must have category and rate. */
function mayStand(document: XmlDocument, { code }: Category, lines: UblLines, rate: string): boolean {
  if (code !== 'S') return lines.exist
  const found = sumOf(lines.own, code, rate) ?? sumOf(lines.anywhere, code, rate) ?? sumOf(ublSums(document).anyAllowanceCharge, code, rate)
  return found !== undefined
}

function isUntaxed(document: XmlDocument, node: ElementNode): boolean {
  const tax = textOfChild(document, document.parent(node), name.taxAmount)
  return tax !== undefined && compare(castDecimal(tax), zero) === 0
}

const one = fromInteger(1)

/** The tax is the taxable amount times the rate, rounded to cents, by less than one unit more or less; signs do not matter. */
function isTaxAtRate(document: XmlDocument, node: ElementNode): boolean {
  const subtotal = document.parent(node)
  const tax = textOfChild(document, subtotal, name.taxAmount)
  const taxable = textOfChild(document, subtotal, name.taxableAmount)
  const percent = textOfChild(document, node, name.percent)
  if (tax === undefined || taxable === undefined || percent === undefined) return false
  const amount = absolute(castDecimal(tax))
  const exact = multiply(absolute(castDecimal(taxable)), divide(castDecimal(percent), hundred))
  const expected = divide(round(multiply(exact, hundred)), hundred)
  return compare(subtract(amount, one), expected) < 0 && compare(add(amount, one), expected) > 0
}
