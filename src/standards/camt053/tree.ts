// A small tree of what was read, with limits; each entry is handed on as soon as it is complete.
import { SaxesParser } from 'saxes'

/** The file is no statement of a bank; the message says where and why. */
export class StatementError extends Error {
  readonly code = 'camt053.not-a-statement'
}

export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
  text: string
}

export interface StatementLimits {
  readonly maxBytes?: number
  readonly maxEntries?: number
  readonly maxNodesOfEntry?: number
}

const longestText = 20_000
const deepest = 40

/**
 * Reads a document piece by piece; a node named `cut` is given to `take` and then forgotten.
 *
 * @throws StatementError for what is not well-formed, has a document type, or is beyond the limits
 */
export async function readTree(
  content: AsyncIterable<Uint8Array>,
  limits: StatementLimits,
  handing: { readonly cut: string; take(node: Node, parents: readonly Node[]): void; root(node: Node, namespace: string): void },
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true })
  const open: Node[] = []
  let nodes = 0
  let root: Node | undefined
  parser.on('error', (error) => fail(`line ${parser.line}: ${error.message}`))
  parser.on('doctype', () => fail('a document type declaration is not allowed'))
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) fail('elements are nested too deep')
    if ((nodes += 1) > (limits.maxNodesOfEntry ?? 500_000)) fail('too many elements')
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((attribute) => [attribute.name, attribute.value]))
    const node: Node = { name: tag.local, attributes, children: [], text: '' }
    if (root === undefined) handing.root((root = node), tag.uri)
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  const addText = (text: string): void => {
    const node = open.at(-1)
    if (node === undefined) return
    node.text += text
    if (node.text.length > longestText) fail('a text is too long')
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const node = open.pop()
    if (node?.name !== handing.cut) return
    handing.take(node, open)
    open.at(-1)?.children.pop()
    nodes = 0
  })
  await feed(parser, content, limits.maxBytes ?? 50_000_000)
}

async function feed(parser: SaxesParser<{ xmlns: true }>, content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<void> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let size = 0
  for await (const chunk of content) {
    if ((size += chunk.byteLength) > maxBytes) fail(`more than ${maxBytes} bytes`)
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    parser.write(decoded(decoder, chunk))
  }
  if (decoder === undefined) fail('the file is empty')
  parser.write(decoded(decoder, undefined))
  parser.close()
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array | undefined): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch (cause) {
    throw new StatementError(`the text is not ${decoder.encoding}`, { cause })
  }
}

/** UTF-8 or ISO-8859-1 as declared; UTF-16 by its mark. */
function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  const start = Buffer.from(chunk.subarray(0, 200)).toString('latin1')
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding=["']([A-Za-z0-9._-]{1,40})["']/.exec(start)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(declared).encoding
  } catch (cause) {
    throw new StatementError(`encoding ${declared} is not known`, { cause })
  }
}

export function fail(reason: string): never {
  throw new StatementError(reason)
}

/** The first node along a path of names. */
export function find(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let found = node
  for (const name of path) found = found?.children.find((child) => child.name === name)
  return found
}

export function findAll(node: Node | undefined, name: string): readonly Node[] {
  return node?.children.filter((child) => child.name === name) ?? []
}

/** The text along a path without spaces around; undefined where it is empty or not there. */
export function textOf(node: Node | undefined, ...path: readonly string[]): string | undefined {
  return find(node, ...path)?.text.trim() || undefined
}
