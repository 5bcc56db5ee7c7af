// What may be wrong with one value of an outgoing invoice.

import type { CodeList } from '../rules/en16931/code-lists/code-list.ts'
import { countries, vatPrefixes } from '../rules/en16931/code-lists/countries.ts'
import { endpointSchemes } from '../rules/en16931/code-lists/endpoint-schemes.ts'
import { exemptionReasons } from '../rules/en16931/code-lists/exemption-reasons.ts'
import { identifierSchemes } from '../rules/en16931/code-lists/identifier-schemes.ts'
import { units } from '../rules/en16931/code-lists/units.ts'
import { states } from '../rules/en16931/states.ts'

/**
 * `missing`: demanded by what else is said. `text`: blank, white space at its edges, or a character XML or our mark-up cannot carry.
 * `form`: not written as such a value is. `code`: not in its list. `check-digits`: mistyped. `range`: too small, too large, wrong order
 * or too many. `conflict`: must not stand beside what else is said.
 */
export type WriteFaultKind = 'missing' | 'text' | 'form' | 'code' | 'check-digits' | 'range' | 'conflict'

export interface WriteFault {
  /** The field: 'seller.contact.email', 'lines.0.quantity'. */
  readonly place: string
  readonly kind: WriteFaultKind
}

/** At most one fault of one place; what is undefined has none. */
export type Check = (place: string, value: string | undefined) => readonly WriteFault[]

const notInXml = /[\p{Cc}\p{Cs}\ufffe\uffff]/u
const notInLines = /[^\P{Cc}\n]|[\p{Cs}\ufffe\uffff]/u
const longest = 2_000

export function fault(place: string, kind: WriteFaultKind, isAt = true): readonly WriteFault[] {
  return isAt ? [{ place, kind }] : []
}

const checkOf =
  (kind: WriteFaultKind, isSound: (value: string) => boolean): Check =>
  (place, value) =>
    fault(place, kind, value !== undefined && !isSound(value))

const isPlain = (value: string): boolean => value !== '' && value.trim() === value && value.length <= longest

/** One line. */
export const text = checkOf('text', (value) => isPlain(value) && !notInXml.test(value))
/** Several lines, for notes and terms; '#' begins what machines read there (BT-21, Skonto). */
export const passage = checkOf('text', (value) => isPlain(value) && !notInLines.test(value) && !value.includes('#'))

/** The codes every state of the rules accepts in both syntaxes. */
function common(...lists: readonly CodeList[]): ReadonlySet<string> {
  const [first, ...rest] = lists.flatMap((list) => states.map((state) => list(state)))
  return new Set([...(first ?? [])].filter((code) => rest.every((codes) => codes.has(code))))
}

const inList = (codes: ReadonlySet<string>): Check => checkOf('code', (value) => codes.has(value))
export const country = inList(common(countries.ubl, countries.cii))
export const endpointScheme = inList(common(endpointSchemes))
export const unit = inList(common(units))
/** 0244 stands in the list of 1.3.15, but its rule never finds it. */
export const identifierScheme = inList(new Set([...common(identifierSchemes)].filter((code) => code !== '0244')))
const exemptions = common(exemptionReasons)
/** Codes of other categories than E and O: they would contradict the one they stand with. */
const otherCategories = new Set(['AE', 'D', 'F', 'G', 'I', 'IC', 'J'].map((code) => `VATEX-EU-${code}`))

/** Of category E, or of O where there is one code only. */
export function exemptionCode(category: 'E' | 'O'): Check {
  const outside = 'VATEX-EU-O'
  return checkOf('code', (value) =>
    category === 'O' ? value === outside : exemptions.has(value) && value !== outside && !otherCategories.has(value),
  )
}

const prefixes = common(vatPrefixes.ubl, vatPrefixes.cii)
export const vatId = checkOf('form', (value) => /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(value) && prefixes.has(value.slice(0, 2)))
export const email = checkOf('form', (value) => /^[^@\s]+@([^@.\s]+\.)+[^@.\s]+$/.test(value))
/** BR-DE-27 wants three digits. */
export const telephone = checkOf('form', (value) => (value.match(/[0-9]/g)?.length ?? 0) >= 3)
export const bic = checkOf('form', (value) => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(value))
export const ibanForm = checkOf('form', (value) => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value))
export const quantity = checkOf('form', (value) => /^-?\d{1,9}(\.\d{1,4})?$/.test(value))
/** 1 to 99.99 percent: the official rules take a rate that rounds to 0 for none (BR-CO-17 in UBL). */
export const rate = checkOf('form', (value) => /^[1-9]\d?(\.\d{1,2})?$/.test(value))
