// An accepted receipt becomes an invoice to work on, with a dossier that holds the original and what people can read.
import type { Transaction } from '#database'
import type { StoredFile } from '#files'
import { dayInGermany, formatDayShort } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { fileDocument, openDossier } from '#modules/dossiers'
import type { ReceivingDependencies } from '../dependencies.ts'
import type { StoredFacts } from '../domain/invoice-facts.ts'
import type { Receipt } from '../domain/receipt.ts'
import type { ReceiptState } from '../domain/states.ts'
import type { InvoiceId } from '../domain/work-invoice.ts'
import { findPreceding } from '../reads.ts'
import { changeReceipt, insertInvoice } from '../writes.ts'
import { readOriginal } from './read-original.ts'

/** The class "finances" of the file plans, kept ten years. */
const filePlanUnit = '20'
const actor = { kind: 'system', name: 'invoices' } as const

export interface ReadableFile {
  readonly file: StoredFile
}

/** The readable page as a file; undefined where a limit stopped the drawing, which keeps no invoice from being accepted. */
export async function writeReadable(dependencies: ReceivingDependencies, receipt: Receipt): Promise<ReadableFile | undefined> {
  const { authority, number } = receipt
  const page = await dependencies.judging.page(await readOriginal(dependencies, receipt), dayInGermany(receipt.receivedAt), 'de')
  if (page === undefined) return undefined
  const written = await dependencies.files.write({ authority }, `${number}.html`, oneChunk(page))
  return written.ok ? { file: written.value } : undefined
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

export interface Acceptance {
  readonly facts: StoredFacts
  readonly readable: ReadableFile | undefined
  readonly from: ReceiptState
  readonly now: Date
}

export async function acceptReceipt(transaction: Transaction, receipt: Receipt, acceptance: Acceptance): Promise<InvoiceId> {
  const { facts, readable, from, now } = acceptance
  const { authority, receiptId } = receipt
  await changeReceipt(transaction, { authority, receipt: receiptId }, { from, to: 'accepted' })
  const invoiceId: InvoiceId = newId(now.getTime())
  const corrects = await findPreceding(transaction, authority, facts)
  const subject = `Rechnung ${facts.number} vom ${formatDayShort(facts.issuedOn)}, ${facts.sellerName}`
  const { dossier } = await openDossier(transaction, { authority, filePlanUnit, subject, actor, now })
  await insertInvoice(transaction, { receipt, invoiceId, dossier, facts, corrects, now })
  const filed = { authority, dossier, actor, now }
  const words = `${facts.number} ${facts.sellerName} ${receipt.number} ${facts.orderReference ?? ''}`
  await fileDocument(transaction, {
    ...{ ...filed, kind: 'submission', direction: 'incoming', title: `Eingegangene Rechnung ${receipt.number}`, text: words },
    file: receipt.original,
  })
  if (readable !== undefined)
    await fileDocument(transaction, {
      ...filed,
      kind: 'other',
      direction: 'internal',
      title: 'Lesbare Ansicht der Rechnung',
      file: readable.file,
    })
  return invoiceId
}
