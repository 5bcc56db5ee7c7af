// Brings a receipt to where it belongs: judged, routed, deduplicated, accepted or given back. Done twice it changes nothing more.
import { inReading, inTransaction, type Transaction } from '#database'
import { enqueue } from '#jobs'
import type { AuthorityId } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { readLeitwegId } from '#standards/einvoice'
import type { ReceivingDependencies } from '../dependencies.ts'
import type { Receipt, ReceiptJudgement } from '../domain/receipt.ts'
import { findReceipt, findReceiptByNumber, findRoute, findTwin, lockReceipt, type ReceiptPlace } from '../reads.ts'
import { receiptSettled } from '../receiving-events.ts'
import { changeReceipt, insertReceipt, lockTwins, movePlace, storeJudgement } from '../writes.ts'
import { acceptReceipt, type ReadableFile, writeReadable } from './accept-receipt.ts'
import { readOriginal } from './read-original.ts'

/**
 * Goes on from wherever a receipt stands; each step is a transaction of its own, so a crash loses none. A file written for a step that
 * failed stays for the sweep: its row may have been written all the same.
 *
 * @returns the receipt as it stands in the end, at another authority where it is passed on now
 * @throws Error for an unknown receipt
 */
export async function settleReceipt(dependencies: ReceivingDependencies, place: ReceiptPlace, now: Date): Promise<Receipt> {
  const found = await getReceipt(dependencies, place)
  const judged = found.state === 'received' ? await judgeReceipt(dependencies, found, now) : found
  if (judged.state !== 'judged') return judged
  const target = await targetOf(dependencies, judged)
  if (target !== undefined && target !== judged.authority) return passOn(dependencies, judged, { to: target, now })
  return settleHere(dependencies, judged, { isRouted: target !== undefined, now })
}

async function getReceipt({ database }: ReceivingDependencies, place: ReceiptPlace): Promise<Receipt> {
  const found = await inReading(database, { authority: place.authority }, (reading) => findReceipt(reading, place))
  if (found === undefined) throw new Error(`no receipt ${place.receipt}`)
  return found
}

async function judgeReceipt(dependencies: ReceivingDependencies, receipt: Receipt, now: Date): Promise<Receipt> {
  const judgement = await dependencies.judging.judge(await readOriginal(dependencies, receipt), dayInGermany(receipt.receivedAt))
  const place = { authority: receipt.authority, receipt: receipt.receiptId }
  await inTransaction(dependencies.database, { authority: receipt.authority }, (transaction) =>
    storeJudgement(transaction, place, judgement, now),
  )
  return getReceipt(dependencies, place)
}

/** Whom the invoice is for by its Leitweg-ID; without one, whom it was sent to. Undefined goes to the clearing desk. */
async function targetOf({ database }: ReceivingDependencies, { authority, judgement }: Receipt): Promise<AuthorityId | undefined> {
  if (judgement?.isPassedOn === true) return authority
  const written = judgement?.buyerReference ?? ''
  const leitwegId = readLeitwegId(written)
  if (leitwegId.ok) return findRoute(database, leitwegId.value.text)
  const isAddressed = (await findRoute(database, '*')) !== authority
  return isAddressed && written.trim() === '' ? authority : undefined
}

/** Another authority gets a receipt of its own with the same number; the original stays here as well. */
export async function passOn(
  dependencies: ReceivingDependencies,
  receipt: Receipt,
  { to, now }: { readonly to: AuthorityId; readonly now: Date },
): Promise<Receipt> {
  const { database, files } = dependencies
  const original = await files.copy({ authority: receipt.authority }, receipt.original, { authority: to })
  const arrived = await inTransaction(database, { authority: to }, async (transaction) => {
    const judgement = receipt.judgement === undefined ? undefined : { ...receipt.judgement, isPassedOn: true }
    const copy: Receipt = { ...receipt, authority: to, receiptId: newId(now.getTime()), original, judgement, state: 'judged' }
    if (!(await insertReceipt(transaction, copy))) return undefined
    await movePlace(transaction, receipt.number, { authority: to, receipt: copy.receiptId })
    await enqueue(transaction, receiptSettled, { authority: to, receipt: copy.receiptId }, { startAfter: 60 })
    return copy
  })
  if (arrived === undefined) await files.remove(original)
  const there = arrived ?? (await inReading(database, { authority: to }, (reading) => findReceiptByNumber(reading, to, receipt.number)))
  if (there === undefined) throw new Error(`receipt ${receipt.number} has not arrived`)
  const from = { authority: receipt.authority, receipt: receipt.receiptId }
  await inTransaction(database, { authority: receipt.authority }, (transaction) =>
    changeReceipt(transaction, from, { from: receipt.state, to: 'moved', movedTo: there.receiptId }),
  )
  return settleHere(dependencies, there, { isRouted: true, now })
}

async function settleHere(
  dependencies: ReceivingDependencies,
  receipt: Receipt,
  { isRouted, now }: { readonly isRouted: boolean; readonly now: Date },
): Promise<Receipt> {
  const place = { authority: receipt.authority, receipt: receipt.receiptId }
  const isWanted = receipt.state === 'judged' && isRouted && receipt.judgement?.verdict === 'accept'
  const readable = isWanted ? await writeReadable(dependencies, receipt) : undefined
  const used = await inTransaction(dependencies.database, { authority: receipt.authority }, async (transaction) => {
    const locked = await lockReceipt(transaction, place)
    if (locked?.state !== 'judged' || locked.judgement === undefined) return false
    return decide(transaction, locked, locked.judgement, { isRouted, readable, now })
  })
  if (!used && readable !== undefined) await dependencies.files.remove(readable.file)
  return getReceipt(dependencies, place)
}

/** @returns whether the readable file is filed now */
async function decide(
  transaction: Transaction,
  receipt: Receipt,
  judgement: ReceiptJudgement,
  { isRouted, readable, now }: { readonly isRouted: boolean; readonly readable: ReadableFile | undefined; readonly now: Date },
): Promise<boolean> {
  const { authority, receiptId } = receipt
  const place = { authority, receipt: receiptId }
  const { facts, verdict } = judgement
  if (verdict === 'reject') {
    await changeReceipt(transaction, place, { from: 'judged', to: 'returned' })
    return false
  }
  await lockTwins(transaction, authority, [receipt.sha256, ...(facts === undefined ? [] : [`${facts.sellerKey} ${facts.number}`])])
  const twin = await findTwin(transaction, receipt, facts)
  if (twin !== undefined) await changeReceipt(transaction, place, { from: 'judged', to: 'duplicate', duplicateOf: twin })
  else if (verdict === 'undefined' || facts === undefined || judgement.trouble !== undefined)
    await changeReceipt(transaction, place, { from: 'judged', to: 'undecidable' })
  else if (!isRouted) await changeReceipt(transaction, place, { from: 'judged', to: 'clearing' })
  else {
    await acceptReceipt(transaction, receipt, { facts, readable, from: 'judged', now })
    return true
  }
  return false
}
