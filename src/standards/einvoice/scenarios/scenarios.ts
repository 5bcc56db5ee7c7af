// The eleven scenarios of the official configuration: which specification a document must name, which steps follow, which levels change.
import { each, path } from '../engine/paths.ts'
import type { Level } from '../engine/rules.ts'
import { roots, type Syntax } from '../structure/schemas.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../xml/document.ts'
import type { RuleStep } from './findings.ts'

export interface Scenario {
  readonly name: string
  readonly syntax: Syntax
  readonly steps: readonly RuleStep[]
  /** Rules whose own level does not count here. */
  readonly levels: Readonly<Record<string, Level>>
  readonly matches: (document: XmlDocument) => boolean
}

const core = 'urn:cen.eu:en16931:2017'
const cius = `${core}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0`
const extension = `${cius}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`
const cleanVehicles = `${cius}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`

const rootNames = (Object.keys(roots) as Syntax[]).map((syntax) => [nameOf(roots[syntax]), syntax] as const)
const ublSpecification = path('cbc:CustomizationID')
const ciiSpecification = path('rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID')

/** The invoice of UBL is asked for the whole text of the element, the others for one text node. */
type Reading = 'text' | 'text node'

const unitsAndSchemes = { 'BR-CL-21': 'warning', 'BR-CL-23': 'warning' } as const
const noSubLines = { 'UBL-CR-646': 'error' } as const
const singleInCii = { 'CII-SR-452': 'error', 'CII-SR-453': 'error', 'CII-SR-454': 'error' } as const
const vehicleSchemes = { 'BR-CL-13': 'information' } as const
/** The extension has codes of its own, which its rules check. */
const extensionCodes = {
  'BR-CL-10': 'information',
  'BR-CL-11': 'information',
  'BR-CL-21': 'information',
  'BR-CL-23': 'warning',
  'BR-CL-24': 'information',
  'BR-CL-25': 'information',
  'BR-CL-26': 'information',
} as const

/** Those of the configuration of 2026-01-31. */
export const scenarios: readonly Scenario[] = [
  xrechnung('EN16931 XRechnung (UBL Invoice)', 'ubl-invoice', cius, 'text', { ...unitsAndSchemes, ...noSubLines }),
  xrechnung('EN16931 XRechnung Extension (UBL Invoice)', 'ubl-invoice', extension, 'text', {
    ...extensionCodes,
    'BR-CO-16': 'information',
    'UBL-CR-470': 'information',
    'UBL-CR-646': 'information',
  }),
  xrechnung('EN16931 XRechnung CVD (UBL Invoice)', 'ubl-invoice', cleanVehicles, 'text', {
    ...vehicleSchemes,
    ...unitsAndSchemes,
    ...noSubLines,
  }),
  xrechnung('EN16931 XRechnung (UBL CreditNote)', 'ubl-creditnote', cius, 'text node', unitsAndSchemes),
  xrechnung('EN16931 XRechnung CVD (UBL CreditNote)', 'ubl-creditnote', cleanVehicles, 'text node', {
    ...vehicleSchemes,
    ...unitsAndSchemes,
    ...noSubLines,
  }),
  xrechnung('EN16931 XRechnung (CII)', 'cii', cius, 'text node', { ...unitsAndSchemes, ...singleInCii }),
  xrechnung('EN16931 XRechnung Extension (CII)', 'cii', extension, 'text node', { ...extensionCodes, ...singleInCii }),
  xrechnung('EN16931 XRechnung CVD (CII)', 'cii', cleanVehicles, 'text node', {
    ...vehicleSchemes,
    ...unitsAndSchemes,
    ...singleInCii,
  }),
  plain('EN16931 (UBL Invoice)', 'ubl-invoice'),
  plain('EN16931 (UBL CreditNote)', 'ubl-creditnote'),
  plain('EN16931 (CII)', 'cii'),
]

/** EN 16931 and XRechnung. */
function xrechnung(name: string, syntax: Syntax, specification: string, reading: Reading, levels: Scenario['levels']): Scenario {
  return { name, syntax, steps: ['en16931', 'xrechnung'], levels, matches: matcher(syntax, specification, reading) }
}

/** EN 16931 alone, for invoices that name it and nothing else. */
function plain(name: string, syntax: Syntax): Scenario {
  return { name, syntax, steps: ['en16931'], levels: {}, matches: matcher(syntax, core, 'text node') }
}

function matcher(syntax: Syntax, specification: string, reading: Reading): Scenario['matches'] {
  const where = syntax === 'cii' ? ciiSpecification : ublSpecification
  const names = (document: XmlDocument, node: ElementNode): boolean =>
    reading === 'text' ? document.text(node) === specification : document.textNodes(node).includes(specification)
  return (document) => syntaxOf(document) === syntax && each(document, 0, where).some((node) => names(document, node))
}

/** @returns undefined where the root element is that of no invoice */
export function syntaxOf(document: XmlDocument): Syntax | undefined {
  return rootNames.find(([name]) => name === document.nameId(0))?.[1]
}

/** @returns the one scenario that fits; undefined where none does or several do */
export function scenarioOf(document: XmlDocument, known: readonly Scenario[]): Scenario | undefined {
  const fitting = known.filter((one) => one.matches(document))
  return fitting.length === 1 ? fitting[0] : undefined
}
