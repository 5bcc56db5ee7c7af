// Payment and references to other documents: BR-49 … BR-52, BR-55 and BR-61.
import { has, path } from '../../../engine/paths.ts'
import { normal } from '../../../engine/values.ts'
import { filled, present } from '../demands.ts'
import { lengthOf, oneText } from '../selection.ts'
import { type Demand, type Holds, inCii, inUbl, rule, type Statement } from '../statements.ts'

const account = path('cac:PayeeFinancialAccount/cbc:ID')
const meansCode = path('cbc:PaymentMeansCode')

/** A UBL payment means without a code is no transfer either. */
const hasAccountIfTransfer: Holds = (document, node) => {
  const code = normal(oneText(document, node, meansCode))
  return (code !== '30' && code !== '58') || has(document, node, account)
}

/** At most ten characters of a card number may be shown. */
function atMostTen(number: string, prepare: (text: string) => string): Demand {
  const way = path(number)
  return () => (document, node) => lengthOf(prepare(oneText(document, node, way))) <= 10
}

const asWritten = (text: string): string => text

export const paymentRules: readonly Statement[] = [
  rule('BR-49', 'paymentMeans', present('BT-81')),
  inUbl('BR-50', 'transferAccount', filled('BT-84')),
  inCii('BR-50', 'transferAccount', present('BT-84'), { until: '1.3.15' }),
  inCii('BR-50', 'transferAccount', filled('BT-84'), { since: '1.3.16' }),
  // UBL only warns.
  inUbl('BR-51', 'card', atMostTen('.', normal), { level: 'warning' }),
  inCii('BR-51', 'card', atMostTen('ram:ID', asWritten), { until: '1.3.15' }),
  inCii('BR-51', 'card', atMostTen('ram:ID', normal), { since: '1.3.16' }),
  rule('BR-52', 'supportingDocument', filled('BT-122')),
  // UBL is content with an empty number of the preceding invoice, CII is not.
  inUbl('BR-55', 'precedingInvoice', present('cac:InvoiceDocumentReference/cbc:ID')),
  inCii('BR-55', 'precedingInvoice', filled('BT-25')),
  // CII asks only accounts that are there, so a transfer without any account passes.
  inUbl('BR-61', 'paymentMeans', () => hasAccountIfTransfer),
  inCii('BR-61', 'transferAccount', present('BT-84')),
]
