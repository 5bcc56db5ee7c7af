// Decimals and dates read from a document as XPath reads them: nothing, one, or an error where several stand.
import { add, castDecimal, type Decimal, round, zero } from '../../engine/decimal.ts'
import { each, type Path } from '../../engine/paths.ts'
import { castDate, DynamicError } from '../../engine/values.ts'
import type { ElementNode, XmlDocument } from '../../xml/document.ts'
import { textNodes } from './building.ts'

const centPlaces = 2

/** @throws DynamicError where several hits stand or the text is no decimal */
export function decimalOf(document: XmlDocument, node: ElementNode, where: Path): Decimal | undefined {
  return decimalOfNodes(document, each(document, node, where))
}

export function decimalOfNodes(document: XmlDocument, nodes: readonly ElementNode[]): Decimal | undefined {
  const [only] = nodes
  if (only === undefined) return undefined
  if (nodes.length > 1) throw new DynamicError('several amounts where the official rule reads one')
  return castDecimal(document.text(only))
}

export function sumOf(document: XmlDocument, node: ElementNode, where: Path): Decimal {
  let sum = zero
  for (const hit of each(document, node, where)) sum = add(sum, castDecimal(document.text(hit)))
  return sum
}

/** Half a cent goes up, towards positive infinity. */
export function roundedToCents(value: Decimal): Decimal {
  return round(value, centPlaces)
}

/** The date of the only text node. */
export function dateOfTextNode(document: XmlDocument, node: ElementNode, where: Path): number | undefined {
  const [only, another] = textNodes(document, node, where)
  if (another !== undefined) throw new DynamicError('a date cut in two by a comment, where the official rule reads one')
  return only === undefined ? undefined : castDate(only)
}

/** The date of the only hit. */
export function dateOf(document: XmlDocument, node: ElementNode, where: Path): number | undefined {
  const [only, another] = each(document, node, where)
  if (another !== undefined) throw new DynamicError('several dates where the official rule reads one')
  return only === undefined ? undefined : castDate(document.text(only))
}
