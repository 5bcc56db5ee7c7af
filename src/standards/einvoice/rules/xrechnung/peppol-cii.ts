// The Peppol rules that XRechnung takes over, in CII.
import { compare, subtract, zero } from '../../engine/decimal.ts'
import { each, has, type Path, path, texts } from '../../engine/paths.ts'
import type { Context, Pattern } from '../../engine/rules.ts'
import { compareText } from '../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../xml/document.ts'
import { decimalOf, decimalOfNodes } from './amounts.ts'
import { anyIs, context, needs, normalTextNode, normalTextOfOne, rememberedAt, rule, type Test } from './building.ts'
import { isLineTotal, isPositive, isShareOfBase, slackBy } from './peppol-amounts.ts'

const currencyOf = nameOf('@currencyID')
const unit = nameOf('@unitCode')
const debitKinds = new Set(['49', '59'])

const settlement = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement'
const documentCurrency = path(`${settlement}/ram:InvoiceCurrencyCode`)
const taxCurrency = path(`${settlement}/ram:TaxCurrencyCode`)
const ownTaxCurrency = path('ram:TaxCurrencyCode')
const ownCurrency = path('ram:InvoiceCurrencyCode')
const taxTotals = path('ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount')
const percentage = path('ram:CalculationPercent')
const base = path('ram:BasisAmount')
const amount = path('ram:ActualAmount')
const indicator = path('ram:ChargeIndicator/udt:Indicator')
const paymentKind = path('ram:TypeCode')
const lineObjects = path('ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument')
const lineObjectKind = path('ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument/ram:TypeCode')
const billedQuantity = path('ram:SpecifiedLineTradeDelivery/ram:BilledQuantity')
const billedQuantityAbove = path('../../../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity')
const netPrice = path('../ram:NetPriceProductTradePrice/ram:ChargeAmount')
const grossPrice = path('ram:ChargeAmount')
const priceAllowances = path('ram:AppliedTradeAllowanceCharge')
const priceAllowanceAmount = path('ram:AppliedTradeAllowanceCharge/ram:ActualAmount')
const priceAllowanceIndicator = path('ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator')
const day = path('udt:DateTimeString')

const mandate = path('ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID')
const hasMandate = rememberedAt((document, settlementNode) => has(document, settlementNode, mandate))
const slack = slackBy(documentCurrency)

/** Elements without child and text; only the delivery of the document may be empty, by its name as written. */
const empty: Pattern = {
  name: 'peppol-cii-empty',
  contexts: [
    context(
      '*',
      [rule('PEPPOL-EN16931-R008', 'error', '', () => false)],
      (document, node) =>
        document.firstChild(node) < 0 && !document.hasOwnText(node) && document.qualifiedName(node) !== 'ram:ApplicableHeaderTradeDelivery',
    ),
  ],
}

/** A pattern of its own, because the other one has a context for the same price. */
const grossPrices: Pattern = {
  name: 'peppol-cii-gross-price',
  contexts: [
    context(
      'rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice',
      [
        rule(
          'PEPPOL-EN16931-R044',
          'error',
          'BT-147',
          (document, node) => !has(document, node, priceAllowanceAmount) || anyIs(document, node, priceAllowanceIndicator, 'false'),
        ),
        rule('PEPPOL-EN16931-R046', 'error', 'BT-146', hasNetPrice),
      ],
    ),
  ],
}

/** Net price = gross price − allowance; of each allowance the first amount counts. Without a net price the rest is not even read. */
function hasNetPrice(document: XmlDocument, node: ElementNode): boolean {
  if (!has(document, node, grossPrice)) return true
  const net = decimalOf(document, node, netPrice)
  if (net === undefined) return false
  const gross = decimalOf(document, node, grossPrice)
  if (gross === undefined) return false
  const amounts = each(document, node, priceAllowances).flatMap((allowance) => each(document, allowance, amount).slice(0, 1))
  return compare(net, subtract(gross, decimalOfNodes(document, amounts) ?? zero)) === 0
}

