// Submits a draft exactly once: its id is the key, its lock the queue, one transaction the whole of it.
import { createHash } from 'node:crypto'
import { inTransaction, type Transaction } from '#database'
import type { FileStore, StoredFile } from '#files'
import { enqueue } from '#jobs'
import { type AssuranceLevel, reaches } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { FormsDependencies, OnlineOffer, ReceivingAuthority } from '../dependencies.ts'
import { parsePath, textsAt } from '../domain/answers.ts'
import type { Answer } from '../domain/definition.ts'
import {
  applicantOf,
  canonicalJson,
  type Draft,
  type DraftFile,
  mayBecome,
  type Sealed,
  type SubmissionId,
  submittedAnswers,
} from '../domain/draft.ts'
import { newCheckCode, newNumber, prefixOf } from '../domain/number.ts'
import type { ReceiptContent } from '../domain/receipt.ts'
import { problemsOf } from '../domain/validation.ts'
import { corrected, receiptWanted, submitted } from '../events.ts'
import { findDraft, findSubmission, listDraftFiles, lockDraft } from '../reads.ts'
import { insertReceipt, insertSubmission, insertVersion, raiseVersion, setDraftState } from '../writes.ts'
import type { DraftAt } from './save-draft.ts'

export type SubmitRefusal = 'unknown' | 'not-open' | 'incomplete' | 'too-weak' | 'not-online'

/** What became of the wish to submit. */
export type Handed =
  | { readonly kind: 'submitted'; readonly submission: SubmissionId; readonly number: string }
  | { readonly kind: 'payment'; readonly authority: Draft['authority']; readonly payment: string }

export interface SubmitWish extends DraftAt {
  readonly level: AssuranceLevel
  /** As the account knows it; empty for a visitor. */
  readonly name: string
  readonly language: Language
}

/** Hands a draft in, or seals it and opens its payment where one is due. Repeated, it says the same again. */
export async function submitDraft(dependencies: FormsDependencies, wish: SubmitWish): Promise<Outcome<Handed, SubmitRefusal>> {
  const { database, neighbours } = dependencies
  const seen = await inTransaction(database, { owner: wish.owner }, (transaction) => findDraft(transaction, wish.owner, wish.draftId))
  if (seen === undefined) return refused('unknown')
  const offer = await neighbours.findOffer(database, seen.serviceKey, seen.authority)
  const authority = await neighbours.findAuthority(database, seen.authority)
  if (offer === undefined || authority === undefined) return refused('not-online')
  return withCopies(dependencies.files, (copies) =>
    inTransaction(database, { owner: wish.owner, authority: seen.authority }, async (transaction) => {
      const draft = await lockDraft(transaction, wish.owner, wish.draftId)
      const earlier = draft === undefined ? undefined : alreadyHanded(draft)
      if (earlier !== undefined) return done(earlier)
      if (draft === undefined) return refused('unknown')
      if (!mayBecome(draft.state, 'submitted') || draft.state !== 'open') return refused('not-open')
      if (!reaches(wish.level, offer.assurance)) return refused('too-weak')
      if (!isComplete(dependencies, draft, wish.now)) return refused('incomplete')
      const sealed: Sealed = { assurance: wish.level, name: wish.name, at: wish.now.toISOString() }
      const handing = { dependencies, transaction, draft, sealed, offer, authority, copies, now: wish.now }
      if (offer.feeCents === 0n || draft.correction !== undefined) return done(await receive(handing))
      return done(await sealForPayment(handing, wish.language))
    }),
  )
}

