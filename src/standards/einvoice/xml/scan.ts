// The state of one reading: the bytes, the place in them, and the records that grow while elements are met.
import type { XmlFaultCode, XmlLimits } from './document.ts'

/** Fields of an element's record. */
export const recordSize = 8
export const nameField = 0
export const parentField = 1
export const nextField = 2
export const lastField = 3
/** Where the content begins (after the start tag) and where it ends (before the end tag), as byte offsets. */
export const contentField = 4
export const contentEndField = 5
export const firstAttributeField = 6
/** Offset of the '<' of the start tag. */
export const tagField = 7

/** Fields of an attribute's record; its first is the name. */
export const attributeSize = 3
export const valueField = 1
export const valueEndField = 2

/** What an element's flags say of its content. */
export const hasElements = 1
/** References, CDATA, comments, processing instructions or carriage returns: the text must be decoded piece by piece. */
export const isPieced = 2
export const isForeign = 4
/** Text other than white space directly in the element. */
export const ownText = 8
/** Any character directly in the element. */
export const ownCharacters = 16

/** Ends a reading from any depth; caught once, in readXml. */
export class FaultSignal extends Error {
  readonly code: XmlFaultCode
  readonly offset: number

  constructor(code: XmlFaultCode, offset: number) {
    super(code)
    this.code = code
    this.offset = offset
  }
}

export function fail(code: XmlFaultCode, offset: number): never {
  throw new FaultSignal(code, offset)
}

/** Grown by doubling; the first guess fits an ordinary invoice. */
export interface Scan {
  readonly bytes: Buffer
  readonly end: number
  readonly limits: XmlLimits
  at: number
  records: Int32Array
  flags: Uint8Array
  count: number
  attributes: Int32Array
  attributeFlags: Uint8Array
  attributeCount: number
  /** The element being read, -1 outside the root element. */
  top: number
  depth: number
  /** Of the name scanned last: its hash, that of its local part, and where that begins. */
  hash: number
  localHash: number
  localBegin: number
  /** Bounds and flags of the attribute value scanned last. */
  valueBegin: number
  valueEnd: number
  valueFlags: number
  /** Ends and hashes of attribute names that wait for the namespaces their tag declares. */
  readonly pending: number[]
}

export function newScan(bytes: Buffer, at: number, limits: XmlLimits): Scan {
  const guess = Math.min(limits.elements, 64 + (bytes.length >> 5))
  return {
    bytes,
    end: bytes.length,
    limits,
    at,
    records: new Int32Array((guess + 1) * recordSize),
    flags: new Uint8Array(guess + 1),
    count: 0,
    attributes: new Int32Array(((guess >> 1) + 16) * attributeSize),
    attributeFlags: new Uint8Array((guess >> 1) + 16),
    attributeCount: 0,
    top: -1,
    depth: 0,
    hash: 0,
    localHash: 0,
    localBegin: 0,
    valueBegin: 0,
    valueEnd: 0,
    valueFlags: 0,
    pending: [],
  }
}

/** Room for one more element, and the sentinel after the last. */
export function reserveElement(scan: Scan): void {
  if (scan.count + 1 < scan.flags.length) return
  if (scan.count >= scan.limits.elements) fail('too-many-elements', scan.at)
  const size = scan.flags.length * 2
  const records = new Int32Array(size * recordSize)
  records.set(scan.records)
  const flags = new Uint8Array(size)
  flags.set(scan.flags)
  scan.records = records
  scan.flags = flags
}

export function reserveAttribute(scan: Scan): void {
  if (scan.attributeCount < scan.attributeFlags.length) return
  const size = scan.attributeFlags.length * 2
  const attributes = new Int32Array(size * attributeSize)
  attributes.set(scan.attributes)
  const flags = new Uint8Array(size)
  flags.set(scan.attributeFlags)
  scan.attributes = attributes
  scan.attributeFlags = flags
}
