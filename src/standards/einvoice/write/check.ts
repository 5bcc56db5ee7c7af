// Whether an outgoing invoice can be written so that the official rules accept it; every fault is told, each at its field.
import { parseDay } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'
import { isIban } from '../rules/xrechnung/iban.ts'
import type { OutgoingAmounts } from './amounts.ts'
import * as is from './faults.ts'
import { fault, type WriteFault } from './faults.ts'
import type { OutgoingAdjustment, OutgoingInvoice, OutgoingLine, OutgoingParty, OutgoingPeriod, OutgoingVat } from './outgoing.ts'

type Faults = readonly WriteFault[]

/** One billion euros: all sums stay exact in the doubles in which the official rules add up CII. */
const largest: Cents = 100_000_000_000n
const mostLines = 1_000
const types: ReadonlySet<string> = new Set(['380', '381', '384'])
const categories: ReadonlySet<string> = new Set(['S', 'Z', 'E', 'O'])

/** What each field says for itself and beside the others; amounts are checked by `checkAmounts` once these hold. */
export function checkFields(invoice: OutgoingInvoice): Faults {
  const { transfer } = invoice
  return [
    ...fault('type', 'code', !types.has(invoice.type)),
    ...is.text('number', invoice.number),
    ...days(invoice),
    ...is.text('buyerReference', invoice.buyerReference),
    ...is.text('purchaseOrder', invoice.purchaseOrder),
    ...is.text('contract', invoice.contract),
    ...is.text('preceding.number', invoice.preceding?.number),
    ...fault('preceding', 'missing', invoice.type === '384' && invoice.preceding === undefined),
    ...(invoice.notes ?? []).flatMap((note, place) => is.passage(`notes.${place}`, note)),
    ...is.passage('paymentTerms', invoice.paymentTerms),
    ...seller(invoice),
    ...party('buyer', invoice.buyer),
    ...account(transfer.account),
    ...is.text('transfer.holder', transfer.holder),
    ...is.bic('transfer.bic', transfer.bic),
    ...is.text('transfer.remittance', transfer.remittance),
    ...(invoice.allowances ?? []).flatMap((entry, place) => adjustment(`allowances.${place}`, entry)),
    ...(invoice.charges ?? []).flatMap((entry, place) => adjustment(`charges.${place}`, entry)),
    ...amount('paid', invoice.paid ?? 0n, 0n),
    ...fault('lines', 'missing', invoice.lines.length === 0),
    ...fault('lines', 'range', invoice.lines.length > mostLines),
    ...invoice.lines.flatMap((entry, place) => line(`lines.${place}`, entry)),
    ...invoice.lines.flatMap((entry, place) => fault(`lines.${place}.period`, 'range', !isWithin(entry.period, invoice.period))),
    ...categoriesTogether(invoice),
  ]
}

/** What shows only when it is calculated. */
export function checkAmounts(invoice: OutgoingInvoice, { perLine, due }: OutgoingAmounts): Faults {
  const isUndated = due > 0n && invoice.dueOn === undefined && invoice.paymentTerms === undefined
  return [
    ...perLine.flatMap((net, place) => fault(`lines.${place}`, 'range', net > largest || net < -largest)),
    ...fault('dueOn', 'missing', isUndated),
  ]
}

function days(invoice: OutgoingInvoice): Faults {
  return [
    ...day('issuedOn', invoice.issuedOn),
    ...day('dueOn', invoice.dueOn),
    ...day('deliveredOn', invoice.deliveredOn),
    ...day('preceding.issuedOn', invoice.preceding?.issuedOn),
    ...period('period', invoice.period),
  ]
}

/** Years of four digits that the schemas and every reader take. */
function day(place: string, value: string | undefined): Faults {
  return fault(place, 'form', value !== undefined && (parseDay(value) === undefined || value < '1900'))
}

function period(place: string, value: OutgoingPeriod | undefined): Faults {
  if (value === undefined) return []
  return [...day(`${place}.from`, value.from), ...day(`${place}.to`, value.to), ...fault(place, 'range', value.to < value.from)]
}

/** PEPPOL-EN16931-R110 and R111. */
function isWithin(part: OutgoingPeriod | undefined, whole: OutgoingPeriod | undefined): boolean {
  return part === undefined || whole === undefined || (part.from >= whole.from && part.to <= whole.to)
}

