// Judgement: what the clerk adds to a template, checked when typed, in words when printed.
import { type Day, dayOf, formatDay, parseDay } from '#kernel/dates.ts'
import { formatEuro, parseEuro } from '#kernel/money.ts'
import type { JudgementField } from './decision.ts'

export type JudgementFault = 'missing' | 'no-day' | 'no-money' | 'no-choice' | 'too-long'
export type Judgement = Readonly<Record<string, string>>

const longest = 10_000
const typedDay = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/

/**
 * Reads what was typed. A draft may be saved with faults; a value that cannot be read stays as it was typed.
 *
 * @returns stored values (days as "2026-02-01", money as cents) and the faults by key; `missing` for required fields left empty
 */
export function readJudgement(
  fields: readonly JudgementField[],
  typed: (key: string) => string,
): { readonly judgement: Judgement; readonly faults: Readonly<Record<string, JudgementFault>> } {
  const judgement: Record<string, string> = {}
  const faults: Record<string, JudgementFault> = {}
  for (const field of fields) {
    const text = typed(field.key).replaceAll('\r\n', '\n').trim()
    const read = readValue(field, text)
    if (text === '') {
      if (field.isOptional !== true) faults[field.key] = 'missing'
    } else if (typeof read === 'string') judgement[field.key] = read
    else {
      judgement[field.key] = text.slice(0, longest)
      faults[field.key] = read.fault
    }
  }
  return { judgement, faults }
}

/** Stored values that could not stand in a notice. */
export function faultsOf(fields: readonly JudgementField[], judgement: Judgement): readonly string[] {
  return fields.filter((field) => isFaulty(field, judgement[field.key] ?? '')).map((field) => field.key)
}

function isFaulty(field: JudgementField, stored: string): boolean {
  if (stored.trim() === '') return field.isOptional !== true
  if (field.type === 'day') return parseDay(stored) === undefined
  if (field.type === 'money') return !isCents(stored)
  return field.type === 'choice' && !(field.choices ?? []).some((choice) => choice.value === stored)
}

/** The stored value as the notice prints it. */
export function judgementInWords(field: JudgementField, stored: string): string {
  if (field.type === 'day') {
    const day = parseDay(stored)
    return day === undefined ? '' : formatDay(day)
  }
  if (field.type === 'money') return isCents(stored) ? `${formatEuro(BigInt(stored))} Euro` : ''
  if (field.type === 'choice') return field.choices?.find((choice) => choice.value === stored)?.label ?? ''
  return stored
}

/** The stored value as the clerk typed it, for the field. */
export function judgementAsTyped(field: JudgementField, stored: string): string {
  if (field.type === 'money' && isCents(stored)) return formatEuro(BigInt(stored))
  const day = field.type === 'day' ? parseDay(stored) : undefined
  return day === undefined ? stored : shortDay(day)
}

function readValue(field: JudgementField, text: string): string | { readonly fault: JudgementFault } {
  if (field.type === 'day') return readDay(text) ?? { fault: 'no-day' }
  if (field.type === 'money') {
    const amount = parseEuro(text)
    return amount === undefined || amount < 0n ? { fault: 'no-money' } : amount.toString()
  }
  if (field.type === 'choice') return (field.choices ?? []).some((choice) => choice.value === text) ? text : { fault: 'no-choice' }
  return text.length > longest ? { fault: 'too-long' } : text
}

/** "1.12.2026", "01.12.2026" or "2026-12-01". */
function readDay(text: string): Day | undefined {
  const parts = typedDay.exec(text)
  return parts === null ? parseDay(text) : dayOf(Number(parts[3]), Number(parts[2]), Number(parts[1]))
}

function shortDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${date}.${month}.${year}`
}

/** Amounts are stored without sign; a shorter one with a comma is what somebody typed. */
function isCents(stored: string): boolean {
  return /^\d{1,15}$/.test(stored)
}
