// The extension of XRechnung (BR-DEX): attachments, sub invoice lines, third party payments and schemes for health applications.
import { add, compare, type Decimal, subtract, zero } from '../../engine/decimal.ts'
import { count, each, has, type Path, path, texts } from '../../engine/paths.ts'
import type { Context, Rule } from '../../engine/rules.ts'
import { normal } from '../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../xml/document.ts'
import { decimalOf, roundedToCents } from './amounts.ts'
import { context, hasText, needsText, remembered, rule, type Syntax, stands, type Test, textOfOne } from './building.ts'
import { extension, follows } from './specifications.ts'
import { addressSchemes, extensionMediaTypes, healthSchemes, identifierSchemes } from './tables/codes.ts'

const mediaTypes = new Set(extensionMediaTypes)
/** The official lists are joined in a way that an empty scheme is found in them. */
const identifiers: ReadonlySet<string> = new Set(['', ...healthSchemes, ...identifierSchemes])
const addresses: ReadonlySet<string> = new Set(['', ...healthSchemes, ...addressSchemes])
const mostDecimals = 2

const scheme = nameOf('@schemeID')
const mediaType = nameOf('@mimeCode')
const currency = nameOf('@currencyID')
const bankSchemeOwners = [nameOf('cac:AccountingSupplierParty'), nameOf('cac:PayeeParty')]
const subLine = nameOf('cac:SubInvoiceLine')
const parentLine = nameOf('ram:ParentLineID')
const product = nameOf('ram:SpecifiedTradeProduct')
const deliveryParty = nameOf('ram:ShipToTradeParty')
const taxRegistration = nameOf('ram:SpecifiedTaxRegistration')

const lines = path('cac:InvoiceLine')
const subLines = path('cac:SubInvoiceLine')
const subItems = path('cac:Item')
const taxCategories = path('cac:ClassifiedTaxCategory')
const lineAmount = path('cbc:LineExtensionAmount')
const prepaid = path('cbc:PrepaidAmount')
const rounding = path('cbc:PayableRoundingAmount')
const payable = path('cbc:PayableAmount')
const total = path('cbc:TaxInclusiveAmount')
const thirdPartyPayments = path('../cac:PrepaidPayment')
const thirdPartyPaid = path('../cac:PrepaidPayment/cbc:PaidAmount')
const paidAmount = path('cbc:PaidAmount')
const documentCurrency = path('cbc:DocumentCurrencyCode')
const codesOfDocument = remembered((document) => texts(document, 0, documentCurrency))

export function extensionContexts(syntax: Syntax): readonly Context[] {
  return syntax === 'ubl' ? ublContexts() : ciiContexts()
}

function ublContexts(): readonly Context[] {
  const applies = follows('ubl', extension)
  const withScheme = schemeCondition(applies)
  return [
    context('cbc:EmbeddedDocumentBinaryObject', [allowsMediaType], applies),
    context(
      '/ubl:Invoice',
      [rule('BR-DEX-02', 'warning', 'BT-131', sumsSubLines), rule('BR-DEX-03', 'error', 'BG-DEX-06', taxesSubLines)],
      applies,
    ),
    context('cac:LegalMonetaryTotal', [rule('BR-DEX-09', 'error', 'BT-115', paysThirdParties)], applies),
    context('cac:PartyIdentification/cbc:ID', [knowsPartyScheme], withScheme),
    context('cac:PartyLegalEntity/cbc:CompanyID', [knowsScheme('BR-DEX-05', 'BT-30', identifiers)], withScheme),
    context('cac:StandardItemIdentification/cbc:ID', [knowsScheme('BR-DEX-06', 'BT-157', identifiers)], withScheme),
    context('cbc:EndpointID', [knowsScheme('BR-DEX-07', 'BT-34', addresses)], withScheme),
    context('cac:DeliveryLocation/cbc:ID', [knowsScheme('BR-DEX-08', 'BT-71', identifiers)], withScheme),
    context('/ubl:Invoice/cac:PrepaidPayment', thirdPartyRules, applies),
  ]
}

