// What a bank statement says, in words of ISO 20022.
import type { Day } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'

/** An amount as written: never negative, exact, up to five decimals. */
export interface Amount {
  readonly currency: string
  readonly value: string
}

export type Direction = 'credit' | 'debit'

export interface Counterparty {
  readonly name: string | undefined
  /** IBAN, or another number of the account. */
  readonly account: string | undefined
}

/** One payment within an entry. */
export interface EntryDetail {
  readonly direction: Direction
  /** Undefined where the bank names no amount for one payment of several. */
  readonly amount: Amount | undefined
  readonly endToEndId: string | undefined
  readonly messageId: string | undefined
  readonly paymentId: string | undefined
  readonly counterparty: Counterparty
  readonly remittance: readonly string[]
}

export interface Entry {
  readonly amount: Amount
  readonly direction: Direction
  /** The entry takes an earlier one back. */
  readonly isReversal: boolean
  /** Only booked entries are final; others are announced. */
  readonly isBooked: boolean
  readonly bookedOn: Day | undefined
  readonly valueOn: Day | undefined
  readonly reference: string | undefined
  readonly bankReference: string | undefined
  readonly text: string | undefined
  readonly details: readonly EntryDetail[]
}

export interface Statement {
  readonly id: string
  /** Page of a statement in several parts. */
  readonly page: string | undefined
  readonly account: string
  readonly currency: string | undefined
  readonly entries: readonly Entry[]
}

export const versions = ['02', '04', '08'] as const
export type Version = (typeof versions)[number]

export interface BankStatements {
  readonly version: Version
  readonly messageId: string
  readonly statements: readonly Statement[]
}

/** Whole cents of an amount; undefined where it has fractions of a cent. */
export function centsOf({ value }: Amount): Cents | undefined {
  const match = /^(\d+)(?:\.(\d{0,2})0*)?$/.exec(value)
  return match === null ? undefined : BigInt(`${match[1] ?? '0'}${(match[2] ?? '').padEnd(2, '0')}`)
}
