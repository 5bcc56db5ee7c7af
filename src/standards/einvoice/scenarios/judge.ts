// Judges an invoice as the official tool does: well-formed, one scenario, structure, rules in order, levels of the scenario, verdict.
import type { Day } from '#kernel/dates.ts'
import { type RuleFinding, run } from '../engine/rules.ts'
import { checkStructure } from '../structure/check.ts'
import type { Syntax } from '../structure/schemas.ts'
import type { ElementNode, XmlDocument } from '../xml/document.ts'
import { readXml } from '../xml/reader.ts'
import type { Finding, Judgement, RuleStep, Verdict } from './findings.ts'
import { type RuleSet, type RuleSetName, ruleSetNamed, ruleSetOn, rulesOf } from './rule-sets.ts'
import { type Scenario, scenarioOf, syntaxOf } from './scenarios.ts'
import { termOfFinding } from './terms-of-rules.ts'

export interface JudgeOptions {
  /** Chooses the rule set that was in force; without it the newest official one is taken. */
  readonly received?: Day
  /** Chooses a rule set by name, whatever the day. */
  readonly rules?: RuleSetName
  /** Runs just these steps, whatever scenario and structure say: for comparisons. */
  readonly steps?: readonly RuleStep[]
}

/** Findings of the rule steps, and whether one of them broke off. */
interface Run {
  readonly findings: readonly Finding[]
  readonly isUndecided: boolean
}

/**
 * Judges one invoice (UBL 2.1 invoice or credit note, CII D16B).
 *
 * @param bytes the XML as received, in UTF-8, UTF-16 or ISO-8859-1 as declared; of a hybrid PDF take the XML out first
 * @returns always a judgement, for whatever bytes; findings in the order of the steps
 * Source: erechnung.md § 5.2 (KoSIT's order and acceptance).
 */
export function judge(bytes: Uint8Array, options: JudgeOptions = {}): Judgement {
  const set = options.rules === undefined ? ruleSetOn(options.received) : ruleSetNamed(options.rules)
  const reading = readXml(bytes)
  if (!reading.ok) {
    const { code, line } = reading.reason
    const finding: Finding = { step: 'xml', rule: code, level: 'error', effectiveLevel: 'error', location: '', line }
    return { verdict: 'reject', findings: [finding], ruleSet: set.name }
  }
  const document = reading.value
  const syntax = syntaxOf(document)
  const known = { ...(syntax === undefined ? {} : { syntax }), ruleSet: set.name, document }
  if (options.steps !== undefined && syntax !== undefined) {
    const outcome = runSteps(document, syntax, set, options.steps, {})
    return { ...known, verdict: verdictOf(outcome), findings: outcome.findings }
  }
  const scenario = scenarioOf(document, set.scenarios)
  if (scenario === undefined) return { ...known, verdict: 'reject', findings: [placed(document, 'scenario', 'no-scenario', 0)] }
  return { ...known, scenario: scenario.name, ...judgeBy(document, scenario, set) }
}

function judgeBy(document: XmlDocument, scenario: Scenario, set: RuleSet): Pick<Judgement, 'verdict' | 'xsdValid' | 'findings'> {
  const faults = checkStructure(document, scenario.syntax)
  if (faults.length > 0) {
    return { verdict: 'reject', xsdValid: false, findings: faults.map(({ code, node }) => placed(document, 'structure', code, node)) }
  }
  const outcome = runSteps(document, scenario.syntax, set, scenario.steps, scenario.levels)
  return { verdict: verdictOf(outcome), xsdValid: true, findings: outcome.findings }
}

/** A step that breaks off has no findings but this one: the official tool has no report of it either. */
function runSteps(document: XmlDocument, syntax: Syntax, set: RuleSet, steps: readonly RuleStep[], levels: Scenario['levels']): Run {
  const findings: Finding[] = []
  let isUndecided = false
  for (const step of steps) {
    const outcome = run(rulesOf(set, step, syntax === 'cii' ? 'cii' : 'ubl'), document)
    if (outcome.failed === undefined) {
      for (const found of outcome.findings) findings.push(ruleFinding(document, step, found, levels))
    } else {
      isUndecided = true
      findings.push(placed(document, 'scenario', 'undecided', outcome.failedAt ?? 0))
    }
  }
  return { findings, isUndecided }
}

function ruleFinding(document: XmlDocument, step: RuleStep, { rule, node, attribute }: RuleFinding, levels: Scenario['levels']): Finding {
  const place = document.location(node)
  const bt = rule.bt ?? termOfFinding(rule.id, place)
  return {
    step,
    rule: rule.id,
    level: rule.level,
    effectiveLevel: levels[rule.id] ?? rule.level,
    location: attribute === undefined ? place : `${place}/@${document.localNameOf(attribute)}`,
    ...(bt === undefined ? {} : { bt }),
    line: document.line(node),
  }
}

function verdictOf({ findings, isUndecided }: Run): Verdict {
  if (isUndecided) return 'undefined'
  return findings.some(({ effectiveLevel }) => effectiveLevel === 'error') ? 'reject' : 'accept'
}

function placed(document: XmlDocument, step: Finding['step'], rule: string, node: ElementNode): Finding {
  return { step, rule, level: 'error', effectiveLevel: 'error', location: document.location(node), line: document.line(node) }
}
