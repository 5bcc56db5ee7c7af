// Rules in patterns, compiled to a table by name and run over a document in one pass.
import { type ElementNode, type NameId, nameOf, vocabularySize, type XmlDocument } from '../xml/document.ts'
import { DynamicError } from './errors.ts'

export type Level = 'error' | 'warning' | 'information'
export type Condition = (document: XmlDocument, node: ElementNode) => boolean

/** What a finding says of its rule. */
export interface RuleFacts {
  readonly id: string
  readonly level: Level
  /** The business term a finding concerns. */
  readonly bt?: string
}

export interface Rule extends RuleFacts {
  /** May throw DynamicError: the verdict of the whole rule set is then undefined. */
  readonly holds: Condition
}

/** Rules that are tested together: a table that one walk settles, or rules looked up by what the node says. */
export interface RuleGroup {
  readonly rules: readonly RuleFacts[]
  /** Adds the rules that the node breaks, each once. */
  readonly judge: (document: XmlDocument, node: ElementNode, broken: RuleFacts[]) => void
}

export interface Context {
  readonly match: Match
  readonly rules: readonly Rule[]
  /** More rules of the context, judged before the others. */
  readonly group?: RuleGroup
}

/** The first context of a pattern that matches takes a node; the others of the pattern no longer see it. */
export interface Pattern {
  readonly name: string
  readonly contexts: readonly Context[]
}

interface MatchStep {
  /** -1 is any element. */
  readonly name: NameId
  /** Whether other elements may stand between this step and the one below it. */
  readonly isAncestor: boolean
}

/** For the name of an element: any, or any that the vocabulary lacks. */
const anyName = -1
const strangeName = -2

interface MatchAlternative {
  /** The name of the element itself, or `anyName`, or `strangeName`. */
  readonly name: NameId
  /** The steps above it, nearest first. */
  readonly above: readonly MatchStep[]
  /** The topmost step is the root element. */
  readonly isAbsolute: boolean
  /** The attribute that is the node really meant, or -1. */
  readonly attribute: NameId
}

/** Which nodes a context takes; made by `match` only. */
export interface Match {
  readonly text: string
  readonly alternatives: readonly MatchAlternative[]
  readonly where: Condition | undefined
}

/**
 * Compiles a pattern of places: 'cac:InvoiceLine | cac:CreditNoteLine' (anywhere), 'cac:Party/cbc:EndpointID', '/ubl:Invoice/cac:TaxTotal'
 * (from the root), '//x' (as 'x'), 'a//b' (a above b at any distance), 'cbc:ID/@schemeID' or '@schemeID' (the attribute; conditions get
 * the element that bears it); '*' is any element, '?' as the last step any whose name the vocabulary lacks.
 *
 * @param where the condition on the element of the last step; a dynamic error in it means no match, as in a pattern of XSLT
 * @throws Error at module load for a name the vocabulary lacks
 */
export function match(text: string, where?: Condition): Match {
  return { text, alternatives: text.split('|').map((one) => matchAlternative(one.trim())), where }
}

function matchAlternative(text: string): MatchAlternative {
  const isAbsolute = text.startsWith('/') && !text.startsWith('//')
  const parts = text.replace(/^\/\/?/, '').split('/')
  const end = parts.at(-1) ?? ''
  const attribute = end.startsWith('@') ? nameOf(end) : -1
  if (attribute >= 0) parts.pop()
  const above: MatchStep[] = []
  const last = parts.pop() ?? '*'
  const name = last === '?' ? strangeName : nameTest(last)
  let isAncestor = false
  for (const part of parts.reverse()) {
    if (part === '') isAncestor = true
    else {
      above.push({ name: nameTest(part), isAncestor })
      isAncestor = false
    }
  }
  return { name, above, isAbsolute, attribute }
}

function nameTest(name: string): NameId {
  return name === '*' || name === '' ? -1 : nameOf(name)
}

/** Whether the elements above a node are those the alternative demands, from a step on. */
function isBelow(document: XmlDocument, node: ElementNode, alternative: MatchAlternative, place: number): boolean {
  const step = alternative.above[place]
  if (step === undefined) return !alternative.isAbsolute || document.parent(node) < 0
  for (let at = document.parent(node); at >= 0; at = document.parent(at)) {
    if ((step.name < 0 || document.nameId(at) === step.name) && isBelow(document, at, alternative, place + 1)) return true
    if (!step.isAncestor) return false
  }
  return false
}

/** What must be asked of the elements above: nothing, that the parent has one name, that the parent is the root and has it, or all steps. */
const nothingAbove = 0
const parentAbove = 1
const rootAbove = 2
const stepsAbove = 3

/** One context under one name, ready to be asked. */
interface Candidate {
  readonly above: number
  /** For `parentAbove` and `rootAbove`. */
  readonly parentName: NameId
  readonly alternative: MatchAlternative
  readonly where: Condition | undefined
  readonly rules: readonly Rule[]
  readonly group: RuleGroup | undefined
  readonly attribute: NameId
}

