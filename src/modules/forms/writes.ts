// All SQL of forms that writes.
import type { Queryable, Transaction } from '#database'
import type { StoredFile } from '#files'
import type { AssuranceLevel, AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Answers, FormDefinition } from './domain/definition.ts'
import type { Draft, DraftFile, DraftFileId, DraftId, DraftState, RemovedEntry, Sealed, SubmissionId } from './domain/draft.ts'
import { canonicalJson } from './domain/draft.ts'
import type { ReceiptContent } from './domain/receipt.ts'

/** Adds a version of a form; one that is there already with the same content stays. */
export async function insertDefinition(
  transaction: Transaction,
  definition: FormDefinition,
  contentHash: string,
  now: Date,
): Promise<void> {
  await transaction.sql`
    insert into forms.form_definition (definition_key, version, definition, content_hash, loaded_at)
    values (${definition.key}, ${definition.version}, ${JSON.stringify(definition)}::jsonb, ${contentHash}, ${now})
    on conflict (definition_key, version) do update set definition = excluded.definition, content_hash = excluded.content_hash, loaded_at = excluded.loaded_at
    where form_definition.content_hash <> excluded.content_hash`
}

export type NewDraft = Omit<Draft, 'definition' | 'revision' | 'savedAt'> & {
  readonly definition: { readonly key: string; readonly version: string }
}

export async function insertDraft(transaction: Transaction, draft: NewDraft): Promise<void> {
  await transaction.sql`
    insert into forms.draft (owner_id, draft_id, authority_id, service_key, ars, definition_key, definition_version, answers, revision, state,
      correction, removed, sealed, payment_id, submission_id, number, started_at, saved_at, expires_at)
    values (${draft.owner}, ${draft.draftId}, ${draft.authority}, ${draft.serviceKey}, ${draft.ars}, ${draft.definition.key}, ${draft.definition.version},
      ${JSON.stringify(draft.answers)}::jsonb, 0, ${draft.state}, ${jsonOrNull(draft.correction)}::jsonb, ${jsonOrNull(draft.removed)}::jsonb,
      ${jsonOrNull(draft.sealed)}::jsonb, ${draft.payment ?? null}, ${draft.submission ?? null}, ${draft.number ?? null},
      ${draft.startedAt}, ${draft.startedAt}, ${draft.expiresAt})
    on conflict (owner_id, draft_id) do nothing`
  await setDraftEnd(transaction, draft.owner, draft.draftId, draft.expiresAt)
}

export interface SavedAnswers {
  readonly answers: Answers
  readonly removed?: RemovedEntry | undefined
  /** Undefined leaves the end as it is. */
  readonly expiresAt: Date | undefined
  readonly now: Date
  readonly isLast?: boolean
}

/** Stores answers as the next revision; the caller holds the draft locked. With `isLast` the commit goes out with it. */
export async function saveAnswers(transaction: Transaction, owner: OwnerId, draft: DraftId, saved: SavedAnswers): Promise<number> {
  if (saved.expiresAt !== undefined) await setDraftEnd(transaction, owner, draft, saved.expiresAt)
  const sql = saved.isLast === true ? transaction.sqlAndCommit : transaction.sql
  const [row] = await sql<{ revision: number }>`
    update forms.draft set answers = ${JSON.stringify(saved.answers)}::jsonb, removed = ${jsonOrNull(saved.removed)}::jsonb, revision = revision + 1,
      saved_at = ${saved.now}, expires_at = coalesce(${saved.expiresAt ?? null}::timestamptz, expires_at)
    where owner_id = ${owner} and draft_id = ${draft} and state = 'open'
    returning revision`
  if (row === undefined) throw new Error('only an open draft can be saved')
  return row.revision
}

async function setDraftEnd(transaction: Transaction, owner: OwnerId, draft: DraftId, expiresAt: Date): Promise<void> {
  await transaction.sql`
    insert into forms.draft_end (owner_id, draft_id, expires_at) values (${owner}, ${draft}, ${expiresAt})
    on conflict (owner_id, draft_id) do update set expires_at = excluded.expires_at`
}

