// What suppliers read: sending an invoice, and what became of it.
import type { Language } from '#kernel/language.ts'
import type { ViewLanguage } from '../domain/invoice-view.ts'
import type { Trouble } from '../domain/receipt.ts'
import type { InvoiceState, ReceiptState } from '../domain/states.ts'

interface TroubleText {
  readonly title: string
  readonly wrong: string
  readonly todo: string
}

const german = {
  title: 'Rechnung an eine Behörde senden',
  lead: 'Laden Sie Ihre elektronische Rechnung hoch: XRechnung oder ZUGFeRD. Wir prüfen sie sofort. Gesendet wird sie erst, wenn Sie es sagen. Ein Konto brauchen Sie nicht.',
  files: 'Dateien mit Rechnungen',
  filesHint: 'XML oder PDF mit eingebetteter Rechnung, mehrere auf einmal möglich, je Datei höchstens 50 MB',
  check: 'Rechnungen prüfen',
  checkMore: 'Weitere Rechnungen prüfen',
  noFile: 'Wählen Sie mindestens eine Datei aus.',
  tooMany: 'Aus Ihrem Netz kamen gerade sehr viele Dateien. Warten Sie 15 Minuten und versuchen Sie es dann noch einmal.',
  tooManyChecked: 'Es liegen schon 40 geprüfte Dateien bereit. Senden oder entfernen Sie diese zuerst.',
  refusals: {
    'too-large': (name: string): string => `„${name}“ ist größer als 50 MB. Senden Sie große Anlagen getrennt von der Rechnung.`,
    'wrong-type': (name: string): string =>
      `„${name}“ ist weder XML noch PDF. Speichern Sie die Rechnung im Rechnungsprogramm als XRechnung oder ZUGFeRD.`,
    empty: (name: string): string => `„${name}“ ist leer. Erzeugen Sie die Datei neu.`,
    infected: (name: string): string =>
      `In „${name}“ wurde Schadsoftware gefunden. Prüfen Sie Ihren Rechner und erzeugen Sie die Datei neu.`,
  },
  checkedTitle: 'Geprüft und noch nicht gesendet',
  checkedNote: 'Was Sie nicht senden, löschen wir nach einer Stunde.',
  sendOne: 'Jetzt senden',
  sendAll: (count: number): string => `Alle ${count} einwandfreien Rechnungen senden`,
  sendAnyway: 'Trotzdem senden',
  remove: 'Entfernen',
  verdicts: { accept: 'In Ordnung', reject: 'So nicht annehmbar', undefined: 'Ein Mensch muss entscheiden' },
  findings: (errors: number, warnings: number): string =>
    [errors > 0 ? `${errors} Fehler` : '', warnings > 0 ? (warnings === 1 ? '1 Warnung' : `${warnings} Warnungen`) : '']
      .filter((part) => part !== '')
      .join(', '),
  moreFindings: (count: number): string => `Gezeigt sind die wichtigsten von ${count} Befunden.`,
  line: (line: number): string => `Zeile ${line} der Datei`,
  rule: 'Regel',
  toDo: 'Was tun?',
  recipient: 'Empfänger',
  recipients: {
    missing: 'In der Rechnung steht keine Leitweg-ID. Unsere Klärungsstelle sucht den Empfänger.',
    wrong: 'Die Leitweg-ID in der Rechnung ist falsch geschrieben. Unsere Klärungsstelle sucht den Empfänger.',
    unknown: 'Diese Leitweg-ID kennen wir nicht. Unsere Klärungsstelle sucht den Empfänger.',
  },
  invoice: 'Rechnung',
  amount: 'Zu zahlen',
  seller: 'Rechnungssteller',
  dueOn: 'Fällig am',
  embedded: (name: string, profile: string): string =>
    `Aus der PDF-Datei wurde „${name}“ gelesen${profile === '' ? '' : ` (Profil ${profile})`}.`,
  goodToKnow: 'Gut zu wissen',
  goodToKnowList: [
    'Jede gesendete Rechnung bekommt eine Eingangsnummer. Die Seite mit dem Stand öffnen nur Sie mit Ihrem Link.',
    'Die Datei wird unverändert aufbewahrt. Auch eine zurückgegebene Rechnung geht nicht verloren.',
    'Verbindlich ist die XML-Datei, bei ZUGFeRD die in der PDF-Datei. Das Bild ist nur zum Ansehen.',
    'Die Leitweg-ID nennt Ihnen Ihr Auftraggeber. Sie gehört in das Feld „Käuferreferenz“ (BT-10).',
  ],
  own: 'Ihre Rechnungen',
  ownHead: ['Eingangsnummer', 'Empfangen', 'Datei', 'Stand'],
  ownNote: 'Diese Liste sehen Sie, weil Sie angemeldet sind.',
  sentTitle: (count: number): string => (count === 1 ? 'Rechnung gesendet' : `${count} Rechnungen gesendet`),
  sentNone: 'Es war nichts mehr zu senden. Vielleicht haben Sie die Rechnung schon gesendet, oder die Stunde ist um.',
  sentKeep: 'Bewahren Sie die Links auf: Mit ihnen sehen Sie jederzeit, wie weit Ihre Rechnungen sind.',
  statusLink: 'Stand ansehen',
  again: 'Weitere Rechnung senden',
  receiptTitle: 'Stand Ihrer Rechnung',
  number: 'Eingangsnummer',
  receivedAt: 'Empfangen',
  file: 'Datei',
  sum: 'Prüfsumme (SHA-256)',
  keep: 'Bewahren Sie die Adresse dieser Seite auf. Mit ihr sehen Sie jederzeit, wie weit Ihre Rechnung ist.',
  twin: (number: string, at: string): string => `Dieselbe Rechnung ist schon da: Eingang ${number}, ${at}.`,
  readable: 'Lesbare Rechnung ansehen',
  original: 'Gesendete Datei herunterladen',
  words: 'Nachrichten der Behörde',
  result: 'Ergebnis der Prüfung',
  noView: 'Diese Datei lässt sich nicht als Rechnung anzeigen.',
  back: 'Zurück zum Stand',
  receiptStates: {
    received: ['Empfangen', 'Ihre Rechnung ist sicher angekommen. Die Prüfung folgt gleich.'],
    judged: ['Empfangen', 'Ihre Rechnung ist geprüft und wird gerade zugeordnet.'],
    accepted: ['Angenommen', 'Ihre Rechnung ist bei der Behörde.'],
    returned: ['Zurückgegeben', 'Die Rechnung kann so nicht bearbeitet werden. Berichtigen Sie sie bitte und senden Sie sie neu.'],
    clearing: [
      'Empfänger wird gesucht',
      'Ihre Rechnung ist einwandfrei angekommen. Die Klärungsstelle sucht die zuständige Behörde. Sie müssen nichts tun.',
    ],
    moved: ['Weitergegeben', 'Ihre Rechnung ist an die zuständige Behörde weitergegeben.'],
    duplicate: ['Schon vorhanden', 'Diese Rechnung haben wir bereits. Sie wird nicht doppelt bearbeitet.'],
    undecidable: ['Wird angesehen', 'Die Prüfung kam zu keinem Ergebnis. Ein Mensch sieht sich die Rechnung an. Sie müssen nichts tun.'],
  } satisfies Record<ReceiptState, readonly [string, string]>,
  invoiceStates: {
    new: ['Angenommen', 'Ihre Rechnung ist bei der Behörde und wartet auf die Bearbeitung.'],
    'in-check': ['In Prüfung', 'Die Behörde prüft Ihre Rechnung sachlich und rechnerisch.'],
    queried: ['Rückfrage', 'Die Behörde hat eine Frage zu Ihrer Rechnung.'],
    checked: ['Geprüft', 'Ihre Rechnung ist geprüft und wartet auf die Freigabe.'],
    approved: ['Freigegeben', 'Ihre Rechnung ist zur Zahlung freigegeben.'],
    ordered: ['Zahlung beauftragt', 'Die Zahlung ist bei der Bank beauftragt.'],
    paid: ['Bezahlt', 'Ihre Rechnung ist bezahlt.'],
    returned: ['Zurückgegeben', 'Die Behörde hat Ihre Rechnung zurückgegeben. Den Grund lesen Sie unten.'],
    settled: ['Erledigt', 'Die Rechnung ist erledigt. Es fließt kein Geld.'],
  } satisfies Record<InvoiceState, readonly [string, string]>,
  troubles: {
    timeout: {
      title: 'Die Prüfung hat zu lange gedauert',
      wrong: 'Die Rechnung ist ungewöhnlich groß.',
      todo: 'Ein Mensch sieht sie an. Sie müssen nichts tun.',
    },
    memory: {
      title: 'Die Prüfung brauchte zu viel Speicher',
      wrong: 'Die Rechnung ist ungewöhnlich groß.',
      todo: 'Ein Mensch sieht sie an. Sie müssen nichts tun.',
    },
    'pdf-broken': { title: 'Die PDF-Datei ist beschädigt', wrong: 'Sie lässt sich nicht öffnen.', todo: 'Erzeugen Sie die PDF-Datei neu.' },
    'pdf-encrypted': {
      title: 'Die PDF-Datei ist mit einem Kennwort geschützt',
      wrong: 'Die Rechnung darin lässt sich nicht lesen.',
      todo: 'Senden Sie die Datei ohne Kennwort.',
    },
    'pdf-too-large': {
      title: 'Die PDF-Datei ist zu groß',
      wrong: 'Sie braucht beim Öffnen zu viel Speicher.',
      todo: 'Ein Mensch sieht sie an. Schneller geht es mit einer kleineren Datei.',
    },
    'pdf-too-slow': {
      title: 'Das Öffnen der PDF-Datei dauert zu lange',
      wrong: 'Sie ist ungewöhnlich aufgebaut.',
      todo: 'Ein Mensch sieht sie an. Schneller geht es, wenn Sie die Datei neu erzeugen.',
    },
    'pdf-without-invoice': {
      title: 'In der PDF-Datei ist keine elektronische Rechnung',
      wrong: 'Eine PDF-Datei allein ist nur ein Bild der Rechnung.',
      todo: 'Erzeugen Sie im Rechnungsprogramm eine ZUGFeRD-Datei oder eine XRechnung.',
    },
    'pdf-several-invoices': {
      title: 'In der PDF-Datei sind mehrere Rechnungen',
      wrong: 'Es ist nicht klar, welche gilt.',
      todo: 'Senden Sie eine PDF-Datei mit genau einer Rechnung. Sonst entscheidet ein Mensch.',
    },
    'pdf-unknown-name': {
      title: 'Die Rechnung in der PDF-Datei hat einen unbekannten Namen',
      wrong: 'Üblich sind factur-x.xml und xrechnung.xml.',
      todo: 'Ein Mensch sieht nach. Schneller geht es mit dem üblichen Namen.',
    },
    'pdf-profile': {
      title: 'Das Profil der ZUGFeRD-Datei reicht nicht',
      wrong: 'Die XML-Datei darin enthält weniger, als die Norm EN 16931 für eine Rechnung verlangt.',
      todo: 'Wählen Sie im Rechnungsprogramm das Profil „EN 16931“ oder „XRechnung“.',
    },
    'no-facts': {
      title: 'Wichtige Angaben lassen sich nicht lesen',
      wrong: 'Nummer, Datum, Währung oder Betrag fehlen.',
      todo: 'Ein Mensch sieht sie an.',
    },
  } satisfies Record<Trouble, TroubleText>,
}

