// Reading one element: which children it may have, how often, and their values.
import { findCode } from './codes.ts'
import type { Findings } from './issues.ts'
import { error, warning } from './issues.ts'
import type { Element } from './xml.ts'

export interface Reading {
  readonly standard: '2' | '3.0.0'
  readonly findings: Findings
  /** Line of each model object, for reports. */
  readonly lines: WeakMap<object, number>
}

/** `one` must stand once, `maybe` at most once, `many` any number of times. */
export type Shape = Readonly<Record<string, 'one' | 'maybe' | 'many'>>

/** The children of one element, checked against its shape. */
export interface Children {
  readonly element: Element
  first(name: string): Element | undefined
  all(name: string): readonly Element[]
}

/** Reports every child that is unknown, missing or doubled, and character data between children. */
export function childrenOf(reading: Reading, element: Element, shape: Shape): Children {
  const byName = new Map<string, Element[]>()
  for (const child of element.children) {
    const occurs = Object.hasOwn(shape, child.name) ? shape[child.name] : undefined
    // Codes stand without a namespace (XÖV handbook), everything else in that of the message.
    const isOurs = child.namespace === rootNamespace(element) || (child.namespace === '' && child.name === 'code')
    if (occurs === undefined || !isOurs) {
      error(reading.findings, child, 'unexpected-element', `<${child.name}> is not allowed in <${element.name}>`)
      continue
    }
    const same = byName.get(child.name)
    if (same === undefined) byName.set(child.name, [child])
    else {
      if (occurs !== 'many') error(reading.findings, child, 'duplicate-element', `<${child.name}> may stand only once in <${element.name}>`)
      same.push(child)
    }
  }
  for (const [name, occurs] of Object.entries(shape)) {
    if (occurs === 'one' && !byName.has(name)) error(reading.findings, element, 'missing-element', `<${element.name}> has no <${name}>`)
  }
  if (element.text.trim() !== '') warning(reading.findings, element, 'unexpected-text', `text between the elements of <${element.name}>`)
  return { element, first: (name) => byName.get(name)?.[0], all: (name) => byName.get(name) ?? [] }
}

function rootNamespace(element: Element): string {
  let current = element
  while (current.parent !== undefined) current = current.parent
  return current.namespace
}

/** Text of an element, trimmed; empty if it is missing. */
export function textOf(reading: Reading, element: Element | undefined): string {
  if (element === undefined) return ''
  for (const child of element.children)
    error(reading.findings, child, 'unexpected-element', `<${child.name}> is not allowed in <${element.name}>`)
  return element.text.trim()
}

/** Like `textOf`, but says if the element stands there empty. */
export function filledText(reading: Reading, element: Element | undefined): string {
  const text = textOf(reading, element)
  if (element !== undefined && text === '') error(reading.findings, element, 'empty-value', `<${element.name}> is empty`)
  return text
}

/** Like `filledText`, but an empty element is only worth a warning. */
export function expectedText(reading: Reading, element: Element | undefined): string {
  const text = textOf(reading, element)
  if (element !== undefined && text === '') warning(reading.findings, element, 'empty-value', `<${element.name}> is empty`)
  return text
}

/** The `<code>` inside an element, or undefined if it is missing, empty or not in the list. */
export function codeOf<Code extends string>(reading: Reading, element: Element | undefined, codes: readonly Code[]): Code | undefined {
  if (element === undefined) return undefined
  const child = childrenOf(reading, element, { code: 'one' }).first('code')
  if (child === undefined) return undefined
  const text = filledText(reading, child)
  const code = findCode(codes, text)
  if (code === undefined && text !== '') {
    error(reading.findings, child, 'invalid-code', `"${text}" is not a code of <${element.name}>; known are ${codes.join(', ')}`)
  }
  return code
}

/** Calendar day as in XML Schema ("2023-01-31", a time zone is cut), empty if missing. */
export function dayText(reading: Reading, element: Element | undefined): string {
  const text = textOf(reading, element)
  if (element === undefined || text === '') return ''
  const match = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/.exec(text)
  if (match?.[1] === undefined || !isDate(match[1])) {
    error(reading.findings, element, 'invalid-value', `"${text}" in <${element.name}> is no day`)
    return ''
  }
  return match[1]
}

/** Instant as in XML Schema, as written; empty if missing. */
export function instantText(reading: Reading, element: Element | undefined): string {
  const text = textOf(reading, element)
  if (element === undefined || text === '') return ''
  if (!/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-4]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.test(text) || !isDate(text.slice(0, 10))) {
    error(reading.findings, element, 'invalid-value', `"${text}" in <${element.name}> is no instant`)
    return ''
  }
  return text
}

/** Whole number ≥ 0, or undefined. */
export function countOf(reading: Reading, element: Element, text: string, what: string): number | undefined {
  if (text === '') return undefined
  const count = Number(text)
  if (/^\d{1,9}$/.test(text)) return count
  error(reading.findings, element, 'invalid-value', `"${text}" is no whole number for ${what}`)
  return undefined
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
