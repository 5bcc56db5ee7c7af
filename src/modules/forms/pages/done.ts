// After submitting: the number, what happens next, the receipt, the files.
import { inTransaction } from '#database'
import { addDays, dayInGermany, formatDay, formatInstant } from '#kernel/dates.ts'
import { bytes, json, notFound, page, type Reply, refuse, seeOther, type Visit } from '#web'
import { restoreEntry } from '../actions/save-draft.ts'
import type { FormsDependencies } from '../dependencies.ts'
import { findReceiptFile, findSubmission, listReceipts } from '../reads.ts'
import { donePage, payingPage } from './done.html.ts'
import { type OpenDraft, openDraft } from './open-draft.ts'
import { placeAddress } from './place.ts'

export async function showDone(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  if (open === undefined) return notFound()
  const { draft, authority, offer } = open
  if (draft.state === 'awaiting-payment') {
    const payment = visit.frame.href(`/zahlung/${draft.authority}/${draft.payment ?? ''}`)
    return page(payingPage(visit.frame, { authority: authority?.theme, payment, self: visit.frame.href(visit.path) }))
  }
  const found = await receivedOf(dependencies, open)
  if (found === undefined) return seeOther(visit.frame.href(`/antrag/${draft.draftId}`))
  const base = visit.frame.href(`/antrag/${draft.draftId}`)
  const answerBy = addDays(dayInGermany(found.submittedAt), offer?.processingDays ?? 0)
  return page(
    donePage(visit.frame, {
      authority: authority?.theme,
      authorityName: authority?.name ?? '',
      number: found.number,
      at: formatInstant(found.submittedAt, visit.language),
      isCorrection: draft.correction !== undefined,
      isPerson: visit.actor.kind === 'person',
      ...(offer === undefined ? {} : { until: formatDay(answerBy, visit.language) }),
      receipt: found.hasReceipt ? `${base}/quittung.pdf` : undefined,
      receiptData: `${base}/quittung.json`,
      ...(draft.payment === undefined
        ? {}
        : { paymentReceipt: visit.frame.href(`/zahlung/${draft.authority}/${draft.payment}/quittung.pdf`) }),
      self: `${base}/fertig`,
    }),
  )
}

async function receivedOf(
  { database }: FormsDependencies,
  { draft }: OpenDraft,
): Promise<{ number: string; submittedAt: Date; hasReceipt: boolean; version: number } | undefined> {
  const { owner, submission } = draft
  if (submission === undefined) return undefined
  return inTransaction(database, { owner }, async (transaction) => {
    const received = await findSubmission(transaction, draft.authority, submission)
    const receipt = await findReceiptFile(transaction, owner, draft.draftId)
    if (received === undefined) return undefined
    return {
      number: received.number,
      submittedAt: received.versionSubmittedAt,
      hasReceipt: receipt !== undefined,
      version: received.version,
    }
  })
}

export async function sendReceiptFile(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  if (open === undefined) return notFound()
  const { owner, draftId } = open.draft
  const file = await inTransaction(dependencies.database, { owner }, (transaction) => findReceiptFile(transaction, owner, draftId))
  if (file === undefined) return refuse('unavailable')
  return bytes(dependencies.files.read({ owner }, file), { mediaType: file.mediaType, fileName: file.name })
}

/** What was signed, with the signature: anyone can check it without us. */
export async function sendReceiptData(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  const received = open === undefined ? undefined : await receivedOf(dependencies, open)
  if (received === undefined) return notFound()
  const receipt = (await listReceipts(dependencies.database, received.number)).find((each) => each.version === received.version)
  if (receipt === undefined) return notFound()
  return json(
    { content: receipt.content, checkCode: receipt.checkCode, ...receipt.signed },
    { headers: { 'content-disposition': `attachment; filename="Quittung-${received.number}.json"` } },
  )
}

/** A file of the draft, for its owner. */
export async function sendDraftFile(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  const found = open?.files.find((file) => file.fileId === visit.params['file'])
  if (open === undefined || found === undefined) return notFound()
  const scope = found.heldBy === undefined ? { owner: open.draft.owner } : { authority: found.heldBy }
  return bytes(dependencies.files.read(scope, found.file), { mediaType: found.file.mediaType, fileName: found.file.name })
}

export async function undoRemoval(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  if (open === undefined) return notFound()
  const { owner, draftId } = open.draft
  const restored = await restoreEntry(dependencies.database, { owner, draftId, now: visit.now })
  if (!restored.ok || restored.value === undefined) return seeOther(visit.frame.href(`/antrag/${draftId}`))
  return seeOther(visit.frame.href(placeAddress(open.draft, restored.value.path)))
}
