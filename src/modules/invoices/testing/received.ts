// Receipts and invoices as they stand after receiving, for the tests of the work on them.
import type { Database } from '#database'
import type { FileStore } from '#files'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import type { InvoiceId, ReceiptId } from '../domain/work-invoice.ts'

export interface MadeInvoice {
  readonly number?: string
  readonly typeCode?: string
  readonly payable?: bigint
  readonly sellerName?: string
  readonly dueOn?: Day
  readonly discountUntil?: Day
  readonly currency?: string
  readonly content?: Uint8Array
  readonly judgement?: object
  readonly receiptState?: string
}

export interface Received {
  readonly receipt: ReceiptId
  readonly invoice: InvoiceId
}

/** Writes one of each past row-level security. */
export async function makeReceived(
  { admin, files }: { readonly admin: Database; readonly files: FileStore },
  authority: AuthorityId,
  now: Date,
  made: MadeInvoice = {},
): Promise<Received> {
  const [receipt, invoice] = [newId<'receipt'>(), newId<'invoice'>()]
  const written = await files.write({ authority }, 'rechnung.xml', onePiece(made.content ?? Buffer.from('<a/>')))
  if (!written.ok) throw new Error(`the file store refused: ${written.reason}`)
  const number = made.number ?? `R-${receipt.slice(-6)}`
  const payable = made.payable ?? 50_000n
  await admin.sql`
    insert into invoices.receipt (authority_id, receipt_id, number, channel, token_digest, sender, file_name, original, sha256, received_at, state, judgement)
    values (${authority}, ${receipt}, ${`E-${receipt}`}, 'upload', 'x', null, 'rechnung.xml', ${JSON.stringify(written.value)}::jsonb,
      ${written.value.sha256}, ${now}, ${made.receiptState ?? 'accepted'}, ${JSON.stringify(made.judgement ?? { verdict: 'accept', findings: [] })}::jsonb)`
  if (made.receiptState !== undefined && made.receiptState !== 'accepted') return { receipt, invoice }
  await admin.sql`
    insert into invoices.invoice (authority_id, invoice_id, receipt_id, state, type_code, number, issued_on, due_on, seller_key, seller_name,
      seller_iban, currency, gross, payable, discounts, discount_until, received_at, changed_at, retain_until)
    values (${authority}, ${invoice}, ${receipt}, 'new', ${made.typeCode ?? '380'}, ${number}, '2026-11-20', ${made.dueOn ?? '2026-12-20'},
      ${made.sellerName ?? 'DE123456789'}, ${made.sellerName ?? 'Heizungsbau Größler'}, 'DE02120300000000202051', ${made.currency ?? 'EUR'},
      ${payable}, ${payable}, '[]'::jsonb, ${made.discountUntil ?? null}, ${now}, ${now}, '2036-12-31')`
  return { receipt, invoice }
}

async function* onePiece(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content
}
