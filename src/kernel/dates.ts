// Dates: calendar days in Germany, separate from instants.
import type { Language } from './language.ts'

declare const brand: unique symbol

/** A calendar day, "2026-02-01". */
export type Day = string & { readonly [brand]: 'Day' }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const germanDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' })
const locales = { de: 'de-DE', en: 'en-GB', plain: 'de-DE' } as const satisfies Record<Language, string>
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The day written as year-month-day, or undefined if the calendar has no such day. */
export function parseDay(text: string): Day | undefined {
  const match = shape.exec(text)
  if (match === null) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as Day) : undefined
}

/** The day of three typed numbers, or undefined if there is no such day. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  return parseDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** The calendar day in Germany at an instant; deadlines count these (§ 31 VwVfG, § 187 BGB). */
export function dayInGermany(instant: Date): Day {
  return germanDay.format(instant) as Day
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10) as Day
}

/** Adds months; where the month has no such day, its last day counts (§ 188 (3) BGB). */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10) as Day
}

/** Days from one day to the other; negative if `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** 0 is Sunday, 6 Saturday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** "14. Dezember 2026", "14 December 2026". */
export function formatDay(day: Day, language: Language = 'de'): string {
  return format(new Date(`${day}T00:00:00Z`), language, { dateStyle: 'long', timeZone: 'UTC' })
}

/** "14.12.2026", "14/12/2026": for tables. */
export function formatDayShort(day: Day, language: Language = 'de'): string {
  return format(new Date(`${day}T00:00:00Z`), language, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
}

/** "14. Dezember 2026 um 09:30" as clocks in Germany show it. */
export function formatInstant(instant: Date, language: Language = 'de'): string {
  return format(instant, language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' })
}

/** "09:30" as clocks in Germany show it. */
export function formatClock(instant: Date): string {
  return format(instant, 'de', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' })
}

function format(date: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = `${language}${JSON.stringify(options)}`
  let formatter = dayFormats.get(key)
  if (formatter === undefined) dayFormats.set(key, (formatter = new Intl.DateTimeFormat(locales[language], options)))
  return formatter.format(date)
}
