// A register file as a stream: lines of bounded length, UTF-8 or Latin-1, each read or reported.

import { readRegisterLine } from './line.ts'
import type { LineFault, RegisterRecord } from './model.ts'

export type RegisterEntry =
  | { readonly ok: true; readonly line: number; readonly record: RegisterRecord }
  | ({ readonly ok: false } & LineFault)

type Encoding = 'utf-8' | 'windows-1252'

const longestLineBytes = 4096
const lineFeed = 0x0a
const carriageReturn = 0x0d
const utf8 = new TextDecoder('utf-8', { fatal: true })
const latin1 = new TextDecoder('windows-1252')

/**
 * Reads a register file of any size in constant memory. Editions up to about 2019 are Latin-1,
 * later ones UTF-8; the first line with a letter beyond ASCII decides, later lines of the other
 * encoding are reported. Empty lines are passed over.
 */
export async function* readRegister(content: AsyncIterable<Uint8Array>): AsyncGenerator<RegisterEntry> {
  let encoding: Encoding | undefined
  let number = 0
  for await (const bytes of splitLines(content)) {
    number += 1
    if (bytes === undefined) {
      yield { ok: false, line: number, reason: 'too-long', excerpt: '' }
      continue
    }
    const decoded = decode(number === 1 ? withoutMark(bytes) : bytes)
    if (decoded.text.trim() === '') continue
    if (decoded.encoding !== undefined && encoding === undefined) encoding = decoded.encoding
    const read = readRegisterLine(decoded.text)
    const isMixed = decoded.encoding !== undefined && decoded.encoding !== encoding
    if (read.ok && !isMixed) yield { ok: true, line: number, record: read.value }
    else yield { ok: false, line: number, reason: read.ok ? 'mixed-encoding' : read.reason, excerpt: excerptOf(decoded.text) }
  }
}

/** The lines of a stream; undefined stands for one that is too long to be kept. */
async function* splitLines(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | undefined> {
  let pieces: Uint8Array[] = []
  let length = 0
  const finish = (): Uint8Array | undefined => {
    const line = length > longestLineBytes ? undefined : trimEnd(Buffer.concat(pieces))
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of content) {
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      length += end - start
      if (length <= longestLineBytes) pieces.push(chunk.subarray(start, end))
      yield finish()
      start = end + 1
    }
    length += chunk.length - start
    if (length <= longestLineBytes) pieces.push(chunk.subarray(start))
    else pieces = []
  }
  if (length > 0) yield finish()
}

function trimEnd(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function decode(bytes: Uint8Array): { text: string; encoding?: Encoding } {
  if (bytes.every((byte) => byte < 0x80)) return { text: latin1.decode(bytes) }
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: latin1.decode(bytes), encoding: 'windows-1252' }
  }
}

function excerptOf(text: string): string {
  return text
    .slice(0, 72)
    .replaceAll(/\p{Cc}/gu, '?')
    .trimEnd()
}
