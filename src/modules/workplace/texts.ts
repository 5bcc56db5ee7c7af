// German wording of the workplace.
import type { AssuranceLevel } from '#kernel/actors.ts'
import { type Day, formatDay, formatInstant } from '#kernel/dates.ts'
import { type Cents, formatEuro } from '#kernel/money.ts'
import type { ListTab } from './domain/work-list.ts'

export const listTexts = {
  title: 'Arbeitsliste',
  tabsLabel: 'Ansichten der Arbeitsliste',
  tabs: {
    mine: 'Meine',
    unassigned: 'Nicht zugewiesen',
    due: 'Fällig',
    waiting: 'Warten auf Antwort',
    signature: 'Zur Unterschrift',
    delivered: 'Zugestellt',
    all: 'Alle',
  } satisfies Record<ListTab, string>,
  filterLabel: 'Name, Nummer oder Leistung',
  filter: 'Eingrenzen',
  service: 'Leistung',
  allServices: 'alle Leistungen',
  count: (shown: number, hasMore: boolean, isFirst: boolean) => {
    if (hasMore) return isFirst ? `Mehr als ${shown} Vorgänge, die ersten ${shown}` : `${shown} weitere Vorgänge, danach noch mehr`
    if (shown === 0) return 'Keine Vorgänge'
    if (!isFirst) return shown === 1 ? 'Ein weiterer Vorgang' : `${shown} weitere Vorgänge`
    return shown === 1 ? 'Ein Vorgang' : `${shown} Vorgänge`
  },
  clearFilter: 'Alle zeigen',
  select: 'Auswahl',
  selectCase: (number: string) => `${number} auswählen`,
  case: 'Vorgang',
  applicant: 'Person',
  state: 'Stand',
  assignee: 'Bearbeitung',
  due: 'Frist',
  received: 'Eingang',
  news: 'Neu',
  nobody: 'niemand',
  me: 'ich',
  takeChosen: 'Ausgewählte übernehmen',
  more: 'weiter',
  toBeginning: 'zum Anfang',
  pages: 'Seiten der Liste',
  taken: (count: number, missed: number) =>
    `${count === 1 ? 'Ein Vorgang ist' : `${count} Vorgänge sind`} jetzt bei Ihnen.${missed === 0 ? '' : ` ${missed} nicht, weil sie geschlossen sind.`}`,
  nothingChosen: 'Wählen Sie zuerst Vorgänge aus.',
  empty: {
    mine: ['Sie haben keine offenen Vorgänge.', 'Übernehmen Sie einen unter „Nicht zugewiesen“.'],
    unassigned: ['Alle Vorgänge haben jemanden.', 'Neue Eingänge erscheinen hier.'],
    due: ['Nichts ist fällig.', 'Hier stehen Vorgänge, deren Frist in drei Tagen endet oder vorbei ist.'],
    waiting: ['Niemand muss antworten.', 'Hier stehen Vorgänge, bei denen Sie nachgefragt haben.'],
    signature: ['Nichts wartet auf eine Unterschrift.', 'Hier stehen Entwürfe, die das Vier-Augen-Prinzip brauchen.'],
    delivered: ['Kein Bescheid ist offen.', 'Hier stehen zugestellte Bescheide bis zur Verfügung „zu den Akten“.'],
    all: ['Es gibt noch keine Vorgänge.', 'Sie entstehen, wenn jemand online etwas einreicht.'],
  } satisfies Record<ListTab, readonly [string, string]>,
  emptyFiltered: (words: string, service: string) =>
    words === '' ? `Hier steht nichts zu „${service}“.` : `Nichts gefunden zu „${words}“${service === '' ? '' : ` bei „${service}“`}.`,
  emptyFilteredHint: 'Prüfen Sie die Schreibweise oder suchen Sie in einer anderen Ansicht.',
}

/** The deadline in a word, so that the colour is not alone. */
export function deadlineWord(daysLeft: number): string {
  if (daysLeft < -1) return `seit ${-daysLeft} Tagen überfällig`
  if (daysLeft === -1) return 'seit gestern überfällig'
  if (daysLeft === 0) return 'heute'
  return daysLeft === 1 ? 'morgen' : `noch ${daysLeft} Tage`
}

