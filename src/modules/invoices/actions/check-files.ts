// Checks a file before it is sent: judged at once, kept for an hour at most, sent only when the supplier says so.
import { inReading, inTransaction } from '#database'
import type { FileRefusal } from '#files'
import { enqueue } from '#jobs'
import type { OwnerId } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome } from '#kernel/outcome.ts'
import type { ReceivingDependencies } from '../dependencies.ts'
import { type CheckedFile, type CheckedId, checkedMinutes } from '../domain/checked-file.ts'
import { listChecked } from '../reads.ts'
import { checkedExpired } from '../receiving-events.ts'
import { deleteChecked, insertChecked } from '../writes.ts'
import { invoiceLimits, type Received, receiveInvoice } from './receive-invoice.ts'

export interface FileToCheck {
  readonly owner: OwnerId
  readonly fileName: string
  readonly content: AsyncIterable<Uint8Array>
  readonly now: Date
}

/** @returns refused where nothing was kept */
export async function checkFile(
  { database, files, judging }: ReceivingDependencies,
  { owner, fileName, content, now }: FileToCheck,
): Promise<Outcome<CheckedFile, FileRefusal>> {
  const stored = await files.write({ owner }, fileName, content, invoiceLimits)
  if (!stored.ok) return stored
  const file = stored.value
  const parts: Buffer[] = []
  for await (const part of files.read({ owner }, file)) parts.push(Buffer.from(part))
  const judgement = await judging.judge(Buffer.concat(parts), dayInGermany(now))
  const checked: CheckedFile = { checkedId: newId(now.getTime()), file, judgement, checkedAt: now }
  await inTransaction(database, { owner }, async (transaction) => {
    await insertChecked(transaction, owner, checked)
    await enqueue(transaction, checkedExpired, { owner, checked: checked.checkedId }, { startAfter: checkedMinutes * 60 })
  })
  return done(checked)
}

export interface Sending {
  readonly owner: OwnerId
  readonly chosen: readonly CheckedId[]
  /** The supplier's account, where one is signed in. */
  readonly account: OwnerId | undefined
  readonly sender: string | undefined
  readonly now: Date
}

export type Sent = Received & { readonly fileName: string }

/** Sends what was checked; each file counts as sent when its original is safe, and what is gone already is passed over. */
export async function sendChecked(dependencies: ReceivingDependencies, sending: Sending): Promise<readonly Sent[]> {
  const { owner, account, sender, now } = sending
  const sent: Sent[] = []
  for (const { checkedId, file } of (await listOf(dependencies, owner)).filter((one) => sending.chosen.includes(one.checkedId))) {
    const received = await receiveInvoice(dependencies, {
      ...{ channel: account === undefined ? 'upload' : 'account', fileName: file.name, now },
      ...(account === undefined ? {} : { owner: account }),
      ...(sender === undefined ? {} : { sender }),
      content: dependencies.files.read({ owner }, file),
    })
    if (!received.ok) throw new Error(`a checked file was not received: ${received.reason}`)
    sent.push({ ...received.value, fileName: file.name })
    await dropChecked(dependencies, { owner, checked: checkedId })
  }
  return sent
}

/** Takes a checked file away; a second time changes nothing. */
export async function dropChecked(
  dependencies: ReceivingDependencies,
  { owner, checked }: { readonly owner: OwnerId; readonly checked: CheckedId },
): Promise<void> {
  const found = (await listOf(dependencies, owner)).find((one) => one.checkedId === checked)
  if (found === undefined) return
  const isGone = await inTransaction(dependencies.database, { owner }, (transaction) => deleteChecked(transaction, owner, checked))
  if (isGone) await dependencies.files.remove(found.file)
}

function listOf({ database }: ReceivingDependencies, owner: OwnerId): Promise<readonly CheckedFile[]> {
  return inReading(database, { owner }, (reading) => listChecked(reading, owner))
}
