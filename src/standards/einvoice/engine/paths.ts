// Location paths as code writes them, compiled once at module load and walked without allocation.
import { type ElementNode, type NameId, nameOf, type XmlDocument } from '../xml/document.ts'

const child = 0
const descendant = 1
const parent = 2
const ancestor = 3
/** For a name: any element. For a node: the document itself, above the root element, where absolute paths begin. */
const any = -1
const none = -1

interface Step {
  readonly axis: number
  readonly name: NameId
  readonly isLast: boolean
}

/** One side of '|'. */
interface Alternative {
  readonly isAbsolute: boolean
  readonly steps: readonly Step[]
  /** The attribute at the end, or -1: then elements are meant. */
  readonly attribute: NameId
  /** Hits may come twice or out of document order. */
  readonly isUnordered: boolean
  /** The first hit of an absolute path, and the document it was found in. */
  readonly kept: { serial: number; hit: ElementNode }
}

/** A compiled path; made by `path` only. */
export interface Path {
  readonly text: string
  readonly alternatives: readonly Alternative[]
  /** The name where the path is nothing but one child element: the shortest way. */
  readonly onlyChild: NameId
}

/**
 * Compiles a path: 'cac:Price/cbc:BaseQuantity', 'a | b', '.', '..', '../cbc:ID', 'cbc:ID/@schemeID' or '@schemeID', './/cbc:ID',
 * '/*' and '/ubl:Invoice/cbc:ID' from the root, '//cbc:ID' anywhere, '*' any element, 'ancestor::cac:Item'.
 *
 * @throws Error at module load for a name the vocabulary lacks
 */
export function path(text: string): Path {
  const alternatives = text.split('|').map((one) => alternative(one.trim()))
  const [first] = alternatives
  const [step] = first?.steps ?? []
  const isChild = alternatives.length === 1 && first?.steps.length === 1 && first.attribute < 0 && !first.isAbsolute && step?.axis === child
  return { text, alternatives, onlyChild: isChild ? (step?.name ?? none) : none }
}

function alternative(text: string): Alternative {
  const isAbsolute = text.startsWith('/')
  const steps: { axis: number; name: NameId; isLast: boolean }[] = []
  let attribute: NameId = none
  let axis = child
  for (const part of (isAbsolute ? text.slice(1) : text).split('/')) {
    if (part === '') {
      axis = descendant
      continue
    }
    if (part.startsWith('@')) attribute = nameOf(part)
    else if (part === '..') steps.push({ axis: parent, name: any, isLast: false })
    else if (part.startsWith('ancestor::')) steps.push({ axis: ancestor, name: nameTest(part.slice(10)), isLast: false })
    else if (part !== '.') steps.push({ axis, name: nameTest(part), isLast: false })
    axis = child
  }
  const last = steps.at(-1)
  if (last !== undefined) last.isLast = true
  const isUnordered = steps.some(
    (step, index) =>
      (step.axis === ancestor && steps.length > 1) || (step.axis !== child && step.axis !== ancestor && index > 0 && !onlyUp(steps, index)),
  )
  return { isAbsolute, steps, attribute, isUnordered, kept: { serial: -1, hit: none } }
}

function nameTest(name: string): NameId {
  return name === '*' ? any : nameOf(name)
}

/** Whether all steps before a place lead to one node only, so that nothing can be met twice. */
function onlyUp(steps: readonly { readonly axis: number }[], place: number): boolean {
  return steps.slice(0, place).every(({ axis }) => axis === parent)
}

/** Whether the path hits anything from the node. */
export function has(document: XmlDocument, node: ElementNode, { alternatives, onlyChild }: Path): boolean {
  if (onlyChild >= 0) return document.childNamed(node, onlyChild) >= 0
  for (const one of alternatives) {
    if (firstOf(document, node, one) >= 0) return true
  }
  return false
}

/** The first element hit in document order (of an attribute path the element that bears it), or -1. */
export function first(document: XmlDocument, node: ElementNode, where: Path): ElementNode {
  if (where.onlyChild >= 0) return document.childNamed(node, where.onlyChild)
  let best = none
  for (const one of where.alternatives) {
    const hit = one.isUnordered ? (each(document, node, where)[0] ?? none) : firstOf(document, node, one)
    if (hit >= 0 && (best < 0 || hit < best)) best = hit
  }
  return best
}

