// An invoice as the application reads it: typed, whatever the syntax it came in.
import type { Day } from '#kernel/dates.ts'
import type { LeitwegId } from '../leitweg-id.ts'
import type { ElementNode } from '../xml/document.ts'
import type { InvoiceSyntax } from './compile.ts'
import type { GroupEntry } from './tree.ts'

/** A decimal number as written ('1234.50'), white space trimmed; never rounded. */
export type Decimal = string

export interface Identifier {
  readonly text: string
  readonly scheme?: string
  readonly schemeVersion?: string
}

export interface Address {
  readonly lines: readonly string[]
  readonly city?: string
  readonly postCode?: string
  readonly region?: string
  readonly country?: string
}

export interface Contact {
  readonly name?: string
  readonly telephone?: string
  readonly email?: string
}

export interface Party {
  readonly name?: string
  readonly tradingName?: string
  readonly identifiers: readonly Identifier[]
  readonly registration?: Identifier
  readonly vatId?: string
  readonly taxNumber?: string
  readonly legalInformation?: string
  readonly electronicAddress?: Identifier
  readonly address?: Address
  readonly contact?: Contact
}

export interface Transfer {
  /** As written, without white space; mostly an IBAN. */
  readonly account: string
  readonly name?: string
  readonly bic?: string
}

export interface Payment {
  /** UNTDID 4461: 30 and 58 are transfers, 59 SEPA direct debit, 48, 54 and 55 cards. */
  readonly code: string
  readonly text?: string
  readonly remittance: readonly string[]
  readonly transfers: readonly Transfer[]
  readonly card?: { readonly number: string; readonly holder?: string }
  readonly directDebit?: { readonly mandate?: string; readonly creditor?: string; readonly account?: string }
}

/** An allowance or a charge; its amount is positive either way. */
export interface Adjustment {
  readonly amount: Decimal
  readonly base?: Decimal
  readonly percentage?: Decimal
  readonly category?: string
  readonly rate?: Decimal
  readonly reason?: string
  readonly reasonCode?: string
}

export interface Totals {
  readonly lines?: Decimal
  readonly allowances?: Decimal
  readonly charges?: Decimal
  readonly net?: Decimal
  readonly vat?: Decimal
  readonly vatInTaxCurrency?: Decimal
  readonly gross?: Decimal
  readonly paid?: Decimal
  readonly rounding?: Decimal
  readonly due?: Decimal
}

export interface VatShare {
  readonly category: string
  readonly rate?: Decimal
  readonly taxable?: Decimal
  readonly tax?: Decimal
  readonly exemption?: string
  readonly exemptionCode?: string
}

export interface Supporting {
  readonly reference?: string
  readonly description?: string
  /** Where it lies on the internet: shown as text, never fetched. */
  readonly location?: string
  readonly file?: { readonly name?: string; readonly mimeCode?: string; readonly node: ElementNode }
}

export interface Period {
  readonly from?: Day
  readonly to?: Day
}

export interface Line {
  readonly id: string
  readonly name?: string
  readonly description?: string
  readonly note: readonly string[]
  readonly quantity?: Decimal
  readonly unit?: string
  readonly price?: Decimal
  readonly priceQuantity?: Decimal
  readonly priceUnit?: string
  readonly amount?: Decimal
  readonly category?: string
  readonly rate?: Decimal
  readonly period?: Period
  readonly orderLine?: string
  readonly accounting?: string
  readonly sellerItem?: string
  readonly buyerItem?: string
  readonly standardItem?: Identifier
  readonly allowances: readonly Adjustment[]
  readonly charges: readonly Adjustment[]
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  readonly lines: readonly Line[]
}

/** A cash discount: pay within so many days of the invoice and that many percent are off. */
export interface CashDiscount {
  readonly days: number
  readonly percentage: Decimal
  /** The part of the invoice it counts for; without it the amount due. */
  readonly base?: Decimal
}

export interface Invoice {
  readonly syntax: InvoiceSyntax
  readonly number?: string
  /** UNTDID 1001: 380 invoice, 381 credit note, 384 correction … */
  readonly type?: string
  readonly issuedOn?: Day
  readonly dueOn?: Day
  readonly currency?: string
  readonly taxCurrency?: string
  readonly buyerReference?: string
  /** The buyer reference where it is one, with right check digits. */
  readonly leitwegId?: LeitwegId
  readonly project?: string
  readonly contract?: string
  readonly purchaseOrder?: string
  readonly salesOrder?: string
  readonly receivingAdvice?: string
  readonly despatchAdvice?: string
  readonly tender?: string
  readonly object?: Identifier
  readonly accounting?: string
  readonly paymentTerms: readonly string[]
  readonly cashDiscounts: readonly CashDiscount[]
  readonly notes: readonly { readonly subject?: string; readonly text: string }[]
  readonly businessProcess?: string
  readonly specification?: string
  readonly preceding: readonly { readonly number: string; readonly issuedOn?: Day }[]
  readonly seller: Party
  readonly buyer: Party
  readonly payee?: Party
  readonly taxRepresentative?: Party
  readonly delivery?: { readonly name?: string; readonly location?: Identifier; readonly on?: Day; readonly address?: Address }
  readonly period?: Period
  readonly payments: readonly Payment[]
  readonly allowances: readonly Adjustment[]
  readonly charges: readonly Adjustment[]
  readonly totals: Totals
  readonly vat: readonly VatShare[]
  readonly supporting: readonly Supporting[]
  readonly lines: readonly Line[]
  readonly thirdPartyPayments: readonly { readonly type?: string; readonly amount?: Decimal; readonly description?: string }[]
  /** The same as an ordered tree of groups and terms, for display. */
  readonly tree: GroupEntry
}
