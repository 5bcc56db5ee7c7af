// Seller, payee, tax representative, place of delivery: BR-17 … BR-20, BR-56, BR-57, BR-CO-09 and BR-CO-26.
import { each, has, path, texts } from '../../../engine/paths.ts'
import { normal } from '../../../engine/values.ts'
import { nameOf } from '../../../xml/document.ts'
import { vatPrefixes } from '../code-lists/countries.ts'
import { allOf, anyOf, filled, not, present } from '../demands.ts'
import { eachWith, oneText, onlyText, overlap } from '../selection.ts'
import { type Demand, type Holds, inCii, inUbl, rule, type Statement } from '../statements.ts'
import { isVat } from '../vat/ubl-facts.ts'

const sellerUbl = '../cac:AccountingSupplierParty/cac:Party'
const sellerCii = '../../ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty'

const scheme = nameOf('@schemeID')
const taxSchemes = path('cac:PartyTaxScheme')
const companyId = path('cbc:CompanyID')
const registration = path('ram:SpecifiedTaxRegistration/ram:ID')
const legalId = path('cac:Party/cac:PartyLegalEntity/cbc:CompanyID')
const identification = path('cac:Party/cac:PartyIdentification/cbc:ID')
const sellerTaxSchemes = path('cac:Party/cac:PartyTaxScheme')
const identifierCii = path('ram:ID | ram:GlobalID | ram:SpecifiedLegalOrganization/ram:ID')

/** UBL searches the list as one text for the first two characters, so '', ' D' and 'E ' are found as well as 'DE'. */
const startsInList: Demand = ({ state }) => {
  const prefixes = ` ${[...vatPrefixes.ubl(state)].sort().join(' ')} `
  return (document, node) => prefixes.includes(oneText(document, node, companyId).slice(0, 2))
}

export const partyRules: readonly Statement[] = [
  inUbl('BR-17', 'payee', allOf(present('BT-59'), sharesNothing(sellerUbl, ['cac:PartyName/cbc:Name', 'cac:PartyIdentification/cbc:ID']))),
  inCii(
    'BR-17',
    'payee',
    allOf(present('BT-59'), sharesNothing(sellerCii, ['ram:Name', 'ram:ID', 'ram:SpecifiedLegalOrganization/ram:ID'])),
  ),
  inUbl('BR-18', 'taxRepresentative', filled('BT-62')),
  inCii('BR-18', 'taxRepresentative', present('BT-62'), { until: '1.3.15' }),
  inCii('BR-18', 'taxRepresentative', filled('BT-62'), { since: '1.3.16' }),
  rule('BR-19', 'taxRepresentative', present('BG-12')),
  inUbl('BR-20', 'taxRepresentativeAddress', filled('BT-69')),
  inCii('BR-20', 'taxRepresentative', present('BT-69'), { until: '1.3.15' }),
  inCii('BR-20', 'taxRepresentative', filled('BT-69'), { since: '1.3.16' }),
  // UBL is content with an empty identifier, CII is not.
  inUbl(
    'BR-56',
    'taxRepresentative',
    () => (document, node) => each(document, node, taxSchemes).some((found) => isVat(document, found) && has(document, found, companyId)),
  ),
  inCii(
    'BR-56',
    'taxRepresentative',
    () => (document, node) => normal(onlyText(document, eachWith(document, node, registration, scheme, 'VA'))) !== '',
  ),
  // UBL asks for the element, CII for text in it.
  inUbl('BR-57', 'delivery', present('BT-80')),
  inCii('BR-57', 'delivery', anyOf(filled('BT-80'), not(present('BG-15')))),
  inUbl('BR-CO-09', 'vatIdentifier', startsInList),
  inCii('BR-CO-09', 'vatIdentifier', ({ state }) => {
    const prefixes = vatPrefixes.cii(state)
    return (document, node) => prefixes.has(document.text(node).slice(0, 2))
  }),
  inUbl(
    'BR-CO-26',
    'seller',
    sellerIsKnown((document, node) => has(document, node, identification)),
    { until: '1.3.15' },
  ),
  // Since 1.3.16 the identifier of a creditor does not make the seller known.
  inUbl(
    'BR-CO-26',
    'seller',
    sellerIsKnown((document, node) => each(document, node, identification).some((found) => document.attribute(found, scheme) !== 'SEPA')),
    { since: '1.3.16' },
  ),
  inCii(
    'BR-CO-26',
    'seller',
    () => (document, node) => has(document, node, identifierCii) || eachWith(document, node, registration, scheme, 'VA').length > 0,
  ),
]

/** None of the paths has a text that it also has from the seller. */
function sharesNothing(seller: string, ways: readonly string[]): Demand {
  const pairs = ways.map((way) => [path(way), path(`${seller}/${way}`)] as const)
  return () => (document, node) => pairs.every(([own, sellers]) => !overlap(texts(document, node, own), texts(document, node, sellers)))
}

function sellerIsKnown(hasIdentifier: Holds): Demand {
  return () => (document, node) =>
    has(document, node, legalId) ||
    hasIdentifier(document, node) ||
    each(document, node, sellerTaxSchemes).some((found) => isVat(document, found) && has(document, found, companyId))
}
