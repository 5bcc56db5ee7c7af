// What a judgement says: verdict, scenario and findings.
import type { Level } from '../engine/rules.ts'
import type { Syntax } from '../structure/schemas.ts'
import type { XmlDocument } from '../xml/document.ts'

/** The two sets of business rules, in the order in which they are asked. */
export const ruleSteps = ['en16931', 'xrechnung'] as const
export type RuleStep = (typeof ruleSteps)[number]

/** One broken demand. `level` is that of the rule, `effectiveLevel` the one the scenario gives it, which decides. */
export interface Finding {
  readonly step: 'xml' | 'scenario' | 'structure' | RuleStep
  readonly rule: string
  readonly level: Level
  readonly effectiveLevel: Level
  /** The place in the official notation, '' where the bytes are no document. */
  readonly location: string
  /** Business term or group (EN 16931), where the rule is about one. */
  readonly bt?: string
  /** Line of the start tag, or of the fault in what is no XML, from 1. */
  readonly line?: number
}

/**
 * `reject`: no XML, no scenario, broken structure or a finding of effective level error. `undefined`: the official rules break off
 * on this document; it must not be accepted, yet nothing is proven against it.
 */
export type Verdict = 'accept' | 'reject' | 'undefined'

export interface Judgement {
  readonly syntax?: Syntax
  readonly scenario?: string
  /** Absent where no scenario was found or `steps` were asked for. */
  readonly xsdValid?: boolean
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly ruleSet: string
  /** Absent where the bytes are no XML. */
  readonly document?: XmlDocument
}
