// What became of an invoice: opened by number and token, or by the account that sent it.
import { inReading } from '#database'
import { dayInGermany } from '#kernel/dates.ts'
import { namesOfAuthorities } from '#modules/directory'
import { bytes, notFound, page, type Reply, type Visit } from '#web'
import { readOriginal } from '../actions/read-original.ts'
import type { SupplierDependencies } from '../dependencies.ts'
import { opensReceipt, type Receipt } from '../domain/receipt.ts'
import { findProgress, findReceipt, findReceiptPlace, type InvoiceProgress } from '../reads.ts'
import { viewLanguage } from '../texts/supplier.ts'
import { readablePage, receiptPage } from './receipt.html.ts'

/** Stands for the token in addresses of a signed-in supplier. */
const byAccount = 'konto'

interface Opened {
  readonly receipt: Receipt
  readonly progress: InvoiceProgress | undefined
  readonly twin: Receipt | undefined
}

/** Undefined alike for a number that is none and for a token that does not open it. */
export async function openReceipt({ database }: SupplierDependencies, visit: Visit): Promise<Opened | undefined> {
  const { number = '', token = '' } = visit.params
  const place = await findReceiptPlace(database, number)
  if (place === undefined) return undefined
  return inReading(database, { authority: place.authority }, async (reading) => {
    const receipt = await findReceipt(reading, place)
    if (receipt === undefined || !mayOpen(receipt, token, visit)) return undefined
    const twin =
      receipt.duplicateOf === undefined
        ? undefined
        : await findReceipt(reading, { authority: place.authority, receipt: receipt.duplicateOf })
    const progress = await findProgress(reading, { authority: place.authority, receipt: receipt.receiptId })
    return { receipt, progress, twin }
  })
}

function mayOpen(receipt: Receipt, token: string, { actor }: Visit): boolean {
  if (token === byAccount) return actor.kind === 'person' && receipt.owner === actor.owner
  return opensReceipt(receipt, token)
}

export function hrefOf(visit: Visit): string {
  const { number = '', token = '' } = visit.params
  return visit.frame.href(`/rechnung/${encodeURIComponent(number)}/${encodeURIComponent(token)}`)
}

export async function showReceipt(dependencies: SupplierDependencies, visit: Visit): Promise<Reply> {
  const opened = await openReceipt(dependencies, visit)
  if (opened === undefined) return notFound()
  const { receipt, progress, twin } = opened
  const names = await namesOfAuthorities(dependencies.database, [receipt.authority])
  const authority = names.get(receipt.authority) ?? ''
  return page(
    receiptPage(visit.frame, { receipt, authority, href: hrefOf(visit), progress, twin, answer: visit.query.get('antwort') ?? undefined }),
  )
}

export async function showReadable(dependencies: SupplierDependencies, visit: Visit): Promise<Reply> {
  const receipt = (await openReceipt(dependencies, visit))?.receipt
  if (receipt === undefined) return notFound()
  const original = await readOriginal(dependencies, receipt)
  const shown = await dependencies.judging.view(original, dayInGermany(receipt.receivedAt), viewLanguage(visit.language))
  return page(readablePage(visit.frame, hrefOf(visit), shown))
}

export async function sendOriginal(dependencies: SupplierDependencies, visit: Visit): Promise<Reply> {
  const receipt = (await openReceipt(dependencies, visit))?.receipt
  if (receipt === undefined) return notFound()
  const { original, authority, fileName } = receipt
  return bytes(dependencies.files.read({ authority }, original), { mediaType: original.mediaType, fileName })
}
