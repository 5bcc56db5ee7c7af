// What the cash office reads while it pays: German only, like all of the workplace.

import type { ProposeRefusal } from '../actions/propose-run.ts'
import type { ConfirmRefusal, RunRefusal } from '../actions/release-run.ts'
import type { StatementRefusal } from '../actions/take-statement.ts'
import type { UnmatchedReason } from '../domain/match-statement.ts'
import type { DueTime } from '../domain/overview.ts'
import type { HoldReason } from '../domain/payment-run.ts'
import type { RunState } from '../domain/states.ts'

export const payTexts = {
  tabsLabel: 'Rechnungen bezahlen',
  tabs: { run: 'Zahllauf', statement: 'Kontoauszug', overview: 'Übersicht' },
  toInvoices: 'Rechnungen',
  supplier: 'Lieferant',
  invoice: 'Rechnung',
  dueOn: 'Fällig',
  noDay: 'ohne Datum',
  discount: 'Skonto',
  amount: 'Betrag',
  iban: 'IBAN',
  state: 'Stand',
  number: 'Nummer',
  payments: 'Zahlungen',
  count: 'Anzahl',
  sum: 'Summe',
} as const

export const runStateTexts: Readonly<Record<RunState, string>> = {
  proposed: 'vorgeschlagen',
  released: 'freigegeben',
  executed: 'ausgeführt',
  withdrawn: 'zurückgezogen',
}

export const runTexts = {
  title: 'Zahllauf',
  introduction: 'Freigegebene Rechnungen, die bis zum gewählten Tag fällig sind oder deren Skonto bis dahin endet.',
  dueUntil: 'Fällig bis',
  dueUntilHint: 'Zum Beispiel 30 11 2026',
  show: 'Anzeigen',
  wrongDay: 'Geben Sie einen Tag an, den es gibt.',
  proposal: 'Vorschlag',
  nothing: 'Bis zu diesem Tag ist nichts zu zahlen.',
  nothingHint: 'Wählen Sie einen späteren Tag, oder sehen Sie unter „Zurückgehalten“ nach.',
  count: (count: number, sum: string, on: string): string =>
    `${count === 1 ? '1 Zahlung' : `${count} Zahlungen`}, zusammen ${sum} €. Die Bank führt sie am ${on} aus.`,
  ownIban: 'IBAN des Kassenkontos',
  ownIbanHint: 'Von diesem Konto wird gezahlt.',
  propose: 'Zahllauf anlegen',
  held: 'Zurückgehalten',
  heldHint: 'Diese Rechnungen kommen in keinen Zahllauf, bis der Grund behoben ist.',
  reason: 'Grund',
  newSupplier: 'erste Zahlung',
  confirm: 'Konto bestätigen',
  confirmHint: (known: string): string =>
    `Bisher: ${known}. Fragen Sie beim Lieferanten nach, unter einer Telefonnummer, die Sie schon vorher kannten.`,
  confirmed: 'Das Konto ist bestätigt. Wer es bestätigt hat, legt den ersten Zahllauf dahin nicht selbst an.',
  earlier: 'Bisherige Zahlläufe',
  noEarlier: 'Es gibt noch keinen Zahllauf.',
  executeOn: 'Ausführung',
  paidOf: (paid: number, count: number): string => `${paid} von ${count} bezahlt`,
  until: (saved: string): string => `${saved} € gespart`,
  oneTitle: (number: string): string => `Zahllauf ${number}`,
  madeBy: 'Angelegt',
  releasedBy: 'Freigegeben',
  debtor: 'Konto',
  reference: 'Kennung',
  remittance: 'Verwendungszweck',
  paidOn: 'Bezahlt am',
  notPaid: 'noch nicht',
  release: 'Zahllauf freigeben',
  releaseHint: 'Danach steht die Datei für die Bank bereit. Der Zahllauf lässt sich dann nicht mehr zurückziehen.',
  otherPerson: 'Freigeben muss eine andere Person als die, die den Zahllauf angelegt hat.',
  withdraw: 'Zahllauf zurückziehen',
  download: 'Datei für die Bank laden',
  hash: 'SHA-256 der Datei',
  next: 'Nächster Schritt',
  waitingForBank: 'Bezahlt sind die Rechnungen erst, wenn der Kontoauszug sie nennt.',
  toStatement: 'Kontoauszug einlesen',
  done: 'Dieser Zahllauf ist abgeschlossen.',
  saved: {
    proposed: 'Der Zahllauf ist angelegt.',
    released: 'Der Zahllauf ist freigegeben.',
    withdrawn: 'Der Zahllauf ist zurückgezogen.',
  },
} as const

export const holdTexts: Readonly<Record<HoldReason, string>> = {
  'other-currency': 'andere Währung als Euro: im Zahllauf nicht zahlbar',
  'wrong-iban': 'keine oder falsche IBAN',
  'iban-changed': 'neues Konto eines bekannten Lieferanten',
  'confirmed-by-you': 'Sie haben das Konto bestätigt: eine andere Person legt den Zahllauf an',
  'too-large': 'Betrag zu hoch für eine SEPA-Überweisung',
}

export const proposeRefusals: Readonly<Record<ProposeRefusal, string>> = {
  'wrong-role': 'Das darf nur die Kasse.',
  'wrong-iban': 'Diese IBAN stimmt nicht. Prüfen Sie die Ziffern.',
  'nothing-to-pay': 'Inzwischen ist nichts mehr zu zahlen.',
  'changed-meanwhile': 'Inzwischen hat sich der Vorschlag geändert. Sehen Sie ihn noch einmal an.',
}

