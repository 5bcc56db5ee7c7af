// What the forms module is given: the house's services, and its neighbours as far as it needs them.
import type { Database, Queryable, Transaction } from '#database'
import type { DocumentRenderer, DocumentSigner } from '#documents'
import type { FileStore } from '#files'
import type { AssuranceLevel, AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Language, Localised } from '#kernel/language.ts'
import type { Cents } from '#kernel/money.ts'
import type { NetworkGate } from '#modules/accounts'
import type { AuthorityTheme } from '#web'
import type { Choice } from './domain/definition.ts'
import type { DraftId } from './domain/draft.ts'

/** What of an authority the pages of a form show. */
export interface ReceivingAuthority {
  readonly authorityId: AuthorityId
  readonly slug: string
  readonly name: string
  readonly theme: AuthorityTheme
  /** For the head of receipts. */
  readonly arms?: { readonly svg: string }
}

/** A public service as one authority offers it online. */
export interface OnlineOffer {
  readonly serviceKey: string
  readonly title: Localised
  readonly form: string
  readonly assurance: AssuranceLevel
  /** What is due before submission; 0 where nothing is. */
  readonly feeCents: Cents
  readonly processingDays: number
}

export interface PaymentOrder {
  readonly authority: AuthorityId
  readonly owner: OwnerId
  readonly reference: DraftId
  readonly amount: Cents
  readonly purpose: string
  readonly returnPath: string
  readonly language: Language
  readonly now: Date
}

/** The faces of catalogue, directory, accounts and payments that filling in needs. */
export interface Neighbours {
  findOffer(database: Queryable, serviceKey: string, authority: AuthorityId): Promise<OnlineOffer | undefined>
  /** The authority responsible at a place. */
  findCompetent(database: Database, serviceKey: string, ars: string, on: Day): Promise<AuthorityId | undefined>
  findAuthority(database: Queryable, authority: AuthorityId): Promise<ReceivingAuthority | undefined>
  /** Values for prefill by the attribute's name, with how surely each is known. */
  profileOf(
    transaction: Transaction,
    owner: OwnerId,
  ): Promise<ReadonlyMap<string, { readonly value: string; readonly level: AssuranceLevel }>>
  openPayment(transaction: Transaction, order: PaymentOrder): Promise<{ readonly paymentId: string; readonly isPaid: boolean }>
  takeOverPayments(database: Database, visitor: OwnerId, account: OwnerId): Promise<void>
  signInPath(level: AssuranceLevel, returnTo: string): string
}

export interface FormsDependencies {
  readonly database: Database
  readonly files: FileStore
  readonly documents: Pick<DocumentRenderer, 'render'>
  readonly signer: Pick<DocumentSigner, 'signBytes' | 'sign'>
  readonly neighbours: Neighbours
  /** Values of the shipped code lists by name. */
  readonly codeLists: ReadonlyMap<string, readonly Choice[]>
  /** How often a network may try a receipt's number and code. */
  readonly receiptChecks: NetworkGate
  /** Where the portal is reached, for the address on receipts. */
  readonly baseUrl: string
}