/** All elements hit (of attribute paths the elements that bear the attribute), once each and in document order. */
export function each(document: XmlDocument, node: ElementNode, where: Path): readonly ElementNode[] {
  const { alternatives, onlyChild } = where
  if (onlyChild >= 0) return childrenNamed(document, node, onlyChild)
  let hits: ElementNode[] | undefined
  let isUnordered = alternatives.length > 1
  for (const one of alternatives) {
    isUnordered ||= one.isUnordered
    // Most paths hit nothing: to look first costs less than a list.
    if (hits === undefined && firstOf(document, node, one) < 0) continue
    hits ??= []
    collect(document, one.isAbsolute ? any : node, one, 0, hits)
  }
  if (hits === undefined) return noNodes
  if (!isUnordered || hits.length < 2) return hits
  hits.sort((left, right) => left - right)
  return hits.filter((hit, index) => hit !== hits[index - 1])
}

const noNodes: readonly ElementNode[] = []

function childrenNamed(document: XmlDocument, node: ElementNode, name: NameId): readonly ElementNode[] {
  const nearest = document.childNamed(node, name)
  if (nearest < 0) return noNodes
  const hits = [nearest]
  for (let at = document.nextSibling(nearest); at >= 0; at = document.nextSibling(at)) {
    if (document.nameId(at) === name) hits.push(at)
  }
  return hits
}

export function count(document: XmlDocument, node: ElementNode, where: Path): number {
  if (where.onlyChild < 0) return each(document, node, where).length
  let found = 0
  for (let at = document.childNamed(node, where.onlyChild); at >= 0; at = document.nextSibling(at)) {
    if (document.nameId(at) === where.onlyChild) found += 1
  }
  return found
}

/** The string value of the first hit (element or attribute) in document order, '' where nothing is hit. */
export function textOf(document: XmlDocument, node: ElementNode, where: Path): string {
  const hit = first(document, node, where)
  return hit < 0 ? '' : valueOf(document, hit, where)
}

/** The string values of all hits in document order. */
export function texts(document: XmlDocument, node: ElementNode, where: Path): readonly string[] {
  const hits = each(document, node, where)
  return hits.length === 0 ? nothing : hits.map((hit) => valueOf(document, hit, where))
}

const nothing: readonly string[] = []

/** The alternatives of one path all end in elements or all in the same attribute. */
function valueOf(document: XmlDocument, hit: ElementNode, { alternatives }: Path): string {
  const attribute = alternatives[0]?.attribute ?? none
  return attribute < 0 ? document.text(hit) : (document.attribute(hit, attribute) ?? '')
}

function firstOf(document: XmlDocument, node: ElementNode, one: Alternative): ElementNode {
  if (!one.isAbsolute) return firstAlong(document, node, one, 0)
  if (one.kept.serial !== document.serial) {
    one.kept.hit = firstAlong(document, any, one, 0)
    one.kept.serial = document.serial
  }
  return one.kept.hit
}

/** The first hit of the steps from a place on, or -1; an attribute that the path ends in must be there too. */
function firstAlong(document: XmlDocument, node: ElementNode, one: Alternative, place: number): ElementNode {
  const step = one.steps[place]
  if (step === undefined) return one.attribute < 0 || (node >= 0 && document.hasAttribute(node, one.attribute)) ? node : none
  const { axis, name, isLast } = step
  const ends = isLast && one.attribute < 0
  for (let at = begin(document, node, axis, name); at >= 0; at = advance(document, node, at, axis, name)) {
    if (name >= 0 && document.nameId(at) !== name) continue
    if (ends) return at
    const hit = firstAlong(document, at, one, place + 1)
    if (hit >= 0) return hit
  }
  return none
}

function collect(document: XmlDocument, node: ElementNode, one: Alternative, place: number, hits: ElementNode[]): void {
  const step = one.steps[place]
  if (step === undefined) {
    if (node >= 0 && (one.attribute < 0 || document.hasAttribute(node, one.attribute))) hits.push(node)
    return
  }
  const { axis, name } = step
  for (let at = begin(document, node, axis, name); at >= 0; at = advance(document, node, at, axis, name)) {
    if (name < 0 || document.nameId(at) === name) collect(document, at, one, place + 1, hits)
  }
}

/** The first candidate on an axis; where the whole document is searched for a name, by the document's index. */
function begin(document: XmlDocument, node: ElementNode, axis: number, name: NameId): ElementNode {
  if (axis === child) return node < 0 ? 0 : name < 0 ? document.firstChild(node) : document.childNamed(node, name)
  if (axis !== descendant) return node < 0 ? none : document.parent(node)
  if (node < 0) return name < 0 ? 0 : document.firstNamed(name)
  return node < document.lastDescendant(node) ? node + 1 : none
}

function advance(document: XmlDocument, node: ElementNode, at: ElementNode, axis: number, name: NameId): ElementNode {
  if (axis === child) return document.nextSibling(at)
  if (axis === parent) return none
  if (axis === ancestor) return document.parent(at)
  if (node < 0 && name >= 0) return document.nextNamed(at)
  return at < (node < 0 ? document.count - 1 : document.lastDescendant(node)) ? at + 1 : none
}
