// XML bytes to a bounded tree of elements with line numbers; no DOCTYPE, no entities of its own.
import { SaxesParser } from 'saxes'
import type { IssueCode } from './issue-code.ts'

export interface Element {
  readonly namespace: string
  readonly name: string
  readonly line: number
  readonly parent: Element | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** Character data directly inside, untrimmed. */
  readonly text: string
}

export interface XmlLimits {
  readonly maxBytes: number
  readonly maxDepth: number
  readonly maxElements: number
}

export type ReadXml =
  | { readonly ok: true; readonly root: Element }
  | { readonly ok: false; readonly line: number; readonly code: IssueCode; readonly message: string }

interface Growing extends Element {
  readonly children: Growing[]
  text: string
}

class Stop extends Error {
  readonly code: IssueCode
  constructor(code: IssueCode, message: string) {
    super(message)
    this.code = code
  }
}

const chunkBytes = 65_536

/** Reads XML in chunks; stops at the first broken place or passed limit. */
export function readXml(bytes: Uint8Array, limits: XmlLimits): ReadXml {
  if (bytes.byteLength > limits.maxBytes) {
    return { ok: false, line: 1, code: 'too-large', message: `the file has ${bytes.byteLength} bytes, at most ${limits.maxBytes} are read` }
  }
  const parser = new SaxesParser({ xmlns: true, position: true })
  const tree = growTree(parser, limits)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let start = 0; start < bytes.byteLength; start += chunkBytes) {
      parser.write(decode(decoder, bytes.subarray(start, start + chunkBytes), start + chunkBytes < bytes.byteLength))
    }
    parser.close()
  } catch (cause) {
    if (cause instanceof Stop) return { ok: false, line: parser.line, code: cause.code, message: cause.message }
    throw cause
  }
  return tree.root === undefined
    ? { ok: false, line: 1, code: 'not-xml', message: 'the file has no element' }
    : { ok: true, root: tree.root }
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array, more: boolean): string {
  try {
    return decoder.decode(chunk, { stream: more })
  } catch {
    throw new Stop('not-xml', 'the file is not in UTF-8')
  }
}

function growTree(parser: SaxesParser<{ xmlns: true; position: true }>, limits: XmlLimits): { root: Element | undefined } {
  const tree: { root: Growing | undefined } = { root: undefined }
  const open: Growing[] = []
  let count = 0
  parser.on('error', (cause) => {
    throw new Stop('not-xml', cause.message)
  })
  parser.on('xmldecl', (declaration) => {
    const encoding = declaration.encoding?.toLowerCase()
    if (encoding !== undefined && encoding !== 'utf-8')
      throw new Stop('not-xml', `the file says its encoding is ${encoding}, only UTF-8 is read`)
  })
  parser.on('doctype', () => {
    throw new Stop('doctype', 'a DOCTYPE is refused')
  })
  parser.on('opentag', (tag) => {
    if (++count > limits.maxElements) throw new Stop('too-large', `more than ${limits.maxElements} elements`)
    if (open.length >= limits.maxDepth) throw new Stop('too-large', `elements are nested deeper than ${limits.maxDepth}`)
    const parent = open.at(-1)
    const attributes: Record<string, string> = {}
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.uri === '') attributes[attribute.local] = attribute.value
    }
    const element: Growing = { namespace: tag.uri, name: tag.local, line: parser.line, parent, attributes, children: [], text: '' }
    if (parent === undefined) tree.root = element
    else parent.children.push(element)
    open.push(element)
  })
  const addText = (text: string) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    open.pop()
  })
  return tree
}
