// The totals in UBL, computed in exact decimals: BR-CO-10 … BR-CO-13, BR-CO-15, BR-CO-16 and BR-CO-25. What both syntaxes share is here too.
import { add, castDecimal, type Decimal, equals, round, subtract, sumDecimal } from '../../../engine/decimal.ts'
import { each, has, type Path, path, texts } from '../../../engine/paths.ts'
import { booleanOf, castDouble } from '../../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../../xml/document.ts'
import { present, twoDecimals } from '../demands.ts'
import { eachWith, only } from '../selection.ts'
import { type Demand, type Holds, inUbl, rule, type Statement } from '../statements.ts'

const indicator = path('cbc:ChargeIndicator')
const amount = path('cbc:Amount')
const allowances = path('../cac:AllowanceCharge')
const lineAmounts = path('//cac:InvoiceLine/cbc:LineExtensionAmount | //cac:CreditNoteLine/cbc:LineExtensionAmount')
const lineTotal = path('cbc:LineExtensionAmount')
const allowanceTotal = path('cbc:AllowanceTotalAmount')
const chargeTotal = path('cbc:ChargeTotalAmount')
const withoutTax = path('cbc:TaxExclusiveAmount')
const withTax = path('cbc:TaxInclusiveAmount')
const prepaid = path('cbc:PrepaidAmount')
const rounding = path('cbc:PayableRoundingAmount')
const payable = path('cbc:PayableAmount')
const currencies = path('cbc:DocumentCurrencyCode')
const taxTotals = path('cac:TaxTotal/cbc:TaxAmount')
const currency = nameOf('@currencyID')
const totalsWithoutTax = path('cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount')
const totalsWithTax = path('cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount')
const dueDate = path('//cbc:DueDate | //cac:PaymentTerms/cbc:Note')

/** The one amount, undefined where there is none. @throws DynamicError for several and for what is no number */
export function amountOf(document: XmlDocument, node: ElementNode, way: Path): Decimal | undefined {
  const found = texts(document, node, way)
  return found.length === 0 ? undefined : castDecimal(only(found))
}

/** Whether both are there and equal. */
export function same(one: Decimal | undefined, other: Decimal | undefined): boolean {
  return one !== undefined && other !== undefined && equals(one, other)
}

const sumsLines: Holds = (document, node) => {
  const total = amountOf(document, node, lineTotal)
  return total !== undefined && equals(total, round(sumDecimal(texts(document, node, lineAmounts)), 2))
}

/** Where there is neither a total nor anything to add up, nothing is wrong. */
function sumsAllowances(total: Path, areCharges: boolean): Demand {
  return () => (document, node) => {
    const found = each(document, node, allowances).filter((one) =>
      texts(document, one, indicator).some((text) => booleanOf(text) === areCharges),
    )
    const stated = amountOf(document, node, total)
    if (stated === undefined) return found.length === 0
    return equals(stated, round(sumDecimal(found.flatMap((one) => texts(document, one, amount))), 2))
  }
}

/** The sum is rounded to cents only where an allowance or a charge takes part. */
const netTotalFits: Holds = (document, node) => {
  const stated = amountOf(document, node, withoutTax)
  const lines = amountOf(document, node, lineTotal)
  if (stated === undefined || lines === undefined) return false
  const less = amountOf(document, node, allowanceTotal)
  const more = amountOf(document, node, chargeTotal)
  if (less === undefined && more === undefined) return equals(stated, lines)
  const raised = more === undefined ? lines : add(lines, more)
  return equals(stated, round(less === undefined ? raised : subtract(raised, less), 2))
}

/** A side is rounded to cents where something was taken off it. */
const payableFits: Holds = (document, node) => {
  const stated = amountOf(document, node, payable)
  const total = amountOf(document, node, withTax)
  if (stated === undefined || total === undefined) return false
  const paid = amountOf(document, node, prepaid)
  const rounded = amountOf(document, node, rounding)
  const left = rounded === undefined ? stated : round(subtract(stated, rounded), 2)
  return equals(left, paid === undefined ? total : round(subtract(total, paid), 2))
}

/** The one VAT total in the invoice currency makes the difference between the totals with and without VAT. */
const grossTotalFits: Holds = (document, node) =>
  texts(document, node, currencies).every((code) => {
    const [tax, another] = eachWith(document, node, taxTotals, currency, code)
    if (tax === undefined || another !== undefined) return false
    const gross = texts(document, node, totalsWithTax).map(castDecimal)
    const net = amountOf(document, node, totalsWithoutTax)
    if (net === undefined) return false
    const expected = round(add(net, castDecimal(document.text(tax))), 2)
    return gross.some((total) => equals(total, expected))
  })

const dueDateIsKnown: Holds = (document, node) => !(castDouble(document.text(node)) > 0) || has(document, node, dueDate)

/** Decimals of the totals; in UBL, BR-DEC-13 and BR-DEC-15 look for the currency below the amount, where it never is, and always hold. */
const decimalRules: readonly Statement[] = [
  rule('BR-DEC-09', 'totals', twoDecimals('BT-106')),
  rule('BR-DEC-10', 'totals', twoDecimals('BT-107')),
  rule('BR-DEC-11', 'totals', twoDecimals('BT-108')),
  rule('BR-DEC-12', 'totals', twoDecimals('BT-109')),
  rule('BR-DEC-14', 'totals', twoDecimals('BT-112')),
  rule('BR-DEC-16', 'totals', twoDecimals('BT-113')),
  rule('BR-DEC-17', 'totals', twoDecimals('BT-114')),
  rule('BR-DEC-18', 'totals', twoDecimals('BT-115')),
  rule('BR-DEC-23', 'line', twoDecimals('BT-131')),
]

export const totalRules: readonly Statement[] = [
  rule('BR-12', 'totals', present('BT-106')),
  rule('BR-13', 'totals', present('BT-109')),
  rule('BR-14', 'totals', present('BT-112')),
  rule('BR-15', 'totals', present('BT-115')),
  ...decimalRules,
  inUbl('BR-CO-10', 'totals', () => sumsLines),
  inUbl('BR-CO-11', 'totals', sumsAllowances(allowanceTotal, false)),
  inUbl('BR-CO-12', 'totals', sumsAllowances(chargeTotal, true)),
  inUbl('BR-CO-13', 'totals', () => netTotalFits),
  inUbl('BR-CO-15', 'invoice', () => grossTotalFits),
  inUbl('BR-CO-16', 'totals', () => payableFits),
  inUbl('BR-CO-25', 'dueAmount', () => dueDateIsKnown, { until: '1.3.15' }),
]
