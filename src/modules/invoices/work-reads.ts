// Reads for the clerks: the list of invoices, one invoice with its steps, limits, the clearing desk.
import { fragment, type Queryable, type Transaction } from '#database'
import type { StoredFile } from '#files'
import type { AuthorityId, StaffId, StaffRole } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { ReceiptJudgement } from './domain/receipt.ts'
import type { InvoiceState, ReceiptState } from './domain/states.ts'
import type { InvoiceFilter } from './domain/work-filter.ts'
import type { Assignment, InvoiceId, ReceiptId, StepActor, StepKind, WorkInvoice, WorkStepDone } from './domain/work-invoice.ts'
import { type ApprovalLimits, usualLimits } from './domain/work-rules.ts'

interface InvoiceRow {
  authority_id: AuthorityId
  invoice_id: InvoiceId
  receipt_id: ReceiptId
  dossier_id: Id<'dossier'> | null
  state: InvoiceState
  version: number
  type_code: string
  number: string
  issued_on: Day
  due_on: Day | null
  seller_key: string
  seller_name: string
  currency: string
  gross: bigint
  payable: bigint
  order_reference: string | null
  discounts: readonly { days: number; percent: string; base?: string }[]
  discount_until: Day | null
  corrects: InvoiceId | null
  assignee: StaffId | null
  received_at: Date
  changed_at: Date
  agreed: bigint | null
  assignment: Partial<Assignment>
}

const columns = fragment`i.authority_id, i.invoice_id, i.receipt_id, i.dossier_id, i.state, i.version, i.type_code, i.number, i.issued_on, i.due_on,
    i.seller_key, i.seller_name, i.currency, i.gross, i.payable, i.order_reference, i.discounts, i.discount_until, i.corrects, i.assignee,
    i.received_at, i.changed_at, i.agreed, i.assignment`

export interface InvoicePage {
  readonly invoices: readonly WorkInvoice[]
  /** All that fit the filter, on whatever page. */
  readonly total: number
}

/** One page of the inbox: what is due first stands first. */
export async function listWorkInvoices(database: Queryable, authority: AuthorityId, filter: InvoiceFilter): Promise<InvoicePage> {
  const rows = await database.sql<InvoiceRow & { total: bigint }>`
    select ${columns}, count(*) over () as total
    from invoices.invoice i
    where i.authority_id = ${authority} and i.state = any(${filter.states})
      and (${filter.dueUntil ?? null}::date is null or i.due_on <= ${filter.dueUntil ?? null}::date)
      and (${filter.discountFrom ?? null}::date is null or i.discount_until >= ${filter.discountFrom ?? null}::date)
      and (${filter.assignee ?? null}::uuid is null or i.assignee = ${filter.assignee ?? null}::uuid)
      and (not ${filter.isUnassigned} or i.assignee is null)
      and (${filter.words} = '' or strpos(lower(i.seller_name), lower(${filter.words})) > 0 or strpos(lower(i.number), lower(${filter.words})) > 0)
    order by least(i.discount_until, i.due_on) nulls last, i.received_at, i.invoice_id
    limit ${filter.limit} offset ${filter.offset}`
  return { invoices: rows.map(toInvoice), total: Number(rows[0]?.total ?? 0n) }
}

export async function countWorkInvoices(database: Queryable, authority: AuthorityId): Promise<ReadonlyMap<InvoiceState, number>> {
  const rows = await database.sql<{ state: InvoiceState; count: bigint }>`
    select state, count(*) as count from invoices.invoice where authority_id = ${authority} group by state`
  return new Map(rows.map((row) => [row.state, Number(row.count)]))
}

export async function findWorkInvoice(database: Queryable, authority: AuthorityId, invoiceId: InvoiceId): Promise<WorkInvoice | undefined> {
  const [row] = await database.sql<InvoiceRow>`
    select ${columns} from invoices.invoice i where i.authority_id = ${authority} and i.invoice_id = ${invoiceId}`
  return row === undefined ? undefined : toInvoice(row)
}

/** The row stays locked until the end of the transaction: two steps at once come one after the other. */
export async function lockWorkInvoice(
  transaction: Transaction,
  authority: AuthorityId,
  invoiceId: InvoiceId,
): Promise<WorkInvoice | undefined> {
  const [row] = await transaction.sql<InvoiceRow>`
    select ${columns} from invoices.invoice i where i.authority_id = ${authority} and i.invoice_id = ${invoiceId} for update`
  return row === undefined ? undefined : toInvoice(row)
}

/** The invoice that came in with a receipt. */
export async function findInvoiceOfReceipt(
  database: Queryable,
  authority: AuthorityId,
  receiptId: ReceiptId,
): Promise<WorkInvoice | undefined> {
  const [row] = await database.sql<InvoiceRow>`
    select ${columns} from invoices.invoice i where i.authority_id = ${authority} and i.receipt_id = ${receiptId}`
  return row === undefined ? undefined : toInvoice(row)
}

