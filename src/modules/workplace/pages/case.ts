// The case: everything about it on one page, read in one transaction with a trace in the access log.
import { inTransaction, type Transaction } from '#database'
import { listHistory } from '#journal'
import type { Staff } from '#kernel/actors.ts'
import { dayInGermany, daysBetween } from '#kernel/dates.ts'
import { parseId } from '#kernel/ids.ts'
import {
  type Case,
  type Decision,
  findDecision,
  findNextCase,
  listNotes,
  listPresent,
  listReplies,
  listRequests,
  listUndoCases,
  lookAtCase,
  undoSeconds,
} from '#modules/cases'
import { listStaff } from '#modules/directory'
import { listDocuments } from '#modules/dossiers'
import { answersAsRows, getSubmission, type Submission } from '#modules/forms'
import { findPayment } from '#modules/payments'
import { notFound, page, type Reply, seeOther, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import { compareAnswers } from '../domain/changes.ts'
import { isPreviewable, type ShownAnswers, type ShownCasePage, type ShownDocument } from '../domain/shown.ts'
import { readUndoOffer, type UndoOffer } from '../domain/undo-offer.ts'
import { caseTexts } from '../texts.ts'
import { caseView } from './case.html.ts'
import { possibleFor } from './possible.ts'
import { casePath, findReadableCase, shownCase, withCase } from './staff.ts'
import { eventsOf, shownDocument } from './timeline.ts'

export async function showCase(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, async (staff, caseId) => {
    const shown = await inTransaction(dependencies.database, { authority: staff.authority }, async (transaction) => {
      const found = await findReadableCase(transaction, staff, caseId)
      if (found === undefined) return undefined
      const built = await readCasePage(dependencies, transaction, { found, staff, visit })
      await lookAtCase(transaction, found, staff, visit.now)
      return { built, offer: await findOffer(transaction, staff, visit) }
    })
    if (shown === undefined) return notFound()
    const notice = { done: visit.query.get('getan') ?? '', refusal: visit.query.get('nicht') ?? '', offer: shown.offer }
    return page(caseView(visit.frame, shown.built, notice))
  })
}

/** The offer of the address, if its step can be taken back and its time is not over. */
async function findOffer(transaction: Transaction, staff: Staff, visit: Visit): Promise<UndoOffer | undefined> {
  const offer = readUndoOffer(visit.query.get('ruecknahme'), visit.now, undoSeconds)
  if (offer === undefined) return undefined
  return (await listUndoCases(transaction, staff.authority, staff.staff, offer.undo)).length > 0 ? offer : undefined
}

/** On to what comes next; where nothing does, back to the list. */
export async function goToNext({ database }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, async (staff, caseId) => {
    const next = await inTransaction(database, { authority: staff.authority }, async (transaction) => {
      const found = await findReadableCase(transaction, staff, caseId)
      return found && { id: await findNextCase(transaction, staff.authority, staff.staff, found) }
    })
    if (next === undefined) return notFound()
    return seeOther(visit.frame.href(next.id === undefined ? '/arbeit' : casePath(next.id)))
  })
}

interface Reading {
  readonly found: Case
  readonly staff: Staff
  readonly visit: Visit
}

async function readCasePage(dependencies: WorkplaceDependencies, transaction: Transaction, reading: Reading): Promise<ShownCasePage> {
  const { found, staff, visit } = reading
  const { authority, caseId } = found
  const submission = await getSubmission(transaction, authority, found.submission, found.submissionVersion)
  if (submission === undefined) throw new Error('a case without its submission')
  const documents = (await listDocuments(transaction, authority, found.dossier)).map(shownDocument)
  const requests = await listRequests(transaction, authority, caseId)
  const decision = (await findDecision(transaction, authority, caseId))?.decision
  const open = requests.find((request) => request.answeredAt === undefined)
  const receivedOn = dayInGermany(found.receivedAt)
  return {
    ...{ shown: shownCase(found, staff, visit.now), revision: found.revision, receivedOn, fourEyes: found.fourEyes },
    processingDays: daysBetween(receivedOn, found.dueOn),
    assurance: caseTexts.assuranceLevels[submission.assurance],
    payment: await readPayment(transaction, found, submission),
    dossierId: found.dossier,
    unit: found.unit,
    present: await listPresent(transaction, authority, caseId, staff.staff, visit.now),
    answers: await readAnswers(dependencies, transaction, { found, submission, documents }),
    documents,
    chosen: chosenDocument(documents, visit.query.get('dokument')),
    events: eventsOf({
      history: await listHistory(transaction, authority, found.dossier),
      notes: await listNotes(transaction, authority, caseId),
      replies: await listReplies(transaction, authority, caseId),
      documents,
    }),
    openRequest:
      found.state === 'waiting-for-person' && open !== undefined
        ? { reason: open.reason, answerBy: open.answerBy, kind: caseTexts.requestKinds[open.kind] }
        : undefined,
    returned: decision?.state === 'draft' && decision.returnedReason !== undefined ? { reason: decision.returnedReason } : undefined,
    draft: shownDraft(dependencies, decision),
    staff: (await listStaff(transaction, authority))
      .filter((member) => member.roles.includes('clerk') || member.roles.includes('lead'))
      .map((member) => ({ id: member.staff, label: `${member.name} (${member.unit})` })),
    may: possibleFor(staff, found, decision),
  }
}

function shownDraft(dependencies: WorkplaceDependencies, decision: Decision | undefined): ShownCasePage['draft'] {
  if (decision === undefined || decision.state === 'issued') return undefined
  const outcome = dependencies.cases.templates.get(decision.templateKey)?.outcomes.find((one) => one.key === decision.outcome)
  return { outcome: outcome?.label ?? decision.outcome, drafter: decision.drafter.name }
}

async function readPayment(transaction: Transaction, found: Case, submission: Submission): Promise<ShownCasePage['payment']> {
  const paymentId = parseId<'payment'>(submission.paymentId)
  const payment = paymentId && (await findPayment(transaction, found.authority, paymentId))
  if (payment === undefined) return undefined
  return { text: caseTexts.payment(payment.amount, payment.paidAt), isPaid: payment.state === 'paid' }
}

async function readAnswers(
  dependencies: WorkplaceDependencies,
  transaction: Transaction,
  reading: { readonly found: Case; readonly submission: Submission; readonly documents: readonly ShownDocument[] },
): Promise<ShownAnswers> {
  const { found, submission, documents } = reading
  const rowsOf = (version: Submission) => answersAsRows(version.definition, version.answers, 'de', dependencies.cases.codeLists)
  const groups = rowsOf(submission)
  const before =
    submission.version > 1 ? await getSubmission(transaction, found.authority, found.submission, submission.version - 1) : undefined
  const documentOf = new Map(documents.flatMap((document) => document.versions.map((version) => [version.sha256, document.id] as const)))
  const files = new Map(
    [...(before?.files ?? []), ...submission.files].map(({ fileId, file }) => [
      String(fileId),
      { name: file.name, document: documentOf.get(file.sha256) },
    ]),
  )
  const comparison = before && compareAnswers(groups, rowsOf(before), (id) => files.get(id)?.name ?? id)
  return { groups, comparison, version: submission.version, files }
}

/** The one asked for, else the first that came with the submission and can be shown. */
function chosenDocument(documents: readonly ShownDocument[], asked: string | null): ShownDocument | undefined {
  const named = documents.find((document) => document.id === asked)
  if (named !== undefined) return named
  const showable = documents.filter((document) => isPreviewable(document.versions.at(-1)?.mediaType ?? ''))
  return showable.find((document) => document.isAttachment) ?? showable[0]
}
