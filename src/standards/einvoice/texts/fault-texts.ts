// Texts of faults before any rule: what is no XML, no known kind of invoice, no valid structure.
import type { RuleTexts, TextTable } from './rule-text.ts'

const createAnew = {
  de: 'Erzeugen Sie die Datei mit Ihrem Rechnungsprogramm neu, und senden Sie sie unverändert.',
  en: 'Create the file again with your invoicing software, and send it unchanged.',
} as const

function notXml(de: string, en: string): RuleTexts {
  return {
    de: ['Die Datei ist beschädigt', `Die Datei lässt sich nicht als XML lesen. ${de}`, createAnew.de],
    en: ['The file is damaged', `The file cannot be read as XML. ${en}`, createAnew.en],
  }
}

function tooMuch(de: string, en: string): RuleTexts {
  return {
    de: ['Die Datei ist zu groß', de, 'Verkleinern Sie die Anlagen, oder teilen Sie die Rechnung auf.'],
    en: ['The file is too large', en, 'Make the attachments smaller, or split the invoice.'],
  }
}

const wrongEncoding: RuleTexts = {
  de: [
    'Schriftzeichen sind nicht lesbar',
    'Die Datei nennt eine andere Zeichenkodierung, als sie hat, oder eine unbekannte. Gelesen werden UTF-8, UTF-16 und ISO-8859-1.',
    'Speichern Sie die Datei als UTF-8. Oft ist sie durch Kopieren in einem Textprogramm verändert worden.',
  ],
  en: [
    'Characters cannot be read',
    'The file names another encoding than it has, or an unknown one. UTF-8, UTF-16 and ISO-8859-1 are read.',
    'Save the file as UTF-8. Often it was changed by copying it in a text editor.',
  ],
}