const settlementContext: Context = context('ram:ApplicableHeaderTradeSettlement', [
  rule(
    'PEPPOL-EN16931-R005',
    'error',
    'BT-6',
    (document, node) =>
      !has(document, node, ownTaxCurrency) ||
      normalTextNode(document, node, ownTaxCurrency) !== normalTextNode(document, node, ownCurrency),
  ),
  rule('PEPPOL-EN16931-R053', 'error', 'BT-110', (document, node) => {
    const codes = texts(document, node, documentCurrency)
    return countTotals(document, node, (currency) => codes.includes(currency)) <= 1
  }),
  rule('PEPPOL-EN16931-R054', 'error', 'BT-111', (document, node) => {
    const codes = texts(document, node, documentCurrency)
    const others = countTotals(document, node, (currency) => codes.some((code) => code !== currency))
    return others === (has(document, node, ownTaxCurrency) ? 1 : 0)
  }),
  rule('PEPPOL-EN16931-R055', 'error', 'BT-111', hasOneSign),
])

function countTotals(document: XmlDocument, node: ElementNode, isWanted: (currency: string) => boolean): number {
  return each(document, node, taxTotals).filter((total) => {
    const currency = document.attribute(total, currencyOf)
    return currency !== undefined && isWanted(currency)
  }).length
}

/** Both tax totals are below nothing or neither is; -0.00 is below. */
function hasOneSign(document: XmlDocument, node: ElementNode): boolean {
  if (!has(document, node, taxCurrency)) return true
  const amountsIn = (where: Path): readonly ElementNode[] => {
    const codes = texts(document, node, where)
    return each(document, node, taxTotals).filter((total) => {
      const currency = document.attribute(total, currencyOf)
      return currency !== undefined && codes.includes(currency)
    })
  }
  const invoiced = amountsIn(documentCurrency)
  if (invoiced.length === 0) return true
  const accounting = amountsIn(taxCurrency)
  const some = (nodes: readonly ElementNode[], isSo: (sign: number) => boolean): boolean =>
    nodes.some((total) => isSo(compareText(document.text(total), 0, 'integer')))
  const below = (sign: number): boolean => sign < 0
  const notBelow = (sign: number): boolean => sign >= 0
  return (some(accounting, below) && some(invoiced, below)) || (some(accounting, notBelow) && some(invoiced, notBelow))
}

const saysYesOrNo: Test = (document, node) => {
  const says = normalTextNode(document, node, indicator)
  return says === 'true' || says === 'false'
}

/** Of allowances with a base or a percentage, those with one alone have a context of their own, and no other rule is asked. */
const allowanceContexts: readonly Context[] = [
  context(
    'ram:SpecifiedTradeAllowanceCharge',
    [rule('PEPPOL-EN16931-R041', 'error', 'BT-93', () => false)],
    (document, node) => has(document, node, percentage) && !has(document, node, base),
  ),
  context(
    'ram:SpecifiedTradeAllowanceCharge',
    [rule('PEPPOL-EN16931-R042', 'error', 'BT-94', () => false)],
    (document, node) => !has(document, node, percentage) && has(document, node, base),
  ),
  context('ram:SpecifiedTradeAllowanceCharge', [
    rule('PEPPOL-EN16931-R040', 'error', 'BT-92', isShareOfBase({ amount, base, percentage }, slack)),
    rule('PEPPOL-EN16931-R043-1', 'error', 'BG-20', saysYesOrNo),
  ]),
  context('ram:AppliedTradeAllowanceCharge', [rule('PEPPOL-EN16931-R043-2', 'error', 'BT-147', saysYesOrNo)]),
]

