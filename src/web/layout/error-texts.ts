// What the error pages say: what happened, and what a person can do now.
import type { Language } from '#kernel/language.ts'

export interface ErrorText {
  readonly title: string
  readonly text: string
  readonly advice: string
}

export type ErrorKind =
  | 'not-found'
  | 'forbidden'
  | 'expired'
  | 'too-large'
  | 'bad-request'
  | 'conflict'
  | 'too-many'
  | 'unavailable'
  | 'failed'

const german: Record<ErrorKind, ErrorText> = {
  'not-found': {
    title: 'Diese Seite gibt es nicht',
    text: 'Die Adresse führt zu keiner Seite. Vielleicht fehlt ein Zeichen, oder die Seite ist umgezogen.',
    advice: 'Suchen Sie auf der Startseite nach dem, was Sie brauchen.',
  },
  forbidden: {
    title: 'Diese Seite dürfen Sie nicht sehen',
    text: 'Ihre Anmeldung reicht für diese Seite nicht aus, oder sie gehört einer anderen Person.',
    advice: 'Melden Sie sich mit dem richtigen Konto an.',
  },
  expired: {
    title: 'Ihre Sitzung ist abgelaufen',
    text: 'Sie haben eine Weile nichts getan. Darum haben wir die Sitzung zu Ihrem Schutz beendet. Was gespeichert war, ist noch da.',
    advice: 'Gehen Sie zurück und laden Sie die Seite neu, oder melden Sie sich neu an.',
  },
  'too-large': {
    title: 'Das ist zu groß',
    text: 'Was Sie gesendet haben, ist größer als erlaubt. Es wurde nichts davon gespeichert.',
    advice: 'Gehen Sie zurück und wählen Sie eine kleinere Datei.',
  },
  'bad-request': {
    title: 'Das konnten wir nicht lesen',
    text: 'Was Ihr Browser gesendet hat, war unvollständig. Es wurde nichts davon gespeichert.',
    advice: 'Gehen Sie zurück und versuchen Sie es noch einmal.',
  },
  conflict: {
    title: 'Hier war jemand schneller',
    text: 'Die Angaben wurden inzwischen geändert, in einem anderen Fenster oder von einer anderen Person.',
    advice: 'Gehen Sie zurück und laden Sie die Seite neu. Dann sehen Sie den neuen Stand.',
  },
  'too-many': {
    title: 'Das waren zu viele Versuche',
    text: 'Zum Schutz der Konten machen wir nach vielen Versuchen eine Pause.',
    advice: 'Warten Sie einige Minuten und versuchen Sie es dann noch einmal.',
  },
  unavailable: {
    title: 'Das geht gerade nicht',
    text: 'Ein Teil der Anlage ist kurz nicht erreichbar. Was gespeichert war, ist sicher.',
    advice: 'Versuchen Sie es in einigen Minuten noch einmal.',
  },
  failed: {
    title: 'Das ist uns misslungen',
    text: 'Auf unserer Seite ist ein Fehler passiert. Sie haben nichts falsch gemacht. Was gespeichert war, ist noch da.',
    advice: 'Versuchen Sie es noch einmal. Wenn Sie sich bei uns melden, nennen Sie bitte die Vorfallnummer.',
  },
}

const english: Record<ErrorKind, ErrorText> = {
  'not-found': {
    title: 'This page does not exist',
    text: 'The address leads to no page. A character may be missing, or the page has moved.',
    advice: 'Search for what you need on the start page.',
  },
  forbidden: {
    title: 'You may not see this page',
    text: 'Your sign-in is not enough for this page, or it belongs to someone else.',
    advice: 'Sign in with the right account.',
  },
  expired: {
    title: 'Your session has expired',
    text: 'You did nothing for a while, so we ended the session for your protection. What was saved is still there.',
    advice: 'Go back and reload the page, or sign in again.',
  },
  'too-large': {
    title: 'This is too large',
    text: 'What you sent is larger than allowed. Nothing of it was saved.',
    advice: 'Go back and choose a smaller file.',
  },
  'bad-request': {
    title: 'We could not read this',
    text: 'What your browser sent was incomplete. Nothing of it was saved.',
    advice: 'Go back and try again.',
  },
  conflict: {
    title: 'Someone was faster',
    text: 'The answers were changed meanwhile, in another window or by another person.',
    advice: 'Go back and reload the page to see how things stand.',
  },
  'too-many': {
    title: 'Too many attempts',
    text: 'To protect the accounts we pause after many attempts.',
    advice: 'Wait a few minutes, then try again.',
  },
  unavailable: {
    title: 'This does not work right now',
    text: 'A part of the system cannot be reached for a moment. What was saved is safe.',
    advice: 'Try again in a few minutes.',
  },
  failed: {
    title: 'We failed here',
    text: 'Something went wrong on our side. You did nothing wrong. What was saved is still there.',
    advice: 'Try again. If you contact us, please tell us the incident number.',
  },
}

const plain: Record<ErrorKind, ErrorText> = {
  ...german,
  'not-found': {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse falsch geschrieben.',
    advice: 'Gehen Sie zur Startseite. Dort können Sie suchen.',
  },
  expired: {
    title: 'Bitte melden Sie sich noch einmal an',
    text: 'Sie haben lange nichts gemacht. Darum sind Sie nicht mehr angemeldet. Ihre Eingaben sind noch da.',
    advice: 'Gehen Sie zurück. Oder melden Sie sich neu an.',
  },
  failed: {
    title: 'Etwas ist kaputt',
    text: 'Wir haben einen Fehler gemacht. Sie haben alles richtig gemacht.',
    advice: 'Versuchen Sie es noch einmal. Wenn Sie uns anrufen: Nennen Sie die Nummer von dem Fehler.',
  },
}

const texts: Record<Language, Record<ErrorKind, ErrorText>> = { de: german, en: english, plain }

export function errorText(language: Language, kind: ErrorKind): ErrorText {
  return texts[language][kind]
}
