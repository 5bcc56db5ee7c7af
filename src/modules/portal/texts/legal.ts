// The legal pages' words: accessibility, privacy, legal notice; true for an installation as it is shipped.
import type { Language } from '#kernel/language.ts'

export interface LegalSection {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** What is true of a demonstration only. */
  readonly inDemo?: readonly string[]
  /** Who is named in this section. */
  readonly names?: 'operator' | 'data-protection'
}

export interface LegalPage {
  readonly title: string
  readonly lead: string
  readonly leadInDemo?: string
  readonly sections: readonly LegalSection[]
}

export type LegalKey = 'accessibility' | 'privacy' | 'imprint'

const german: Record<LegalKey, LegalPage> = {
  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    lead: 'Dieses Portal soll für alle Menschen benutzbar sein. Maßstab ist die BITV 2.0 und damit WCAG 2.2 in den Stufen A und AA.',
    sections: [
      {
        title: 'Stand',
        paragraphs: [
          'Die Seiten der geprüften Wege werden bei jeder Änderung automatisch mit axe-core geprüft, bei 320 und 1280 Pixeln Breite. Dieselben Wege werden auch ohne JavaScript begangen. Diese Erklärung beruht auf dieser Selbstbewertung; eine Prüfung durch eine unabhängige Stelle steht noch aus.',
          'Alle Seiten lassen sich mit der Tastatur bedienen, bis 400 % vergrößern und in Einfacher Sprache lesen. Für Gebärdensprache gibt es noch keine Videos.',
        ],
      },
      {
        title: 'Barriere melden',
        paragraphs: [
          'Ihnen fällt etwas auf? Schreiben Sie uns über die Adresse im Impressum. Wir antworten in der Regel innerhalb von zwei Wochen.',
        ],
      },
      {
        title: 'Durchsetzungsverfahren',
        paragraphs: ['Hilft unsere Antwort nicht, können Sie sich an die Durchsetzungsstelle des Freistaats Thüringen wenden.'],
      },
    ],
  },
  privacy: {
    title: 'Datenschutz',
    lead: 'Wir speichern so wenig wie möglich und zeigen Ihnen, wer Ihre Daten gesehen hat.',
    sections: [
      {
        title: 'Wenn Sie nur lesen',
        paragraphs: [
          'Suchen und Lesen geht ohne Cookie und ohne Konto. Der gewählte Ort steht nur in der Adresse der Seite. Es gibt keine Statistik über Personen und keine Dienste Dritter.',
        ],
      },
      {
        title: 'Wenn Sie etwas beantragen',
        paragraphs: [
          'Beim ersten Speichern setzen wir ein technisch notwendiges Cookie (§ 25 Absatz 2 TDDDG). Ihre Angaben bleiben als Entwurf gespeichert, bis Sie absenden oder löschen.',
          'Was Sie absenden, bekommt nur die zuständige Behörde. Sie ist dafür verantwortlich (Artikel 6 Absatz 1 Buchstabe e DSGVO). Dateien werden verschlüsselt gespeichert.',
        ],
      },
      {
        title: 'Verantwortlich für dieses Portal',
        paragraphs: ['Für den Betrieb des Portals und für Konten ist verantwortlich:'],
        names: 'data-protection',
      },
      {
        title: 'Ihre Rechte',
        paragraphs: [
          'Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen und sich beim Thüringer Landesbeauftragten für den Datenschutz und die Informationsfreiheit beschweren (Artikel 15 bis 18 und 77 DSGVO).',
          'In „Mein Bereich“ steht, wer Ihre Daten wann und wofür angesehen hat.',
        ],
      },
    ],
  },
  imprint: {
    title: 'Impressum',
    lead: 'Wer dieses Portal betreibt und wer für die Inhalte verantwortlich ist.',
    leadInDemo: 'Diese Installation ist eine Demonstration der freien Software Rennsteig. Sie ist kein Angebot einer Behörde.',
    sections: [
      { title: 'Betreiber', paragraphs: [], names: 'operator' },
      {
        title: 'Inhalt',
        paragraphs: [
          'Die Texte zu Leistungen sind mit Sorgfalt geschrieben, ersetzen aber keine Rechtsberatung. Verbindlich ist, was die zuständige Behörde sagt.',
        ],
        inDemo: ['Personen und Behördenvorgänge der Demonstration sind erfunden.'],
      },
      {
        title: 'Software',
        paragraphs: [
          'Rennsteig ist freie Software unter der EUPL 1.2. Namen und Schlüssel der Gemeinden beruhen auf dem Gemeindeverzeichnis des Statistischen Bundesamtes.',
        ],
      },
    ],
  },
}

