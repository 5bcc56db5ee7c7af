// All SQL of forms that reads.
import { fragment, type Queryable } from '#database'
import type { StoredFile } from '#files'
import type { AssuranceLevel, AuthorityId, OwnerId } from '#kernel/actors.ts'
import { definitionsOf } from './definitions.ts'
import type { Answers, FormDefinition } from './domain/definition.ts'
import type {
  CorrectionOf,
  Draft,
  DraftFile,
  DraftFileId,
  DraftId,
  DraftState,
  RemovedEntry,
  Sealed,
  SubmissionId,
} from './domain/draft.ts'
import type { Receipt, ReceiptContent } from './domain/receipt.ts'
import type { Submission, SubmissionSummary } from './domain/submission.ts'

interface DraftRow {
  readonly owner_id: OwnerId
  readonly draft_id: DraftId
  readonly authority_id: AuthorityId
  readonly service_key: string
  readonly ars: string
  readonly content_hash: string
  readonly answers: Answers
  readonly revision: number
  readonly state: DraftState
  readonly correction: CorrectionOf | null
  readonly removed: RemovedEntry | null
  readonly sealed: Sealed | null
  readonly payment_id: string | null
  readonly submission_id: SubmissionId | null
  readonly number: string | null
  readonly started_at: Date
  readonly saved_at: Date
  readonly expires_at: Date
}

/** The newest loaded version of a form. */
export async function findDefinition(database: Queryable, key: string): Promise<FormDefinition | undefined> {
  const rows = await database.sql<{ definition: FormDefinition }>`
    select definition from forms.form_definition where definition_key = ${key}
    order by string_to_array(regexp_replace(version, '[^0-9.]', '', 'g'), '.')::int[] desc, loaded_at desc limit 1`
  return rows[0]?.definition
}

const draftColumns = fragment`d.owner_id, d.draft_id, d.authority_id, d.service_key, d.ars, f.content_hash, d.answers, d.revision, d.state, d.correction,
  d.removed, d.sealed, d.payment_id, d.submission_id, d.number, d.started_at, d.saved_at, d.expires_at`
const draftTables = fragment`forms.draft d join forms.form_definition f on f.definition_key = d.definition_key and f.version = d.definition_version`

function readDefinitions(database: Queryable, hashes: readonly string[]): Promise<ReadonlyMap<string, FormDefinition>> {
  return definitionsOf(hashes, async (unknown) => {
    const rows = await database.sql<{ content_hash: string; definition: FormDefinition }>`
      select content_hash, definition from forms.form_definition where content_hash = any(${[...unknown]}::text[])`
    return new Map(rows.map((row) => [row.content_hash, row.definition]))
  })
}

export async function findDraft(transaction: Queryable, owner: OwnerId, draft: DraftId): Promise<Draft | undefined> {
  const rows = await transaction.sql<DraftRow>`
    select ${draftColumns} from ${draftTables} where d.owner_id = ${owner} and d.draft_id = ${draft}`
  return (await toDrafts(transaction, rows))[0]
}

/** The draft, held until the transaction ends: two tabs that save or submit wait for each other. */
export async function lockDraft(transaction: Queryable, owner: OwnerId, draft: DraftId): Promise<Draft | undefined> {
  const rows = await transaction.sql<DraftRow>`
    select ${draftColumns} from ${draftTables} where d.owner_id = ${owner} and d.draft_id = ${draft} for update of d`
  return (await toDrafts(transaction, rows))[0]
}

/** Drafts of an owner, the last saved first; submitted ones too while they are kept. */
export async function listDrafts(transaction: Queryable, owner: OwnerId): Promise<readonly Draft[]> {
  const rows = await transaction.sql<DraftRow>`
    select ${draftColumns} from ${draftTables} where d.owner_id = ${owner} and d.state <> 'expired' order by d.saved_at desc limit 100`
  return toDrafts(transaction, rows)
}

