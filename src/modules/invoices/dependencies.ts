// What receiving invoices needs from outside: given by the composition root.
import type { Database } from '#database'
import type { FileStore } from '#files'
import type { NetworkGate } from '#modules/accounts'
import type { InvoiceJudge } from './judging/judge-invoices.ts'

export interface ReceivingDependencies {
  readonly database: Database
  readonly files: FileStore
  readonly judging: InvoiceJudge
}

export interface SupplierDependencies extends ReceivingDependencies {
  /** How many files a network may have checked or sent. */
  readonly uploads: NetworkGate
}

/** An office sends some hundred invoices in an hour; nobody sends thousands by hand. */
export const uploadLimit = { name: 'invoice-upload', most: 400, windowMinutes: 15 } as const
