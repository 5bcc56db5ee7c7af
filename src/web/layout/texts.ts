// Words of the layouts and of the error pages, in each language.
import type { Language } from '#kernel/language.ts'

const german = {
  skip: 'Zum Inhalt',
  portalName: 'Rennsteig',
  portalClaim: 'Verwaltungsportal',
  home: 'Zur Startseite',
  mainNavigation: 'Hauptmenü',
  menu: 'Menü',
  find: 'Leistungen',
  lifeSituations: 'Lebenslagen',
  authorities: 'Behörden',
  myArea: 'Mein Bereich',
  mailbox: 'Postfach',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  signedInAs: 'Angemeldet als',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  accessibility: 'Barrierefreiheit',
  receiptCheck: 'Quittung prüfen',
  footer: 'Fußbereich',
  footerNote: 'Freie Software für die Verwaltung. Keine Cookies außer dem, den die Anmeldung braucht.',
  demo: 'Demo',
  demoNote: 'Dies ist eine Demonstration. Behörden, Personen und Zahlungen sind erfunden.',
  errorTitle: 'Fehler:',
  workplace: 'Arbeitsplatz',
  workList: 'Arbeitsliste',
  search: 'Suchen',
  searchLabel: 'Aktenzeichen, Name oder Wort suchen',
  shortcutsTitle: 'Tastenkürzel',
  shortcuts: {
    search: 'Suche',
    help: 'Diese Hilfe',
    next: 'Nächste Zeile der Liste',
    previous: 'Vorige Zeile der Liste',
    open: 'Zeile öffnen',
  },
  close: 'Schließen',
  incident: 'Vorfallnummer',
  toHome: 'Zur Startseite',
  back: 'Zurück zur vorigen Seite',
  signInAgain: 'Neu anmelden',
}

export type LayoutTexts = typeof german

const english: LayoutTexts = {
  skip: 'Skip to content',
  portalName: 'Rennsteig',
  portalClaim: 'Public services',
  home: 'To the start page',
  mainNavigation: 'Main menu',
  menu: 'Menu',
  find: 'Services',
  lifeSituations: 'Life situations',
  authorities: 'Authorities',
  myArea: 'My area',
  mailbox: 'Mailbox',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
  imprint: 'Legal notice',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  receiptCheck: 'Check a receipt',
  footer: 'Footer',
  footerNote: 'Free software for public administration. No cookies but the one that signing in needs.',
  demo: 'Demo',
  demoNote: 'This is a demonstration. Authorities, people and payments are invented.',
  errorTitle: 'Error:',
  workplace: 'Workplace',
  workList: 'Work list',
  search: 'Search',
  searchLabel: 'Search for reference number, name or word',
  shortcutsTitle: 'Keyboard shortcuts',
  shortcuts: {
    search: 'Search',
    help: 'This help',
    next: 'Next row of the list',
    previous: 'Previous row of the list',
    open: 'Open the row',
  },
  close: 'Close',
  incident: 'Incident number',
  toHome: 'To the start page',
  back: 'Back to the previous page',
  signInAgain: 'Sign in again',
}

const plain: LayoutTexts = {
  ...german,
  find: 'Hilfe vom Amt',
  lifeSituations: 'Themen',
  authorities: 'Ämter',
  mailbox: 'Nachrichten',
  receiptCheck: 'Quittung ansehen',
  footerNote: 'Das Programm ist frei. Jedes Amt darf es benutzen.',
  demoNote: 'Das hier ist nur zum Ausprobieren. Es ist nicht echt.',
  incident: 'Nummer von dem Fehler',
}

const texts: Record<Language, LayoutTexts> = { de: german, en: english, plain }

export function layoutTexts(language: Language): LayoutTexts {
  return texts[language]
}