export type SupplierTexts = typeof german

const english: SupplierTexts = {
  title: 'Send an invoice to an authority',
  lead: 'Upload your electronic invoice: XRechnung or ZUGFeRD (Factur-X). We check it at once. It is sent only when you say so. You need no account.',
  files: 'Files with invoices',
  filesHint: 'XML, or PDF with an embedded invoice; several at once are fine; at most 50 MB per file',
  check: 'Check invoices',
  checkMore: 'Check further invoices',
  noFile: 'Choose at least one file.',
  tooMany: 'A great many files have just come from your network. Wait 15 minutes, then try again.',
  tooManyChecked: '40 checked files are waiting already. Send or remove them first.',
  refusals: {
    'too-large': (name) => `"${name}" is larger than 50 MB. Send large attachments separately from the invoice.`,
    'wrong-type': (name) => `"${name}" is neither XML nor PDF. Save the invoice as XRechnung or ZUGFeRD in your invoicing software.`,
    empty: (name) => `"${name}" is empty. Create the file again.`,
    infected: (name) => `Malware was found in "${name}". Check your computer and create the file again.`,
  },
  checkedTitle: 'Checked and not sent yet',
  checkedNote: 'What you do not send is deleted after one hour.',
  sendOne: 'Send now',
  sendAll: (count) => `Send all ${count} faultless invoices`,
  sendAnyway: 'Send all the same',
  remove: 'Remove',
  verdicts: { accept: 'In order', reject: 'Not acceptable like this', undefined: 'A person has to decide' },
  findings: (errors, warnings) =>
    [
      errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : '',
      warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  moreFindings: (count) => `These are the most important of ${count} findings.`,
  line: (line) => `line ${line} of the file`,
  rule: 'Rule',
  toDo: 'What to do',
  recipient: 'Recipient',
  recipients: {
    missing: 'The invoice has no Leitweg-ID. Our clearing desk looks for the recipient.',
    wrong: 'The Leitweg-ID in the invoice is misspelt. Our clearing desk looks for the recipient.',
    unknown: 'We do not know this Leitweg-ID. Our clearing desk looks for the recipient.',
  },
  invoice: 'Invoice',
  amount: 'Amount due',
  seller: 'Seller',
  dueOn: 'Due on',
  embedded: (name, profile) => `"${name}" was read from the PDF${profile === '' ? '' : ` (profile ${profile})`}.`,
  goodToKnow: 'Good to know',
  goodToKnowList: [
    'Every invoice you send gets a receipt number. Only you can open the page with its state, by your link.',
    'The file is kept unchanged. An invoice that is returned is not lost either.',
    'The XML file is binding; with ZUGFeRD the one inside the PDF. The picture is only for looking at.',
    'Your customer tells you the Leitweg-ID. It belongs in the field "buyer reference" (BT-10).',
  ],
  own: 'Your invoices',
  ownHead: ['Receipt number', 'Received', 'File', 'State'],
  ownNote: 'You see this list because you are signed in.',
  sentTitle: (count) => (count === 1 ? 'Invoice sent' : `${count} invoices sent`),
  sentNone: 'There was nothing left to send. Perhaps you have sent the invoice already, or the hour is over.',
  sentKeep: 'Keep the links: with them you can always see how far your invoices are.',
  statusLink: 'See the state',
  again: 'Send another invoice',
  receiptTitle: 'State of your invoice',
  number: 'Receipt number',
  receivedAt: 'Received',
  file: 'File',
  sum: 'Checksum (SHA-256)',
  keep: 'Keep the address of this page. With it you can always see how far your invoice is.',
  twin: (number, at) => `The same invoice is here already: receipt ${number}, ${at}.`,
  readable: 'See the readable invoice',
  original: 'Download the file you sent',
  words: 'Messages from the authority',
  result: 'Result of the check',
  noView: 'This file cannot be shown as an invoice.',
  back: 'Back to the state',
  receiptStates: {
    received: ['Received', 'Your invoice has arrived safely. It will be checked in a moment.'],
    judged: ['Received', 'Your invoice is checked and on its way to the authority.'],
    accepted: ['Accepted', 'The authority has your invoice.'],
    returned: ['Returned', 'The invoice cannot be processed like this. Please correct it and send it again.'],
    clearing: [
      'Looking for the recipient',
      'Your invoice has arrived in good order. The clearing desk looks for the right authority. You need not do anything.',
    ],
    moved: ['Passed on', 'Your invoice has been passed on to the right authority.'],
    duplicate: ['Already here', 'We have this invoice already. It is not processed twice.'],
    undecidable: ['Being looked at', 'The check came to no result. A person looks at the invoice. You need not do anything.'],
  },
  invoiceStates: {
    new: ['Accepted', 'The authority has your invoice; it waits to be worked on.'],
    'in-check': ['Being checked', 'The authority checks your invoice for content and arithmetic.'],
    queried: ['Question', 'The authority has a question about your invoice.'],
    checked: ['Checked', 'Your invoice is checked and waits for approval.'],
    approved: ['Approved', 'Your invoice is approved for payment.'],
    ordered: ['Payment ordered', 'The bank has the order to pay.'],
    paid: ['Paid', 'Your invoice is paid.'],
    returned: ['Returned', 'The authority has returned your invoice. The reason is given below.'],
    settled: ['Settled', 'The invoice is settled. No money moves.'],
  },
  troubles: {
    timeout: {
      title: 'The check took too long',
      wrong: 'The invoice is unusually large.',
      todo: 'A person looks at it. You need not do anything.',
    },
    memory: {
      title: 'The check needed too much memory',
      wrong: 'The invoice is unusually large.',
      todo: 'A person looks at it. You need not do anything.',
    },
    'pdf-broken': { title: 'The PDF is damaged', wrong: 'It cannot be opened.', todo: 'Create the PDF again.' },
    'pdf-encrypted': {
      title: 'The PDF is protected by a password',
      wrong: 'The invoice inside cannot be read.',
      todo: 'Send the file without a password.',
    },
    'pdf-too-large': {
      title: 'The PDF is too large',
      wrong: 'It needs too much memory to open.',
      todo: 'A person looks at it. A smaller file is faster.',
    },
    'pdf-too-slow': {
      title: 'Opening the PDF takes too long',
      wrong: 'It is built in an unusual way.',
      todo: 'A person looks at it. Creating the file again is faster.',
    },
    'pdf-without-invoice': {
      title: 'There is no electronic invoice in the PDF',
      wrong: 'A PDF alone is only a picture of the invoice.',
      todo: 'Create a ZUGFeRD file or an XRechnung in your invoicing software.',
    },
    'pdf-several-invoices': {
      title: 'There are several invoices in the PDF',
      wrong: 'It is not clear which one counts.',
      todo: 'Send a PDF with exactly one invoice. Otherwise a person decides.',
    },
    'pdf-unknown-name': {
      title: 'The invoice in the PDF has an unknown name',
      wrong: 'Usual names are factur-x.xml and xrechnung.xml.',
      todo: 'A person looks at it. The usual name is faster.',
    },
    'pdf-profile': {
      title: 'The profile of the ZUGFeRD file is not enough',
      wrong: 'The XML inside says less than EN 16931 demands of an invoice.',
      todo: 'Choose the profile "EN 16931" or "XRechnung" in your invoicing software.',
    },
    'no-facts': {
      title: 'Important details cannot be read',
      wrong: 'Number, date, currency or amount is missing.',
      todo: 'A person looks at it.',
    },
  },
}

export function supplierTexts(language: Language): SupplierTexts {
  return language === 'en' ? english : german
}

/** The languages in which invoices are shown: there is no plain German of them. */
export function viewLanguage(language: Language): ViewLanguage {
  return language === 'en' ? 'en' : 'de'
}
