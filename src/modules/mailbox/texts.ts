// Words of the mailbox in German, English and plain German.
import { type Day, formatDay } from '#kernel/dates.ts'
import type { Language } from '#kernel/language.ts'
import type { MessageKind, ThreadStatus } from './domain/thread.ts'

export interface MailboxTexts {
  readonly title: string
  readonly intro: string
  readonly myArea: string
  readonly empty: string
  readonly emptyHint: string
  readonly signIn: string
  readonly signInHint: string
  readonly newBadge: string
  readonly number: string
  readonly messages: string
  readonly course: string
  readonly from: string
  readonly you: string
  readonly attachments: string
  readonly older: string
  readonly reply: string
  readonly replyAnyway: string
  readonly replyHint: string
  readonly replyText: string
  readonly papers: string
  readonly papersHint: string
  readonly send: string
  readonly sent: string
  readonly sentHint: string
  readonly replyClosed: string
  /** Label of the link to the answers that shall be corrected. */
  readonly correct: string
  readonly corrected: string
  readonly whoLooked: string
  readonly kinds: Readonly<Record<MessageKind, string>>
  readonly statuses: Readonly<Record<ThreadStatus, string>>
  readonly errors: Readonly<Record<'empty' | 'too-long' | 'too-many-papers' | 'too-large' | 'wrong-type' | 'infected' | 'again', string>>
  sentence(status: ThreadStatus, expected: string | undefined): string
  notified(day: string): string
  notifiedOnRetrieval: string
  /** Nobody fetched the decision in time. */
  ended: string
  appeal(day: string): string
}

const de: MailboxTexts = {
  title: 'Postfach',
  intro: 'Hier finden Sie alle Nachrichten und Bescheide zu Ihren Anträgen.',
  myArea: 'Mein Bereich',
  empty: 'Ihr Postfach ist leer.',
  emptyHint: 'Sobald Sie etwas beantragt haben, steht es hier.',
  signIn: 'Anmelden',
  signInHint: 'Sie haben ein Konto? Melden Sie sich an, um alle Nachrichten zu sehen.',
  newBadge: 'Neu',
  number: 'Nummer',
  messages: 'Nachrichten',
  course: 'Verlauf',
  from: 'Von',
  you: 'Sie',
  attachments: 'Anlagen',
  older: 'Ältere anzeigen',
  reply: 'Antworten',
  replyAnyway: 'Nachricht an die Behörde schreiben',
  replyHint: 'Ihre Antwort geht an die Behörde, die Ihren Antrag bearbeitet.',
  replyText: 'Ihre Nachricht',
  papers: 'Unterlagen',
  papersHint: 'PDF, JPEG oder PNG, je Datei bis 50 MB, bis zu zehn Dateien.',
  send: 'Antwort senden',
  sent: 'Ihre Antwort ist gesendet.',
  sentHint: 'Sie steht unten in den Nachrichten. Die Behörde hat sie jetzt.',
  correct: 'Angaben berichtigen',
  corrected: 'Berichtigung abgegeben',
  replyClosed: 'Der Vorgang ist abgeschlossen. Sie können nicht mehr antworten.',
  whoLooked: 'Wer hat meine Daten gesehen?',
  kinds: { confirmation: 'Bestätigung', request: 'Rückfrage', decision: 'Bescheid', message: 'Nachricht', reply: 'Ihre Antwort' },
  statuses: {
    received: 'Eingegangen',
    'in-review': 'Wird geprüft',
    'needs-reply': 'Rückfrage an Sie',
    decided: 'Entschieden',
    closed: 'Abgeschlossen',
    withdrawn: 'Zurückgezogen',
  },
  errors: {
    empty: 'Schreiben Sie eine Nachricht oder wählen Sie eine Datei.',
    'too-long': 'Kürzen Sie Ihre Nachricht auf 5.000 Zeichen.',
    'too-many-papers': 'Wählen Sie höchstens zehn Dateien.',
    'too-large': 'Wählen Sie eine Datei mit höchstens 50 MB.',
    'wrong-type': 'Wählen Sie eine Datei im Format PDF, JPEG oder PNG.',
    infected: 'In dieser Datei steckt Schadsoftware. Wählen Sie eine andere.',
    again: 'Wählen Sie Ihre Dateien bitte noch einmal.',
  },
  sentence: (status, expected) => {
    const until = expected === undefined ? '' : ` Antwort voraussichtlich bis ${expected}.`
    if (status === 'received') return `Ist eingegangen.${until}`
    if (status === 'in-review') return `Wird geprüft.${until}`
    if (status === 'needs-reply') return `Wir brauchen etwas von Ihnen${expected === undefined ? '' : `, bitte bis ${expected}`}.`
    if (status === 'decided') return 'Ist entschieden. Der Bescheid liegt bereit.'
    return status === 'closed' ? 'Ist abgeschlossen.' : 'Ist zurückgezogen.'
  },
  notified: (day) => `Gilt als bekannt gegeben am ${day}.`,
  notifiedOnRetrieval: 'Gilt einen Tag nach dem Öffnen als bekannt gegeben.',
  ended:
    'Der Bescheid wurde nicht rechtzeitig abgerufen. Er gilt nicht als bekannt gegeben. Die Behörde gibt ihn Ihnen auf anderem Weg bekannt.',
  appeal: (day) => `Widerspruch ist möglich bis ${day}.`,
}

