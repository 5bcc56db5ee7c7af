// Texts of the rules on elements that a syntax has but EN 16931 does not use (UBL-CR, -SR, -DT, CII-SR, -DT), made from their tables.
import { ciiOutline } from '../rules/en16931/tables/cii-outline.ts'
import { type OutlineContext, readOutline } from '../rules/en16931/tables/outline.ts'
import { ublOutline } from '../rules/en16931/tables/ubl-outline.ts'
import { fullLabel } from './labels.ts'
import type { RuleText, RuleTexts, TextLanguage } from './rule-text.ts'
import { termAt } from './term-paths.ts'

/** A row of a table: how often the path may lead somewhere. */
interface Demand {
  readonly context: string
  readonly steps: readonly string[]
  readonly least: number
  readonly most: number
}

let demands: ReadonlyMap<string, Demand> | undefined

/** The text of a rule of the tables; undefined if it is no row of them. */
export function tableText(rule: string): RuleTexts | undefined {
  demands ??= readDemands()
  const demand = demands.get(rule)
  return demand === undefined ? undefined : { de: textOf(demand, 'de'), en: textOf(demand, 'en') }
}

function readDemands(): ReadonlyMap<string, Demand> {
  const found = new Map<string, Demand>()
  for (const context of [...readOutline('UBL-', ublOutline), ...readOutline('CII-', ciiOutline)]) {
    enter(found, context.pattern, context.branches, [])
    for (const { steps, rows } of context.anywhere) {
      for (const { id, least, most } of rows) found.set(id, { context: '', steps, least, most })
    }
  }
  return found
}

function enter(found: Map<string, Demand>, context: string, branches: OutlineContext['branches'], above: readonly string[]): void {
  for (const { names, rows, branches: below } of branches) {
    const steps = [...above, names[0] ?? '']
    for (const { id, least, most } of rows) found.set(id, { context, steps, least, most })
    enter(found, context, below, steps)
  }
}

function textOf(demand: Demand, language: TextLanguage): RuleText {
  const last = demand.steps.at(-1) ?? ''
  const isAttribute = last.startsWith('@')
  const name = last.slice(isAttribute ? 1 : last.indexOf(':') + 1)
  const what = language === 'de' ? (isAttribute ? 'Attribut' : 'Element') : isAttribute ? 'attribute' : 'element'
  const place = placeOf(demand, language)
  if (demand.most === 0) return forbidden(`${what} ${name}`, place, demand, language)
  return demand.least === 0 ? tooMany(`${what} ${name}`, place, demand, language) : wrongCount(`${what} ${name}`, place, demand, language)
}

/** Its steps below the context, and what term or group it is about. */
function placeOf({ context, steps }: Demand, language: TextLanguage): string {
  const [first = ''] = context.split(' | ')
  const term = termAt(context === '*' || context === '' ? steps.join('/') : `${first}/${steps.join('/')}`)
  const path = steps.join('/').replaceAll(/(^|\/)[a-z]+:/g, '$1')
  if (term === undefined) return path
  return `${path} (${term.startsWith('BG') ? '' : `${term}, `}${fullLabel(term, language)})`
}

/** The mark for what the invoice has there. */
function valueMark({ context, steps }: Demand): string {
  const path = steps.join('/')
  if (context === '') return `{at //${path.startsWith('@') ? '*/' : ''}${path}}`
  return path.startsWith('cac:InvoiceLine') ? `{at ${path} | ${path.replace('cac:InvoiceLine', 'cac:CreditNoteLine')}}` : `{at ${path}}`
}

function forbidden(what: string, place: string, demand: Demand, language: TextLanguage): RuleText {
  const value = valueMark(demand)
  const isElement = demand.steps.at(-1)?.startsWith('@') === false
  if (language === 'de') {
    return [
      `${what} wird nicht verwendet`,
      `Die Rechnung enthält ${place} mit dem Inhalt ${value}. Die Norm EN 16931 kennt diese Angabe nicht; Empfänger werten sie nicht aus.`,
      `Stellen Sie Ihr Rechnungsprogramm so ein, dass es die Angabe weglässt.${isElement ? ' Ist der Inhalt wichtig, schreiben Sie ihn in [BT-22] oder [BT-127].' : ''}`,
    ]
  }
  return [
    `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} is not used`,
    `The invoice has ${place} with the content ${value}. EN 16931 does not know this; receivers do not read it.`,
    `Set up your software to leave it out.${isElement ? ' If the content matters, write it in [BT-22] or [BT-127].' : ''}`,
  ]
}

function tooMany(what: string, place: string, demand: Demand, language: TextLanguage): RuleText {
  const value = valueMark(demand)
  const { most } = demand
  if (language === 'de') {
    return [
      `${what} kommt zu oft vor`,
      `${place} darf höchstens ${most === 1 ? 'einmal' : `${most}-mal`} angegeben sein. Hier stehen mehrere: ${value}.`,
      'Fassen Sie die Angaben zusammen, oder entfernen Sie die überzähligen.',
    ]
  }
  return [
    `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} occurs too often`,
    `${place} may be given ${most === 1 ? 'once' : `${most} times`} at most. Here there are several: ${value}.`,
    'Merge them, or remove the surplus ones.',
  ]
}

function wrongCount(what: string, place: string, demand: Demand, language: TextLanguage): RuleText {
  const value = valueMark(demand)
  const isExact = demand.least === demand.most
  if (language === 'de') {
    return [
      `${what} fehlt oder ist doppelt`,
      `${place} muss ${isExact ? 'genau' : 'mindestens'} einmal angegeben sein. Gefunden: ${value}.`,
      isExact ? 'Ergänzen Sie die Angabe, oder entfernen Sie die überzähligen.' : 'Ergänzen Sie die Angabe.',
    ]
  }
  return [
    `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} is missing or doubled`,
    `${place} must be given ${isExact ? 'exactly' : 'at least'} once. Found: ${value}.`,
    isExact ? 'Add it, or remove the surplus ones.' : 'Add it.',
  ]
}
