// Writes of receipts: a state changes only from the one it was decided for.
import type { Transaction } from '#database'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { CheckedFile, CheckedId } from './domain/checked-file.ts'
import { retainUntil, type StoredFacts } from './domain/invoice-facts.ts'
import type { Receipt, ReceiptJudgement } from './domain/receipt.ts'
import type { ReceiptState } from './domain/states.ts'
import type { InvoiceId, ReceiptId } from './domain/work-invoice.ts'
import type { ReceiptPlace } from './reads.ts'

/** @returns false if a receipt of this number is there already */
export async function insertReceipt(transaction: Transaction, receipt: Receipt): Promise<boolean> {
  const judgement = receipt.judgement === undefined ? null : JSON.stringify(receipt.judgement)
  const rows = await transaction.sql`
    insert into invoices.receipt (authority_id, receipt_id, number, channel, owner_id, token_digest, sender, file_name, original, sha256,
      received_at, state, judgement, judged_at)
    values (${receipt.authority}, ${receipt.receiptId}, ${receipt.number}, ${receipt.channel}, ${receipt.owner ?? null}, ${receipt.tokenDigest},
      ${receipt.sender ?? null}, ${receipt.fileName}, ${JSON.stringify(receipt.original)}::jsonb, ${receipt.sha256}, ${receipt.receivedAt},
      ${receipt.state}, ${judgement}::jsonb, ${receipt.judgedAt ?? null})
    on conflict (authority_id, number) do nothing
    returning receipt_id`
  return rows.length === 1
}

/** @returns false if the number is taken */
export async function insertPlace(transaction: Transaction, number: string, place: ReceiptPlace): Promise<boolean> {
  const rows = await transaction.sql`
    insert into invoices.receipt_place (number, authority_id, receipt_id) values (${number}, ${place.authority}, ${place.receipt})
    on conflict (number) do nothing returning number`
  return rows.length === 1
}

export async function movePlace(transaction: Transaction, number: string, place: ReceiptPlace): Promise<void> {
  await transaction.sql`
    update invoices.receipt_place set authority_id = ${place.authority}, receipt_id = ${place.receipt} where number = ${number}`
}

/** @returns false if it was judged before */
export async function storeJudgement(
  transaction: Transaction,
  { authority, receipt }: ReceiptPlace,
  judgement: ReceiptJudgement,
  now: Date,
): Promise<boolean> {
  const rows = await transaction.sql`
    update invoices.receipt set state = 'judged', judgement = ${JSON.stringify(judgement)}::jsonb, judged_at = ${now}
    where authority_id = ${authority} and receipt_id = ${receipt} and state = 'received'
    returning receipt_id`
  return rows.length === 1
}

export interface ReceiptStep {
  readonly from: ReceiptState
  readonly to: ReceiptState
  readonly duplicateOf?: ReceiptId
  readonly movedTo?: ReceiptId
}

/** @returns false if it is no longer in `from` */
export async function changeReceipt(transaction: Transaction, { authority, receipt }: ReceiptPlace, step: ReceiptStep): Promise<boolean> {
  const rows = await transaction.sql`
    update invoices.receipt set state = ${step.to}, duplicate_of = ${step.duplicateOf ?? null}, moved_to = ${step.movedTo ?? null}
    where authority_id = ${authority} and receipt_id = ${receipt} and state = ${step.from}
    returning receipt_id`
  return rows.length === 1
}

/** Until this transaction ends no other settles an invoice of the same seller and number, or the same bytes. */
export async function lockTwins(transaction: Transaction, authority: AuthorityId, words: readonly string[]): Promise<void> {
  for (const word of words.toSorted())
    await transaction.sql`select pg_advisory_xact_lock(hashtextextended(${`invoices ${authority} ${word}`}, 0))`
}

export interface NewInvoice {
  readonly receipt: Receipt
  readonly invoiceId: InvoiceId
  readonly dossier: Id<'dossier'>
  readonly facts: StoredFacts
  readonly corrects: InvoiceId | undefined
  readonly now: Date
}

export async function insertInvoice(
  transaction: Transaction,
  { receipt, invoiceId, dossier, facts, corrects, now }: NewInvoice,
): Promise<void> {
  await transaction.sql`
    insert into invoices.invoice (authority_id, invoice_id, receipt_id, dossier_id, state, type_code, number, issued_on, due_on, seller_key,
      seller_name, seller_iban, currency, gross, payable, leitweg_id, order_reference, discounts, discount_until, corrects, received_at,
      changed_at, retain_until)
    values (${receipt.authority}, ${invoiceId}, ${receipt.receiptId}, ${dossier}, 'new', ${facts.typeCode}, ${facts.number},
      ${facts.issuedOn}::date, ${facts.dueOn ?? null}::date, ${facts.sellerKey}, ${facts.sellerName}, ${facts.sellerIban ?? null},
      ${facts.currency}, ${BigInt(facts.gross)}, ${BigInt(facts.payable)}, ${facts.leitwegId ?? null}, ${facts.orderReference ?? null},
      ${JSON.stringify(facts.discounts)}::jsonb, ${facts.discountUntil ?? null}::date, ${corrects ?? null}, ${receipt.receivedAt}, ${now},
      ${retainUntil(dayInGermany(receipt.receivedAt))}::date)`
}

export async function insertChecked(transaction: Transaction, owner: OwnerId, checked: CheckedFile): Promise<void> {
  await transaction.sql`
    insert into invoices.checked_file (owner_id, checked_id, file, judgement, checked_at)
    values (${owner}, ${checked.checkedId}, ${JSON.stringify(checked.file)}::jsonb, ${JSON.stringify(checked.judgement)}::jsonb, ${checked.checkedAt})`
}

/** @returns false if it was gone before */
export async function deleteChecked(transaction: Transaction, owner: OwnerId, checked: CheckedId): Promise<boolean> {
  const rows = await transaction.sql`
    delete from invoices.checked_file where owner_id = ${owner} and checked_id = ${checked} returning checked_id`
  return rows.length === 1
}

/** Whole new truth of the addresses; needs the keeper's role. */
export async function replaceRoutes(
  transaction: Transaction,
  routes: readonly { readonly leitwegId: string; readonly authority: AuthorityId; readonly unit?: string }[],
): Promise<void> {
  await transaction.sql`delete from invoices.routing`
  for (const { leitwegId, authority, unit } of routes)
    await transaction.sql`
      insert into invoices.routing (leitweg_id, authority_id, unit) values (${leitwegId}, ${authority}, ${unit ?? null})`
}
