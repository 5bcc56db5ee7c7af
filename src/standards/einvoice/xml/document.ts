// An XML document as rules and structure see it: numbered elements in document order, names as integers, text on demand.
import type { Done } from '#kernel/outcome.ts'
import type { NameId } from './names.ts'

export { type NameId, nameOf, vocabularySize } from './names.ts'

/** Index of an element in document order; 0 is the root element, -1 is none. */
export type ElementNode = number

export interface XmlDocument {
  /** Differs for every document read in this process: the key of facts remembered per document. */
  readonly serial: number
  /** How many elements. */
  readonly count: number
  nameId(node: ElementNode): NameId
  /** @returns -1 above the root element */
  parent(node: ElementNode): ElementNode
  firstChild(node: ElementNode): ElementNode
  nextSibling(node: ElementNode): ElementNode
  /** The first child of a name, or -1; a name that the document lacks costs nothing. */
  childNamed(node: ElementNode, name: NameId): ElementNode
  /** Descendants of a node are node + 1 … lastDescendant(node); the node itself where it has none. */
  lastDescendant(node: ElementNode): ElementNode
  /** All text below the node (the string value of XPath); comments and processing instructions are skipped. */
  text(node: ElementNode): string
  /** The text nodes directly in the node: comments, instructions and child elements part them, CDATA does not. */
  textNodes(node: ElementNode): readonly string[]
  /** Whether text other than white space stands directly in the node. */
  hasOwnText(node: ElementNode): boolean
  /** Whether any character at all stands directly in the node, white space too. */
  hasCharacters(node: ElementNode): boolean
  attribute(node: ElementNode, name: NameId): string | undefined
  hasAttribute(node: ElementNode, name: NameId): boolean
  attributeCount(node: ElementNode): number
  /** Name and value of the attribute at a place, 0 … attributeCount - 1; declarations of namespaces are not attributes. */
  attributeName(node: ElementNode, place: number): NameId
  attributeValue(node: ElementNode, place: number): string
  localName(node: ElementNode): string
  /** The URI, '' for none. */
  namespace(node: ElementNode): string
  /** The name as written, with its prefix (the name() of XPath). */
  qualifiedName(node: ElementNode): string
  localNameOf(name: NameId): string
  namespaceOf(name: NameId): string
  /** The URI a prefix stands for at a node; '' asks for the default. @returns undefined where it is not declared */
  resolvePrefix(node: ElementNode, prefix: string): string | undefined
  /** '/ubl:Invoice[1]/cac:InvoiceLine[2]/cbc:ID[1]' in the official notation; a namespace without an agreed prefix is Q{…}local[n]. */
  location(node: ElementNode): string
  /** Line of the start tag, from 1. */
  line(node: ElementNode): number
  /** The first element of this name in document order, or -1: an index over the whole document. */
  firstNamed(name: NameId): ElementNode
  /** The next element of the same name in document order, or -1. */
  nextNamed(node: ElementNode): ElementNode
}

/** Why bytes are not a document: which demand is broken, and where (line and column from 1). */
export interface XmlFault {
  readonly code: XmlFaultCode
  readonly line: number
  readonly column: number
}

export type XmlFaultCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many-elements'
  | 'too-many-attributes'
  | 'name-too-long'
  | 'text-too-long'
  | 'encoding-unknown'
  | 'encoding-broken'
  | 'declaration'
  | 'doctype'
  | 'empty'
  | 'outside-root'
  | 'name'
  | 'tag'
  | 'end-tag'
  | 'not-closed'
  | 'attribute'
  | 'duplicate-attribute'
  | 'prefix-unbound'
  | 'namespace'
  | 'reference'
  | 'character'
  | 'cdata-end-in-text'
  | 'comment'
  | 'processing-instruction'

/** A document, or the fault that keeps the bytes from being one. */
export type XmlReading = Done<XmlDocument> | { readonly ok: false; readonly reason: XmlFault }

export interface XmlLimits {
  readonly bytes: number
  readonly depth: number
  readonly elements: number
  /** Per element. */
  readonly attributes: number
  /** Of a name or a namespace URI, in bytes. */
  readonly nameBytes: number
  /** Of one element's text or one attribute, in bytes. */
  readonly textBytes: number
}

export const defaultLimits: XmlLimits = {
  bytes: 50 * 1024 * 1024,
  depth: 256,
  elements: 2_000_000,
  attributes: 1_000,
  nameBytes: 1_000,
  textBytes: 48 * 1024 * 1024,
}
