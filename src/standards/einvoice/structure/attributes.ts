// Attributes of an element: those its type knows, with their values, and those every element may bear for the schema's sake.
import { type ElementNode, nameOf, type XmlDocument } from '../xml/document.ts'
import { knownNamespace, namespacePrefixes } from '../xml/names.ts'
import { addFault, type Check } from './faults.ts'
import { isResourceIdentifier } from './resource-identifier.ts'
import { type AttributeUse, anyType, type Type } from './schema.ts'
import { builtInType, collapse } from './values.ts'

const xsiType = nameOf('@xsi:type')
const xsiNil = nameOf('@xsi:nil')
const hints = new Set([nameOf('@xsi:schemaLocation'), nameOf('@xsi:noNamespaceSchemaLocation')])
const schemaNamespace = 'http://www.w3.org/2001/XMLSchema'

/** @returns the type that counts: the declared one, or the one that the element itself names in its place */
export function checkAttributes(check: Check, node: ElementNode, declared: Type, isDeclared: boolean): Type {
  const { document } = check
  const type = document.hasAttribute(node, xsiType) ? namedType(check, node, declared) : declared
  const count = document.attributeCount(node)
  let required = 0
  for (let place = 0; place < count; place += 1) {
    const name = document.attributeName(node, place)
    const use = type.attributes.find((each) => each.name === name)
    if (use !== undefined) {
      if (use.isRequired) required += 1
      checkAttributeValue(check, node, use, place)
    } else if (name === xsiNil) {
      // No element of these schemas may be nil, so the attribute itself is wrong, whatever its value; elsewhere it must be a boolean.
      if (isDeclared || builtInType('boolean')?.takes?.(document.attributeValue(node, place)) === false)
        addFault(check, { code: 'nil', node })
    } else if (hints.has(name)) {
      // Hints at schemas are not followed, but they must be addresses.
      if (!collapse(document.attributeValue(node, place)).split(' ').every(isResourceIdentifier)) {
        addFault(check, { code: 'attribute-wrong', node, name: document.localNameOf(name), type: 'xs:anyURI' })
      }
    } else if (name !== xsiType && !type.isOpen) {
      addFault(check, { code: 'attribute-unexpected', node, name: document.localNameOf(name) })
    }
  }
  if (required < type.requiredAttributes) reportMissing(check, node, type.attributes)
  return type
}

function reportMissing(check: Check, node: ElementNode, attributes: readonly AttributeUse[]): void {
  for (const { name, written, isRequired } of attributes) {
    if (isRequired && !check.document.hasAttribute(node, name)) addFault(check, { code: 'attribute-missing', node, name: written })
  }
}

function checkAttributeValue(check: Check, node: ElementNode, { type, fixed, written }: AttributeUse, place: number): void {
  if (type.takes === undefined && fixed === undefined) return
  const text = check.document.attributeValue(node, place)
  const isWrong = (type.takes !== undefined && !type.takes(text)) || (fixed !== undefined && collapse(text) !== fixed)
  if (isWrong || (type.name === 'xs:ID' && isTaken(check, collapse(text)))) {
    addFault(check, { code: 'attribute-wrong', node, name: written, value: text.slice(0, 80), type: type.name })
  }
}

/** Whether an identifier was met before; it is remembered. */
function isTaken(check: Check, identifier: string): boolean {
  check.identifiers ??= new Set()
  if (check.identifiers.has(identifier)) return true
  check.identifiers.add(identifier)
  return false
}

/** The type an element names by xsi:type, if it exists and is derived from the declared one. */
function namedType(check: Check, node: ElementNode, declared: Type): Type {
  const { document, schema } = check
  const written = collapse(document.attribute(node, xsiType) ?? '')
  const name = typeName(document, node, written)
  const type = name === undefined ? undefined : schema.typeNamed(name)
  if (type !== undefined && isDerived(check, type, declared)) return type
  addFault(check, { code: 'type-wrong', node, value: written.slice(0, 80), type: declared.name })
  return declared
}

function typeName(document: XmlDocument, node: ElementNode, written: string): string | undefined {
  const colon = written.indexOf(':')
  const uri = document.resolvePrefix(node, colon < 0 ? '' : written.slice(0, colon))
  if (uri === undefined || uri === '') return undefined
  const local = written.slice(colon + 1)
  if (uri === schemaNamespace) return `xs:${local}`
  const namespace = knownNamespace(uri)
  return namespace === undefined ? undefined : `${namespacePrefixes[namespace]}:${local}`
}

function isDerived(check: Check, type: Type, declared: Type): boolean {
  if (declared.name === anyType.name) return true
  let at: Type | undefined = type
  while (at !== undefined && at.name !== declared.name) at = at.base === undefined ? undefined : check.schema.typeNamed(at.base)
  return at !== undefined
}
