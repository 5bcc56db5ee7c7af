// German wording of what cases write to people and into the file.
import type { AssuranceLevel } from '#kernel/actors.ts'
import { type Day, formatDay } from '#kernel/dates.ts'
import type { CaseState } from './domain/states.ts'

const assuranceLevels: Record<AssuranceLevel, string> = {
  none: 'ohne Anmeldung',
  low: 'angemeldet (niedrig)',
  substantial: 'angemeldet (substanziell)',
  high: 'mit Ausweis angemeldet (hoch)',
}

export const caseStateTexts: Record<CaseState, string> = {
  received: 'Eingegangen',
  'in-progress': 'In Arbeit',
  'waiting-for-person': 'Wartet auf Antwort',
  'awaiting-signature': 'Zur Unterschrift',
  decided: 'Entschieden, wird zugestellt',
  delivered: 'Zugestellt',
  closed: 'Zu den Akten',
}

export const caseTexts = {
  unknownApplicant: 'ohne Namen',
  undone: 'rückgängig gemacht',
  number: 'Eingangsnummer',
  submittedAt: 'Eingegangen am',
  assurance: 'Identität',
  assuranceLevels,
  referenceNumber: 'Aktenzeichen',
  clerk: 'Bearbeitung',
  date: 'Datum',
  reasons: 'Begründung',
  remedy: 'Rechtsbehelfsbelehrung',
  preview: 'ENTWURF – nicht unterschrieben',
  correctedMeanwhile: 'Die Angaben wurden inzwischen berichtigt.',
  recordName: 'Antrag',
  noticeName: 'Bescheid',
  version: (version: number) => `Fassung ${version}`,
  checksum: (sum: string) => `Prüfsumme der Angaben (SHA-256): ${sum}`,
  salutation: (name: string) => `Guten Tag ${name},`,
  confirmationSubject: (title: string) => `Wir haben Ihren Antrag erhalten: ${title}`,
  confirmation: (title: string, number: string, dueOn: Day) =>
    `Ihr Antrag „${title}“ ist bei uns angekommen. Die Nummer ist ${number}.\n\nSie müssen jetzt nichts tun. Wir prüfen Ihre Angaben und antworten voraussichtlich bis zum ${formatDay(dueOn)}. Wenn etwas fehlt, schreiben wir Ihnen hier.`,
  requestSubject: (kind: 'correction' | 'papers') =>
    kind === 'correction' ? 'Bitte prüfen Sie Ihre Angaben' : 'Uns fehlen noch Unterlagen',
  requestText: (request: { reason: string; answerBy: string; path?: string }) =>
    `${request.reason}\n\n${request.path === undefined ? 'Antworten Sie bitte hier und fügen Sie die Unterlagen bei.' : `Ändern Sie Ihre Angaben bitte hier: ${request.path}`}\n\nBitte antworten Sie bis zum ${request.answerBy}.`,
  decisionSubject: (title: string) => `Ihr Bescheid: ${title}`,
  decisionText: (title: string) =>
    `Über Ihren Antrag „${title}“ ist entschieden. Der Bescheid liegt dieser Nachricht bei. Darin steht auch, was Sie tun können, wenn Sie nicht einverstanden sind.`,
}