export const viewTexts = {
  label: 'Gespeicherte Ansichten',
  save: 'Diese Ansicht speichern',
  saveHint: 'Gespeichert werden Reiter, Reihenfolge, Leistung und Suchwort. Nur Sie sehen die Ansicht.',
  name: 'Name der Ansicht',
  saveNow: 'Ansicht speichern',
  change: (name: string) => `Ansicht „${name}“ umbenennen oder löschen`,
  rename: 'Umbenennen',
  remove: 'Löschen',
  done: {
    gespeichert: 'Die Ansicht ist gespeichert.',
    umbenannt: 'Die Ansicht heißt jetzt anders.',
    geloescht: 'Die Ansicht ist gelöscht.',
  } as Readonly<Record<string, string>>,
  refusals: {
    'empty-name': 'Geben Sie der Ansicht einen Namen.',
    'long-name': 'Kürzen Sie den Namen auf 60 Zeichen.',
    'name-taken': 'Eine Ansicht mit diesem Namen haben Sie schon. Wählen Sie einen anderen.',
    'too-many-views': 'Sie haben schon 20 Ansichten. Löschen Sie erst eine.',
    unknown: 'Diese Ansicht gibt es nicht mehr.',
  },
}

export const undoTexts = {
  undo: 'Rückgängig',
  hint: 'Das geht zehn Sekunden lang.',
  tooLate: 'Das lässt sich nicht mehr rückgängig machen: Die zehn Sekunden sind um, oder es ist schon geschehen.',
  changedSince: 'Das lässt sich nicht mehr rückgängig machen: Inzwischen hat jemand den Vorgang weiter bearbeitet.',
  many: (undone: number, missed: number) => {
    if (undone === 0) return 'Das lässt sich nicht mehr rückgängig machen.'
    const back = undone === 1 ? 'Ein Vorgang ist wieder wie vorher.' : `${undone} Vorgänge sind wieder wie vorher.`
    return missed === 0 ? back : `${back} ${missed} nicht, weil die Zeit um ist oder jemand weitergearbeitet hat.`
  },
  steps: {
    assigned: 'Zuweisung',
    noted: 'Vermerk',
    'handed-in': 'Abgabe zur Unterschrift',
    returned: 'Rückgabe des Entwurfs',
    closed: 'Verfügung „zu den Akten“',
    reopened: 'Wiederaufnahme',
  } as Readonly<Record<string, string>>,
}

export const navigationTexts = { list: 'Arbeitsliste', search: 'Suche', sessions: 'Meine Anmeldungen' }

