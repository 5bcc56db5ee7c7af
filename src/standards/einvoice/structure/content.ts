// Content that is more than a flat sequence: choices, repeated groups and wildcards, as signatures and dates have them.
import { type ElementNode, nameOf, type XmlDocument } from '../xml/document.ts'
import { knownNamespace, namespacePrefixes } from '../xml/names.ts'
import { addFault, type Check } from './faults.ts'
import { anyType, type Particle, type Type } from './schema.ts'

const typeAttribute = nameOf('@xsi:type')

/** The child that is to be placed next. */
interface Cursor {
  child: ElementNode
  readonly parent: ElementNode
  readonly prefix: string
}

/** Checks the children of a node; the schemas are deterministic, so the next child alone decides. */
export function checkContent(check: Check, node: ElementNode, { content, prefix }: Type): void {
  const cursor: Cursor = { child: check.document.firstChild(node), parent: node, prefix }
  if (!consume(check, cursor, content)) return
  if (cursor.child >= 0)
    addFault(check, { code: 'element-unexpected', node: cursor.child, name: check.document.qualifiedName(cursor.child) })
}

/** @returns false after a fault, when the rest of the children cannot be placed */
function consume(check: Check, cursor: Cursor, particle: Particle): boolean {
  let met = 0
  while (cursor.child >= 0 && (met === 0 || particle.isMany) && mayBegin(check.document, cursor, particle)) {
    if (!consumeOnce(check, cursor, particle)) return false
    met += 1
  }
  if (met > 0 || isEmptiable(particle)) return true
  if (cursor.child >= 0)
    addFault(check, { code: 'element-unexpected', node: cursor.child, name: check.document.qualifiedName(cursor.child) })
  else addFault(check, { code: 'element-missing', node: cursor.parent, name: firstName(particle) })
  return false
}

function consumeOnce(check: Check, cursor: Cursor, particle: Particle): boolean {
  const { child } = cursor
  if (particle.kind === 'element') {
    check.visit(check, child, particle.type(), true)
    cursor.child = check.document.nextSibling(child)
    return true
  }
  if (particle.kind === 'any') {
    checkWildcard(check, child, particle.isStrict)
    cursor.child = check.document.nextSibling(child)
    return true
  }
  if (particle.kind === 'sequence') return particle.parts.every((part) => consume(check, cursor, part))
  const chosen = particle.parts.find((part) => mayBegin(check.document, cursor, part))
  return chosen === undefined || consume(check, cursor, chosen)
}

/** Whether the next child can be the first of a particle. */
function mayBegin(document: XmlDocument, cursor: Cursor, particle: Particle): boolean {
  if (particle.kind === 'element') return document.nameId(cursor.child) === particle.name
  if (particle.kind === 'any') return !particle.others || isForeign(document, cursor)
  if (particle.kind === 'choice') return particle.parts.some((part) => mayBegin(document, cursor, part))
  for (const part of particle.parts) {
    if (mayBegin(document, cursor, part)) return true
    if (!isEmptiable(part)) return false
  }
  return false
}

/** Whether the child is in a namespace, and in another one than the type. */
function isForeign(document: XmlDocument, { child, prefix }: Cursor): boolean {
  const uri = document.namespace(child)
  return uri !== '' && namespacePrefixes[knownNamespace(uri) ?? 0] !== prefix
}

function isEmptiable(particle: Particle): boolean {
  if (particle.least === 0) return true
  if (particle.kind === 'sequence') return particle.parts.every(isEmptiable)
  return particle.kind === 'choice' && particle.parts.some(isEmptiable)
}

/** What to name when something is missing. */
function firstName(particle: Particle): string {
  if (particle.kind === 'element') return particle.written
  return particle.kind === 'any' ? '*' : particle.parts.map(firstName).join(' | ')
}

/** An element below a wildcard: checked where it is declared; else its attributes and children as they are declared. */
function checkWildcard(check: Check, node: ElementNode, isStrict: boolean): void {
  const { document } = check
  const type = check.schema.elementType(document.nameId(node))
  if (type === undefined && isStrict && !document.hasAttribute(node, typeAttribute)) {
    addFault(check, { code: 'element-unexpected', node, name: document.qualifiedName(node) })
    return
  }
  check.visit(check, node, type ?? anyType, type !== undefined)
}
