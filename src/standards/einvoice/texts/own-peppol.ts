// Texts of the Peppol rules that are part of XRechnung.
import type { TextTable } from './rule-text.ts'

const indicator: TextTable[string] = {
  de: [
    'Nachlass oder Zuschlag?',
    'Es ist nicht erkennbar, ob der Betrag ein Nachlass oder ein Zuschlag ist: Die Kennzeichnung muss true oder false lauten, ohne Leerzeichen.',
    'Schreiben Sie false für einen Nachlass, true für einen Zuschlag.',
  ],
  en: [
    'Allowance or charge?',
    'It cannot be told whether the amount is an allowance or a charge: the indicator must be true or false, without spaces.',
    'Write false for an allowance, true for a charge.',
  ],
}

export const peppolTexts: TextTable = {
  'PEPPOL-EN16931-R005': {
    de: [
      'Zwei Währungen sind dieselbe',
      'Die Währung der Umsatzsteuer [BT-6] ist {BT-6}, ebenso die Währung der Rechnung [BT-5].',
      'Lassen Sie [BT-6] und [BT-111] weg; sie sind nur nötig, wenn die Währungen verschieden sind.',
    ],
    en: [
      'Two currencies are the same',
      'The VAT accounting currency [BT-6] is {BT-6}, and so is the currency of the invoice [BT-5].',
      'Leave out [BT-6] and [BT-111]; they are only needed if the currencies differ.',
    ],
  },
  'PEPPOL-EN16931-R008': {
    de: [
      'Leeres Element',
      'Ein Element der Datei ist leer: {path}.',
      'Füllen Sie das Feld aus, oder stellen Sie Ihr Rechnungsprogramm so ein, dass es leere Felder weglässt.',
    ],
    en: [
      'Empty element',
      'An element of the file is empty: {path}.',
      'Fill in the field, or set up your software to leave out empty fields.',
    ],
  },
  'PEPPOL-EN16931-R040': {
    de: [
      'Betrag passt nicht zum Prozentsatz',
      'Grundbetrag mal Prozentsatz ergibt {percentAmount}. Als Betrag stehen da {adjustmentAmount}.',
      'Berichtigen Sie Betrag, Grundbetrag oder Prozentsatz.',
    ],
    en: [
      'Amount does not fit the percentage',
      'Base amount times percentage comes to {percentAmount}. The amount given is {adjustmentAmount}.',
      'Correct amount, base amount or percentage.',
    ],
  },
  'PEPPOL-EN16931-R041': {
    de: [
      'Grundbetrag fehlt',
      'Zu einem Nachlass oder Zuschlag ist ein Prozentsatz angegeben, aber nicht, worauf er sich bezieht.',
      'Ergänzen Sie den Grundbetrag, oder lassen Sie den Prozentsatz weg.',
    ],
    en: [
      'Base amount is missing',
      'An allowance or charge has a percentage but not the amount it is taken of.',
      'Add the base amount, or leave out the percentage.',
    ],
  },
  'PEPPOL-EN16931-R042': {
    de: [
      'Prozentsatz fehlt',
      'Zu einem Nachlass oder Zuschlag ist ein Grundbetrag angegeben, aber kein Prozentsatz.',
      'Ergänzen Sie den Prozentsatz, oder lassen Sie den Grundbetrag weg.',
    ],
    en: [
      'Percentage is missing',
      'An allowance or charge has a base amount but no percentage.',
      'Add the percentage, or leave out the base amount.',
    ],
  },
  'PEPPOL-EN16931-R043': indicator,
  'PEPPOL-EN16931-R043-1': indicator,
  'PEPPOL-EN16931-R043-2': indicator,
  'PEPPOL-EN16931-R044': {
    de: [
      'Zuschlag auf den Preis nicht erlaubt',
      'Beim Preis eines Artikels darf nur ein Rabatt stehen, kein Zuschlag.',
      'Rechnen Sie den Zuschlag in den Preis ein, oder geben Sie ihn als Zuschlag der Position an [BG-28].',
    ],
    en: [
      'Charge on the price is not allowed',
      'The price of an item may have a discount only, no charge.',
      'Include the charge in the price, or give it as a charge of the line [BG-28].',
    ],
  },
  'PEPPOL-EN16931-R046': {
    de: [
      'Nettopreis stimmt nicht',
      'Listenpreis ({BT-148}) minus Rabatt ({BT-147}) ergibt {= BT-148 - BT-147}. In [BT-146] stehen {BT-146}.',
      'Berichtigen Sie Nettopreis, Listenpreis oder Rabatt.',
    ],
    en: [
      'Net price is wrong',
      'Gross price ({BT-148}) minus discount ({BT-147}) comes to {= BT-148 - BT-147}. [BT-146] says {BT-146}.',
      'Correct net price, gross price or discount.',
    ],
  },
  'PEPPOL-EN16931-R053': {
    de: [
      'Aufschlüsselung der Umsatzsteuer fehlt oder ist doppelt',
      'Die Datei muss genau eine Summe der Umsatzsteuer mit Aufschlüsselung [BG-23] enthalten.',
      'Fassen Sie die Aufschlüsselung in einer Summe zusammen.',
    ],
    en: [
      'VAT breakdown is missing or doubled',
      'The file must have exactly one VAT total with a breakdown [BG-23].',
      'Put the whole breakdown under one total.',
    ],
  },
  'PEPPOL-EN16931-R054': {
    de: [
      'Umsatzsteuer in der zweiten Währung stimmt nicht',
      'Eine Summe der Umsatzsteuer ohne Aufschlüsselung gehört genau einmal hinein, wenn eine Währung der Umsatzsteuer [BT-6] angegeben ist, sonst gar nicht. Hier ist [BT-6]: {BT-6}.',
      'Geben Sie [BT-6] und [BT-111] beide an oder beide nicht.',
    ],
    en: [
      'VAT in the second currency is wrong',
      'A VAT total without breakdown must be there exactly once if a VAT accounting currency [BT-6] is given, otherwise not at all. Here [BT-6] is: {BT-6}.',
      'Give both [BT-6] and [BT-111], or neither.',
    ],
  },
  'PEPPOL-EN16931-R055': {
    de: [
      'Vorzeichen der Umsatzsteuer verschieden',
      'Die Umsatzsteuer [BT-110] ist {BT-110}, in der zweiten Währung [BT-111] {BT-111}. Beide müssen positiv oder beide negativ sein.',
      'Berichtigen Sie das Vorzeichen.',
    ],
    en: [
      'Signs of VAT differ',
      'VAT [BT-110] is {BT-110}, in the second currency [BT-111] {BT-111}. Both must be positive or both negative.',
      'Correct the sign.',
    ],
  },
  'PEPPOL-EN16931-R101': {
    de: [
      'Verweis der Position hat den falschen Zweck',
      'Bei einer Position darf nur auf das abgerechnete Objekt verwiesen werden [BT-128], mit dem Typ 130.',
      'Setzen Sie den Typ des Verweises auf 130, oder geben Sie die Unterlage in [BG-24] an.',
    ],
    en: [
      'Reference of the line has the wrong purpose',
      'A line may refer to the invoiced object only [BT-128], with type 130.',
      'Set the type of the reference to 130, or give the document in [BG-24].',
    ],
  },
  'PEPPOL-EN16931-R110': {
    de: [
      'Zeitraum der Position beginnt zu früh',
      'Die Position beginnt am {BT-134}, der Abrechnungszeitraum der Rechnung erst am {BT-73}.',
      'Berichtigen Sie den Zeitraum der Position oder der Rechnung.',
    ],
    en: [
      'Period of the line begins too early',
      'The line begins on {BT-134}, the invoicing period only on {BT-73}.',
      'Correct the period of the line or of the invoice.',
    ],
  },
  'PEPPOL-EN16931-R111': {
    de: [
      'Zeitraum der Position endet zu spät',
      'Die Position endet am {BT-135}, der Abrechnungszeitraum der Rechnung schon am {BT-74}.',
      'Berichtigen Sie den Zeitraum der Position oder der Rechnung.',
    ],
    en: [
      'Period of the line ends too late',
      'The line ends on {BT-135}, the invoicing period already on {BT-74}.',
      'Correct the period of the line or of the invoice.',
    ],
  },
  'PEPPOL-EN16931-R120': {
    de: [
      'Nettobetrag der Position stimmt nicht',
      'Menge ({BT-129}) mal Preis ({BT-146}), geteilt durch die Menge, für die der Preis gilt, plus Zuschläge minus Nachlässe ergibt {lineAmount}. In [BT-131] stehen {BT-131}.',
      'Prüfen Sie Menge, Preis und [BT-149], und runden Sie erst am Ende auf Cent.',
    ],
    en: [
      'Net amount of the line is wrong',
      'Quantity ({BT-129}) times price ({BT-146}), divided by the quantity the price is for, plus charges minus allowances comes to {lineAmount}. [BT-131] says {BT-131}.',
      'Check quantity, price and [BT-149], and round to cents only at the end.',
    ],
  },
  'PEPPOL-EN16931-R121': {
    de: [
      'Preis gilt für keine Menge',
      'Die Menge, für die der Preis gilt [BT-149], ist {BT-149}. Sie muss größer als 0 sein.',
      'Tragen Sie 1 ein, oder lassen Sie das Feld weg.',
    ],
    en: [
      'Price is for no quantity',
      'The quantity the price is for [BT-149] is {BT-149}. It must be above 0.',
      'Enter 1, or leave out the field.',
    ],
  },
  'PEPPOL-EN16931-R130': {
    de: [
      'Zwei Einheiten in einer Position',
      'Die Menge ist in {BT-130} angegeben, der Preis für {BT-150}.',
      'Verwenden Sie für Menge und Preis dieselbe Einheit.',
    ],
    en: ['Two units in one line', 'The quantity is in {BT-130}, the price is per {BT-150}.', 'Use the same unit for quantity and price.'],
  },
}
