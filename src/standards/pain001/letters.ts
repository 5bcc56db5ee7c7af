// The characters that every bank of the area takes, and how others are written with them.

/** Letters that fall into no base letter and mark by themselves; umlauts the German way. */
const spelled: Readonly<Record<string, string>> = {
  ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ø: 'o', Ø: 'O', ł: 'l',
  Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ı: 'i', ħ: 'h', Ħ: 'H', ŋ: 'n', Ŋ: 'N', '&': '+', '€': 'EUR', _: '-',
  '–': '-', '—': '-', '‐': '-', '‑': '-', '−': '-', '"': "'", '„': "'", '“': "'", '”': "'", '’': "'", '‘': "'", '`': "'", '´': "'",
  ';': ',', '[': '(', ']': ')', '{': '(', '}': ')', '…': '...', '§': 'Par.',
} // biome-ignore format: a table

const allowed = /^[A-Za-z0-9/\-?:().,'+ ]$/

/**
 * A text in the characters of the area, cut to `most` characters: marks fall off, umlauts become two letters, what has no
 * spelling becomes a full stop, spaces in a row become one.
 * Source: EPC217-08, SEPA conversion table; Anlage 3 der DFÜ-Abkommen, 2.1.
 */
export function transliterate(text: string, most: number): string {
  let written = ''
  for (const character of text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()) {
    written += allowed.test(character) ? character : (spelled[character] ?? withoutMarks(character))
    if (written.length >= most + 1) break
  }
  return written.slice(0, most).trim()
}

function withoutMarks(character: string): string {
  let base = ''
  for (const part of character.normalize('NFKD').replaceAll(/\p{M}/gu, '')) base += allowed.test(part) ? part : '.'
  return base
}

/** References: the same characters, up to 35, no slash at either end and none doubled (Anlage 3 der DFÜ-Abkommen, 2.1). */
export function isReference(text: string): boolean {
  return /^[A-Za-z0-9/\-?:().,'+ ]{1,35}$/.test(text) && !/^\/|\/$|\/\/|^ | $/.test(text)
}
