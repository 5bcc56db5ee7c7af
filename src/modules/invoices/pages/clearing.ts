// The clearing desk: receipts that no rule could place or judge, each decided by a person.
import { inTransaction } from '#database'
import { dayInGermany } from '#kernel/dates.ts'
import { parseId } from '#kernel/ids.ts'
import { namesOfAuthorities } from '#modules/directory'
import { bytes, notFound, page, type Reply, seeOther, type Visit } from '#web'
import { moveReceipt, returnReceipt, takeReceipt } from '../actions/decide-receipt.ts'
import { readOriginal } from '../actions/read-original.ts'
import type { ReceivingDependencies } from '../dependencies.ts'
import type { ReceiptId } from '../domain/work-invoice.ts'
import { clearingTexts } from '../texts/work.ts'
import { findWorkReceipt, listReceiptsToClear, listRoutedAuthorities, type WorkReceipt } from '../work-reads.ts'
import { type ClearingProblem, clearingPage, late, receiptPage, type ShownReceipt } from './clearing.html.ts'
import { staffOf } from './inbox.ts'

const path = '/arbeit/rechnungen/klaerung'

export async function showClearing({ database }: ReceivingDependencies, visit: Visit): Promise<Reply> {
  const { authority } = staffOf(visit)
  const receipts = await inTransaction(database, { authority }, (transaction) => listReceiptsToClear(transaction, authority))
  return page(clearingPage(visit.frame, receipts.map(shownReceipt), visit.query.get('getan') ?? undefined))
}

export async function showReceiptToClear(dependencies: ReceivingDependencies, visit: Visit): Promise<Reply> {
  return show(dependencies, visit, undefined)
}

export async function moveOn(dependencies: ReceivingDependencies, visit: Visit): Promise<Reply> {
  const receipt = receiptOf(visit)
  if (receipt === undefined) return notFound()
  const to = parseId<'authority'>(visit.form.get('behoerde'))
  const known = to !== undefined && (await listRoutedAuthorities(dependencies.database)).includes(to)
  if (!known) return show(dependencies, visit, { message: clearingTexts.refusals['same-authority'], field: 'behoerde' })
  return answer(dependencies, visit, await moveReceipt(dependencies, staffOf(visit), { receipt, to, now: visit.now }))
}

export async function takeHere(dependencies: ReceivingDependencies, visit: Visit): Promise<Reply> {
  const receipt = receiptOf(visit)
  if (receipt === undefined) return notFound()
  return answer(dependencies, visit, await takeReceipt(dependencies, staffOf(visit), { receipt, now: visit.now }))
}

export async function giveBack(dependencies: ReceivingDependencies, visit: Visit): Promise<Reply> {
  const receipt = receiptOf(visit)
  if (receipt === undefined) return notFound()
  return answer(dependencies, visit, await returnReceipt(dependencies, staffOf(visit), { receipt, now: visit.now }))
}

type Decided = { readonly ok: true } | { readonly ok: false; readonly reason: 'unknown' | keyof typeof clearingTexts.refusals }

async function answer(dependencies: ReceivingDependencies, visit: Visit, outcome: Decided): Promise<Reply> {
  if (outcome.ok) return seeOther(visit.frame.href(`${path}?getan=${visit.path.split('/').at(-1) ?? ''}`))
  if (outcome.reason === 'unknown') return notFound()
  const field = outcome.reason === 'same-authority' ? 'behoerde' : undefined
  return show(dependencies, visit, { message: clearingTexts.refusals[outcome.reason], field })
}

/** Only what waits for a decision is shown here; afterwards it is an invoice of its authority. */
async function show(dependencies: ReceivingDependencies, visit: Visit, problem: ClearingProblem | undefined): Promise<Reply> {
  const { authority, roles } = staffOf(visit)
  const receipt = await findWaiting(dependencies, visit)
  if (receipt === undefined) return problem === undefined ? notFound() : seeOther(visit.frame.href(`${path}?getan=${late}`))
  const original = await readOriginal(dependencies, { authority, original: receipt.original })
  const view = await dependencies.judging.view(original, dayInGermany(receipt.receivedAt), 'de')
  const others = (await listRoutedAuthorities(dependencies.database)).filter((one) => one !== authority)
  const names = await namesOfAuthorities(dependencies.database, others)
  const authorities = others
    .map((value) => ({ value, label: names.get(value) ?? value }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'de'))
  const mayDecide = roles.includes('clerk') || roles.includes('lead')
  const status = problem === undefined ? 200 : problem.field === undefined ? 409 : 422
  return page(receiptPage(visit.frame, { receipt: shownReceipt(receipt), view, authorities, mayDecide, problem }), { status })
}

/** As it came, to save. */
export async function sendReceiptOriginal(dependencies: ReceivingDependencies, visit: Visit): Promise<Reply> {
  const { authority } = staffOf(visit)
  const receipt = await findWaiting(dependencies, visit)
  if (receipt === undefined) return notFound()
  const content = dependencies.files.read({ authority }, receipt.original)
  return bytes(content, { mediaType: 'application/octet-stream', fileName: receipt.fileName })
}

async function findWaiting({ database }: ReceivingDependencies, visit: Visit): Promise<WorkReceipt | undefined> {
  const { authority } = staffOf(visit)
  const receiptId = receiptOf(visit)
  if (receiptId === undefined) return undefined
  const found = await inTransaction(database, { authority }, (transaction) => findWorkReceipt(transaction, authority, receiptId))
  return found?.state === 'clearing' || found?.state === 'undecidable' ? found : undefined
}

function receiptOf(visit: Visit): ReceiptId | undefined {
  return parseId<'receipt'>(visit.params['receipt'])
}

function shownReceipt({ receiptId, number, state, fileName, sender, receivedAt, judgement }: WorkReceipt): ShownReceipt {
  return {
    ...{ receiptId, number, state, fileName, sender, receivedAt },
    ...{ sellerName: judgement?.facts?.sellerName, invoiceNumber: judgement?.facts?.number, buyerReference: judgement?.buyerReference },
  }
}
