// What clerks add to an invoice: amount agreed, account, the invoice it corrects, notes.
import type { Database } from '#database'
import { type Cents, formatEuro } from '#kernel/money.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { type Assignment, assignmentFields, type InvoiceId, isCreditNote } from '../domain/work-invoice.ts'
import { findWorkInvoice } from '../work-reads.ts'
import { textOf, type Work, type WorkRefusal, workOn } from './work-step.ts'

/** Partial credit: less is paid than asked for, and why. Checks made before count no longer. */
export async function agreeAmount(database: Database, work: Work, amount: Cents, reason: string): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'agree', ({ invoice }) => {
    const text = textOf(reason)
    if (amount < 0n || amount > invoice.payable || isCreditNote(invoice.typeCode)) return refused('wrong-amount')
    if (text === undefined) return refused('no-text')
    return done({ kind: 'agreed', agreed: amount, text: `${formatEuro(amount)} ${invoice.currency}: ${text}` })
  })
}

/** Where it is booked, in the fields of the house's system; the first field is needed. */
export async function assignAccount(database: Database, work: Work, assignment: Assignment): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'assign-account', () => {
    const names = assignmentFields[assignment.system]
    const fields = names.map((name) => [name, textOf(assignment.fields[name] ?? '')?.slice(0, longestKey)] as const)
    const written = fields.filter((field): field is readonly [string, string] => field[1] !== undefined)
    if (written[0]?.[0] !== names[0]) return refused('no-text')
    const text = written.map(([, value]) => value).join(', ')
    return done({ kind: 'assignment', assignment: { system: assignment.system, fields: Object.fromEntries(written) }, text })
  })
}

const longestKey = 100

/** Binds a credit note or correction to the invoice that it changes: of the same seller, and not itself. */
export async function linkCorrection(database: Database, work: Work, corrected: InvoiceId): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'link', async ({ invoice }, transaction) => {
    const original = await findWorkInvoice(transaction, invoice.authority, corrected)
    if (original === undefined || original.invoiceId === invoice.invoiceId || original.sellerKey !== invoice.sellerKey)
      return refused('wrong-reference')
    return done({ kind: 'linked', corrects: corrected, text: original.number })
  })
}

export async function writeInvoiceNote(database: Database, work: Work, written: string): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'note', () => {
    const text = textOf(written)
    return text === undefined ? refused('no-text') : done({ kind: 'note', text })
  })
}
