// One invoice for clerks: shows it, takes its steps, hands out the original.
import { inTransaction, type Transaction } from '#database'
import type { FileStore } from '#files'
import type { Staff } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { parseId } from '#kernel/ids.ts'
import { formatEuro } from '#kernel/money.ts'
import { findStaff } from '#modules/directory'
import { bytes, notFound, page, type Reply, seeOther, type Visit } from '#web'
import type { ReceivingDependencies } from '../dependencies.ts'
import { type InvoiceId, refersToEarlier } from '../domain/work-invoice.ts'
import { limitOf, refusalOf, type Standing, workSteps } from '../domain/work-rules.ts'
import { type ShownWork, shownDay, type WorkProblem } from '../domain/work-shown.ts'
import { hintTexts } from '../texts/work.ts'
import { findWorkInvoice, findWorkReceipt, listInvoiceSteps, listOfSeller, readApprovalLimits, type WorkReceipt } from '../work-reads.ts'
import { staffOf } from './inbox.ts'
import { problemOf, takeStep } from './take-step.ts'
import { workInvoicePage } from './work-invoice.html.ts'
import { invoicePath } from './work-parts.html.ts'

export async function showWorkInvoice(dependencies: ReceivingDependencies, visit: Visit): Promise<Reply> {
  return show(dependencies, visit, undefined)
}

export async function changeWorkInvoice(dependencies: ReceivingDependencies, visit: Visit): Promise<Reply> {
  const invoice = invoiceOf(visit)
  const version = Number.parseInt(visit.form.get('stand') ?? '', 10)
  if (invoice === undefined || Number.isNaN(version)) return notFound()
  const word = visit.params['step'] ?? ''
  const outcome = await takeStep(dependencies.database, { staff: staffOf(visit), invoice, version, now: visit.now }, word, visit.form)
  if (outcome === undefined) return notFound()
  if (outcome.ok) return seeOther(visit.frame.href(`${invoicePath({ invoiceId: invoice })}?getan=1`))
  return outcome.reason === 'unknown' ? notFound() : show(dependencies, visit, problemOf(outcome.reason, word, visit.form))
}

/** Always as a file to save: nothing that a stranger wrote is opened by the house. */
export async function sendOriginal({ database, files }: ReceivingDependencies, visit: Visit): Promise<Reply> {
  const { authority } = staffOf(visit)
  const invoiceId = invoiceOf(visit)
  if (invoiceId === undefined) return notFound()
  const receipt = await inTransaction(database, { authority }, async (transaction) => {
    const invoice = await findWorkInvoice(transaction, authority, invoiceId)
    return invoice && findWorkReceipt(transaction, authority, invoice.receiptId)
  })
  if (receipt === undefined) return notFound()
  return bytes(files.read({ authority }, receipt.original), { mediaType: 'application/octet-stream', fileName: receipt.fileName })
}

function invoiceOf(visit: Visit): InvoiceId | undefined {
  return parseId<'invoice'>(visit.params['invoice'])
}

async function show({ database, files, judging }: ReceivingDependencies, visit: Visit, problem: WorkProblem | undefined): Promise<Reply> {
  const staff = staffOf(visit)
  const invoice = invoiceOf(visit)
  const { authority } = staff
  const read = invoice && (await inTransaction(database, { authority }, (transaction) => readWork(transaction, staff, invoice, visit.now)))
  if (read === undefined) return notFound()
  const { work, receipt } = read
  const content = await wholeOf(files.read({ authority }, receipt.original))
  const view = await judging.view(content, dayInGermany(receipt.receivedAt), 'de')
  const status = problem === undefined ? 200 : problem.field === undefined ? 409 : 422
  return page(workInvoicePage(visit.frame, { ...work, view, problem, isSaved: visit.query.has('getan') }), { status })
}

async function wholeOf(content: ReturnType<FileStore['read']>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function readWork(
  transaction: Transaction,
  staff: Staff,
  invoiceId: InvoiceId,
  now: Date,
): Promise<{ work: Omit<ShownWork, 'view'>; receipt: WorkReceipt } | undefined> {
  const { authority } = staff
  const invoice = await findWorkInvoice(transaction, authority, invoiceId)
  const receipt = invoice && (await findWorkReceipt(transaction, authority, invoice.receiptId))
  if (invoice === undefined || receipt === undefined) return undefined
  const today = dayInGermany(now)
  const steps = await listInvoiceSteps(transaction, authority, invoiceId)
  const standing: Standing = { invoice, steps, limits: await readApprovalLimits(transaction, authority) }
  const others = await listOfSeller(transaction, invoice)
  const member = invoice.assignee === undefined ? undefined : await findStaff(transaction, authority, invoice.assignee)
  const { number, channel, sender, fileName, sha256, receivedAt } = receipt
  return {
    receipt,
    work: {
      ...{ invoice, steps, isMine: invoice.assignee === staff.staff, assignee: member?.name },
      due: shownDay(invoice.dueOn, invoice, today),
      discount: shownDay(invoice.discountUntil, invoice, today),
      original: { number, channel, sender, fileName, sha256, receivedAt, sizeBytes: receipt.original.sizeBytes },
      may: new Set(workSteps.filter((step) => refusalOf(step, staff, standing) === undefined)),
      hints: hintsFor(staff, standing),
      corrected: others.find((other) => other.invoiceId === invoice.corrects),
      correctedBy: others.filter((other) => other.corrects === invoice.invoiceId),
      others,
    },
  }
}

/** Why the step that comes next is not this person's: said before anybody looks for a button. */
function hintsFor(staff: Staff, standing: Standing): readonly string[] {
  const { invoice } = standing
  const checking = [refusalOf('check-factually', staff, standing), refusalOf('check-arithmetically', staff, standing)]
  const approving = refusalOf('approve', staff, standing)
  return [
    ...(checking.includes('same-person') ? [hintTexts['same-person-check']] : []),
    ...(approving === 'same-person' ? [hintTexts['same-person-approve']] : []),
    ...(approving === 'over-limit' ? [hintTexts['over-limit'](formatEuro(limitOf(staff, standing.limits)))] : []),
    ...(checking.includes('no-assignment') ? [hintTexts['no-assignment']] : []),
    ...(refersToEarlier(invoice.typeCode) && invoice.corrects === undefined && invoice.state !== 'settled' ? [hintTexts['to-link']] : []),
  ]
}
