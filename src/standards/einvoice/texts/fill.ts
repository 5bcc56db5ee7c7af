// Fills the marks of a rule's text with names and values of one invoice.
import { formatDayShort, parseDay } from '#kernel/dates.ts'
import { path, texts } from '../engine/paths.ts'
import type { TermType } from '../semantic-model/terms.ts'
import type { GroupEntry, TermEntry } from '../semantic-model/tree.ts'
import type { XmlDocument } from '../xml/document.ts'
import { scaled, toCents, toDecimal } from './arithmetic.ts'
import { compute, figures } from './figures.ts'
import { fullLabel } from './labels.ts'
import type { Located } from './locate.ts'
import type { TextLanguage } from './rule-text.ts'
import { entriesOf } from './scope.ts'

/** Where and how a text is filled in. */
export interface Filling {
  readonly document: XmlDocument
  readonly place: Located
  readonly scopes: readonly GroupEntry[]
  readonly location: string
  readonly language: TextLanguage
  /** Words known of the fault itself, by name. */
  readonly words: Readonly<Record<string, string>>
}

const longestValue = 80
const mostValues = 4
const mark = /\[(B[GT]-[A-Z0-9-]+)\]|\{([^}]+)\}/g

/** The text with all marks filled in. */
export function fill(text: string, filling: Filling): string {
  return text.replaceAll(mark, (_, label: string | undefined, value: string | undefined) =>
    label === undefined ? valueOf(value ?? '', filling) : named(label, filling.language),
  )
}

function named(id: string, language: TextLanguage): string {
  const [open, close] = language === 'de' ? ['„', '“'] : ['"', '"']
  return `${open}${fullLabel(id, language)}${close} (${id})`
}

function valueOf(name: string, filling: Filling): string {
  const { document, place, scopes, language } = filling
  const word = filling.words[name]
  if (word !== undefined) return word
  if (name === '.') return quoted([ownText(document, place)], language)
  if (name === 'path') return readablePath(filling.location)
  if (name.startsWith('@')) return quoted(attribute(document, place, name.slice(1)), language)
  if (name.startsWith('at ')) return quoted(texts(document, place.node, path(name.slice(3))), language)
  if (name.startsWith('= ')) return result(name.slice(2), scopes, language)
  const figure = figures[name]
  if (figure !== undefined) return formatNumber(figure(scopes), language)
  return ofTerm(entriesOf(scopes, name), language)
}

/** Sums with all their digits, products rounded to cents as the rules do. */
function result(expression: string, scopes: readonly GroupEntry[], language: TextLanguage): string {
  const value = compute(scopes, expression)
  return formatNumber(/[*/]/.test(expression) ? toCents(value) : toDecimal(value), language)
}

function ownText(document: XmlDocument, { node, attribute: name }: Located): string {
  return name === undefined ? document.text(node) : (attribute(document, { node }, name)[0] ?? '')
}

/** The value of an attribute by its local name. */
function attribute(document: XmlDocument, { node }: Located, local: string): readonly string[] {
  for (let place = 0; place < document.attributeCount(node); place += 1) {
    if (document.localNameOf(document.attributeName(node, place)) === local) return [document.attributeValue(node, place)]
  }
  return []
}

function ofTerm(entries: readonly TermEntry[], language: TextLanguage): string {
  const [first] = entries
  if (first === undefined) return nothing(language)
  const shown = [...new Set(entries.map((entry) => entry.value))]
  const values = shown.slice(0, mostValues).map((value) => formatValue(value, first.type, language))
  return `${values.join(language === 'de' ? ' und ' : ' and ')}${shown.length > mostValues ? ' …' : ''}`
}

function nothing(language: TextLanguage): string {
  return language === 'de' ? 'keine Angabe' : 'nothing'
}

function quoted(values: readonly string[], language: TextLanguage): string {
  const [open, close] = language === 'de' ? ['„', '“'] : ['"', '"']
  const blank = language === 'de' ? 'leer' : 'empty'
  const shown = values.slice(0, mostValues).map((value) => (value.trim() === '' ? blank : `${open}${cut(value)}${close}`))
  return shown.length === 0 ? nothing(language) : shown.join(', ')
}

function cut(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ').trim()
  return line.length > longestValue ? `${line.slice(0, longestValue)}…` : line
}

/** A value as people of the language write it; what is no number or day is shown as found, between quotes. */
export function formatValue(value: string, type: TermType, language: TextLanguage): string {
  if (type === 'date') {
    const day = parseDay(value)
    return day === undefined ? quoted([value], language) : formatDayShort(day, language)
  }
  if (['amount', 'percentage', 'quantity', 'unit price'].includes(type)) {
    return scaled(value) === undefined ? quoted([value], language) : formatNumber(value.trim(), language)
  }
  return quoted([value], language)
}

/** '1234.5' as '1.234,5' or '1,234.5'; the digits stay as they are. */
export function formatNumber(text: string, language: TextLanguage): string {
  const [whole = '0', fraction] = text.replace(/^[+-]/, '').split('.')
  const [group, point] = language === 'de' ? ['.', ','] : [',', '.']
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group)
  return `${text.startsWith('-') ? '−' : ''}${grouped}${fraction === undefined || fraction === '' ? '' : `${point}${fraction}`}`
}

/** The names of the elements without prefixes; places of the first are left out. */
function readablePath(location: string): string {
  return location
    .replaceAll(/Q\{[^}]*\}/g, '')
    .replaceAll(/(\/@?)[a-z]+:/g, '$1')
    .replaceAll('[1]', '')
    .replace(/^\//, '')
}
