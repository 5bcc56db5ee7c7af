// Steps in the tree that the VAT rules take often: children and texts by name, without lists.
import { normal } from '../../../engine/values.ts'
import type { ElementNode, NameId, XmlDocument } from '../../../xml/document.ts'

/** The first child of a name, or -1. */
export function childOf(document: XmlDocument, node: ElementNode, name: NameId): ElementNode {
  for (let child = document.firstChild(node); child !== -1; child = document.nextSibling(child)) {
    if (document.nameId(child) === name) return child
  }
  return -1
}

/** The next sibling of the same name, or -1. */
export function nextAlike(document: XmlDocument, node: ElementNode): ElementNode {
  const name = document.nameId(node)
  for (let sibling = document.nextSibling(node); sibling !== -1; sibling = document.nextSibling(sibling)) {
    if (document.nameId(sibling) === name) return sibling
  }
  return -1
}

/** Whether the node is of a name; above the root element nothing is. */
export function isNamed(document: XmlDocument, node: ElementNode, name: NameId): boolean {
  return node !== -1 && document.nameId(node) === name
}

/** Whether the text says true or false as a truth value of XML Schema does; anything else says neither. */
export function saysTruth(text: string, truth: boolean): boolean {
  const word = normal(text)
  return truth ? word === 'true' || word === '1' : word === 'false' || word === '0'
}