export async function findOpenDraft(
  transaction: Queryable,
  owner: OwnerId,
  authority: AuthorityId,
  serviceKey: string,
): Promise<Draft | undefined> {
  const drafts = await listDrafts(transaction, owner)
  return drafts.find(
    (draft) => draft.authority === authority && draft.serviceKey === serviceKey && draft.state === 'open' && draft.correction === undefined,
  )
}

export async function listDraftFiles(transaction: Queryable, owner: OwnerId, draft: DraftId): Promise<readonly DraftFile[]> {
  const rows = await transaction.sql<{ file_id: DraftFileId; path: string; file: StoredFile; held_by: AuthorityId | null }>`
    select file_id, path, file, held_by from forms.draft_file where owner_id = ${owner} and draft_id = ${draft} order by added_at, file_id`
  return rows.map((row) => ({
    fileId: row.file_id,
    draftId: draft,
    path: row.path,
    file: row.file,
    ...(row.held_by === null ? {} : { heldBy: row.held_by }),
  }))
}

export async function findReceiptFile(transaction: Queryable, owner: OwnerId, draft: DraftId): Promise<StoredFile | undefined> {
  const rows = await transaction.sql<{ file: StoredFile }>`
    select file from forms.receipt_file where owner_id = ${owner} and draft_id = ${draft}`
  return rows[0]?.file
}

/** Owners with drafts whose time is over. */
export async function listEndedDrafts(database: Queryable, now: Date): Promise<readonly { owner: OwnerId; draft: DraftId }[]> {
  const rows = await database.sql<{ owner_id: OwnerId; draft_id: DraftId }>`
    select owner_id, draft_id from forms.draft_end where expires_at <= ${now} order by expires_at limit 500`
  return rows.map((row) => ({ owner: row.owner_id, draft: row.draft_id }))
}

/** Whether a draft of this id exists for anyone: it may be on its way from a visitor to an account. */
export async function isDraftKnown(database: Queryable, draft: DraftId): Promise<boolean> {
  return (await database.sql`select 1 from forms.draft_end where draft_id = ${draft} limit 1`).length > 0
}

/** The account that took a visitor's draft over, if one did. */
export async function findNewOwner(database: Queryable, visitor: OwnerId, draft: DraftId): Promise<OwnerId | undefined> {
  const rows = await database.sql<{ moved_to: OwnerId | null }>`
    select moved_to from forms.draft_end where owner_id = ${visitor} and draft_id = ${draft}`
  return rows[0]?.moved_to ?? undefined
}

interface SubmissionRow {
  readonly authority_id: AuthorityId
  readonly submission_id: SubmissionId
  readonly owner_id: OwnerId
  readonly number: string
  readonly service_key: string
  readonly ars: string
  readonly applicant: { readonly name: string }
  readonly assurance: AssuranceLevel
  readonly payment_id: string | null
  readonly version: number
  readonly submitted_at: Date
}

/**
 * A submission in the version asked for, the current one if none is given.
 * The transaction has the authority's or the owner's scope.
 */
export async function findSubmission(
  transaction: Queryable,
  authority: AuthorityId,
  submission: SubmissionId,
  version?: number,
): Promise<Submission | undefined> {
  const [row] = await transaction.sql<
    SubmissionRow & { content_hash: string; answers: Answers; content_sha256: string; received_at: Date }
  >`
    select s.authority_id, s.submission_id, s.owner_id, s.number, s.service_key, s.ars, s.applicant, s.assurance, s.payment_id,
      v.version, s.submitted_at, f.content_hash, v.answers, v.content_sha256, v.submitted_at as received_at
    from forms.submission s
    join forms.submission_version v on v.authority_id = s.authority_id and v.submission_id = s.submission_id
    join forms.form_definition f on f.definition_key = v.definition_key and f.version = v.definition_version
    where s.authority_id = ${authority} and s.submission_id = ${submission} and v.version = coalesce(${version ?? null}::integer, s.version)`
  if (row === undefined) return undefined
  const files = await transaction.sql<{ file_id: DraftFileId; path: string; file: StoredFile }>`
    select file_id, path, file from forms.submission_file
    where authority_id = ${authority} and submission_id = ${submission} and version = ${row.version} order by path, file_id`
  const definition = (await readDefinitions(transaction, [row.content_hash])).get(row.content_hash)
  if (definition === undefined) throw new Error('the form of a submission is gone')
  return {
    ...toSummary(row),
    definition,
    answers: row.answers,
    contentSha256: row.content_sha256,
    versionSubmittedAt: row.received_at,
    files: files.map(({ file_id, path, file }) => ({ fileId: file_id, path, file })),
  }
}

