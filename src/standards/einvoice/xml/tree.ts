// The document that a reading leaves: records of elements and attributes, and the bytes that their texts are cut from on demand.
import { decodeAttribute, decodeContent, decodeTextNodes } from './decode.ts'
import type { ElementNode, XmlDocument } from './document.ts'
import { locate } from './location.ts'
import { type Names, namespaceUri, textOf } from './name-lookup.ts'
import { attributesWithoutNamespace, type NameId, namespaceUris, vocabularyName, vocabularySize, xmlNamespace } from './names.ts'
import type { Scan } from './scan.ts'
import * as layout from './scan.ts'

const { recordSize, attributeSize } = layout
let serials = 0

class Tree implements XmlDocument {
  readonly serial: number
  readonly count: number
  readonly #bytes: Buffer
  readonly #records: Int32Array
  readonly #flags: Uint8Array
  readonly #attributes: Int32Array
  readonly #attributeFlags: Uint8Array
  readonly #names: Names
  /** The bytes as characters of one byte each, so that offsets stay; made at the first text. */
  #source: string | undefined
  #countedTo = 0
  #countedLines = 1
  #named: Int32Array | undefined
  #positions: Int32Array | undefined
  #lineStarts: readonly number[] | undefined

  constructor(scan: Scan, names: Names) {
    serials += 1
    this.serial = serials
    this.count = scan.count
    this.#bytes = scan.bytes
    this.#records = scan.records
    this.#flags = scan.flags
    this.#attributes = scan.attributes
    this.#attributeFlags = scan.attributeFlags
    this.#names = names
  }

  nameId(node: ElementNode): NameId {
    return this.#records[node * recordSize] ?? -1
  }

  parent(node: ElementNode): ElementNode {
    return this.#records[node * recordSize + layout.parentField] ?? -1
  }

