// Tells a person what a finding means: what is wrong with the values found, and what to do.

import type { GroupEntry } from '../semantic-model/tree.ts'
import { syntaxOf } from '../semantic-model/tree.ts'
import { checkStructure } from '../structure/check.ts'
import type { XmlDocument } from '../xml/document.ts'
import { codeText } from './codes.ts'
import { decimalsText } from './decimals.ts'
import { faultTexts, structureTexts } from './fault-texts.ts'
import { type Filling, fill } from './fill.ts'
import { type Located, placeAt } from './locate.ts'
import { generalTexts } from './own-general.ts'
import { nationalTexts } from './own-national.ts'
import { peppolTexts } from './own-peppol.ts'
import { requiredText } from './required.ts'
import type { RuleTexts, TextLanguage } from './rule-text.ts'
import { entriesOf, scopesAt } from './scope.ts'
import { syntaxTexts } from './syntax-by-hand.ts'
import { tableText } from './syntax-tables.ts'
import { vatText } from './vat.ts'

/** What is needed of a finding. */
export interface Explainable {
  readonly step: string
  readonly rule: string
  readonly level: 'error' | 'warning' | 'information'
  /** The level that the scenario gives the rule: it decides. */
  readonly effectiveLevel: 'error' | 'warning' | 'information'
  readonly location: string
}

export interface Explanation {
  readonly title: string
  readonly wrong: string
  readonly todo: string
  /** What the level means for the invoice. */
  readonly consequence: string
  /** Terms and groups the text speaks of, the one most concerned first. */
  readonly terms: readonly string[]
}

const consequences: Readonly<Record<Explainable['effectiveLevel'], Readonly<Record<TextLanguage, string>>>> = {
  error: { de: 'Fehler: Die Rechnung wird so nicht angenommen.', en: 'Error: the invoice is not accepted like this.' },
  warning: {
    de: 'Warnung: Die Rechnung wird angenommen; bitte trotzdem prüfen.',
    en: 'Warning: the invoice is accepted; please check it all the same.',
  },
  information: { de: 'Hinweis: Es ist nichts zu tun.', en: 'Note: nothing needs to be done.' },
}

/** What is said where the scenario lowers a rule to a note: it is meant for other kinds of invoices. */
const allowed: Readonly<Record<TextLanguage, string>> = {
  de: 'In dieser Art von Rechnung ist das zulässig. Es ist nichts zu tun.',
  en: 'In this kind of invoice it is allowed. Nothing needs to be done.',
}

/** The text of a rule or fault before it is filled in; undefined if there is none. */
export function textOfRule(rule: string): RuleTexts | undefined {
  return (
    generalTexts[rule] ??
    nationalTexts[rule] ??
    peppolTexts[rule] ??
    requiredText(rule) ??
    decimalsText(rule) ??
    codeText(rule) ??
    vatText(rule) ??
    syntaxTexts[rule] ??
    tableText(rule) ??
    faultTexts[rule] ??
    structureTexts[rule]
  )
}

/**
 * Explains a finding in one language.
 *
 * @param document the judged document; undefined where the bytes were none
 * @returns always a text: an unknown rule is named with its place
 */
export function explain(finding: Explainable, document: XmlDocument | undefined, language: TextLanguage): Explanation {
  const consequence = consequences[finding.effectiveLevel][language]
  const [title, wrong, told] = (textOfRule(finding.rule) ?? unknownRule(finding.rule))[language]
  const isAllowed = finding.effectiveLevel === 'information' && finding.level !== 'information'
  const todo = isAllowed ? allowed[language] : told
  const terms = [...wrong.matchAll(/\[(B[GT]-[A-Z0-9-]+)\]/g)].map(([, id = '']) => id)
  if (document === undefined) return { title, wrong, todo, consequence, terms }
  const place = placeAt(document, finding.location)
  const scopes = scopesAt(document, place.node)
  const words = finding.step === 'structure' ? wordsOf(document, finding.rule, place, language) : {}
  const filling: Filling = { document, place, scopes, location: finding.location, language, words }
  return {
    title: `${lineBefore(scopes, language)}${fill(title, filling)}`,
    wrong: fill(wrong, filling),
    todo: fill(todo, filling),
    consequence,
    terms,
  }
}

function unknownRule(rule: string): RuleTexts {
  return {
    de: [
      `Regel ${rule} ist verletzt`,
      'Hier verletzt die Rechnung eine Regel: {path}. Gefunden: {.}.',
      'Prüfen Sie diese Angabe im Rechnungsprogramm.',
    ],
    en: [`Rule ${rule} is broken`, 'Here the invoice breaks a rule: {path}. Found: {.}.', 'Check this in your invoicing software.'],
  }
}

/** 'Position 2: ' where the finding is about one line. */
function lineBefore(scopes: readonly GroupEntry[], language: TextLanguage): string {
  const line = scopes.findLast(({ id }) => id === 'BG-25' || id === 'BG-DEX-01')
  if (line === undefined) return ''
  const number = entriesOf([line], 'BT-126')[0]?.value.trim()
  if (number === undefined || number === '') return ''
  const shown = number.length > 20 ? `${number.slice(0, 20)}…` : number
  return language === 'de' ? `Position ${shown}: ` : `Line ${shown}: `
}

/** What the structure check knows of a fault, asked again since a finding does not carry it. */
function wordsOf(document: XmlDocument, code: string, { node }: Located, language: TextLanguage): Readonly<Record<string, string>> {
  const syntax = syntaxOf(document)
  const fault = syntax === undefined ? undefined : faultsOf(document).find((one) => one.node === node && one.code === code)
  if (fault === undefined) return { name: '?', value: '?', type: '?' }
  const [open, close] = language === 'de' ? ['„', '“'] : ['"', '"']
  return {
    name: (fault.name ?? '?').replace(/^[a-z]+:/, ''),
    value: `${open}${fault.value ?? ''}${close}`,
    type: typeName(fault.type ?? '', language),
  }
}

type StructureFaults = ReturnType<typeof checkStructure>
const remembered = new WeakMap<XmlDocument, StructureFaults>()

function faultsOf(document: XmlDocument): StructureFaults {
  const known = remembered.get(document)
  const syntax = syntaxOf(document)
  if (known !== undefined || syntax === undefined) return known ?? []
  const faults = checkStructure(document, syntax)
  remembered.set(document, faults)
  return faults
}

function typeName(type: string, language: TextLanguage): string {
  const german = language === 'de'
  const first = type.replace(/^[a-z]+:/, '')
  if (/decimal|numeric|amount|quantity|percent|integer|rate|measure/i.test(first)) return german ? 'eine Zahl' : 'a number'
  if (/date/i.test(first)) return german ? 'ein Datum' : 'a date'
  if (/time/i.test(first)) return german ? 'eine Uhrzeit' : 'a time'
  if (/boolean|indicator/i.test(first)) return german ? 'true oder false' : 'true or false'
  if (/base64|binary/i.test(first)) return german ? 'eine Datei in Base64' : 'a file in base64'
  return german ? `ein Wert der Art ${first}` : `a value of type ${first}`
}
