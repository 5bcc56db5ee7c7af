// BR-DE rules whose official tests agree in UBL and CII: written once, with the place in each syntax beside each other.
import { has, path } from '../../engine/paths.ts'
import type { Context, Rule } from '../../engine/rules.ts'
import { anyIs, context, needs, needsText, normalTextOfOne, rule, type Syntax, textOfOne } from './building.ts'

/** A group as the official rules reach it, and what must stand filled in it: [rule, term, path in UBL, path in CII]. */
interface Group {
  readonly ubl: string
  readonly cii: string
  readonly texts: readonly (readonly [string, string, string, string])[]
}

const trade = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction'
const seller = `${trade}/ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty`
const absoluteAddress = /^[a-zA-Z][a-zA-Z0-9+.-]+:/
const digit = /[0-9]/g
const email = /^[^@ \t\n\r]+@([^@. \t\n\r]+\.)+[^@. \t\n\r]+$/
const leastDigits = 3

const postal = (city: string, postCode: string, cityTerm: string, postCodeTerm: string): Group['texts'] => [
  [city, cityTerm, 'cbc:CityName', 'ram:CityName'],
  [postCode, postCodeTerm, 'cbc:PostalZone', 'ram:PostcodeCode'],
]

const groups: readonly Group[] = [
  {
    ubl: onBoth('cac:AccountingSupplierParty/cac:Party/cac:PostalAddress'),
    cii: `${seller}/ram:PostalTradeAddress`,
    texts: postal('BR-DE-3', 'BR-DE-4', 'BT-37', 'BT-38'),
  },
  {
    ubl: onBoth('cac:AccountingCustomerParty/cac:Party/cac:PostalAddress'),
    cii: `${trade}/ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty/ram:PostalTradeAddress`,
    texts: postal('BR-DE-8', 'BR-DE-9', 'BT-52', 'BT-53'),
  },
  {
    ubl: onBoth('cac:Delivery/cac:DeliveryLocation/cac:Address'),
    cii: `${trade}/ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:PostalTradeAddress`,
    texts: postal('BR-DE-10', 'BR-DE-11', 'BT-77', 'BT-78'),
  },
  {
    ubl: onBoth('cac:TaxTotal/cac:TaxSubtotal'),
    cii: `${trade}/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax`,
    texts: [['BR-DE-14', 'BT-119', 'cac:TaxCategory/cbc:Percent', 'ram:RateApplicablePercent']],
  },
]

/** The contexts of the national pattern that both syntaxes share; none of them takes a node from another. */
export function sharedContexts(syntax: Syntax): readonly Context[] {
  const groupContexts = groups.map((group) =>
    context(
      group[syntax],
      group.texts.map(([id, term, ubl, cii]) => needsText(id, term, syntax === 'ubl' ? ubl : cii)),
    ),
  )
  return [...groupContexts, sellerContext(syntax), contactContext(syntax), documentContext(syntax)]
}

function sellerContext(syntax: Syntax): Context {
  return syntax === 'ubl'
    ? context(onBoth('cac:AccountingSupplierParty'), [needs('BR-DE-2', 'BG-6', 'cac:Party/cac:Contact')])
    : context(seller, [needs('BR-DE-2', 'BG-6', 'ram:DefinedTradeContact')])
}

function contactContext(syntax: Syntax): Context {
  const isUbl = syntax === 'ubl'
  const name = isUbl ? 'cbc:Name' : 'ram:PersonName | ram:DepartmentName'
  const telephone = isUbl ? 'cbc:Telephone' : 'ram:TelephoneUniversalCommunication/ram:CompleteNumber'
  const mail = isUbl ? 'cbc:ElectronicMail' : 'ram:EmailURIUniversalCommunication/ram:URIID'
  return context(isUbl ? onBoth('cac:AccountingSupplierParty/cac:Party/cac:Contact') : `${seller}/ram:DefinedTradeContact`, [
    needsText('BR-DE-5', 'BT-41', name),
    needsText('BR-DE-6', 'BT-42', telephone),
    needsText('BR-DE-7', 'BT-43', mail),
    reads('BR-DE-27', 'BT-42', telephone, (text) => (text.match(digit)?.length ?? 0) >= leastDigits),
    reads('BR-DE-28', 'BT-43', mail, (text) => email.test(text)),
  ])
}

/** In CII an external document without an address is passed over, in UBL it is told as a wrong address. */
function documentContext(syntax: Syntax): Context {
  const address = path(syntax === 'ubl' ? 'cbc:URI' : 'ram:URIID')
  const sound = rule('BR-TMP-2', 'warning', 'BT-124', (document, node) => absoluteAddress.test(textOfOne(document, node, address)))
  if (syntax === 'ubl') return context(onBoth('cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference'), [sound])
  const kind = path('ram:TypeCode')
  return context(
    `${trade}/ram:ApplicableHeaderTradeAgreement/ram:AdditionalReferencedDocument`,
    [rule(sound.id, sound.level, 'BT-124', (document, node) => !has(document, node, address) || sound.holds(document, node))],
    (document, node) => anyIs(document, node, kind, '916'),
  )
}

function reads(id: string, term: string, where: string, isSound: (text: string) => boolean): Rule {
  const place = path(where)
  return rule(id, 'warning', term, (document, node) => isSound(normalTextOfOne(document, node, place)))
}

/** A place in both kinds of UBL document. */
export function onBoth(where: string): string {
  return `/ubl:Invoice/${where} | /cn:CreditNote/${where}`
}
