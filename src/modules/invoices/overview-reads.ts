// Reads for the overview of the cash office; invoices in euros only.
import type { Queryable } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import { type DueTime, dueTimeOf, type OpenAmount, type OpenState, openStates, type PaidInvoice } from './domain/overview.ts'
import { isCreditNote } from './domain/work-invoice.ts'

/** Sums by state and time of payment; credit notes owe us and are not counted. */
export async function listOpenAmounts(database: Queryable, authority: AuthorityId, today: Day): Promise<readonly OpenAmount[]> {
  const rows = await database.sql<{ state: OpenState; due_on: Day | null; type_code: string; count: bigint; amount: bigint }>`
    select state, due_on, type_code, count(*) as count, sum(coalesce(agreed, payable))::bigint as amount
    from invoices.invoice
    where authority_id = ${authority} and state = any(${openStates}) and currency = 'EUR'
    group by state, due_on, type_code`
  const sums = new Map<string, { state: OpenState; due: DueTime; count: number; amount: bigint }>()
  for (const row of rows) {
    if (isCreditNote(row.type_code)) continue
    const due = dueTimeOf(row.due_on ?? undefined, today)
    const before = sums.get(`${row.state} ${due}`) ?? { state: row.state, due, count: 0, amount: 0n }
    sums.set(`${row.state} ${due}`, { ...before, count: before.count + Number(row.count), amount: before.amount + row.amount })
  }
  return [...sums.values()]
}

/** How many open invoices in other currencies there are. */
export async function countOtherCurrencies(database: Queryable, authority: AuthorityId): Promise<number> {
  const [row] = await database.sql<{ count: bigint }>`
    select count(*) as count from invoices.invoice where authority_id = ${authority} and state = any(${openStates}) and currency <> 'EUR'`
  return Number(row?.count ?? 0n)
}

/** What the bank paid since a day. */
export async function listPaid(database: Queryable, authority: AuthorityId, since: Day): Promise<readonly PaidInvoice[]> {
  const rows = await database.sql<{
    type_code: string
    agreed: bigint | null
    payable: bigint
    discounts: readonly { days: number; percent: string; base?: string }[]
    issued_on: Day
    due_on: Day | null
    received_at: Date
    paid: bigint
    paid_on: Day
  }>`
    select i.type_code, i.agreed, i.payable, i.discounts, i.issued_on, i.due_on, i.received_at, p.amount as paid, p.paid_on
    from invoices.payment_item p
    join invoices.invoice i on i.authority_id = p.authority_id and i.invoice_id = p.invoice_id
    where p.authority_id = ${authority} and p.paid_on >= ${since}`
  return rows.map((row) => ({
    typeCode: row.type_code,
    agreed: row.agreed ?? undefined,
    payable: row.payable,
    discounts: row.discounts.map(({ days, percent, base }) => ({ days, percent, base })),
    issuedOn: row.issued_on,
    dueOn: row.due_on ?? undefined,
    receivedAt: row.received_at,
    paid: row.paid,
    paidOn: row.paid_on,
  }))
}
