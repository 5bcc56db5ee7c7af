// What the codes met most often mean, in words; a code without words is shown as it is.
import type { TextLanguage } from './rule-text.ts'

type Names = Readonly<Record<string, readonly [de: string, en: string]>>

const documentTypes: Names = {
  '326': ['Teilrechnung', 'Partial invoice'],
  '380': ['Rechnung', 'Invoice'],
  '381': ['Gutschrift', 'Credit note'],
  '384': ['Korrigierte Rechnung', 'Corrected invoice'],
  '389': ['Gutschrift im Auftrag des Käufers', 'Self-billed invoice'],
  '875': ['Abschlagsrechnung (Bau)', 'Partial construction invoice'],
  '876': ['Teilschlussrechnung (Bau)', 'Partial final construction invoice'],
  '877': ['Schlussrechnung (Bau)', 'Final construction invoice'],
}

const paymentMeans: Names = {
  '10': ['Barzahlung', 'Cash'],
  '20': ['Scheck', 'Cheque'],
  '30': ['Überweisung', 'Credit transfer'],
  '42': ['Zahlung auf ein Bankkonto', 'Payment to bank account'],
  '48': ['Kartenzahlung', 'Bank card'],
  '49': ['Lastschrift', 'Direct debit'],
  '54': ['Kreditkarte', 'Credit card'],
  '55': ['Debitkarte', 'Debit card'],
  '57': ['Dauerauftrag', 'Standing agreement'],
  '58': ['SEPA-Überweisung', 'SEPA credit transfer'],
  '59': ['SEPA-Lastschrift', 'SEPA direct debit'],
  '97': ['Verrechnung', 'Clearing between partners'],
  ZZZ: ['nach Vereinbarung', 'as agreed'],
}

const vatCategories: Names = {
  S: ['Umsatzsteuer', 'VAT'],
  Z: ['Nullsatz', 'Zero rated'],
  E: ['steuerbefreit', 'Exempt from VAT'],
  AE: ['Steuerschuld beim Käufer (Reverse Charge)', 'Reverse charge'],
  K: ['innergemeinschaftliche Lieferung', 'Intra-community supply'],
  G: ['steuerfreie Ausfuhr', 'Export outside the EU'],
  O: ['nicht steuerbar', 'Outside the scope of VAT'],
  L: ['IGIC (Kanarische Inseln)', 'IGIC (Canary Islands)'],
  M: ['IPSI (Ceuta und Melilla)', 'IPSI (Ceuta and Melilla)'],
  B: ['geteilte Zahlung (Italien)', 'Split payment (Italy)'],
}

const units: Names = {
  ANN: ['Jahre', 'years'],
  C62: ['Stück', 'units'],
  CMT: ['cm', 'cm'],
  DAY: ['Tage', 'days'],
  EA: ['Stück', 'pieces'],
  GRM: ['g', 'g'],
  H87: ['Stück', 'pieces'],
  HUR: ['Stunden', 'hours'],
  KGM: ['kg', 'kg'],
  KMT: ['km', 'km'],
  KWH: ['kWh', 'kWh'],
  LS: ['pauschal', 'lump sum'],
  LTR: ['Liter', 'litres'],
  MIN: ['Minuten', 'minutes'],
  MMT: ['mm', 'mm'],
  MON: ['Monate', 'months'],
  MTK: ['m²', 'm²'],
  MTQ: ['m³', 'm³'],
  MTR: ['m', 'm'],
  NAR: ['Stück', 'articles'],
  P1: ['%', '%'],
  PR: ['Paar', 'pairs'],
  SET: ['Satz', 'sets'],
  TNE: ['t', 't'],
  WEE: ['Wochen', 'weeks'],
  XBX: ['Kisten', 'boxes'],
  XPA: ['Päckchen', 'packets'],
  XPK: ['Pakete', 'packages'],
  XPP: ['Stück', 'pieces'],
}

const taxPoints: Names = {
  '3': ['Rechnungsdatum', 'Date of invoice'],
  '5': ['Rechnungsdatum', 'Date of invoice'],
  '29': ['Lieferdatum', 'Date of delivery'],
  '35': ['Lieferdatum', 'Date of delivery'],
  '72': ['Tag der Zahlung', 'Date of payment'],
  '432': ['Tag der Zahlung', 'Date of payment'],
}

const namesByTerm: Readonly<Record<string, Names>> = {
  'BT-3': documentTypes,
  'BT-8': taxPoints,
  'BT-81': paymentMeans,
  'BT-95': vatCategories,
  'BT-102': vatCategories,
  'BT-118': vatCategories,
  'BT-151': vatCategories,
  'BT-130': units,
  'BT-150': units,
}
const countryTerms: ReadonlySet<string> = new Set(['BT-40', 'BT-55', 'BT-69', 'BT-80', 'BT-159'])
const regions = { de: new Intl.DisplayNames('de', { type: 'region' }), en: new Intl.DisplayNames('en', { type: 'region' }) }

/** What a code in this term means; undefined where nobody wrote it down. */
export function codeName(term: string, code: string, language: TextLanguage): string | undefined {
  const text = code.trim()
  if (countryTerms.has(term)) return /^[A-Z]{2}$/.test(text) ? regions[language].of(text) : undefined
  const names = namesByTerm[term]?.[text]
  return names === undefined ? undefined : names[language === 'de' ? 0 : 1]
}