/** What an owner has submitted, to whichever authority, the latest first. */
export async function listSubmissions(transaction: Queryable, owner: OwnerId): Promise<readonly SubmissionSummary[]> {
  const rows = await transaction.sql<SubmissionRow>`
    select authority_id, submission_id, owner_id, number, service_key, ars, applicant, assurance, payment_id, version, submitted_at
    from forms.submission where owner_id = ${owner} order by submitted_at desc limit 200`
  return rows.map(toSummary)
}

/** The receipts of a number, oldest version first; empty for an unknown number. */
export async function listReceipts(database: Queryable, number: string): Promise<readonly Receipt[]> {
  const rows = await database.sql<{
    number: string
    version: number
    check_code: string
    content: ReceiptContent
    signature: string | null
    certificate: string | null
    authority_id: AuthorityId
  }>`
    select number, version, check_code, content, signature, certificate, authority_id from forms.receipt where number = ${number} order by version`
  return rows.map((row) => ({
    number: row.number,
    version: row.version,
    checkCode: row.check_code,
    content: row.content,
    authority: row.authority_id,
    ...(row.signature === null || row.certificate === null ? {} : { signed: { signature: row.signature, certificate: row.certificate } }),
  }))
}

/** The number of the receipt whose PDF has this sum. */
export async function findReceiptNumber(database: Queryable, pdfSha256: string): Promise<string | undefined> {
  const rows = await database.sql<{ number: string }>`select number from forms.receipt where pdf_sha256 = ${pdfSha256}`
  return rows[0]?.number
}

export async function findParked(database: Queryable, tokenHash: string, now: Date): Promise<string | undefined> {
  const rows = await database.sql<{
    sealed: string
  }>`select sealed from forms.parked where token_hash = ${tokenHash} and expires_at > ${now}`
  return rows[0]?.sealed
}

async function toDrafts(transaction: Queryable, rows: readonly DraftRow[]): Promise<readonly Draft[]> {
  const definitions = await readDefinitions(
    transaction,
    rows.map((row) => row.content_hash),
  )
  return rows.flatMap((row) => {
    const definition = definitions.get(row.content_hash)
    return definition === undefined ? [] : [toDraft(row, definition)]
  })
}

function toDraft(row: DraftRow, definition: FormDefinition): Draft {
  return {
    owner: row.owner_id,
    draftId: row.draft_id,
    authority: row.authority_id,
    serviceKey: row.service_key,
    ars: row.ars,
    definition,
    answers: row.answers,
    revision: row.revision,
    state: row.state,
    ...(row.correction === null ? {} : { correction: row.correction }),
    ...(row.removed === null ? {} : { removed: row.removed }),
    ...(row.sealed === null ? {} : { sealed: row.sealed }),
    ...(row.payment_id === null ? {} : { payment: row.payment_id }),
    ...(row.submission_id === null ? {} : { submission: row.submission_id }),
    ...(row.number === null ? {} : { number: row.number }),
    startedAt: row.started_at,
    savedAt: row.saved_at,
    expiresAt: row.expires_at,
  }
}

function toSummary(row: SubmissionRow): SubmissionSummary {
  return {
    submissionId: row.submission_id,
    authority: row.authority_id,
    owner: row.owner_id,
    number: row.number,
    serviceKey: row.service_key,
    ars: row.ars,
    applicant: row.applicant,
    assurance: row.assurance,
    version: row.version,
    submittedAt: row.submitted_at,
    ...(row.payment_id === null ? {} : { paymentId: row.payment_id }),
  }
}
