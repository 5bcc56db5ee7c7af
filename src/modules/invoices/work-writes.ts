// Writes of the clerks: an invoice moves on, and who did it is written down.
import type { Transaction } from '#database'
import type { Actor, AuthorityId, StaffId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import type { Cents } from '#kernel/money.ts'
import type { InvoiceState } from './domain/states.ts'
import type { Assignment, InvoiceId, StepActor, StepKind, WorkInvoice } from './domain/work-invoice.ts'

/** What a step changes; what is not named stays. */
export interface InvoiceChange {
  readonly state?: InvoiceState
  readonly assignee?: StaffId
  readonly agreed?: Cents
  readonly assignment?: Assignment
  readonly corrects?: InvoiceId
}

/** @returns false if somebody was faster: the version is no longer the one that was read */
export async function changeInvoice(transaction: Transaction, invoice: WorkInvoice, change: InvoiceChange, now: Date): Promise<boolean> {
  const assignment = change.assignment ?? invoice.assignment
  const rows = await transaction.sql`
    update invoices.invoice
    set state = ${change.state ?? invoice.state}, version = version + 1, changed_at = ${now},
      assignee = ${change.assignee ?? invoice.assignee ?? null}, agreed = ${change.agreed ?? invoice.agreed ?? null},
      assignment = ${JSON.stringify(assignment ?? {})}::jsonb, corrects = ${change.corrects ?? invoice.corrects ?? null}
    where authority_id = ${invoice.authority} and invoice_id = ${invoice.invoiceId} and version = ${invoice.version}
    returning invoice_id`
  return rows.length === 1
}

/** The caller has changed or locked the invoice's row, so that steps stand in their order. */
export async function insertStep(
  transaction: Transaction,
  invoice: { readonly authority: AuthorityId; readonly invoiceId: InvoiceId },
  step: { readonly kind: StepKind; readonly actor: Actor; readonly text?: string | undefined },
  now: Date,
): Promise<void> {
  await transaction.sql`
    insert into invoices.step (authority_id, invoice_id, step_id, position, kind, actor, text, at)
    select ${invoice.authority}, ${invoice.invoiceId}, ${newId(now.getTime())}, count(*) + 1, ${step.kind},
      ${JSON.stringify(stepActor(step.actor))}::jsonb, ${step.text ?? null}, ${now}::timestamptz
    from invoices.step where authority_id = ${invoice.authority} and invoice_id = ${invoice.invoiceId}`
}

/** Limits of an authority; they replace what stood there. */
export async function putApprovalLimit(transaction: Transaction, authority: AuthorityId, role: string, most: Cents): Promise<void> {
  await transaction.sql`
    insert into invoices.approval_limit (authority_id, role, most) values (${authority}, ${role}, ${most})
    on conflict (authority_id, role) do update set most = excluded.most`
}

function stepActor(actor: Actor): StepActor {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff', id: actor.staff, name: actor.name }
    case 'person':
      return { kind: 'person', id: actor.owner, name: actor.name }
    case 'visitor':
      return { kind: 'visitor', id: actor.owner, name: '' }
    case 'system':
      return { kind: 'system', id: actor.name, name: actor.name }
  }
}
