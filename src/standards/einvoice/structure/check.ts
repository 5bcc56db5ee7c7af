// Whether a document has the structure of its syntax, and if not, what is wrong where.
import { type ElementNode, type NameId, nameOf, type XmlDocument } from '../xml/document.ts'
import { checkAttributes } from './attributes.ts'
import { checkContent } from './content.ts'
import { addFault, type Check, type StructureFault } from './faults.ts'
import type { ElementPart, Type } from './schema.ts'
import { roots, type Syntax, schemaOf } from './schemas.ts'

const rootIds: Readonly<Record<Syntax, NameId>> = {
  'ubl-invoice': nameOf(roots['ubl-invoice']),
  'ubl-creditnote': nameOf(roots['ubl-creditnote']),
  cii: nameOf(roots.cii),
}

/**
 * Checks a document against the structure of a syntax.
 *
 * @returns nothing where it is valid; else the faults in document order, at most two hundred
 */
export function checkStructure(document: XmlDocument, syntax: Syntax): readonly StructureFault[] {
  const schema = schemaOf(syntax)
  const check: Check = { document, schema, faults: [], identifiers: undefined, visit: checkElement }
  const type = document.nameId(0) === rootIds[syntax] ? schema.elementType(document.nameId(0)) : undefined
  if (type === undefined) return [{ code: 'root-unknown', node: 0 }]
  checkElement(check, 0, type, true)
  return check.faults
}

function checkElement(check: Check, node: ElementNode, declared: Type, isDeclared: boolean): void {
  const { document } = check
  const type =
    document.attributeCount(node) > 0 || declared.requiredAttributes > 0 ? checkAttributes(check, node, declared, isDeclared) : declared
  if (type.isAbstract) addFault(check, { code: 'type-wrong', node, type: type.name })
  if (type.value !== undefined) checkValue(check, node, type)
  else if (type.flat !== undefined) checkFlat(check, node, type.flat)
  else {
    if (!type.isMixed && document.hasOwnText(node)) addFault(check, { code: 'text-in-elements', node })
    checkContent(check, node, type)
  }
}

function checkValue(check: Check, node: ElementNode, { value }: Type): void {
  const { document } = check
  const child = document.firstChild(node)
  if (child >= 0) {
    addFault(check, { code: 'element-in-value', node: child, name: document.qualifiedName(child) })
    return
  }
  if (value?.takes === undefined) return
  const text = document.text(node)
  if (!value.takes(text)) addFault(check, { code: 'value-wrong', node, value: text.slice(0, 80), type: value.name })
}

/** A sequence of differently named elements: each child is looked for from the place reached on. Where none may be, white space may not either. */
function checkFlat(check: Check, node: ElementNode, parts: readonly ElementPart[]): void {
  const { document } = check
  if (parts.length === 0 ? document.hasCharacters(node) : document.hasOwnText(node)) addFault(check, { code: 'text-in-elements', node })
  let place = 0
  let isMet = false
  for (let child = document.firstChild(node); child >= 0; child = document.nextSibling(child)) {
    const name = document.nameId(child)
    let at = place
    while (at < parts.length && parts[at]?.name !== name) at += 1
    const part = parts[at]
    if (part === undefined) {
      rejectChild(check, child, parts)
      continue
    }
    if (at > place) {
      reportMissing(check, child, parts, isMet ? place + 1 : place, at)
      place = at
    } else if (isMet && !part.isMany) addFault(check, { code: 'element-repeated', node: child, name: part.written })
    isMet = true
    checkElement(check, child, part.type(), true)
  }
  reportMissing(check, node, parts, isMet ? place + 1 : place, parts.length)
}

/** An element that does not belong here; where its sequence knows it, it is checked all the same. */
function rejectChild(check: Check, child: ElementNode, parts: readonly ElementPart[]): void {
  const { document } = check
  addFault(check, { code: 'element-unexpected', node: child, name: document.qualifiedName(child) })
  const part = parts.find(({ name }) => name === document.nameId(child))
  if (part !== undefined) checkElement(check, child, part.type(), true)
}

/** @param node the element before which something is missing, or the parent at whose end it is */
function reportMissing(check: Check, node: ElementNode, parts: readonly ElementPart[], from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const part = parts[at]
    if (part !== undefined && part.least > 0) addFault(check, { code: 'element-missing', node, name: part.written })
  }
}
