// Opens the case of a submission: dossier, documents, and the word to the person.
import { inTransaction, type Transaction } from '#database'
import { sheetTemplate } from '#documents'
import type { StoredFile } from '#files'
import type { AuthorityId, OwnerId, System } from '#kernel/actors.ts'
import { addDays, type Day, dayInGermany, formatInstant } from '#kernel/dates.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { inLanguage } from '#kernel/language.ts'
import { findPublicService, type PublicService } from '#modules/catalogue'
import { addDossierCase, fileDocument, openDossier } from '#modules/dossiers'
import { answersAsRows, getSubmission, type Submission } from '#modules/forms'
import { deliver, setStatus } from '#modules/mailbox'
import type { CasesDependencies } from '../dependencies.ts'
import { findCaseOfSubmission } from '../reads.ts'
import { caseTexts } from '../texts.ts'
import { insertCase } from '../writes.ts'

export interface SubmissionEvent {
  readonly authority: AuthorityId
  readonly owner: OwnerId
  readonly submission: Id<'submission'>
}

/** Where the catalogue says nothing of a service (an informal message), these hold. */
const preset = { unit: 'zentrale', filePlanUnit: '00.1', processingDays: 30, fourEyes: false }
const house: System = { kind: 'system', name: 'Rennsteig' }

/** Opens the case once, however often the event comes. */
export async function openCase(dependencies: CasesDependencies, event: SubmissionEvent, now: Date): Promise<void> {
  const { database } = dependencies
  const found = await inTransaction(database, { authority: event.authority }, async (transaction) => {
    if ((await findCaseOfSubmission(transaction, event.authority, event.submission)) !== undefined) return undefined
    return getSubmission(transaction, event.authority, event.submission)
  })
  if (found === undefined) return
  const described = await findPublicService(database, found.serviceKey)
  const record = await makeRecord(dependencies, found, described)
  await inTransaction(database, event, (transaction) => open(transaction, { submission: found, described, record, now }))
}

interface Opening {
  readonly submission: Submission
  readonly described: PublicService | undefined
  readonly record: StoredFile
  readonly now: Date
}

async function open(transaction: Transaction, opening: Opening): Promise<void> {
  const { submission, described, now } = opening
  const { authority, owner } = submission
  const title = described?.title ?? submission.definition.title
  const rules = { ...preset, ...described?.online, unit: described?.unit ?? preset.unit }
  const applicant = submission.applicant.name === '' ? caseTexts.unknownApplicant : submission.applicant.name
  const subject = `${title.de}: ${applicant}`
  const { dossier, referenceNumber } = await openDossier(transaction, {
    authority,
    filePlanUnit: rules.filePlanUnit,
    subject,
    owner,
    actor: house,
    now,
  })
  const caseId = newId<'case'>(now.getTime())
  const dueOn = addDays(dayInGermany(submission.submittedAt), rules.processingDays)
  const isNew = await insertCase(transaction, {
    authority,
    caseId,
    dossier,
    referenceNumber,
    submission: submission.submissionId,
    submissionNumber: submission.number,
    submissionVersion: submission.version,
    owner,
    serviceKey: submission.serviceKey,
    title,
    applicant,
    unit: rules.unit,
    receivedAt: submission.submittedAt,
    dueOn,
    fourEyes: rules.fourEyes,
  })
  if (!isNew) throw new Error('another worker opened the case at the same moment')
  await addDossierCase(transaction, { authority, dossier, case: caseId, title: subject, actor: house, now })
  await fileSubmission(transaction, { submission, record: opening.record, dossier, caseId, now })
  await tellOpened(transaction, { submission, caseId, title: title.de, dueOn, now })
}

interface Telling {
  readonly submission: Submission
  readonly caseId: Id<'case'>
  readonly title: string
  readonly dueOn: Day
  readonly now: Date
}

/** Opens the person's thread and confirms the receipt. */
async function tellOpened(transaction: Transaction, { submission, caseId, title, dueOn, now }: Telling): Promise<void> {
  const { owner, authority } = submission
  const thread = threadOf(caseId)
  await setStatus(transaction, {
    owner,
    authority,
    thread,
    title,
    number: submission.number,
    status: 'received',
    expectedBy: dueOn,
    now,
  })
  const text = caseTexts.confirmation(title, submission.number, dueOn)
  await deliver(transaction, {
    authority,
    owner,
    thread,
    kind: 'confirmation',
    subject: caseTexts.confirmationSubject(title),
    text,
    attachments: [],
    eventKey: 'received',
    now,
  })
}

/** The person's thread of a case bears the case's id. */
export function threadOf(caseId: Id<'case'>): Id<'thread'> {
  return caseId as string as Id<'thread'>
}

interface Filing {
  readonly submission: Submission
  readonly record: StoredFile
  readonly dossier: Id<'dossier'>
  readonly caseId: Id<'case'>
  readonly now: Date
}

/** Files the record of what was asked and answered, and each paper that came with it. */
export async function fileSubmission(transaction: Transaction, filing: Filing): Promise<void> {
  const { submission, dossier, caseId, now } = filing
  const common = { authority: submission.authority, dossier, case: caseId, direction: 'incoming', actor: house, now } as const
  const version = submission.version === 1 ? '' : ` (${caseTexts.version(submission.version)})`
  const title = `${submission.definition.title.de}${version}`
  await fileDocument(transaction, {
    ...common,
    kind: 'submission',
    title,
    file: filing.record,
    archivalLevel: '2a',
    text: submission.applicant.name,
  })
  for (const { file } of submission.files) await fileDocument(transaction, { ...common, kind: 'attachment', title: file.name, file })
}

/** The answers as a PDF of the file: the same data, readable for decades. */
export async function makeRecord(
  dependencies: CasesDependencies,
  submission: Submission,
  described: PublicService | undefined,
): Promise<StoredFile> {
  const { letterhead } = await dependencies.letterheadOf(submission.authority, described?.unit ?? preset.unit)
  const names = new Map(submission.files.map((entry) => [entry.fileId as string, entry.file.name]))
  const groups = answersAsRows(submission.definition, submission.answers, 'de', dependencies.codeLists)
  const passages = groups.flatMap((group) => [
    ...(group.depth === 0 ? [{ kind: 'heading', text: group.title }] : [{ kind: 'paragraph', text: group.title }]),
    ...(group.rows.length === 0
      ? []
      : [
          {
            kind: 'facts',
            rows: group.rows.map((row) => ({
              term: row.label,
              description: row.files.length > 0 ? row.files.map((id) => names.get(id) ?? id).join(', ') : row.text || '–',
            })),
          },
        ]),
  ])
  const title = inLanguage(submission.definition.title, 'de')
  const content = {
    language: 'de',
    title: `${title} ${submission.number}`,
    subject: title,
    authority: letterhead,
    reference: [
      { label: caseTexts.number, value: submission.number },
      { label: caseTexts.submittedAt, value: formatInstant(submission.versionSubmittedAt) },
      { label: caseTexts.assurance, value: caseTexts.assuranceLevels[submission.assurance] },
    ],
    mark: submission.number,
    passages,
    footnotes: [caseTexts.checksum(submission.contentSha256)],
  }
  const pdf = await dependencies.documents.render(sheetTemplate, content, submission.versionSubmittedAt)
  const name = `${caseTexts.recordName}-${submission.number}${submission.version === 1 ? '' : `-v${submission.version}`}.pdf`
  const stored = await dependencies.files.write({ authority: submission.authority }, name, chunks(pdf))
  if (!stored.ok) throw new Error(`the record of a submission could not be stored: ${stored.reason}`)
  return stored.value
}

export async function* chunks(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
