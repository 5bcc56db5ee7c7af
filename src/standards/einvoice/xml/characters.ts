// Which bytes and characters XML 1.0 allows where.

/** What a byte does to a run of text: the kinds up to `lastHarmless` are flags that are gathered, the others end the run. */
export const kindWhite = 0
export const kindPlain = 1
export const kindReturn = 2
export const kindForeign = 4
export const lastHarmless = 7
export const kindMarkup = 8
export const kindReference = 9
export const kindBracket = 10
/** 0xEF begins the two characters U+FFFE and U+FFFF, which are none. */
export const kindSuspect = 11
export const kindForbidden = 12

export const textKinds: Uint8Array = table((byte) => {
  if (byte === 0x20 || byte === 0x09 || byte === 0x0a) return kindWhite
  if (byte === 0x0d) return kindReturn
  if (byte < 0x20) return kindForbidden
  if (byte === 0x3c) return kindMarkup
  if (byte === 0x26) return kindReference
  if (byte === 0x5d) return kindBracket
  if (byte === 0xef) return kindSuspect
  return byte < 0x80 ? kindPlain : kindForeign
})

/** 1: may begin a name, 2: may go on in a name, 3: beyond ASCII, to be looked at as a character. */
export const nameKinds: Uint8Array = table((byte) => {
  if (byte >= 0x80) return 3
  const character = String.fromCharCode(byte)
  if (/[A-Za-z_:]/.test(character)) return 1
  return /[-.0-9]/.test(character) ? 2 : 0
})

/** 1 for the four characters of white space. */
export const whiteBytes: Uint8Array = table((byte) => (byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d ? 1 : 0))

function table(kindOf: (byte: number) => number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte))
}

/** Whether a code point is a character of XML 1.0 at all. */
export function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}
