// The public page on which anyone can check a receipt.
import { createHash } from 'node:crypto'
import type { Database } from '#database'
import { formatInstant } from '#kernel/dates.ts'
import { page, type Reply, seeOther, type Visit } from '#web'
import type { FormsDependencies } from '../dependencies.ts'
import { canonicalJson } from '../domain/draft.ts'
import { parseCheckCode, parseNumber } from '../domain/number.ts'
import type { Receipt } from '../domain/receipt.ts'
import { findReceiptNumber, listReceipts } from '../reads.ts'
import { formsTexts } from '../texts/index.ts'
import { type ReceiptCheckView, receiptCheckPage } from './receipt-check.html.ts'

/** No receipt of ours is larger. */
const largestReceipt = 5_000_000

export async function showReceiptCheck(_dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  return page(receiptCheckPage(visit.frame, { number: visit.query.get('nummer') ?? '', code: '', errors: {} }))
}

export async function redirectToReceiptCheck(_dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  return seeOther(visit.frame.href('/quittung/pruefen'), { status: 301 })
}

export async function checkReceipt({ database, receiptChecks }: FormsDependencies, visit: Visit): Promise<Reply> {
  const typed = { number: visit.form.get('number') ?? '', code: visit.form.get('code') ?? '' }
  const texts = formsTexts(visit.language)
  const number = parseNumber(typed.number)
  if (number === undefined) return wrong(visit, { ...typed, errors: { number: texts.receiptWrongNumber } })
  const code = parseCheckCode(typed.code)
  if (!(await receiptChecks.take(visit.address, visit.now))) return tooOften(visit, { ...typed, errors: { number: texts.receiptTooOften } })
  const receipts = await listReceipts(database, number)
  if (code === undefined || !receipts.some((receipt) => receipt.checkCode === code))
    return wrong(visit, { ...typed, errors: { code: texts.receiptUnknown } })
  await receiptChecks.forgive(visit.address)
  return genuine(visit, receipts)
}

/** A receipt's own file: the PDF byte by byte, or the signed content as JSON. */
export async function checkReceiptFile({ database, receiptChecks }: FormsDependencies, visit: Visit): Promise<Reply> {
  let content = Buffer.alloc(0)
  for await (const part of visit.parts()) {
    if (part.kind !== 'file') continue
    for await (const chunk of part.content) if (content.length <= largestReceipt) content = Buffer.concat([content, chunk])
  }
  const texts = formsTexts(visit.language)
  if (!(await receiptChecks.take(visit.address, visit.now)))
    return tooOften(visit, { number: '', code: '', errors: { file: texts.receiptTooOften } })
  const receipts = await receiptsOfFile(database, content)
  if (receipts.length === 0) return wrong(visit, { number: '', code: '', errors: { file: texts.receiptUnknownFile } })
  await receiptChecks.forgive(visit.address)
  return genuine(visit, receipts)
}

/** The receipts that a file proves; none for a file that is not ours or was changed. */
async function receiptsOfFile(database: Database, content: Buffer): Promise<readonly Receipt[]> {
  const number = await findReceiptNumber(database, createHash('sha256').update(content).digest('hex'))
  if (number !== undefined) return listReceipts(database, number)
  const claimed = contentOf(content)
  const receipts = claimed === undefined ? [] : await listReceipts(database, claimed.number)
  return receipts.some((receipt) => canonicalJson(receipt.content) === claimed?.text) ? receipts : []
}

function contentOf(bytes: Buffer): { number: string; text: string } | undefined {
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'))
    const content = typeof parsed === 'object' && parsed !== null && 'content' in parsed ? parsed.content : undefined
    if (typeof content !== 'object' || content === null || !('number' in content) || typeof content.number !== 'string') return undefined
    return { number: content.number, text: canonicalJson(content) }
  } catch {
    return undefined // Neither a PDF of ours nor JSON: the page says so.
  }
}

function wrong(visit: Visit, view: ReceiptCheckView): Reply {
  return page(receiptCheckPage(visit.frame, view), { status: 422 })
}

function tooOften(visit: Visit, view: ReceiptCheckView): Reply {
  return page(receiptCheckPage(visit.frame, view), { status: 429 })
}

function genuine(visit: Visit, receipts: readonly Receipt[]): Reply {
  const versions = receipts.map(({ content, signed }) => ({
    number: content.number,
    version: content.version,
    service: content.service,
    authority: content.authority,
    at: formatInstant(new Date(content.submittedAt), visit.language),
    sha256: content.sha256,
    files: content.files.length,
    isSigned: signed !== undefined,
  }))
  return page(receiptCheckPage(visit.frame, { number: '', code: '', errors: {}, versions }))
}