function seller({ seller }: OutgoingInvoice): Faults {
  const { contact, vatId, identifier, registration } = seller
  const isUnknown = vatId === undefined && identifier === undefined && registration === undefined
  return [
    ...party('seller', seller),
    ...is.text('seller.taxNumber', seller.taxNumber),
    ...is.text('seller.legalInformation', seller.legalInformation),
    ...fault('seller.identifier', 'missing', isUnknown),
    ...is.text('seller.contact.name', contact.name),
    ...or(is.text('seller.contact.telephone', contact.telephone), is.telephone('seller.contact.telephone', contact.telephone)),
    ...or(is.text('seller.contact.email', contact.email), is.email('seller.contact.email', contact.email)),
  ]
}

function party(place: string, { name, address, electronicAddress, identifier, registration, vatId }: OutgoingParty): Faults {
  return [
    ...is.text(`${place}.name`, name),
    ...fault(`${place}.address.lines`, 'range', address.lines.length > 3),
    ...address.lines.flatMap((text, index) => is.text(`${place}.address.lines.${index}`, text)),
    ...is.text(`${place}.address.postCode`, address.postCode),
    ...is.text(`${place}.address.city`, address.city),
    ...is.country(`${place}.address.country`, address.country),
    ...is.text(`${place}.electronicAddress.text`, electronicAddress.text),
    ...is.endpointScheme(`${place}.electronicAddress.scheme`, electronicAddress.scheme),
    ...is.text(`${place}.identifier.text`, identifier?.text),
    ...is.identifierScheme(`${place}.identifier.scheme`, identifier?.scheme),
    ...is.text(`${place}.registration.text`, registration?.text),
    ...is.identifierScheme(`${place}.registration.scheme`, registration?.scheme),
    ...is.vatId(`${place}.vatId`, vatId),
  ]
}

function account(iban: string): Faults {
  return or(is.ibanForm('transfer.account', iban), fault('transfer.account', 'check-digits', !isIban(iban)))
}

function adjustment(place: string, { amount: value, reason, vat }: OutgoingAdjustment): Faults {
  return [...amount(`${place}.amount`, value, 1n), ...is.text(`${place}.reason`, reason), ...vatOf(place, vat)]
}

function line(place: string, entry: OutgoingLine): Faults {
  return [
    ...is.text(`${place}.name`, entry.name),
    ...is.passage(`${place}.description`, entry.description),
    ...is.quantity(`${place}.quantity`, entry.quantity),
    ...is.unit(`${place}.unit`, entry.unit),
    ...amount(`${place}.unitPrice`, entry.unitPrice, 0n),
    ...vatOf(place, entry.vat),
    ...(entry.allowances ?? []).flatMap((allowance, index) => [
      ...amount(`${place}.allowances.${index}.amount`, allowance.amount, 1n),
      ...is.text(`${place}.allowances.${index}.reason`, allowance.reason),
    ]),
    ...period(`${place}.period`, entry.period),
  ]
}

function vatOf(place: string, vat: OutgoingVat): Faults {
  return or(
    fault(`${place}.vat.category`, 'code', !categories.has(vat.category)),
    vat.category === 'S' ? is.rate(`${place}.vat.rate`, vat.rate) : [],
  )
}

function amount(place: string, value: Cents, least: Cents): Faults {
  return fault(place, 'range', value < least || value > largest)
}

/** What one category demands of the others and of the parties: BR-O-02, BR-O-11 to BR-O-14, BR-E-10, BR-O-10, BR-DE-16. */
function categoriesTogether({ lines, allowances = [], charges = [], exemption, seller, buyer }: OutgoingInvoice): Faults {
  const met = new Set([...lines, ...allowances, ...charges].map(({ vat }) => vat.category))
  const isOutside = met.has('O')
  const isFree = isOutside || met.has('E')
  return [
    ...fault('lines', 'conflict', isOutside && met.size > 1),
    ...fault('seller.vatId', 'conflict', isOutside && seller.vatId !== undefined),
    ...fault('buyer.vatId', 'conflict', isOutside && buyer.vatId !== undefined),
    ...fault('seller.taxNumber', 'missing', !isOutside && seller.vatId === undefined && seller.taxNumber === undefined),
    ...fault('exemption', 'missing', isFree && exemption === undefined),
    ...fault('exemption', 'conflict', !isFree && exemption !== undefined),
    ...is.text('exemption.text', exemption?.text),
    ...is.exemptionCode(isOutside ? 'O' : 'E')('exemption.code', exemption?.code),
  ]
}

/** The first that has something to say. */
function or(first: Faults, second: Faults): Faults {
  return first.length > 0 ? first : second
}