export const caseTexts = {
  facts: 'Eckdaten',
  number: 'Eingangsnummer',
  referenceNumber: 'Aktenzeichen',
  applicant: 'Person',
  received: 'Eingang',
  deadline: 'Frist',
  deadlineRule: (days: number, receivedOn: Day) => `${days} Tage ab Eingang am ${formatDay(receivedOn)}; die Zeit steht bei der Leistung.`,
  deadlineDone: 'erledigt',
  assurance: 'Identität',
  assignee: 'Bearbeitung',
  fee: 'Gebühr',
  dossier: 'Zur Akte',
  fourEyes: 'Vier-Augen-Prinzip',
  present: (names: readonly string[]) =>
    `${names.join(', ')} ${names.length === 1 ? 'sieht' : 'sehen'} sich diesen Vorgang gerade auch an.`,
  news: 'Neuer Eingang',
  answers: 'Angaben',
  answersVersion: (version: number) => `Angaben (Fassung ${version})`,
  correctedNotice: (version: number) => `Berichtigt: Was sich gegenüber Fassung ${version - 1} geändert hat, ist markiert.`,
  unanswered: 'keine Angabe',
  changed: 'geändert',
  added: 'neu',
  before: (text: string) => `vorher: ${text === '' ? 'keine Angabe' : text}`,
  gone: 'Entfallene Angaben',
  documents: 'Dokumente',
  noDocuments: 'Noch keine Dokumente.',
  preview: 'Vorschau',
  previewOf: (title: string) => `Vorschau: ${title}`,
  noPreview: 'Dieses Format zeigt der Browser nicht. Laden Sie die Datei herunter.',
  open: 'Öffnen',
  download: 'Herunterladen',
  show: 'anzeigen',
  timeline: 'Verlauf',
  older: (count: number) => (count === 1 ? 'Ein älteres Ereignis' : `${count} ältere Ereignisse`),
  reply: 'Antwort der Person',
  replyFiles: (count: number) => (count === 1 ? 'mit einer Anlage' : `mit ${count} Anlagen`),
  note: 'Vermerk',
  withdrawnNote: 'Vermerk (zurückgenommen)',
  actions: 'Aktionen',
  take: 'Übernehmen',
  handBack: 'Zurücklegen',
  assign: 'Zuweisen',
  assignTo: 'An wen?',
  assignNobody: 'niemand',
  addNote: 'Vermerk schreiben',
  noteText: 'Vermerk',
  noteHint: 'Er gehört zur Akte. Zehn Sekunden lang können Sie ihn zurücknehmen; in der Geschichte der Akte bleibt er stehen.',
  saveNote: 'Vermerk speichern',
  ask: 'Nachfragen',
  decide: 'Bescheid schreiben',
  continueDraft: 'Entwurf weiterschreiben',
  draftBy: (outcome: string, drafter: string) => `Entwurf „${outcome}“ von ${drafter}`,
  review: 'Entwurf prüfen und unterschreiben',
  seeDraft: 'Entwurf ansehen',
  close: 'Zu den Akten',
  closeQuestion: 'Vorgang und Akte schließen? Die Aufbewahrungsfrist beginnt.',
  closeNow: 'Jetzt schließen',
  reopen: 'Wieder aufnehmen',
  reopenReason: 'Grund',
  reopenNow: 'Vorgang wieder aufnehmen',
  next: 'Nächster Vorgang',
  noNext: 'Es gibt keinen nächsten Vorgang. Alles, was Ihnen gehört oder frei ist, ist erledigt oder wartet.',
  waitingFor: (answerBy: Day) => `Antwort erbeten bis ${formatDay(answerBy)}`,
  returned: 'Der Entwurf kam zurück',
  readOnly: 'Sie sehen diesen Vorgang nur lesend.',
  done: {
    uebernommen: 'Der Vorgang ist jetzt bei Ihnen.',
    zugewiesen: 'Der Vorgang ist zugewiesen.',
    zurueckgelegt: 'Der Vorgang ist bei niemandem mehr und steht unter „Nicht zugewiesen“.',
    rueckgaengig: 'Rückgängig gemacht. Der Vorgang ist wieder wie vorher.',
    vermerkt: 'Der Vermerk steht in der Akte.',
    nachgefragt: 'Die Nachfrage ist im Postfach der Person.',
    abgegeben: 'Der Entwurf liegt zur Unterschrift bereit.',
    unterschrieben: 'Unterschrieben. Der Bescheid wird jetzt gesiegelt und zugestellt.',
    zurueckgegeben: 'Der Entwurf ist zurückgegeben.',
    geschlossen: 'Vorgang und Akte sind geschlossen.',
    aufgenommen: 'Der Vorgang ist wieder in Arbeit.',
  } as Readonly<Record<string, string>>,
  requestKinds: { correction: 'Berichtigung erbeten', papers: 'Unterlagen erbeten' },
  assuranceLevels: {
    none: 'ohne Anmeldung',
    low: 'angemeldet (niedrig)',
    substantial: 'angemeldet (substanziell)',
    high: 'mit Ausweis angemeldet (hoch)',
  } satisfies Record<AssuranceLevel, string>,
  payment: (amount: Cents, paidAt: Date | undefined) =>
    paidAt === undefined
      ? `${formatEuro(amount)} Euro, noch nicht bezahlt`
      : `${formatEuro(amount)} Euro, bezahlt am ${formatInstant(paidAt)}`,
}

export const askTexts = {
  title: 'Nachfragen',
  introduction: 'Die Person erhält eine Nachricht in ihr Postfach. Sie hat 14 Tage Zeit.',
  kind: 'Was brauchen Sie?',
  correction: 'Berichtigte Angaben',
  correctionHint: 'Die Person öffnet ihren Antrag und ändert die angekreuzten Angaben.',
  papers: 'Weitere Unterlagen oder eine Auskunft',
  papersHint: 'Die Person antwortet im Postfach und fügt Dateien bei.',
  fields: 'Welche Angaben sind zu berichtigen?',
  fieldsHint: 'Nur bei berichtigten Angaben.',
  reason: 'Ihre Nachricht',
  reasonHint: 'In Worten, die die Person versteht: Was fehlt oder stimmt nicht, und was soll sie tun?',
  send: 'Nachfrage senden',
  errors: {
    reason: 'Schreiben Sie, was Sie brauchen.',
    fields: 'Kreuzen Sie an, welche Angaben zu berichtigen sind.',
    kind: 'Wählen Sie, was Sie brauchen.',
  },
}

