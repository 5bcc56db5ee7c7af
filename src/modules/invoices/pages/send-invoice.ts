// Having invoices checked and sending them: without an account, without JavaScript, nothing sent before the supplier says so.
// The check keeps the files for an hour at most, sealed and for this session alone, so that nobody has to choose them a second time.
import { inReading } from '#database'
import type { FileRefusal } from '#files'
import type { OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { namesOfAuthorities } from '#modules/directory'
import { readLeitwegId } from '#standards/einvoice'
import { page, type Reply, seeOther, type Visit } from '#web'
import { checkFile, dropChecked, sendChecked } from '../actions/check-files.ts'
import type { SupplierDependencies } from '../dependencies.ts'
import { type CheckedFile, mostChecked } from '../domain/checked-file.ts'
import { findRoute, listChecked, listOwnReceipts } from '../reads.ts'
import { supplierTexts } from '../texts/supplier.ts'
import { readWholly } from './read-wholly.ts'
import { type CheckedView, type Recipient, type SendInvoiceView, type SentView, sendInvoicePage, sentPage } from './send-invoice.html.ts'

export async function showSending(dependencies: SupplierDependencies, visit: Visit): Promise<Reply> {
  return page(sendInvoicePage(visit.frame, await viewOf(dependencies, visit)))
}

export async function backToSending(_dependencies: SupplierDependencies, visit: Visit): Promise<Reply> {
  return seeOther(visit.frame.href('/rechnung'))
}

export async function checkInvoices(dependencies: SupplierDependencies, visit: Visit): Promise<Reply> {
  const owner = ownerOf(visit)
  const texts = supplierTexts(visit.language)
  const told: string[] = []
  let waiting = (await checkedOf(dependencies, owner)).length
  let status = 303
  let chosen = 0
  for await (const part of visit.parts()) {
    if (part.kind !== 'file' || part.fileName === '') continue
    chosen += 1
    if (status === 429 || waiting >= mostChecked) {
      if (status !== 429 && !told.includes(texts.tooManyChecked)) told.push(texts.tooManyChecked)
      continue
    }
    if (!(await dependencies.uploads.take(visit.address, visit.now))) {
      status = 429
      told.push(texts.tooMany)
      continue
    }
    const checked = await checkFile(dependencies, { owner, fileName: part.fileName, content: readWholly(part.content), now: visit.now })
    if (checked.ok) waiting += 1
    else told.push(refusalText(checked.reason, part.fileName, visit))
  }
  if (chosen === 0) told.push(texts.noFile)
  if (told.length === 0) return seeOther(visit.frame.href('/rechnung'))
  const view = await viewOf(dependencies, visit, { files: told.join(' ') })
  return page(sendInvoicePage(visit.frame, view), { status: status === 429 ? 429 : 422 })
}

function refusalText(reason: FileRefusal, fileName: string, { language }: Visit): string {
  const name = fileName
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 100)
  return supplierTexts(language).refusals[reason](name)
}

export async function sendInvoices(dependencies: SupplierDependencies, visit: Visit): Promise<Reply> {
  const owner = ownerOf(visit)
  const account = visit.actor.kind === 'person' ? visit.actor.owner : undefined
  const one = parseId<'checked'>(visit.form.get('checked'))
  const isAll = visit.form.get('all') === 'good'
  const all = isAll ? (await checkedOf(dependencies, owner)).filter(isGood).map((file) => file.checkedId) : []
  const sent = await sendChecked(dependencies, {
    owner,
    account,
    chosen: one === undefined ? all : [one],
    sender: undefined,
    now: visit.now,
  })
  const [first] = sent
  if (first !== undefined && sent.length === 1) return seeOther(visit.frame.href(`/rechnung/${first.number}/${first.token}`))
  const texts = supplierTexts(visit.language)
  const shown: readonly SentView[] = sent.map(({ number, token, fileName, receipt }) => ({
    ...{ number, fileName, href: visit.frame.href(`/rechnung/${number}/${token}`), state: texts.receiptStates[receipt.state][0] },
  }))
  return page(sentPage(visit.frame, shown))
}

export async function removeInvoice(dependencies: SupplierDependencies, visit: Visit): Promise<Reply> {
  const checked = parseId<'checked'>(visit.form.get('remove'))
  if (checked !== undefined) await dropChecked(dependencies, { owner: ownerOf(visit), checked })
  return seeOther(visit.frame.href('/rechnung'))
}

function isGood({ judgement }: CheckedFile): boolean {
  return judgement.verdict === 'accept' && judgement.trouble === undefined
}

function ownerOf(visit: Visit): OwnerId {
  if (visit.actor.kind === 'staff') throw new Error('staff send no invoices')
  return visit.actor.owner
}

function checkedOf({ database }: SupplierDependencies, owner: OwnerId): Promise<readonly CheckedFile[]> {
  return inReading(database, { owner }, (reading) => listChecked(reading, owner))
}

async function viewOf(dependencies: SupplierDependencies, visit: Visit, errors: Record<string, string> = {}): Promise<SendInvoiceView> {
  const { actor, session } = visit
  if (session === undefined || actor.kind === 'staff') return { checked: [], own: undefined, errors }
  const checked = await checkedOf(dependencies, actor.owner)
  const own =
    actor.kind === 'person'
      ? await inReading(dependencies.database, { owner: actor.owner }, (reading) => listOwnReceipts(reading, actor.owner))
      : undefined
  return { checked: await withRecipients(dependencies, checked), own, errors }
}

async function withRecipients({ database }: SupplierDependencies, checked: readonly CheckedFile[]): Promise<readonly CheckedView[]> {
  const routes = await Promise.all(
    checked.map(async ({ judgement }) => {
      const leitwegId = readLeitwegId(judgement.buyerReference ?? '')
      return leitwegId.ok ? findRoute(database, leitwegId.value.text) : undefined
    }),
  )
  const names = await namesOfAuthorities(
    database,
    routes.filter((route) => route !== undefined),
  )
  return checked.map((file, index) => {
    const route = routes[index]
    const name = route === undefined ? undefined : names.get(route)
    return { checked: file, recipient: name === undefined ? problemOf(file) : { name } }
  })
}

function problemOf({ judgement: { buyerReference = '' } }: CheckedFile): Recipient {
  if (buyerReference.trim() === '') return { problem: 'missing' }
  return { problem: readLeitwegId(buyerReference).ok ? 'unknown' : 'wrong' }
}
