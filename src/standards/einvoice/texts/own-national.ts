// Texts of the rules of XRechnung (BR-DE, BR-DEX, CVD, TMP) that have nothing in common with others.
import type { TextTable } from './rule-text.ts'

export const nationalTexts: TextTable = {
  'BR-DE-17': {
    de: [
      'Ungewohnte Art der Rechnung',
      'In [BT-3] steht {BT-3}. Erwartet werden 326 (Teilrechnung), 380 (Rechnung), 381 (Gutschrift), 384 (Korrektur), 389 (Gutschrift im Auftrag des Käufers) und 875, 876, 877 (Bauleistungen).',
      'Wählen Sie einen dieser Codes, meist 380.',
    ],
    en: [
      'Unusual type of invoice',
      '[BT-3] holds {BT-3}. Expected are 326 (partial), 380 (invoice), 381 (credit note), 384 (correction), 389 (self-billed) and 875, 876, 877 (construction).',
      'Choose one of these codes, mostly 380.',
    ],
  },
  'BR-DE-18': {
    de: [
      'Skonto ist nicht lesbar',
      'Eine Zeile mit # in [BT-20] hat nicht die vereinbarte Form. Hier steht: {BT-20}.',
      'Schreiben Sie jedes Skonto in eine eigene Zeile wie #SKONTO#TAGE=14#PROZENT=2.25# und beenden Sie auch die letzte mit einem Zeilenumbruch. Prozente haben einen Punkt und zwei Nachkommastellen.',
    ],
    en: [
      'Cash discount cannot be read',
      'A line with # in [BT-20] is not of the agreed form. It says: {BT-20}.',
      'Write each discount in a line of its own like #SKONTO#TAGE=14#PROZENT=2.25# and end the last one with a line break, too. Percentages have a point and two decimals.',
    ],
  },
  'BR-DE-19': {
    de: [
      'IBAN ist nicht richtig',
      'Gezahlt werden soll per SEPA-Überweisung (Code 58). In [BT-84] steht {BT-84}; das ist keine gültige IBAN.',
      'Prüfen Sie die IBAN auf Tippfehler. Die zwei Prüfziffern nach dem Land müssen stimmen.',
    ],
    en: [
      'IBAN is not right',
      'Payment is by SEPA credit transfer (code 58). [BT-84] holds {BT-84}, which is no valid IBAN.',
      'Check the IBAN for typing errors. The two check digits after the country must be right.',
    ],
  },
  'BR-DE-20': {
    de: [
      'IBAN für die Lastschrift ist nicht richtig',
      'Gezahlt werden soll per SEPA-Lastschrift (Code 59). In [BT-91] steht {BT-91}; das ist keine gültige IBAN.',
      'Prüfen Sie die IBAN auf Tippfehler.',
    ],
    en: [
      'IBAN for the direct debit is not right',
      'Payment is by SEPA direct debit (code 59). [BT-91] holds {BT-91}, which is no valid IBAN.',
      'Check the IBAN for typing errors.',
    ],
  },
  'BR-DE-21': {
    de: [
      'Kennung des Standards ist ungewohnt',
      'In [BT-24] steht {BT-24}. Das ist nicht die Kennung von XRechnung 3.0.',
      'Stellen Sie im Rechnungsprogramm das Format XRechnung 3.0 ein: urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0.',
    ],
    en: [
      'Identifier of the standard is unusual',
      '[BT-24] holds {BT-24}. That is not the identifier of XRechnung 3.0.',
      'Choose the format XRechnung 3.0 in your software: urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0.',
    ],
  },
  'BR-DE-22': {
    de: [
      'Zwei Anlagen heißen gleich',
      'Jede angehängte Datei braucht einen eigenen Namen. Mindestens zwei Anlagen haben denselben.',
      'Geben Sie den Anlagen verschiedene Dateinamen.',
    ],
    en: [
      'Two attachments have the same name',
      'Each attached file needs a name of its own. At least two share one.',
      'Give the attachments different file names.',
    ],
  },
  'BR-DE-23-a': {
    de: [
      'Konto für die Überweisung fehlt',
      'Die Zahlungsart {BT-81} ist eine Überweisung. Dazu fehlen die Angaben [BG-17].',
      'Ergänzen Sie die IBAN in [BT-84].',
    ],
    en: [
      'Account for the credit transfer is missing',
      'The means of payment {BT-81} is a credit transfer. Its details [BG-17] are missing.',
      'Add the IBAN in [BT-84].',
    ],
  },
  'BR-DE-23-b': {
    de: [
      'Angaben passen nicht zur Überweisung',
      'Die Zahlungsart {BT-81} ist eine Überweisung. Angaben zu Karte [BG-18] oder Lastschrift [BG-19] dürfen dann nicht dabei sein.',
      'Entfernen Sie sie, oder wählen Sie die richtige Zahlungsart.',
    ],
    en: [
      'Details do not fit a credit transfer',
      'The means of payment {BT-81} is a credit transfer. Details of a card [BG-18] or a direct debit [BG-19] may not be given then.',
      'Remove them, or choose the right means of payment.',
    ],
  },
  'BR-DE-24-a': {
    de: [
      'Angaben zur Karte fehlen',
      'Die Zahlungsart {BT-81} ist eine Kartenzahlung. Dazu fehlen die Angaben [BG-18].',
      'Ergänzen Sie die (gekürzte) Kartennummer in [BT-87].',
    ],
    en: [
      'Card details are missing',
      'The means of payment {BT-81} is a card. Its details [BG-18] are missing.',
      'Add the (shortened) card number in [BT-87].',
    ],
  },
  'BR-DE-24-b': {
    de: [
      'Angaben passen nicht zur Kartenzahlung',
      'Die Zahlungsart {BT-81} ist eine Kartenzahlung. Angaben zu Überweisung [BG-17] oder Lastschrift [BG-19] dürfen dann nicht dabei sein.',
      'Entfernen Sie sie, oder wählen Sie die richtige Zahlungsart.',
    ],
    en: [
      'Details do not fit a card payment',
      'The means of payment {BT-81} is a card. Details of a credit transfer [BG-17] or a direct debit [BG-19] may not be given then.',
      'Remove them, or choose the right means of payment.',
    ],
  },
  'BR-DE-25-a': {
    de: [
      'Angaben zur Lastschrift fehlen',
      'Die Zahlungsart {BT-81} ist eine Lastschrift. Dazu fehlen die Angaben [BG-19].',
      'Ergänzen Sie Mandatsreferenz, Gläubiger-ID und belastetes Konto.',
    ],
    en: [
      'Direct debit details are missing',
      'The means of payment {BT-81} is a direct debit. Its details [BG-19] are missing.',
      'Add mandate reference, creditor identifier and debited account.',
    ],
  },
  'BR-DE-25-b': {
    de: [
      'Angaben passen nicht zur Lastschrift',
      'Die Zahlungsart {BT-81} ist eine Lastschrift. Angaben zu Überweisung [BG-17] oder Karte [BG-18] dürfen dann nicht dabei sein.',
      'Entfernen Sie sie, oder wählen Sie die richtige Zahlungsart.',
    ],
    en: [
      'Details do not fit a direct debit',
      'The means of payment {BT-81} is a direct debit. Details of a credit transfer [BG-17] or a card [BG-18] may not be given then.',
      'Remove them, or choose the right means of payment.',
    ],
  },
  'BR-DE-26': {
    de: [
      'Korrektur ohne Bezug',
      'Die Rechnung ist eine Korrektur (Code 384), nennt aber nicht, welche Rechnung sie berichtigt.',
      'Ergänzen Sie in [BT-25] die Nummer der früheren Rechnung.',
    ],
    en: [
      'Correction without reference',
      'The invoice is a correction (code 384) but does not name the invoice it corrects.',
      'Add the number of the preceding invoice in [BT-25].',
    ],
  },
  'BR-DE-27': {
    de: [
      'Telefonnummer ist unvollständig',
      'In [BT-42] steht {BT-42}. Eine Telefonnummer hat mindestens drei Ziffern.',
      'Tragen Sie eine Nummer ein, unter der man Sie erreicht.',
    ],
    en: [
      'Telephone number is incomplete',
      '[BT-42] holds {BT-42}. A telephone number has at least three digits.',
      'Enter a number where you can be reached.',
    ],
  },
  'BR-DE-28': {
    de: [
      'E-Mail-Adresse ist nicht richtig',
      'In [BT-43] steht {BT-43}. Das sieht nicht wie eine E-Mail-Adresse aus.',
      'Tragen Sie genau eine Adresse der Form name@firma.de ein.',
    ],
    en: [
      'Email address is not right',
      '[BT-43] holds {BT-43}. That does not look like an email address.',
      'Enter exactly one address like name@company.com.',
    ],
  },
  'BR-DE-CVD-03': {
    de: [
      'Kein Fahrzeug genannt',
      'Die Rechnung ist als Rechnung über saubere Fahrzeuge gekennzeichnet. Keine Position hat die Klassifizierung CVD [BT-158] und die Eigenschaft cva [BT-160].',
      'Ergänzen Sie beides bei mindestens einer Position, oder wählen Sie in [BT-24] die gewöhnliche XRechnung.',
    ],
    en: [
      'No vehicle named',
      'The invoice is marked as one on clean vehicles. No line has the classification CVD [BT-158] and the attribute cva [BT-160].',
      'Add both to at least one line, or choose the ordinary XRechnung in [BT-24].',
    ],
  },
  'BR-DE-CVD-04': {
    de: [
      'Unbekannte Fahrzeugklasse',
      'In [BT-158] mit der Liste CVD steht {.}. Erlaubt sind M1, M2, M3, N1, N2 und N3.',
      'Wählen Sie die Klasse des Fahrzeugs aus diesen sechs.',
    ],
    en: [
      'Unknown vehicle category',
      '[BT-158] with the list CVD holds {.}. Allowed are M1, M2, M3, N1, N2 and N3.',
      'Choose the category of the vehicle out of these six.',
    ],
  },
  'BR-DE-CVD-05': {
    de: [
      'Unbekannter Wert für saubere Fahrzeuge',
      'Zur Eigenschaft cva steht in [BT-161] {BT-161}. Erlaubt sind clean, zero-emission und other.',
      'Wählen Sie einen dieser drei Werte.',
    ],
    en: [
      'Unknown value for clean vehicles',
      'For the attribute cva [BT-161] holds {BT-161}. Allowed are clean, zero-emission and other.',
      'Choose one of these three values.',
    ],
  },
  'BR-DE-CVD-06-a': {
    de: [
      'Eigenschaft cva fehlt oder ist doppelt',
      'Die Position hat die Klassifizierung CVD. Dann muss sie genau eine Eigenschaft mit dem Namen cva haben [BT-160].',
      'Ergänzen Sie die Eigenschaft cva, oder entfernen Sie die überzähligen.',
    ],
    en: [
      'Attribute cva is missing or doubled',
      'The line has the classification CVD. It must then have exactly one attribute named cva [BT-160].',
      'Add the attribute cva, or remove the surplus ones.',
    ],
  },
  'BR-DE-CVD-06-b': {
    de: [
      'Klassifizierung CVD fehlt oder ist doppelt',
      'Die Position hat die Eigenschaft cva. Dann muss sie genau eine Klassifizierung mit der Liste CVD haben [BT-158].',
      'Ergänzen Sie die Fahrzeugklasse, oder entfernen Sie die überzähligen.',
    ],
    en: [
      'Classification CVD is missing or doubled',
      'The line has the attribute cva. It must then have exactly one classification with the list CVD [BT-158].',
      'Add the vehicle category, or remove the surplus ones.',
    ],
  },
  'BR-DE-TMP-32': {
    de: [
      'Wann wurde geliefert?',
      'Die Rechnung sagt nicht, wann geliefert oder geleistet wurde.',
      'Nennen Sie den Tag [BT-72], den Zeitraum der Rechnung [BG-14] oder bei jeder Position einen Zeitraum [BG-26].',
    ],
    en: [
      'When was it delivered?',
      'The invoice does not say when goods were delivered or work was done.',
      'Give the day [BT-72], the period of the invoice [BG-14], or a period [BG-26] for each line.',
    ],
  },
  'BR-DEX-02': {
    de: [
      'Unterpositionen ergeben nicht den Betrag der Position',
      'Der Nettobetrag einer Position oder Unterposition [BT-131] ist nicht die Summe der Unterpositionen direkt darunter.',
      'Prüfen Sie die Beträge der Unterpositionen von oben nach unten. Jede Ebene muss die darunter ergeben.',
    ],
    en: [
      'Sub lines do not add up to the line',
      'The net amount of a line or sub line [BT-131] is not the sum of the sub lines directly below it.',
      'Check the amounts of the sub lines from the top down. Each level must be the sum of the one below.',
    ],
  },
  'BR-DEX-03': {
    de: [
      'Umsatzsteuer der Unterposition fehlt',
      'Jede Unterposition braucht genau eine Angabe zur Umsatzsteuer [BG-DEX-06].',
      'Ergänzen Sie Steuerkategorie und Steuersatz der Unterposition, oder entfernen Sie die zweite Angabe.',
    ],
    en: [
      'VAT of the sub line is missing',
      'Each sub line needs exactly one entry on VAT [BG-DEX-06].',
      'Add VAT category and rate of the sub line, or remove the second entry.',
    ],
  },
  'BR-DEX-09': {
    de: [
      'Zu zahlender Betrag stimmt nicht',
      'Brutto ({BT-112}) minus bereits gezahlt ({BT-113}) plus Rundung ({BT-114}) plus fremde Forderungen ({= sum(BT-DEX-002)}) ergibt {= BT-112 - BT-113 + BT-114 + sum(BT-DEX-002)}. In [BT-115] stehen {BT-115}.',
      'Berichtigen Sie den zu zahlenden Betrag, oder prüfen Sie die Beträge, aus denen er entsteht.',
    ],
    en: [
      'Amount due is wrong',
      'Total with VAT ({BT-112}) minus paid ({BT-113}) plus rounding ({BT-114}) plus third party payments ({= sum(BT-DEX-002)}) comes to {= BT-112 - BT-113 + BT-114 + sum(BT-DEX-002)}. [BT-115] says {BT-115}.',
      'Correct the amount due, or check the amounts it is made of.',
    ],
  },
  'BR-DEX-14': {
    de: [
      'Fremde Forderung in anderer Währung',
      'Der Betrag [BT-DEX-002] muss in der Währung der Rechnung ({BT-5}) angegeben sein.',
      'Rechnen Sie den Betrag um, oder berichtigen Sie die Währung.',
    ],
    en: [
      'Third party payment in another currency',
      'The amount [BT-DEX-002] must be in the currency of the invoice ({BT-5}).',
      'Convert the amount, or correct the currency.',
    ],
  },
  'BR-DEX-15': {
    de: [
      'Unterpositionen gehen in diesem Format nicht',
      'Eine Position verweist auf eine übergeordnete. XRechnung kennt Unterpositionen im Format CII nicht; ihre Beträge zählen als eigene Positionen.',
      'Fassen Sie die Positionen zusammen, oder senden Sie die Rechnung im Format UBL.',
    ],
    en: [
      'Sub lines do not work in this format',
      'A line refers to one above it. XRechnung knows no sub lines in CII; their amounts count as lines of their own.',
      'Merge the lines, or send the invoice as UBL.',
    ],
  },
  'BR-TMP-2': {
    de: [
      'Internetadresse ist unvollständig',
      'In [BT-124] steht {BT-124}. Das ist keine vollständige Adresse.',
      'Schreiben Sie die Adresse ganz aus, zum Beispiel https://firma.de/lieferschein-17.pdf.',
    ],
    en: [
      'Internet address is incomplete',
      '[BT-124] holds {BT-124}. That is no complete address.',
      'Write the address in full, for example https://company.com/note-17.pdf.',
    ],
  },
  'BR-TMP-3': {
    de: [
      'Preis gilt für zwei verschiedene Mengen',
      'Die Menge, für die der Preis gilt [BT-149], steht beim Listenpreis und beim Nettopreis verschieden, oder ihre Einheit [BT-150] ist verschieden.',
      'Geben Sie an beiden Stellen dieselbe Menge und Einheit an, oder nur an einer.',
    ],
    en: [
      'Price is for two different quantities',
      'The quantity the price is for [BT-149] differs between gross price and net price, or its unit [BT-150] does.',
      'Give the same quantity and unit in both places, or in one only.',
    ],
  },
  'UBL-CR-470': {
    de: [
      'Fremde Forderung',
      'Die Rechnung enthält das Element PrepaidPayment. Nur die XRechnung Extension kennt es, als fremde Forderung [BG-DEX-09].',
      'Geben Sie eine Anzahlung in [BT-113] an, oder wählen Sie das Format XRechnung Extension.',
    ],
    en: [
      'Third party payment',
      'The invoice has the element PrepaidPayment. Only the XRechnung extension knows it, as a third party payment [BG-DEX-09].',
      'Give a prepayment in [BT-113], or choose the format XRechnung Extension.',
    ],
  },
  'UBL-CR-646': {
    de: [
      'Unterpositionen',
      'Die Rechnung hat Unterpositionen [BG-DEX-01]. Nur die XRechnung Extension kennt sie; die Kennung [BT-24] lautet {BT-24}.',
      'Wählen Sie im Rechnungsprogramm das Format XRechnung Extension, oder machen Sie aus den Unterpositionen Positionen.',
    ],
    en: [
      'Sub lines',
      'The invoice has sub lines [BG-DEX-01]. Only the XRechnung extension knows them; the identifier [BT-24] is {BT-24}.',
      'Choose the format XRechnung Extension in your software, or turn the sub lines into lines.',
    ],
  },
}
