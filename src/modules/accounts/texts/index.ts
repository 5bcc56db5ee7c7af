// Words of the accounts' pages, by language; plain German changes what is hard in German.
import type { Language } from '#kernel/language.ts'
import { english } from './english.ts'
import { type AccountTexts, german } from './german.ts'

const plain: AccountTexts = {
  ...german,
  levelWhy: {
    none: 'Bitte melden Sie sich an.',
    low: 'Bitte melden Sie sich an.',
    substantial: 'Wir müssen sicher wissen: Sind Sie es wirklich? Sie brauchen ein Passwort und einen Code. Oder Ihren Ausweis.',
    high: 'Wir müssen ganz sicher wissen: Sind Sie es wirklich? Sie brauchen Ihren Ausweis und die PIN.',
  },
  draftStays: 'Was Sie schon geschrieben haben, geht nicht verloren.',
  byPasswordHint: 'Sie schreiben Ihre E-Mail-Adresse und Ihr Passwort. Dann einen Code aus dem Telefon.',
  byCardHint: 'Sie legen den Ausweis auf das Telefon. Sie geben die PIN ein.',
  registerText: 'Wir schicken Ihnen eine E-Mail. Darin steht ein Code.',
  recoveryText: 'Schreiben Sie diese Codes auf. Ist das Telefon weg? Dann helfen die Codes. Jeder Code geht nur einmal.',
  deleteText: 'Wir löschen alles, was wir über Sie wissen. Ihre Anträge bei Ämtern bleiben dort.',
}

const texts: Record<Language, AccountTexts> = { de: german, en: english, plain }

export function accountTexts(language: Language): AccountTexts {
  return texts[language]
}
export type { AccountTexts }
