// Asks the person for a correction or for papers, and takes in what comes back.
import { inTransaction, type Transaction } from '#database'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { addDays, dayInGermany, formatDay } from '#kernel/dates.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { findPublicService } from '#modules/catalogue'
import { fileDocument } from '#modules/dossiers'
import { getSubmission, openCorrection } from '#modules/forms'
import { deliver, findMessage } from '#modules/mailbox'
import type { CasesDependencies } from '../dependencies.ts'
import type { Case } from '../domain/case.ts'
import { findCaseOfSubmission, findDecision, lockCase } from '../reads.ts'
import { caseTexts } from '../texts.ts'
import { insertReply, insertRequest, setDecisionState, setNews, setRequestsAnswered, setSubmissionVersion } from '../writes.ts'
import { fileSubmission, makeRecord, type SubmissionEvent, threadOf } from './open-case.ts'
import { type CaseStep, moveCase, onCase, recordStep, type StepRefusal } from './work-on-case.ts'

const answerDays = 14

export interface Asking extends CaseStep {
  readonly kind: 'correction' | 'papers'
  readonly reason: string
  /** Paths of the fields to correct; a correction needs at least one. */
  readonly paths: readonly string[]
}

/** Asks once at a time: while the person has not answered, a second request is refused. */
export async function askPerson(dependencies: CasesDependencies, asking: Asking): Promise<Outcome<Id<'case'>, StepRefusal | 'empty'>> {
  const reason = asking.reason.trim()
  if (reason === '' || (asking.kind === 'correction' && asking.paths.length === 0)) return refused('empty')
  return onCase(dependencies.database, asking, async (transaction, found): Promise<Outcome<Id<'case'>, StepRefusal>> => {
    if (!(await moveCase(transaction, found, 'waiting-for-person', asking.now))) return refused('wrong-state')
    const { authority, owner, caseId } = found
    const requestId = newId<'request'>(asking.now.getTime())
    const answerBy = addDays(dayInGermany(asking.now), answerDays)
    await insertRequest(
      transaction,
      found,
      { requestId, kind: asking.kind, reason, paths: asking.paths, answerBy, askedBy: asking.staff.name },
      asking.now,
    )
    const draft =
      asking.kind === 'correction'
        ? await openCorrection(transaction, {
            authority,
            submission: found.submission,
            owner,
            fields: asking.paths,
            reason,
            now: asking.now,
          })
        : undefined
    if (draft?.ok === false) throw new Error('a correction needs the submission of the case')
    const text = caseTexts.requestText({
      reason,
      answerBy: formatDay(answerBy),
      ...(draft === undefined ? {} : { path: `/antrag/${draft.value}` }),
    })
    await deliver(transaction, {
      authority,
      owner,
      thread: threadOf(caseId),
      kind: 'request',
      subject: caseTexts.requestSubject(asking.kind),
      text,
      attachments: [],
      eventKey: requestId,
      now: asking.now,
    })
    await recordStep(transaction, found, asking, 'case.asked', { kind: asking.kind, reason, paths: asking.paths })
    return done(caseId)
  })
}

/** Takes a corrected version into case and file; the same version twice changes nothing. */
export async function receiveCorrection(
  dependencies: CasesDependencies,
  event: SubmissionEvent & { readonly version: number },
  now: Date,
): Promise<void> {
  const { database } = dependencies
  const read = await inTransaction(database, { authority: event.authority }, async (transaction) => {
    const opened = await findCaseOfSubmission(transaction, event.authority, event.submission)
    if (opened === undefined) throw new Error('a correction came before its case was opened')
    if (opened.submissionVersion >= event.version) return undefined
    const submission = await getSubmission(transaction, event.authority, event.submission, event.version)
    return submission && { submission, owner: opened.owner }
  })
  if (read === undefined) return
  const found = read.submission
  const record = await makeRecord(dependencies, found, await findPublicService(database, found.serviceKey))
  await inTransaction(database, { authority: event.authority, owner: read.owner }, async (transaction) => {
    const before = await findCaseOfSubmission(transaction, event.authority, event.submission)
    const opened = before && (await lockCase(transaction, event.authority, before.caseId))
    if (opened === undefined || opened.submissionVersion >= event.version) return
    await fileSubmission(transaction, { submission: found, record, dossier: opened.dossier, caseId: opened.caseId, now })
    await setSubmissionVersion(transaction, opened, event.version)
    await setRequestsAnswered(transaction, opened, now)
    if (opened.state === 'awaiting-signature') await withdrawDraft(transaction, opened)
    if (opened.state === 'awaiting-signature' || opened.state === 'waiting-for-person')
      await moveCase(transaction, opened, 'in-progress', now)
  })
}

/** What was to be signed rests on answers that have changed since. */
async function withdrawDraft(transaction: Transaction, opened: Case): Promise<void> {
  const drafted = (await findDecision(transaction, opened.authority, opened.caseId))?.decision
  if (drafted?.state !== 'awaiting-signature') return
  const key = { authority: opened.authority, caseId: opened.caseId, decisionId: drafted.decisionId }
  await setDecisionState(transaction, key, 'draft', caseTexts.correctedMeanwhile)
}

export interface ReplyEvent {
  readonly owner: OwnerId
  readonly authority: AuthorityId
  readonly thread: Id<'thread'>
  readonly message: Id<'message'>
}

/** Files a person's message and its papers in the dossier and marks the case as having news. */
export async function receiveReply(dependencies: CasesDependencies, event: ReplyEvent, now: Date): Promise<void> {
  const { database, files } = dependencies
  const caseId = event.thread as string as Id<'case'>
  const message = await inTransaction(database, { owner: event.owner }, (transaction) =>
    findMessage(transaction, event.owner, event.message),
  )
  if (message === undefined) return
  const copies = await Promise.all(
    message.attachments.map((file) => files.copy({ owner: event.owner }, file, { authority: event.authority })),
  )
  await inTransaction(database, { authority: event.authority, owner: event.owner }, async (transaction) => {
    const found = await lockCase(transaction, event.authority, caseId)
    if (
      found === undefined ||
      !(await insertReply(transaction, found, { message: event.message, text: message.text, files: copies.length }, now))
    )
      return
    const actor = { kind: 'person', owner: event.owner, level: 'none', name: found.applicant } as const
    for (const file of copies) {
      await fileDocument(transaction, {
        authority: event.authority,
        dossier: found.dossier,
        case: caseId,
        kind: 'reply',
        direction: 'incoming',
        title: file.name,
        file,
        actor,
        now,
      })
    }
    await setNews(transaction, event.authority, caseId, true)
    if (found.state === 'waiting-for-person') {
      await setRequestsAnswered(transaction, found, now)
      await moveCase(transaction, found, 'in-progress', now)
    }
  })
}
