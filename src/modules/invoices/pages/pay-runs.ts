// The pages of payment runs: propose, release, withdraw, download, confirm an account.
import { inTransaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import { addDays, type Day, dayInGermany, dayOf, parseDay } from '#kernel/dates.ts'
import { parseId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { formatIban } from '#standards/pain001'
import { bytes, notFound, page, type Reply, seeOther, type Visit } from '#web'
import { proposeRun, readPlan } from '../actions/propose-run.ts'
import { confirmAccount, type RunRefusal, releaseRun, withdrawRun } from '../actions/release-run.ts'
import type { RunId } from '../domain/payment-run.ts'
import type { PayDependencies } from '../pay-dependencies.ts'
import { findRun, listAccounts, listInvoiceNumbers, listOwnAccounts, listRunEntries, listRuns } from '../pay-reads.ts'
import { confirmRefusals, proposeRefusals, runRefusals, type runTexts } from '../texts/pay.ts'
import { runPath, runsPath } from './pay-parts.html.ts'
import { runPage, runsPage } from './pay-runs.html.ts'

/** The route table lets staff in only; anybody else here is a fault of ours. */
export function payingStaff(visit: Visit): Staff {
  if (visit.actor.kind !== 'staff') throw new Error('a page of the cash office without staff')
  return visit.actor
}

/** Seven days ahead, unless a day is asked for. */
export async function showRuns(dependencies: PayDependencies, visit: Visit): Promise<Reply> {
  const part = (name: string) => (visit.query.get(`bis.${name}`) ?? '').trim().slice(0, 10)
  const typed = { day: part('day'), month: part('month'), year: part('year') }
  const isAsked = Object.values(typed).some((text) => text !== '')
  const asked = isAsked ? dayOf(Number(typed.year), Number(typed.month), Number(typed.day)) : parseDay(visit.query.get('tag') ?? '')
  return show(dependencies, visit, { dueUntil: asked, isWrongDay: isAsked && asked === undefined, ...(isAsked ? { typed } : {}) })
}

interface Shown {
  readonly dueUntil?: Day | undefined
  readonly isWrongDay?: boolean
  readonly typed?: { readonly day: string; readonly month: string; readonly year: string }
  readonly problem?: { readonly field: string; readonly message: string }
  readonly iban?: string
}

async function show({ database }: PayDependencies, visit: Visit, shown: Shown): Promise<Reply> {
  const staff = payingStaff(visit)
  const { authority } = staff
  const dueUntil = shown.dueUntil ?? addDays(dayInGermany(visit.now), 7)
  const [year = '', month = '', day = ''] = dueUntil.split('-')
  const view = await inTransaction(database, { authority }, async (transaction) => {
    const plan = await readPlan(transaction, { staff, dueUntil, now: visit.now })
    const accounts = await listAccounts(transaction, authority, [...new Set(plan.held.map(({ invoice }) => invoice.sellerKey))])
    const [ownIban] = await listOwnAccounts(transaction, authority)
    const knownAccounts = new Map<string, string>()
    for (const { sellerKey, iban } of accounts)
      knownAccounts.set(sellerKey, [knownAccounts.get(sellerKey) ?? [], formatIban(iban)].flat().join(', '))
    return { plan, knownAccounts, ownIban: formatIban(ownIban ?? ''), runs: await listRuns(transaction, authority) }
  })
  const html = runsPage(visit.frame, {
    ...{ ...view, dueUntil, typed: shown.typed ?? { day, month, year }, isWrongDay: shown.isWrongDay === true },
    ...{ ownIban: shown.iban ?? view.ownIban, problem: shown.problem, isConfirmed: visit.query.has('bestaetigt') },
  })
  return page(html, { status: shown.problem === undefined ? 200 : shown.problem.field === '' ? 409 : 422 })
}

export async function makeRun(dependencies: PayDependencies, visit: Visit): Promise<Reply> {
  const dueUntil = parseDay(visit.form.get('bis') ?? '')
  const sum = visit.form.get('summe') ?? ''
  if (dueUntil === undefined || !/^\d{1,15}$/.test(sum)) return notFound()
  const debtorIban = (visit.form.get('iban') ?? '').slice(0, 60)
  const outcome = await proposeRun(dependencies, { staff: payingStaff(visit), dueUntil, debtorIban, expected: BigInt(sum), now: visit.now })
  if (outcome.ok) return seeOther(visit.frame.href(`${runPath(outcome.value)}?getan=proposed`))
  const field = outcome.reason === 'wrong-iban' ? 'iban' : ''
  return show(dependencies, visit, { dueUntil, iban: debtorIban, problem: { field, message: proposeRefusals[outcome.reason] } })
}

export async function confirmSupplierAccount(dependencies: PayDependencies, visit: Visit): Promise<Reply> {
  const invoice = parseId<'invoice'>(visit.form.get('rechnung'))
  const dueUntil = parseDay(visit.form.get('bis') ?? '')
  if (invoice === undefined || dueUntil === undefined) return notFound()
  const iban = (visit.form.get('iban') ?? '').slice(0, 60)
  const outcome = await confirmAccount(dependencies, { staff: payingStaff(visit), invoice, iban, now: visit.now })
  if (outcome.ok) return seeOther(visit.frame.href(`${runsPath}?tag=${dueUntil}&bestaetigt=1`))
  if (outcome.reason === 'unknown') return notFound()
  return show(dependencies, visit, { dueUntil, problem: { field: '', message: confirmRefusals[outcome.reason] } })
}

export async function showRun(dependencies: PayDependencies, visit: Visit): Promise<Reply> {
  return showOne(dependencies, visit)
}

async function showOne({ database }: PayDependencies, visit: Visit, problem?: string): Promise<Reply> {
  const staff = payingStaff(visit)
  const { authority } = staff
  const runId = parseId<'payment-run'>(visit.params['run'])
  if (runId === undefined) return notFound()
  const view = await inTransaction(database, { authority }, async (transaction) => {
    const run = await findRun(transaction, authority, runId)
    if (run === undefined) return undefined
    const listed = await listRunEntries(transaction, authority, runId)
    const numbers = await listInvoiceNumbers(transaction, authority, runId)
    const entries = listed.map((entry) => ({
      ...entry,
      iban: formatIban(entry.creditorIban),
      invoiceNumber: numbers.get(entry.invoice) ?? '?',
    }))
    return { run, entries, account: formatIban(run.debtorIban) }
  })
  if (view === undefined) return notFound()
  const told = visit.query.get('getan')
  const saved = (['proposed', 'released', 'withdrawn'] as const).find((word) => word === told && word === view.run.state)
  const html = runPage(visit.frame, { ...view, isOwn: view.run.madeBy.id === staff.staff, problem, saved })
  return page(html, { status: problem === undefined ? 200 : 409 })
}

type Changing = (dependencies: PayDependencies, input: { staff: Staff; run: RunId; now: Date }) => Promise<Outcome<RunId, RunRefusal>>

async function change(dependencies: PayDependencies, visit: Visit, action: Changing, word: keyof typeof runTexts.saved): Promise<Reply> {
  const run = parseId<'payment-run'>(visit.params['run'])
  if (run === undefined) return notFound()
  const outcome = await action(dependencies, { staff: payingStaff(visit), run, now: visit.now })
  if (outcome.ok) return seeOther(visit.frame.href(`${runPath(run)}?getan=${word}`))
  return outcome.reason === 'unknown' ? notFound() : showOne(dependencies, visit, runRefusals[outcome.reason])
}

export async function release(dependencies: PayDependencies, visit: Visit): Promise<Reply> {
  return change(dependencies, visit, releaseRun, 'released')
}

export async function withdraw(dependencies: PayDependencies, visit: Visit): Promise<Reply> {
  return change(dependencies, visit, withdrawRun, 'withdrawn')
}

/** The file as it was released; the store notices a changed byte. */
export async function sendRunFile({ database, files }: PayDependencies, visit: Visit): Promise<Reply> {
  const { authority } = payingStaff(visit)
  const runId = parseId<'payment-run'>(visit.params['run'])
  if (runId === undefined) return notFound()
  const run = await inTransaction(database, { authority }, (transaction) => findRun(transaction, authority, runId))
  if (run?.file === undefined) return notFound()
  return bytes(files.read({ authority }, run.file), { mediaType: 'application/xml', fileName: `${run.number}.xml` })
}
