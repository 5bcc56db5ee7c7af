// The totals in CII: BR-CO-10 … BR-CO-13, BR-CO-15, BR-CO-16, BR-CO-25, BR-DEC-13 and BR-DEC-15. Untyped sums are doubles here, as in the official rules.
import { add, castDecimal, type Decimal, equals, fromDouble, round, subtract, sumDouble } from '../../../engine/decimal.ts'
import { each, has, type Path, path, texts } from '../../../engine/paths.ts'
import { booleanOf, castDouble, compareText, number } from '../../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../../xml/document.ts'
import { eachWith, oneText } from '../selection.ts'
import { type Demand, type Holds, inCii, type Statement } from '../statements.ts'
import { invoiceCurrencies, taxCurrencies } from './cii-currencies.ts'
import { equalsSum, sumInCents } from './double-sums.ts'
import { amountOf, same } from './totals.ts'

const settlement = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement'
const summation = 'ram:SpecifiedTradeSettlementHeaderMonetarySummation'

const lineAmounts = path(
  '../../ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
)
const lineTotal = path('ram:LineTotalAmount')
const allowances = path(`${settlement}/ram:SpecifiedTradeAllowanceCharge`)
const indicator = path('ram:ChargeIndicator/udt:Indicator')
const actualAmount = path('ram:ActualAmount')
const allowanceTotal = path('ram:AllowanceTotalAmount')
const chargeTotal = path('ram:ChargeTotalAmount')
const withoutTax = path('ram:TaxBasisTotalAmount')
const withTax = path('ram:GrandTotalAmount')
const prepaid = path('ram:TotalPrepaidAmount')
const rounding = path('ram:RoundingAmount')
const payable = path('ram:DuePayableAmount')
const taxTotal = path('ram:TaxTotalAmount')
const currency = nameOf('@currencyID')
const taxTotals = path(`${settlement}/${summation}/ram:TaxTotalAmount`)
const summations = path(`//${summation}`)
const totalsWithTax = path(`${settlement}/${summation}/ram:GrandTotalAmount`)
const totalsWithoutTax = path(`${settlement}/${summation}/ram:TaxBasisTotalAmount`)
const anyPayable = path('//ram:DuePayableAmount')
const paymentTerms = path('//ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime | //ram:SpecifiedTradePaymentTerms/ram:Description')

/** How an amount is taken where the schema allows several: until 1.3.15 several are an error of the rule, since then the first one counts. */
type Take = (document: XmlDocument, node: ElementNode, way: Path) => Decimal | undefined

const firstAmount: Take = (document, node, way) => {
  const [found] = texts(document, node, way)
  return found === undefined ? undefined : castDecimal(found)
}

/** The sum of the lines is a double. Its exact binary value is then rounded: 1163.405 is a little less than it looks and becomes 1163.40. */
const sumsLines: Holds = (document, node) => {
  const total = amountOf(document, node, lineTotal)
  return total !== undefined && equals(total, round(fromDouble(sumDouble(texts(document, node, lineAmounts))), 2))
}

function sumsAllowances(total: Path, areCharges: boolean, amountsOf: (all: readonly string[]) => readonly string[]): Demand {
  return () => (document, node) => {
    const found = each(document, node, allowances).filter((one) =>
      texts(document, one, indicator).some((text) => booleanOf(text) === areCharges),
    )
    const stated = texts(document, node, total)
    if (stated.length === 0) return found.length === 0
    const sum = sumInCents(found.flatMap((one) => amountsOf(texts(document, one, actualAmount))))
    return stated.some((text) => equalsSum(text, sum))
  }
}

const everyAmount = (all: readonly string[]): readonly string[] => all
const firstOnly = (all: readonly string[]): readonly string[] => all.slice(0, 1)

/** Unlike in UBL the sum is always rounded to cents. */
function netTotalFits(take: Take): Demand {
  return () => (document, node) => {
    const stated = take(document, node, withoutTax)
    const lines = stated && take(document, node, lineTotal)
    if (stated === undefined || lines === undefined) return false
    const less = take(document, node, allowanceTotal)
    const more = take(document, node, chargeTotal)
    const lowered = less === undefined ? lines : subtract(lines, less)
    return equals(stated, round(more === undefined ? lowered : add(lowered, more), 2))
  }
}

