// The Peppol rules that XRechnung takes over, in UBL.
import { compare, subtract } from '../../engine/decimal.ts'
import { each, has, type Path, path } from '../../engine/paths.ts'
import type { Context, Pattern } from '../../engine/rules.ts'
import { compareText } from '../../engine/values.ts'
import { type ElementNode, nameOf, type XmlDocument } from '../../xml/document.ts'
import { dateOf, dateOfTextNode, decimalOf } from './amounts.ts'
import { anyIs, context, needs, normalTextNode, normalTextOfOne, remembered, rule, type Test } from './building.ts'
import { isLineTotal, isPositive, isShareOfBase, slackBy } from './peppol-amounts.ts'

const currencyOf = nameOf('@currencyID')
const unit = nameOf('@unitCode')
const invoice = nameOf('ubl:Invoice')

const taxTotals = path('cac:TaxTotal')
const subtotals = path('cac:TaxSubtotal')
const taxAmounts = path('cac:TaxTotal/cbc:TaxAmount')
const taxCurrency = path('cbc:TaxCurrencyCode')
const documentCurrency = path('cbc:DocumentCurrencyCode')
const currencyBeside = path('../cbc:DocumentCurrencyCode')
const percentage = path('cbc:MultiplierFactorNumeric')
const base = path('cbc:BaseAmount')
const amount = path('cbc:Amount')
const indicator = path('cbc:ChargeIndicator')
const paymentKind = path('cbc:PaymentMeansCode')
const lineObjects = path('cac:DocumentReference')
const lineObjectKind = path('cac:DocumentReference/cbc:DocumentTypeCode')
const invoicedQuantity = path('cbc:InvoicedQuantity')
const creditedQuantity = path('cbc:CreditedQuantity')
const price = path('../cbc:PriceAmount')
const invoicedAbove = path('../../cbc:InvoicedQuantity')
const creditedAbove = path('../../cbc:CreditedQuantity')
const periodStart = path('cac:InvoicePeriod/cbc:StartDate')
const periodEnd = path('cac:InvoicePeriod/cbc:EndDate')
const own = path('.')

const slack = slackBy(path('/*/cbc:DocumentCurrencyCode'))
const debitKinds = new Set(['49', '59'])
const allowances =
  'ubl:Invoice/cac:AllowanceCharge | ubl:Invoice/cac:InvoiceLine/cac:AllowanceCharge | cn:CreditNote/cac:AllowanceCharge | cn:CreditNote/cac:CreditNoteLine/cac:AllowanceCharge'

/** Elements without child and text; attributes do not help. */
const empty: Pattern = {
  name: 'peppol-ubl-empty',
  contexts: [
    context(
      '*',
      [rule('PEPPOL-EN16931-R008', 'error', '', () => false)],
      (document, node) => document.firstChild(node) < 0 && !document.hasOwnText(node),
    ),
  ],
}

const documentRules: Context = context('cn:CreditNote | ubl:Invoice', [
  needs('PEPPOL-EN16931-R001', 'BT-23', 'cbc:ProfileID'),
  rule(
    'PEPPOL-EN16931-R053',
    'error',
    'BT-110',
    (document, node) => each(document, node, taxTotals).filter((total) => has(document, total, subtotals)).length === 1,
  ),
  rule(
    'PEPPOL-EN16931-R054',
    'error',
    'BT-111',
    (document, node) =>
      each(document, node, taxTotals).filter((total) => !has(document, total, subtotals)).length ===
      (has(document, node, taxCurrency) ? 1 : 0),
  ),
  rule('PEPPOL-EN16931-R055', 'error', 'BT-111', hasOneSign),
])

/** Both tax totals are at most nothing or both at least nothing; -0.00 is less than nothing here. */
function hasOneSign(document: XmlDocument, node: ElementNode): boolean {
  if (!has(document, node, taxCurrency)) return true
  const signsIn = (where: Path): readonly number[] => {
    const currency = normalTextOfOne(document, node, where)
    return each(document, node, taxAmounts).flatMap((total) =>
      document.attribute(total, currencyOf) === currency ? compareText(document.text(total), 0, 'integer') : [],
    )
  }
  const accounting = signsIn(taxCurrency)
  const invoiced = signsIn(documentCurrency)
  return (
    (accounting.some((sign) => sign <= 0) && invoiced.some((sign) => sign <= 0)) ||
    (accounting.some((sign) => sign >= 0) && invoiced.some((sign) => sign >= 0))
  )
}

/** Of allowances with a base or a percentage, those with one alone have a context of their own, and no other rule is asked. */
const allowanceContexts: readonly Context[] = [
  context(
    allowances,
    [rule('PEPPOL-EN16931-R041', 'error', 'BT-93', () => false)],
    (document, node) => has(document, node, percentage) && !has(document, node, base),
  ),
  context(
    allowances,
    [rule('PEPPOL-EN16931-R042', 'error', 'BT-94', () => false)],
    (document, node) => !has(document, node, percentage) && has(document, node, base),
  ),
  context(allowances, [
    rule('PEPPOL-EN16931-R040', 'error', 'BT-92', isShareOfBase({ amount, base, percentage }, slack)),
    rule('PEPPOL-EN16931-R043', 'error', 'BG-20', (document, node) => {
      const says = normalTextNode(document, node, indicator)
      return says === 'true' || says === 'false'
    }),
  ]),
]

