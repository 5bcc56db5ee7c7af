// How a rule is stated: what it demands of business terms, at which place of which syntax, in which states of the rules.
import type { Level, Rule } from '../../engine/rules.ts'
import { terms } from '../../semantic-model/terms.ts'
import { concernedTerms } from './general/concerned-terms.ts'
import { type CiiPlace, ciiPlaces, type Place, type UblPlace, ublPlaces } from './places.ts'
import { type State, type Stated, type Syntax, standsIn } from './states.ts'

export type Holds = Rule['holds']

/** What is demanded, before it is known in which syntax and state and from which node it is looked for. */
export type Demand = (at: Standpoint) => Holds

/** A kind of node in a syntax, in a state of the rules. */
interface Standpoint {
  readonly state: State
  /** The paths from the node to a business term ('BT-…', 'BG-…'; one for each way to write it), or the given path itself. */
  readonly paths: (termOrPath: string) => readonly string[]
}

export interface Statement extends Stated {
  readonly id: string
  readonly level: Level
  readonly ubl?: { readonly place: UblPlace; readonly demand: Demand }
  readonly cii?: { readonly place: CiiPlace; readonly demand: Demand }
}

interface Limits extends Stated {
  readonly level?: Level
}

/** A rule that demands the same in both syntaxes, at places of the same name or of two names. */
export function rule(
  id: string,
  place: (UblPlace & CiiPlace) | readonly [UblPlace, CiiPlace],
  demand: Demand,
  limits: Limits = {},
): Statement {
  const [ubl, cii] = typeof place === 'string' ? [place, place] : place
  return { id, level: 'error', ...limits, ubl: { place: ubl, demand }, cii: { place: cii, demand } }
}

/** A rule, or the part of one, that stands so in UBL only. */
export function inUbl(id: string, place: UblPlace, demand: Demand, limits: Limits = {}): Statement {
  return { id, level: 'error', ...limits, ubl: { place, demand } }
}

/** A rule, or the part of one, that stands so in CII only. */
export function inCii(id: string, place: CiiPlace, demand: Demand, limits: Limits = {}): Statement {
  return { id, level: 'error', ...limits, cii: { place, demand } }
}

/** The rules that are stated for a place, in a state. */
export function rulesAt(statements: readonly Statement[], syntax: Syntax, state: State, name: string): Rule[] {
  const places: Readonly<Record<string, Place>> = syntax === 'ubl' ? ublPlaces : ciiPlaces
  const place = places[name]
  if (place === undefined) throw new Error(`${syntax} has no place "${name}"`)
  return statements.flatMap((statement) => {
    const stands = statement[syntax]
    return stands?.place === name && standsIn(statement, state) ? boundRule(statement, stands.demand, { syntax, state, place }) : []
  })
}

/** Binds a demand to a place. The finding concerns the first term that the demand asks for. */
function boundRule(
  { id, level }: Statement,
  demand: Demand,
  { syntax, state, place }: { syntax: Syntax; state: State; place: Place },
): Rule {
  let bt = concernedTerms[id]
  const paths = (termOrPath: string): readonly string[] => {
    if (!/^B[TG]-/.test(termOrPath)) return [termOrPath]
    bt ??= termOrPath
    return pathsOfTerm(syntax, place, termOrPath)
  }
  const holds = demand({ state, paths })
  return bt === undefined ? { id, level, holds } : { id, level, holds, bt }
}

function pathsOfTerm(syntax: Syntax, place: Place, name: string): readonly string[] {
  if (place.group === undefined) throw new Error(`no terms are known from "${place.match}"`)
  let ways: readonly string[] = ['']
  for (let at = name; at !== place.group; ) {
    const term = terms[at]
    if (term === undefined) throw new Error(`${name} is not below "${place.group}"`)
    const steps = syntax === 'cii' ? [term.cii] : [term.ubl, term.creditNote]
    const written = steps.flatMap((step) => step?.split(' | ') ?? [])
    ways = written.flatMap((step) => ways.map((way) => joined(step, way)))
    at = term.group
  }
  return ways.map((way) => joined(place.up ?? '', way))
}

function joined(...steps: readonly string[]): string {
  return steps.filter((step) => step !== '' && step !== '.').join('/')
}
