// Syntax rules of UBL that are no rows of a table: they depend on a value, or compare texts.
import { each, path, texts } from '../../../engine/paths.ts'
import type { Condition } from '../../../engine/rules.ts'
import { upper } from '../../../engine/values.ts'
import { nameOf } from '../../../xml/document.ts'
import { alike, all, any, none, not, oneAtMost, present, some } from './conditions.ts'
import type { HandRule } from './contexts.ts'

const creditNote = nameOf('cn:CreditNote')
const paymentMeansCode = nameOf('cbc:PaymentMeansCode')

const isCreditNote: Condition = (document) => document.nameId(0) === creditNote

/** Of an object identifier (BT-18) or not, seen from a part of its cac:AdditionalDocumentReference. */
const isOfObject = some('../cbc:DocumentTypeCode', (code) => code === '130')
const isOfDocument = any(
  some('../cbc:DocumentTypeCode', (code) => code !== '130'),
  not(present('../cbc:DocumentTypeCode')),
)

const isSepa = some('@schemeID', (scheme) => upper(scheme) === 'SEPA')
/** An identifier without a scheme counts as well. */
const isNotSepa: Condition = (document, node) => !isSepa(document, node)

const schemes = path('../cac:TaxScheme')
const schemeId = path('cbc:ID')

/** Seen from a company identifier: here white space around VAT makes it another tax, and so does a scheme without an id. */
function isOfTax(isVat: boolean): Condition {
  return (document, node) =>
    each(document, node, schemes).some((scheme) => (upper(texts(document, scheme, schemeId)[0] ?? '') === 'VAT') === isVat)
}

const partyNames = path('cac:PartyName/cbc:Name')
const sellerNames = path('../cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName')

/** Both have names, and not all of them are one and the same. */
const isNotTheSeller: Condition = (document, node) => {
  const [name, ...more] = texts(document, node, partyNames)
  const others = texts(document, node, sellerNames)
  return name !== undefined && others.length > 0 && !(more.every((one) => one === name) && others.every((one) => one === name))
}

const isAny: Condition = () => true

/** At most two characters behind the first point, white space among them. */
const twoDecimals: Condition = (document, node) => {
  const text = document.text(node)
  const point = text.indexOf('.')
  return point < 0 || text.length - point <= 3 || [...text.slice(point + 1)].length <= 2
}

const invoice = '/ubl:Invoice | /cn:CreditNote'
const supplierTax = 'cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID'
const reference = '//cac:AdditionalDocumentReference'

const warnings: readonly (readonly [id: string, holds: Condition])[] = [
  [
    'CR-002',
    any(
      not(present('cbc:UBLVersionID')),
      some('cbc:UBLVersionID', (version) => version === '2.1'),
    ),
  ],
  ['CR-412', any(not(present('cac:PaymentMeans/cbc:PaymentDueDate')), isCreditNote)],
  ['CR-665', none(`${reference}/cbc:ID/@schemeID`, isOfDocument)],
  ['DT-18', none('//*/@name', (document, node) => document.nameId(node) !== paymentMeansCode)],
]

const errors: readonly (readonly [id: string, context: string, holds: Condition])[] = [
  [
    'SR-43',
    'cac:AdditionalDocumentReference',
    any(
      some('cbc:DocumentTypeCode', (code) => code === '130'),
      all(
        isCreditNote,
        some('cbc:DocumentTypeCode', (code) => code === '50'),
      ),
      not(any(present('cbc:ID/@schemeID'), present('cbc:DocumentTypeCode'))),
    ),
  ],
  ['DT-01', 'amount', twoDecimals],
  ['SR-53', 'cac:PartyTaxScheme', all(present('cac:TaxScheme/cbc:ID'), present('cbc:CompanyID'))],
  ['CR-666', invoice, none(`${reference}/cac:Attachment`, isOfObject)],
  ['CR-673', invoice, none(`${reference}/cbc:DocumentDescription`, isOfObject)],
  ['SR-04', invoice, oneAtMost('cac:AdditionalDocumentReference/cbc:ID', isOfObject)],
  ['SR-12', invoice, oneAtMost(supplierTax, isOfTax(true))],
  ['SR-13', invoice, oneAtMost(supplierTax, isOfTax(false))],
  ['SR-18', invoice, oneAtMost('cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID', isOfTax(true))],
  ['SR-29', invoice, oneAtMost('//cac:PartyIdentification/cbc:ID', isSepa)],
  ['SR-44', invoice, alike('//cbc:PaymentID')],
  ['SR-47', invoice, alike('//cbc:PaymentMeansCode')],
  ['SR-19', 'cac:PayeeParty', all(oneAtMost('cac:PartyName/cbc:Name', isAny), isNotTheSeller)],
  ['SR-20', 'cac:PayeeParty', all(oneAtMost('cac:PartyIdentification/cbc:ID', isNotSepa), isNotTheSeller)],
  ['SR-21', 'cac:PayeeParty', all(oneAtMost('cac:PartyLegalEntity/cbc:CompanyID', isAny), isNotTheSeller)],
]

export const ublHandRules: readonly HandRule[] = [
  ...warnings.map(([id, holds]): HandRule => ({ id: `UBL-${id}`, level: 'warning', context: invoice, holds })),
  ...errors.map(([id, context, holds]): HandRule => ({ id: `UBL-${id}`, level: 'error', context, holds })),
]
