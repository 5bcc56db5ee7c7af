// Where an element stands, in the notation of the official reports.
import type { ElementNode, XmlDocument } from './document.ts'
import { knownNamespace, namespacePrefixes } from './names.ts'

/** Prefixes the official reports write; any other namespace is spelt out. */
const reported = new Set(['ubl', 'cn', 'cbc', 'cac', 'ext', 'rsm', 'ram', 'udt', 'qdt'])

/**
 * The path of an element, each step with its place among the siblings of its name.
 *
 * @param positions places found so far, 0 = not yet; filled for all children of a parent at once, so that many findings stay cheap
 */
export function locate(document: XmlDocument, node: ElementNode, positions: Int32Array): string {
  const steps: string[] = []
  for (let at = node; at >= 0; at = document.parent(at)) {
    if (positions[at] === 0) placeSiblings(document, document.parent(at), positions)
    steps.push(`${stepName(document, at)}[${positions[at]}]`)
  }
  return `/${steps.reverse().join('/')}`
}

function placeSiblings(document: XmlDocument, parent: ElementNode, positions: Int32Array): void {
  if (parent < 0) {
    positions[0] = 1
    return
  }
  const seen = new Map<number, number>()
  for (let child = document.firstChild(parent); child >= 0; child = document.nextSibling(child)) {
    const place = (seen.get(document.nameId(child)) ?? 0) + 1
    seen.set(document.nameId(child), place)
    positions[child] = place
  }
}

function stepName(document: XmlDocument, node: ElementNode): string {
  const uri = document.namespace(node)
  const prefix = namespacePrefixes[knownNamespace(uri) ?? 0] ?? ''
  return reported.has(prefix) ? `${prefix}:${document.localName(node)}` : `Q{${uri}}${document.localName(node)}`
}
