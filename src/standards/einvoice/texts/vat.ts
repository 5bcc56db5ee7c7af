// Texts of the rules per VAT category (BR-S-01 … BR-O-14): the same demands for nine categories, told once.
import type { RuleText, RuleTexts } from './rule-text.ts'

interface Category {
  readonly code: string
  readonly de: string
  readonly en: string
  /** The rate must be above zero, zero or more, exactly zero, or may not be given. */
  readonly rate: 'positive' | 'any' | 'zero' | 'none'
  /** Whether the breakdown must give a reason why there is no tax; else it may not. */
  readonly reason: boolean
  readonly breakdowns: 'one' | 'several'
  readonly ids: readonly [de: string, en: string]
}

const seller: Category['ids'] = [
  'eine Steuernummer des Verkäufers ([BT-31] oder [BT-32]) oder seines Steuervertreters ([BT-63])',
  'a tax number of the seller ([BT-31] or [BT-32]) or of the tax representative ([BT-63])',
]
const sellerVat: Category['ids'] = ['[BT-31] oder [BT-63]', '[BT-31] or [BT-63]']

const categories: Readonly<Record<string, Category>> = {
  S: {
    code: 'S',
    de: 'Normaler oder ermäßigter Steuersatz',
    en: 'standard or reduced rate',
    rate: 'positive',
    reason: false,
    breakdowns: 'several',
    ids: seller,
  },
  Z: { code: 'Z', de: 'Nullsatz', en: 'zero rated', rate: 'zero', reason: false, breakdowns: 'one', ids: seller },
  E: { code: 'E', de: 'steuerbefreit', en: 'exempt from VAT', rate: 'zero', reason: true, breakdowns: 'one', ids: seller },
  AE: {
    code: 'AE',
    de: 'Steuerschuld beim Käufer (Reverse Charge)',
    en: 'reverse charge',
    rate: 'zero',
    reason: true,
    breakdowns: 'one',
    ids: [`${seller[0]} und eine Nummer des Käufers ([BT-48] oder [BT-47])`, `${seller[1]} and a number of the buyer ([BT-48] or [BT-47])`],
  },
  IC: {
    code: 'K',
    de: 'innergemeinschaftliche Lieferung',
    en: 'intra-community supply',
    rate: 'zero',
    reason: true,
    breakdowns: 'one',
    ids: [`${sellerVat[0]}, und dazu [BT-48]`, `${sellerVat[1]}, and with it [BT-48]`],
  },
  G: { code: 'G', de: 'steuerfreie Ausfuhr', en: 'export outside the EU', rate: 'zero', reason: true, breakdowns: 'one', ids: sellerVat },
  O: { code: 'O', de: 'nicht steuerbar', en: 'outside the scope of VAT', rate: 'none', reason: true, breakdowns: 'one', ids: seller },
  AF: {
    code: 'L',
    de: 'IGIC (Kanarische Inseln)',
    en: 'IGIC (Canary Islands)',
    rate: 'any',
    reason: false,
    breakdowns: 'several',
    ids: seller,
  },
  AG: {
    code: 'M',
    de: 'IPSI (Ceuta und Melilla)',
    en: 'IPSI (Ceuta and Melilla)',
    rate: 'any',
    reason: false,
    breakdowns: 'several',
    ids: seller,
  },
}

/** What the rate must be: in German the verb and the rest, in English as one. */
const rateDemands: Readonly<Record<Category['rate'], readonly [de: readonly [string, string], en: string]>> = {
  positive: [['muss', 'größer als 0 sein'], 'must be above 0'],
  any: [['muss', '0 oder größer sein'], 'must be 0 or more'],
  zero: [['muss', '0 sein'], 'must be 0'],
  none: [['darf', 'nicht angegeben sein'], 'may not be given'],
}

/** What a rule is about by its number: a line, an allowance, a charge; each with the terms of category and rate. */
const subjects = [
  { de: 'Eine Position', en: 'A line', inDe: 'der Position', inEn: 'the line', category: 'BT-151', rate: 'BT-152' },
  { de: 'Ein Nachlass', en: 'An allowance', inDe: 'des Nachlasses', inEn: 'the allowance', category: 'BT-95', rate: 'BT-96' },
  { de: 'Ein Zuschlag', en: 'A charge', inDe: 'des Zuschlags', inEn: 'the charge', category: 'BT-102', rate: 'BT-103' },
] as const
type Subject = (typeof subjects)[number]

/** The text of a rule about a VAT category; undefined if it is no such rule. */
export function vatText(rule: string): RuleTexts | undefined {
  const [, name = '', digits = ''] = /^BR-([A-Z]{1,2})-(\d\d)$/.exec(rule) ?? []
  const category = categories[name]
  if (category === undefined) return undefined
  const number = Number(digits)
  if (number === 1) return breakdownMissing(category)
  const subject = subjects[(number - 2) % 3]
  if (number <= 4 && subject !== undefined)
    return category.rate === 'none' ? idsForbidden(category, subject) : idsMissing(category, subject)
  if (number <= 7 && subject !== undefined) return rateWrong(category, subject)
  if (number === 8) return taxableWrong(category)
  if (number === 9) return taxWrong(category)
  if (number === 10) return category.reason ? reasonMissing(category) : reasonForbidden(category)
  return name === 'O' ? mixedText(number) : deliveryText(number)
}

