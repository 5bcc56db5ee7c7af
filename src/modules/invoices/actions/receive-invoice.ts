// Takes in what somebody sends: first it is safe, then it is looked at.
import { setTimeout as wait } from 'node:timers/promises'
import { inTransaction } from '#database'
import type { FileLimits, FileRefusal, StoredFile } from '#files'
import { enqueue } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { ReceivingDependencies } from '../dependencies.ts'
import { type Channel, digestOfToken, newReceiptNumber, newToken, type Receipt } from '../domain/receipt.ts'
import { findReceipt, findReceiptPlace, findRoute, type ReceiptPlace } from '../reads.ts'
import { receiptSettled } from '../receiving-events.ts'
import { insertPlace, insertReceipt } from '../writes.ts'
import { settleReceipt } from './settle-receipt.ts'

export interface Incoming {
  /** Whom it was sent to; without it the Leitweg-ID in the invoice decides, and what has none is cleared. */
  readonly authority?: AuthorityId
  readonly channel: Channel
  /** An address to answer to, as the channel knows it. */
  readonly sender?: string
  /** The supplier's account. */
  readonly owner?: OwnerId
  readonly fileName: string
  readonly content: AsyncIterable<Uint8Array>
  readonly now: Date
}

/** What is acknowledged: from here on the original is there, once, whatever happens. */
export interface Received {
  readonly number: string
  /** Opens `/rechnung/:number/:token`; it is kept nowhere. */
  readonly token: string
  /** As far as it got: `received` where the judging is still to come, by a job. */
  readonly receipt: Receipt
}

export const invoiceLimits = {
  maxBytes: 50 * 1024 * 1024,
  mediaTypes: ['application/xml', 'application/pdf'],
} as const satisfies FileLimits

/** The job comes only where the sender's own request has not done it. */
const patienceSeconds = 60
/** So long a sender waits for the verdict; others may be before this file. */
const senderPatienceMs = 15_000

/**
 * Stores the original write-once with hash, time and number in a transaction of its own, then judges, deduplicates and routes it.
 *
 * @returns refused only before anything is kept: too large, neither XML nor PDF, empty, infected, or nobody clears invoices here
 */
export async function receiveInvoice(
  dependencies: ReceivingDependencies,
  incoming: Incoming,
): Promise<Outcome<Received, FileRefusal | 'no-clearing'>> {
  const { database, files } = dependencies
  const authority = incoming.authority ?? (await findRoute(database, '*'))
  if (authority === undefined) return refused('no-clearing')
  const stored = await files.write({ authority }, incoming.fileName, incoming.content, invoiceLimits)
  if (!stored.ok) return stored
  const token = newToken()
  // Should this fail, the file stays: whether the row was written may be unknown then. What no row names is swept after a day.
  const receipt = await acknowledge(dependencies, incoming, { authority, token, original: stored.value })
  const settled = await settleInTime(dependencies, { authority, receipt: receipt.receiptId }, incoming.now)
  return done({ number: receipt.number, token, receipt: settled ?? (await whereItIs(dependencies, receipt)) })
}

/** The receipt stands; what fails or takes long from here on is done by its job, which reports the fault. */
async function settleInTime(dependencies: ReceivingDependencies, place: ReceiptPlace, now: Date): Promise<Receipt | undefined> {
  const settling = settleReceipt(dependencies, place, now).catch(() => undefined)
  return Promise.race([settling, wait(senderPatienceMs, undefined, { ref: false })])
}

async function acknowledge(
  { database }: ReceivingDependencies,
  { channel, sender, owner, now }: Incoming,
  kept: { readonly authority: AuthorityId; readonly token: string; readonly original: StoredFile },
): Promise<Receipt> {
  const { authority, token, original } = kept
  const year = Number(dayInGermany(now).slice(0, 4))
  return inTransaction(database, { authority }, async (transaction) => {
    const receiptId = newId<'receipt'>(now.getTime())
    let number = newReceiptNumber(year)
    while (!(await insertPlace(transaction, number, { authority, receipt: receiptId }))) number = newReceiptNumber(year)
    const receipt: Receipt = {
      ...{ authority, receiptId, number, channel, owner, tokenDigest: digestOfToken(token), sender, fileName: original.name, original },
      ...{ sha256: original.sha256, receivedAt: now, state: 'received', duplicateOf: undefined, movedTo: undefined },
      ...{ judgement: undefined, judgedAt: undefined },
    }
    await insertReceipt(transaction, receipt)
    await enqueue(transaction, receiptSettled, { authority, receipt: receiptId }, { startAfter: patienceSeconds })
    return receipt
  })
}

async function whereItIs({ database }: ReceivingDependencies, receipt: Receipt): Promise<Receipt> {
  const place: ReceiptPlace = (await findReceiptPlace(database, receipt.number)) ?? {
    authority: receipt.authority,
    receipt: receipt.receiptId,
  }
  return (await inTransaction(database, { authority: place.authority }, (transaction) => findReceipt(transaction, place))) ?? receipt
}
