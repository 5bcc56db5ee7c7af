// Text and attribute values out of their bytes: references resolved, line ends unified, markup between pieces left out.
import { textOf } from './name-lookup.ts'
import { isPieced } from './scan.ts'

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The normalised value of an attribute (CDATA normalisation: white space as written becomes spaces). */
export function decodeAttribute(bytes: Buffer, begin: number, finish: number, flags: number): string {
  const raw = textOf(bytes, begin, finish)
  return (flags & isPieced) === 0 ? raw : resolveReferences(raw.replace(/\r\n|[\r\n\t]/g, ' '))
}

/** The string value of content that is known to be well formed. */
export function decodeContent(bytes: Buffer, begin: number, finish: number): string {
  let text = ''
  walkPieces(textOf(bytes, begin, finish), (piece) => {
    text += piece
  })
  return text
}

/** The text nodes of content, those of child elements left out. */
export function decodeTextNodes(bytes: Buffer, begin: number, finish: number): readonly string[] {
  const nodes: string[] = []
  let depth = 0
  let isOpen = false
  walkPieces(
    textOf(bytes, begin, finish),
    (piece) => {
      if (depth > 0 || piece === '') return
      if (isOpen) nodes.push(`${nodes.pop() ?? ''}${piece}`)
      else nodes.push(piece)
      isOpen = true
    },
    (markup) => {
      isOpen = false
      if (markup.startsWith('</')) depth -= 1
      else if (!/^<[!?]/.test(markup) && !markup.endsWith('/>')) depth += 1
    },
  )
  return nodes
}

/** Hands on each piece of text decoded, and each piece of markup between them as it stands. */
function walkPieces(raw: string, take: (piece: string) => void, pass?: (markup: string) => void): void {
  let at = 0
  while (at < raw.length) {
    const markup = raw.indexOf('<', at)
    if (markup < 0) return take(decodePiece(raw.slice(at)))
    if (markup > at) take(decodePiece(raw.slice(at, markup)))
    if (raw.startsWith('<![CDATA[', markup)) {
      const close = raw.indexOf(']]>', markup)
      take(unifyLineEnds(raw.slice(markup + 9, close)))
      at = close + 3
    } else {
      at = endOfMarkup(raw, markup)
      pass?.(raw.slice(markup, at))
    }
  }
}

/** Where markup that holds no text ends: a comment, an instruction or a tag (whose attributes may contain '>'). */
function endOfMarkup(raw: string, markup: number): number {
  if (raw.startsWith('<!--', markup)) return raw.indexOf('-->', markup + 4) + 3
  if (raw.startsWith('<?', markup)) return raw.indexOf('?>', markup + 2) + 2
  for (let at = markup + 1; at < raw.length; at += 1) {
    const character = raw[at]
    if (character === '>') return at + 1
    if (character === '"' || character === "'") at = raw.indexOf(character, at + 1)
  }
  return raw.length
}

function decodePiece(piece: string): string {
  return resolveReferences(unifyLineEnds(piece))
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function resolveReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-z]+));/g, (_, hexadecimal?: string, decimal?: string, name?: string) => {
    if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10))
    return predefined[name ?? ''] ?? ''
  })
}
