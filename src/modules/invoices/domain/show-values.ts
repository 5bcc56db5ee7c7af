// Values as people write them: amounts with their currency, codes with their meaning.
import { codeName, type Entry, formatNumber, formatValue, type GroupEntry, label, type TermEntry } from '#standards/einvoice'
import type { ViewField, ViewGroup, ViewLanguage } from './invoice-view.ts'
import type { PlacedFindings } from './place-findings.ts'

/** What showing needs to know of the invoice around a value. */
export interface Showing {
  readonly language: ViewLanguage
  readonly currency: string
  readonly taxCurrency: string
  readonly findings: PlacedFindings
}

const numbers: ReadonlySet<string> = new Set(['amount', 'unit price', 'percentage', 'quantity'])

/** A group with everything in it, to any depth; terms without a value are left out unless something is wrong with them. */
export function showGroup(group: GroupEntry, showing: Showing, without: readonly string[] = []): ViewGroup {
  const shown = group.entries.filter((entry) => !without.includes(entry.id))
  return {
    id: group.id,
    label: label(group.id, showing.language),
    fields: shown.flatMap((entry) => (entry.type === 'group' ? [] : showField(entry, showing))),
    groups: shown.flatMap((entry) => (entry.type === 'group' ? [showGroup(entry, showing)] : [])),
    findings: showing.findings.of(group),
  }
}

export function showField(entry: TermEntry, showing: Showing): readonly ViewField[] {
  const findings = showing.findings.of(entry)
  if (entry.value.trim() === '' && findings.length === 0) return []
  const meaning = codeName(entry.id, entry.value, showing.language)
  const note = [meaning === undefined ? '' : entry.value.trim(), entry.attributes.scheme ?? '', entry.attributes.schemeVersion ?? '']
    .filter((part) => part !== '')
    .join(', ')
  return [
    {
      id: entry.id,
      label: label(entry.id, showing.language),
      value: meaning ?? showValue(entry, showing),
      ...(note === '' ? {} : { note }),
      isNumber: numbers.has(entry.type),
      findings,
    },
  ]
}

export function showValue(entry: TermEntry, { language, currency, taxCurrency }: Showing): string {
  const text = entry.value.trim()
  if (!numbers.has(entry.type) && entry.type !== 'date') return text
  const formatted = formatValue(text, entry.type, language)
  if (entry.type === 'percentage') return `${formatted} %`
  if (entry.type === 'quantity') return formatted
  if (entry.type === 'date') return formatted
  return `${formatted} ${entry.id === 'BT-111' ? taxCurrency : currency}`
}

/** An amount with its currency. */
export function showAmount(text: string | undefined, { language, currency }: Pick<Showing, 'language' | 'currency'>): string {
  if (text === undefined || text === '') return '–'
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? `${formatNumber(text, language)} ${currency}` : text
}

export function fieldsOf(tree: GroupEntry, ids: readonly string[], showing: Showing): readonly ViewField[] {
  return tree.entries.flatMap((entry: Entry) => (entry.type !== 'group' && ids.includes(entry.id) ? showField(entry, showing) : []))
}

export function groupsOf(tree: GroupEntry, ...ids: readonly string[]): readonly GroupEntry[] {
  return tree.entries.filter((entry): entry is GroupEntry => entry.type === 'group' && ids.includes(entry.id))
}
