// Values: what a person types, what is stored of it, and how it is shown again.
import { type Day, dayOf, formatDay, parseDay } from '#kernel/dates.ts'
import type { Language } from '#kernel/language.ts'
import { formatEuro, parseEuro } from '#kernel/money.ts'
import type { Field } from './definition.ts'

/** Why typed text is no value of its type. */
export type ReadingProblem =
  | 'day'
  | 'day-parts'
  | 'year'
  | 'time'
  | 'instant'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'email'
  | 'phone'
  | 'iban'
  | 'postal-code'
  | 'name'

export type Reading = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: ReadingProblem }

/** Stands before stored text that could not be read, so that it is never taken for a value. */
const unreadMark = '\uE000'
const privateCharacters = /[\uE000-\uF8FF\u0000-\u0008\u000B-\u001F\u007F]/g
const monthNames = ['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember']
const englishMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
// DIN SPEC 91379 data type A in effect: Latin letters with their marks, apostrophes, hyphens, points, spaces.
const nameShape = /^[\p{Script=Latin}\p{M} .,'’ʼ‘`´\-‐–·/]+$/u

/** What is stored of typed text: its value, or the text itself under a mark. Nothing typed is ever thrown away. */
export function storedOf(field: Field, typed: string): string {
  const clean = cleanText(field, typed)
  if (clean === '') return ''
  const reading = readValue(field, clean)
  return reading.ok ? reading.value : unreadMark + clean
}

/** The text that could not be read, or undefined where the stored answer is a value. */
export function unreadText(stored: string): string | undefined {
  return stored.startsWith(unreadMark) ? stored.slice(unreadMark.length) : undefined
}

export function cleanText(field: Field, typed: string): string {
  const text = typed.normalize('NFC').replaceAll('\r\n', '\n').replaceAll(privateCharacters, '').trim()
  return field.type === 'long-text' ? text : text.replaceAll(/\s+/g, ' ')
}

/** The value of typed text. Reading the value as it is shown gives the value again. */
export function readValue(field: Field, text: string): Reading {
  switch (field.type) {
    case 'day':
      return readDay(text)
    case 'partial-day':
      return readPartialDay(text)
    case 'time':
      return readTime(text)
    case 'instant':
      return readInstant(text)
    case 'integer':
      return readInteger(text)
    case 'decimal':
      return readDecimal(text)
    case 'money': {
      const cents = parseEuro(text)
      return cents === undefined ? problem('money') : value(String(cents))
    }
    case 'email':
      return /^[^\s@<>(),;:"]+@[^\s@.<>]+(?:\.[^\s@.<>]+)+$/u.test(text) && text.length <= 254 ? value(text) : problem('email')
    case 'phone':
      return readPhone(text)
    case 'iban':
      return readIban(text)
    case 'postal-code':
      return /^(?:D-?)?\d{5}$/.test(text) ? value(text.slice(-5)) : problem('postal-code')
    case 'name':
      return nameShape.test(text) ? value(text) : problem('name')
    case 'text':
      return value(withoutGaps(field, text))
    default:
      return value(text)
  }
}

/** Numbers are printed and typed in groups ("276 0981 0612 3456"); the gaps go where the answer fits without them alone. */
function withoutGaps(field: Field, text: string): string {
  if (field.pattern === undefined) return text
  const pattern = new RegExp(`^(?:${field.pattern.expression})$`, 'u')
  const compact = text.replaceAll(/[\s\u00a0.-]/gu, '')
  return !pattern.test(text) && pattern.test(compact) ? compact : text
}

/** The stored answer as the field's input shows it. */
export function shownIn(field: Field, stored: string): string {
  const unread = unreadText(stored)
  if (unread !== undefined) return unread
  switch (field.type) {
    case 'day':
    case 'partial-day':
      return stored
        .split('-')
        .reverse()
        .map((part) => part.replace(/^0(?=\d$)/, ''))
        .join('.')
    case 'instant':
      return stored.replace(/^(\d{4})-(\d\d)-(\d\d)T/, '$3.$2.$1 ')
    case 'decimal':
      return stored.replace('.', ',')
    case 'money':
      return formatEuro(BigInt(stored)).replace('−', '-')
    case 'iban':
      return stored.replaceAll(/(.{4})(?=.)/g, '$1 ')
    default:
      return stored
  }
}

export interface DayParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** The three inputs of a day, joined as `shownIn` writes them; a whole date pasted into the first is taken as it is. */
export function joinDayParts({ day, month, year }: DayParts): string {
  const parts = [day, month, year].map((part) => part.trim())
  if (parts.every((part) => part === '')) return ''
  const [first = ''] = parts
  if (parts[1] === '' && parts[2] === '') {
    // Four digits alone are a year, in whichever field they were typed; anything longer was pasted whole.
    if (/^\d{4}$/.test(first)) return `..${first}`
    if (first.length > 2) return first
  }
  return parts.join('.')
}

export function splitDayParts(shown: string): DayParts {
  const parts = shown.split('.')
  if (parts.length === 1) return /^\d{4}$/.test(shown) ? { day: '', month: '', year: shown } : { day: shown, month: '', year: '' }
  if (parts.length === 2) return { day: '', month: parts[0] ?? '', year: parts[1] ?? '' }
  return { day: parts[0] ?? '', month: parts[1] ?? '', year: parts.slice(2).join('.') }
}

/** A plain value in words, for check pages and clerks; choices are the caller's to name. */
export function valueInWords(field: Field, stored: string, language: Language): string {
  const unread = unreadText(stored)
  if (unread !== undefined) return unread
  const day = parseDay(stored)
  if (field.type === 'day' && day !== undefined) return formatDay(day, language)
  if (field.type === 'partial-day') return day === undefined ? shownIn(field, stored).replace('.', '/') : formatDay(day, language)
  if (field.type === 'money') return `${shownIn(field, stored)} €`
  if (field.type === 'time') return language === 'en' ? stored : `${stored} Uhr`
  return shownIn(field, stored)
}

/** "today", "today+30", "2026-02-01" as a day; undefined for other bounds. */
export function boundDay(bound: string, today: Day): Day | undefined {
  const match = /^today(?:([+-]\d+))?$/.exec(bound)
  if (match === null) return parseDay(bound)
  const date = new Date(`${today}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + Number(match[1] ?? 0))
  return parseDay(date.toISOString().slice(0, 10))
}

function readDay(text: string): Reading {
  const parts = dayParts(text)
  if (parts === undefined) return problem('day')
  const [day, month, year] = parts
  if (day === '' || month === '' || year === '') return problem('day-parts')
  if (!/^\d{4}$/.test(year)) return problem('year')
  const found = dayOf(Number(year), Number(month), Number(day))
  return found === undefined ? problem('day') : value(found)
}

function dayParts(text: string): readonly [string, string, string] | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso !== null) return [iso[3] ?? '', iso[2] ?? '', iso[1] ?? '']
  const plain = /^(\d{0,2})\s*[./ -]\s*(\d{0,2})\s*[./ -]\s*(\d{0,4})$/.exec(text)
  if (plain !== null) return [plain[1] ?? '', plain[2] ?? '', plain[3] ?? '']
  const run = /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (run !== null) return [run[1] ?? '', run[2] ?? '', run[3] ?? '']
  const named = /^(\d{1,2})[. ]\s*(\p{L}+)[. ]\s*(\d{4})$/u.exec(text)
  const name = (named?.[2] ?? '').toLowerCase()
  const month = [monthNames, englishMonths]
    .map((names) => names.findIndex((each) => name.length >= 3 && each.startsWith(name)) + 1)
    .find((each) => each > 0)
  return named === null || month === undefined ? undefined : [named[1] ?? '', String(month), named[3] ?? '']
}

function readPartialDay(text: string): Reading {
  const short = /^\.?\.?(?:(\d{1,2})[./])?(\d{4})$/.exec(text)
  const iso = /^(\d{4})-(\d{2})$/.exec(text)
  const year = short?.[2] ?? iso?.[1]
  const month = short?.[1] ?? iso?.[2]
  if (year === undefined) return readDay(text)
  if (month === undefined) return value(year)
  const number = Number(month)
  return number >= 1 && number <= 12 ? value(`${year}-${month.padStart(2, '0')}`) : problem('day')
}

function readTime(text: string): Reading {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:Uhr|h))?$/i.exec(text)
  if (match === null) return problem('time')
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)]
  return hour <= 23 && minute <= 59 ? value(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`) : problem('time')
}

function readInstant(text: string): Reading {
  const at = Math.max(text.lastIndexOf(' '), text.lastIndexOf('T'))
  const [day, time] = [readDay(text.slice(0, at).replace(/,$/, '')), readTime(text.slice(at + 1))]
  return at > 0 && day.ok && time.ok ? value(`${day.value}T${time.value}`) : problem('instant')
}

function readInteger(text: string): Reading {
  if (!/^[-−]?(?:\d{1,3}(?:[. ]\d{3})+|\d{1,15})$/.test(text)) return problem('integer')
  return value(String(BigInt(text.replaceAll(/[. ]/g, '').replace('−', '-'))))
}

function readDecimal(text: string): Reading {
  const plain = text.replaceAll(' ', '').replace('−', '-')
  const german = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d{1,10}))?$/.exec(plain) ?? /^(-?)(\d{1,15})\.(\d{1,10})$/.exec(plain)
  if (german === null) return problem('decimal')
  const whole = (german[2] ?? '').replaceAll('.', '').replace(/^0+(?=\d)/, '')
  const part = (german[3] ?? '').replace(/0+$/, '')
  const digits = part === '' ? whole : `${whole}.${part}`
  return value(digits === '0' ? '0' : `${german[1]}${digits}`)
}

function readPhone(text: string): Reading {
  const digits = text.replaceAll(/[\s/()\-–.]/g, '').replace(/^00/, '+')
  const whole = digits.replace(/^\+490/, '+49').replace(/^0/, '+49')
  return /^\+[1-9]\d{5,14}$/.test(whole) ? value(whole) : problem('phone')
}

function readIban(text: string): Reading {
  const iban = text.replaceAll(/[\s-]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) || (iban.startsWith('DE') && iban.length !== 22)) return problem('iban')
  const digits = (iban.slice(4) + iban.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return BigInt(digits) % 97n === 1n ? value(iban) : problem('iban')
}

function value(text: string): Reading {
  return { ok: true, value: text }
}

function problem(name: ReadingProblem): Reading {
  return { ok: false, problem: name }
}
