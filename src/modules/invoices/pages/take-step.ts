// Which posted form leads to which step on an invoice.
import type { Database } from '#database'
import { parseId } from '#kernel/ids.ts'
import { parseEuro } from '#kernel/money.ts'
import { type Outcome, refused } from '#kernel/outcome.ts'
import { noteAnswer, query, returnToSupplier } from '../actions/ask-supplier.ts'
import { approve, checkArithmetically, checkFactually, reopen, takeOn } from '../actions/check-invoice.ts'
import { agreeAmount, assignAccount, linkCorrection, writeInvoiceNote } from '../actions/settle-facts.ts'
import type { Work, WorkRefusal } from '../actions/work-step.ts'
import { type Assignment, assignmentFields } from '../domain/work-invoice.ts'
import { type WorkStep, workSteps } from '../domain/work-rules.ts'
import type { WorkProblem } from '../domain/work-shown.ts'
import { refusalTexts } from '../texts/work.ts'
import { stepPaths } from './work-forms.html.ts'

type Taking = (database: Database, work: Work, form: URLSearchParams) => Promise<Outcome<number, WorkRefusal>>

const text = (form: URLSearchParams, step: WorkStep): string => form.get(`text-${stepPaths[step]}`) ?? ''

const taking: Readonly<Record<WorkStep, Taking>> = {
  'take-on': (database, work) => takeOn(database, work),
  'check-factually': (database, work, form) => checkFactually(database, work, text(form, 'check-factually')),
  'check-arithmetically': (database, work, form) => checkArithmetically(database, work, text(form, 'check-arithmetically')),
  approve: (database, work, form) => approve(database, work, text(form, 'approve')),
  query: (database, work, form) => query(database, work, text(form, 'query')),
  answer: (database, work, form) => noteAnswer(database, work, text(form, 'answer')),
  return: (database, work, form) => returnToSupplier(database, work, text(form, 'return')),
  agree: async (database, work, form) => {
    const amount = parseEuro(form.get('betrag') ?? '')
    return amount === undefined ? refused('wrong-amount') : agreeAmount(database, work, amount, text(form, 'agree'))
  },
  'assign-account': (database, work, form) => assignAccount(database, work, assignmentOf(form)),
  link: async (database, work, form) => {
    const corrected = parseId<'invoice'>(form.get('rechnung'))
    return corrected === undefined ? refused('wrong-reference') : linkCorrection(database, work, corrected)
  },
  note: (database, work, form) => writeInvoiceNote(database, work, text(form, 'note')),
  reopen: (database, work, form) => reopen(database, work, text(form, 'reopen')),
}

/** @returns undefined if the address names no step */
export async function takeStep(
  database: Database,
  work: Work,
  word: string,
  form: URLSearchParams,
): Promise<Outcome<number, WorkRefusal> | undefined> {
  const step = stepOf(word)
  return step === undefined ? undefined : taking[step](database, work, form)
}

function stepOf(word: string): WorkStep | undefined {
  return workSteps.find((step) => stepPaths[step] === word)
}

function assignmentOf(form: URLSearchParams): Assignment {
  const system = form.get('system') === 'kameral' ? 'kameral' : 'doppisch'
  return { system, fields: Object.fromEntries(assignmentFields[system].map((name) => [name, form.get(name) ?? ''])) }
}

/** What the page says of a refusal, at the field where it can be put right. */
export function problemOf(reason: Exclude<WorkRefusal, 'unknown'>, word: string, typed: URLSearchParams): WorkProblem {
  return { step: word, message: refusalTexts[reason], field: fieldOf(reason, word, typed), typed }
}

function fieldOf(reason: WorkRefusal, word: string, typed: URLSearchParams): string | undefined {
  switch (reason) {
    case 'wrong-amount':
      return 'betrag'
    case 'wrong-reference':
      return 'rechnung'
    case 'no-text':
      return word === stepPaths['assign-account'] ? assignmentFields[assignmentOf(typed).system][0] : `text-${word}`
    default:
      return undefined
  }
}
