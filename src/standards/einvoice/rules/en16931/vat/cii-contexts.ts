// The VAT rules that CII tests at each category: of the breakdown, of allowances, of charges and of lines.
import { path, texts } from '../../../engine/paths.ts'
import type { Condition, Context, Rule } from '../../../engine/rules.ts'
import { compareText, upper } from '../../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../../xml/document.ts'
import type { State } from '../states.ts'
import {
  type Category,
  canaryIslands,
  categories,
  ceutaAndMelilla,
  exportOutsideEu,
  intraCommunity,
  outsideScope,
  type RateDemand,
  reverseCharge,
  standardRate,
  zeroRate,
} from './categories.ts'
import { ciiBreakdownRules } from './cii-breakdown.ts'
import { ciiIdentified, type Identified, textOfChild } from './cii-facts.ts'
import { ciiSumsIn } from './cii-sums.ts'
import { saysTruth } from './nodes.ts'
import { perCategory } from './per-category.ts'

type CodeAt = (document: XmlDocument, node: ElementNode) => string | undefined

const name = {
  category: nameOf('ram:CategoryCode'),
  rate: nameOf('ram:RateApplicablePercent'),
  typeCode: nameOf('ram:TypeCode'),
}
const header = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax'
const line = 'rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax'
const chargeTax = 'ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax'

/** Categories that have their rules for the breakdown at the whole group there; the others have them at the category code in it. */
const atGroup: readonly Category[] = [canaryIslands, ceutaAndMelilla, outsideScope]
/** Categories whose codes in the breakdown count whatever the type of the tax is. */
const ofAnyTax: readonly Category[] = [standardRate, zeroRate]
const atCode = categories.filter((category) => !atGroup.includes(category) && !ofAnyTax.includes(category))

/** Contexts of all categories in CII, for the pattern of the general rules, before its context of the whole breakdown. */
export function ciiVatContexts(state: State): Context[] {
  const sums = ciiSumsIn(state)
  const breakdown = (some: readonly Category[]) => byCode(some, (category) => ciiBreakdownRules(category, sums))
  const atUse = (person: string, rate: string) =>
    byCode(categories, (category) => [identifiedRule(category, person), rateRule(category, rate)])
  return [
    perCategory({ pattern: `${header}/ram:CategoryCode`, where: isCodeOfVat, code: ownText, rules: breakdown(atCode) }),
    perCategory({
      pattern: 'ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode',
      where: () => true,
      code: ownText,
      rules: breakdown(ofAnyTax),
    }),
    perCategory({ pattern: header, where: isVat, code: codeOf, rules: breakdown(atGroup) }),
    perCategory({ pattern: line, where: isVat, code: codeOf, rules: atUse('02', '05') }),
    perCategory({ pattern: chargeTax, where: isVatOf(false), code: codeOf, rules: atUse('03', '06') }),
    perCategory({ pattern: chargeTax, where: isVatOf(true), code: codeOf, rules: atUse('04', '07') }),
  ]
}

function byCode(some: readonly Category[], rulesOf: (category: Category) => readonly Rule[]): Map<string, readonly Rule[]> {
  return new Map(some.map((category) => [category.code, rulesOf(category)]))
}

const ownText: CodeAt = (document, node) => document.text(node)
const codeOf: CodeAt = (document, node) => textOfChild(document, node, name.category)

/** The tax is VAT, in whatever case but without white space around. */
const isVat: Condition = (document, node) => upper(textOfChild(document, node, name.typeCode) ?? '') === 'VAT'
const isCodeOfVat: Condition = (document, node) => isVat(document, document.parent(node))

const indicators = path('ram:ChargeIndicator/udt:Indicator')

function isVatOf(isCharge: boolean): Condition {
  return (document, node) =>
    isVat(document, node) && texts(document, document.parent(node), indicators).some((word) => saysTruth(word, isCharge))
}

/** Who must be identified for tax where the category is used, or must not be. */
const identified = new Map<Category, (known: Identified) => boolean>([
  [reverseCharge, (known) => known.bothForReverseCharge],
  [exportOutsideEu, (known) => known.supplierForVat],
  [intraCommunity, (known) => known.bothForVat],
  [outsideScope, (known) => known.nobodyForVat],
])

function identifiedRule(category: Category, number: string): Rule {
  const test = identified.get(category) ?? ((known: Identified) => known.supplier)
  return { id: `BR-${category.family}-${number}`, level: 'error', holds: (document) => test(ciiIdentified(document)) }
}

/** Rates are compared as doubles; a missing one is neither zero nor positive. */
const rateTests: Readonly<Record<RateDemand, (rate: string | undefined) => boolean>> = {
  zero: (rate) => rate !== undefined && compareText(rate, 0, 'integer') === 0,
  positive: (rate) => rate !== undefined && compareText(rate, 0, 'integer') > 0,
  'not negative': (rate) => rate !== undefined && compareText(rate, 0, 'integer') >= 0,
  absent: (rate) => rate === undefined,
}

function rateRule(category: Category, number: string): Rule {
  const test = rateTests[category.rate.cii]
  return { id: `BR-${category.family}-${number}`, level: 'error', holds: (document, node) => test(textOfChild(document, node, name.rate)) }
}
