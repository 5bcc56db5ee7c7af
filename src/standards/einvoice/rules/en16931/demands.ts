// What the rules of EN 16931 demand again and again: presence, text, few decimals, no negative number.
import { has, path, texts } from '../../engine/paths.ts'
import { compareText, normal } from '../../engine/values.ts'
import { hasTwoDecimals, oneText } from './selection.ts'
import type { Demand } from './statements.ts'

/** Some hit of one of the terms or paths exists; its content does not matter. */
export function present(...termsOrPaths: readonly string[]): Demand {
  return ({ paths }) => {
    const compiled = path(termsOrPaths.flatMap(paths).join(' | '))
    return (document, node) => has(document, node, compiled)
  }
}

/** The term has text other than white space, in one of the ways to write it. Two nodes for one way are an error of the rule itself. */
export function filled(termOrPath: string): Demand {
  return ({ paths }) => {
    const ways = paths(termOrPath).map((way) => path(way))
    const [only] = ways
    if (only !== undefined && ways.length === 1) return (document, node) => normal(oneText(document, node, only)) !== ''
    return (document, node) => ways.some((way) => normal(oneText(document, node, way)) !== '')
  }
}

/** The amount has at most two characters after its point, as it is written: white space behind it counts too. */
export function twoDecimals(termOrPath: string): Demand {
  return ({ paths }) => {
    const compiled = path(paths(termOrPath).join(' | '))
    return (document, node) => hasTwoDecimals(oneText(document, node, compiled))
  }
}

/** Some hit is a number of zero or more; '-0.00' is less. */
export function notNegative(termOrPath: string): Demand {
  return ({ paths }) => {
    const compiled = path(paths(termOrPath).join(' | '))
    return (document, node) => texts(document, node, compiled).some((text) => compareText(text, 0, 'integer') >= 0)
  }
}

export function allOf(...demands: readonly Demand[]): Demand {
  return (at) => {
    const all = demands.map((demand) => demand(at))
    return (document, node) => all.every((holds) => holds(document, node))
  }
}

export function anyOf(...demands: readonly Demand[]): Demand {
  return (at) => {
    const all = demands.map((demand) => demand(at))
    return (document, node) => all.some((holds) => holds(document, node))
  }
}

export function not(demand: Demand): Demand {
  return (at) => {
    const holds = demand(at)
    return (document, node) => !holds(document, node)
  }
}
