// Texts of the rules that ask for a field or a group: which one, and what belongs into it.
import { fullLabel } from './labels.ts'
import type { RuleTexts, TextLanguage } from './rule-text.ts'

interface Required {
  /** One of these must be there; all of them where `all` is set. */
  readonly terms: readonly string[]
  readonly all?: boolean
  /** Why it must, where that is not always so. */
  readonly because?: readonly [de: string, en: string]
}

const need = (...terms: string[]): Required => ({ terms })
const needBecause = (de: string, en: string, ...terms: string[]): Required => ({ terms, because: [de, en] })

const allowanceReason = need('BT-97', 'BT-98')
const chargeReason = need('BT-104', 'BT-105')
const lineAllowanceReason = need('BT-139', 'BT-140')
const lineChargeReason = need('BT-144', 'BT-145')

export const requiredByRule: Readonly<Record<string, Required>> = {
  'BR-01': need('BT-24'),
  'BR-02': need('BT-1'),
  'BR-03': need('BT-2'),
  'BR-04': need('BT-3'),
  'BR-05': need('BT-5'),
  'BR-06': need('BT-27'),
  'BR-07': need('BT-44'),
  'BR-08': need('BG-5'),
  'BR-09': need('BT-40'),
  'BR-10': need('BG-8'),
  'BR-11': need('BT-55'),
  'BR-12': need('BT-106'),
  'BR-13': need('BT-109'),
  'BR-14': need('BT-112'),
  'BR-15': need('BT-115'),
  'BR-16': need('BG-25'),
  'BR-18': needBecause('Ein Steuervertreter ist genannt.', 'A tax representative is named.', 'BT-62'),
  'BR-19': needBecause('Ein Steuervertreter ist genannt.', 'A tax representative is named.', 'BG-12'),
  'BR-20': needBecause('Ein Steuervertreter ist genannt.', 'A tax representative is named.', 'BT-69'),
  'BR-21': need('BT-126'),
  'BR-22': need('BT-129'),
  'BR-23': need('BT-130'),
  'BR-24': need('BT-131'),
  'BR-25': need('BT-153'),
  'BR-26': need('BT-146'),
  'BR-31': need('BT-92'),
  'BR-32': need('BT-95'),
  'BR-33': allowanceReason,
  'BR-36': need('BT-99'),
  'BR-37': need('BT-102'),
  'BR-38': chargeReason,
  'BR-41': need('BT-136'),
  'BR-42': lineAllowanceReason,
  'BR-43': need('BT-141'),
  'BR-44': lineChargeReason,
  'BR-45': need('BT-116'),
  'BR-46': need('BT-117'),
  'BR-47': need('BT-118'),
  'BR-48': needBecause(
    'Nur bei nicht steuerbaren Umsätzen (Kategorie O) darf der Satz fehlen; hier steht die Kategorie {BT-118}.',
    'Only for supplies outside the scope of VAT (category O) the rate may be left out; here the category is {BT-118}.',
    'BT-119',
  ),
  'BR-49': need('BT-81'),
  'BR-50': needBecause('Angaben zu einer Überweisung sind gemacht.', 'Details of a credit transfer are given.', 'BT-84'),
  'BR-52': need('BT-122'),
  'BR-53': needBecause('Als Währung der Umsatzsteuer ist {BT-6} angegeben.', 'The VAT accounting currency is given as {BT-6}.', 'BT-111'),
  'BR-54': { terms: ['BT-160', 'BT-161'], all: true },
  'BR-55': needBecause('Auf eine frühere Rechnung wird Bezug genommen.', 'A preceding invoice is referred to.', 'BT-25'),
  'BR-56': needBecause('Ein Steuervertreter ist genannt.', 'A tax representative is named.', 'BT-63'),
  'BR-57': needBecause('Eine Lieferanschrift ist angegeben.', 'A delivery address is given.', 'BT-80'),
  'BR-61': needBecause(
    'Als Zahlungsart steht der Code {BT-81}, also eine Überweisung.',
    'The means of payment is code {BT-81}, a credit transfer.',
    'BT-84',
  ),
  'BR-CO-04': need('BT-151'),
  'BR-CO-18': need('BG-23'),
  'BR-CO-19': needBecause('Ein Abrechnungszeitraum ist begonnen, aber leer.', 'An invoicing period is there but empty.', 'BT-73', 'BT-74'),
  'BR-CO-20': needBecause(
    'Ein Zeitraum der Position ist begonnen, aber leer.',
    'A period of the line is there but empty.',
    'BT-134',
    'BT-135',
  ),
  'BR-CO-21': allowanceReason,
  'BR-CO-22': chargeReason,
  'BR-CO-23': lineAllowanceReason,
  'BR-CO-24': lineChargeReason,
  'BR-CO-25': needBecause(
    'Zu zahlen sind {BT-115}; bis wann, steht nicht in der Rechnung.',
    '{BT-115} are to be paid; the invoice does not say by when.',
    'BT-9',
    'BT-20',
  ),
  'BR-CO-26': needBecause(
    'Ohne eine dieser Nummern erkennt der Käufer den Verkäufer nicht sicher.',
    'Without one of these numbers the buyer cannot be sure who the seller is.',
    'BT-29',
    'BT-30',
    'BT-31',
  ),
  'BR-DE-1': need('BG-16'),
  'BR-DE-2': need('BG-6'),
  'BR-DE-3': need('BT-37'),
  'BR-DE-4': need('BT-38'),
  'BR-DE-5': need('BT-41'),
  'BR-DE-6': need('BT-42'),
  'BR-DE-7': need('BT-43'),
  'BR-DE-8': need('BT-52'),
  'BR-DE-9': need('BT-53'),
  'BR-DE-10': needBecause('Eine Lieferanschrift ist angegeben.', 'A delivery address is given.', 'BT-77'),
  'BR-DE-11': needBecause('Eine Lieferanschrift ist angegeben.', 'A delivery address is given.', 'BT-78'),
  'BR-DE-14': need('BT-119'),
  'BR-DE-15': need('BT-10'),
  'BR-DE-16': needBecause(
    'Die Rechnung enthält Positionen, Nachlässe oder Zuschläge mit Umsatzsteuer oder Steuerbefreiung.',
    'The invoice has lines, allowances or charges with VAT or exempt from it.',
    'BT-31',
    'BT-32',
    'BG-11',
  ),
  'BR-DE-30': needBecause('Es soll per Lastschrift gezahlt werden.', 'Payment is by direct debit.', 'BT-90'),
  'BR-DE-31': needBecause('Es soll per Lastschrift gezahlt werden.', 'Payment is by direct debit.', 'BT-91'),
  'BR-DE-CVD-01': needBecause(
    'Die Rechnung ist als Rechnung über saubere Fahrzeuge gekennzeichnet.',
    'The invoice is marked as one on clean vehicles.',
    'BT-12',
  ),
  'BR-DE-CVD-02': needBecause(
    'Die Rechnung ist als Rechnung über saubere Fahrzeuge gekennzeichnet.',
    'The invoice is marked as one on clean vehicles.',
    'BT-17',
  ),
  'BR-DEX-10': needBecause('Eine fremde Forderung ist aufgeführt.', 'A third party payment is listed.', 'BT-DEX-001'),
  'BR-DEX-11': needBecause('Eine fremde Forderung ist aufgeführt.', 'A third party payment is listed.', 'BT-DEX-002'),
  'BR-DEX-12': needBecause('Eine fremde Forderung ist aufgeführt.', 'A third party payment is listed.', 'BT-DEX-003'),
  'PEPPOL-EN16931-R001': need('BT-23'),
  'PEPPOL-EN16931-R010': need('BT-49'),
  'PEPPOL-EN16931-R020': need('BT-34'),
  'PEPPOL-EN16931-R061': needBecause('Es soll per Lastschrift gezahlt werden.', 'Payment is by direct debit.', 'BT-89'),
}

