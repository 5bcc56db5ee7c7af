// German wording of the cash office: what does not match, why, and what can be done.
import type { DifferenceKind, DifferenceState, PaymentState } from '#modules/payments'

export const cashTexts = {
  title: 'Zahlungen klären',
  introduction: 'Was zusammenpasst, bucht Rennsteig von selbst. Hier steht der Rest: mit einem Vorschlag für das, was meist folgt.',
  tabsLabel: 'Stand der Klärung',
  tabs: { open: 'Offen', settled: 'Erledigt' },
  columns: {
    what: 'Abweichung',
    purpose: 'Wofür',
    amount: 'Betrag',
    reported: 'Gemeldet',
    state: 'Stand',
    since: 'Seit',
    proposal: 'Vorschlag',
  },
  empty: ['Alle Zahlungen passen.', 'Neue Abweichungen erscheinen hier von selbst.'],
  emptySettled: ['Noch ist nichts erledigt.', 'Hier stehen die letzten 100 erledigten Abweichungen.'],
  own: 'anders erledigen',
  toList: 'Zahlungen klären',
  reference: 'Kassenzeichen',
  noReference: 'noch keines',
  paymentState: 'Stand der Zahlung',
  paidAt: 'Bezahlt',
  notPaid: 'nicht bezahlt',
  opened: 'Abweichung seit',
  expected: 'Erwartet',
  positions: 'Positionen',
  position: 'Position',
  booking: 'Buchungsstelle',
  ledger: 'Buchungen dieser Zahlung',
  noPostings: 'Zu dieser Zahlung ist nichts gebucht.',
  posting: 'Buchung',
  debit: 'von Konto',
  credit: 'auf Konto',
  amount: 'Betrag in Euro',
  when: 'Wann',
  balance: (amount: string) => `Nach diesen Buchungen sind ${amount} Euro eingegangen und nicht zurückgezahlt.`,
  attempts: 'Versuche zu bezahlen',
  attempt: 'Versuch',
  method: 'Zahlungsart',
  journal: 'Was die Kasse getan hat',
  noJournal: 'Noch nichts.',
  settle: 'Erledigen',
  settled: 'Diese Abweichung ist erledigt.',
  step: 'Was tun Sie?',
  reason: 'Grund',
  reasonHint: 'Pflicht, außer Sie folgen dem Vorschlag. Er bleibt mit Ihrem Namen im Verlauf der Kasse.',
  save: 'Festhalten',
  saved: 'Festgehalten.',
  followed: 'dem Vorschlag gefolgt',
  proposed: (step: string) => `${step} (Vorschlag)`,
}

export const differenceTexts: Readonly<Record<DifferenceKind, readonly [title: string, explanation: string]>> = {
  'amount-mismatch': ['Anderer Betrag', 'Der Zahlungsdienst meldet einen anderen Betrag als den verlangten. Gebucht ist nichts.'],
  'reference-mismatch': ['Andere Zahlung', 'Der Zahlungsdienst meldet zu diesem Auftrag eine andere Zahlung. Gebucht ist nichts.'],
  overpaid: ['Doppelt bezahlt', 'Die Gebühr war schon bezahlt. Das zweite Geld steht auf dem Konto für Rückzahlungen.'],
  'paid-after-closing': [
    'Spät bezahlt',
    'Das Geld kam, nachdem die Zahlung als gescheitert galt. Es ist gebucht, und der Antrag geht von selbst weiter.',
  ],
  'status-regression': ['Zahlung widerrufen', 'Der Zahlungsdienst nimmt eine gemeldete Zahlung zurück. Die Buchung steht noch.'],
  refused: ['Auftrag abgelehnt', 'Der Zahlungsdienst hat den Auftrag abgelehnt. Geld ist nicht geflossen.'],
  'not-found': ['Zahlung unbekannt', 'Der Zahlungsdienst kennt eine Zahlung nicht mehr, die er schon gemeldet hatte.'],
  abandoned: [
    'Versuch aufgegeben',
    'Die Antwort auf einen Auftrag ging verloren. Niemand hat die Bezahlseite gesehen; ein neuer Versuch trat an die Stelle.',
  ],
}

/** An amount that differs says at once in which direction. */
export const amountTexts = { over: 'Zu viel bezahlt', under: 'Zu wenig bezahlt' }

export const differenceStateTexts: Record<DifferenceState, string> = {
  open: 'offen',
  clarifying: 'wird geklärt',
  'refund-ordered': 'Rückzahlung angeordnet',
  refunded: 'zurückgezahlt',
  accepted: 'so belassen',
  assigned: 'zugeordnet',
}

/** What a step is called on a button and in a choice. */
export const cashStepTexts: Record<DifferenceState, readonly [label: string, hint: string]> = {
  open: ['Öffnen', ''],
  clarifying: ['Klären', 'Sie fragen beim Zahlungsdienst oder bei der Person nach.'],
  'refund-ordered': ['Rückzahlung anordnen', 'Die Auszahlung läuft im Verfahren der Kasse; danach halten Sie sie hier fest.'],
  refunded: ['Als zurückgezahlt festhalten', 'Das Geld ist draußen. Was auf dem Konto für Rückzahlungen stand, wird ausgebucht.'],
  accepted: ['So belassen', 'Es ist nichts weiter zu tun.'],
  assigned: ['Anderer Zahlung zuordnen', 'Das Geld gehört zu einer anderen Forderung und ist dort gebucht.'],
}

export const cashRefusals = {
  'not-cashier': 'Das darf nur die Kasse.',
  unknown: 'Diese Abweichung gibt es nicht.',
  'changed-meanwhile': 'Inzwischen hat jemand aus der Kasse diese Abweichung bearbeitet. Sehen Sie nach, was geschehen ist.',
  'wrong-state': 'Dieser Schritt geht vom jetzigen Stand aus nicht.',
  'no-reason': 'Schreiben Sie einen Grund. Nur wer dem Vorschlag folgt, braucht keinen.',
}

export const accountTexts: Readonly<Record<string, string>> = {
  'provider-clearing': 'Zahlungsdienst',
  'fees-received': 'Gebühren',
  'refund-payable': 'Rückzahlungen',
}

export const postingTexts = { 'fee-paid': 'Gebühr bezahlt', overpaid: 'Zu viel bezahlt', refunded: 'Zurückgezahlt' }

export const paymentStateTexts: Record<PaymentState, string> = {
  created: 'angelegt',
  requested: 'beim Zahlungsdienst angefragt',
  unknown: 'unklar',
  initial: 'wartet auf die Person',
  paid: 'bezahlt',
  failed: 'gescheitert',
  cancelled: 'abgebrochen',
  expired: 'abgelaufen',
  abandoned: 'aufgegeben',
}
