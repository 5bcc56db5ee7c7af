// Receipts and invoices as they stand after receiving, for the tests of the work on them.
import { type Database, inTransaction } from '#database'
import type { FileStore } from '#files'
import type { AuthorityId } from '#kernel/actors.ts'
import { type Day, dayOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { acceptReceipt } from '../actions/accept-receipt.ts'
import type { StoredFacts } from '../domain/invoice-facts.ts'
import type { Receipt } from '../domain/receipt.ts'
import type { InvoiceId, ReceiptId } from '../domain/work-invoice.ts'
import { insertReceipt } from '../writes.ts'

export interface MadeInvoice {
  readonly number?: string
  readonly typeCode?: string
  readonly payable?: bigint
  readonly sellerName?: string
  readonly dueOn?: Day
  readonly discountUntil?: Day
  readonly currency?: string
  readonly content?: Uint8Array
}

export interface MadeReceipt {
  readonly receipt: ReceiptId
  readonly invoice: InvoiceId
}

/** One of each, accepted as receiving does it. */
export async function makeReceived(
  { database, files }: { readonly database: Database; readonly files: FileStore },
  authority: AuthorityId,
  now: Date,
  made: MadeInvoice = {},
): Promise<MadeReceipt> {
  const written = await files.write({ authority }, 'rechnung.xml', onePiece(made.content ?? Buffer.from('<a/>')))
  if (!written.ok) throw new Error(`the file store refused: ${written.reason}`)
  const receiptId = newId<'receipt'>()
  const receipt: Receipt = {
    ...{ authority, receiptId, number: `RE-${receiptId}`, channel: 'upload', owner: undefined, tokenDigest: 'x', sender: undefined },
    ...{ fileName: 'rechnung.xml', original: written.value, sha256: written.value.sha256, receivedAt: now, state: 'judged' },
    ...{ duplicateOf: undefined, movedTo: undefined, judgement: undefined, judgedAt: now },
  }
  const facts = factsFrom(made, receiptId)
  const invoice = await inTransaction(database, { authority }, async (transaction) => {
    await insertReceipt(transaction, receipt)
    return acceptReceipt(transaction, receipt, { facts, readable: undefined, from: 'judged', now })
  })
  return { receipt: receiptId, invoice }
}

function factsFrom(made: MadeInvoice, receipt: ReceiptId): StoredFacts {
  const sellerName = made.sellerName ?? 'Heizungsbau Größler'
  const amount = (made.payable ?? 50_000n).toString()
  const [issuedOn, dueOn] = [dayOf(2026, 11, 20), made.dueOn ?? dayOf(2026, 12, 20)]
  if (issuedOn === undefined || dueOn === undefined) throw new Error('no such day')
  return {
    ...{ typeCode: made.typeCode ?? '380', number: made.number ?? `R-${receipt.slice(-6)}`, issuedOn, dueOn, sellerName },
    ...{ sellerKey: `name:${sellerName}`, sellerIban: 'DE02120300000000202051', currency: made.currency ?? 'EUR', gross: amount },
    ...{ payable: amount, discounts: [], preceding: [] },
    ...(made.discountUntil === undefined ? {} : { discountUntil: made.discountUntil }),
  }
}

async function* onePiece(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content
}
