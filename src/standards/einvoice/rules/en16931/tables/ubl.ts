// The syntax rules of UBL: the contexts of the outline in the official order, and what its named conditions mean.
import { has, path, texts } from '../../../engine/paths.ts'
import { type Condition, type Context, match } from '../../../engine/rules.ts'
import { trim } from '../../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../../xml/document.ts'
import type { State } from '../states.ts'
import { type Conditions, contextsOf } from './contexts.ts'
import { endingIn, isForeignEndingIn } from './names.ts'
import { ublHandRules } from './ubl-by-hand.ts'
import { ublOutline } from './ubl-outline.ts'

/** The contexts of UBL-CR, UBL-SR and UBL-DT. */
export function ublSyntaxContexts(state: State): Context[] {
  return contextsOf({ family: 'UBL-', outline: ublOutline, conditions, handRules: ublHandRules }, state)
}

const conditions: Conditions = {
  amount: () => [
    match(endingIn('Amount', { but: isPriceAmount }), isOutsideAllowedPrices),
    match('?', (document, node) => isForeignAmount(document, node) && isOutsideAllowedPrices(document, node)),
  ],
  attachment: () => [match(endingIn('BinaryObject')), match('?', (document, node) => isForeignEndingIn(document, node, 'BinaryObject'))],
  allowance: (pattern) => [match(pattern, says('false', '0'))],
  charge: (pattern) => [match(pattern, says('true', '1'))],
}

function isPriceAmount(local: string): boolean {
  return local.endsWith('PriceAmount')
}

function isForeignAmount(document: XmlDocument, node: ElementNode): boolean {
  return isForeignEndingIn(document, node, 'Amount') && !isPriceAmount(document.localName(node))
}

const price = nameOf('cac:Price')
const allowanceCharge = path('cac:AllowanceCharge')

/** Nothing above is a price with an allowance or charge of its own: below such a price amounts may have more decimals. */
function isOutsideAllowedPrices(document: XmlDocument, node: ElementNode): boolean {
  for (let at = document.parent(node); at >= 0; at = document.parent(at)) {
    if (document.nameId(at) === price && has(document, at, allowanceCharge)) return false
  }
  return true
}

const indicator = path('cbc:ChargeIndicator')

function says(...words: readonly string[]): Condition {
  return (document, node) => texts(document, node, indicator).some((text) => words.includes(trim(text)))
}
