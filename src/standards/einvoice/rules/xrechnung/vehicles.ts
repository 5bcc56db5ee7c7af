// Clean vehicles (BR-DE-CVD): what an invoice says about vehicles bought under the Clean Vehicles Directive.
import { count, each, path } from '../../engine/paths.ts'
import type { Context, Rule } from '../../engine/rules.ts'
import { isBlank, normal } from '../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../xml/document.ts'
import { anyIs, context, needsText, normalTextOfOne, rule, type Syntax, type Test } from './building.ts'
import { cleanVehicles, follows } from './specifications.ts'
import { itemClassifications, vehicleCleanness, vehicleKinds } from './tables/codes.ts'

const vehicleScheme = 'CVD'
const cleannessName = 'cva'
const tenderKind = '50'
const kinds = new Set(vehicleKinds)
const cleanness = new Set(vehicleCleanness)
/** The official list is joined in a way that an empty or missing scheme is found in it. */
const schemes = new Set(['', vehicleScheme, ...itemClassifications])
const list = nameOf('@listID')

/** Where the classification (BT-158) and the attributes (BT-160, BT-161) of an item stand. */
interface Places {
  readonly classification: string
  readonly attribute: string
  readonly name: string
  readonly value: string
}

const ubl: Places = {
  classification: 'cac:CommodityClassification/cbc:ItemClassificationCode',
  attribute: 'cac:AdditionalItemProperty',
  name: 'cbc:Name',
  value: 'cbc:Value',
}
const cii: Places = {
  classification: 'ram:DesignatedProductClassification/ram:ClassCode',
  attribute: 'ram:ApplicableProductCharacteristic',
  name: 'ram:Description',
  value: 'ram:Value',
}

const trade = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction'
const ciiItem = `${trade}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct`
const ciiItems = path('ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct')
const ublItems = path('cac:InvoiceLine/cac:Item | cac:CreditNoteLine/cac:Item')
const references = path('ram:AdditionalReferencedDocument')
const referenceKind = path('ram:TypeCode')
const referenceNumber = path('ram:IssuerAssignedID')

export function vehicleContexts(syntax: Syntax): readonly Context[] {
  const applies = follows(syntax, cleanVehicles)
  if (syntax === 'cii')
    return [
      context(trade, [namesVehicle(cii, (document, node) => each(document, node, ciiItems))], applies),
      ...itemContexts(cii, (below) => `${ciiItem}${below}`, applies),
      context(
        `${trade}/ram:ApplicableHeaderTradeAgreement`,
        [
          needsText('BR-DE-CVD-01', 'BT-12', 'ram:ContractReferencedDocument/ram:IssuerAssignedID'),
          rule('BR-DE-CVD-02', 'error', 'BT-17', hasTender),
        ],
        applies,
      ),
    ]
  return [
    context(
      '/ubl:Invoice | /cn:CreditNote',
      [
        needsText('BR-DE-CVD-02', 'BT-17', 'cac:OriginatorDocumentReference/cbc:ID'),
        needsText('BR-DE-CVD-01', 'BT-12', 'cac:ContractDocumentReference/cbc:ID'),
        namesVehicle(ubl, (document, node) => each(document, node, ublItems)),
      ],
      applies,
    ),
    ...itemContexts(
      ubl,
      (below) => `/ubl:Invoice/cac:InvoiceLine/cac:Item${below} | /cn:CreditNote/cac:CreditNoteLine/cac:Item${below}`,
      applies,
    ),
  ]
}

/** The contexts on an item, its classifications and its attributes. */
function itemContexts(places: Places, where: (below: string) => string, applies: (document: XmlDocument) => boolean): readonly Context[] {
  const name = path(places.name)
  const value = path(places.value)
  const isCleanness: Test = (document, node) => applies(document) && anyIs(document, node, name, cleannessName)
  const vehicles = countVehicles(places)
  const statements = countStatements(places)
  return [
    context(
      where(''),
      [
        rule('BR-DE-CVD-06-a', 'error', 'BT-160', (document, node) => vehicles(document, node) === 0 || statements(document, node) === 1),
        rule('BR-DE-CVD-06-b', 'error', 'BT-158', (document, node) => statements(document, node) === 0 || vehicles(document, node) === 1),
      ],
      applies,
    ),
    context(where(`/${places.classification}`), classificationRules, applies),
    context(
      where(`/${places.attribute}`),
      [rule('BR-DE-CVD-05', 'error', 'BT-161', (document, node) => cleanness.has(normalTextOfOne(document, node, value)))],
      isCleanness,
    ),
  ]
}

const classificationRules: readonly Rule[] = [
  rule('BR-TMP-CVD-01', 'error', 'BT-158', (document, node) => schemes.has(schemeOf(document, node))),
  rule(
    'BR-DE-CVD-04',
    'error',
    'BT-158',
    (document, node) => schemeOf(document, node) !== vehicleScheme || kinds.has(normal(document.text(node))),
  ),
]

function schemeOf(document: XmlDocument, node: ElementNode): string {
  return normal(document.attribute(node, list) ?? '')
}

/** At least one line is about a vehicle and says how clean it is. */
function namesVehicle(places: Places, items: (document: XmlDocument, node: ElementNode) => readonly ElementNode[]): Rule {
  const vehicles = countVehicles(places)
  const statements = countStatements(places)
  return rule('BR-DE-CVD-03', 'error', 'BT-158', (document, node) =>
    items(document, node).some((one) => vehicles(document, one) > 0 && statements(document, one) > 0),
  )
}

/** How many classifications of an item are those of a vehicle: here the scheme must read so exactly. */
function countVehicles({ classification }: Places): (document: XmlDocument, node: ElementNode) => number {
  const wanted = path(classification)
  return (document, node) => each(document, node, wanted).filter((code) => document.attribute(code, list) === vehicleScheme).length
}

function countStatements(places: Places): (document: XmlDocument, node: ElementNode) => number {
  const attributes = path(places.attribute)
  const name = path(places.name)
  return (document, node) =>
    count(document, node, attributes) === 0
      ? 0
      : each(document, node, attributes).filter((attribute) => anyIs(document, attribute, name, cleannessName)).length
}

function hasTender(document: XmlDocument, node: ElementNode): boolean {
  return each(document, node, references).some(
    (reference) =>
      normalTextOfOne(document, reference, referenceKind) === tenderKind && !isBlank(normalTextOfOne(document, reference, referenceNumber)),
  )
}