/** What belongs into a field that people often leave empty. */
const hints: Readonly<Record<string, readonly [de: string, en: string]>> = {
  'BT-1': ['Das ist die fortlaufende Nummer, die Sie der Rechnung gegeben haben.', 'This is the consecutive number you gave the invoice.'],
  'BT-2': ['Das ist der Tag, an dem Sie die Rechnung ausgestellt haben.', 'This is the day on which you issued the invoice.'],
  'BT-3': [
    'Üblich ist 380 für eine Rechnung, 381 für eine Gutschrift, 384 für eine Korrektur.',
    'Usual codes are 380 for an invoice, 381 for a credit note, 384 for a correction.',
  ],
  'BT-5': ['Für Euro ist das EUR.', 'For the euro this is EUR.'],
  'BT-9': [
    'Nennen Sie den Tag, bis zu dem zu zahlen ist, oder schreiben Sie die Zahlungsbedingungen aus.',
    'Give the day by which to pay, or write out the payment terms.',
  ],
  'BT-10': [
    'Die Leitweg-ID nennt Ihnen die Behörde, meist mit dem Auftrag, zum Beispiel 16901101-0001-78.',
    'The authority tells you its Leitweg-ID, mostly with the order, for example 16901101-0001-78.',
  ],
  'BT-12': ['Die Vertragsnummer steht im Vertrag mit der Behörde.', 'The contract number is in your contract with the authority.'],
  'BT-17': ['Die Vergabenummer steht in der Ausschreibung.', 'The tender number is in the call for tenders.'],
  'BT-23': ['Üblich ist urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.', 'The usual value is urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.'],
  'BT-24': [
    'Für XRechnung 3.0 ist das urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0.',
    'For XRechnung 3.0 this is urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0.',
  ],
  'BT-31': [
    'Die Umsatzsteuer-ID beginnt mit dem Land, zum Beispiel DE123456789; sonst genügt die Steuernummer Ihres Finanzamts.',
    'The VAT identifier begins with the country, for example DE123456789; else the tax number of your tax office will do.',
  ],
  'BT-34': ['Das ist meist Ihre E-Mail-Adresse mit dem Schema EM.', 'Mostly this is your email address with the scheme EM.'],
  'BT-40': ['Zwei Buchstaben, für Deutschland DE.', 'Two letters, DE for Germany.'],
  'BT-42': ['Unter dieser Nummer fragt die Behörde nach.', 'The authority asks back under this number.'],
  'BT-43': ['An diese Adresse schreibt die Behörde bei Fragen.', 'The authority writes to this address with questions.'],
  'BT-49': [
    'Das ist die Adresse, an die Sie die Rechnung elektronisch senden, oft eine E-Mail-Adresse mit dem Schema EM.',
    'This is the address you send the invoice to electronically, often an email address with the scheme EM.',
  ],
  'BT-55': ['Zwei Buchstaben, für Deutschland DE.', 'Two letters, DE for Germany.'],
  'BT-69': ['Zwei Buchstaben, für Deutschland DE.', 'Two letters, DE for Germany.'],
  'BT-80': ['Zwei Buchstaben, für Deutschland DE.', 'Two letters, DE for Germany.'],
  'BT-81': [
    '58 ist eine SEPA-Überweisung, 59 eine SEPA-Lastschrift, 48 eine Karte.',
    '58 is a SEPA credit transfer, 59 a SEPA direct debit, 48 a card.',
  ],
  'BT-84': ['Geben Sie die IBAN an, auf die gezahlt werden soll.', 'Give the IBAN to pay to.'],
  'BT-90': [
    'Ihre Gläubiger-ID hat Ihnen die Bundesbank gegeben; sie beginnt mit DE.',
    'Your creditor identifier was issued by the central bank.',
  ],
  'BT-91': ['Das ist die IBAN, von der abgebucht werden soll.', 'This is the IBAN that will be debited.'],
  'BT-97': ['Zum Beispiel „Mengenrabatt“.', 'For example "volume discount".'],
  'BT-104': ['Zum Beispiel „Versandkosten“.', 'For example "freight".'],
  'BT-119': ['Zum Beispiel 19 oder 7; bei steuerfreien Umsätzen 0.', 'For example 19 or 7; 0 where there is no VAT to pay.'],
  'BT-130': [
    'Ein Code, zum Beispiel H87 für Stück, HUR für Stunden, XPP für Pakete.',
    'A code, for example H87 for pieces, HUR for hours.',
  ],
  'BT-139': ['Zum Beispiel „Mengenrabatt“.', 'For example "volume discount".'],
  'BT-144': ['Zum Beispiel „Eilzuschlag“.', 'For example "express surcharge".'],
  'BT-151': ['Zum Beispiel S für den normalen und den ermäßigten Steuersatz.', 'For example S for the standard and the reduced rate.'],
  'BG-6': ['Nötig sind Name, Telefonnummer und E-Mail-Adresse.', 'Name, telephone number and email address are needed.'],
  'BG-16': [
    'Nötig ist mindestens der Code der Zahlungsart, bei einer Überweisung auch die IBAN.',
    'At least the code of the means of payment is needed, for a credit transfer also the IBAN.',
  ],
  'BG-23': [
    'Für jeden Steuersatz gehört ein Eintrag mit Nettobetrag, Satz und Steuer hinein.',
    'Each VAT rate needs an entry with net amount, rate and tax.',
  ],
  'BG-25': ['Führen Sie auf, was geliefert oder geleistet wurde.', 'List what was delivered or done.'],
}

