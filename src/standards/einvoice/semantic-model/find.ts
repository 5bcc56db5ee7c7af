// Finds the nodes of a term below a node of its group.
import { each, texts } from '../engine/paths.ts'
import type { ElementNode, XmlDocument } from '../xml/document.ts'
import type { CompiledTerm, Source, Where } from './compile.ts'

/** Where a value is found: an element, or an attribute of it. */
export interface Place {
  readonly node: ElementNode
  readonly source: Source
}

/** All places of the term under a node of its group, in the order of its alternatives. */
export function placesOf(document: XmlDocument, group: ElementNode, term: CompiledTerm): readonly Place[] {
  const places: Place[] = []
  for (const source of term.sources) {
    for (const node of each(document, group, source.path)) {
      if (source.attribute !== undefined && !document.hasAttribute(node, source.attribute)) continue
      if (source.where === undefined || fulfils(document, node, source.where)) places.push({ node, source })
    }
  }
  return places
}

export function textAt(document: XmlDocument, place: Place): string {
  const { attribute } = place.source
  return attribute === undefined ? document.text(place.node) : (document.attribute(place.node, attribute) ?? '')
}

function fulfils(document: XmlDocument, node: ElementNode, where: Where): boolean {
  const found = texts(document, node, where.path)
  const { condition } = where
  if ('is' in condition) return found.some((text) => condition.is.includes(text))
  if ('differs' in condition) return found.some((text) => text !== condition.differs)
  if ('none' in condition) return !found.includes(condition.none)
  if ('present' in condition) return found.length > 0 === condition.present
  const others = where.other === undefined ? [] : texts(document, node, where.other)
  return found.some((text) => others.includes(text))
}