const en: MailboxTexts = {
  title: 'Mailbox',
  intro: 'All messages and decisions on your applications are here.',
  myArea: 'My area',
  empty: 'Your mailbox is empty.',
  emptyHint: 'As soon as you have applied for something, it is shown here.',
  signIn: 'Sign in',
  signInHint: 'You have an account? Sign in to see all messages.',
  newBadge: 'New',
  number: 'Number',
  messages: 'Messages',
  course: 'What happened so far',
  from: 'From',
  you: 'You',
  attachments: 'Attachments',
  older: 'Show older ones',
  reply: 'Reply',
  replyAnyway: 'Write a message to the authority',
  replyHint: 'Your reply goes to the authority that handles your application.',
  replyText: 'Your message',
  papers: 'Documents',
  papersHint: 'PDF, JPEG or PNG, up to 50 MB each, up to ten files.',
  send: 'Send reply',
  sent: 'Your reply has been sent.',
  sentHint: 'You find it below among the messages. The authority has it now.',
  correct: 'Correct your answers',
  corrected: 'Correction handed in',
  replyClosed: 'This case is closed. You cannot reply any more.',
  whoLooked: 'Who has seen my data?',
  kinds: { confirmation: 'Confirmation', request: 'Question', decision: 'Decision', message: 'Message', reply: 'Your reply' },
  statuses: {
    received: 'Received',
    'in-review': 'Under review',
    'needs-reply': 'Question to you',
    decided: 'Decided',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
  errors: {
    empty: 'Write a message or choose a file.',
    'too-long': 'Shorten your message to 5,000 characters.',
    'too-many-papers': 'Choose at most ten files.',
    'too-large': 'Choose a file of at most 50 MB.',
    'wrong-type': 'Choose a PDF, JPEG or PNG file.',
    infected: 'This file contains malware. Choose another one.',
    again: 'Please choose your files again.',
  },
  sentence: (status, expected) => {
    const until = expected === undefined ? '' : ` Answer expected by ${expected}.`
    if (status === 'received') return `Has been received.${until}`
    if (status === 'in-review') return `Is being reviewed.${until}`
    if (status === 'needs-reply') return `We need something from you${expected === undefined ? '' : `, please by ${expected}`}.`
    if (status === 'decided') return 'Is decided. The decision is ready for you.'
    return status === 'closed' ? 'Is closed.' : 'Is withdrawn.'
  },
  notified: (day) => `Counts as notified on ${day}.`,
  notifiedOnRetrieval: 'Counts as notified one day after you open it.',
  ended: 'The decision was not fetched in time. It does not count as notified. The authority will notify you in another way.',
  appeal: (day) => `You can object until ${day}.`,
}

const plain: MailboxTexts = {
  ...de,
  title: 'Ihr Postfach',
  intro: 'Hier sind alle Briefe vom Amt.',
  empty: 'Hier ist noch nichts.',
  emptyHint: 'Sie haben etwas beantragt? Dann steht es bald hier.',
  course: 'Was bisher passiert ist',
  reply: 'Dem Amt antworten',
  replyAnyway: 'Dem Amt schreiben',
  replyHint: 'Ihre Antwort geht an das Amt.',
  papers: 'Papiere oder Bilder',
  papersHint: 'Sie können bis zu zehn Dateien schicken: PDF, JPEG oder PNG.',
  send: 'Abschicken',
  sent: 'Ihre Antwort ist beim Amt.',
  sentHint: 'Sie müssen nichts weiter tun.',
  correct: 'Angaben ändern',
  corrected: 'Änderung abgeschickt',
  replyClosed: 'Das Amt ist fertig. Sie können hier nicht mehr antworten.',
  whoLooked: 'Wer hat meine Daten gelesen?',
  kinds: { ...de.kinds, request: 'Frage an Sie', decision: 'Die Entscheidung (Bescheid)' },
  sentence: (status, expected) => {
    const until = expected === undefined ? '' : ` Sie bekommen wahrscheinlich bis ${expected} Antwort.`
    if (status === 'received') return `Ihr Antrag ist angekommen.${until}`
    if (status === 'in-review') return `Wir prüfen Ihren Antrag.${until}`
    if (status === 'needs-reply')
      return `Wir brauchen noch etwas von Ihnen${expected === undefined ? '' : `. Bitte schicken Sie es bis ${expected}`}.`
    if (status === 'decided') return 'Wir haben entschieden. Sie können die Entscheidung jetzt lesen.'
    return status === 'closed' ? 'Wir sind fertig.' : 'Sie haben den Antrag zurückgezogen.'
  },
  notified: (day) => `Die Entscheidung gilt ab ${day}.`,
  ended: 'Sie haben die Entscheidung nicht geöffnet. Darum gilt sie noch nicht. Das Amt schickt sie Ihnen auf anderem Weg.',
  notifiedOnRetrieval: 'Die Entscheidung gilt einen Tag, nachdem Sie sie öffnen.',
  appeal: (day) => `Sie sind nicht einverstanden? Dann schreiben Sie uns bis ${day}.`,
}

const all: Readonly<Record<Language, MailboxTexts>> = { de, en, plain }

export function mailboxTexts(language: Language): MailboxTexts {
  return all[language]
}

/** How a case stands, in one sentence a child understands: "Wird geprüft. Antwort voraussichtlich bis 14. Dezember." */
export function statusSentence(
  state: { readonly status: ThreadStatus; readonly expectedBy?: Day | undefined },
  today: Day,
  language: Language,
): string {
  const { status, expectedBy } = state
  // A day that has passed is no expectation any more; the person is not told what is not true.
  const expected = expectedBy === undefined || expectedBy < today ? undefined : dayInWords(expectedBy, today, language)
  return all[language].sentence(status, expected)
}

/** Without the year where it is this one. */
function dayInWords(day: Day, today: Day, language: Language): string {
  const text = formatDay(day, language)
  return day.slice(0, 4) === today.slice(0, 4) ? text.replace(/ \d{4}$/, '') : text
}

/** The notice by mail: that something waits, never what, nor from whom. German and English, because nobody's language is known here. */
export function noticeMail(baseUrl: string): { readonly subject: string; readonly text: string } {
  return {
    subject: 'Neue Nachricht in Ihrem Postfach',
    text: [
      'Guten Tag,',
      '',
      'in Ihrem Postfach im Verwaltungsportal liegt eine neue Nachricht.',
      `Melden Sie sich an, um sie zu lesen: ${baseUrl}/postfach`,
      '',
      'Aus Gründen des Datenschutzes steht hier nicht, worum es geht.',
      'Bitte antworten Sie nicht auf diese E-Mail.',
      '',
      '-- ',
      'There is a new message in your mailbox. Please sign in to read it:',
      `${baseUrl}/en/postfach`,
      '',
    ].join('\n'),
  }
}
