// Which encoding bytes are in, by mark and declaration, and the same text in UTF-8; strict, nothing is replaced.
import { isUtf8 } from 'node:buffer'
import { fail } from './scan.ts'

/** Text in UTF-8, and where it begins behind the byte order mark and the declaration. */
export interface Utf8Source {
  readonly bytes: Buffer
  readonly begin: number
}

/** XML 1.1 is read by the rules of 1.0: what only 1.1 allows stays forbidden. */
const longestDeclaration = 1_024
const quoted = (value: string) => `(?:"(${value})"|'(${value})')`
const declaration = new RegExp(
  `^<\\?xml[ \\t\\r\\n]+version[ \\t\\r\\n]*=[ \\t\\r\\n]*${quoted('1\\.[01]')}` +
    `(?:[ \\t\\r\\n]+encoding[ \\t\\r\\n]*=[ \\t\\r\\n]*${quoted('[A-Za-z][A-Za-z0-9._-]*')})?` +
    `(?:[ \\t\\r\\n]+standalone[ \\t\\r\\n]*=[ \\t\\r\\n]*${quoted('yes|no')})?[ \\t\\r\\n]*\\?>`,
)

/**
 * Families in which every byte is one character, and the label TextDecoder knows their members under; ISO-8859-1 is
 * decoded by hand, as there it is not Windows-1252. Only registered names count, as for the official parser: UTF8 and cp1252 are none.
 */
const singleByteFamilies: readonly (readonly [RegExp, string])[] = [
  [/^windows-(125[0-8])$/, 'windows-'],
  [/^iso[-_]8859-([2-9]|13|15)$/, 'iso-8859-'],
  [/^l(?:atin)?(2)$/, 'iso-8859-'],
  [/^koi8-(r)$/, 'koi8-'],
]
const latin1 = new Set(['iso-8859-1', 'iso_8859-1', 'latin1', 'l1', 'iso-ir-100', 'cp819', 'ibm819', 'ibm-819', 'csisolatin1'])
const ascii = new Set([
  'us-ascii',
  'ascii',
  'iso646-us',
  'csascii',
  'ibm367',
  'cp367',
  'ansi_x3.4-1968',
  'ansi_x3.4-1986',
  'iso-ir-6',
  'us',
])
const sixteenBit = new Set(['utf-16', 'utf-16le', 'utf-16be', 'iso-10646-ucs-2'])

/**
 * Brings bytes into UTF-8.
 *
 * @throws FaultSignal for an encoding we do not read, bytes that are wrong in theirs, or a declaration that is none
 */
export function toUtf8(received: Uint8Array): Utf8Source {
  const bytes = Buffer.from(received.buffer, received.byteOffset, received.length)
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes
  if (first === 0xfe && second === 0xff) return fromSixteenBit(bytes.subarray(2), 'utf-16be')
  if (first === 0xff && second === 0xfe) return fromSixteenBit(bytes.subarray(2), 'utf-16le')
  if (first === 0 && second === 0x3c && third === 0 && fourth === 0x3f) return fromSixteenBit(bytes, 'utf-16be')
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return fromSixteenBit(bytes, 'utf-16le')
  const mark = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
  const { length, encoding } = readDeclaration(bytes, mark)
  const name = encoding.toLowerCase()
  if (name === '' || name === 'utf-8') return { bytes: demandUtf8(bytes), begin: mark + length }
  const rest = bytes.subarray(mark + length)
  if (ascii.has(name)) {
    const wrong = rest.findIndex((byte) => byte >= 0x80)
    if (wrong >= 0) fail('encoding-broken', mark + length + wrong)
    return { bytes, begin: mark + length }
  }
  if (sixteenBit.has(name)) return fail('encoding-broken', mark)
  const text = latin1.has(name) ? bytes.toString('latin1') : singleByteText(bytes, name)
  // The declaration is ASCII, so it is as long in UTF-8.
  return { bytes: Buffer.from(mark > 0 ? text.slice(mark) : text, 'utf8'), begin: length }
}

function singleByteText(bytes: Uint8Array, name: string): string {
  for (const [family, label] of singleByteFamilies) {
    const member = family.exec(name)?.[1]
    if (member !== undefined) return new TextDecoder(`${label}${member}`).decode(bytes)
  }
  return fail('encoding-unknown', 0)
}

function fromSixteenBit(bytes: Buffer, label: string): Utf8Source {
  const text = sixteenBitText(bytes, label)
  const decoded = Buffer.from(text, 'utf8')
  const { length, encoding } = readDeclaration(decoded, 0)
  const name = encoding.toLowerCase()
  if (name !== '' && !(sixteenBit.has(name) && (name === label || !/[bl]e$/.test(name)))) fail('encoding-broken', 0)
  return { bytes: decoded, begin: length }
}

function sixteenBitText(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return fail('encoding-broken', 0)
  }
}

function demandUtf8(bytes: Buffer): Buffer {
  return isUtf8(bytes) ? bytes : fail('encoding-broken', firstWrong(bytes))
}

/** Where the longest well-formed beginning ends, by halving. */
function firstWrong(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 4) {
    let middle = (good + bad) >> 1
    while (middle > good && ((bytes[middle] ?? 0) & 0xc0) === 0x80) middle -= 1
    if (middle === good) break
    if (isUtf8(bytes.subarray(good, middle))) good = middle
    else bad = middle
  }
  return good
}

/** Length of the XML declaration, 0 where there is none, and the encoding it names, '' for none. */
function readDeclaration(bytes: Buffer, begin: number): { readonly length: number; readonly encoding: string } {
  const head = bytes.toString('latin1', begin, Math.min(begin + longestDeclaration, bytes.length))
  if (!/^<\?xml[ \t\r\n]/.test(head)) return { length: 0, encoding: '' }
  const found = declaration.exec(head)
  if (found === null) return fail('declaration', begin)
  return { length: found[0].length, encoding: found[3] ?? found[4] ?? '' }
}
