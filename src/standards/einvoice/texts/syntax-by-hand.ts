// Texts of the syntax rules that depend on a value or compare texts, and so are no rows of a table.
import type { RuleText, RuleTexts, TextTable } from './rule-text.ts'

/** A field that may be given once only. */
function once(de: string, en: string, values: string): RuleTexts {
  const german: RuleText = [
    `${de}: mehrfach angegeben`,
    `Diese Angabe darf nur einmal vorkommen: ${de}. Gefunden: ${values}.`,
    'Behalten Sie nur eine der Angaben.',
  ]
  return {
    de: german,
    en: [`${en}: given more than once`, `This may be given once only: ${en}. Found: ${values}.`, 'Keep only one of them.'],
  }
}

/** Two ways to say the same, only one of which may be used. */
function notBoth(de: string, en: string): RuleTexts {
  return {
    de: [
      `${de}: zwei Angaben`,
      `${de}: Es sind zwei verschiedene Elemente ausgefüllt, von denen nur eines erlaubt ist.`,
      'Behalten Sie eines der beiden Elemente.',
    ],
    en: [
      `${en}: two entries`,
      `${en}: two different elements are filled in, of which only one is allowed.`,
      'Keep one of the two elements.',
    ],
  }
}

/** An element that belongs into another kind of reference, tax or quantity. */
function onlyThere(element: string, de: string, en: string): RuleTexts {
  return {
    de: [
      `Element ${element} steht an falscher Stelle`,
      `Das Element ${element} ist nur ${de} erlaubt. Es steht hier: {path}.`,
      'Stellen Sie Ihr Rechnungsprogramm so ein, dass es das Element hier weglässt.',
    ],
    en: [
      `Element ${element} is in the wrong place`,
      `The element ${element} is allowed ${en} only. It stands here: {path}.`,
      'Set up your software to leave out the element here.',
    ],
  }
}

const supporting = ['bei Unterlagen vom Typ 916', 'with documents of type 916'] as const
const headerTax = ['in der Aufschlüsselung der Umsatzsteuer der ganzen Rechnung', 'in the VAT breakdown of the whole invoice'] as const
const sepaPayee: RuleTexts = {
  de: [
    'Zahlungsempfänger ist mehrdeutig',
    'Angaben zum Zahlungsempfänger sind mehrfach gemacht, oder er ist derselbe wie der Verkäufer ({BT-27}).',
    'Nennen Sie ihn einmal, und nur, wenn er ein anderer als der Verkäufer ist.',
  ],
  en: [
    'Payee is ambiguous',
    'Details of the payee are given more than once, or the payee is the same as the seller ({BT-27}).',
    'Give the payee once, and only if it is not the seller.',
  ],
}
const objectOnly: RuleTexts = {
  de: [
    'Abgerechnetes Objekt mit Unterlage vermischt',
    'Ein Verweis vom Typ 130 nennt nur das abgerechnete Objekt [BT-18]. Er darf keine Beschreibung und keine Anlage haben.',
    'Geben Sie die Unterlage in einem eigenen Verweis ohne Typ an [BG-24].',
  ],
  en: [
    'Invoiced object mixed with a document',
    'A reference of type 130 names the invoiced object only [BT-18]. It may have no description and no attachment.',
    'Give the document in a reference of its own without type [BG-24].',
  ],
}