/** Per name: for each pattern that knows it, the candidates in their order. */
export interface CompiledRules {
  readonly byName: readonly (readonly (readonly Candidate[])[] | undefined)[]
  /** For names of the vocabulary that no context spells out. */
  readonly others: readonly (readonly Candidate[])[]
  /** For names that the vocabulary lacks. */
  readonly strangers: readonly (readonly Candidate[])[]
}

export interface RuleFinding {
  readonly rule: RuleFacts
  readonly node: ElementNode
  readonly attribute?: NameId
}

export interface RuleResult {
  readonly findings: readonly RuleFinding[]
  /** The error that ended the run: then the findings are not all, and the verdict is undefined. */
  readonly failed?: DynamicError
  /** The node at which it happened. */
  readonly failedAt?: ElementNode
}

/** Sorts the contexts of all patterns by the names they take; done once, at module load. */
export function compile(patterns: readonly Pattern[]): CompiledRules {
  const names = new Set<NameId>()
  for (const { contexts } of patterns) {
    for (const context of contexts) for (const { name } of context.match.alternatives) if (name >= 0) names.add(name)
  }
  const byName: (readonly (readonly Candidate[])[] | undefined)[] = []
  for (const name of names) byName[name] = candidatesOf(patterns, name)
  return { byName: Array.from(byName), others: candidatesOf(patterns, anyName), strangers: candidatesOf(patterns, strangeName) }
}

function candidatesOf(patterns: readonly Pattern[], name: NameId): readonly (readonly Candidate[])[] {
  const groups: (readonly Candidate[])[] = []
  for (const { contexts } of patterns) {
    const candidates: Candidate[] = []
    for (const context of contexts) {
      for (const alternative of context.match.alternatives) {
        if (alternative.name !== anyName && alternative.name !== name) continue
        candidates.push({
          above: aboveOf(alternative),
          parentName: alternative.above[0]?.name ?? -1,
          alternative,
          where: context.match.where,
          rules: context.rules,
          group: context.group,
          attribute: alternative.attribute,
        })
      }
    }
    if (candidates.length > 0) groups.push(candidates)
  }
  return groups
}

function aboveOf({ above, isAbsolute }: MatchAlternative): number {
  const [nearest] = above
  if (nearest === undefined) return isAbsolute ? stepsAbove : nothingAbove
  if (above.length > 1 || nearest.isAncestor || nearest.name < 0) return stepsAbove
  return isAbsolute ? rootAbove : parentAbove
}

function isPlaced(document: XmlDocument, node: ElementNode, { above, parentName, alternative }: Candidate): boolean {
  if (above === nothingAbove) return true
  if (above === stepsAbove) return isBelow(document, node, alternative, 0)
  const parent = document.parent(node)
  return parent >= 0 && document.nameId(parent) === parentName && (above === parentAbove || parent === 0)
}

/** Runs all rules over all nodes, once. */
export function run({ byName, others, strangers }: CompiledRules, document: XmlDocument): RuleResult {
  const findings: RuleFinding[] = []
  // A run that broke off may have left something.
  brokenHere.length = 0
  let node = 0
  try {
    for (; node < document.count; node += 1) {
      const name = document.nameId(node)
      const groups = name < vocabularySize ? (byName[name] ?? others) : strangers
      for (const candidates of groups) judgeNode(document, node, candidates, findings)
    }
  } catch (error) {
    if (!(error instanceof DynamicError)) throw error
    return { findings, failed: error, failedAt: node }
  }
  return { findings }
}

/** Filled by a group and emptied at once; a run does not wait for anything. */
const brokenHere: RuleFacts[] = []

/** Lets the first context that takes the node judge it; each of its attributes is a node of its own. */
function judgeNode(document: XmlDocument, node: ElementNode, candidates: readonly Candidate[], findings: RuleFinding[]): void {
  let isTaken = false
  let taken: NameId[] | undefined
  for (const candidate of candidates) {
    const { where, rules, group, attribute } = candidate
    if (attribute < 0 ? isTaken : !document.hasAttribute(node, attribute) || taken?.includes(attribute)) continue
    if (!isPlaced(document, node, candidate)) continue
    if (where !== undefined && !isTrue(where, document, node)) continue
    if (attribute < 0) isTaken = true
    else taken = [...(taken ?? []), attribute]
    if (group !== undefined) {
      group.judge(document, node, brokenHere)
      if (brokenHere.length > 0) for (const rule of brokenHere.splice(0)) findings.push(findingAt(rule, node, attribute))
    }
    for (const rule of rules) if (!rule.holds(document, node)) findings.push(findingAt(rule, node, attribute))
  }
}

function findingAt(rule: RuleFacts, node: ElementNode, attribute: NameId): RuleFinding {
  return attribute < 0 ? { rule, node } : { rule, node, attribute }
}

function isTrue(where: Condition, document: XmlDocument, node: ElementNode): boolean {
  try {
    return where(document, node)
  } catch (error) {
    if (error instanceof DynamicError) return false
    throw error
  }
}