const isLine = isLineTotal(
  {
    amount: path('cbc:LineExtensionAmount'),
    quantity: (document) => (document.nameId(0) === invoice ? invoicedQuantity : creditedQuantity),
    price: path('cac:Price/cbc:PriceAmount'),
    baseQuantities: [path('cac:Price/cbc:BaseQuantity')],
    allowances: path('cac:AllowanceCharge'),
    indicator,
    allowanceAmount: amount,
  },
  slack,
)

const lineContext: Context = context('cac:InvoiceLine | cac:CreditNoteLine', [
  rule('PEPPOL-EN16931-R120', 'warning', 'BT-131', isLine),
  rule('PEPPOL-EN16931-R121', 'error', 'BT-149', isPositive('cac:Price/cbc:BaseQuantity')),
  rule(
    'PEPPOL-EN16931-R101',
    'error',
    'BT-128',
    (document, node) => !has(document, node, lineObjects) || anyIs(document, node, lineObjectKind, '130'),
  ),
])

const priceContexts: readonly Context[] = [
  context('cac:Price/cac:AllowanceCharge', [
    rule('PEPPOL-EN16931-R044', 'error', 'BT-147', (document, node) => normalTextOfOne(document, node, indicator) === 'false'),
    rule('PEPPOL-EN16931-R046', 'error', 'BT-146', hasNetPrice),
  ]),
  context('cac:Price/cbc:BaseQuantity', [rule('PEPPOL-EN16931-R130', 'error', 'BT-150', hasUnitOfLine)], (document, node) =>
    document.hasAttribute(node, unit),
  ),
]

/** Net price = gross price − allowance, where a gross price stands. */
function hasNetPrice(document: XmlDocument, node: ElementNode): boolean {
  if (!has(document, node, base)) return true
  const net = decimalOf(document, node, price)
  const gross = decimalOf(document, node, base)
  const off = decimalOf(document, node, amount)
  return net !== undefined && gross !== undefined && off !== undefined && compare(net, subtract(gross, off)) === 0
}

function hasUnitOfLine(document: XmlDocument, node: ElementNode): boolean {
  if (!has(document, node, invoicedAbove) && !has(document, node, creditedAbove)) return true
  const wanted = document.attribute(node, unit)
  const quantities = each(document, node, document.nameId(0) === invoice ? invoicedAbove : creditedAbove)
  return quantities.some((quantity) => document.attribute(quantity, unit) === wanted)
}

/** The context of a line's start or end asks whether the document has one too; then both are compared as dates. */
function periodContext(id: string, term: string, element: string, whole: Path, isSound: (line: number, whole: number) => boolean): Context {
  const isThere = remembered((document) => has(document, 0, whole))
  const dateOfWhole = remembered((document) => dateOf(document, 0, whole))
  const within: Test = (document, node) => {
    const line = dateOfTextNode(document, node, own)
    const limit = dateOfWhole(document)
    return line !== undefined && limit !== undefined && isSound(line, limit)
  }
  return context(
    `/ubl:Invoice/cac:InvoiceLine/cac:InvoicePeriod/${element} | /cn:CreditNote/cac:CreditNoteLine/cac:InvoicePeriod/${element}`,
    [rule(id, 'error', term, within)],
    isThere,
  )
}

const rules: Pattern = {
  name: 'peppol-ubl',
  contexts: [
    documentRules,
    context('cbc:TaxCurrencyCode', [
      rule('PEPPOL-EN16931-R005', 'error', 'BT-6', (document, node) => {
        const beside = normalTextNode(document, node, own)
        return beside !== normalTextNode(document, node, currencyBeside)
      }),
    ]),
    context('cac:AccountingCustomerParty/cac:Party', [needs('PEPPOL-EN16931-R010', 'BT-49', 'cbc:EndpointID')]),
    context('cac:AccountingSupplierParty/cac:Party', [needs('PEPPOL-EN16931-R020', 'BT-34', 'cbc:EndpointID')]),
    ...allowanceContexts,
    context(
      'cac:PaymentMeans',
      [needs('PEPPOL-EN16931-R061', 'BT-89', 'cac:PaymentMandate/cbc:ID')],
      (document, node) => each(document, node, paymentKind).length === 1 && debitKinds.has(normalTextOfOne(document, node, paymentKind)),
    ),
    periodContext('PEPPOL-EN16931-R110', 'BT-134', 'cbc:StartDate', periodStart, (line, whole) => line >= whole),
    periodContext('PEPPOL-EN16931-R111', 'BT-135', 'cbc:EndDate', periodEnd, (line, whole) => line <= whole),
    lineContext,
    ...priceContexts,
  ],
}

export const peppolUbl: readonly Pattern[] = [empty, rules]