/** A payment has come in: what was sealed is handed in, even if the person never comes back. */
export async function submitPaidDraft(
  dependencies: FormsDependencies,
  at: DraftAt,
  payment: string,
): Promise<Outcome<Handed, SubmitRefusal>> {
  const { database, neighbours } = dependencies
  const seen = await inTransaction(database, { owner: at.owner }, (transaction) => findDraft(transaction, at.owner, at.draftId))
  if (seen === undefined) return refused('unknown')
  const offer = await neighbours.findOffer(database, seen.serviceKey, seen.authority)
  const authority = await neighbours.findAuthority(database, seen.authority)
  if (offer === undefined || authority === undefined) return refused('not-online')
  return withCopies(dependencies.files, (copies) =>
    inTransaction(database, { owner: at.owner, authority: seen.authority }, async (transaction) => {
      const draft = await lockDraft(transaction, at.owner, at.draftId)
      if (draft?.sealed === undefined) return refused('unknown')
      if (draft.submission !== undefined && draft.number !== undefined)
        return done({ kind: 'submitted', submission: draft.submission, number: draft.number })
      // Paid after it was opened again: it goes in if it is still whole, else the person finds it paid at the next try.
      if (draft.state === 'open' && !isComplete(dependencies, draft, at.now)) return refused('incomplete')
      if (!mayBecome(draft.state, 'submitted')) return refused('not-open')
      return done(
        await receive({
          dependencies,
          transaction,
          draft: { ...draft, payment },
          sealed: draft.sealed,
          offer,
          authority,
          copies,
          now: at.now,
        }),
      )
    }),
  )
}

/** The payment came to nothing: the draft is open again, nothing is lost. */
export async function reopenDraft(dependencies: FormsDependencies, at: DraftAt, payment: string): Promise<void> {
  await inTransaction(dependencies.database, { owner: at.owner }, async (transaction) => {
    const draft = await lockDraft(transaction, at.owner, at.draftId)
    if (draft?.state !== 'awaiting-payment' || draft.payment !== payment) return
    await setDraftState(transaction, at.owner, at.draftId, { state: 'open' })
  })
}

interface Handing {
  readonly dependencies: FormsDependencies
  readonly transaction: Transaction
  readonly draft: Draft
  readonly sealed: Sealed
  readonly offer: OnlineOffer
  readonly authority: ReceivingAuthority
  readonly copies: StoredFile[]
  readonly now: Date
}

function alreadyHanded(draft: Draft): Handed | undefined {
  if (draft.submission !== undefined && draft.number !== undefined)
    return { kind: 'submitted', submission: draft.submission, number: draft.number }
  if (draft.state === 'awaiting-payment' && draft.payment !== undefined)
    return { kind: 'payment', authority: draft.authority, payment: draft.payment }
  return undefined
}

function isComplete({ codeLists }: FormsDependencies, draft: Draft, now: Date): boolean {
  return problemsOf(draft.definition, draft.answers, { today: dayInGermany(now), codeLists }).length === 0
}

async function sealForPayment(handing: Handing, language: Language): Promise<Handed> {
  const { dependencies, transaction, draft, sealed, offer, now } = handing
  const payment = await dependencies.neighbours.openPayment(transaction, {
    authority: draft.authority,
    owner: draft.owner,
    reference: draft.draftId,
    amount: offer.feeCents,
    purpose: offer.title.de,
    returnPath: `/antrag/${draft.draftId}/fertig`,
    language,
    now,
  })
  // Paid before, and opened again since: nobody pays twice for one draft.
  if (payment.isPaid) return receive({ ...handing, draft: { ...draft, payment: payment.paymentId } })
  await setDraftState(transaction, draft.owner, draft.draftId, { state: 'awaiting-payment', sealed, payment: payment.paymentId })
  return { kind: 'payment', authority: draft.authority, payment: payment.paymentId }
}

