// Makes the contexts of a syntax out of its outline, the named conditions, and the rules that no table can say.
import { type Context, type Match, match, type Rule } from '../../../engine/rules.ts'
import { type State, type Stated, standsIn } from '../states.ts'
import { readOutline } from './outline.ts'
import { compileTable } from './table.ts'

/** What a condition named in the outline takes: in one or several steps, first come first served. */
export type Conditions = Readonly<Record<string, (pattern: string) => readonly Match[]>>

/** A rule by hand, with the context of the outline that it belongs to: by its condition or, without one, its pattern. */
export interface HandRule extends Rule, Stated {
  readonly context: string
}

interface Sources {
  /** What all rule ids of the outline start with. */
  readonly family: string
  readonly outline: string
  readonly conditions: Conditions
  readonly handRules: readonly HandRule[]
}

/** The contexts in the order of the outline, which is the official one. */
export function contextsOf({ family, outline, conditions, handRules }: Sources, state: State): Context[] {
  const standing = handRules.filter((rule) => standsIn(rule, state))
  return readOutline(family, outline).flatMap((section) => {
    const { pattern, condition } = section
    const places = condition === undefined ? [match(pattern)] : conditions[condition]?.(pattern)
    if (places === undefined) throw new Error(`the outline has an unknown condition "${condition}"`)
    const rules = standing.filter(({ context }) => context === (condition ?? pattern))
    const group = compileTable(section, state)
    return places.map((place) => ({ match: place, rules, ...(group === undefined ? {} : { group }) }))
  })
}
