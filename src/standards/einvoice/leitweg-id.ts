// The Leitweg-ID: to which authority an invoice goes (BT-10); its form and check digits.
import { done, type Outcome, refused } from '#kernel/outcome.ts'

/**
 * A routing id of German public buyers: coarse address, optional fine address, two check digits, joined by hyphens.
 * It is no rule of EN 16931 or XRechnung: an invoice with a wrong one stays valid and goes to a person who routes it.
 */
export interface LeitwegId {
  /** As a whole, letters in upper case. */
  readonly text: string
  /** 2 to 12 digits: a key of country, district or municipality, or another number of the directory. */
  readonly coarse: string
  /** Up to 30 letters and digits. */
  readonly fine?: string
  readonly checkDigits: string
}

export type LeitwegIdFault = 'form' | 'check-digits'

const form = /^(\d{2,12})(?:-([0-9A-Z]{1,30}))?-(\d{2})$/

/**
 * Reads a Leitweg-ID; white space around it and lower case letters are forgiven.
 *
 * @returns refused with `form` where the text has another shape, `check-digits` where modulo 97 does not leave 1
 * Source: Leitweg-ID format specification (KoSIT); check digits after ISO/IEC 7064, MOD 97-10.
 */
export function readLeitwegId(text: string): Outcome<LeitwegId, LeitwegIdFault> {
  const upper = text.trim().toUpperCase()
  const match = form.exec(upper)
  if (match === null) return refused('form')
  const [, coarse = '', fine, checkDigits = ''] = match
  if (remainder(`${coarse}${fine ?? ''}${checkDigits}`) !== 1) return refused('check-digits')
  return done({ text: upper, coarse, ...(fine === undefined ? {} : { fine }), checkDigits })
}

/** Of the number that arises when A is written as 10 … Z as 35. */
function remainder(characters: string): number {
  let rest = 0
  for (const character of characters) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}