export const runRefusals: Readonly<Record<RunRefusal, string>> = {
  unknown: 'Diesen Zahllauf gibt es nicht.',
  'wrong-role': 'Das darf nur die Kasse.',
  'wrong-state': 'Vom jetzigen Stand aus geht das nicht. Inzwischen war jemand schneller.',
  'same-person': 'Freigeben muss eine andere Person als die, die den Zahllauf angelegt hat.',
  'too-late': 'Der Tag der Ausführung ist vorbei. Ziehen Sie den Zahllauf zurück und legen Sie einen neuen an.',
  'account-changed': 'Das Konto eines Lieferanten ist inzwischen ein anderes. Ziehen Sie den Zahllauf zurück.',
}

export const confirmRefusals: Readonly<Record<ConfirmRefusal, string>> = {
  unknown: 'Diese Rechnung gibt es nicht.',
  'wrong-role': 'Das darf nur die Kasse.',
  'wrong-state': 'Diese Rechnung ist nicht freigegeben.',
  'same-person': 'Das Konto bestätigt, wer die Rechnung weder geprüft noch freigegeben hat.',
  'wrong-iban': 'Die IBAN ist inzwischen eine andere. Sehen Sie noch einmal hin.',
}

export const statementTexts = {
  title: 'Kontoauszug',
  introduction: 'Lesen Sie den Kontoauszug der Bank ein (camt.053). Was er mit Kennung und Betrag nennt, gilt als bezahlt.',
  file: 'Kontoauszug',
  fileHint: 'Eine XML-Datei, höchstens 50 MB. Derselbe Auszug ein zweites Mal ändert nichts.',
  take: 'Einlesen',
  taken: (matched: number, unmatched: number): string =>
    `Eingelesen: ${matched === 1 ? '1 Zahlung ist' : `${matched} Zahlungen sind`} bezahlt, ${unmatched === 1 ? '1 Buchung passt' : `${unmatched} Buchungen passen`} zu keiner Zahlung.`,
  known: 'Diesen Kontoauszug gab es schon. Es hat sich nichts geändert.',
  earlier: 'Eingelesene Kontoauszüge',
  none: 'Es ist noch kein Kontoauszug eingelesen.',
  statement: 'Auszug',
  when: 'Eingelesen',
  matched: 'Bezahlt',
  open: 'Ohne Zahlung',
  unmatched: (id: string, count: number): string => `${id}: ${count === 1 ? '1 Buchung' : `${count} Buchungen`} ohne Zahlung`,
  booked: 'Gebucht',
  name: 'Name',
  text: 'Text',
  reference: 'Kennung',
  why: 'Warum',
} as const

export const statementRefusals: Readonly<Record<StatementRefusal, string>> = {
  'wrong-role': 'Das darf nur die Kasse.',
  empty: 'Wählen Sie eine Datei aus.',
  'too-large': 'Die Datei ist größer als 50 MB.',
  infected: 'In der Datei wurde Schadsoftware gefunden. Sie ist nicht gespeichert.',
  'no-statement': 'Das ist kein Kontoauszug im Format camt.053 (Version 02, 04 oder 08).',
  'foreign-account': 'Der Auszug gehört zu einem Konto, von dem kein Zahllauf ausging.',
}

export const unmatchedTexts: Readonly<Record<UnmatchedReason, string>> = {
  unknown: 'keine Zahlung aus einem Zahllauf',
  'wrong-amount': 'anderer Betrag als im Zahllauf',
  'paid-before': 'schon bezahlt',
  returned: 'Rückgabe einer Zahlung',
  incoming: 'Eingang',
}

export const overviewTexts = {
  title: 'Übersicht',
  open: 'Offene Beträge nach Stand und Fälligkeit',
  openUnit: 'Offene Beträge in Euro',
  chart: 'Offene Beträge nach Fälligkeit',
  chartText: (parts: string): string => `Balkendiagramm. ${parts}. Die Zahlen stehen auch in der Tabelle.`,
  sum: 'Summe',
  currencies: (count: number): string =>
    count === 1
      ? '1 offene Rechnung in anderer Währung ist nicht enthalten.'
      : `${count} offene Rechnungen in anderer Währung sind nicht enthalten.`,
  paid: 'Bezahlt in den letzten 365 Tagen',
  count: 'Rechnungen',
  amount: 'Betrag',
  won: 'Skonto gezogen',
  lost: 'Skonto entgangen',
  median: 'Vom Eingang bis zur Zahlung (Median)',
  days: (days: number): string => (days === 1 ? '1 Tag' : `${days} Tage`),
  inTime: 'Rechtzeitig bezahlt',
  of: (part: number, all: number): string => `${part} von ${all}`,
  nothing: 'noch nichts bezahlt',
  download: 'Als CSV laden',
  fileName: 'rechnungen-uebersicht.csv',
  columns: ['Kennzahl', 'Stand', 'Fälligkeit', 'Anzahl', 'Wert', 'Einheit'],
} as const

export const dueTimeTexts: Readonly<Record<DueTime, string>> = {
  overdue: 'überfällig',
  week: 'in 7 Tagen',
  month: 'in 31 Tagen',
  later: 'später',
  none: 'ohne Datum',
}
