// How the invoice is paid: BR-DE-19, 20 and 23 to 25, one context per kind of payment.
import { has, path } from '../../engine/paths.ts'
import type { Context, Rule } from '../../engine/rules.ts'
import type { ElementNode, XmlDocument } from '../../xml/document.ts'
import { context, normalTextOfOne, remembered, rule, type Syntax, type Test, textOfOne } from './building.ts'
import { isIban } from './iban.ts'
import { onBoth } from './national.ts'

const credits: ReadonlySet<string> = new Set(['30', '58'])
const cards: ReadonlySet<string> = new Set(['48', '54', '55'])
const debits: ReadonlySet<string> = new Set(['59'])
const sepaCredit = '58'

/** Which groups stand beside a payment, and where its kind and its accounts are written. */
interface Places {
  readonly where: string
  readonly kind: string
  readonly payeeAccount: string
  readonly payerAccount: string
  readonly hasCredit: Test
  readonly hasCard: Test
  readonly hasDebit: Test
  /** What must be absent beside a direct debit. */
  readonly hasCreditOrCard: Test
}

const ubl: Places = {
  where: onBoth('cac:PaymentMeans'),
  kind: 'cbc:PaymentMeansCode',
  payeeAccount: 'cac:PayeeFinancialAccount/cbc:ID',
  payerAccount: 'cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID',
  hasCredit: holds('cac:PayeeFinancialAccount'),
  hasCard: holds('cac:CardAccount'),
  hasDebit: holds('cac:PaymentMandate'),
  hasCreditOrCard: holds('cac:PayeeFinancialAccount | cac:CardAccount'),
}

const settlement = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement'

/** CII has no element for the group of a direct debit: any of its three terms stands for it. Two of them stand beside all payments. */
const debitOfDocument = path(
  `${settlement}/ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID | ${settlement}/ram:CreditorReferenceID`,
)
const hasDebitOfDocument = remembered((document) => has(document, 0, debitOfDocument))
const hasDebtor = holds('ram:PayerPartyDebtorFinancialAccount/ram:IBANID')

const cii: Places = {
  where: `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`,
  kind: 'ram:TypeCode',
  payeeAccount: 'ram:PayeePartyCreditorFinancialAccount/ram:IBANID',
  payerAccount: 'ram:PayerPartyDebtorFinancialAccount/ram:IBANID',
  hasCredit: holds('ram:PayeePartyCreditorFinancialAccount'),
  hasCard: holds('ram:ApplicableTradeSettlementFinancialCard'),
  hasDebit: (document, node) => hasDebitOfDocument(document) || hasDebtor(document, node),
  hasCreditOrCard: holds(
    'ram:PayeePartyCreditorFinancialAccount | ram:PayeeSpecifiedCreditorFinancialInstitution | ram:PayerSpecifiedDebtorFinancialInstitution | ram:ApplicableTradeSettlementFinancialCard',
  ),
}

export function paymentContexts(syntax: Syntax): readonly Context[] {
  const places = syntax === 'ubl' ? ubl : cii
  const kind = path(places.kind)
  const hasPayeeIban = accountOf(places.payeeAccount)
  const kindOf = (document: XmlDocument, node: ElementNode): string => normalTextOfOne(document, node, kind)
  const among =
    (kinds: ReadonlySet<string>): Test =>
    (document, node) =>
      kinds.has(kindOf(document, node))
  return [
    context(
      places.where,
      [
        rule('BR-DE-19', 'warning', 'BT-84', (document, node) => kindOf(document, node) !== sepaCredit || hasPayeeIban(document, node)),
        demands('BR-DE-23-a', 'BG-17', places.hasCredit),
        forbids('BR-DE-23-b', 'BG-17', places.hasCard, places.hasDebit),
      ],
      among(credits),
    ),
    context(
      places.where,
      [demands('BR-DE-24-a', 'BG-18', places.hasCard), forbids('BR-DE-24-b', 'BG-18', places.hasCredit, places.hasDebit)],
      among(cards),
    ),
    context(
      places.where,
      [
        rule('BR-DE-20', 'warning', 'BT-91', accountOf(places.payerAccount)),
        demands('BR-DE-25-a', 'BG-19', places.hasDebit),
        forbids('BR-DE-25-b', 'BG-19', places.hasCreditOrCard),
      ],
      among(debits),
    ),
  ]
}

function accountOf(where: string): Test {
  const account = path(where)
  return (document, node) => isIban(textOfOne(document, node, account))
}

function demands(id: string, group: string, stands: Test): Rule {
  return rule(id, 'error', group, stands)
}

function forbids(id: string, group: string, ...others: readonly Test[]): Rule {
  return rule(id, 'error', group, (document, node) => !others.some((stands) => stands(document, node)))
}

function holds(where: string): Test {
  const wanted = path(where)
  return (document, node) => has(document, node, wanted)
}
