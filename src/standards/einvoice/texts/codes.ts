// Texts of the rules about code lists (BR-CL, BR-DEX-04 … 08): which field, which list.
import type { RuleText, RuleTexts } from './rule-text.ts'

/** Field in German and English, the list, how such a code looks; `scheme` where the code is the scheme of an identifier. */
type Coded = readonly [de: string, en: string, list: string, example: string, scheme?: string]

const icd = 'ISO 6523 ICD'
const eas = 'CEF EAS'
const codedByRule: Readonly<Record<string, Coded>> = {
  'BR-CL-01': ['[BT-3]', '[BT-3]', 'UNTDID 1001', '380'],
  'BR-CL-03': ['Währung eines Betrags', 'currency of an amount', 'ISO 4217', 'EUR', 'currencyID'],
  'BR-CL-04': ['[BT-5]', '[BT-5]', 'ISO 4217', 'EUR'],
  'BR-CL-05': ['[BT-6]', '[BT-6]', 'ISO 4217', 'EUR'],
  'BR-CL-06': ['[BT-8]', '[BT-8]', 'UNTDID 2005 / 2475', '35'],
  'BR-CL-07': ['Schema zu [BT-18] oder [BT-128]', 'scheme of [BT-18] or [BT-128]', 'UNTDID 1153', 'AAJ', 'schemeID'],
  'BR-CL-08': ['[BT-21]', '[BT-21]', 'UNTDID 4451', 'AAI'],
  'BR-CL-10': ['Schema einer Kennung', 'scheme of an identifier', icd, '0088', 'schemeID'],
  'BR-CL-11': ['Schema einer Registernummer', 'scheme of a registration number', icd, '0002', 'schemeID'],
  'BR-CL-13': ['Schema zu [BT-158]', 'scheme of [BT-158]', 'UNTDID 7143', 'STI', 'listID'],
  'BR-CL-14': ['Code eines Landes', 'code of a country', 'ISO 3166-1', 'DE'],
  'BR-CL-15': ['[BT-159]', '[BT-159]', 'ISO 3166-1', 'DE'],
  'BR-CL-16': ['[BT-81]', '[BT-81]', 'UNTDID 4461', '58'],
  'BR-CL-17': [
    'Steuerkategorie der Aufschlüsselung, eines Nachlasses oder Zuschlags',
    'VAT category of the breakdown, an allowance or a charge',
    'UNTDID 5305',
    'S',
  ],
  'BR-CL-18': ['Steuerkategorie einer Position', 'VAT category of a line', 'UNTDID 5305', 'S'],
  'BR-CL-19': ['Code für den Grund eines Nachlasses', 'reason code of an allowance', 'UNTDID 5189', '95'],
  'BR-CL-20': ['Code für den Grund eines Zuschlags', 'reason code of a charge', 'UNTDID 7161', 'FC'],
  'BR-CL-21': ['Schema zu [BT-157]', 'scheme of [BT-157]', icd, '0160', 'schemeID'],
  'BR-CL-22': ['[BT-121]', '[BT-121]', 'CEF VATEX', 'VATEX-EU-AE'],
  'BR-CL-23': ['Einheit einer Menge', 'unit of a quantity', 'UN/ECE Rec 20 / 21', 'H87', 'unitCode'],
  'BR-CL-24': ['Dateityp einer Anlage', 'file type of an attachment', 'MIME', 'application/pdf', 'mimeCode'],
  'BR-CL-25': ['Schema einer elektronischen Adresse', 'scheme of an electronic address', eas, 'EM', 'schemeID'],
  'BR-CL-26': ['Schema zu [BT-71]', 'scheme of [BT-71]', icd, '0088', 'schemeID'],
  'BR-DEX-01': ['Dateityp einer Anlage', 'file type of an attachment', 'MIME, XRechnung Extension', 'application/pdf', 'mimeCode'],
  'BR-DEX-04': ['Schema einer Kennung', 'scheme of an identifier', icd, '0088', 'schemeID'],
  'BR-DEX-05': ['Schema einer Registernummer', 'scheme of a registration number', icd, '0002', 'schemeID'],
  'BR-DEX-06': ['Schema zu [BT-157]', 'scheme of [BT-157]', icd, '0160', 'schemeID'],
  'BR-DEX-07': ['Schema einer elektronischen Adresse', 'scheme of an electronic address', eas, 'EM', 'schemeID'],
  'BR-DEX-08': ['Schema zu [BT-71]', 'scheme of [BT-71]', icd, '0088', 'schemeID'],
  'BR-TMP-CVD-01': ['Schema zu [BT-158]', 'scheme of [BT-158]', 'UNTDID 7143', 'CVD', 'listID'],
}

/** The text of a rule about a code; undefined if it is no such rule. */
export function codeText(rule: string): RuleTexts | undefined {
  const coded = codedByRule[rule]
  return coded === undefined ? undefined : { de: german(coded), en: english(coded) }
}

function german([field, , list, example, attribute]: Coded): RuleText {
  return [
    attribute === undefined ? 'Unbekannter Code' : `Unbekannter Code: ${field}`,
    `${field}: Hier steht {${found(attribute)}}. Dieser Code steht nicht in der Liste, die dafür gilt (${list}).`,
    `Wählen Sie einen Code der Liste ${list}, zum Beispiel ${example}. Achten Sie auf Groß- und Kleinschreibung und auf Leerzeichen.`,
  ]
}

function english([, field, list, example, attribute]: Coded): RuleText {
  return [
    attribute === undefined ? 'Unknown code' : `Unknown code: ${field}`,
    `${field}: This holds {${found(attribute)}}. That code is not in the list that applies (${list}).`,
    `Choose a code of the list ${list}, for example ${example}. Mind capital letters and spaces.`,
  ]
}

function found(attribute: string | undefined): string {
  return attribute === undefined ? '.' : `@${attribute}`
}
