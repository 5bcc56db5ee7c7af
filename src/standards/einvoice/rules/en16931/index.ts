// The rules of EN 16931 as patterns, per syntax and state: the general rules here, VAT categories in vat/, what a syntax must not use in tables/.
import { type Context, match, type Pattern, type Rule } from '../../engine/rules.ts'
import { allowanceRules } from './general/allowances.ts'
import { codeContexts } from './general/codes.ts'
import { invoiceRules } from './general/invoice.ts'
import { lineRules } from './general/lines.ts'
import { noteRules } from './general/notes.ts'
import { partyRules } from './general/parties.ts'
import { paymentRules } from './general/payment.ts'
import { periodRules } from './general/periods.ts'
import { totalRules } from './general/totals.ts'
import { ciiTotalRules } from './general/totals-cii.ts'
import { vatRules } from './general/vat-breakdown.ts'
import { ciiPlaces, type Place, ublPlaces } from './places.ts'
import { rulesAt, type Statement } from './statements.ts'
import { type State, type Syntax, standsIn } from './states.ts'
import { ciiSyntaxContexts } from './tables/cii.ts'
import { ublSyntaxContexts } from './tables/ubl.ts'
import { ciiVatContexts } from './vat/cii-contexts.ts'
import { ciiDocumentRules } from './vat/cii-document-rules.ts'
import { ublVatContexts } from './vat/ubl-contexts.ts'
import { ublDocumentRules } from './vat/ubl-document-rules.ts'

/**
 * The general rules. Stated officially but never broken, and so not here: BR-CO-05 … BR-CO-08 (always true), BR-DEC-13 and BR-DEC-15 of
 * UBL (they look for the currency below the amount), BR-CO-27 of CII 1.3.15 (an earlier context takes all its nodes).
 */
const statements: readonly Statement[] = [
  ...invoiceRules,
  ...partyRules,
  ...lineRules,
  ...periodRules,
  ...allowanceRules,
  ...paymentRules,
  ...noteRules,
  ...totalRules,
  ...ciiTotalRules,
  ...vatRules,
]

/** The patterns in the official order; within a pattern the first context that matches takes a node. */
export function en16931Patterns(syntax: Syntax, state: State): readonly Pattern[] {
  const [model, tables] = syntax === 'ubl' ? [ublModel(state), ublSyntaxContexts(state)] : [ciiModel(state), ciiSyntaxContexts(state)]
  return [
    { name: 'model', contexts: model },
    { name: 'syntax', contexts: tables },
    { name: 'codes', contexts: codeContexts(syntax, state) },
  ]
}

function ublModel(state: State): readonly Context[] {
  return [...contextsAt('ubl', state, ublPlaces, { invoice: ublDocumentRules(state) }), ...ublVatContexts()]
}

/** The VAT categories come before the breakdown: those on its own nodes (L, M and O) keep them from the general rules for it. */
function ciiModel(state: State): readonly Context[] {
  const { vatBreakdown, ...others } = ciiPlaces
  return [
    ...contextsAt('cii', state, others, { invoice: ciiDocumentRules() }),
    ...ciiVatContexts(state),
    ...contextsAt('cii', state, { vatBreakdown }),
  ]
}

function contextsAt(
  syntax: Syntax,
  state: State,
  places: Readonly<Record<string, Place>>,
  more: Readonly<Record<string, readonly Rule[]>> = {},
): Context[] {
  return Object.entries(places)
    .filter(([, place]) => standsIn(place, state))
    .map(([name, place]) => ({
      match: match(place.match, place.where),
      rules: [...rulesAt(statements, syntax, state, name), ...(more[name] ?? [])],
    }))
}
