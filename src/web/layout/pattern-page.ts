// Every control once, on one page of the portal and one of the workplace: what the tests of the look walk over.
import {
  alert,
  badge,
  button,
  buttonRow,
  card,
  cardGrid,
  checkbox,
  checkboxGroup,
  csrfField,
  dataTable,
  dateField,
  details,
  errorSummaryOf,
  fileField,
  linkButton,
  pagination,
  radioGroup,
  savedAt,
  searchResults,
  selectField,
  statusRegion,
  stepper,
  summaryList,
  tabs,
  textArea,
  textField,
  timeline,
} from '../controls/index.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { portalLayout } from './portal.ts'
import { workplaceLayout } from './workplace.ts'

const theme = { name: 'Stadt Ilmenau', accent: '#7a1f2b' }
const sentence = 'Wir prüfen Ihre Angaben. Das dauert meist zwei Wochen.'

/** A question page with errors, as a person sees it. */
export function formPatterns(frame: Frame): Html {
  const { language } = frame
  const errors = {
    familyName: 'Geben Sie Ihren Familiennamen ein.',
    birthDay: 'Geben Sie ein Datum ein, das es gibt.',
    kind: 'Wählen Sie eine Antwort aus.',
    consent: 'Stimmen Sie zu, damit wir fortfahren können.',
  }
  const main = html`${stepper({
    language,
    steps: [
      { label: 'Zu Ihnen', state: 'done', href: '#main' },
      { label: 'Zum Hund', state: 'current' },
      { label: 'Unterlagen', state: 'future' },
      { label: 'Prüfen und absenden', state: 'future' },
    ],
  })}
${errorSummaryOf(language, errors)}
<h1 class="kern-heading-large">Erzählen Sie uns von Ihrem Hund</h1>
<p class="lead">Wir brauchen diese Angaben, um die Steuer zu berechnen. Sie können jederzeit unterbrechen.</p>
${savedAt(language, '14:32')}
<form method="post" action="#" novalidate>${csrfField(frame)}
${textField({ frame, name: 'familyName', label: 'Familienname', hint: 'So, wie er im Ausweis steht.', error: errors.familyName, autocomplete: 'family-name' })}
${textField({ frame, name: 'givenNames', label: 'Vornamen', value: 'Łukasz Żółć Ǧamāl Muṩa', autocomplete: 'given-name', optional: true })}
${dateField({ frame, name: 'birthDay', label: 'Geburtsdatum', error: errors.birthDay, value: { day: '31', month: '2', year: '1987' }, autocomplete: 'bday' })}
${radioGroup({
  frame,
  name: 'kind',
  label: 'Was für ein Hund ist es?',
  error: errors.kind,
  options: [
    { value: 'pet', label: 'Familienhund' },
    { value: 'guide', label: 'Assistenzhund', hint: 'Dafür zahlen Sie keine Steuer.' },
  ],
})}
${radioGroup({
  frame,
  name: 'chip',
  label: 'Trägt er einen Chip?',
  inline: true,
  value: 'yes',
  options: [
    { value: 'yes', label: 'Ja' },
    { value: 'no', label: 'Nein' },
  ],
})}
${checkboxGroup({
  frame,
  name: 'papers',
  label: 'Welche Papiere haben Sie?',
  values: ['pass'],
  options: [
    { value: 'pass', label: 'Heimtierausweis' },
    { value: 'insurance', label: 'Versicherung' },
  ],
})}
${selectField({
  frame,
  name: 'breed',
  label: 'Rasse',
  options: [
    { value: 'mix', label: 'Mischling' },
    { value: 'other', label: 'Andere' },
  ],
  width: 'm',
})}
${textField({ frame, name: 'fee', label: 'Gezahlter Betrag', type: 'number', inputMode: 'decimal', unit: '€', width: 's', value: '10,00' })}
${textArea({ frame, name: 'note', label: 'Möchten Sie etwas hinzufügen?', optional: true, maxLength: 500 })}
${fileField({ frame, name: 'photo', label: 'Foto vom Heimtierausweis', hint: 'PDF oder Bild, höchstens 10 MB.', accept: 'application/pdf,image/*', files: [{ name: 'heimtierausweis-seite-1.pdf', size: '1,2 MB', remove: { name: 'remove', value: '1' } }] })}
${checkbox({ frame, name: 'consent', label: 'Meine Angaben sind richtig.', error: errors.consent })}
${buttonRow(button('Weiter'), button('Speichern und später weiter', { kind: 'secondary', name: 'later', value: '1', noValidation: true }), linkButton('Abbrechen', '#main', { kind: 'tertiary' }))}
</form>`
  const breadcrumb = [{ label: 'Hund anmelden', href: '#main' }]
  return portalLayout(frame, { title: 'Zum Hund', main, authority: theme, errors: 4, breadcrumb })
}