export interface DraftChange {
  readonly state: DraftState
  readonly sealed?: Sealed
  readonly payment?: string
  readonly submission?: SubmissionId
  readonly number?: string
}

/** A step of the draft's life; what is not named stays. */
export async function setDraftState(transaction: Transaction, owner: OwnerId, draft: DraftId, change: DraftChange): Promise<void> {
  await transaction.sql`
    update forms.draft set state = ${change.state}, sealed = coalesce(${jsonOrNull(change.sealed)}::jsonb, sealed),
      payment_id = coalesce(${change.payment ?? null}::uuid, payment_id), submission_id = coalesce(${change.submission ?? null}::uuid, submission_id),
      number = coalesce(${change.number ?? null}, number)
    where owner_id = ${owner} and draft_id = ${draft}`
}

export async function insertDraftFile(transaction: Transaction, owner: OwnerId, file: DraftFile, now: Date): Promise<void> {
  await transaction.sql`
    insert into forms.draft_file (owner_id, draft_id, file_id, path, file, held_by, added_at)
    values (${owner}, ${file.draftId}, ${file.fileId}, ${file.path}, ${JSON.stringify(file.file)}::jsonb, ${file.heldBy ?? null}, ${now})
    on conflict (owner_id, draft_id, file_id) do nothing`
}

export async function deleteDraftFile(transaction: Transaction, owner: OwnerId, draft: DraftId, file: DraftFileId): Promise<void> {
  await transaction.sql`delete from forms.draft_file where owner_id = ${owner} and draft_id = ${draft} and file_id = ${file}`
}

/** Removes a draft with its rows of files and receipt; the bytes are the caller's to remove. */
export async function deleteDraftRows(transaction: Transaction, owner: OwnerId, draft: DraftId): Promise<void> {
  await transaction.sql`delete from forms.draft_file where owner_id = ${owner} and draft_id = ${draft}`
  await transaction.sql`delete from forms.receipt_file where owner_id = ${owner} and draft_id = ${draft}`
  await transaction.sql`delete from forms.draft where owner_id = ${owner} and draft_id = ${draft}`
  await transaction.sql`delete from forms.draft_end where owner_id = ${owner} and draft_id = ${draft}`
}

/** Remembers where a draft went; the row ends with its time. */
export async function setNewOwner(transaction: Transaction, visitor: OwnerId, draft: DraftId, account: OwnerId): Promise<void> {
  await transaction.sql`
    insert into forms.draft_end (owner_id, draft_id, expires_at, moved_to) values (${visitor}, ${draft}, now() + interval '60 days', ${account})
    on conflict (owner_id, draft_id) do update set moved_to = excluded.moved_to`
}

export interface NewSubmission {
  readonly authority: AuthorityId
  readonly submissionId: SubmissionId
  readonly owner: OwnerId
  readonly draft: DraftId
  readonly number: string
  readonly serviceKey: string
  readonly ars: string
  readonly applicant: { readonly name: string }
  readonly assurance: AssuranceLevel
  readonly payment?: string
  readonly now: Date
}

export async function insertSubmission(transaction: Transaction, made: NewSubmission): Promise<void> {
  await transaction.sql`
    insert into forms.submission (authority_id, submission_id, owner_id, draft_id, number, service_key, ars, applicant, assurance, payment_id, version, submitted_at)
    values (${made.authority}, ${made.submissionId}, ${made.owner}, ${made.draft}, ${made.number}, ${made.serviceKey}, ${made.ars},
      ${JSON.stringify(made.applicant)}::jsonb, ${made.assurance}, ${made.payment ?? null}, 1, ${made.now})`
}

/** The number of the next version of a submission. */
export async function raiseVersion(transaction: Transaction, authority: AuthorityId, submission: SubmissionId): Promise<number> {
  const rows = await transaction.sql<{ version: number }>`
    update forms.submission set version = version + 1 where authority_id = ${authority} and submission_id = ${submission} returning version`
  const [row] = rows
  if (row === undefined) throw new Error('a correction needs its submission')
  return row.version
}

