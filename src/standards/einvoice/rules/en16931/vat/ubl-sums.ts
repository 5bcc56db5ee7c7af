// Net amounts of a UBL invoice by VAT category and rate: of lines, and of the allowances and charges of the document.
import { castDecimal, type Decimal, zero } from '../../../engine/decimal.ts'
import { type ElementNode, type NameId, nameOf, type XmlDocument } from '../../../xml/document.ts'
import { oncePerDocument } from '../once-per-document.ts'
import { childOf, nextAlike } from './nodes.ts'
import { enterAmount, type NamedTax, rateKey, type Sums } from './sums.ts'
import { categoryCode, hasIndicator } from './ubl-facts.ts'

const name = {
  allowanceCharge: nameOf('cac:AllowanceCharge'),
  amount: nameOf('cbc:Amount'),
  creditNoteLine: nameOf('cac:CreditNoteLine'),
  invoiceLine: nameOf('cac:InvoiceLine'),
  item: nameOf('cac:Item'),
  itemTax: nameOf('cac:ClassifiedTaxCategory'),
  lineAmount: nameOf('cbc:LineExtensionAmount'),
  percent: nameOf('cbc:Percent'),
  tax: nameOf('cac:TaxCategory'),
}

/** Lines of one kind: those of the document are added up, those anywhere only exist. */
export interface UblLines {
  readonly exist: boolean
  readonly anywhere: Sums
  readonly own: Sums
}

interface UblSums {
  /** Of both kinds the official tests ask in every document, whatever its root is. */
  readonly lines: readonly UblLines[]
  readonly charges: Sums
  readonly allowances: Sums
  /** Allowances and charges anywhere; only their existence counts. */
  readonly anyAllowanceCharge: Sums
}

export const ublSums = oncePerDocument((document: XmlDocument): UblSums => {
  const charges: Sums = new Map()
  const allowances: Sums = new Map()
  const anyAllowanceCharge: Sums = new Map()
  for (let node = document.firstNamed(name.allowanceCharge); node !== -1; node = document.nextNamed(node)) {
    const taxes = taxesOf(document, node, name.tax)
    if (taxes.length === 0) continue
    enterAmount(anyAllowanceCharge, node, taxes, zero)
    if (document.parent(node) !== 0) continue
    const amount = amountOf(document, node, name.amount)
    if (hasIndicator(document, node, true)) enterAmount(charges, node, taxes, amount)
    else if (hasIndicator(document, node, false)) enterAmount(allowances, node, taxes, amount)
  }
  const lines = [linesOf(document, name.invoiceLine), linesOf(document, name.creditNoteLine)]
  return { lines, charges, allowances, anyAllowanceCharge }
})

function linesOf(document: XmlDocument, kind: NameId): UblLines {
  const anywhere: Sums = new Map()
  const own: Sums = new Map()
  for (let line = document.firstNamed(kind); line !== -1; line = document.nextNamed(line)) {
    const taxes: NamedTax[] = []
    for (let item = childOf(document, line, name.item); item !== -1; item = nextAlike(document, item)) {
      taxes.push(...taxesOf(document, item, name.itemTax))
    }
    if (document.parent(line) === 0) enterAmount(own, line, taxes, amountOf(document, line, name.lineAmount))
    else enterAmount(anywhere, line, taxes, zero)
  }
  return { exist: document.firstNamed(kind) !== -1, anywhere, own }
}

function taxesOf(document: XmlDocument, node: ElementNode, kind: NameId): NamedTax[] {
  const taxes: NamedTax[] = []
  for (let tax = childOf(document, node, kind); tax !== -1; tax = nextAlike(document, tax)) {
    const percent = childOf(document, tax, name.percent)
    taxes.push({ code: categoryCode(document, tax), rate: percent === -1 ? undefined : rateKey(document.text(percent)) })
  }
  return taxes
}

function amountOf(document: XmlDocument, node: ElementNode, kind: NameId): Decimal {
  const amount = childOf(document, node, kind)
  return amount === -1 ? zero : castDecimal(document.text(amount))
}
