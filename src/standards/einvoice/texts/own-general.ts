// Texts of the rules of EN 16931 that have nothing in common with others: prices, periods, sums, identifiers.
import type { TextTable } from './rule-text.ts'

export const generalTexts: TextTable = {
  'BR-17': {
    de: [
      'Zahlungsempfänger ist unklar',
      'Ein Zahlungsempfänger ist angegeben. Sein Name [BT-59] fehlt, oder er ist derselbe wie der Verkäufer ({BT-27}).',
      'Nennen Sie den Namen, wenn jemand anderes als der Verkäufer das Geld bekommt. Sonst entfernen Sie den Zahlungsempfänger.',
    ],
    en: [
      'Payee is unclear',
      'A payee is given. The name [BT-59] is missing, or it is the same as the seller ({BT-27}).',
      'Give the name if someone other than the seller is paid. Otherwise remove the payee.',
    ],
  },
  'BR-27': {
    de: [
      'Nettopreis ist negativ',
      'Der Preis [BT-146] ist {BT-146}. Ein Preis darf nicht kleiner als 0 sein.',
      'Geben Sie den Preis ohne Minus an. Für eine Rücknahme machen Sie die Menge [BT-129] negativ.',
    ],
    en: [
      'Net price is negative',
      'The price [BT-146] is {BT-146}. A price may not be below 0.',
      'Give the price without a minus. For a return make the quantity [BT-129] negative.',
    ],
  },
  'BR-28': {
    de: [
      'Listenpreis ist negativ',
      'Der Preis vor Rabatt [BT-148] ist {BT-148}. Er darf nicht kleiner als 0 sein.',
      'Geben Sie den Preis ohne Minus an, oder lassen Sie ihn weg.',
    ],
    en: [
      'Gross price is negative',
      'The price before discount [BT-148] is {BT-148}. It may not be below 0.',
      'Give the price without a minus, or leave it out.',
    ],
  },
  'BR-29': {
    de: [
      'Zeitraum endet vor seinem Beginn',
      'Der Abrechnungszeitraum beginnt am {BT-73} und endet am {BT-74}.',
      'Berichtigen Sie Beginn oder Ende des Zeitraums.',
    ],
    en: [
      'Period ends before it begins',
      'The invoicing period begins on {BT-73} and ends on {BT-74}.',
      'Correct the start or the end of the period.',
    ],
  },
  'BR-30': {
    de: [
      'Zeitraum der Position endet vor seinem Beginn',
      'Der Zeitraum beginnt am {BT-134} und endet am {BT-135}.',
      'Berichtigen Sie Beginn oder Ende des Zeitraums der Position.',
    ],
    en: [
      'Period of the line ends before it begins',
      'The period begins on {BT-134} and ends on {BT-135}.',
      'Correct the start or the end of the period of the line.',
    ],
  },
  'BR-51': {
    de: [
      'Kartennummer ist zu vollständig',
      'Im Feld [BT-87] stehen mehr Ziffern, als in einer Rechnung stehen sollen. Üblich sind höchstens die ersten sechs und die letzten vier.',
      'Ersetzen Sie die mittleren Ziffern der Karte, zum Beispiel durch X.',
    ],
    en: [
      'Card number is too complete',
      'The field [BT-87] holds more digits than an invoice should show. At most the first six and the last four are usual.',
      'Replace the digits in the middle of the card number, for example by X.',
    ],
  },
  'BR-62': {
    de: [
      'Art der elektronischen Adresse fehlt',
      'Zur Adresse [BT-34] ({BT-34}) fehlt das Schema, das sagt, was für eine Adresse es ist.',
      'Ergänzen Sie das Schema, für eine E-Mail-Adresse EM.',
    ],
    en: [
      'Kind of electronic address is missing',
      'The address [BT-34] ({BT-34}) has no scheme saying what kind of address it is.',
      'Add the scheme, EM for an email address.',
    ],
  },
  'BR-63': {
    de: [
      'Art der elektronischen Adresse fehlt',
      'Zur Adresse [BT-49] ({BT-49}) fehlt das Schema, das sagt, was für eine Adresse es ist.',
      'Ergänzen Sie das Schema, für eine E-Mail-Adresse EM.',
    ],
    en: [
      'Kind of electronic address is missing',
      'The address [BT-49] ({BT-49}) has no scheme saying what kind of address it is.',
      'Add the scheme, EM for an email address.',
    ],
  },
  'BR-64': {
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
  'BR-65': {
    de: [
      'Art der Klassifizierung fehlt',
      'Zum Code [BT-158] ({BT-158}) fehlt, aus welcher Klassifizierung er stammt.',
      'Ergänzen Sie die Liste, zum Beispiel STI für CPV.',
    ],
    en: [
      'Kind of classification is missing',
      'The code [BT-158] ({BT-158}) does not say which classification it comes from.',
      'Add the list, for example STI for CPV.',
    ],
  },
  'BR-B-01': {
    de: [
      'Geteilte Zahlung nur in Italien',
      'Die Steuerkategorie B (geteilte Zahlung) gilt nur zwischen Verkäufer und Käufer in Italien. Hier sind die Länder {BT-40} und {BT-55}.',
      'Wählen Sie die Steuerkategorie, die für diesen Umsatz gilt, meist S.',
    ],
    en: [
      'Split payment is for Italy only',
      'The VAT category B (split payment) is only for seller and buyer in Italy. Here the countries are {BT-40} and {BT-55}.',
      'Choose the VAT category that applies, mostly S.',
    ],
  },
  'BR-B-02': {
    de: [
      'Geteilte Zahlung mit normaler Steuer gemischt',
      'Die Rechnung enthält die Steuerkategorien B (geteilte Zahlung) und S zugleich.',
      'Schreiben Sie zwei Rechnungen, oder berichtigen Sie die Kategorien.',
    ],
    en: [
      'Split payment mixed with standard VAT',
      'The invoice has the VAT categories B (split payment) and S at once.',
      'Write two invoices, or correct the categories.',
    ],
  },
  'BR-CO-03': {
    de: [
      'Steuerzeitpunkt doppelt angegeben',
      'Der Tag [BT-7] ({BT-7}) und der Code [BT-8] ({BT-8}) schließen einander aus.',
      'Behalten Sie nur eine der beiden Angaben.',
    ],
    en: ['VAT point given twice', 'The day [BT-7] ({BT-7}) and the code [BT-8] ({BT-8}) exclude each other.', 'Keep only one of the two.'],
  },
  'BR-CO-05': {
    de: [
      'Grund und Code des Nachlasses widersprechen sich',
      'In [BT-97] steht {BT-97}, in [BT-98] der Code {BT-98}.',
      'Wählen Sie einen Code, der zum Grund passt, oder lassen Sie ihn weg.',
    ],
    en: [
      'Reason and code of the allowance differ',
      '[BT-97] says {BT-97}, [BT-98] holds the code {BT-98}.',
      'Choose a code that fits the reason, or leave it out.',
    ],
  },
  'BR-CO-06': {
    de: [
      'Grund und Code des Zuschlags widersprechen sich',
      'In [BT-104] steht {BT-104}, in [BT-105] der Code {BT-105}.',
      'Wählen Sie einen Code, der zum Grund passt, oder lassen Sie ihn weg.',
    ],
    en: [
      'Reason and code of the charge differ',
      '[BT-104] says {BT-104}, [BT-105] holds the code {BT-105}.',
      'Choose a code that fits the reason, or leave it out.',
    ],
  },
  'BR-CO-07': {
    de: [
      'Grund und Code des Nachlasses der Position widersprechen sich',
      'In [BT-139] steht {BT-139}, in [BT-140] der Code {BT-140}.',
      'Wählen Sie einen Code, der zum Grund passt, oder lassen Sie ihn weg.',
    ],
    en: [
      'Reason and code of the line allowance differ',
      '[BT-139] says {BT-139}, [BT-140] holds the code {BT-140}.',
      'Choose a code that fits the reason, or leave it out.',
    ],
  },
  'BR-CO-08': {
    de: [
      'Grund und Code des Zuschlags der Position widersprechen sich',
      'In [BT-144] steht {BT-144}, in [BT-145] der Code {BT-145}.',
      'Wählen Sie einen Code, der zum Grund passt, oder lassen Sie ihn weg.',
    ],
    en: [
      'Reason and code of the line charge differ',
      '[BT-144] says {BT-144}, [BT-145] holds the code {BT-145}.',
      'Choose a code that fits the reason, or leave it out.',
    ],
  },
  'BR-CO-09': {
    de: [
      'Umsatzsteuer-ID ohne Land',
      'Eine Umsatzsteuer-ID muss mit den zwei Buchstaben ihres Landes beginnen, für Griechenland EL. Hier stehen: Verkäufer {BT-31}, Steuervertreter {BT-63}, Käufer {BT-48}.',
      'Schreiben Sie das Land davor, zum Beispiel DE123456789. Eine Steuernummer des Finanzamts gehört in [BT-32].',
    ],
    en: [
      'VAT identifier without country',
      'A VAT identifier must begin with the two letters of its country, EL for Greece. Found: seller {BT-31}, tax representative {BT-63}, buyer {BT-48}.',
      'Put the country in front, for example DE123456789. A tax number of the tax office belongs into [BT-32].',
    ],
  },
  'BR-CO-10': {
    de: [
      'Summe der Positionen stimmt nicht',
      'Die Positionen ergeben zusammen {= sum(BT-131)}. In [BT-106] stehen {BT-106}.',
      'Berichtigen Sie die Summe, oder prüfen Sie die Nettobeträge der Positionen [BT-131].',
    ],
    en: [
      'Sum of the lines is wrong',
      'The lines add up to {= sum(BT-131)}. [BT-106] says {BT-106}.',
      'Correct the sum, or check the net amounts of the lines [BT-131].',
    ],
  },
  'BR-CO-11': {
    de: [
      'Summe der Nachlässe stimmt nicht',
      'Die Nachlässe ergeben zusammen {= sum(BT-92)}. In [BT-107] steht: {BT-107}.',
      'Berichtigen Sie die Summe, oder prüfen Sie die einzelnen Nachlässe [BT-92].',
    ],
    en: [
      'Sum of the allowances is wrong',
      'The allowances add up to {= sum(BT-92)}. [BT-107] says: {BT-107}.',
      'Correct the sum, or check each allowance [BT-92].',
    ],
  },
  'BR-CO-12': {
    de: [
      'Summe der Zuschläge stimmt nicht',
      'Die Zuschläge ergeben zusammen {= sum(BT-99)}. In [BT-108] steht: {BT-108}.',
      'Berichtigen Sie die Summe, oder prüfen Sie die einzelnen Zuschläge [BT-99].',
    ],
    en: [
      'Sum of the charges is wrong',
      'The charges add up to {= sum(BT-99)}. [BT-108] says: {BT-108}.',
      'Correct the sum, or check each charge [BT-99].',
    ],
  },
  'BR-CO-13': {
    de: [
      'Gesamtbetrag netto stimmt nicht',
      'Positionen ({BT-106}) minus Nachlässe ({BT-107}) plus Zuschläge ({BT-108}) ergeben {= BT-106 - BT-107 + BT-108}. In [BT-109] stehen {BT-109}.',
      'Berichtigen Sie den Gesamtbetrag netto oder die Summen, aus denen er entsteht.',
    ],
    en: [
      'Total without VAT is wrong',
      'Lines ({BT-106}) minus allowances ({BT-107}) plus charges ({BT-108}) come to {= BT-106 - BT-107 + BT-108}. [BT-109] says {BT-109}.',
      'Correct the total without VAT or the sums it is made of.',
    ],
  },
  'BR-CO-14': {
    de: [
      'Summe der Umsatzsteuer stimmt nicht',
      'Die Steuerbeträge der Aufschlüsselung ergeben zusammen {= sum(BT-117)}. In [BT-110] stehen {BT-110}.',
      'Berichtigen Sie die Summe der Umsatzsteuer, oder prüfen Sie die Steuerbeträge [BT-117].',
    ],
    en: [
      'Total of VAT is wrong',
      'The tax amounts of the breakdown add up to {= sum(BT-117)}. [BT-110] says {BT-110}.',
      'Correct the total of VAT, or check the tax amounts [BT-117].',
    ],
  },
  'BR-CO-15': {
    de: [
      'Gesamtbetrag brutto stimmt nicht',
      'Netto ({BT-109}) plus Umsatzsteuer ({BT-110}) ergibt {= BT-109 + BT-110}. In [BT-112] stehen {BT-112}.',
      'Berichtigen Sie den Gesamtbetrag brutto, oder prüfen Sie Nettobetrag und Umsatzsteuer. Die Umsatzsteuer muss in der Währung der Rechnung ({BT-5}) angegeben sein.',
    ],
    en: [
      'Total with VAT is wrong',
      'Net ({BT-109}) plus VAT ({BT-110}) comes to {= BT-109 + BT-110}. [BT-112] says {BT-112}.',
      'Correct the total with VAT, or check net amount and VAT. VAT must be given in the currency of the invoice ({BT-5}).',
    ],
  },
  'BR-CO-16': {
    de: [
      'Zu zahlender Betrag stimmt nicht',
      'Brutto ({BT-112}) minus bereits gezahlt ({BT-113}) plus Rundung ({BT-114}) ergibt {= BT-112 - BT-113 + BT-114}. In [BT-115] stehen {BT-115}.',
      'Berichtigen Sie den zu zahlenden Betrag, oder prüfen Sie Anzahlung und Rundung.',
    ],
    en: [
      'Amount due is wrong',
      'Total with VAT ({BT-112}) minus paid ({BT-113}) plus rounding ({BT-114}) comes to {= BT-112 - BT-113 + BT-114}. [BT-115] says {BT-115}.',
      'Correct the amount due, or check prepayment and rounding.',
    ],
  },
  'BR-CO-17': {
    de: [
      'Steuerbetrag stimmt nicht',
      '{BT-116} × {BT-119} % ergibt {= BT-116 * BT-119 / 100}. In [BT-117] stehen {BT-117}.',
      'Berichtigen Sie den Steuerbetrag oder den Steuersatz, und prüfen Sie danach die Summen.',
    ],
    en: [
      'Tax amount is wrong',
      '{BT-116} × {BT-119} % comes to {= BT-116 * BT-119 / 100}. [BT-117] says {BT-117}.',
      'Correct the tax amount or the rate, then check the totals.',
    ],
  },
  'BR-CO-27': {
    de: [
      'Konto doppelt oder gar nicht angegeben',
      'Für die Überweisung muss in [BT-84] entweder eine IBAN oder eine andere Kontonummer stehen, nicht beides und nicht keines.',
      'Behalten Sie nur die IBAN.',
    ],
    en: [
      'Account given twice or not at all',
      'For the credit transfer [BT-84] must hold either an IBAN or another account number, not both and not none.',
      'Keep the IBAN only.',
    ],
  },
}
