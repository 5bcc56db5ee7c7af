// The official releases that invoices are judged by, with the days from which they decide; old ones are kept.
import { type Day, parseDay } from '#kernel/dates.ts'
import { type CompiledRules, compile } from '../engine/rules.ts'
import { en16931Patterns } from '../rules/en16931/index.ts'
import type { State } from '../rules/en16931/states.ts'
import { xrechnungPatterns } from '../rules/xrechnung/index.ts'
import type { RuleStep } from './findings.ts'
import { type Scenario, scenarios } from './scenarios.ts'

export interface RuleSet {
  readonly name: RuleSetName
  /** The release of the EN 16931 rules. */
  readonly en16931: State
  /** The release of the XRechnung rules. */
  readonly xrechnung: '2.5.0'
  readonly scenarios: readonly Scenario[]
  /** The day from which it may be used at all. */
  readonly from: Day
  /** Whether it decides about invoices received from that day on; the others are chosen by name only. */
  readonly isOfficial: boolean
  readonly source: string
}

export const ruleSetNames = ['2026-01-31', 'en16931-1.3.16'] as const
export type RuleSetName = (typeof ruleSetNames)[number]

/** Oldest first. The routine for the next release stands in the README. */
const ruleSets: readonly RuleSet[] = [
  {
    name: '2026-01-31',
    en16931: '1.3.15',
    xrechnung: '2.5.0',
    scenarios,
    from: day('2026-01-31'),
    isOfficial: true,
    source: 'KoSIT, validator configuration for XRechnung 3.0.2 of 2026-01-31: the date in scenarios.xml and in its change log',
  },
  {
    name: 'en16931-1.3.16',
    en16931: '1.3.16',
    xrechnung: '2.5.0',
    scenarios,
    from: day('2026-05-15'),
    isOfficial: false,
    source:
      'CEN/TC 434, validation 1.3.16 published 2026-04-10 for the release of May 2026, its code lists (v17) used from 2026-05-15; no configuration of KoSIT contains it yet',
  },
]

/** The rule set of a name. */
export function ruleSetNamed(name: RuleSetName): RuleSet {
  const found = ruleSets.find((set) => set.name === name)
  if (found === undefined) throw new Error(`there is no rule set "${name}"`)
  return found
}

/** The official rule set in force on the day of receipt; what came before the first is judged by the first. Without a day: the newest. */
export function ruleSetOn(received?: Day): RuleSet {
  const official = ruleSets.filter((set) => set.isOfficial)
  const inForce = official.findLast((set) => received === undefined || set.from <= received) ?? official[0]
  if (inForce === undefined) throw new Error('there is no official rule set')
  return inForce
}

const compiled = new Map<string, CompiledRules>()

/** The rules of one step for one syntax, compiled at first use. */
export function rulesOf(set: RuleSet, step: RuleStep, syntax: 'ubl' | 'cii'): CompiledRules {
  const key = `${step} ${step === 'en16931' ? set.en16931 : set.xrechnung} ${syntax}`
  let rules = compiled.get(key)
  if (rules === undefined) {
    rules = compile(step === 'en16931' ? en16931Patterns(syntax, set.en16931) : xrechnungPatterns(syntax))
    compiled.set(key, rules)
  }
  return rules
}

function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`no day: ${text}`)
  return parsed
}