  firstChild(node: ElementNode): ElementNode {
    return (this.#records[node * recordSize + layout.lastField] ?? node) > node ? node + 1 : -1
  }

  nextSibling(node: ElementNode): ElementNode {
    return this.#records[node * recordSize + layout.nextField] ?? -1
  }

  childNamed(node: ElementNode, name: NameId): ElementNode {
    const first = ((this.#named ?? this.#index())[this.count + name] ?? 0) - 1
    const last = this.#records[node * recordSize + layout.lastField] ?? node
    if (first < 0 || first > last || last === node) return -1
    if (first > node && this.#records[first * recordSize + layout.parentField] === node) return first
    let child = node + 1
    while (child >= 0 && this.#records[child * recordSize] !== name) child = this.#records[child * recordSize + layout.nextField] ?? -1
    return child
  }

  lastDescendant(node: ElementNode): ElementNode {
    return this.#records[node * recordSize + layout.lastField] ?? node
  }

  text(node: ElementNode): string {
    const flags = this.#flags[node] ?? 0
    const begin = this.#records[node * recordSize + layout.contentField] ?? 0
    const finish = this.#records[node * recordSize + layout.contentEndField] ?? 0
    if ((flags & (layout.isPieced | layout.hasElements)) !== 0) return decodeContent(this.#bytes, begin, finish)
    if ((flags & layout.isForeign) !== 0) return textOf(this.#bytes, begin, finish)
    return this.#characters().substring(begin, finish)
  }

  #characters(): string {
    this.#source ??= this.#bytes.toString('latin1')
    return this.#source
  }

  textNodes(node: ElementNode): readonly string[] {
    const begin = this.#records[node * recordSize + layout.contentField] ?? 0
    const finish = this.#records[node * recordSize + layout.contentEndField] ?? 0
    if (((this.#flags[node] ?? 0) & (layout.isPieced | layout.hasElements)) !== 0) return decodeTextNodes(this.#bytes, begin, finish)
    return begin === finish ? [] : [this.text(node)]
  }

  hasOwnText(node: ElementNode): boolean {
    return ((this.#flags[node] ?? 0) & layout.ownText) !== 0
  }

  hasCharacters(node: ElementNode): boolean {
    return ((this.#flags[node] ?? 0) & layout.ownCharacters) !== 0
  }

  /** Attributes are recorded in document order, so those of a node end where those of the next begin. */
  #firstAttribute(node: ElementNode): number {
    return this.#records[node * recordSize + layout.firstAttributeField] ?? 0
  }

  attributeCount(node: ElementNode): number {
    return this.#firstAttribute(node + 1) - this.#firstAttribute(node)
  }

  attributeName(node: ElementNode, place: number): NameId {
    return this.#attributes[(this.#firstAttribute(node) + place) * attributeSize] ?? -1
  }

  attributeValue(node: ElementNode, place: number): string {
    return this.#value(this.#firstAttribute(node) + place)
  }

  #value(index: number): string {
    const begin = this.#attributes[index * attributeSize + layout.valueField] ?? 0
    const finish = this.#attributes[index * attributeSize + layout.valueEndField] ?? 0
    const flags = this.#attributeFlags[index] ?? 0
    return flags === 0 ? this.#characters().substring(begin, finish) : decodeAttribute(this.#bytes, begin, finish, flags)
  }

  #attributeIndex(node: ElementNode, name: NameId): number {
    const finish = this.#firstAttribute(node + 1)
    for (let index = this.#firstAttribute(node); index < finish; index += 1) {
      if (this.#attributes[index * attributeSize] === name) return index
    }
    return -1
  }

  attribute(node: ElementNode, name: NameId): string | undefined {
    const index = this.#attributeIndex(node, name)
    return index < 0 ? undefined : this.#value(index)
  }

  hasAttribute(node: ElementNode, name: NameId): boolean {
    return this.#attributeIndex(node, name) >= 0
  }

  localName(node: ElementNode): string {
    return this.localNameOf(this.nameId(node))
  }

  namespace(node: ElementNode): string {
    return this.namespaceOf(this.nameId(node))
  }

  localNameOf(name: NameId): string {
    return (vocabularyName(name) ?? this.#names.unknown[name - vocabularySize])?.local ?? ''
  }

  namespaceOf(name: NameId): string {
    const namespace = (vocabularyName(name) ?? this.#names.unknown[name - vocabularySize])?.namespace ?? 0
    return namespace === attributesWithoutNamespace ? '' : namespaceUri(this.#names, namespace)
  }

  qualifiedName(node: ElementNode): string {
    const tag = this.#records[node * recordSize + layout.tagField] ?? 0
    return /^[^\s/>]*/.exec(textOf(this.#bytes, tag + 1, this.#nameLimit(node, tag)))?.[0] ?? ''
  }

  /** A name ends before the content begins, and no name is longer than its limit. */
  #nameLimit(node: ElementNode, tag: number): number {
    return Math.min(this.#records[node * recordSize + layout.contentField] ?? 0, tag + 4_096)
  }

  resolvePrefix(node: ElementNode, prefix: string): string | undefined {
    if (prefix === 'xml') return namespaceUris[xmlNamespace]
    const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
    for (let at = node; at >= 0; at = this.parent(at)) {
      const begin = this.#records[at * recordSize + layout.tagField] ?? 0
      const tag = textOf(this.#bytes, begin, this.#records[at * recordSize + layout.contentField] ?? begin)
      for (const [, name, double, single] of tag.matchAll(/[\s]([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        if (name === declared)
          return decodeAttribute(Buffer.from(double ?? single ?? ''), 0, Buffer.byteLength(double ?? single ?? ''), layout.isPieced)
      }
    }
    return prefix === '' ? '' : undefined
  }

  location(node: ElementNode): string {
    this.#positions ??= new Int32Array(this.count)
    return locate(this, node, this.#positions)
  }

  line(node: ElementNode): number {
    const offset = this.#records[node * recordSize + layout.tagField] ?? 0
    // Who asks in document order counts on from the last answer; only who goes back needs a list of all lines.
    if (this.#lineStarts === undefined && offset >= this.#countedTo) {
      this.#countedLines += countLineEnds(this.#bytes, this.#countedTo, offset)
      this.#countedTo = offset
      return this.#countedLines
    }
    this.#lineStarts ??= lineStarts(this.#bytes)
    return linesUpTo(this.#lineStarts, offset)
  }

  firstNamed(name: NameId): ElementNode {
    return (this.#index()[this.count + name] ?? 0) - 1
  }

  nextNamed(node: ElementNode): ElementNode {
    return (this.#index()[node] ?? 0) - 1
  }

  /** For each element the next of its name + 1, then for each name its first element + 1. */
  #index(): Int32Array {
    if (this.#named === undefined) {
      const index = new Int32Array(this.count + vocabularySize + this.#names.unknown.length)
      for (let node = this.count - 1; node >= 0; node -= 1) {
        const head = this.count + this.nameId(node)
        index[node] = index[head] ?? 0
        index[head] = node + 1
      }
      this.#named = index
    }
    return this.#named
  }
}

/** Closes the records with a sentinel and gives them the face of a document. */
export function newTree(scan: Scan, names: Names): XmlDocument {
  scan.records[scan.count * recordSize + layout.firstAttributeField] = scan.attributeCount
  return new Tree(scan, names)
}

/** The line of an offset, from 1. */
export function lineAt(bytes: Uint8Array, offset: number): number {
  return 1 + countLineEnds(bytes, 0, offset)
}

/** Lines end as XML ends them: by LF, CR LF, or a lone CR. */
function countLineEnds(bytes: Uint8Array, from: number, to: number): number {
  let ends = 0
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte <= 0x0d && (byte === 0x0a || (byte === 0x0d && bytes[at + 1] !== 0x0a))) ends += 1
  }
  return ends
}

/** Where lines begin. */
function lineStarts(bytes: Uint8Array): readonly number[] {
  const starts = [0]
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === 0x0a || (byte === 0x0d && bytes[at + 1] !== 0x0a)) starts.push(at + 1)
  }
  return starts
}

/** How many lines begin at an offset or before it. */
function linesUpTo(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The column of an offset in characters, from 1. */
export function columnAt(bytes: Uint8Array, offset: number): number {
  let column = 1
  for (let at = offset - 1; at >= 0 && bytes[at] !== 0x0a && bytes[at] !== 0x0d; at -= 1) {
    if (((bytes[at] ?? 0) & 0xc0) !== 0x80) column += 1
  }
  return column
}