/** Days of CII are compared as texts. The period of the document stands beside the lines, in the same transaction. */
function periodContext(id: string, term: string, element: string, isSound: (line: string, whole: string) => boolean): Context {
  const period = `ram:BillingSpecifiedPeriod/${element}`
  const whole = path(`ram:ApplicableHeaderTradeSettlement/${period}`)
  const wholeDay = path(`ram:ApplicableHeaderTradeSettlement/${period}/udt:DateTimeString`)
  const isThere = rememberedAt((document, transaction) => has(document, transaction, whole))
  const daysOfWhole = rememberedAt((document, transaction) => texts(document, transaction, wholeDay))
  return context(
    `rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/${period}`,
    [
      rule(id, 'error', term, (document, node) => {
        const others = daysOfWhole(document, transactionOf(document, node))
        return texts(document, node, day).some((line) => others.some((other) => isSound(line, other)))
      }),
    ],
    (document, node) => isThere(document, transactionOf(document, node)),
  )
}

/** Four steps up from the start or end of a line's period. */
function transactionOf(document: XmlDocument, node: ElementNode): ElementNode {
  return document.parent(document.parent(document.parent(document.parent(node))))
}

const lineContext: Context = context('ram:IncludedSupplyChainTradeLineItem', [
  rule(
    'PEPPOL-EN16931-R120',
    'warning',
    'BT-131',
    isLineTotal(
      {
        amount: path('ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount'),
        quantity: () => billedQuantity,
        price: path('ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount'),
        baseQuantities: [
          path('ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity'),
          path('ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:BasisQuantity'),
        ],
        allowances: path('ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge'),
        indicator,
        allowanceAmount: amount,
      },
      slack,
    ),
  ),
  rule(
    'PEPPOL-EN16931-R101',
    'error',
    'BT-128',
    (document, node) => !has(document, node, lineObjects) || anyIs(document, node, lineObjectKind, '130'),
  ),
])

const rules: Pattern = {
  name: 'peppol-cii',
  contexts: [
    context('rsm:ExchangedDocumentContext', [
      needs('PEPPOL-EN16931-R001', 'BT-23', 'ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID'),
    ]),
    settlementContext,
    context('ram:BuyerTradeParty', [needs('PEPPOL-EN16931-R010', 'BT-49', 'ram:URIUniversalCommunication/ram:URIID')]),
    context('ram:SellerTradeParty', [needs('PEPPOL-EN16931-R020', 'BT-34', 'ram:URIUniversalCommunication/ram:URIID')]),
    ...allowanceContexts,
    context(
      'ram:SpecifiedTradeSettlementPaymentMeans',
      [rule('PEPPOL-EN16931-R061', 'error', 'BT-89', (document, node) => hasMandate(document, document.parent(node)))],
      (document, node) => each(document, node, paymentKind).length === 1 && debitKinds.has(normalTextOfOne(document, node, paymentKind)),
    ),
    periodContext('PEPPOL-EN16931-R110', 'BT-134', 'ram:StartDateTime', (line, whole) => line >= whole),
    periodContext('PEPPOL-EN16931-R111', 'BT-135', 'ram:EndDateTime', (line, whole) => line <= whole),
    lineContext,
    context('ram:NetPriceProductTradePrice | ram:GrossPriceProductTradePrice', [
      rule('PEPPOL-EN16931-R121', 'error', 'BT-149', isPositive('ram:BasisQuantity')),
    ]),
    context(
      'ram:NetPriceProductTradePrice/ram:BasisQuantity | ram:GrossPriceProductTradePrice/ram:BasisQuantity',
      [
        rule('PEPPOL-EN16931-R130', 'error', 'BT-150', (document, node) => {
          const wanted = document.attribute(node, unit)
          return each(document, node, billedQuantityAbove).some((quantity) => document.attribute(quantity, unit) === wanted)
        }),
      ],
      (document, node) => document.hasAttribute(node, unit),
    ),
  ],
}

export const peppolCii: readonly Pattern[] = [empty, grossPrices, rules]
