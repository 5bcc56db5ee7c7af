// The check digits of an IBAN (ISO 13616): BR-DE-19 and BR-DE-20.

const shape = /^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}$/
const whiteSpace = /[ \t\n\r]+/g

/** White space anywhere is passed over. A small letter counts by its code less 55, as in the official rule, not as its capital. */
export function isIban(text: string): boolean {
  const iban = text.replaceAll(whiteSpace, '')
  if (!shape.test(iban)) return false
  const moved = iban.slice(4) + iban.slice(0, 4)
  let rest = 0
  for (let place = 0; place < moved.length; place += 1) {
    const code = moved.charCodeAt(place)
    const value = code > 64 ? code - 55 : code - 48
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
