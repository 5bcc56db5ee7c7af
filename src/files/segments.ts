// Segments: content as a chain of AES-256-GCM pieces, so that streams verify as they go.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Plain bytes of every segment but the last. */
export const segmentBytes = 65_536
const tagBytes = 16
const magic = Buffer.from('RSF1')
const prefixBytes = 7
const headerBytes = magic.length + prefixBytes

/**
 * Encrypts content. Each nonce is a random prefix, the segment's number and a mark on the last one
 * (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015): a segment moved,
 * repeated or cut off does not open. The key must be fresh for each file.
 */
export async function* encryptSegments(dataKey: Buffer, content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const prefix = randomBytes(prefixBytes)
  yield Buffer.concat([magic, prefix])
  let number = 0
  let waiting: Buffer | undefined
  for await (const piece of pieces(content, segmentBytes)) {
    if (waiting !== undefined) yield encryptSegment(dataKey, nonceOf(prefix, number++, false), waiting)
    waiting = piece
  }
  yield encryptSegment(dataKey, nonceOf(prefix, number, true), waiting ?? Buffer.alloc(0))
}

/** Decrypts what `encryptSegments` wrote; throws at the first byte that is not as written. */
export async function* decryptSegments(dataKey: Buffer, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let prefix: Buffer | undefined
  let number = 0
  let waiting: Buffer | undefined
  for await (const piece of pieces(sealed, segmentBytes + tagBytes, headerBytes)) {
    if (prefix === undefined) {
      if (piece.length < headerBytes || !piece.subarray(0, magic.length).equals(magic)) throw new Error('this is no file of this store')
      prefix = piece.subarray(magic.length)
      continue
    }
    if (waiting !== undefined) yield decryptSegment(dataKey, nonceOf(prefix, number++, false), waiting)
    waiting = piece
  }
  if (prefix === undefined || waiting === undefined) throw new Error('the file ends before its first segment')
  yield decryptSegment(dataKey, nonceOf(prefix, number, true), waiting)
}

/**
 * The same bytes in pieces of `size`, the first of `firstSize`; only the last may be shorter.
 * Two buffers take turns: a piece is good until the next but one is asked for.
 */
export async function* pieces(content: AsyncIterable<Uint8Array>, size: number, firstSize: number = size): AsyncGenerator<Buffer> {
  const buffers = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)] as const
  let turn: 0 | 1 = 0
  let wanted = firstSize
  let piece: Buffer = firstSize === size ? buffers[turn] : Buffer.alloc(firstSize)
  let filled = 0
  for await (const chunk of content) {
    let start = 0
    while (start < chunk.length) {
      const taken = Math.min(wanted - filled, chunk.length - start)
      piece.set(chunk.subarray(start, start + taken), filled)
      filled += taken
      start += taken
      if (filled < wanted) continue
      yield piece
      wanted = size
      turn = turn === 0 ? 1 : 0
      piece = buffers[turn]
      filled = 0
    }
  }
  if (filled > 0) yield piece.subarray(0, filled)
}

function nonceOf(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  prefix.copy(nonce)
  nonce.writeUInt32BE(number, prefixBytes)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

function encryptSegment(key: Buffer, nonce: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decryptSegment(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < tagBytes) throw new Error(`a segment of ${sealed.length} bytes is cut off`)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
}
