// The rules of CII on the VAT breakdown: its amounts, its tax and its reasons for exemption, with the arithmetic of the official tests.
import { absolute, add, castDecimal, type Decimal, fromInteger, round, subtract, toDouble } from '../../../engine/decimal.ts'
import { has, path, texts } from '../../../engine/paths.ts'
import type { Condition, Rule } from '../../../engine/rules.ts'
import { castDouble, compareText, DynamicError } from '../../../engine/values.ts'
import type { XmlDocument } from '../../../xml/document.ts'
import { oncePerDocument } from '../once-per-document.ts'
import { type Category, canaryIslands, ceutaAndMelilla, intraCommunity, outsideScope, standardRate, zeroRate } from './categories.ts'
import { ciiVatFacts, placesOf } from './cii-facts.ts'
import type { CiiSumsOf } from './cii-sums.ts'
import { rateKey, totalOf } from './sums.ts'

/** The amount that the invoice adds up to for a category, and at a rate where one is given. */
type Net = (document: XmlDocument, rate?: string) => Decimal

/** The rules 08 and up of a category, seen from the context in which CII tests it. */
export function ciiBreakdownRules(category: Category, sums: CiiSumsOf): Rule[] {
  const entry = (number: string, holds: Condition): Rule => ({ id: `BR-${category.family}-${number}`, level: 'error', holds })
  const reason = entry('10', category.reason === 'needed' ? hasReason(category) : (document, node) => !hasReason(category)(document, node))
  // Of these two the official tests look for rates beside the group instead of in it and find none, and the test of the tax is left out.
  if (category === canaryIslands || category === ceutaAndMelilla) return [reason]
  const net = netOf(category, sums)
  if (category === standardRate) return [entry('08', isNetPerRate(net)), entry('09', isTaxAtRate), reason]
  const untaxed = entry('09', isUntaxed(category))
  if (category === outsideScope) return [entry('08', isNet(net)), untaxed, reason, ...aloneRules(entry)]
  const rules = [entry('08', isNearlyNet(net)), untaxed, reason]
  return category === intraCommunity ? [...rules, entry('11', hasDelivery), entry('12', hasDeliveryCountry)] : rules
}

/** Sums of lines, charges and allowances are rounded to cents each before they meet. */
function netOf(category: Category, sums: CiiSumsOf): Net {
  // Only these two cast the indicators of all allowances and charges, and break off where one is missing.
  const castsIndicators = category === zeroRate || category === outsideScope
  return (document, rate) => {
    const { lines, charges, allowances, isIndicatorUnclear } = sums(document)
    const ofLines = round(totalOf(lines, category.code, rate), 2)
    if (castsIndicators && isIndicatorUnclear) throw new DynamicError('an allowance or charge without its indicator')
    return subtract(add(ofLines, round(totalOf(charges, category.code, rate), 2)), round(totalOf(allowances, category.code, rate), 2))
  }
}

const basisOfGroup = path('ram:BasisAmount')
const basis = path('../ram:BasisAmount')
const rates = path('../ram:RateApplicablePercent')
const tax = path('../ram:CalculatedAmount')
const taxOfGroup = path('ram:CalculatedAmount')
const reasons = path('../ram:ExemptionReason | ../ram:ExemptionReasonCode')
const reasonsOfGroup = path('ram:ExemptionReason | ram:ExemptionReasonCode')

/** Some basis amount is the sum; compared as doubles. */
function isNet(net: Net): Condition {
  return (document, node) => {
    const sum = toDouble(net(document))
    return texts(document, node, basisOfGroup).some((amount) => compareText(amount, sum, 'double') === 0)
  }
}

/** The basis amount is the sum by less than one unit more or less; computed and compared as doubles. */
function isNearlyNet(net: Net): Condition {
  return (document, node) => {
    const amount = only(texts(document, node, basis))
    if (amount === undefined) return false
    const sum = toDouble(net(document))
    const double = castDouble(amount)
    return double - 1 < sum && double + 1 > sum
  }
}

/** As the first, for the amounts at the rate of the group; without a rate nothing is demanded. */
function isNetPerRate(net: Net): Condition {
  return (document, node) =>
    texts(document, node, rates).every((rate) => {
      const amounts = texts(document, node, basis)
      const sum = toDouble(net(document, rateKey(rate)))
      return amounts.some((amount) => compareText(amount, sum, 'double') === 0)
    })
}

const one = fromInteger(1)

/** The tax is the basis times the rate, by less than one unit more or less. The product is a double, so are the comparisons. */
const isTaxAtRate: Condition = (document, node) => {
  const taxText = only(texts(document, node, tax))
  const basisText = only(texts(document, node, basis))
  const rateText = only(texts(document, node, rates))
  if (taxText === undefined || basisText === undefined || rateText === undefined) return false
  const amount = absolute(castDecimal(taxText))
  const expected = Math.round(toDouble(absolute(castDecimal(basisText))) * castDouble(rateText)) / 100
  return toDouble(subtract(amount, one)) < expected && toDouble(add(amount, one)) > expected
}

/** @throws DynamicError for more than one text, as arithmetic does */
function only(found: readonly string[]): string | undefined {
  if (found.length > 1) throw new DynamicError('more than one amount where one is asked for')
  return found[0]
}

function isUntaxed(category: Category): Condition {
  const where = category === outsideScope ? taxOfGroup : tax
  return (document, node) => texts(document, node, where).some((amount) => compareText(amount, 0, 'integer') === 0)
}

function hasReason(category: Category): Condition {
  const isGroup = category === outsideScope || category === canaryIslands || category === ceutaAndMelilla
  const where = isGroup ? reasonsOfGroup : reasons
  return (document, node) => has(document, node, where)
}

/** No other category stands beside "not subject to VAT"; the rules come in pairs that test the same. */
function aloneRules(entry: (number: string, holds: Condition) => Rule): Rule[] {
  const noOtherTax: Condition = (document) => ciiVatFacts(document).all.tax === placesOf(document, outsideScope.code).tax
  const noOtherCharge: Condition = (document) => ciiVatFacts(document).all.charge === placesOf(document, outsideScope.code).charge
  return [entry('11', noOtherTax), entry('12', noOtherTax), entry('13', noOtherCharge), entry('14', noOtherCharge)]
}

const delivery = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery'
const deliveryDate = path(`${delivery}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString`)
const period = path(
  '//ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod/ram:StartDateTime | //ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod/ram:EndDateTime',
)
const deliveryCountry = path(`${delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID`)

/** The official test looks for the period in the settlement at hand; a valid invoice has only one. */
const hasDelivery: Condition = oncePerDocument((document) => has(document, 0, deliveryDate) || has(document, 0, period))
const hasDeliveryCountry: Condition = oncePerDocument((document) => has(document, 0, deliveryCountry))
