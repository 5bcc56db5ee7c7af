// One step of a member of staff on an invoice: asked of the rules, written down, and part of the dossier's history.
import { type Database, inTransaction, type Transaction } from '#database'
import { appendHistory } from '#journal'
import type { Actor, Staff } from '#kernel/actors.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { type InvoiceState, mayInvoiceBecome } from '../domain/states.ts'
import type { InvoiceId, StepKind, WorkInvoice } from '../domain/work-invoice.ts'
import { refusalOf, type Standing, type StepRefusal, type WorkStep } from '../domain/work-rules.ts'
import { listInvoiceSteps, lockWorkInvoice, readApprovalLimits } from '../work-reads.ts'
import { changeInvoice, type InvoiceChange, insertStep } from '../work-writes.ts'

/** Who works on which invoice, as the page showed it. */
export interface Work {
  readonly staff: Staff
  readonly invoice: InvoiceId
  readonly version: number
  readonly now: Date
}

export interface StepWritten extends InvoiceChange {
  readonly kind: StepKind
  readonly text?: string | undefined
  /** A state that is passed through on the way. */
  readonly via?: InvoiceState
}

export type WorkRefusal = StepRefusal | 'unknown' | 'changed-meanwhile' | 'no-text' | 'wrong-amount' | 'wrong-reference'

/** What a step does to the invoice; a refusal of its own leaves all as it was. */
export type Deciding = (
  standing: Standing,
  transaction: Transaction,
) => Promise<Outcome<StepWritten, WorkRefusal>> | Outcome<StepWritten, WorkRefusal>

/** @returns the invoice's new version */
export async function workOn(
  database: Database,
  { staff, invoice: invoiceId, version, now }: Work,
  step: WorkStep,
  decide: Deciding,
): Promise<Outcome<number, WorkRefusal>> {
  const { authority } = staff
  return inTransaction(database, { authority }, async (transaction): Promise<Outcome<number, WorkRefusal>> => {
    const invoice = await lockWorkInvoice(transaction, authority, invoiceId)
    if (invoice === undefined) return refused('unknown')
    const standing: Standing = {
      invoice,
      steps: await listInvoiceSteps(transaction, authority, invoiceId),
      limits: await readApprovalLimits(transaction, authority),
    }
    // Who may not is told so even where somebody else was faster.
    const refusal = refusalOf(step, staff, standing)
    if (invoice.version !== version) return refused('changed-meanwhile')
    if (refusal !== undefined) return refused(refusal)
    const decided = await decide(standing, transaction)
    if (!decided.ok) return decided
    await writeStep(transaction, invoice, staff, decided.value, now)
    return done(version + 1)
  })
}

/** Writes a step of anybody; the invoice's row is locked by the caller. */
export async function writeStep(transaction: Transaction, invoice: WorkInvoice, actor: Actor, step: StepWritten, now: Date): Promise<void> {
  const { kind, text, via, ...change } = step
  const way = [invoice.state, via, change.state].filter((state) => state !== undefined)
  for (const [index, state] of way.entries()) {
    const next = way[index + 1]
    if (next !== undefined && !mayInvoiceBecome(state, next)) throw new Error(`an invoice that is ${state} cannot become ${next}`)
  }
  const { dossier } = invoice
  if (dossier === undefined) throw new Error(`invoice ${invoice.invoiceId} has no dossier`)
  if (!(await changeInvoice(transaction, invoice, change, now))) throw new Error('a locked invoice has changed')
  await insertStep(transaction, invoice, { kind, actor, text }, now)
  await appendHistory(transaction, {
    authority: invoice.authority,
    dossier,
    actor,
    action: `invoice.${kind}`,
    object: { kind: 'invoice', id: invoice.invoiceId },
    detail: {
      ...(change.state === undefined ? {} : { from: invoice.state, to: change.state }),
      ...(change.agreed === undefined ? {} : { agreed: String(change.agreed) }),
      ...(change.assignment === undefined ? {} : { assignment: change.assignment }),
      ...(change.corrects === undefined ? {} : { corrects: change.corrects }),
      ...(text === undefined ? {} : { text }),
    },
    now,
  })
}

/** What somebody wrote, shortened to what a step holds; undefined if it is nothing. */
export function textOf(written: string): string | undefined {
  const text = written.toWellFormed().replaceAll(controls, ' ').trim().slice(0, longestText)
  return text === '' ? undefined : text
}

/** Control characters but line breaks: the database cannot hold all of them. */
const controls = /(?![\n\r\t])\p{Cc}/gu
const longestText = 4000
