// The currencies of a CII invoice, looked up once per document: they stand behind all lines, and many amounts ask for them.
import { path, texts } from '../../../engine/paths.ts'
import { oncePerDocument } from '../once-per-document.ts'

const settlement = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement'
const invoiceCurrency = path(`${settlement}/ram:InvoiceCurrencyCode`)
const taxCurrency = path(`${settlement}/ram:TaxCurrencyCode`)

/** BT-5, as often as it stands. */
export const invoiceCurrencies = oncePerDocument((document) => texts(document, 0, invoiceCurrency))

/** BT-6, as often as it stands. */
export const taxCurrencies = oncePerDocument((document) => texts(document, 0, taxCurrency))
