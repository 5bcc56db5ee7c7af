// The syntax rules of CII: the contexts of the outline in the official order, and what its named conditions mean.
import { type Context, match } from '../../../engine/rules.ts'
import { nameOf } from '../../../xml/document.ts'
import type { State } from '../states.ts'
import { ciiHandRules } from './cii-by-hand.ts'
import { ciiOutline } from './cii-outline.ts'
import { type Conditions, contextsOf } from './contexts.ts'
import { endingIn } from './names.ts'

/** The contexts of CII-SR and CII-DT. */
export function ciiSyntaxContexts(state: State): Context[] {
  return contextsOf({ family: 'CII-', outline: ciiOutline, conditions, handRules: ciiHandRules }, state)
}

const format = nameOf('@format')
const prefix = 'ram'

/** CII has no place for elements of other makers, so the names that the vocabulary knows are all that can stand in a valid invoice. */
const conditions: Conditions = {
  parameter: () => [match(endingIn('DocumentContextParameter'))],
  identifier: () => [match(endingIn('ID', { prefix }))],
  reference: () => [match(endingIn('ReferencedDocument', { prefix }))],
  amount: () => [match(endingIn('Amount', { prefix, but: (local) => local === 'TaxTotalAmount' }))],
  quantity: () => [match(endingIn('Quantity', { prefix }))],
  tax: () => [match(endingIn('TradeTax', { prefix }))],
  day: (pattern) => [match(pattern, (document, node) => document.attribute(node, format) === '102')],
}