export const decisionTexts = {
  title: 'Bescheid',
  chooseOutcome: 'Wie entscheiden Sie?',
  next: 'Weiter',
  otherOutcome: 'Anderes Ergebnis wählen',
  judgement: 'Ihre Würdigung',
  judgementHint: 'Alles andere füllt sich aus dem Antrag. Was Sie hier schreiben, steht so im Bescheid.',
  save: 'Entwurf speichern und ansehen',
  preview: 'Vorschau',
  previewTitle: 'Vorschau des Bescheids als PDF',
  openPreview: 'Vorschau öffnen',
  noPreview: 'Speichern Sie den Entwurf, dann sehen Sie hier den Bescheid, wie er zugestellt wird.',
  handIn: 'Zur Unterschrift geben',
  handInHint: 'Dieser Bescheid braucht eine zweite Person mit Leitungsrolle.',
  signAndSend: 'Unterschreiben und zustellen',
  signHint: 'Der Bescheid wird gesiegelt, kommt zur Akte und sofort in das Postfach der Person.',
  sign: 'Unterschreiben',
  giveBack: 'Zurückgeben',
  giveBackReason: 'Was ist zu ändern?',
  ownDraft: 'Sie haben diesen Entwurf selbst geschrieben. Unterschreiben muss eine andere Leitung.',
  notLead: 'Unterschreiben kann nur eine Person mit Leitungsrolle.',
  drafted: (name: string, when: string) => `Entwurf von ${name}, ${when}`,
  missing: 'Es fehlt noch etwas',
  missingPlaces: (places: readonly string[]) => `Im Antrag fehlen Angaben, die der Bescheid nennt: ${places.join(', ')}.`,
  toCase: 'Zum Vorgang',
  faults: {
    missing: (label: string) => `Füllen Sie aus: ${label}.`,
    'no-day': (label: string) => `Geben Sie ein Datum an: ${label}.`,
    'no-money': (label: string) => `Geben Sie einen Betrag an, zum Beispiel 60,00: ${label}.`,
    'no-choice': (label: string) => `Wählen Sie aus: ${label}.`,
    'too-long': (label: string) => `Kürzen Sie den Text: ${label}.`,
  },
  euro: 'Euro',
  dayHint: 'Zum Beispiel 1 12 2026',
}

export const conflictTexts = {
  title: 'Der Vorgang hat sich inzwischen geändert',
  explanation:
    'Damit niemand etwas überschreibt, ist Ihre Eingabe nicht gespeichert. Sehen Sie nach, was geschehen ist, und wiederholen Sie sie, wenn sie noch passt.',
  since: 'Was zuletzt geschehen ist',
  typed: 'Ihre Eingaben',
  toCase: 'Vorgang neu laden',
}

export const refusalTexts: Readonly<Record<string, string>> = {
  'wrong-state': 'Das geht in diesem Stand des Vorgangs nicht.',
  empty: 'Es fehlt ein Text.',
  'no-draft': 'Es gibt keinen Entwurf, um den es gehen könnte.',
  'own-draft': decisionTexts.ownDraft,
  'not-lead': decisionTexts.notLead,
  'open-cases': 'In der Akte sind noch andere Vorgänge offen.',
  'draft-documents': 'In der Akte liegt noch ein Dokument im Entwurf.',
  'missing-fact': 'Für die Aufbewahrungsfrist fehlt eine Angabe.',
  'not-closed': 'Nur geschlossene Akten werden ausgesondert.',
  'unknown-staff': 'Diese Person gibt es in Ihrer Behörde nicht.',
  'too-late': undoTexts.tooLate,
  'changed-since': undoTexts.changedSince,
  incomplete: 'Der Entwurf ist noch nicht vollständig.',
}

