// The rows of one context compiled: one walk over the tree, led by a trie of paths, finds all broken rows at once.
import type { RuleFacts, RuleGroup } from '../../../engine/rules.ts'
import { type ElementNode, type NameId, nameOf, vocabularySize, type XmlDocument } from '../../../xml/document.ts'
import { type State, standsIn } from '../states.ts'
import type { OutlineContext } from './outline.ts'

type Branch = OutlineContext['branches'][number]
type Row = Branch['rows'][number]
type Anywhere = OutlineContext['anywhere'][number]

/** A node of the trie. Ordinary invoices meet few rows, so the steps that have none are kept apart by undefined. */
interface Step {
  readonly rows: number[]
  attributes: { readonly name: NameId; readonly row: number }[] | undefined
  next: Map<NameId, Step> | undefined
}

/** A path that may stand anywhere: names of elements from the last one upwards. */
interface Chain {
  readonly upwards: readonly NameId[]
  readonly row: number
}

/** Rows met in the walk of one context node, with how often; one such counter per table, since walks do not overlap. */
interface Hits {
  readonly counts: Uint32Array
  readonly met: number[]
}

/** Compiles what stands of a context in a state of the rules; undefined where nothing does. */
export function compileTable(context: OutlineContext, state: State): RuleGroup | undefined {
  const rows: Row[] = []
  const enter = (wanted: readonly Row[]): number[] => wanted.filter((row) => standsIn(row, state)).map((row) => rows.push(row) - 1)
  const top: Step = { rows: [], attributes: undefined, next: undefined }
  for (const branch of context.branches) grow(top, branch, enter)
  const anywhere = compileAnywhere(context.anywhere, enter)
  const hits: Hits = { counts: new Uint32Array(rows.length), met: [] }
  const required = rows.flatMap((row, place) => (row.least > 0 ? [place] : []))
  if (rows.length === 0) return undefined
  const rules: RuleFacts[] = rows.map(({ id, level }) => ({ id, level }))
  return {
    rules,
    judge(document, node, broken) {
      visit(document, node, top, hits)
      anywhere?.(document, hits)
      for (const place of required) if (hits.counts[place] === 0) hits.met.push(place)
      if (hits.met.length > 0) settle(rows, rules, hits, broken)
    },
  }
}

/** Says which of the rows met are broken, in their order, and makes the counter ready for the next node. */
function settle(rows: readonly Row[], rules: readonly RuleFacts[], hits: Hits, broken: RuleFacts[]): void {
  for (const place of hits.met.sort(ascending)) {
    const row = rows[place]
    const rule = rules[place]
    const count = hits.counts[place] ?? 0
    hits.counts[place] = 0
    if (row !== undefined && rule !== undefined && (count < row.least || count > row.most)) broken.push(rule)
  }
  hits.met.length = 0
}

function ascending(one: number, other: number): number {
  return one - other
}

function grow(step: Step, branch: Branch, enter: (rows: readonly Row[]) => number[]): void {
  const [name = ''] = branch.names
  const rows = enter(branch.rows)
  if (name.startsWith('@')) {
    for (const row of rows) (step.attributes ??= []).push({ name: nameOf(name), row })
    return
  }
  const below: Step = { rows, attributes: undefined, next: undefined }
  for (const child of branch.branches) grow(below, child, enter)
  if (rows.length === 0 && below.attributes === undefined && below.next === undefined) return
  step.next ??= new Map()
  for (const alternative of branch.names) {
    const id = nameOf(alternative)
    if (step.next.has(id)) throw new Error(`"${alternative}" stands twice under one parent of an outline`)
    step.next.set(id, below)
  }
}

function visit(document: XmlDocument, node: ElementNode, step: Step, hits: Hits): void {
  for (const row of step.rows) hit(hits, row)
  if (step.attributes !== undefined && document.attributeCount(node) > 0) {
    for (const attribute of step.attributes) if (document.hasAttribute(node, attribute.name)) hit(hits, attribute.row)
  }
  const next = step.next
  if (next === undefined) return
  for (let child = document.firstChild(node); child !== -1; child = document.nextSibling(child)) {
    const below = next.get(document.nameId(child))
    if (below !== undefined) visit(document, child, below, hits)
  }
}

function hit(hits: Hits, row: number): void {
  const before = hits.counts[row] ?? 0
  if (before === 0) hits.met.push(row)
  hits.counts[row] = before + 1
}

/** Rows without a place of their own: those that end in an attribute are met on one pass over all attributes, the others by name. */
function compileAnywhere(
  paths: readonly Anywhere[],
  enter: (rows: readonly Row[]) => number[],
): ((document: XmlDocument, hits: Hits) => void) | undefined {
  if (paths.length === 0) return undefined
  const elements: Chain[] = []
  const attributes: (Chain[] | undefined)[] = Array.from({ length: vocabularySize })
  for (const { steps, rows } of paths) {
    const last = steps.at(-1) ?? ''
    const upwards = steps
      .filter((step) => !step.startsWith('@'))
      .map(nameOf)
      .reverse()
    for (const row of enter(rows)) {
      if (last.startsWith('@')) (attributes[nameOf(last)] ??= []).push({ upwards, row })
      else elements.push({ upwards, row })
    }
  }
  return (document, hits) => {
    meetElements(document, elements, hits)
    meetAttributes(document, attributes, hits)
  }
}

function meetElements(document: XmlDocument, chains: readonly Chain[], hits: Hits): void {
  for (const chain of chains) {
    const name = chain.upwards[0]
    if (name === undefined) continue
    for (let node = document.firstNamed(name); node !== -1; node = document.nextNamed(node)) {
      if (isChain(document, node, chain.upwards)) hit(hits, chain.row)
    }
  }
}

function meetAttributes(document: XmlDocument, chainsByName: readonly (readonly Chain[] | undefined)[], hits: Hits): void {
  for (let node = 0; node < document.count; node += 1) {
    const count = document.attributeCount(node)
    for (let place = 0; place < count; place += 1) {
      const chains = chainsByName[document.attributeName(node, place)]
      if (chains === undefined) continue
      for (const chain of chains) if (isChain(document, node, chain.upwards)) hit(hits, chain.row)
    }
  }
}

function isChain(document: XmlDocument, node: ElementNode, upwards: readonly NameId[]): boolean {
  let at = node
  for (const name of upwards) {
    if (at === -1 || document.nameId(at) !== name) return false
    at = document.parent(at)
  }
  return true
}
