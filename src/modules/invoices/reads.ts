// Reads of receipts: where one is, what became of it, what a supplier has sent or is about to send.
import { fragment, type Queryable } from '#database'
import type { StoredFile } from '#files'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { CheckedFile, CheckedId } from './domain/checked-file.ts'
import type { StoredFacts } from './domain/invoice-facts.ts'
import type { Channel, Receipt, ReceiptJudgement } from './domain/receipt.ts'
import type { InvoiceState, ReceiptState } from './domain/states.ts'
import type { InvoiceId, ReceiptId } from './domain/work-invoice.ts'

interface ReceiptRow {
  authority_id: AuthorityId
  receipt_id: ReceiptId
  number: string
  channel: Channel
  owner_id: OwnerId | null
  token_digest: string
  sender: string | null
  file_name: string
  original: StoredFile
  sha256: string
  received_at: Date
  state: ReceiptState
  duplicate_of: ReceiptId | null
  moved_to: ReceiptId | null
  judgement: ReceiptJudgement | null
  judged_at: Date | null
}

const columns = fragment`authority_id, receipt_id, number, channel, owner_id, token_digest, sender, file_name, original, sha256, received_at, state,
  duplicate_of, moved_to, judgement, judged_at`

/** Who gets invoices with this Leitweg-ID; '*' asks who clears what cannot be routed. */
export async function findRoute(database: Queryable, leitwegId: string): Promise<AuthorityId | undefined> {
  const [row] = await database.sql<{ authority_id: AuthorityId }>`
    select authority_id from invoices.routing where leitweg_id = ${leitwegId}`
  return row?.authority_id
}

export interface ReceiptPlace {
  readonly authority: AuthorityId
  readonly receipt: ReceiptId
}

/** Which authority keeps a receipt; anybody may ask, the receipt itself opens only to the authority or by its token. */
export async function findReceiptPlace(database: Queryable, number: string): Promise<ReceiptPlace | undefined> {
  const [row] = await database.sql<{ authority_id: AuthorityId; receipt_id: ReceiptId }>`
    select authority_id, receipt_id from invoices.receipt_place where number = ${number}`
  return row === undefined ? undefined : { authority: row.authority_id, receipt: row.receipt_id }
}

export async function findReceipt(reading: Queryable, { authority, receipt }: ReceiptPlace): Promise<Receipt | undefined> {
  const [row] = await reading.sql<ReceiptRow>`
    select ${columns} from invoices.receipt where authority_id = ${authority} and receipt_id = ${receipt}`
  return row === undefined ? undefined : toReceipt(row)
}

/** As `findReceipt`, and nobody else changes it before this transaction ends. */
export async function lockReceipt(reading: Queryable, { authority, receipt }: ReceiptPlace): Promise<Receipt | undefined> {
  const [row] = await reading.sql<ReceiptRow>`
    select ${columns} from invoices.receipt where authority_id = ${authority} and receipt_id = ${receipt} for update`
  return row === undefined ? undefined : toReceipt(row)
}

export async function findReceiptByNumber(reading: Queryable, authority: AuthorityId, number: string): Promise<Receipt | undefined> {
  const [row] = await reading.sql<ReceiptRow>`
    select ${columns} from invoices.receipt where authority_id = ${authority} and number = ${number}`
  return row === undefined ? undefined : toReceipt(row)
}

/** What a signed-in supplier has sent, the newest first. */
export async function listOwnReceipts(reading: Queryable, owner: OwnerId): Promise<readonly Receipt[]> {
  const rows = await reading.sql<ReceiptRow>`
    select ${columns} from invoices.receipt where owner_id = ${owner} and state <> 'moved' order by received_at desc limit 100`
  return rows.map(toReceipt)
}

