// Text to xs:double, and the white space that every cast takes off first.
import { DynamicError } from './errors.ts'

/** The four characters of white space. */
export function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

/** White space around, as every cast from text takes it away. */
export function trim(text: string): string {
  let begin = 0
  let end = text.length
  while (begin < end && isWhite(text.charCodeAt(begin))) begin += 1
  while (end > begin && isWhite(text.charCodeAt(end - 1))) end -= 1
  return begin === 0 && end === text.length ? text : text.slice(begin, end)
}

const doubleForm = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/

/** fn:number: the xs:double of a text, NaN for what is none. */
export function number(text: string): number {
  const trimmed = trim(text)
  if (doubleForm.test(trimmed)) return Number(trimmed)
  if (trimmed === 'INF' || trimmed === '+INF') return Number.POSITIVE_INFINITY
  return trimmed === '-INF' ? Number.NEGATIVE_INFINITY : Number.NaN
}

/**
 * The cast of text to xs:double, as arithmetic on untyped text makes it.
 *
 * @throws DynamicError where `number` would say NaN for lack of a number
 */
export function castDouble(text: string): number {
  const value = number(text)
  if (Number.isNaN(value) && trim(text) !== 'NaN') throw new DynamicError(`no number: "${text.slice(0, 40)}"`)
  return value
}

/**
 * Compares untyped text with a number as "=", "<" … of the official processor do: below zero, zero or above zero. There -0 is less than 0,
 * so '-0.00' is neither 0 nor at least 0; only two whole numbers are compared as such, for which '-0' is 0.
 *
 * @param kind of the number: an integer, as literals in rules are, or a double or decimal, as computed values are
 * @throws DynamicError for text that is no number
 */
export function compareText(text: string, value: number, kind: 'integer' | 'double'): number {
  const left = castDouble(text)
  if (left !== value || left !== 0) return left < value ? -1 : left === value ? 0 : 1
  const isWhole = kind === 'integer' && /^[ \t\r\n]*-?[0-9]{1,15}[ \t\r\n]*$/.test(text)
  return isWhole || Object.is(left, value) ? 0 : Object.is(left, -0) ? -1 : 1
}
