// What is said between the house and the supplier about an invoice: question, answer, return.
import { type Database, inTransaction } from '#database'
import type { AuthorityId, Person, Visitor } from '#kernel/actors.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { ReceiptId } from '../domain/work-invoice.ts'
import { findInvoiceOfReceipt, lockWorkInvoice } from '../work-reads.ts'
import { textOf, type Work, type WorkRefusal, workOn, writeStep } from './work-step.ts'

/** The question stands on the supplier's status page until it is answered. */
export async function query(database: Database, work: Work, question: string): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'query', () => {
    const text = textOf(question)
    return text === undefined ? refused('no-text') : done({ kind: 'queried', state: 'queried', text })
  })
}

/** An answer that came by telephone or letter, written down by the house. */
export async function noteAnswer(database: Database, work: Work, answered: string): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'answer', () => {
    const text = textOf(answered)
    return text === undefined ? refused('no-text') : done({ kind: 'answered', state: 'in-check', text })
  })
}

export interface SupplierAnswer {
  readonly authority: AuthorityId
  /** The caller has seen the token of the receipt's page. */
  readonly receipt: ReceiptId
  readonly actor: Visitor | Person
  readonly text: string
  readonly now: Date
}

/** The supplier's own answer from the status page; the check goes on. */
export async function answerQuery(
  database: Database,
  { authority, receipt, actor, text: written, now }: SupplierAnswer,
): Promise<Outcome<undefined, 'unknown' | 'no-question' | 'no-text'>> {
  return inTransaction(database, { authority }, async (transaction): Promise<Outcome<undefined, 'unknown' | 'no-question' | 'no-text'>> => {
    const found = await findInvoiceOfReceipt(transaction, authority, receipt)
    const invoice = found && (await lockWorkInvoice(transaction, authority, found.invoiceId))
    if (invoice === undefined) return refused('unknown')
    if (invoice.state !== 'queried') return refused('no-question')
    const text = textOf(written)
    if (text === undefined) return refused('no-text')
    await writeStep(transaction, invoice, actor, { kind: 'answered', state: 'in-check', text }, now)
    return done(undefined)
  })
}

/** The supplier sends a new one; why is said in words beside the findings. */
export async function returnToSupplier(database: Database, work: Work, reason: string): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'return', () => {
    const text = textOf(reason)
    return text === undefined ? refused('no-text') : done({ kind: 'returned', state: 'returned', text })
  })
}
