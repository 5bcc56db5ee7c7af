// Cash discount (Skonto) in the payment terms: BR-DE-18, lines of fixed form within the free text of BT-20.
import { each, type Path } from '../../engine/paths.ts'
import { DynamicError, normal } from '../../engine/values.ts'
import type { ElementNode, XmlDocument } from '../../xml/document.ts'

const discountLine = /^#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/
/** Dots of XPath stop at a line feed only. */
const discountPart = /#[^\n]+#/g
const lineEnd = /\r?\n/
const startsWithLine = /^[ \t\r]*\n/

/**
 * Whether each line that begins with # has the form of a discount, and a line end follows the last # of the text.
 *
 * @param terms path to the payment terms, @param text path from there to their texts, of which the first counts
 * @throws DynamicError where several payment terms are filled and one holds a discount: the official rule then reads two texts as one
 */
export function hasSoundDiscounts(document: XmlDocument, node: ElementNode, terms: Path, text: Path): boolean {
  const notes: string[] = []
  for (const term of each(document, node, terms)) {
    const [note] = each(document, term, text)
    if (note !== undefined) notes.push(document.text(note))
  }
  const lines = notes.flatMap((note) => note.split(lineEnd)).map(normal)
  for (const line of lines) {
    if (!line.startsWith('#')) continue
    if (!discountLine.test(line)) return false
    if (!endsWithLine(notes)) return false
  }
  return true
}

function endsWithLine(notes: readonly string[]): boolean {
  const rests = notes.filter((note) => note !== '').map((note) => note.split(discountPart).at(-1) ?? '')
  if (rests.length > 1) throw new DynamicError('several payment terms beside a discount')
  return startsWithLine.test(rests[0] ?? '')
}