/** A page that shows: results, cards, states, tables. */
export function displayPatterns(frame: Frame): Html {
  const { language } = frame
  const main = html`<h1>Ihre Vorgänge und was Sie finden</h1>
<p class="lead">${sentence}</p>
${statusRegion('status', 'Ihre Nachricht wurde gesendet.')}
${alert({ kind: 'info', title: 'Sie brauchen dafür keinen Termin', content: html`<p class="kern-body">${sentence}</p>` })}
${alert({ kind: 'success', title: 'Ihr Antrag ist angekommen' })}
${alert({ kind: 'warning', title: 'Es fehlt noch ein Papier', content: html`<p class="kern-body">Laden Sie den Nachweis bis zum 14. Dezember hoch.</p>` })}
<p>${badge('info', 'In Prüfung')} ${badge('success', 'Erledigt')} ${badge('warning', 'Bald fällig')} ${badge('danger', 'Überfällig')} ${badge('neutral', 'Entwurf')}</p>
${tabs({
  label: 'Ansichten',
  tabs: [
    { label: 'Offen', href: '#offen', current: true, count: 3 },
    { label: 'Erledigt', href: '#erledigt', count: 12 },
  ],
})}
<section><h2>Lebenslagen</h2>${cardGrid([
    card({ title: 'Umziehen', href: '#1', content: 'An-, ab- und ummelden, Auto, Hund' }),
    card({ title: 'Arbeiten', href: '#2', content: 'Erlaubnis, Gewerbe, Führungszeugnis' }),
    card({ title: 'Familie', href: '#3', content: 'Geburt, Kita, Schule, Pflege' }),
  ])}</section>
<section><h2>Gefunden</h2>${searchResults([
    { title: 'Hundesteuer: Hund anmelden', href: '#4', summary: sentence, facts: ['Stadt Ilmenau', 'kostenlos', 'etwa 5 Minuten'] },
    { title: 'Meldebescheinigung', href: '#5', summary: 'Ein Papier, das zeigt, wo Sie wohnen.', facts: ['Stadt Ilmenau', '10,00 €'] },
  ])}
${pagination({ page: 4, pages: 12, href: (page) => `?seite=${page}`, language })}</section>
<section><h2>Stand</h2>${timeline([
    { when: '12. November 2026, 14:32 Uhr', title: 'Eingegangen', state: 'done' },
    { when: 'seit 13. November 2026', title: 'Wird geprüft', content: html`<p>${sentence}</p>`, state: 'current' },
    { when: 'voraussichtlich bis 14. Dezember', title: 'Bescheid', state: 'future' },
  ])}</section>
<section><h2>Ihre Angaben</h2>${summaryList(
    [
      { term: 'Name', description: 'Amina Yılmaz-Özdemir', change: { href: '#6' } },
      { term: 'Geburtsname', description: 'ʿAbd al-Ḥāfiẓ, M̂bukū, Č̣ilik', change: { href: '#7' } },
    ],
    language,
  )}</section>
${feeTable()}
${details('Wer sieht meine Angaben?', html`<p>Nur das Steueramt der Stadt Ilmenau. Wir löschen sie nach zehn Jahren.</p>`)}
${details('Welches Recht gilt?', html`<p>Die Satzung der Stadt.</p>`)}`
  return portalLayout(frame, { title: 'Muster', main, breadcrumb: [], wide: true })
}

/** A list of the workplace. */
export function workPatterns(frame: Frame): Html {
  const rows = [
    ['4.32-2026-000123', 'Hundesteuer', 'Erika Mustermann', '12.11.2026', badge('danger', 'seit 2 Tagen')],
    ['4.32-2026-000124', 'Meldebescheinigung', 'Amina Yılmaz-Özdemir', '14.11.2026', badge('warning', 'in 3 Tagen')],
    ['4.32-2026-000131', 'Hundesteuer', 'Łukasz Żółć', '20.11.2026', badge('info', 'in 12 Tagen')],
  ] as const
  const main = html`<h1>Arbeitsliste</h1>
${tabs({
  label: 'Ansichten',
  tabs: [
    { label: 'Meine', href: '#a', current: true, count: 3 },
    { label: 'Unverteilt', href: '#b', count: 8 },
    { label: 'Warten auf andere', href: '#c' },
  ],
})}
${dataTable({
  caption: 'Meine Vorgänge',
  hideCaption: true,
  rowHeaders: true,
  columns: [
    { label: 'Aktenzeichen' },
    { label: 'Leistung' },
    { label: 'Person' },
    { label: 'Eingang', sort: { href: '?s=1', direction: 'ascending' } },
    { label: 'Frist' },
  ],
  rows: rows.map(([number, ...others]) => [html`<a href="#${number}">${number}</a>`, ...others]),
})}
<section><h2>Notiz</h2><form method="post" action="#">${csrfField(frame)}${textArea({ frame, name: 'note', label: 'Notiz zum Vorgang', rows: 3 })}
${textField({ frame, name: 'who', label: 'Für wen', width: 'm' })}${selectField({ frame, name: 'unit', label: 'Stelle', width: 'm', options: [{ value: '1', label: 'Steueramt' }] })}
${buttonRow(button('Speichern'), button('Verwerfen', { kind: 'secondary' }))}</form></section>`
  const nav = [
    { label: 'Arbeitsliste', href: '/arbeit', count: 3, current: true },
    { label: 'Eingang', href: '/arbeit/eingang', count: 8 },
    { label: 'Akten', href: '/arbeit/akten' },
  ]
  return workplaceLayout(frame, { title: 'Arbeitsliste', main, nav, authority: theme })
}

function feeTable(): Html {
  return dataTable({
    caption: 'Gebühren',
    columns: [{ label: 'Leistung' }, { label: 'Grundlage' }, { label: 'Betrag', numeric: true }],
    rows: [
      ['Meldebescheinigung', 'Verwaltungskostenordnung', '10,00 €'],
      ['Zweite Ausfertigung', 'Verwaltungskostenordnung', '111,50 €'],
    ],
  })
}