export interface NewVersion {
  readonly authority: AuthorityId
  readonly submissionId: SubmissionId
  readonly version: number
  readonly owner: OwnerId
  readonly draft: DraftId
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly contentSha256: string
  readonly files: readonly { readonly fileId: DraftFileId; readonly path: string; readonly file: StoredFile }[]
  readonly now: Date
}

export async function insertVersion(transaction: Transaction, made: NewVersion): Promise<void> {
  await transaction.sql`
    insert into forms.submission_version (authority_id, submission_id, version, owner_id, draft_id, definition_key, definition_version, answers, content_sha256, submitted_at)
    values (${made.authority}, ${made.submissionId}, ${made.version}, ${made.owner}, ${made.draft}, ${made.definition.key}, ${made.definition.version},
      ${JSON.stringify(made.answers)}::jsonb, ${made.contentSha256}, ${made.now})`
  for (const { fileId, path, file } of made.files) {
    await transaction.sql`
      insert into forms.submission_file (authority_id, submission_id, version, file_id, owner_id, path, file)
      values (${made.authority}, ${made.submissionId}, ${made.version}, ${fileId}, ${made.owner}, ${path}, ${JSON.stringify(file)}::jsonb)`
  }
}

/** Whether the number was free: two authorities may begin alike. */
export async function insertReceipt(
  transaction: Transaction,
  receipt: { content: ReceiptContent; authority: AuthorityId; submission: SubmissionId; checkCode: string; now: Date },
): Promise<boolean> {
  const rows = await transaction.sql`
    insert into forms.receipt (number, version, authority_id, submission_id, check_code, content, made_at)
    values (${receipt.content.number}, ${receipt.content.version}, ${receipt.authority}, ${receipt.submission}, ${receipt.checkCode},
      ${canonicalJson(receipt.content)}::jsonb, ${receipt.now})
    on conflict (number, version) do nothing returning number`
  return rows.length === 1
}

export async function setReceiptSignature(
  transaction: Transaction,
  number: string,
  version: number,
  signed: { signature: string; certificate: string },
): Promise<void> {
  await transaction.sql`
    update forms.receipt set signature = ${signed.signature}, certificate = ${signed.certificate}
    where number = ${number} and version = ${version} and signature is null`
}

/** Whether this file became the receipt; another run of the job may have been first. */
export async function insertReceiptFile(
  transaction: Transaction,
  owner: OwnerId,
  draft: DraftId,
  file: StoredFile,
  now: Date,
): Promise<boolean> {
  const rows = await transaction.sql`
    insert into forms.receipt_file (owner_id, draft_id, file, made_at) values (${owner}, ${draft}, ${JSON.stringify(file)}::jsonb, ${now})
    on conflict (owner_id, draft_id) do nothing returning draft_id`
  return rows.length === 1
}

export async function setReceiptSum(transaction: Transaction, number: string, version: number, pdfSha256: string): Promise<void> {
  await transaction.sql`update forms.receipt set pdf_sha256 = ${pdfSha256} where number = ${number} and version = ${version}`
}

export async function insertParked(database: Queryable, tokenHash: string, sealed: string, expiresAt: Date): Promise<void> {
  await database.sql`insert into forms.parked (token_hash, sealed, expires_at) values (${tokenHash}, ${sealed}, ${expiresAt})`
}

export async function deleteParked(database: Queryable, before: Date): Promise<void> {
  await database.sql`delete from forms.parked where expires_at <= ${before}`
}

/** A submission and its versions go over to the account of the visitor who made it; in the authority's scope. */
export async function setSubmissionOwner(
  transaction: Transaction,
  authority: AuthorityId,
  submission: SubmissionId,
  owner: OwnerId,
): Promise<void> {
  await transaction.sql`update forms.submission set owner_id = ${owner} where authority_id = ${authority} and submission_id = ${submission}`
  await transaction.sql`update forms.submission_version set owner_id = ${owner} where authority_id = ${authority} and submission_id = ${submission}`
  await transaction.sql`update forms.submission_file set owner_id = ${owner} where authority_id = ${authority} and submission_id = ${submission}`
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
