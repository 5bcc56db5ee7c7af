// Letters: text cut down to what the patterns of XBezahldienste let through.

/** Letters that do not fall apart into a base letter and marks. */
const spelled: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  å: 'aa',
  Å: 'Aa',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  þ: 'th',
  Þ: 'Th',
  ħ: 'h',
  Ħ: 'H',
  ŋ: 'n',
  Ŋ: 'N',
  '€': 'EUR',
  '&': '+',
  '§': 'Par',
}

/** Plain ASCII for a text: ä becomes ae, é becomes e; what has no likeness becomes a space. */
export function transliterate(text: string): string {
  const composed = [...text.normalize('NFC')].map((letter) => spelled[letter] ?? letter).join('')
  return composed
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\w\s-]/g, ' ')
}

/**
 * The purpose that appears on the payer's bank statement: at most 27 of `[\w\s-]`.
 *
 * @returns never empty; "Zahlung" if nothing of the text can be carried
 */
export function purposeOnWire(text: string): string {
  const words = transliterate(text).replaceAll(/\s+/g, ' ').trim().slice(0, 27).trim()
  return words === '' ? 'Zahlung' : words
}

/** An identifier of at most 36 of `[\w-]`; what cannot be carried becomes a hyphen. */
export function wordOnWire(text: string): string {
  const word = transliterate(text)
    .replaceAll(/[^\w-]+/g, '-')
    .replaceAll(/-{2,}/g, '-')
    .slice(0, 36)
  return word.replaceAll(/^-|-$/g, '') === '' ? 'x' : word.replaceAll(/^-|-$/g, '')
}

/** A description of at most 250 characters on one line, whole characters only. */
export function descriptionOnWire(text: string): string | undefined {
  const line = [
    ...text
      .normalize('NFC')
      .replaceAll(/[\p{Control}\s]+/gu, ' ')
      .trim(),
  ].join('')
  const cut = cutWhole(line, 250).trim()
  return cut === '' ? undefined : cut
}

/** A booking value: at most 250 of the standard's pattern (letters up to U+017F, digits, space, comma, dot, hyphen). */
export function bookingOnWire(text: string): string | undefined {
  const value = text
    .normalize('NFC')
    .replaceAll(/[^\w\s\-,.\u00C0-\u017F]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 250)
    .trim()
  return value === '' ? undefined : value
}

function cutWhole(text: string, length: number): string {
  let cut = ''
  for (const letter of text) {
    if (cut.length + letter.length > length) break
    cut += letter
  }
  return cut
}
