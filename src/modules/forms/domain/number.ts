// Numbers of submissions: short, unambiguous when read aloud, not in a guessable order, with a check character.
import { randomInt } from 'node:crypto'

/** Crockford's Base 32: no I, L, O and U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const shape = /^([A-Z]{3})-(\d{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})$/

/**
 * A number such as "ILM-2026-7K4M-2Q9X": three letters of the authority, the year, seven random characters and one
 * that checks all before it. It finds every single wrong character and every exchange of two neighbours.
 */
export function newNumber(prefix: string, year: number, draw: () => number = () => randomInt(alphabet.length)): string {
  const random = Array.from({ length: 7 }, () => alphabet.charAt(draw())).join('')
  const check = checkCharacter(`${prefix}${year}${random}`)
  return `${prefix}-${year}-${random.slice(0, 4)}-${random.slice(4)}${check}`
}

/** The number a person typed, in its one way of writing; undefined if its check character is wrong. */
export function parseNumber(typed: string): string | undefined {
  const plain = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const letters = plain.slice(0, 3)
  const rest = plain.slice(3).replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const number = `${letters}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`
  if (!shape.test(number)) return undefined
  return checkCharacter(`${letters}${rest.slice(0, -1)}`) === rest.at(-1) ? number : undefined
}

/** Three letters by which an authority's numbers begin: of its place, without "stadt" or "landratsamt". */
export function prefixOf(slug: string): string {
  const place = slug.replace(/^(?:stadt|gemeinde|landgemeinde|landratsamt|landkreis|vg|verwaltungsgemeinschaft|kreisfreie-stadt)-/, '')
  const letters = place
    .normalize('NFD')
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
  return letters.padEnd(3, 'X').slice(0, 3)
}

/** A code of eight characters that proves one holds the receipt: 40 random bits. */
export function newCheckCode(draw: () => number = () => randomInt(alphabet.length)): string {
  const code = Array.from({ length: 8 }, () => alphabet.charAt(draw())).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

export function parseCheckCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined
}

/** Sum of the characters times rising powers of a generator of GF(32): different weights, so neighbours cannot be exchanged. */
function checkCharacter(text: string): string {
  let sum = 0
  let weight = 1
  for (const character of text) {
    weight = times(weight, 2)
    sum ^= times(weight, valueOf(character))
  }
  return alphabet.charAt(sum)
}

function valueOf(character: string): number {
  const plain = character === 'O' ? '0' : character === 'I' || character === 'L' ? '1' : character === 'U' ? 'V' : character
  return alphabet.indexOf(plain)
}

/** Multiplication in GF(2^5) with x^5 + x^2 + 1. */
function times(left: number, right: number): number {
  let product = 0
  for (let bit = 0; bit < 5; bit++) if ((right >> bit) & 1) product ^= left << bit
  for (let bit = 8; bit >= 5; bit--) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5)
  return product
}
