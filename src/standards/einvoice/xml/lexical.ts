// The parts of XML that are not tags: names, references, comments, processing instructions and CDATA sections.
import { isCharacter, nameKinds, whiteBytes } from './characters.ts'
import { isNameCharacter, isNameStart } from './name-characters.ts'
import { fail, type Scan } from './scan.ts'

/** The code point at an offset of well-formed UTF-8. */
export function codePointAt(bytes: Uint8Array, offset: number): number {
  const first = bytes[offset] ?? 0
  const second = (bytes[offset + 1] ?? 0) & 0x3f
  if (first < 0x80) return first
  if (first < 0xe0) return ((first & 0x1f) << 6) | second
  const third = (bytes[offset + 2] ?? 0) & 0x3f
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[offset + 3] ?? 0) & 0x3f)
}

export function sequenceLength(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
}

/** Moves past a name with at most one colon inside. @returns whether it has one */
export function skipQualifiedName(scan: Scan): boolean {
  const { bytes, end } = scan
  const begin = scan.at
  let hasColon = false
  let isStart = true
  while (scan.at < end) {
    const byte = bytes[scan.at] ?? 0
    const kind = nameKinds[byte] ?? 0
    if (kind === 0) break
    if (byte === 0x3a) {
      if (isStart || hasColon) fail('name', scan.at)
      hasColon = true
      isStart = true
      scan.at += 1
      continue
    }
    if (kind === 3) {
      const code = codePointAt(bytes, scan.at)
      if (!(isStart ? isNameStart(code) : isNameCharacter(code))) fail('name', scan.at)
      scan.at += sequenceLength(byte)
    } else {
      if (isStart && kind === 2) fail('name', scan.at)
      scan.at += 1
    }
    isStart = false
  }
  if (isStart) fail('name', scan.at)
  if (scan.at - begin > scan.limits.nameBytes) fail('name-too-long', begin)
  return hasColon
}

export function skipWhite(scan: Scan): void {
  while (scan.at < scan.end && whiteBytes[scan.bytes[scan.at] ?? 0] === 1) scan.at += 1
}

export function startsWith(scan: Scan, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (scan.bytes[scan.at + index] !== text.charCodeAt(index)) return false
  }
  return true
}

const predefined = ['amp;', 'lt;', 'gt;', 'quot;', 'apos;']

/** Moves past a reference. @returns the code point it stands for */
export function skipReference(scan: Scan): number {
  const begin = scan.at
  scan.at += 1
  if (scan.bytes[scan.at] !== 0x23) {
    for (const name of predefined) {
      if (!startsWith(scan, name)) continue
      scan.at += name.length
      return name === 'amp;' ? 0x26 : name === 'lt;' ? 0x3c : name === 'gt;' ? 0x3e : name === 'quot;' ? 0x22 : 0x27
    }
    fail('reference', begin)
  }
  scan.at += 1
  const isHexadecimal = scan.bytes[scan.at] === 0x78
  if (isHexadecimal) scan.at += 1
  const code = skipDigits(scan, isHexadecimal ? 16 : 10)
  if (scan.bytes[scan.at] !== 0x3b || !isCharacter(code)) fail('reference', begin)
  scan.at += 1
  return code
}

/** @returns the number, or -1 where there is no digit or it exceeds every character */
function skipDigits(scan: Scan, base: 10 | 16): number {
  const begin = scan.at
  let value = 0
  for (; scan.at < scan.end; scan.at += 1) {
    const byte = scan.bytes[scan.at] ?? 0
    const lower = byte | 0x20
    const digit = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : base === 16 && lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
    if (digit < 0) break
    value = Math.min(value * base + digit, 0x110000)
  }
  return scan.at === begin || value > 0x10ffff ? -1 : value
}

/** Moves past `<!--…-->`. */
export function skipComment(scan: Scan): void {
  const begin = scan.at
  scan.at += 4
  for (;;) {
    const dash = scan.bytes.indexOf(0x2d, scan.at)
    if (dash < 0) fail('comment', begin)
    if (scan.bytes[dash + 1] === 0x2d) {
      if (scan.bytes[dash + 2] !== 0x3e) fail('comment', dash)
      checkCharacters(scan, begin, dash)
      scan.at = dash + 3
      return
    }
    scan.at = dash + 1
  }
}

/** Moves past `<?target …?>`; the target xml is kept for the declaration at the very start. */
export function skipInstruction(scan: Scan): void {
  const begin = scan.at
  scan.at += 2
  if (skipQualifiedName(scan)) fail('processing-instruction', begin)
  const length = scan.at - begin - 2
  if (length === 3 && /^xml$/i.test(String.fromCharCode(...scan.bytes.subarray(begin + 2, begin + 5)))) fail('declaration', begin)
  if (!startsWith(scan, '?>') && whiteBytes[scan.bytes[scan.at] ?? 0] !== 1) fail('processing-instruction', begin)
  for (;;) {
    const mark = scan.bytes.indexOf(0x3f, scan.at)
    if (mark < 0) fail('processing-instruction', begin)
    scan.at = mark + 1
    if (scan.bytes[mark + 1] === 0x3e) {
      checkCharacters(scan, begin, mark)
      scan.at = mark + 2
      return
    }
  }
}

/** Moves past `<![CDATA[…]]>`. @returns the offset where its text ends */
export function skipCharacterSection(scan: Scan): number {
  const begin = scan.at
  if (!startsWith(scan, '<![CDATA[')) fail('tag', begin)
  scan.at += 9
  for (;;) {
    const bracket = scan.bytes.indexOf(0x5d, scan.at)
    if (bracket < 0) fail('not-closed', begin)
    if (scan.bytes[bracket + 1] === 0x5d && scan.bytes[bracket + 2] === 0x3e) {
      checkCharacters(scan, begin, bracket)
      scan.at = bracket + 3
      return bracket
    }
    scan.at = bracket + 1
  }
}

/** Refuses what is no character of XML. */
function checkCharacters(scan: Scan, from: number, to: number): void {
  const { bytes } = scan
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x20 ? whiteBytes[byte] !== 1 : byte === 0xef && isNoCharacter(bytes, at)) fail('character', at)
  }
}

/** Whether U+FFFE or U+FFFF stands at an offset. */
export function isNoCharacter(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe
}
