// What people read of the invoices, in German and English.
import type { FindingLevel, ViewLanguage, ViewVerdict } from './domain/invoice-view.ts'

const german = {
  from: 'von',
  to: 'an',
  dated: 'vom',
  amountDue: 'Zu zahlen',
  dueOn: 'fällig am',
  noDueDate: 'kein Fälligkeitsdatum angegeben',
  discount: 'Skonto',
  discountWithin: (days: number): string => `bei Zahlung innerhalb von ${days} Tagen`,
  discountUntil: (day: string): string => `bis ${day}`,
  discountSaves: (amount: string): string => `spart ${amount}`,
  terms: 'Zahlungsbedingungen',
  totals: 'Beträge',
  vat: 'Umsatzsteuer',
  vatTable: 'Umsatzsteuer nach Sätzen',
  vatHead: ['Art', 'Satz', 'Netto', 'Steuer'],
  vatReason: 'Grund',
  lines: 'Positionen',
  lineCount: (count: number): string => (count === 1 ? '1 Position' : `${count} Positionen`),
  subLines: 'Unterpositionen',
  line: 'Position',
  parties: 'Beteiligte',
  references: 'Bezug und Ordnung',
  delivery: 'Lieferung und Zeitraum',
  payment: 'Zahlung',
  adjustments: 'Nachlässe, Zuschläge und fremde Forderungen',
  preceding: 'Frühere Rechnungen',
  notes: 'Bemerkungen',
  process: 'Verfahren',
  attachments: 'Anlagen und Unterlagen',
  attachmentNote: 'Anlagen werden hier nur genannt. Öffnen Sie eine Datei nur, wenn Sie dem Absender vertrauen.',
  noContent: 'ohne angehängte Datei',
  location: 'Fundstelle',
  showNumbers: 'Feldnummern der Norm anzeigen (BT und BG)',
  findings: 'Das Ergebnis der Prüfung',
  general: 'Zur ganzen Rechnung',
  noted: (count: number): string =>
    count === 1 ? '1 Hinweis, bei dem nichts zu tun ist' : `${count} Hinweise, bei denen nichts zu tun ist`,
  whatToDo: 'Was tun?',
  rule: 'Regel',
  counts: (errors: number, warnings: number): string =>
    [plural(errors, 'Fehler', 'Fehler'), plural(warnings, 'Warnung', 'Warnungen')].filter((part) => part !== '').join(', '),
  checkedBy: (ruleSet: string): string => `Geprüft nach dem Regelstand ${ruleSet}.`,
  verdicts: {
    accept: 'Die Rechnung ist in Ordnung',
    reject: 'Die Rechnung wird so nicht angenommen',
    undefined: 'Die Rechnung konnte nicht zu Ende geprüft werden',
    unchecked: 'Die Rechnung ist noch nicht geprüft',
  } satisfies Record<ViewVerdict, string>,
  verdictNotes: {
    accept: 'Sie erfüllt die Norm EN 16931 und, wo angegeben, XRechnung.',
    reject: 'Bitte lassen Sie die genannten Fehler vom Aussteller berichtigen.',
    undefined: 'Ein Wert ist so geschrieben, dass eine Regel nicht damit rechnen kann. Ein Mensch muss entscheiden.',
    unchecked: 'Die Angaben sind gelesen, aber nicht geprüft.',
  } satisfies Record<ViewVerdict, string>,
  levels: { error: 'Fehler', warning: 'Warnung', information: 'Hinweis' } satisfies Record<FindingLevel, string>,
  nothingToShow: 'Diese Datei lässt sich nicht als Rechnung anzeigen',
  madeBy: 'Lesbare Ansicht der elektronischen Rechnung. Verbindlich ist die Datei selbst.',
}

type InvoiceTexts = typeof german

const english: InvoiceTexts = {
  from: 'from',
  to: 'to',
  dated: 'of',
  amountDue: 'Amount due',
  dueOn: 'due on',
  noDueDate: 'no due date given',
  discount: 'Cash discount',
  discountWithin: (days) => `if paid within ${days} days`,
  discountUntil: (day) => `until ${day}`,
  discountSaves: (amount) => `saves ${amount}`,
  terms: 'Payment terms',
  totals: 'Totals',
  vat: 'VAT',
  vatTable: 'VAT by rate',
  vatHead: ['Kind', 'Rate', 'Net', 'VAT'],
  vatReason: 'Reason',
  lines: 'Lines',
  lineCount: (count) => (count === 1 ? '1 line' : `${count} lines`),
  subLines: 'Sub lines',
  line: 'Line',
  parties: 'Parties',
  references: 'References',
  delivery: 'Delivery and period',
  payment: 'Payment',
  adjustments: 'Allowances, charges and third party payments',
  preceding: 'Preceding invoices',
  notes: 'Notes',
  process: 'Process',
  attachments: 'Attachments and documents',
  attachmentNote: 'Attachments are only listed here. Open a file only if you trust the sender.',
  noContent: 'no file attached',
  location: 'Location',
  showNumbers: 'Show the field numbers of the standard (BT and BG)',
  findings: 'Result of the check',
  general: 'About the whole invoice',
  noted: (count) => (count === 1 ? '1 note, nothing to do' : `${count} notes, nothing to do`),
  whatToDo: 'What to do',
  rule: 'Rule',
  counts: (errors, warnings) =>
    [plural(errors, 'error', 'errors'), plural(warnings, 'warning', 'warnings')].filter((part) => part !== '').join(', '),
  checkedBy: (ruleSet) => `Checked by rule set ${ruleSet}.`,
  verdicts: {
    accept: 'The invoice is in order',
    reject: 'The invoice is not accepted like this',
    undefined: 'The check of the invoice could not be finished',
    unchecked: 'The invoice has not been checked yet',
  },
  verdictNotes: {
    accept: 'It meets EN 16931 and, where it says so, XRechnung.',
    reject: 'Please have the issuer correct the errors listed.',
    undefined: 'A value is written in a way a rule cannot calculate with. A person has to decide.',
    unchecked: 'It was read, but not checked.',
  },
  levels: { error: 'Error', warning: 'Warning', information: 'Note' },
  nothingToShow: 'This file cannot be shown as an invoice',
  madeBy: 'Readable view of the electronic invoice. The file itself is binding.',
}

function plural(count: number, one: string, many: string): string {
  if (count === 0) return ''
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}

export function invoiceTexts(language: ViewLanguage): InvoiceTexts {
  return language === 'de' ? german : english
}
