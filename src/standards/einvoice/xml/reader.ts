// Bytes to a document: well-formed XML 1.0 with namespaces, without a DOCTYPE and within limits, or the fault with its place.
import { kindBracket, kindForbidden, kindMarkup, kindReference, kindSuspect, kindWhite, lastHarmless, textKinds } from './characters.ts'
import { defaultLimits, type XmlLimits, type XmlReading } from './document.ts'
import { toUtf8 } from './encoding.ts'
import { isNoCharacter, skipCharacterSection, skipComment, skipInstruction, skipReference, skipWhite, startsWith } from './lexical.ts'
import { type Names, newNames } from './name-lookup.ts'
import { FaultSignal, fail, isForeign, isPieced, newScan, ownCharacters, ownText, type Scan } from './scan.ts'
import { readEndTag, readStartTag } from './tags.ts'
import { columnAt, lineAt, newTree } from './tree.ts'

/**
 * Reads a document out of bytes in UTF-8, UTF-16, ISO-8859-1 or another encoding of `encoding.ts`, as declared or marked.
 *
 * @returns the document, or what is wrong and where; nothing is thrown whatever the bytes are
 */
export function readXml(bytes: Uint8Array, limits: XmlLimits = defaultLimits): XmlReading {
  let decoded: Uint8Array = bytes
  try {
    if (bytes.length > limits.bytes) fail('too-large', 0)
    const source = toUtf8(bytes)
    decoded = source.bytes
    const scan = newScan(source.bytes, source.begin, limits)
    const names = newNames()
    readProlog(scan)
    readStartTag(scan, names)
    readContent(scan, names)
    readEpilog(scan)
    return { ok: true, value: newTree(scan, names) }
  } catch (signal) {
    if (!(signal instanceof FaultSignal)) throw signal
    const offset = Math.min(signal.offset, decoded.length)
    return { ok: false, reason: { code: signal.code, line: lineAt(decoded, offset), column: columnAt(decoded, offset) } }
  }
}

/** Comments and instructions before the root element; the declaration was read with the encoding. */
function readProlog(scan: Scan): void {
  for (;;) {
    skipWhite(scan)
    if (scan.at >= scan.end) fail('empty', scan.at)
    if (!skipMiscellaneous(scan)) break
  }
  if (startsWith(scan, '<!DOCTYPE')) fail('doctype', scan.at)
  if (scan.bytes[scan.at] !== 0x3c) fail('outside-root', scan.at)
}

function readEpilog(scan: Scan): void {
  for (;;) {
    skipWhite(scan)
    if (scan.at >= scan.end) return
    if (!skipMiscellaneous(scan)) fail('outside-root', scan.at)
  }
}

function skipMiscellaneous(scan: Scan): boolean {
  if (startsWith(scan, '<!--')) skipComment(scan)
  else if (startsWith(scan, '<?')) skipInstruction(scan)
  else return false
  return true
}

/** Everything between the root's start tag and its end tag. */
function readContent(scan: Scan, names: Names): void {
  const { bytes } = scan
  while (scan.top >= 0) {
    readText(scan)
    if (scan.at >= scan.end) fail('not-closed', scan.at)
    const next = bytes[scan.at + 1]
    if (next === 0x2f) readEndTag(scan, names)
    else if (next === 0x21 || next === 0x3f) readMarkup(scan)
    else readStartTag(scan, names)
  }
}

/** A comment, an instruction or a CDATA section within content. */
function readMarkup(scan: Scan): void {
  const begin = scan.at
  let seen = isPieced
  if (scan.bytes[begin + 1] === 0x3f) skipInstruction(scan)
  else if (startsWith(scan, '<!--')) skipComment(scan)
  else {
    const finish = skipCharacterSection(scan)
    if (finish > begin + 9) seen |= ownCharacters
    for (let at = begin + 9; at < finish; at += 1) {
      if ((textKinds[scan.bytes[at] ?? 0] ?? 0) === kindWhite || scan.bytes[at] === 0x0d) continue
      seen |= ownText
      break
    }
  }
  scan.flags[scan.top] = (scan.flags[scan.top] ?? 0) | seen
}

/** Moves past text up to the next markup, and notes of what sort it is. */
function readText(scan: Scan): void {
  const { bytes, end } = scan
  const begin = scan.at
  let at = begin
  let seen = 0
  let flags = 0
  for (; at < end; at += 1) {
    const kind = textKinds[bytes[at] ?? 0] ?? 0
    if (kind <= lastHarmless) {
      seen |= kind
      continue
    }
    if (kind === kindMarkup) break
    if (kind === kindForbidden) fail('character', at)
    if (kind === kindBracket && bytes[at + 1] === 0x5d && bytes[at + 2] === 0x3e) fail('cdata-end-in-text', at)
    if (kind === kindSuspect) {
      if (isNoCharacter(bytes, at)) fail('character', at)
      flags |= isForeign
    }
    if (kind === kindReference) {
      scan.at = at
      flags |= isPieced
      if (!isWhiteCode(skipReference(scan))) flags |= ownText
      at = scan.at - 1
    } else flags |= ownText
  }
  scan.at = at
  if (at === begin || scan.top < 0) return
  // The flags of the kinds: 1 plain, 2 carriage return, 4 beyond ASCII.
  if ((seen & 5) !== 0) flags |= ownText
  if ((seen & 2) !== 0) flags |= isPieced
  if ((seen & 4) !== 0) flags |= isForeign
  scan.flags[scan.top] = (scan.flags[scan.top] ?? 0) | flags | ownCharacters
}

function isWhiteCode(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d
}
