// Allowances and charges of invoice and lines: BR-31 … BR-44, BR-CO-21 … BR-CO-24, BR-DEC-01 … BR-DEC-06 and BR-DEC-24 … BR-DEC-28.
import { each, has, path } from '../../../engine/paths.ts'
import { present, twoDecimals } from '../demands.ts'
import { hasTwoDecimals, isVatCii } from '../selection.ts'
import { type Holds, inCii, inUbl, rule, type Statement } from '../statements.ts'
import { isVat } from '../vat/ubl-facts.ts'

const categories = path('cac:TaxCategory')
const identifier = path('cbc:ID')
const taxes = path('../ram:CategoryTradeTax')
const categoryCode = path('ram:CategoryCode')
const amounts = path('../ram:ActualAmount')

const hasCategory: Holds = (document, node) =>
  each(document, node, categories).some((found) => isVat(document, found) && has(document, found, identifier))

const hasCategoryCii: Holds = (document, node) =>
  each(document, node, taxes).some((found) => isVatCii(document, found) && has(document, found, categoryCode))

/** CII allows several amounts in one allowance; since 1.3.16 the first one is asked, before that several are an error of the rule. */
const firstHasTwoDecimals: Holds = (document, node) => {
  const [amount] = each(document, node, amounts)
  return amount === undefined || hasTwoDecimals(document.text(amount))
}

function amountDecimals(id: string, place: 'allowance' | 'charge' | 'lineAllowance' | 'lineCharge', amount: string): readonly Statement[] {
  return [
    inUbl(id, place, twoDecimals(amount)),
    inCii(id, place, twoDecimals(amount), { until: '1.3.15' }),
    inCii(id, place, () => firstHasTwoDecimals, { since: '1.3.16' }),
  ]
}

const onInvoice: readonly Statement[] = [
  rule('BR-31', 'allowance', present('BT-92')),
  inUbl('BR-32', 'allowance', () => hasCategory),
  inCii('BR-32', 'allowance', () => hasCategoryCii),
  rule('BR-33', 'allowance', present('BT-97', 'BT-98')),
  rule('BR-CO-21', 'allowance', present('BT-97', 'BT-98')),
  ...amountDecimals('BR-DEC-01', 'allowance', 'BT-92'),
  rule('BR-DEC-02', 'allowance', twoDecimals('BT-93')),
  rule('BR-36', 'charge', present('BT-99')),
  inUbl('BR-37', 'charge', () => hasCategory),
  inCii('BR-37', 'charge', () => hasCategoryCii),
  rule('BR-38', 'charge', present('BT-104', 'BT-105')),
  rule('BR-CO-22', 'charge', present('BT-104', 'BT-105')),
  ...amountDecimals('BR-DEC-05', 'charge', 'BT-99'),
  rule('BR-DEC-06', 'charge', twoDecimals('BT-100')),
]

const onLines: readonly Statement[] = [
  rule('BR-41', 'lineAllowance', present('BT-136')),
  rule('BR-42', 'lineAllowance', present('BT-139', 'BT-140')),
  rule('BR-CO-23', 'lineAllowance', present('BT-139', 'BT-140')),
  ...amountDecimals('BR-DEC-24', 'lineAllowance', 'BT-136'),
  rule('BR-DEC-25', 'lineAllowance', twoDecimals('BT-137')),
  rule('BR-43', 'lineCharge', present('BT-141')),
  rule('BR-44', 'lineCharge', present('BT-144', 'BT-145')),
  rule('BR-CO-24', 'lineCharge', present('BT-144', 'BT-145')),
  ...amountDecimals('BR-DEC-27', 'lineCharge', 'BT-141'),
  rule('BR-DEC-28', 'lineCharge', twoDecimals('BT-142')),
]

export const allowanceRules: readonly Statement[] = [...onInvoice, ...onLines]
