// Finding nodes and texts as the rules' XPath does: nodes picked by another value, and "one text, or the rule fails".
import { each, type Path, path, texts } from '../../engine/paths.ts'
import { DynamicError, upper } from '../../engine/values.ts'
import type { ElementNode, NameId, XmlDocument } from '../../xml/document.ts'

/**
 * The text of the one hit, '' where there is none.
 *
 * @throws DynamicError where there are several: the functions of XPath that take one text refuse more
 */
export function oneText(document: XmlDocument, node: ElementNode, way: Path): string {
  return only(texts(document, node, way))
}

/** The only one of the texts, '' for none. @throws DynamicError where there are several */
export function only(found: readonly string[]): string {
  if (found.length > 1) throw several()
  return found[0] ?? ''
}

/** The text behind the point of an amount has at most two characters (not bytes or halves of a surrogate pair). */
export function hasTwoDecimals(amount: string): boolean {
  const point = amount.indexOf('.')
  return point < 0 || amount.length - point <= 3 || lengthOf(amount.slice(point + 1)) <= 2
}

/** string-length: characters of Unicode. */
export function lengthOf(text: string): number {
  let length = text.length
  for (let index = 0; index < text.length; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xdc00) length -= 1
  }
  return length
}

/** The text of the only one of the nodes, '' for none. @throws DynamicError where there are several */
export function onlyText(document: XmlDocument, nodes: readonly ElementNode[]): string {
  if (nodes.length > 1) throw several()
  const [node] = nodes
  return node === undefined ? '' : document.text(node)
}

function several(): DynamicError {
  return new DynamicError('more than one node where one text is asked for')
}

/** Hits of a path whose attribute has the value. */
export function eachWith(document: XmlDocument, node: ElementNode, way: Path, attribute: NameId, value: string): readonly ElementNode[] {
  const found = each(document, node, way)
  return found.every((one) => document.attribute(one, attribute) === value)
    ? found
    : found.filter((one) => document.attribute(one, attribute) === value)
}

/** Whether some text stands in both lists: the general comparison "=" of two sets of nodes. */
export function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((text) => others.includes(text))
}

const taxType = path('ram:TypeCode')

/** Whether the tax of this CII node is value added tax, in whatever case it is written; white space around it counts. */
export function isVatCii(document: XmlDocument, node: ElementNode): boolean {
  return upper(oneText(document, node, taxType)) === 'VAT'
}
