// What the invoice as a whole must hold: BR-01 … BR-11, BR-16, BR-53, BR-62, BR-63 and BR-CO-03.
import { each, has, path, texts } from '../../../engine/paths.ts'
import { normal } from '../../../engine/values.ts'
import { nameOf } from '../../../xml/document.ts'
import { filled, present } from '../demands.ts'
import { eachWith, only, onlyText, overlap } from '../selection.ts'
import { type Demand, type Holds, inCii, inUbl, rule, type Statement } from '../statements.ts'
import { invoiceCurrencies, taxCurrencies } from './cii-currencies.ts'

const agreement = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement'

const format = nameOf('@format')
const taxCurrency = path('cbc:TaxCurrencyCode')
const taxAmounts = path('//cac:TaxTotal/cbc:TaxAmount/@currencyID')
const taxTotalCurrencies = path('ram:TaxTotalAmount/@currencyID')

export const invoiceRules: readonly Statement[] = [
  rule('BR-01', 'invoice', filled('BT-24')),
  rule('BR-02', 'invoice', filled('BT-1')),
  inUbl('BR-03', 'invoice', filled('BT-2')),
  inCii('BR-03', 'invoice', issueDateIsFilled),
  rule('BR-04', 'invoice', filled('BT-3')),
  rule('BR-05', 'invoice', filled('BT-5')),
  rule('BR-06', 'invoice', filled('BT-27')),
  rule('BR-07', 'invoice', filled('BT-44')),
  rule('BR-08', 'invoice', present('BG-5')),
  // UBL asks each postal address for its country, CII asks the invoice: only CII misses the country of an address that is not there.
  rule('BR-09', ['sellerPostalAddress', 'invoice'], filled('BT-40')),
  rule('BR-10', 'invoice', present('BG-8')),
  rule('BR-11', ['buyerPostalAddress', 'invoice'], filled('BT-55')),
  inUbl('BR-16', 'invoice', present('BG-25')),
  inCii('BR-16', 'invoice', present('//ram:IncludedSupplyChainTradeLineItem')),
  inUbl('BR-53', 'invoice', () => (document, node) => {
    const currencies = texts(document, node, taxCurrency)
    return currencies.every((currency) => texts(document, node, taxAmounts).includes(currency))
  }),
  // CII looks within one summation and also refuses a tax currency that is the invoice currency.
  inCii('BR-53', 'totals', () => (document, node) => {
    const currencies = taxCurrencies(document)
    if (currencies.length === 0) return true
    return overlap(texts(document, node, taxTotalCurrencies), currencies) && !overlap(currencies, invoiceCurrencies(document))
  }),
  // UBL asks each electronic address for the name of its scheme, CII the first one of the party for some text.
  inUbl('BR-62', 'sellerAddress', present('@schemeID')),
  inCii('BR-62', 'invoice', firstAddressHasScheme(`${agreement}/ram:SellerTradeParty`)),
  inUbl('BR-63', 'buyerAddress', present('@schemeID')),
  inCii('BR-63', 'invoice', firstAddressHasScheme(`${agreement}/ram:BuyerTradeParty`)),
  // The date or the code for it, not both. CII asks at each VAT breakdown for those of the whole document.
  inUbl('BR-CO-03', 'invoice', notBoth('cbc:TaxPointDate', 'cac:InvoicePeriod/cbc:DescriptionCode')),
  inCii('BR-CO-03', 'vatBreakdown', notBoth('//ram:TaxPointDate', '//ram:DueDateTypeCode')),
]

/** CII counts only a date in the format 102 (CCYYMMDD). */
function issueDateIsFilled(): Holds {
  const dates = path('rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString')
  return (document, node) => normal(onlyText(document, eachWith(document, node, dates, format, '102'))) !== ''
}

function firstAddressHasScheme(party: string): Demand {
  const parties = path(party)
  const addresses = path('ram:URIUniversalCommunication')
  const scheme = path('ram:URIID/@schemeID')
  return () => (document, node) => {
    const firsts = each(document, node, parties).flatMap((found) => each(document, found, addresses).slice(0, 1))
    return firsts.length === 0 || normal(only(firsts.flatMap((found) => texts(document, found, scheme)))) !== ''
  }
}

function notBoth(one: string, other: string): Demand {
  const [first, second] = [path(one), path(other)]
  return () => (document, node) => !has(document, node, first) || !has(document, node, second)
}