/** The authority has it from here on. */
async function receive(handing: Handing): Promise<Handed> {
  const { transaction, draft, sealed, authority, now } = handing
  const answers = submittedAnswers(draft.definition, draft.answers)
  const contentSha256 = createHash('sha256')
    .update(canonicalJson({ form: draft.definition.key, version: draft.definition.version, answers }))
    .digest('hex')
  const files = await handOverFiles(handing, answers)
  const submissionId: SubmissionId = draft.correction?.submission ?? derivedId('submission', draft.owner, draft.draftId)
  const version = draft.correction === undefined ? 1 : await raiseVersion(transaction, draft.authority, submissionId)
  const receipt = {
    version,
    service: handing.offer.title.de,
    authority: authority.name,
    submittedAt: now.toISOString(),
    sha256: contentSha256,
    files: files.map(({ file }) => file.sha256).toSorted(),
  }
  const number = await drawNumber(handing, submissionId, receipt)
  const made = { authority: draft.authority, submissionId, owner: draft.owner, draft: draft.draftId, now }
  if (draft.correction === undefined) {
    await insertSubmission(transaction, {
      ...made,
      number,
      serviceKey: draft.serviceKey,
      ars: draft.ars,
      applicant: { name: applicantOf(draft.definition, answers).name || sealed.name },
      assurance: sealed.assurance,
      ...(draft.payment === undefined ? {} : { payment: draft.payment }),
    })
  }
  await insertVersion(transaction, { ...made, version, definition: draft.definition, answers, contentSha256, files })
  const payment = draft.payment === undefined ? {} : { payment: draft.payment }
  await setDraftState(transaction, draft.owner, draft.draftId, { state: 'submitted', sealed, submission: submissionId, number, ...payment })
  const event = { authority: draft.authority, owner: draft.owner, submission: submissionId }
  if (version === 1) await enqueue(transaction, submitted, event)
  else await enqueue(transaction, corrected, { ...event, version })
  await enqueue(transaction, receiptWanted, { authority: draft.authority, owner: draft.owner, draft: draft.draftId, number, version })
  return { kind: 'submitted', submission: submissionId, number }
}

async function drawNumber(handing: Handing, submission: SubmissionId, receipt: Omit<ReceiptContent, 'number'>): Promise<string> {
  const { transaction, draft, authority, now } = handing
  const keep = (number: string): Promise<boolean> =>
    insertReceipt(transaction, { content: { number, ...receipt }, authority: draft.authority, submission, checkCode: newCheckCode(), now })
  if (draft.correction !== undefined) {
    const earlier = await findSubmission(transaction, draft.authority, submission, 1)
    if (earlier === undefined || !(await keep(earlier.number))) throw new Error('a correction keeps the number of its submission')
    return earlier.number
  }
  for (;;) {
    const number = newNumber(prefixOf(authority.slug), now.getUTCFullYear())
    if (await keep(number)) return number
  }
}

/** Copies what the submitted answers name into the authority's scope. */
async function handOverFiles(handing: Handing, answers: Draft['answers']): Promise<DraftFile[]> {
  const { dependencies, transaction, draft, copies } = handing
  const handed: DraftFile[] = []
  for (const draftFile of await listDraftFiles(transaction, draft.owner, draft.draftId)) {
    const place = placeOf(answers, draftFile)
    if (place === undefined) continue
    if (draftFile.heldBy !== undefined) {
      handed.push({ ...draftFile, path: place })
      continue
    }
    const file = await dependencies.files.copy({ owner: draft.owner }, draftFile.file, { authority: draft.authority })
    copies.push(file)
    handed.push({ ...draftFile, path: place, file })
  }
  return handed
}

/** Where a file stands in the submitted answers: entries of lists may have moved since it was uploaded. */
function placeOf(answers: Draft['answers'], { fileId, path }: DraftFile): string | undefined {
  if (textsAt(answers, parsePath(path)).includes(fileId)) return path
  const search = (node: Answer | undefined, at: string): string | undefined => {
    if (Array.isArray(node)) {
      if (node.some((each) => each === fileId)) return at
      for (const [index, each] of node.entries()) {
        const found = typeof each === 'string' ? undefined : search(each, `${at}.${index}`)
        if (found !== undefined) return found
      }
      return undefined
    }
    if (typeof node !== 'object') return undefined
    for (const [key, inner] of Object.entries(node)) {
      const found = search(inner, at === '' ? key : `${at}.${key}`)
      if (found !== undefined) return found
    }
    return undefined
  }
  return search(answers, '')
}

/** Copies made for a transaction that did not come to its end are removed again. */
async function withCopies<Value>(
  files: FileStore,
  work: (copies: StoredFile[]) => Promise<Outcome<Value, SubmitRefusal>>,
): Promise<Outcome<Value, SubmitRefusal>> {
  const copies: StoredFile[] = []
  try {
    return await work(copies)
  } catch (cause) {
    for (const copy of copies) await files.remove(copy)
    throw cause
  }
}