const both = (de: RuleText, en: RuleText): RuleTexts => ({ de, en })

function breakdownMissing({ code, de, en, breakdowns }: Category): RuleTexts {
  const [howDe, howEn] = breakdowns === 'one' ? ['genau einen Eintrag', 'exactly one entry'] : ['einen Eintrag', 'an entry']
  return both(
    [
      `Kategorie ${code} fehlt in der Aufschlüsselung der Umsatzsteuer`,
      `Die Steuerkategorie ${code} (${de}) kommt bei Positionen, Nachlässen oder Zuschlägen vor. Die Aufschlüsselung [BG-23] muss dafür ${howDe} haben; dort stehen die Kategorien {BT-118}.`,
      `Ergänzen Sie in [BG-23] ${howDe} mit der Kategorie ${code}, oder berichtigen Sie die Kategorie der Position.`,
    ],
    [
      `Category ${code} is missing in the VAT breakdown`,
      `Lines, allowances or charges have the VAT category ${code} (${en}). The breakdown [BG-23] must have ${howEn} for it; it holds the categories {BT-118}.`,
      `Add ${howEn} with category ${code} to [BG-23], or correct the category of the line.`,
    ],
  )
}

function idsMissing({ code, de, en, ids }: Category, subject: Subject): RuleTexts {
  return both(
    [
      `Steuernummer fehlt (Kategorie ${code})`,
      `${subject.de} hat die Steuerkategorie ${code} (${de}). Dafür braucht die Rechnung ${ids[0]}.`,
      'Tragen Sie die fehlende Nummer ein, oder berichtigen Sie die Steuerkategorie.',
    ],
    [
      `Tax number missing (category ${code})`,
      `${subject.en} has the VAT category ${code} (${en}). The invoice then needs ${ids[1]}.`,
      'Add the missing number, or correct the VAT category.',
    ],
  )
}

function idsForbidden({ code, de, en }: Category, subject: Subject): RuleTexts {
  return both(
    [
      `Umsatzsteuer-ID bei Kategorie ${code} nicht erlaubt`,
      `${subject.de} hat die Steuerkategorie ${code} (${de}). Dann darf die Rechnung keine Umsatzsteuer-ID nennen; sie nennt aber [BT-31] ({BT-31}), [BT-63] ({BT-63}) oder [BT-48] ({BT-48}).`,
      'Entfernen Sie die Umsatzsteuer-IDs, oder wählen Sie die richtige Steuerkategorie, zum Beispiel E für steuerbefreit.',
    ],
    [
      `VAT identifier not allowed with category ${code}`,
      `${subject.en} has the VAT category ${code} (${en}). The invoice may then name no VAT identifier, but it has [BT-31] ({BT-31}), [BT-63] ({BT-63}) or [BT-48] ({BT-48}).`,
      'Remove the VAT identifiers, or choose the right category, for example E for exempt.',
    ],
  )
}

function rateWrong({ code, de, en, rate }: Category, subject: Subject): RuleTexts {
  const [mustDe, mustEn] = rateDemands[rate]
  const [todoDe, todoEn] =
    rate === 'none' ? ['Entfernen Sie den Steuersatz', 'Remove the VAT rate'] : ['Berichtigen Sie den Steuersatz', 'Correct the VAT rate']
  return both(
    [
      `Steuersatz passt nicht zur Kategorie ${code}`,
      `Bei der Steuerkategorie ${code} (${de}) ${mustDe[0]} der Steuersatz ${subject.inDe} ${mustDe[1]}. Im Feld [${subject.rate}] steht {${subject.rate}}.`,
      `${todoDe} ${subject.inDe}, oder wählen Sie in [${subject.category}] die richtige Kategorie.`,
    ],
    [
      `VAT rate does not fit category ${code}`,
      `With the VAT category ${code} (${en}) the rate of ${subject.inEn} ${mustEn}. The field [${subject.rate}] holds {${subject.rate}}.`,
      `${todoEn} of ${subject.inEn}, or choose the right category in [${subject.category}].`,
    ],
  )
}

function taxableWrong({ code, de, en, breakdowns }: Category): RuleTexts {
  const [withDe, withEn] = breakdowns === 'several' ? [' und dem Satz {BT-119} %', ' and the rate {BT-119} %'] : ['', '']
  return both(
    [
      `Nettobetrag der Kategorie ${code} stimmt nicht`,
      `Positionen minus Nachlässe plus Zuschläge mit der Kategorie ${code} (${de})${withDe} ergeben {taxable}. In [BT-116] stehen {BT-116}.`,
      'Berichtigen Sie den Nettobetrag in der Aufschlüsselung, oder prüfen Sie Kategorie und Satz der einzelnen Positionen.',
    ],
    [
      `Net amount of category ${code} is wrong`,
      `Lines minus allowances plus charges with category ${code} (${en})${withEn} come to {taxable}. [BT-116] says {BT-116}.`,
      'Correct the net amount in the breakdown, or check category and rate of each line.',
    ],
  )
}