export const dossierTexts = {
  heading: (number: string) => `Akte ${number}`,
  subject: 'Betreff',
  state: 'Stand',
  states: { open: 'offen', closed: 'zu den Akten' },
  opened: 'Angelegt',
  closedOn: 'Geschlossen',
  retention: 'Aufbewahrung',
  retainUntil: (day: string) => `bis ${day}`,
  unit: 'Aktenplan',
  cases: 'Vorgänge',
  documents: 'Dokumente',
  columns: { document: 'Dokument', kind: 'Art', version: 'Fassung', filed: 'Zur Akte', size: 'Größe', hash: 'Prüfsumme (SHA-256)' },
  sealed: 'gesiegelt',
  history: 'Geschichte der Akte',
  chainWhole: (events: number) => `Kette geprüft: ${events} Ereignisse hängen lückenlos zusammen.`,
  chainBroken: 'Die Kette der Ereignisse ist beschädigt. Melden Sie das sofort der Betreuung.',
  verify: 'Auch alle Dateien prüfen',
  filesWhole: (files: number) => `Alle ${files} Dateien sind unverändert.`,
  filesDamaged: (count: number) => `${count} Dateien fehlen oder sind verändert.`,
  export: 'Als xdomea-Paket ausgeben',
  exportHint:
    'Aussonderungsnachricht 0503 (xdomea 3.1.0) mit allen Dateien als ZIP. Die Ausgabe steht in der Akte und im Datenprotokoll der Person.',
  archive: 'Landesarchiv Thüringen',
}

export const searchTexts = {
  title: 'Suche',
  ask: 'Geben Sie Name, Nummer, Aktenzeichen oder Wörter aus Dokumenten ein.',
  results: (words: string) => `Treffer zu „${words}“`,
  cases: 'Vorgänge',
  dossiers: 'Akten und Dokumente',
  none: (words: string) => `Nichts gefunden zu „${words}“.`,
  noneHint: 'Gezeigt wird nur, was Sie sehen dürfen. Prüfen Sie die Schreibweise, oder suchen Sie mit weniger Wörtern.',
}

/** Steps of a case in the history of its dossier; the dossier's own steps are named by its module. */
export const stepTexts: Readonly<Record<string, string>> = {
  'case.assigned': 'Zugewiesen',
  'case.noted': 'Vermerk',
  'case.undone': 'Rückgängig gemacht',
  'case.asked': 'Bei der Person nachgefragt',
  'case.reopened': 'Vorgang wieder aufgenommen',
  'decision.drafted': 'Bescheid entworfen',
  'decision.handed-in': 'Entwurf zur Unterschrift gegeben',
  'decision.signed': 'Bescheid unterschrieben',
  'decision.returned': 'Entwurf zurückgegeben',
  'notice.bounced': 'Die Benachrichtigung per E-Mail kam zurück',
  'notice.not-retrieved': 'Bescheid nicht abgerufen: Er gilt nicht als bekannt gegeben. Bitte auf anderem Weg bekannt geben',
  'invoice.assigned': 'Rechnung übernommen',
  'invoice.factual-check': 'Rechnung sachlich richtig',
  'invoice.arithmetical-check': 'Rechnung rechnerisch richtig',
  'invoice.approved': 'Rechnung zur Zahlung freigegeben',
  'invoice.queried': 'Beim Lieferanten nachgefragt',
  'invoice.answered': 'Antwort des Lieferanten',
  'invoice.returned': 'Rechnung zurückgegeben',
  'invoice.note': 'Vermerk zur Rechnung',
  'invoice.assignment': 'Rechnung kontiert',
  'invoice.agreed': 'Rechnungsbetrag gekürzt',
  'invoice.ordered': 'Rechnung in einen Zahllauf genommen',
  'invoice.paid': 'Rechnung bezahlt',
  'invoice.reopened': 'Rechnung zurück in die Prüfung',
  'invoice.iban-confirmed': 'Bankverbindung des Lieferanten bestätigt',
  'invoice.linked': 'Rechnung einer anderen zugeordnet',
  'mailbox.closed': 'Die Person hat ihr Konto gelöscht. Das Postfach gibt es nicht mehr',
  'delivery.impossible': 'Nachricht nicht zustellbar, das Konto ist gelöscht. Bitte auf anderem Weg schicken',
}

export const directionTexts = { incoming: 'Eingang', outgoing: 'Ausgang', internal: 'intern' }
