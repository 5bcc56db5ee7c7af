// IBAN (ISO 13616): length by country and check digits, for the countries of the single euro payments area.

/** Characters of an IBAN by country, as the countries of the area have registered them. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24, AL: 28, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GI: 23,
  GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MD: 24, ME: 22, MK: 19, MT: 31, NL: 18,
  NO: 15, PL: 28, PT: 25, RO: 24, RS: 22, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22,
} // biome-ignore format: a table

/** @returns the IBAN without spaces in capitals, or undefined where country, length or check digits (mod 97) are wrong */
export function readIban(text: string): string | undefined {
  const iban = text.replaceAll(/[\s\u00a0]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,27}$/.test(iban)) return undefined
  const country = iban.slice(0, 2)
  if (!Object.hasOwn(lengths, country) || lengths[country] !== iban.length) return undefined
  return remainderOf(`${iban.slice(4)}${iban.slice(0, 4)}`) === 1 ? iban : undefined
}

/** In groups of four, as people read it. */
export function formatIban(iban: string): string {
  return iban.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** Letters count 10 to 35, digits themselves; the whole number modulo 97. */
function remainderOf(text: string): number {
  let remainder = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}