/** An earlier receipt that is the same invoice: same file, or same seller, number and day; one that was returned does not count. */
export async function findTwin(reading: Queryable, receipt: Receipt, facts: StoredFacts | undefined): Promise<ReceiptId | undefined> {
  const { authority, receiptId, sha256 } = receipt
  const { sellerKey = null, number = null, issuedOn = null } = facts ?? {}
  const [row] = await reading.sql<{ receipt_id: ReceiptId }>`
    select r.receipt_id
    from invoices.receipt r
    left join invoices.invoice i on i.authority_id = r.authority_id and i.receipt_id = r.receipt_id
    where r.authority_id = ${authority} and r.receipt_id <> ${receiptId} and (
      (r.sha256 = ${sha256} and r.state in ('clearing', 'undecidable'))
      or (r.state = 'accepted' and i.state <> 'returned' and (
        r.sha256 = ${sha256} or (i.seller_key = ${sellerKey} and i.number = ${number} and i.issued_on = ${issuedOn}::date))))
    order by r.received_at limit 1`
  return row?.receipt_id
}

/** The newest invoice of a seller with one of these numbers. */
export async function findPreceding(
  reading: Queryable,
  authority: AuthorityId,
  { sellerKey, preceding }: Pick<StoredFacts, 'sellerKey' | 'preceding'>,
): Promise<InvoiceId | undefined> {
  if (preceding.length === 0) return undefined
  const [row] = await reading.sql<{ invoice_id: InvoiceId }>`
    select invoice_id from invoices.invoice
    where authority_id = ${authority} and seller_key = ${sellerKey} and number = any(${[...preceding]}::text[])
    order by received_at desc limit 1`
  return row?.invoice_id
}

/** Where the invoice of a receipt stands, as its supplier is told. */
export interface InvoiceProgress {
  readonly invoice: InvoiceId
  readonly state: InvoiceState
  readonly number: string
  readonly currency: string
  readonly payable: bigint
  readonly agreed: bigint | undefined
  readonly dueOn: Day | undefined
  readonly changedAt: Date
  /** Texts meant for the supplier: open questions and the reason of a return, the newest first. */
  readonly words: readonly { readonly kind: string; readonly text: string; readonly at: Date }[]
}

interface ProgressRow {
  invoice_id: InvoiceId
  state: InvoiceState
  number: string
  currency: string
  payable: bigint
  agreed: bigint | null
  due_on: Day | null
  changed_at: Date
}

export async function findProgress(reading: Queryable, { authority, receipt }: ReceiptPlace): Promise<InvoiceProgress | undefined> {
  const [row] = await reading.sql<ProgressRow>`
    select invoice_id, state, number, currency, payable, agreed, due_on, changed_at
    from invoices.invoice where authority_id = ${authority} and receipt_id = ${receipt}`
  if (row === undefined) return undefined
  const words = await reading.sql<{ kind: string; text: string; at: Date }>`
    select kind, text, at from invoices.step
    where authority_id = ${authority} and invoice_id = ${row.invoice_id} and kind in ('queried', 'answered', 'returned') and text is not null
    order by at desc limit 20`
  return {
    ...{ invoice: row.invoice_id, state: row.state, number: row.number, currency: row.currency, payable: row.payable },
    ...{ agreed: row.agreed ?? undefined, dueOn: row.due_on ?? undefined, changedAt: row.changed_at, words },
  }
}

interface CheckedRow {
  checked_id: CheckedId
  file: StoredFile
  judgement: ReceiptJudgement
  checked_at: Date
}

/** What somebody has had checked and not sent, in the order in which it came. */
export async function listChecked(reading: Queryable, owner: OwnerId): Promise<readonly CheckedFile[]> {
  const rows = await reading.sql<CheckedRow>`
    select checked_id, file, judgement, checked_at from invoices.checked_file where owner_id = ${owner} order by checked_at, file ->> 'name' limit 100`
  return rows.map((row) => ({ checkedId: row.checked_id, file: row.file, judgement: row.judgement, checkedAt: row.checked_at }))
}

function toReceipt(row: ReceiptRow): Receipt {
  return {
    ...{ authority: row.authority_id, receiptId: row.receipt_id, number: row.number, channel: row.channel, tokenDigest: row.token_digest },
    ...{ owner: row.owner_id ?? undefined, sender: row.sender ?? undefined, fileName: row.file_name, original: row.original },
    ...{ sha256: row.sha256, receivedAt: row.received_at, state: row.state, duplicateOf: row.duplicate_of ?? undefined },
    ...{ movedTo: row.moved_to ?? undefined, judgement: row.judgement ?? undefined, judgedAt: row.judged_at ?? undefined },
  }
}
