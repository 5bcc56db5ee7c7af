// Makes any text of the outside printable: composed, without control characters, with break points in endless words.

/** Controls, the bidirectional overrides that can make a letter read backwards, and what is no character at all. */
const unprintable = /(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu
const endlessWord = /\S{48,}/gu

/** A JSON-like value with every string in it made printable. */
export function printable(value: unknown, unknownLetters: ReadonlySet<string> = new Set()): unknown {
  if (typeof value === 'string') return printableText(value, unknownLetters)
  if (Array.isArray(value)) return value.map((entry) => printable(entry, unknownLetters))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .map(([key, entry]) => [key, key === 'svg' ? entry : printable(entry, unknownLetters)]),
    )
  }
  return value
}

function printableText(text: string, unknownLetters: ReadonlySet<string>): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\t', ' ')
  const known = lines.normalize('NFC').replaceAll(unprintable, '')
  const shown =
    unknownLetters.size === 0
      ? known
      : Array.from(known)
          .map((letter) => (unknownLetters.has(letter) ? codePoint(letter) : letter))
          .join('')
  return shown.replaceAll(endlessWord, (word) =>
    Array.from(word)
      .map((letter, place) => (place % 24 === 23 ? `${letter}\u200b` : letter))
      .join(''),
  )
}

/** "[U+1F600]": a letter no font of ours has stays readable as its number instead of vanishing. */
function codePoint(letter: string): string {
  return `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}
