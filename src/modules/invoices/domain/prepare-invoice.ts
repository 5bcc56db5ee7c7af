// Makes an invoice ready to be shown.
import { formatDay } from '#kernel/dates.ts'
import {
  codeName,
  type Finding,
  type GroupEntry,
  type Invoice,
  label,
  paymentTermsForPeople,
  readInvoice,
  type Verdict,
  type XmlDocument,
} from '#standards/einvoice'
import { showDiscounts } from './cash-discount.ts'
import type { InvoiceView, ViewAttachment, ViewField, ViewLanguage, ViewLine } from './invoice-view.ts'
import { placeFindings } from './place-findings.ts'
import { fieldsOf, groupsOf, type Showing, showAmount, showField, showGroup } from './show-values.ts'

/** What was judged; without a verdict the invoice is shown unchecked. */
export interface Judged {
  readonly document: XmlDocument
  readonly verdict?: Verdict
  readonly findings?: readonly Finding[]
  readonly ruleSet?: string
}

const references = [
  'BT-10',
  'BT-13',
  'BT-12',
  'BT-11',
  'BT-14',
  'BT-15',
  'BT-16',
  'BT-17',
  'BT-18',
  'BT-19',
  'BT-6',
  'BT-7',
  'BT-8',
  'BT-3',
  'BT-5',
]
const totals = ['BT-106', 'BT-107', 'BT-108', 'BT-109', 'BT-110', 'BT-111', 'BT-112', 'BT-113', 'BT-114']

/** @returns undefined if the document is no invoice: then there is nothing to show but the findings */
export function prepareInvoice(judged: Judged, language: ViewLanguage): InvoiceView | undefined {
  const invoice = readInvoice(judged.document)
  if (invoice === undefined) return undefined
  const findings = placeFindings(judged.document, judged.findings ?? [], language)
  const currency = invoice.currency ?? ''
  const showing: Showing = { language, currency, taxCurrency: invoice.taxCurrency ?? '', findings }
  const { tree } = invoice
  const sum = groupsOf(tree, 'BG-22')[0]
  const inOrder = (...ids: readonly string[]) => groupsOf(tree, ...ids).map((group) => showGroup(group, showing))
  const due = sum?.entries.find((entry) => entry.id === 'BT-115')
  const dueField = due === undefined || due.type === 'group' ? undefined : showField(due, showing)[0]
  return {
    ...headOf(invoice, language),
    verdict: judged.verdict ?? 'unchecked',
    ruleSet: judged.ruleSet ?? '',
    due: showAmount(invoice.totals.due, showing),
    ...(dueField === undefined ? {} : { dueField }),
    discounts: showDiscounts(invoice, showing),
    terms: paymentTermsForPeople(invoice.paymentTerms),
    totals: sum === undefined ? [] : [...fieldsOf(sum, totals, showing), ...thirdPartyAmounts(tree, showing)],
    vat: inOrder('BG-23'),
    references: fieldsOf(tree, references, showing),
    parties: inOrder('BG-4', 'BG-7', 'BG-10', 'BG-11'),
    delivery: inOrder('BG-13', 'BG-14'),
    payment: inOrder('BG-16'),
    adjustments: inOrder('BG-20', 'BG-21', 'BG-DEX-09'),
    preceding: inOrder('BG-3'),
    notes: inOrder('BG-1'),
    process: inOrder('BG-2'),
    lines: groupsOf(tree, 'BG-25').map((group) => showLine(group, showing)),
    attachments: groupsOf(tree, 'BG-24').map((group) => showAttachment(group, judged.document, showing)),
    findings: findings.all,
    noted: findings.notes,
    general: [...findings.general, ...(sum === undefined ? [] : findings.of(sum))],
  }
}

