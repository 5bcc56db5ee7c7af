// Many public services made from the shipped ones, for measuring: the same texts with other compounds in the names.
import type { PublicService } from '../domain/public-service.ts'

const heads =
  'Anzeige Auskunft Bescheinigung Bewilligung Erlaubnis Förderung Genehmigung Prüfung Zulassung Zuschuss Befreiung Verlängerung Eintragung Beratung Ausnahme Zustimmung'.split(
    ' ',
  )
const objects =
  'Abwasser Acker Anlagen Arbeitsschutz Arznei Aufzug Bergbau Biber Brandschutz Brücken Chemie Deich Druck Eichamt Emissions Energie Feuerwerk Flug Forst Friedhof Futter Gefahrgut Gentechnik Geologie Grenz Hafen Handels Heil Hygiene Imker Industrie Kanal Kataster Keller Kran Kultur Labor Lager Landschaft Lebensmittel Lehr Markt Meister Mineral Moor Motor Mühlen Museum Natur Obst Optik Patent Pflanzen Photo Quell Rettungs Rohr Saatgut Schiff Schul Seil Sonder Spreng Stall Stiftung Strahlen Tabak Tier Trink Turm Ufer Umwelt Verlags Vieh Vogel Wald Wasser Wein Werft Wetter Wild Zaun Ziegel Zoll Zucker'.split(
    ' ',
  )

/** `count` services with keys of their own; the shipped ones come first and stay as they are. */
export function generateServices(shipped: readonly PublicService[], count: number): readonly PublicService[] {
  const made = [...shipped]
  for (let number = 0; made.length < count; number++) {
    const model = shipped[number % shipped.length]
    const object = objects[number % objects.length] ?? ''
    const head = heads[Math.floor(number / objects.length) % heads.length] ?? ''
    const variant = Math.floor(number / (objects.length * heads.length))
    if (model === undefined) break
    const name = `${object}${head.toLowerCase()}${variant === 0 ? '' : ` Klasse ${variant}`}`
    const { online: _online, ...described } = model
    made.push({
      ...described,
      key: `erzeugt-${number}`,
      title: { de: name, en: `${head} ${object}` },
      keywords: { de: [name, `${object} ${head}`], en: [] },
      related: [],
    })
  }
  return made
}
