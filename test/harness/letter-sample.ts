// A letter with every kind of passage, for tests and measurements.
import type { Letter } from '#documents'

/** The sample; `texts` replaces each text that a person could have typed. */
export function sampleLetter(text = (sample: string): string => sample): Letter {
  return {
    language: 'de',
    title: text('Bescheid über die Hundesteuer'),
    subject: text('Festsetzung der Hundesteuer für 2026'),
    authority: {
      name: text('Stadt Ilmenau'),
      unit: text('Steueramt'),
      returnLine: text('Stadt Ilmenau · Am Markt 7'),
      footer: [text('Telefon 03677 600-0')],
      arms: {
        svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path d="M2 2h36v26c0 10-8 16-18 18C10 44 2 38 2 28z" fill="#ffd54a"/></svg>',
      },
    },
    recipient: [text('Amina Yılmaz-Özdemir'), text('Schwanitzstraße 12')],
    reference: [{ label: text('Aktenzeichen'), value: text('022.31-0047/2026') }],
    mark: text('022.31-0047/2026'),
    salutation: text('Sehr geehrte Frau Yılmaz-Özdemir,'),
    passages: [
      { kind: 'paragraph', text: text('für Ihren Hund setzen wir die Steuer fest.') },
      {
        kind: 'table',
        caption: text('Festsetzung'),
        columns: [{ label: text('Zeitraum') }, { label: text('Betrag'), numeric: true }],
        rows: [[text('ab 2027'), text('72,00')]],
      },
      { kind: 'heading', text: text('Begründung') },
      { kind: 'facts', rows: [{ term: text('Name des Hundes'), description: text('Bello') }] },
      { kind: 'list', entries: [text('erstens'), text('zweitens')] },
    ],
    remedy: { title: text('Ihr Recht auf Widerspruch'), paragraphs: [text('Sie können Widerspruch einlegen.')] },
    closing: text('Mit freundlichen Grüßen'),
    signature: [text('Katharina Brandt')],
    enclosures: [text('Zahlschein')],
    footnotes: [text('Dieses Schreiben ist elektronisch gesiegelt.')],
  }
}