function headOf(invoice: Invoice, language: ViewLanguage) {
  return {
    language,
    kind: codeName('BT-3', invoice.type ?? '', language) ?? (language === 'de' ? 'Rechnung' : 'Invoice'),
    number: invoice.number ?? '',
    issuedOn: invoice.issuedOn === undefined ? '' : formatDay(invoice.issuedOn, language),
    seller: invoice.seller.name ?? invoice.seller.tradingName ?? '',
    buyer: invoice.buyer.name ?? invoice.buyer.tradingName ?? '',
    ...(invoice.dueOn === undefined ? {} : { dueOn: formatDay(invoice.dueOn, language) }),
  }
}

/** Beside the totals, since they are part of the amount due. */
function thirdPartyAmounts(tree: GroupEntry, showing: Showing): readonly ViewField[] {
  return groupsOf(tree, 'BG-DEX-09').flatMap((group) =>
    fieldsOf(group, ['BT-DEX-002'], showing).map((field) => ({ ...field, label: label(group.id, showing.language), findings: [] })),
  )
}

function showLine(group: GroupEntry, showing: Showing): ViewLine {
  const all = showGroup(group, showing, ['BG-DEX-01'])
  const lines = groupsOf(group, 'BG-DEX-01').map((sub) => showLine(sub, showing))
  const value = (id: string): string => textBelow(group, id)
  const unit = codeName('BT-130', value('BT-130'), showing.language) ?? value('BT-130')
  const price = showAmount(value('BT-146'), showing)
  const quantity = /^[+-]?\d+(\.\d+)?$/.test(value('BT-129'))
    ? showAmount(value('BT-129'), { ...showing, currency: unit })
    : value('BT-129')
  return {
    number: value('BT-126'),
    name: value('BT-153'),
    calculation: quantity === '' || value('BT-146') === '' ? '' : `${quantity} × ${price}`,
    amount: showAmount(value('BT-131'), showing),
    group: all,
    lines,
    hasFindings: hasFindings(group, showing) || lines.some((line) => line.hasFindings),
  }
}

/** The first value of a term in the group, but not in sub lines. */
function textBelow(group: GroupEntry, id: string): string {
  for (const entry of group.entries) {
    if (entry.type !== 'group' && entry.id === id) return entry.value.trim()
    if (entry.type !== 'group' || entry.id === 'BG-DEX-01') continue
    const found = textBelow(entry, id)
    if (found !== '') return found
  }
  return ''
}

function hasFindings(group: GroupEntry, showing: Showing): boolean {
  return (
    showing.findings.of(group).length > 0 ||
    group.entries.some((entry) => (entry.type === 'group' ? hasFindings(entry, showing) : showing.findings.of(entry).length > 0))
  )
}

function showAttachment(group: GroupEntry, document: XmlDocument, showing: Showing): ViewAttachment {
  const value = (id: string): string => textBelow(group, id)
  const file = group.entries.find((entry) => entry.id === 'BT-125')
  const attributes = file === undefined || file.type === 'group' ? undefined : file.attributes
  const findings = [...showing.findings.of(group), ...group.entries.flatMap((entry) => showing.findings.of(entry))]
  return {
    title: value('BT-122') || attributes?.filename || '–',
    ...(value('BT-123') === '' ? {} : { description: value('BT-123') }),
    ...(value('BT-124') === '' ? {} : { location: value('BT-124') }),
    ...(attributes?.filename === undefined ? {} : { fileName: attributes.filename }),
    ...(attributes?.mimeCode === undefined ? {} : { mediaType: attributes.mimeCode }),
    ...(attributes === undefined || file === undefined ? {} : { bytes: bytesIn(document.text(file.node)) }),
    findings,
  }
}

/** How many bytes a Base64 text stands for; white space does not count. */
function bytesIn(base64: string): number {
  let digits = 0
  for (let index = 0; index < base64.length; index += 1) {
    const code = base64.charCodeAt(index)
    if (code > 32 && code !== 61) digits += 1
  }
  return Math.floor((digits * 3) / 4)
}