/** Nothing is rounded here. */
function payableFits(take: Take): Demand {
  return () => (document, node) => {
    const stated = take(document, node, payable)
    const total = stated && take(document, node, withTax)
    if (stated === undefined || total === undefined) return false
    const paid = take(document, node, prepaid)
    const rounded = take(document, node, rounding)
    const left = paid === undefined ? total : subtract(total, paid)
    return equals(stated, rounded === undefined ? left : add(left, rounded))
  }
}

/** The VAT total in the invoice currency makes the difference between the totals, unless these are equal. */
function grossTotalFits(
  totals: (document: XmlDocument, node: ElementNode) => readonly [gross: Decimal | undefined, net: Decimal | undefined],
): Demand {
  return () => (document, node) =>
    invoiceCurrencies(document).every((code) => {
      const [tax, another] = eachWith(document, node, taxTotals, currency, code)
      const [gross, net] = totals(document, node)
      if (same(gross, net)) return true
      if (tax === undefined || another !== undefined || net === undefined) return false
      return same(gross, round(add(net, castDecimal(document.text(tax))), 2))
    })
}

/** Some VAT total in the currency has no more than two decimals, or some other one passes anyway. */
function someTaxTotal(passes: (document: XmlDocument, tax: ElementNode, isRounded: () => boolean) => boolean): Demand {
  return () => (document, node) => {
    const taxes = each(document, node, taxTotal)
    return taxes.length === 0 || taxes.some((tax) => passes(document, tax, () => isInCents(document.text(tax))))
  }
}

/** Whether the amount is in one of the currencies. */
function isIn(document: XmlDocument, amount: ElementNode, currencies: readonly string[]): boolean {
  const code = document.attribute(amount, currency)
  return code !== undefined && currencies.includes(code)
}

function isInCents(text: string): boolean {
  return compareText(text, Math.round(castDouble(text) * 100) / 100, 'double') === 0
}

export const ciiTotalRules: readonly Statement[] = [
  inCii('BR-CO-10', 'totals', () => sumsLines),
  inCii('BR-CO-11', 'totals', sumsAllowances(allowanceTotal, false, everyAmount), { until: '1.3.15' }),
  inCii('BR-CO-11', 'totals', sumsAllowances(allowanceTotal, false, firstOnly), { since: '1.3.16' }),
  inCii('BR-CO-12', 'totals', sumsAllowances(chargeTotal, true, everyAmount), { until: '1.3.15' }),
  inCii('BR-CO-12', 'totals', sumsAllowances(chargeTotal, true, firstOnly), { since: '1.3.16' }),
  inCii('BR-CO-13', 'totals', netTotalFits(amountOf), { until: '1.3.15' }),
  inCii('BR-CO-13', 'totals', netTotalFits(firstAmount), { since: '1.3.16' }),
  inCii(
    'BR-CO-15',
    'invoice',
    grossTotalFits((document, node) => {
      const [found] = each(document, node, summations)
      return found === undefined ? [undefined, undefined] : [amountOf(document, found, withTax), amountOf(document, found, withoutTax)]
    }),
    { until: '1.3.15' },
  ),
  inCii(
    'BR-CO-15',
    'invoice',
    grossTotalFits((document, node) => [firstAmount(document, node, totalsWithTax), firstAmount(document, node, totalsWithoutTax)]),
    { since: '1.3.16' },
  ),
  inCii('BR-CO-16', 'totals', payableFits(amountOf), { until: '1.3.15' }),
  inCii('BR-CO-16', 'totals', payableFits(firstAmount), { since: '1.3.16' }),
  inCii(
    'BR-CO-25',
    'invoice',
    () => (document, node) => !(number(oneText(document, node, anyPayable)) > 0) || has(document, node, paymentTerms),
    { until: '1.3.15' },
  ),
  // One total in another currency, or without one, is enough for BR-DEC-13 to hold; for BR-DEC-15 it is not.
  inCii(
    'BR-DEC-13',
    'totals',
    someTaxTotal((document, tax, isRounded) => !isIn(document, tax, invoiceCurrencies(document)) || isRounded()),
  ),
  inCii(
    'BR-DEC-15',
    'totals',
    someTaxTotal(
      (document, tax, isRounded) => taxCurrencies(document).length === 0 || (isIn(document, tax, taxCurrencies(document)) && isRounded()),
    ),
  ),
]