/** The text of a rule that asks for a field; undefined if it is no such rule. */
export function requiredText(rule: string): RuleTexts | undefined {
  const required = requiredByRule[rule]
  return required === undefined ? undefined : { de: german(required), en: english(required) }
}

function german({ terms, all, because }: Required): RuleTexts['de'] {
  const [first = ''] = terms
  const reason = because === undefined ? '' : `${because[0]} `
  if (terms.length === 1) {
    return [
      `„${fullLabel(first, 'de')}“ fehlt`,
      first.startsWith('BG') ? `${reason}Die Angaben [${first}] fehlen.` : `${reason}Das Feld [${first}] fehlt oder ist leer.`,
      `Ergänzen Sie in Ihrem Rechnungsprogramm ${marks(terms, ' ')}. ${hint(terms, 'de')}`.trim(),
    ]
  }
  return [
    `${terms.map((id) => `„${fullLabel(id, 'de')}“`).join(all === true ? ' und ' : ' oder ')} ${all === true ? 'fehlen' : 'fehlt'}`,
    all === true
      ? `${reason}Die Felder ${marks(terms, ' und ')} gehören zusammen; eines davon fehlt oder ist leer.`
      : `${reason}Keine dieser Angaben ist gemacht: ${marks(terms, ', ')}.`,
    `Ergänzen Sie in Ihrem Rechnungsprogramm ${all === true ? 'beide Angaben' : 'mindestens eine dieser Angaben'}. ${hint(terms, 'de')}`.trim(),
  ]
}

