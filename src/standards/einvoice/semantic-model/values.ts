// Values of the semantic model: days as both syntaxes write them.
import { type Day, parseDay } from '#kernel/dates.ts'

/** The day of '2026-02-01', '20260201' or either with a time zone; undefined if the calendar has no such day. */
export function isoDay(text: string): Day | undefined {
  const digits = text.replaceAll('-', '').trim()
  return /^\d{8}/.test(digits) ? parseDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`) : undefined
}
