// What the tests of receiving share: two authorities, routing, a file store, a judge, jobs run by hand.
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { inTransaction } from '#database'
import { createFileStore, folderBlobs } from '#files'
import type { JobKind } from '#jobs'
import type { AuthorityId } from '#kernel/actors.ts'
import { derivedId } from '#kernel/ids.ts'
import { assignFilePlan, loadFilePlans } from '#modules/dossiers'
import { openTestDatabase, type TestDatabase } from '#test/harness/database.ts'
import { type Incoming, receiveInvoice } from '../actions/receive-invoice.ts'
import type { ReceivingDependencies } from '../dependencies.ts'
import { createInvoiceJudge } from '../judging/judge-invoices.ts'
import { receivingKinds } from '../receiving-events.ts'

export const city: AuthorityId = derivedId('authority', 'stadt-ilmenau')
export const district: AuthorityId = derivedId('authority', 'landratsamt-ilm-kreis')
export const cityId = '16070029-0001-12'
export const districtId = '16070-0001-86'
export const receivedAt = new Date('2026-11-25T09:00:00Z')

const root = join(import.meta.dirname, '..', '..', '..', '..')
export const sample = await readFile(join(root, 'demo/invoices/heating-town-hall.ubl.xml'), 'utf8')

export interface ReceivingHouse extends TestDatabase {
  readonly dependencies: ReceivingDependencies
  readonly folder: string
  receive(text: string | Uint8Array, more?: Partial<Incoming>): ReturnType<typeof receiveInvoice>
}

/** `clearing` clears; the city and the district get their own by Leitweg-ID. */
export async function openReceivingHouse(more: readonly JobKind<object>[] = []): Promise<ReceivingHouse> {
  const opened = await openTestDatabase([...receivingKinds, ...more])
  const { database, admin } = opened
  await loadFilePlans(database, join(root, 'data/file-plan'))
  await inTransaction(database, { authority: district }, (transaction) => assignFilePlan(transaction, district, 'district'))
  await admin.sql`insert into invoices.routing (leitweg_id, authority_id)
    values ('*', ${city}), (${cityId}, ${city}), (${districtId}, ${district})`
  const folder = await mkdtemp(join(tmpdir(), 'rennsteig-invoices-'))
  const files = createFileStore({
    ...{ blobs: folderBlobs(join(folder, 'blobs')), uploadFolder: join(folder, 'uploads'), masterKey: randomBytes(32) },
  })
  const judging = createInvoiceJudge()
  after(async () => {
    judging.close()
    await rm(folder, { recursive: true, force: true })
  })
  const dependencies = { database, files, judging }
  return {
    ...{ ...opened, dependencies, folder },
    receive: (text, order = {}) =>
      receiveInvoice(dependencies, { channel: 'upload', fileName: 'rechnung.xml', content: chunksOf(text), now: receivedAt, ...order }),
  }
}

export async function* chunksOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

/** The sample under another number, so that it is another invoice. */
export function numbered(number: string, text: string = sample): string {
  return text.replace('<cbc:ID>2026-0815</cbc:ID>', `<cbc:ID>${number}</cbc:ID>`)
}