const english: Record<LegalKey, LegalPage> = {
  accessibility: {
    title: 'Accessibility statement',
    lead: 'This portal is meant to be usable by everyone. The measure is BITV 2.0 and thereby WCAG 2.2, levels A and AA.',
    sections: [
      {
        title: 'Status',
        paragraphs: [
          'The pages of the tested journeys are checked with axe-core at every change, at widths of 320 and 1280 pixels. The same journeys are walked without JavaScript too. This statement rests on that self-assessment; an independent test is still due.',
          'All pages work with the keyboard, up to 400 % zoom, and can be read in plain German. There are no sign language videos yet.',
        ],
      },
      {
        title: 'Report a barrier',
        paragraphs: ['Did you notice something? Write to us at the address in the legal notice. As a rule we answer within two weeks.'],
      },
      {
        title: 'Enforcement',
        paragraphs: ['If our answer does not help, you can turn to the enforcement body of the Free State of Thuringia.'],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'We store as little as possible and show you who has seen your data.',
    sections: [
      {
        title: 'When you only read',
        paragraphs: [
          'Searching and reading needs no cookie and no account. The chosen place stands in the page’s address only. There are no statistics about persons and no third-party services.',
        ],
      },
      {
        title: 'When you apply for something',
        paragraphs: [
          'When you first save, we set one technically necessary cookie (§ 25 (2) TDDDG). What you entered stays as a draft until you submit or delete it.',
          'What you submit goes to the responsible authority only, which is the controller (Article 6 (1) (e) GDPR). Files are stored encrypted.',
        ],
      },
      {
        title: 'Controller of this portal',
        paragraphs: ['The controller for running this portal and for accounts is:'],
        names: 'data-protection',
      },
      {
        title: 'Your rights',
        paragraphs: [
          'You can ask for access, rectification, erasure and restriction, and complain to the Thuringian commissioner for data protection and freedom of information (Articles 15 to 18 and 77 GDPR).',
          '“My area” shows who looked at your data, when and what for.',
        ],
      },
    ],
  },
  imprint: {
    title: 'Legal notice',
    lead: 'Who runs this portal and who is responsible for its content.',
    leadInDemo: 'This installation is a demonstration of the free software Rennsteig. It is not an offer of an authority.',
    sections: [
      { title: 'Operator', paragraphs: [], names: 'operator' },
      {
        title: 'Content',
        paragraphs: [
          'The texts about services are written with care but are no legal advice. What the responsible authority says is binding.',
        ],
        inDemo: ['Persons and cases of the demonstration are invented.'],
      },
      {
        title: 'Software',
        paragraphs: [
          'Rennsteig is free software under the EUPL 1.2. Names and keys of municipalities rest on the register of the Federal Statistical Office.',
        ],
      },
    ],
  },
}

const plain: Record<LegalKey, LegalPage> = {
  accessibility: {
    title: 'Barrierefreiheit',
    lead: 'Alle Menschen sollen diese Seiten benutzen können.',
    sections: [
      {
        title: 'So ist es jetzt',
        paragraphs: [
          'Wir prüfen alle Seiten mit einem Programm. Eine Prüfung durch andere fehlt noch.',
          'Sie können alles mit der Tastatur machen. Sie können die Schrift groß machen.',
        ],
      },
      { title: 'Etwas geht nicht?', paragraphs: ['Schreiben Sie uns. Die Adresse steht im Impressum.'] },
      { title: 'Wir helfen nicht gut genug?', paragraphs: ['Dann hilft die Durchsetzungs-Stelle vom Land Thüringen.'] },
    ],
  },
  privacy: {
    title: 'Datenschutz',
    lead: 'Wir speichern nur wenig. Sie sehen, wer Ihre Daten angeschaut hat.',
    sections: [
      { title: 'Sie lesen nur?', paragraphs: ['Dann speichern wir nichts über Sie.'] },
      {
        title: 'Sie beantragen etwas?',
        paragraphs: [
          'Dann speichern wir Ihre Angaben. Nur das richtige Amt bekommt sie.',
          'Dafür brauchen wir ein Cookie. Das ist eine kleine Datei in Ihrem Browser.',
        ],
      },
      { title: 'Wer passt auf die Daten auf?', paragraphs: ['Das hier ist die Adresse:'], names: 'data-protection' },
      {
        title: 'Ihre Rechte',
        paragraphs: [
          'Sie dürfen fragen, was wir speichern. Sie dürfen sagen: Das ist falsch. Oder: Bitte löschen.',
          'Sie können sich beim Datenschutz-Beauftragten von Thüringen beschweren.',
        ],
      },
    ],
  },
  imprint: {
    title: 'Impressum',
    lead: 'Hier steht, wer die Seiten macht.',
    leadInDemo: 'Das hier ist eine Vorführung. Kein Amt macht diese Seiten.',
    sections: [
      { title: 'Wer macht die Seiten?', paragraphs: [], names: 'operator' },
      {
        title: 'Was steht hier?',
        paragraphs: ['Die Texte helfen Ihnen. Aber nur das Amt kann sicher sagen, was gilt.'],
        inDemo: ['Die Menschen in der Vorführung gibt es nicht.'],
      },
      { title: 'Das Programm', paragraphs: ['Das Programm heißt Rennsteig. Alle dürfen es benutzen.'] },
    ],
  },
}

/** `officer` names the data protection officer. */
export const legalTexts: Record<Language, Record<LegalKey, LegalPage> & { readonly officer: string }> = {
  de: { ...german, officer: 'Datenschutzbeauftragte Person' },
  en: { ...english, officer: 'Data protection officer' },
  plain: { ...plain, officer: 'Fragen zum Datenschutz' },
}
