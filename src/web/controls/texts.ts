// Words that the controls bring themselves, in each language.
import type { Language } from '#kernel/language.ts'

const german = {
  optional: 'freiwillig',
  chooseOne: 'Bitte auswählen',
  errorPrefix: 'Fehler:',
  errorSummaryTitle: (count: number): string => (count === 1 ? 'Bitte prüfen Sie eine Angabe' : `Bitte prüfen Sie ${count} Angaben`),
  errorSummaryIntroduction: 'Ihre Eingaben sind noch da. Die Links führen zu den Feldern:',
  day: 'Tag',
  month: 'Monat',
  year: 'Jahr',
  dateExample: 'Zum Beispiel 27 3 1987',
  charactersAllowed: (count: number): string => `Höchstens ${count.toLocaleString('de')} Zeichen`,
  charactersLeft: 'Noch {count} Zeichen',
  charactersOver: '{count} Zeichen zu viel',
  change: 'Ändern',
  remove: 'Entfernen',
  chooseFile: 'Datei auswählen oder hierher ziehen',
  chooseFiles: 'Dateien auswählen oder hierher ziehen',
  filesSoFar: 'Schon hochgeladen',
  alert: { info: 'Hinweis', success: 'Erledigt', warning: 'Achtung', danger: 'Fehler' },
  pages: 'Seiten',
  page: 'Seite',
  previousPage: 'Zurück',
  nextPage: 'Weiter',
  breadcrumb: 'Sie sind hier',
  home: 'Start',
  steps: 'Schritte',
  stepOf: (step: number, count: number): string => `Schritt ${step} von ${count}`,
  allSteps: 'Alle Schritte zeigen',
  stepState: { done: 'erledigt', current: 'jetzt', future: 'noch offen' },
  language: 'Sprache',
  savedAt: 'Gespeichert um',
  tableScrolls: 'Tabelle, seitlich verschiebbar',
  progress: { done: 'erledigt', current: 'jetzt', future: 'kommt noch' },
}

export type ControlTexts = typeof german

const english: ControlTexts = {
  optional: 'optional',
  chooseOne: 'Please choose',
  errorPrefix: 'Error:',
  errorSummaryTitle: (count) => (count === 1 ? 'Please check one answer' : `Please check ${count} answers`),
  errorSummaryIntroduction: 'What you entered is still there. The links lead to the fields:',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  dateExample: 'For example 27 3 1987',
  charactersAllowed: (count) => `Up to ${count.toLocaleString('en')} characters`,
  charactersLeft: '{count} characters left',
  charactersOver: '{count} characters too many',
  change: 'Change',
  remove: 'Remove',
  chooseFile: 'Choose a file or drop it here',
  chooseFiles: 'Choose files or drop them here',
  filesSoFar: 'Already uploaded',
  alert: { info: 'Note', success: 'Done', warning: 'Important', danger: 'Error' },
  pages: 'Pages',
  page: 'Page',
  previousPage: 'Previous',
  nextPage: 'Next',
  breadcrumb: 'You are here',
  home: 'Home',
  steps: 'Steps',
  stepOf: (step, count) => `Step ${step} of ${count}`,
  allSteps: 'Show all steps',
  stepState: { done: 'done', current: 'now', future: 'not started' },
  language: 'Language',
  savedAt: 'Saved at',
  tableScrolls: 'Table, scrolls sideways',
  progress: { done: 'done', current: 'now', future: 'still to come' },
}

const plain: ControlTexts = {
  ...german,
  optional: 'Sie müssen das nicht ausfüllen',
  chooseOne: 'Wählen Sie etwas aus',
  errorSummaryTitle: (count) => (count === 1 ? 'Hier stimmt etwas noch nicht' : `Hier stimmen ${count} Dinge noch nicht`),
  errorSummaryIntroduction: 'Sie haben nichts verloren. Klicken Sie auf eine Zeile. Dann kommen Sie zu dem Feld.',
  dateExample: 'Ein Beispiel: 27 3 1987',
  charactersAllowed: (count) => `Sie können ${count.toLocaleString('de')} Zeichen schreiben`,
  charactersLeft: 'Sie können noch {count} Zeichen schreiben',
  charactersOver: 'Das sind {count} Zeichen zu viel',
  remove: 'Löschen',
  chooseFile: 'Wählen Sie hier eine Datei aus',
  chooseFiles: 'Wählen Sie hier Ihre Dateien aus',
  filesSoFar: 'Diese Dateien haben Sie schon hochgeladen',
}

const texts: Record<Language, ControlTexts> = { de: german, en: english, plain }

export function controlTexts(language: Language): ControlTexts {
  return texts[language]
}
