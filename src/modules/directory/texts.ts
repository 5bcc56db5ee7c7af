// What the sign-in pages of staff say.
import type { Language } from '#kernel/language.ts'

const german = {
  title: 'Am Arbeitsplatz anmelden',
  introduction: 'Für Beschäftigte der Behörden.',
  login: 'Benutzername',
  password: 'Passwort',
  code: 'Einmalcode',
  codeHint: 'Nur, wenn Sie eine Code-App eingerichtet haben. Sechs Ziffern.',
  submit: 'Anmelden',
  loginMissing: 'Geben Sie Ihren Benutzernamen ein.',
  passwordMissing: 'Geben Sie Ihr Passwort ein.',
  wrong: 'Die Anmeldung hat nicht geklappt. Prüfen Sie Benutzername, Passwort und Einmalcode.',
  tooMany: 'Es gab zu viele Versuche. Warten Sie 15 Minuten und versuchen Sie es dann noch einmal.',
  idle: 'Nach 30 Minuten ohne Eingabe werden Sie abgemeldet, spätestens nach 12 Stunden. Was Sie gespeichert haben, bleibt.',
  error: 'Fehler',
  signedOut: 'Sie sind abgemeldet.',
  signOutTitle: 'Abmelden',
  signOutQuestion: 'Möchten Sie sich vom Arbeitsplatz abmelden?',
  signOut: 'Abmelden',
  back: 'Zurück zum Arbeitsplatz',
  sessions: 'Ihre Anmeldungen',
  sessionsIntroduction: 'Hier sind Sie gerade angemeldet. Beenden Sie, was Sie nicht kennen.',
  browser: 'Programm',
  opened: 'Angemeldet',
  seen: 'Zuletzt benutzt',
  ends: 'Endet',
  action: 'Aktion',
  here: 'diese Anmeldung',
  end: 'Beenden',
  unknownBrowser: 'unbekannt',
}

export type DirectoryTexts = typeof german

const english: DirectoryTexts = {
  title: 'Sign in to the workplace',
  introduction: 'For the staff of authorities.',
  login: 'User name',
  password: 'Password',
  code: 'One-time code',
  codeHint: 'Only if you have set up a code app. Six digits.',
  submit: 'Sign in',
  loginMissing: 'Enter your user name.',
  passwordMissing: 'Enter your password.',
  wrong: 'You could not be signed in. Check user name, password and one-time code.',
  tooMany: 'There were too many attempts. Wait 15 minutes, then try again.',
  idle: 'You are signed out after 30 minutes without input, and after 12 hours at the latest. What you have saved stays.',
  error: 'Error',
  signedOut: 'You are signed out.',
  signOutTitle: 'Sign out',
  signOutQuestion: 'Do you want to sign out of the workplace?',
  signOut: 'Sign out',
  back: 'Back to the workplace',
  sessions: 'Your sign-ins',
  sessionsIntroduction: 'You are signed in here now. End what you do not recognise.',
  browser: 'Program',
  opened: 'Signed in',
  seen: 'Last used',
  ends: 'Ends',
  action: 'Action',
  here: 'this sign-in',
  end: 'End',
  unknownBrowser: 'unknown',
}

export function textsIn(language: Language): DirectoryTexts {
  return language === 'en' ? english : german
}