function taxWrong({ code, de, en, rate }: Category): RuleTexts {
  const [isDe, isEn] = rate === 'positive' || rate === 'any' ? ['{= BT-116 * BT-119 / 100}', '{= BT-116 * BT-119 / 100}'] : ['0', '0']
  const [howDe, howEn] = isDe === '0' ? ['', ''] : [' ({BT-116} × {BT-119} %)', ' ({BT-116} × {BT-119} %)']
  return both(
    [
      `Steuerbetrag der Kategorie ${code} stimmt nicht`,
      `Bei der Kategorie ${code} (${de}) muss die Steuer ${isDe} betragen${howDe}. In [BT-117] stehen {BT-117}.`,
      'Berichtigen Sie den Steuerbetrag, und prüfen Sie danach die Summe der Umsatzsteuer und den Gesamtbetrag.',
    ],
    [
      `Tax amount of category ${code} is wrong`,
      `With category ${code} (${en}) the tax must be ${isEn}${howEn}. [BT-117] says {BT-117}.`,
      'Correct the tax amount, then check the total of VAT and the invoice total.',
    ],
  )
}

function reasonMissing({ code, de, en }: Category): RuleTexts {
  return both(
    [
      `Grund fehlt, warum keine Steuer anfällt (Kategorie ${code})`,
      `Die Aufschlüsselung hat die Kategorie ${code} (${de}), nennt aber keinen Grund.`,
      `Füllen Sie [BT-120] mit dem Grund in Worten oder [BT-121] mit dem passenden Code aus.`,
    ],
    [
      `No reason why there is no tax (category ${code})`,
      `The breakdown has the category ${code} (${en}) but gives no reason.`,
      `Fill in [BT-120] with the reason in words or [BT-121] with the code.`,
    ],
  )
}

function reasonForbidden({ code, de, en }: Category): RuleTexts {
  return both(
    [
      `Grund einer Befreiung bei Kategorie ${code} nicht erlaubt`,
      `Die Aufschlüsselung hat die Kategorie ${code} (${de}); das ist keine Steuerbefreiung. Trotzdem steht in [BT-120] {BT-120} und in [BT-121] {BT-121}.`,
      'Entfernen Sie den Grund, oder wählen Sie die Kategorie der Befreiung, zum Beispiel E.',
    ],
    [
      `Exemption reason not allowed with category ${code}`,
      `The breakdown has the category ${code} (${en}), which is no exemption. Yet [BT-120] holds {BT-120} and [BT-121] holds {BT-121}.`,
      'Remove the reason, or choose the category of the exemption, for example E.',
    ],
  )
}

function mixedText(number: number): RuleTexts {
  const [whatDe, whatEn] =
    [
      ['weitere Einträge in der Aufschlüsselung [BG-23]', 'further entries in the breakdown [BG-23]'],
      ['Positionen mit anderen Steuerkategorien', 'lines with other VAT categories'],
      ['Nachlässe mit anderen Steuerkategorien', 'allowances with other VAT categories'],
      ['Zuschläge mit anderen Steuerkategorien', 'charges with other VAT categories'],
    ][number - 11] ?? []
  return both(
    [
      'Nicht steuerbare und andere Umsätze gemischt',
      `Die Aufschlüsselung nennt die Kategorie O (nicht steuerbar). Dann darf die Rechnung nichts anderes enthalten; sie hat aber ${whatDe ?? ''}.`,
      'Schreiben Sie für die nicht steuerbaren Umsätze eine eigene Rechnung, oder berichtigen Sie die Kategorien.',
    ],
    [
      'Supplies outside the scope of VAT mixed with others',
      `The breakdown names category O (outside the scope of VAT). The invoice may then hold nothing else, but it has ${whatEn ?? ''}.`,
      'Write an invoice of its own for what is outside the scope of VAT, or correct the categories.',
    ],
  )
}

function deliveryText(number: number): RuleTexts {
  const [fieldDe, fieldEn] =
    number === 11
      ? ['der Tag der Lieferung [BT-72] oder der Zeitraum [BG-14]', 'the day of delivery [BT-72] or the period [BG-14]']
      : ['das Land der Lieferung [BT-80]', 'the country of delivery [BT-80]']
  return both(
    [
      'Angaben zur innergemeinschaftlichen Lieferung fehlen',
      `Die Aufschlüsselung nennt die Kategorie K (innergemeinschaftliche Lieferung). Dafür fehlt ${fieldDe}.`,
      'Ergänzen Sie die Angabe, oder berichtigen Sie die Steuerkategorie.',
    ],
    [
      'Details of the intra-community supply are missing',
      `The breakdown names category K (intra-community supply). For it ${fieldEn} is missing.`,
      'Add it, or correct the VAT category.',
    ],
  )
}