function ciiContexts(): readonly Context[] {
  const applies = follows('cii', extension)
  const withScheme = schemeCondition(applies)
  return [
    context(
      '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument',
      [rule('BR-DEX-15', 'warning', 'BG-DEX-01', (document) => document.firstNamed(parentLine) < 0)],
      applies,
    ),
    context(
      'ram:GlobalID',
      [knowsScheme('BR-DEX-04', 'BT-29', identifiers)],
      (document, node) => withScheme(document, node) && !stands(document, node, product) && !stands(document, node, deliveryParty),
    ),
    context(
      'ram:ID',
      [knowsScheme('BR-DEX-05', 'BT-30', identifiers)],
      (document, node) => withScheme(document, node) && !stands(document, node, taxRegistration),
    ),
    context('ram:SpecifiedTradeProduct/ram:GlobalID', [knowsScheme('BR-DEX-06', 'BT-157', identifiers)], withScheme),
    context('ram:URIUniversalCommunication/ram:URIID', [knowsScheme('BR-DEX-07', 'BT-34', addresses)], withScheme),
    context(
      'ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID',
      [knowsScheme('BR-DEX-08', 'BT-71', identifiers)],
      withScheme,
    ),
    context('ram:AttachmentBinaryObject', [allowsMediaType], applies),
  ]
}

function schemeCondition(applies: (document: XmlDocument) => boolean): Test {
  return (document, node) => document.hasAttribute(node, scheme) && applies(document)
}

function schemeOf(document: XmlDocument, node: ElementNode): string {
  return normal(document.attribute(node, scheme) ?? '')
}

function knowsScheme(id: string, term: string, known: ReadonlySet<string>): Rule {
  return rule(id, 'error', term, (document, node) => known.has(schemeOf(document, node)))
}

/** The bank's number of a creditor (scheme SEPA) belongs to the seller or the payee. */
const knowsPartyScheme = rule('BR-DEX-04', 'error', 'BT-29', (document, node) => {
  const by = schemeOf(document, node)
  return identifiers.has(by) || (by === 'SEPA' && bankSchemeOwners.some((owner) => stands(document, node, owner)))
})

const allowsMediaType = rule('BR-DEX-01', 'error', 'BT-125', (document, node) => mediaTypes.has(document.attribute(node, mediaType) ?? ''))

/** The amount of a line with sub lines, at any depth, is the sum of those directly below it. */
function sumsSubLines(document: XmlDocument, node: ElementNode): boolean {
  for (const line of each(document, node, lines)) if (has(document, line, subLines) && !isSumOfSubLines(document, line)) return false
  for (let line = document.firstNamed(subLine); line >= 0; line = document.nextNamed(line))
    if (has(document, line, subLines) && !isSumOfSubLines(document, line)) return false
  return true
}

function isSumOfSubLines(document: XmlDocument, line: ElementNode): boolean {
  const sum = sumOfOnes(document, each(document, line, subLines), lineAmount)
  const own = decimalOf(document, line, lineAmount)
  return own !== undefined && compare(own, sum) === 0
}

/** The sum of one amount per node; a node without it adds nothing, one with several leaves the rule undecided. */
function sumOfOnes(document: XmlDocument, nodes: readonly ElementNode[], amount: Path): Decimal {
  let sum = zero
  for (const node of nodes) sum = add(sum, decimalOf(document, node, amount) ?? zero)
  return sum
}

function taxesSubLines(document: XmlDocument): boolean {
  for (let line = document.firstNamed(subLine); line >= 0; line = document.nextNamed(line))
    for (const one of each(document, line, subItems)) if (count(document, one, taxCategories) !== 1) return false
  return true
}

/** Due is the total, less what was paid before, and with it what third parties get, rounded to cents on both sides. */
function paysThirdParties(document: XmlDocument, node: ElementNode): boolean {
  const due = decimalOf(document, node, payable)
  const whole = decimalOf(document, node, total)
  if (due === undefined || whole === undefined) return false
  const before = decimalOf(document, node, prepaid) ?? zero
  const difference = decimalOf(document, node, rounding) ?? zero
  const others = hasText(document, node, thirdPartyPaid) ? sumOfOnes(document, each(document, node, thirdPartyPayments), paidAmount) : zero
  return compare(roundedToCents(subtract(due, difference)), roundedToCents(add(subtract(whole, before), others))) === 0
}

const thirdPartyRules: readonly Rule[] = [
  needsText('BR-DEX-10', 'BT-DEX-001', 'cbc:ID'),
  needsText('BR-DEX-11', 'BT-DEX-002', 'cbc:PaidAmount'),
  needsText('BR-DEX-12', 'BT-DEX-003', 'cbc:InstructionID'),
  rule('BR-DEX-13', 'error', 'BT-DEX-002', (document, node) => {
    const amount = textOfOne(document, node, paidAmount)
    const point = amount.indexOf('.')
    return point < 0 || [...amount.slice(point + 1)].length <= mostDecimals
  }),
  rule('BR-DEX-14', 'error', 'BT-DEX-002', (document, node) => {
    const used = each(document, node, paidAmount).flatMap((amount) => document.attribute(amount, currency) ?? [])
    return codesOfDocument(document).some((code) => used.includes(code))
  }),
]
