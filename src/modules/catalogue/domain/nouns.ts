// Nouns of administration that stand in compounds, beside the words of the catalogue itself.

/** Folded; a word of three letters is only taken when it stands here. */
export const nouns: ReadonlySet<string> = new Set(
  (
    'abfall abgabe abwasser adresse akte alter amt angel anlage anliegen anmeldung anschrift antrag anwohner anzeige arbeit arzt aufenthalt auskunft ausland ausweis auto ' +
    'bau baum beamte bedarf behinderten behorde beitrag bescheid bescheinigung besuch betreuung betrieb bewohner bibliothek bild boden brief buch bund burger ' +
    'daten denkmal dienst dokument ehe ein eltern energie erbe erlaubnis euro fahr fahrer fahrrad fahrzeug fall familie fest feuer film firma fisch fischerei flachen frist fund ' +
    'garage garten gast gebuhr geburt geld gemeinde gericht geschaft gesundheit gewerbe grab grund grundstuck gutschein hafen halter handel handwerk haus heim heirat heizung hilfe hoch holz hund ' +
    'jagd jahr jugend karte kasse keller kennzeichen kind kinder kirche kita klasse kopie kosten kraft kranken kreis kultur kunde lager land lebens leistung liste luft ' +
    'markt marke meister melde meldung miete mieter mittel mobel mull musik mutter nachweis name natur netz neben ort park parken pass pension person personal pfand pflege plakat platz polizei post prufung ' +
    'rad rat raum rechnung recht register reise reisen rente renten restaurant sache schaden schein schiff schrank schule schuler schutz schwer see sicherheit sonder sorge spiel sport staat stadt stelle sterbe steuer strasse student studium ' +
    'tafel tag tages technik teil tier tonne tourist umzug unfall unterhalt unterlagen urkunde urlaub vater verein verfahren verkehr verlust vermogen versicherung vertrag verwaltung vorschuss ' +
    'waffe waffen wagen wahl wald wasser weg werk wohn wohnung wohnungs zahlung zeichen zeit zentrum zeugnis zone zulage zulassung zuschuss zustimmung zwang zweit'
  ).split(' '),
)
