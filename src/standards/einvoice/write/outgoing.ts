// An invoice an authority sends: what its writer must know, in the terms of EN 16931; what can be calculated is not asked for.
import type { Day } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'
import type { Decimal, Identifier } from '../semantic-model/invoice.ts'

/** UNTDID 1001: 380 commercial invoice (fee notices too), 381 credit note, 384 corrected invoice. */
export type OutgoingType = '380' | '381' | '384'

/**
 * S standard or reduced rate, Z zero rate, E exempt, O not subject to VAT (public authority acting as such, § 2b UStG).
 * An invoice with O has no other category, and neither party shows a VAT identifier (BR-O-02, BR-O-11).
 */
export type OutgoingVat = { readonly category: 'S'; readonly rate: Decimal } | { readonly category: 'Z' | 'E' | 'O' }

export interface OutgoingAddress {
  /** Up to three. */
  readonly lines: readonly string[]
  readonly postCode: string
  readonly city: string
  /** ISO 3166-1, two letters. */
  readonly country: string
}

export interface OutgoingParty {
  readonly name: string
  readonly address: OutgoingAddress
  /** Scheme of the list EAS: EM for e-mail, 0204 for a Leitweg-ID. */
  readonly electronicAddress: Required<Pick<Identifier, 'text' | 'scheme'>>
  readonly identifier?: Pick<Identifier, 'text' | 'scheme'>
  readonly registration?: Pick<Identifier, 'text' | 'scheme'>
  readonly vatId?: string
}

/** The authority. One of VAT identifier, identifier and registration must be there (BR-CO-26). */
export interface OutgoingSeller extends OutgoingParty {
  /** Number of the tax office (Steuernummer); needed for S, Z and E where there is no VAT identifier (BR-DE-16). */
  readonly taxNumber?: string
  readonly legalInformation?: string
  readonly contact: { readonly name: string; readonly telephone: string; readonly email: string }
}

export interface OutgoingPeriod {
  readonly from: Day
  readonly to: Day
}

/** An allowance or a charge on the whole invoice; its amount is above zero either way. */
export interface OutgoingAdjustment {
  readonly amount: Cents
  readonly reason: string
  readonly vat: OutgoingVat
}

export interface OutgoingLine {
  readonly name: string
  readonly description?: string
  /** Up to nine digits before and four after the point; below zero where a line takes something back. */
  readonly quantity: Decimal
  /** UNECE recommendation 20: H87 piece, HUR hour, C62 one. */
  readonly unit: string
  /** Before VAT, never below zero (BR-27). */
  readonly unitPrice: Cents
  readonly vat: OutgoingVat
  readonly allowances?: readonly { readonly amount: Cents; readonly reason: string }[]
  readonly period?: OutgoingPeriod
}

/** SEPA credit transfer; the account is an IBAN without spaces. */
export interface OutgoingTransfer {
  readonly account: string
  readonly holder?: string
  readonly bic?: string
  /** What the payer is to quote: the cash reference (Kassenzeichen). */
  readonly remittance: string
}

/** In euros throughout. Texts are written as they are: no blank ones, no white space at the edges, no control characters. */
export interface OutgoingInvoice {
  readonly type: OutgoingType
  readonly number: string
  readonly issuedOn: Day
  /** Either this or payment terms where something is to be paid (BR-CO-25). */
  readonly dueOn?: Day
  readonly paymentTerms?: string
  /** BT-10: a Leitweg-ID where the buyer is an authority, else what the buyer asked to be quoted. */
  readonly buyerReference: string
  readonly purchaseOrder?: string
  readonly contract?: string
  /** The invoice this one corrects or takes back; 384 must name it. */
  readonly preceding?: { readonly number: string; readonly issuedOn?: Day }
  readonly notes?: readonly string[]
  readonly seller: OutgoingSeller
  readonly buyer: OutgoingParty
  readonly deliveredOn?: Day
  readonly period?: OutgoingPeriod
  readonly transfer: OutgoingTransfer
  /** Why no VAT is shown; demanded with E and O, and with them only. */
  readonly exemption?: { readonly text: string; readonly code?: string }
  readonly allowances?: readonly OutgoingAdjustment[]
  readonly charges?: readonly OutgoingAdjustment[]
  /** What has been paid before. */
  readonly paid?: Cents
  readonly lines: readonly OutgoingLine[]
}