export const faultTexts: TextTable = {
  'too-large': tooMuch('Die Datei hat mehr Bytes, als angenommen werden.', 'The file has more bytes than are accepted.'),
  'too-deep': tooMuch('Die Elemente der Datei sind zu tief ineinander geschachtelt.', 'The elements of the file are nested too deeply.'),
  'too-many-elements': tooMuch('Die Datei hat zu viele Elemente.', 'The file has too many elements.'),
  'too-many-attributes': tooMuch('Ein Element hat zu viele Attribute.', 'An element has too many attributes.'),
  'name-too-long': tooMuch('Ein Name in der Datei ist zu lang.', 'A name in the file is too long.'),
  'text-too-long': tooMuch('Ein Text oder eine Anlage ist zu groß.', 'A text or an attachment is too large.'),
  'encoding-unknown': wrongEncoding,
  'encoding-broken': wrongEncoding,
  declaration: notXml('Die erste Zeile ist keine richtige XML-Deklaration.', 'The first line is no right XML declaration.'),
  doctype: {
    de: [
      'Datei mit DOCTYPE',
      'Die Datei enthält eine DOCTYPE-Angabe. Solche Dateien werden aus Gründen der Sicherheit nicht angenommen.',
      'Stellen Sie Ihr Rechnungsprogramm so ein, dass es keine DOCTYPE-Angabe schreibt.',
    ],
    en: [
      'File with a DOCTYPE',
      'The file has a DOCTYPE declaration. Such files are not accepted for reasons of security.',
      'Set up your software to write no DOCTYPE.',
    ],
  },
  empty: {
    de: ['Die Datei ist leer', 'Die Datei enthält kein einziges Element.', 'Prüfen Sie, ob Sie die richtige Datei gesendet haben.'],
    en: ['The file is empty', 'The file has not a single element.', 'Check that you sent the right file.'],
  },
  'outside-root': notXml('Vor oder nach der Rechnung steht noch etwas anderes.', 'There is something else before or after the invoice.'),
  name: notXml('Ein Name enthält unerlaubte Zeichen.', 'A name has characters that are not allowed.'),
  tag: notXml('Ein Element ist nicht richtig geschrieben.', 'An element is not written correctly.'),
  'end-tag': notXml('Ein Element endet anders, als es beginnt.', 'An element ends with another name than it begins with.'),
  'not-closed': notXml('Die Datei bricht mitten in einem Element ab.', 'The file breaks off within an element.'),
  attribute: notXml('Ein Attribut ist nicht richtig geschrieben.', 'An attribute is not written correctly.'),
  'duplicate-attribute': notXml('Ein Element hat ein Attribut zweimal.', 'An element has the same attribute twice.'),
  'prefix-unbound': notXml('Ein Element hat ein Präfix, das nirgends erklärt ist.', 'An element has a prefix that is declared nowhere.'),
  namespace: notXml('Ein Namensraum ist nicht richtig angegeben.', 'A namespace is not given correctly.'),
  reference: notXml('Ein &-Zeichen steht unmaskiert im Text.', 'An & stands unescaped in the text.'),
  character: notXml('Die Datei enthält ein Zeichen, das in XML nicht erlaubt ist.', 'The file has a character that XML does not allow.'),
  'cdata-end-in-text': notXml('Im Text steht die Zeichenfolge ]]>.', 'The text has the characters ]]>.'),
  comment: notXml('Ein Kommentar ist nicht richtig geschrieben.', 'A comment is not written correctly.'),
  'processing-instruction': notXml(
    'Eine Verarbeitungsanweisung ist nicht richtig geschrieben.',
    'A processing instruction is not written correctly.',
  ),
  'no-scenario': {
    de: [
      'Keine XRechnung und keine EN-16931-Rechnung',
      'Die Kennung des Standards [BT-24] lautet {BT-24}. Angenommen werden XRechnung 3.0 und EN 16931 im Format UBL (Rechnung oder Gutschrift) oder CII.',
      'Wählen Sie im Rechnungsprogramm das Format XRechnung 3.0. Achten Sie auf Leerzeichen in der Kennung.',
    ],
    en: [
      'Neither XRechnung nor an EN 16931 invoice',
      'The identifier of the standard [BT-24] is {BT-24}. Accepted are XRechnung 3.0 and EN 16931 as UBL (invoice or credit note) or CII.',
      'Choose the format XRechnung 3.0 in your software. Mind spaces in the identifier.',
    ],
  },
  undecided: {
    de: [
      'Die Prüfung konnte nicht zu Ende rechnen',
      'Ein Betrag, ein Datum oder eine Kennzeichnung ist so geschrieben, dass eine amtliche Regel damit nicht rechnen kann. Die Rechnung wird nicht abgelehnt, aber auch nicht angenommen.',
      'Prüfen Sie Zahlen und Daten auf Buchstaben, Leerzeichen und Kommas. Beträge haben einen Punkt, zum Beispiel 1234.50.',
    ],
    en: [
      'The check could not be finished',
      'An amount, a date or an indicator is written in a way an official rule cannot calculate with. The invoice is neither rejected nor accepted.',
      'Check numbers and dates for letters, spaces and commas. Amounts have a point, for example 1234.50.',
    ],
  },
}