function english({ terms, all, because }: Required): RuleTexts['en'] {
  const [first = ''] = terms
  const reason = because === undefined ? '' : `${because[1]} `
  if (terms.length === 1) {
    return [
      `"${fullLabel(first, 'en')}" is missing`,
      first.startsWith('BG') ? `${reason}The details [${first}] are missing.` : `${reason}The field [${first}] is missing or empty.`,
      `Add ${marks(terms, ' ')} in your invoicing software. ${hint(terms, 'en')}`.trim(),
    ]
  }
  return [
    `${terms.map((id) => `"${fullLabel(id, 'en')}"`).join(all === true ? ' and ' : ' or ')} is missing`,
    all === true
      ? `${reason}The fields ${marks(terms, ' and ')} belong together; one of them is missing or empty.`
      : `${reason}None of these is given: ${marks(terms, ', ')}.`,
    `Add ${all === true ? 'both' : 'at least one of them'} in your invoicing software. ${hint(terms, 'en')}`.trim(),
  ]
}

function marks(terms: readonly string[], between: string): string {
  return terms.map((id) => `[${id}]`).join(between)
}

/** The first hint that one of the fields has. */
function hint(terms: readonly string[], language: TextLanguage): string {
  const found = terms.map((id) => hints[id]).find((pair) => pair !== undefined)
  return found === undefined ? '' : found[language === 'de' ? 0 : 1]
}
