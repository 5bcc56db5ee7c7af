// Invoice lines: BR-21 … BR-28, BR-54, BR-64, BR-65 and BR-CO-04.
import { each, has, path } from '../../../engine/paths.ts'
import { allOf, anyOf, filled, not, notNegative, present } from '../demands.ts'
import { isVatCii } from '../selection.ts'
import { inCii, inUbl, rule, type Statement } from '../statements.ts'
import { isVat } from '../vat/ubl-facts.ts'

const categories = path('cac:Item/cac:ClassifiedTaxCategory')
const identifier = path('cbc:ID')
const taxes = path('ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax')
const categoryCode = path('ram:CategoryCode')

export const lineRules: readonly Statement[] = [
  rule('BR-21', 'line', filled('BT-126')),
  rule('BR-22', 'line', present('BT-129')),
  rule('BR-23', 'line', present('BT-130')),
  rule('BR-24', 'line', present('BT-131')),
  rule('BR-25', 'line', filled('BT-153')),
  rule('BR-26', 'line', present('BT-146')),
  // A line without a price is also not one with a price of zero or more.
  rule('BR-27', 'line', notNegative('BT-146')),
  rule('BR-28', 'line', anyOf(notNegative('BT-148'), not(present('BT-148')))),
  rule('BR-54', 'itemAttribute', allOf(present('BT-160'), present('BT-161'))),
  // UBL asks the node itself for the attribute, CII what stands above it for one with text.
  inUbl('BR-64', 'itemStandardIdentifier', present('@schemeID')),
  inCii('BR-64', 'line', anyOf(filled('ram:SpecifiedTradeProduct/ram:GlobalID/@schemeID'), not(present('BT-157')))),
  inUbl('BR-65', 'itemClassification', present('@listID')),
  inCii('BR-65', 'itemClassification', anyOf(filled('ram:ClassCode/@listID'), not(present('ram:ClassCode')))),
  inUbl(
    'BR-CO-04',
    'line',
    () => (document, node) => each(document, node, categories).some((found) => isVat(document, found) && has(document, found, identifier)),
  ),
  inCii(
    'BR-CO-04',
    'line',
    () => (document, node) => each(document, node, taxes).some((found) => isVatCii(document, found) && has(document, found, categoryCode)),
  ),
]