/** Structure faults: {name} is the element or attribute concerned, {path} where, {type} the kind of value wanted. */
export const structureTexts: TextTable = {
  'root-unknown': {
    de: [
      'Das ist keine Rechnung',
      'Die Datei beginnt mit einem Element, das weder eine Rechnung noch eine Gutschrift ist: {path}.',
      'Prüfen Sie, ob Sie die richtige Datei gesendet haben.',
    ],
    en: [
      'This is no invoice',
      'The file begins with an element that is neither an invoice nor a credit note: {path}.',
      'Check that you sent the right file.',
    ],
  },
  'element-unexpected': {
    de: [
      'Element {name} steht an falscher Stelle',
      'Das Element {name} ist hier nicht vorgesehen oder kommt zu spät: {path}.',
      `Die Reihenfolge der Elemente ist vorgeschrieben. ${createAnew.de}`,
    ],
    en: [
      'Element {name} is in the wrong place',
      'The element {name} is not foreseen here or comes too late: {path}.',
      `The order of elements is prescribed. ${createAnew.en}`,
    ],
  },
  'element-repeated': {
    de: [
      'Element {name} kommt zu oft vor',
      'Das Element {name} steht öfter da, als erlaubt ist: {path}.',
      `Behalten Sie nur eines. ${createAnew.de}`,
    ],
    en: [
      'Element {name} occurs too often',
      'The element {name} is there more often than allowed: {path}.',
      `Keep only one. ${createAnew.en}`,
    ],
  },
  'element-missing': {
    de: [
      'Element {name} fehlt',
      'Hier fehlt das vorgeschriebene Element {name}: {path}.',
      `Ergänzen Sie die Angabe im Rechnungsprogramm. ${createAnew.de}`,
    ],
    en: ['Element {name} is missing', 'The required element {name} is missing here: {path}.', `Add it in your software. ${createAnew.en}`],
  },
  'element-in-value': {
    de: ['Element statt Wert', 'Hier gehört nur ein Wert hin, es steht aber ein Element darin: {path}.', createAnew.de],
    en: ['Element instead of a value', 'Only a value belongs here, but there is an element in it: {path}.', createAnew.en],
  },
  'text-in-elements': {
    de: ['Text zwischen Elementen', 'Hier stehen nur Elemente, es steht aber Text dazwischen: {path}.', createAnew.de],
    en: ['Text between elements', 'Only elements belong here, but there is text between them: {path}.', createAnew.en],
  },
  'value-wrong': {
    de: [
      'Wert hat die falsche Form',
      'Hier steht {value}. Verlangt ist {type}: {path}.',
      'Berichtigen Sie den Wert. Zahlen haben einen Punkt statt eines Kommas, ein Datum die Form 2026-11-24 (UBL).',
    ],
    en: [
      'Value has the wrong form',
      'This holds {value}. Required is {type}: {path}.',
      'Correct the value. Numbers have a point, a date looks like 2026-11-24 (UBL).',
    ],
  },
  'attribute-unexpected': {
    de: [
      'Attribut {name} ist nicht erlaubt',
      'Das Attribut {name} ist hier nicht vorgesehen: {path}.',
      `Entfernen Sie es. ${createAnew.de}`,
    ],
    en: ['Attribute {name} is not allowed', 'The attribute {name} is not foreseen here: {path}.', `Remove it. ${createAnew.en}`],
  },
  'attribute-missing': {
    de: [
      'Attribut {name} fehlt',
      'Hier fehlt das vorgeschriebene Attribut {name}: {path}.',
      'Ergänzen Sie es, bei Beträgen zum Beispiel die Währung (currencyID="EUR").',
    ],
    en: [
      'Attribute {name} is missing',
      'The required attribute {name} is missing here: {path}.',
      'Add it, for amounts for example the currency (currencyID="EUR").',
    ],
  },
  'attribute-wrong': {
    de: [
      'Attribut {name} hat die falsche Form',
      'Das Attribut {name} enthält {value}. Verlangt ist {type}: {path}.',
      'Berichtigen Sie den Wert des Attributs.',
    ],
    en: [
      'Attribute {name} has the wrong form',
      'The attribute {name} holds {value}. Required is {type}: {path}.',
      'Correct the value of the attribute.',
    ],
  },
  'type-wrong': {
    de: ['Angabe zum Typ ist falsch', 'Ein Element nennt einen Typ (xsi:type), der hier nicht gilt: {path}.', createAnew.de],
    en: ['Type is wrong', 'An element names a type (xsi:type) that does not apply here: {path}.', createAnew.en],
  },
  nil: {
    de: [
      'Element ist als leer gekennzeichnet',
      'Ein Element ist mit xsi:nil als leer gekennzeichnet; das ist hier nicht erlaubt: {path}.',
      'Füllen Sie das Feld aus, oder lassen Sie es weg.',
    ],
    en: [
      'Element is marked as empty',
      'An element is marked as empty by xsi:nil, which is not allowed here: {path}.',
      'Fill in the field, or leave it out.',
    ],
  },
}
