// Finds the element that the location of a finding names.
import type { ElementNode, XmlDocument } from '../xml/document.ts'
import { namespacePrefixes, namespaceUris } from '../xml/names.ts'

export interface Located {
  readonly node: ElementNode
  /** The attribute the finding is about. */
  readonly attribute?: string
}

const step = /\/(?:Q\{([^}]*)\}|([A-Za-z]+):)([^/[@]+)\[(\d+)\]/gy

/** The place of '/ubl:Invoice[1]/cbc:ID[1]/@schemeID'; the root element where the document has no such place. */
export function placeAt(document: XmlDocument, location: string): Located {
  step.lastIndex = 0
  let node: ElementNode = 0
  let isRoot = true
  let end = 0
  for (let match = step.exec(location); match !== null; match = step.exec(location)) {
    const [, uri, prefix = '', local = '', position = '1'] = match
    const namespace = uri ?? namespaceUris[namespacePrefixes.indexOf(prefix)] ?? ''
    if (!isRoot) {
      const child = childAt(document, node, { namespace, local, position: Number(position) })
      if (child < 0) return { node: 0 }
      node = child
    }
    isRoot = false
    end = step.lastIndex
  }
  const attribute = /^\/@(.+)$/.exec(location.slice(end))?.[1]
  return attribute === undefined ? { node } : { node, attribute }
}

interface Wanted {
  readonly namespace: string
  readonly local: string
  readonly position: number
}

function childAt(document: XmlDocument, parent: ElementNode, { namespace, local, position }: Wanted): ElementNode {
  let seen = 0
  for (let child = document.firstChild(parent); child >= 0; child = document.nextSibling(child)) {
    if (document.localName(child) !== local || document.namespace(child) !== namespace) continue
    seen += 1
    if (seen === position) return child
  }
  return -1
}
