// What XPath 2.0 makes of text: white space, casts and numbers, as the official rules rely on them.
import { DynamicError } from './errors.ts'
import { isWhite, trim } from './numbers.ts'

export { DynamicError } from './errors.ts'
export { castDouble, compareText, number, trim } from './numbers.ts'

const whiteAround = /^[ \t\r\n]+|[ \t\r\n]+$/g
const whiteRuns = /[ \t\r\n]+/g

/** normalize-space: the four characters of XML only; a no-break space stays. */
export function normal(text: string): string {
  if (!needsNormalising(text)) return text
  return text.replace(whiteAround, '').replace(whiteRuns, ' ')
}

/** White space at an end, a run of it, or any that is no space. */
function needsNormalising(text: string): boolean {
  let before = 0x20
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code <= 0x20 && isWhite(code) && (code !== 0x20 || before === 0x20)) return true
    before = code
  }
  return before === 0x20 && text.length > 0
}

/** Whether normalize-space leaves nothing. */
export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (!isWhite(text.charCodeAt(index))) return false
  }
  return true
}

/** upper-case: the full mapping of Unicode without a language, so 'ß' becomes 'SS'. */
export function upper(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code > 0x7f || (code >= 0x61 && code <= 0x7a)) return text.toUpperCase()
  }
  return text
}

const decimalForm = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/

/** Whether `castable as xs:decimal` holds. */
export function isDecimal(text: string): boolean {
  return decimalForm.test(trim(text))
}

/**
 * The cast of text to xs:boolean.
 *
 * @throws DynamicError for anything but true, false, 1 and 0
 */
export function booleanOf(text: string): boolean {
  const trimmed = trim(text)
  if (trimmed === 'true' || trimmed === '1') return true
  if (trimmed === 'false' || trimmed === '0') return false
  throw new DynamicError(`no boolean: "${text.slice(0, 40)}"`)
}

const dateForm = /^(-?(?:[1-9][0-9]{3,}|0[0-9]{3}))-([0-9]{2})-([0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?$/
const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A date in the proleptic calendar: the instant its day begins, in minutes; without a time zone that of UTC is meant. */
function minutesOf(text: string): number | undefined {
  const found = dateForm.exec(trim(text))
  if (found === null) return undefined
  const [, yearText = '', monthText = '', dayText = '', zone] = found
  const year = Number(yearText)
  const month = Number(monthText)
  const day = Number(dayText)
  if (month < 1 || month > 12 || day < 1 || day > (daysOfMonths[month - 1] ?? 0)) return undefined
  if (month === 2 && day === 29 && !isLeap(year)) return undefined
  const offset = offsetOf(zone)
  if (offset === undefined) return undefined
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, day)
  return midnight.getTime() / 60_000 - offset
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** A time zone in minutes, at most fourteen hours. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(4, 6))
  if (hours > 14 || minutes > 59 || (hours === 14 && minutes > 0)) return undefined
  return (hours * 60 + minutes) * (zone.startsWith('-') ? -1 : 1)
}

/** Whether `castable as xs:date` holds. */
export function isDate(text: string): boolean {
  return minutesOf(text) !== undefined
}

/**
 * A text cast to xs:date, as a number that compares as the dates do.
 *
 * @throws DynamicError for what is no date
 */
export function castDate(text: string): number {
  const minutes = minutesOf(text)
  if (minutes === undefined) throw new DynamicError(`no date: "${text.slice(0, 40)}"`)
  return minutes
}
