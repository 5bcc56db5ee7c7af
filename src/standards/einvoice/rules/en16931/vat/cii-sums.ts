// Net amounts of a CII invoice by VAT category and rate: of lines, and of the allowances and charges of the document.
import { add, castDecimal, type Decimal, zero } from '../../../engine/decimal.ts'
import { each, path, texts } from '../../../engine/paths.ts'
import { type ElementNode, type NameId, nameOf, type XmlDocument } from '../../../xml/document.ts'
import { oncePerDocument } from '../once-per-document.ts'
import { type State, standsIn } from '../states.ts'
import { textOfChild } from './cii-facts.ts'
import { childOf, nextAlike, saysTruth } from './nodes.ts'
import { enterAmount, type NamedTax, rateKey, type Sums } from './sums.ts'

const name = {
  actualAmount: nameOf('ram:ActualAmount'),
  category: nameOf('ram:CategoryCode'),
  chargeTax: nameOf('ram:CategoryTradeTax'),
  lineTotal: nameOf('ram:LineTotalAmount'),
  rate: nameOf('ram:RateApplicablePercent'),
  summation: nameOf('ram:SpecifiedTradeSettlementLineMonetarySummation'),
  tax: nameOf('ram:ApplicableTradeTax'),
}

const transaction = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction'
const lineSettlements = path(`${transaction}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement`)
const allowanceCharges = path(`${transaction}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge`)
const indicators = path('ram:ChargeIndicator/udt:Indicator')

interface CiiSums {
  readonly lines: Sums
  readonly charges: Sums
  readonly allowances: Sums
  /** Some allowance or charge has not exactly one indicator; tests that cast the indicator break off then. */
  readonly isIndicatorUnclear: boolean
}

/** How the sums of a document are got. */
export type CiiSumsOf = (document: XmlDocument) => CiiSums

/** The sums as a state of the rules adds them up: until 1.3.15 a second amount of an allowance or charge is an error, later it is passed over. */
export function ciiSumsIn(state: State): CiiSumsOf {
  const takesFirst = standsIn({ since: '1.3.16' }, state)
  return oncePerDocument((document) => {
    const lines: Sums = new Map()
    const charges: Sums = new Map()
    const allowances: Sums = new Map()
    let isIndicatorUnclear = false
    for (const line of each(document, 0, lineSettlements))
      enterAmount(lines, line, taxesOf(document, line, name.tax), lineAmount(document, line))
    for (const node of each(document, 0, allowanceCharges)) {
      const words = texts(document, node, indicators)
      const taxes = taxesOf(document, node, name.chargeTax)
      const amount = amountOf(document, node, name.actualAmount, takesFirst)
      if (words.length !== 1) isIndicatorUnclear = true
      if (words.some((word) => saysTruth(word, true))) enterAmount(charges, node, taxes, amount)
      if (words.some((word) => saysTruth(word, false))) enterAmount(allowances, node, taxes, amount)
    }
    return { lines, charges, allowances, isIndicatorUnclear }
  })
}

function taxesOf(document: XmlDocument, node: ElementNode, kind: NameId): NamedTax[] {
  const taxes: NamedTax[] = []
  for (let tax = childOf(document, node, kind); tax !== -1; tax = nextAlike(document, tax)) {
    const rate = textOfChild(document, tax, name.rate)
    taxes.push({ code: textOfChild(document, tax, name.category) ?? '', rate: rate === undefined ? undefined : rateKey(rate) })
  }
  return taxes
}

function lineAmount(document: XmlDocument, line: ElementNode): Decimal | undefined {
  let total: Decimal = zero
  for (let sum = childOf(document, line, name.summation); sum !== -1; sum = nextAlike(document, sum)) {
    const amount = amountOf(document, sum, name.lineTotal, false)
    if (amount === undefined) return undefined
    total = add(total, amount)
  }
  return total
}

/** The only amount of a name, or the first; zero for none, undefined for several where only one may be. */
function amountOf(document: XmlDocument, node: ElementNode, kind: NameId, takesFirst: boolean): Decimal | undefined {
  const amount = childOf(document, node, kind)
  if (amount === -1) return zero
  if (!takesFirst && nextAlike(document, amount) !== -1) return undefined
  return castDecimal(document.text(amount))
}
