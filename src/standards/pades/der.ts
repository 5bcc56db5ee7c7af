// DER (ITU-T X.690): the few types a signature needs, written and read.

export class DerError extends Error {
  readonly code = 'pades.unreadable-der'
}

export interface DerNode {
  readonly tag: number
  /** The value's bytes. */
  readonly value: Buffer
  /** Tag, length and value. */
  readonly whole: Buffer
}

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthBytes(value.length), value])
}

export function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, ...parts)
}

/** A SET OF in DER is sorted by its encoded elements (X.690 § 11.6). */
export function setOf(...parts: readonly Uint8Array[]): Buffer {
  return der(0x31, ...[...parts].sort((first, second) => Buffer.compare(first, second)))
}

export function octets(bytes: Uint8Array): Buffer {
  return der(0x04, bytes)
}

export function smallInteger(value: number): Buffer {
  return der(0x02, Buffer.from([value]))
}

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** The nodes that follow each other in `bytes`. */
export function readDer(bytes: Uint8Array): DerNode[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const nodes: DerNode[] = []
  for (let at = 0; at < all.length; ) {
    const node = readNode(all, at)
    nodes.push(node)
    at += node.whole.length
  }
  return nodes
}

/** The first node of `bytes`; what follows it (padding) is not looked at. */
export function firstNode(bytes: Uint8Array): DerNode {
  return readNode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0)
}

function readNode(bytes: Buffer, at: number): DerNode {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) throw new DerError('the DER is cut off')
  const extra = first < 0x80 ? 0 : first & 0x7f
  if (extra > 4) throw new DerError('a DER length is too long')
  const length = extra === 0 ? first : bytes.readUIntBE(at + 2, extra)
  const start = at + 2 + extra
  if (start + length > bytes.length) throw new DerError('the DER is cut off')
  return { tag, value: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) }
}

function lengthBytes(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

function base128(value: number): number[] {
  const bytes = [value & 0x7f]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}
