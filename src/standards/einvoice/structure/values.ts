// Simple types of XML Schema: whether a text is one of their values.
import { isResourceIdentifier } from './resource-identifier.ts'

/** A simple type: which texts it takes, after its treatment of white space. */
export interface SimpleType {
  readonly name: string
  readonly base: string | undefined
  /** undefined where every text is taken: then nobody needs to read it. */
  readonly takes: ((text: string) => boolean) | undefined
}

/** Built-in types: the type each is derived from, and its test on a text whose white space is collapsed. */
const builtIn: Readonly<Record<string, readonly [base: string, takes: ((text: string) => boolean) | undefined]>> = {
  anySimpleType: ['anyType', undefined],
  string: ['anySimpleType', undefined],
  normalizedString: ['string', undefined],
  token: ['normalizedString', undefined],
  language: ['token', (text) => languageForm.test(text)],
  ID: ['token', (text) => plainName.test(text)],
  decimal: ['anySimpleType', isDecimal],
  integer: ['decimal', (text) => integerForm.test(text)],
  boolean: ['anySimpleType', (text) => text === 'true' || text === 'false' || text === '1' || text === '0'],
  date: ['anySimpleType', (text) => isMoment(dateForm.exec(text))],
  time: ['anySimpleType', (text) => isTime(timeForm.exec(text), 1)],
  dateTime: ['anySimpleType', isDateTime],
  base64Binary: ['anySimpleType', isBase64],
  anyURI: ['anySimpleType', isResourceIdentifier],
}

const languageForm = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/
const plainName = /^[\p{L}_][\p{L}\p{N}\p{M}._\-·]*$/u
const integerForm = /^[+-]?[0-9]+$/
const zone = '(Z|[+-][0-9]{2}:[0-9]{2})?'
const dayPart = '(-?[0-9]{4,})-([0-9]{2})-([0-9]{2})'
const timePart = '([0-9]{2}):([0-9]{2}):([0-9]{2})(\\.[0-9]+)?'
const dateForm = new RegExp(`^${dayPart}${zone}$`)
const timeForm = new RegExp(`^${timePart}${zone}$`)
const dateTimeForm = new RegExp(`^${dayPart}T${timePart}${zone}$`)

const made = new Map<string, SimpleType>()

/** @returns a built-in type by its local name, or undefined */
export function builtInType(name: string): SimpleType | undefined {
  const entry = builtIn[name]
  if (entry === undefined) return undefined
  const known = made.get(name)
  if (known !== undefined) return known
  const [base, takes] = entry
  const type = { name: `xs:${name}`, base: `xs:${base}`, takes: takes === undefined ? undefined : (text: string) => takes(collapse(text)) }
  made.set(name, type)
  return type
}

/** A type narrowed by facets: 'minLength=1', 'maxLength=3', 'enumeration=…'. */
export function narrowed(name: string, base: SimpleType, facets: readonly string[]): SimpleType {
  if (facets.length === 0) return { name, base: base.name, takes: base.takes }
  const bound = (facet: string) => Number(facets.find((each) => each.startsWith(facet))?.slice(facet.length) ?? Number.NaN)
  const least = bound('minLength=')
  const most = bound('maxLength=')
  const allowed = facets.filter((each) => each.startsWith('enumeration=')).map((each) => each.slice('enumeration='.length))
  const isString = base.name === 'xs:string'
  const takes = (text: string): boolean => {
    const value = isString ? text : collapse(text)
    if (base.takes !== undefined && !base.takes(value)) return false
    const length = [...value].length
    return !(length < least || length > most) && (allowed.length === 0 || allowed.includes(value))
  }
  return { name, base: base.name, takes }
}

/** White space at the ends taken away, runs within become one space. */
export function collapse(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d) {
      return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
    }
  }
  return text
}

/** Digits with at most one point, a sign before them. */
function isDecimal(text: string): boolean {
  let at = text.charCodeAt(0) === 0x2d || text.charCodeAt(0) === 0x2b ? 1 : 0
  let digits = 0
  let points = 0
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) digits += 1
    else if (code === 0x2e) points += 1
    else return false
  }
  return digits > 0 && points < 2
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day of the calendar: groups year, month, day, zone. */
function isMoment(found: RegExpExecArray | null): boolean {
  return found !== null && isDay(found) && isZone(found[4])
}

function isDateTime(text: string): boolean {
  const found = dateTimeForm.exec(text)
  return found !== null && isDay(found) && isTime(found, 4)
}

function isDay([, yearText = '', monthText = '', dayText = '']: readonly string[]): boolean {
  if (/^-?0+$/.test(yearText) || /^-?0[0-9]{4}/.test(yearText)) return false
  const year = Number(yearText)
  const month = Number(monthText)
  const day = Number(dayText)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= (daysOfMonths[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0)
}

/** Groups hour, minute, second, fraction, zone from a place on; 24:00:00 is the end of a day. */
function isTime(found: readonly (string | undefined)[] | null, place: number): boolean {
  if (found === null) return false
  const [hours, minutes, seconds] = [Number(found[place]), Number(found[place + 1]), Number(found[place + 2])]
  const isMidnight = hours === 24 && minutes === 0 && seconds === 0 && /^(\.0*)?$/.test(found[place + 3] ?? '')
  return (hours < 24 || isMidnight) && minutes < 60 && seconds < 60 && isZone(found[place + 4])
}

function isZone(text: string | undefined): boolean {
  if (text === undefined || text === 'Z') return true
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(4, 6))
  return minutes < 60 && (hours < 14 || (hours === 14 && minutes === 0))
}

/** Value of each character of base64, 64 for the sign of padding, 65 for none; a space is passed over. */
const base64Values = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code === 0x3d) return 64
  const place = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(String.fromCharCode(code))
  return place < 0 ? 65 : place
})

/** Groups of four characters, the last one padded, its unused bits zero. */
function isBase64(text: string): boolean {
  let characters = 0
  let padding = 0
  let last = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x20) continue
    const value = code < 128 ? (base64Values[code] ?? 65) : 65
    if (value > 64) return false
    if (value === 64) padding += 1
    else if (padding > 0) return false
    else last = value
    characters += 1
  }
  if (characters % 4 !== 0 || padding > 2) return false
  return padding === 0 || (last & (padding === 2 ? 0x0f : 0x03)) === 0
}