/** Other invoices of the same seller, latest first: what a credit note may belong to. */
export async function listOfSeller(database: Queryable, invoice: WorkInvoice): Promise<readonly WorkInvoice[]> {
  const rows = await database.sql<InvoiceRow>`
    select ${columns} from invoices.invoice i
    where i.authority_id = ${invoice.authority} and i.seller_key = ${invoice.sellerKey} and i.invoice_id <> ${invoice.invoiceId}
    order by i.issued_on desc, i.invoice_id desc limit 50`
  return rows.map(toInvoice)
}

/** Oldest first. */
export async function listInvoiceSteps(
  database: Queryable,
  authority: AuthorityId,
  invoiceId: InvoiceId,
): Promise<readonly WorkStepDone[]> {
  const rows = await database.sql<{ kind: StepKind; actor: StepActor; text: string | null; at: Date }>`
    select kind, actor, text, at from invoices.step where authority_id = ${authority} and invoice_id = ${invoiceId} order by position`
  return rows.map((row) => ({ kind: row.kind, actor: row.actor, text: row.text ?? undefined, at: row.at }))
}

/** Limits of the authority, else the usual ones; one of its own replaces them all. */
export async function readApprovalLimits(database: Queryable, authority: AuthorityId): Promise<ApprovalLimits> {
  const rows = await database.sql<{ role: StaffRole; most: bigint }>`
    select role, most from invoices.approval_limit where authority_id = ${authority}`
  return rows.length === 0 ? usualLimits : Object.fromEntries(rows.map((row) => [row.role, row.most]))
}

export interface WorkReceipt {
  readonly receiptId: ReceiptId
  readonly number: string
  readonly channel: string
  readonly sender: string | undefined
  readonly fileName: string
  readonly original: StoredFile
  readonly sha256: string
  readonly receivedAt: Date
  readonly state: ReceiptState
  readonly judgement: ReceiptJudgement | undefined
}

interface ReceiptRow {
  receipt_id: ReceiptId
  number: string
  channel: string
  sender: string | null
  file_name: string
  original: StoredFile
  sha256: string
  received_at: Date
  state: ReceiptState
  judgement: ReceiptJudgement | null
}

const receiptColumns = fragment`r.receipt_id, r.number, r.channel, r.sender, r.file_name, r.original, r.sha256, r.received_at, r.state, r.judgement`

export async function findWorkReceipt(database: Queryable, authority: AuthorityId, receiptId: ReceiptId): Promise<WorkReceipt | undefined> {
  const [row] = await database.sql<ReceiptRow>`
    select ${receiptColumns} from invoices.receipt r where r.authority_id = ${authority} and r.receipt_id = ${receiptId}`
  return row === undefined ? undefined : toReceipt(row)
}

/** What no rule of the house could place or judge: oldest first. */
export async function listReceiptsToClear(database: Queryable, authority: AuthorityId): Promise<readonly WorkReceipt[]> {
  const rows = await database.sql<ReceiptRow>`
    select ${receiptColumns} from invoices.receipt r
    where r.authority_id = ${authority} and r.state in ('clearing', 'undecidable')
    order by r.received_at limit 200`
  return rows.map(toReceipt)
}

export async function countReceiptsToClear(database: Queryable, authority: AuthorityId): Promise<number> {
  const [row] = await database.sql<{ count: bigint }>`
    select count(*) as count from invoices.receipt r where r.authority_id = ${authority} and r.state in ('clearing', 'undecidable')`
  return Number(row?.count ?? 0n)
}

/** Authorities of the house that get invoices. */
export async function listRoutedAuthorities(database: Queryable): Promise<readonly AuthorityId[]> {
  const rows = await database.sql<{ authority_id: AuthorityId }>`select distinct authority_id from invoices.routing`
  return rows.map((row) => row.authority_id)
}

function toReceipt(row: ReceiptRow): WorkReceipt {
  return {
    receiptId: row.receipt_id,
    number: row.number,
    channel: row.channel,
    sender: row.sender ?? undefined,
    fileName: row.file_name,
    original: row.original,
    sha256: row.sha256,
    receivedAt: row.received_at,
    state: row.state,
    judgement: row.judgement ?? undefined,
  }
}

function toInvoice(row: InvoiceRow): WorkInvoice {
  const { system, fields } = row.assignment
  return {
    authority: row.authority_id,
    invoiceId: row.invoice_id,
    receiptId: row.receipt_id,
    dossier: row.dossier_id ?? undefined,
    state: row.state,
    version: row.version,
    typeCode: row.type_code,
    number: row.number,
    issuedOn: row.issued_on,
    dueOn: row.due_on ?? undefined,
    sellerKey: row.seller_key,
    sellerName: row.seller_name,
    currency: row.currency,
    gross: row.gross,
    payable: row.payable,
    orderReference: row.order_reference ?? undefined,
    discounts: row.discounts.map(({ days, percent, base }) => ({ days, percent, base })),
    discountUntil: row.discount_until ?? undefined,
    corrects: row.corrects ?? undefined,
    assignee: row.assignee ?? undefined,
    receivedAt: row.received_at,
    changedAt: row.changed_at,
    agreed: row.agreed ?? undefined,
    assignment: system === undefined ? undefined : { system, fields: fields ?? {} },
  }
}