export const syntaxTexts: TextTable = {
  'UBL-CR-002': {
    de: [
      'Version von UBL ist ungewohnt',
      'Als Version von UBL steht in der Datei {at cbc:UBLVersionID}. Erwartet wird 2.1 oder keine Angabe.',
      'Lassen Sie die Angabe weg.',
    ],
    en: ['Version of UBL is unusual', 'The file gives the UBL version {at cbc:UBLVersionID}. Expected is 2.1 or none.', 'Leave it out.'],
  },
  'UBL-CR-412': {
    de: [
      'Fälligkeit steht an falscher Stelle',
      'Die Fälligkeit steht bei der Zahlungsart ({at cac:PaymentMeans/cbc:PaymentDueDate}). Das ist nur in einer Gutschrift richtig.',
      'Geben Sie sie als Fälligkeitsdatum der Rechnung an [BT-9].',
    ],
    en: [
      'Due date is in the wrong place',
      'The due date stands with the means of payment ({at cac:PaymentMeans/cbc:PaymentDueDate}). That is right in a credit note only.',
      'Give it as the due date of the invoice [BT-9].',
    ],
  },
  'UBL-CR-665': {
    de: [
      'Kennung einer Unterlage mit Schema',
      'Nur die Kennung des abgerechneten Objekts [BT-18] darf ein Schema haben, die einer Unterlage [BT-122] nicht.',
      'Lassen Sie das Schema weg.',
    ],
    en: [
      'Reference of a document with a scheme',
      'Only the identifier of the invoiced object [BT-18] may have a scheme, not that of a document [BT-122].',
      'Leave out the scheme.',
    ],
  },
  'UBL-CR-666': objectOnly,
  'UBL-CR-673': objectOnly,
  'UBL-DT-01': {
    de: [
      'Betrag mit zu vielen Nachkommastellen',
      'Hier steht {.}. Beträge dürfen höchstens zwei Stellen nach dem Punkt haben; nur Einzelpreise dürfen mehr.',
      'Runden Sie auf volle Cent, und prüfen Sie danach die Summen.',
    ],
    en: [
      'Amount with too many decimals',
      'This holds {.}. Amounts may have two digits after the point at most; only unit prices may have more.',
      'Round to full cents, then check the totals.',
    ],
  },
  'UBL-DT-18': {
    de: [
      'Attribut name wird nicht verwendet',
      'Ein Element hat das Attribut name. Es ist nur beim Code der Zahlungsart [BT-81] erlaubt.',
      'Stellen Sie Ihr Rechnungsprogramm so ein, dass es das Attribut weglässt.',
    ],
    en: [
      'Attribute name is not used',
      'An element has the attribute name. It is allowed on the means of payment [BT-81] only.',
      'Set up your software to leave out the attribute.',
    ],
  },
  'UBL-SR-04': once('Kennung des abgerechneten Objekts (BT-18)', 'invoiced object identifier (BT-18)', '{BT-18}'),
  'UBL-SR-12': once('Umsatzsteuer-ID des Verkäufers (BT-31)', 'seller VAT identifier (BT-31)', '{BT-31}'),
  'UBL-SR-13': once('Steuernummer des Verkäufers (BT-32)', 'seller tax number (BT-32)', '{BT-32}'),
  'UBL-SR-18': once('Umsatzsteuer-ID des Käufers (BT-48)', 'buyer VAT identifier (BT-48)', '{BT-48}'),
  'UBL-SR-19': sepaPayee,
  'UBL-SR-20': sepaPayee,
  'UBL-SR-21': sepaPayee,
  'UBL-SR-29': once('Gläubiger-ID (BT-90)', 'creditor identifier (BT-90)', '{BT-90}'),
  'UBL-SR-43': {
    de: [
      'Verweis hat einen unbekannten Zweck',
      'Ein Verweis auf eine Unterlage hat den Typ {at cbc:DocumentTypeCode}. Erlaubt ist 130 für das abgerechnete Objekt [BT-18], in Gutschriften auch 50 für das Projekt [BT-11]; sonst weder Typ noch Schema.',
      'Lassen Sie Typ und Schema weg, wenn es eine Unterlage ist [BG-24].',
    ],
    en: [
      'Reference has an unknown purpose',
      'A reference to a document has the type {at cbc:DocumentTypeCode}. Allowed are 130 for the invoiced object [BT-18] and, in credit notes, 50 for the project [BT-11]; otherwise neither type nor scheme.',
      'Leave out type and scheme if it is a supporting document [BG-24].',
    ],
  },
  'UBL-SR-44': once('Verwendungszweck (BT-83)', 'remittance information (BT-83)', '{BT-83}'),
  'UBL-SR-47': once('Zahlungsart (BT-81)', 'means of payment (BT-81)', '{BT-81}'),
  'UBL-SR-53': {
    de: [
      'Steuernummer ohne Art der Steuer',
      'Zu einer Steuernummer gehört, für welche Steuer sie gilt (zum Beispiel VAT), und umgekehrt. Eines von beiden fehlt.',
      'Ergänzen Sie die Steuernummer oder die Art der Steuer.',
    ],
    en: [
      'Tax number without kind of tax',
      'A tax number needs the tax it is for (for example VAT), and the other way round. One of them is missing.',
      'Add the tax number or the kind of tax.',
    ],
  },
  'CII-SR-046': {
    de: [
      'Art der Artikelnummer fehlt',
      'Zur Nummer [BT-157] ({BT-157}) fehlt das Schema, das sagt, welche Art Nummer es ist.',
      'Ergänzen Sie das Schema, für eine GTIN 0160.',
    ],
    en: [
      'Kind of item number is missing',
      'The number [BT-157] ({BT-157}) has no scheme saying what kind of number it is.',
      'Add the scheme, 0160 for a GTIN.',
    ],
  },
  'CII-SR-090': {
    de: [
      'Herkunftsland ohne Code',
      'Das Herkunftsland eines Artikels ist begonnen, aber sein Code [BT-159] fehlt oder ist doppelt.',
      'Ergänzen Sie den Code mit zwei Buchstaben, oder lassen Sie das Land weg.',
    ],
    en: [
      'Country of origin without code',
      'The country of origin of an item is begun, but its code [BT-159] is missing or doubled.',
      'Add the code of two letters, or leave out the country.',
    ],
  },
  'CII-SR-119': {
    de: [
      'Rabatt auf den Preis ist unvollständig',
      'Ein Rabatt auf den Listenpreis braucht seinen Betrag [BT-147] und die Kennzeichnung false für Nachlass.',
      'Ergänzen Sie, was fehlt, oder lassen Sie den Rabatt weg.',
    ],
    en: [
      'Discount on the price is incomplete',
      'A discount on the gross price needs its amount [BT-147] and the indicator false for an allowance.',
      'Add what is missing, or leave out the discount.',
    ],
  },
  'CII-SR-449': notBoth('Kennung des Lieferortes (BT-71)', 'Deliver to location identifier (BT-71)'),
  'CII-SR-450': notBoth('Kennung des Käufers (BT-46)', 'Buyer identifier (BT-46)'),
  'CII-SR-451': notBoth('Kennung des Zahlungsempfängers (BT-60)', 'Payee identifier (BT-60)'),
  'CII-SR-457': once('Nummer der Vergabe oder des Loses (BT-17)', 'tender or lot reference (BT-17)', '{BT-17}'),
  'CII-SR-458': once('Kennung des abgerechneten Objekts (BT-18)', 'invoiced object identifier (BT-18)', '{BT-18}'),
  'CII-SR-462': {
    de: [
      'Zeitpunkt der Steuer ist verschieden angegeben',
      'Der Code [BT-8] muss überall derselbe sein. Gefunden: {BT-8}.',
      'Geben Sie überall denselben Code an.',
    ],
    en: ['VAT point differs', 'The code [BT-8] must be the same everywhere. Found: {BT-8}.', 'Give the same code everywhere.'],
  },
  'CII-SR-464': {
    de: [
      'Bank des Zahlenden wird nicht verwendet',
      'Die Rechnung nennt die Bank dessen, der zahlt. Die Norm EN 16931 kennt diese Angabe nicht.',
      'Lassen Sie sie weg; für eine Lastschrift genügt das belastete Konto [BT-91].',
    ],
    en: [
      "Payer's bank is not used",
      'The invoice names the bank of the payer. EN 16931 does not know this.',
      'Leave it out; for a direct debit the debited account [BT-91] will do.',
    ],
  },
  'CII-SR-465': notBoth('Ansprechpartner des Verkäufers (BT-41)', 'Seller contact point (BT-41)'),
  'CII-SR-466': notBoth('Ansprechpartner des Käufers (BT-56)', 'Buyer contact point (BT-56)'),
  'CII-SR-467': once('Zahlungsart (BT-81)', 'means of payment (BT-81)', '{BT-81}'),
  'CII-SR-468': once('Zahlungsart in Worten (BT-82)', 'means of payment in words (BT-82)', '{BT-82}'),
  'CII-SR-470': {
    de: [
      'Konto für die Überweisung fehlt',
      'Eine Zahlungsart ist eine Überweisung (30 oder 58). Dazu fehlt das Konto [BT-84].',
      'Ergänzen Sie die IBAN.',
    ],
    en: [
      'Account for the credit transfer is missing',
      'A means of payment is a credit transfer (30 or 58). Its account [BT-84] is missing.',
      'Add the IBAN.',
    ],
  },
  'CII-SR-474': once('Kennung des abgerechneten Objekts der Position (BT-128)', 'invoice line object identifier (BT-128)', '{BT-128}'),
  'CII-SR-475': once('Beschreibung der Unterlage (BT-123)', 'supporting document description (BT-123)', '{BT-123}'),
  'CII-SR-476': once('Angehängte Datei (BT-125)', 'attached document (BT-125)', '{BT-122}'),
  'CII-DT-015': onlyThere('URIID', ...supporting),
  'CII-DT-018': onlyThere('TypeCode', 'mit den Werten 50, 130 und 916', 'with the values 50, 130 and 916'),
  'CII-DT-021': onlyThere('Name', ...supporting),
  'CII-DT-022': onlyThere('AttachmentBinaryObject', ...supporting),
  'CII-DT-024': onlyThere('ReferenceTypeCode', 'beim abgerechneten Objekt (Typ 130)', 'with the invoiced object (type 130)'),
  'CII-DT-027': onlyThere('FormattedIssueDateTime', 'bei einer früheren Rechnung', 'with a preceding invoice'),
  'CII-DT-033': onlyThere('unitCode', 'bei einer Menge', 'with a quantity'),
  'CII-DT-037': {
    de: [
      'Andere Steuer als Umsatzsteuer',
      'Als Art der Steuer steht hier {at ram:TypeCode}. Die Norm kennt nur die Umsatzsteuer, VAT.',
      'Tragen Sie VAT ein.',
    ],
    en: ['Tax other than VAT', 'The kind of tax is {at ram:TypeCode}. The standard knows VAT only.', 'Enter VAT.'],
  },
  'CII-DT-041': onlyThere('BasisAmount', ...headerTax),
  'CII-DT-052': onlyThere('ExemptionReasonCode', ...headerTax),
  'CII-DT-054': onlyThere('TaxPointDate', ...headerTax),
  'CII-DT-058': onlyThere('DueDateTypeCode', ...headerTax),
  'CII-DT-097': {
    de: [
      'Datum ist nicht lesbar',
      'Hier steht {.}. Ein Datum hat acht Ziffern: Jahr, Monat, Tag, zum Beispiel 20261124.',
      'Berichtigen Sie das Datum.',
    ],
    en: ['Date cannot be read', 'This holds {.}. A date has eight digits: year, month, day, for example 20261124.', 'Correct the date.'],
  },
  'CII-DT-098': onlyThere('ExemptionReason', ...headerTax),
}
