// A process that receives invoices until it is killed: says each acknowledged one on its channel.

import { openDatabase, openPool } from '#database'
import { createFileStore, folderBlobs } from '#files'
import { connectOutbox } from '#jobs'
import { receiveInvoice } from '../actions/receive-invoice.ts'
import { createInvoiceJudge } from '../judging/judge-invoices.ts'
import { chunksOf, cityId, districtId, numbered } from './receiving.ts'

export interface ManyOrder {
  readonly url: string
  readonly blobs: string
  readonly uploads: string
  readonly masterKey: string
  readonly from: number
  readonly to: number
}
export interface Acknowledged {
  readonly index: number
  readonly number: string
  readonly sha256: string
}

const channels = ['upload', 'account', 'mail', 'api', 'peppol'] as const
const atOnce = 6

/** Good ones for two authorities, wrong ones, unroutable ones, in turn. */
export function invoiceAt(index: number): string {
  const text = numbered(`X-${index}`)
  if (index % 5 === 1) return text.replace(cityId, districtId)
  if (index % 5 === 2) return text.replace('>3777.00<', '>3777.10<')
  return index % 5 === 3 ? text.replace(cityId, '16070029-0001-13') : text
}

process.on('message', async (order: ManyOrder) => {
  const database = openDatabase(openPool({ url: order.url, role: 'rennsteig_app' }))
  await connectOutbox(database, order.url, () => undefined)
  const files = createFileStore({
    ...{ blobs: folderBlobs(order.blobs), uploadFolder: order.uploads, masterKey: Buffer.from(order.masterKey, 'hex') },
  })
  const dependencies = { database, files, judging: createInvoiceJudge() }
  let next = order.from
  const work = async (): Promise<void> => {
    while (next < order.to) {
      const index = next++
      const channel = channels[index % channels.length] ?? 'upload'
      const content = chunksOf(invoiceAt(index))
      const outcome = await receiveInvoice(dependencies, { channel, fileName: `${index}.xml`, content, now: new Date() })
      if (outcome.ok) process.send?.({ index, number: outcome.value.number, sha256: outcome.value.receipt.sha256 } satisfies Acknowledged)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  process.disconnect()
  process.exit(0)
})
process.on('disconnect', () => process.exit(0))
