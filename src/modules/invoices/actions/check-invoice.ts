// Checks and approval: factual, arithmetical, and a third person who says that it is paid.
import type { Database } from '#database'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { amountToPay, type WorkStepDone } from '../domain/work-invoice.ts'
import { isChecked, type Standing } from '../domain/work-rules.ts'
import { type StepWritten, textOf, type Work, type WorkRefusal, workOn } from './work-step.ts'

/** Who takes it is who is asked; a new invoice is in check from then on. */
export async function takeOn(database: Database, work: Work): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'take-on', ({ invoice }) =>
    done({ kind: 'assigned', assignee: work.staff.staff, ...(invoice.state === 'new' ? { state: 'in-check' } : {}) }),
  )
}

/** Sachlich richtig: ordered, delivered, as agreed. */
export async function checkFactually(database: Database, work: Work, text = ''): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'check-factually', (standing) => done(checked('factual-check', standing, work, text)))
}

/** Rechnerisch richtig: amounts, discount, account. */
export async function checkArithmetically(database: Database, work: Work, text = ''): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'check-arithmetically', (standing) => done(checked('arithmetical-check', standing, work, text)))
}

/** The second of the two checks makes the invoice ready for approval. */
function checked(kind: 'factual-check' | 'arithmetical-check', { steps }: Standing, { staff, now }: Work, text: string): StepWritten {
  const own: WorkStepDone = { kind, actor: { kind: 'staff', id: staff.staff, name: staff.name }, text: undefined, at: now }
  return { kind, text: textOf(text), ...(isChecked([...steps, own]) ? { state: 'checked' } : {}) }
}

/** From here on it may be ordered to pay; where nothing is to be paid, it is settled at once. */
export async function approve(database: Database, work: Work, text = ''): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'approve', ({ invoice }) => {
    const written = { kind: 'approved' as const, text: textOf(text) }
    return done(amountToPay(invoice) > 0n ? { ...written, state: 'approved' } : { ...written, via: 'approved', state: 'settled' })
  })
}

/** Back to the checks, which count no longer; says why. */
export async function reopen(database: Database, work: Work, reason: string): Promise<Outcome<number, WorkRefusal>> {
  return workOn(database, work, 'reopen', () => {
    const text = textOf(reason)
    return text === undefined ? refused('no-text') : done({ kind: 'reopened', state: 'in-check', text })
  })
}
