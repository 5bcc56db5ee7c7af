// Writes of the module; no statement here deletes.
import type { Transaction } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { DocumentVersion, Dossier, DossierCase, FiledDocument } from './domain/dossier.ts'
import type { FilePlan } from './domain/file-plan.ts'
import { lexemesOf, vectorText } from './domain/lexemes.ts'
import { type Grant, permissionLexemes } from './domain/permissions.ts'
import type { Retention } from './domain/retention.ts'

/** The next number within mark and year; the row is the lock, so numbers have no gaps and no doubles. */
export async function nextNumber(transaction: Transaction, authority: AuthorityId, mark: string, year: number): Promise<number> {
  const rows = await transaction.sql<{ last: number }>`
    insert into dossiers.reference_counter (authority_id, mark, year, last) values (${authority}, ${mark}, ${year}, 1)
    on conflict (authority_id, mark, year) do update set last = reference_counter.last + 1
    returning last`
  const [row] = rows
  if (row === undefined) throw new Error('a reference number needs the scope of its authority')
  return row.last
}

export async function insertDossier(transaction: Transaction, dossier: Dossier): Promise<void> {
  await transaction.sql`
    insert into dossiers.dossier (authority_id, dossier_id, reference_number, plan_key, plan_version, mark, subject, unit, owner_id, state, opened_at)
    values (${dossier.authority}, ${dossier.dossier}, ${dossier.referenceNumber}, ${dossier.plan.key}, ${dossier.plan.version}, ${dossier.mark},
      ${dossier.subject}, ${dossier.unit ?? null}, ${dossier.owner ?? null}, ${dossier.state}, ${dossier.openedAt})`
}

export async function setClosed(transaction: Transaction, dossier: Dossier, retention: Retention): Promise<void> {
  await transaction.sql`
    update dossiers.dossier set state = 'closed', closed_on = ${retention.closedOn}, retention = ${JSON.stringify(retention)}::jsonb,
      retention_ends_on = ${retention.endsOn ?? null}
    where authority_id = ${dossier.authority} and dossier_id = ${dossier.dossier}`
}

export async function setOpen(transaction: Transaction, dossier: Dossier): Promise<void> {
  await transaction.sql`
    update dossiers.dossier set state = 'open', closed_on = null, retention = null, retention_ends_on = null
    where authority_id = ${dossier.authority} and dossier_id = ${dossier.dossier}`
}

export async function setOwner(transaction: Transaction, dossier: Dossier, owner: string): Promise<void> {
  await transaction.sql`
    update dossiers.dossier set owner_id = ${owner} where authority_id = ${dossier.authority} and dossier_id = ${dossier.dossier}`
}

export async function insertCase(
  transaction: Transaction,
  authority: AuthorityId,
  dossier: Id<'dossier'>,
  added: DossierCase,
): Promise<boolean> {
  const rows = await transaction.sql`
    insert into dossiers.dossier_case (authority_id, case_id, dossier_id, title, opened_at)
    values (${authority}, ${added.case}, ${dossier}, ${added.title}, ${added.openedAt})
    on conflict (authority_id, case_id) do nothing returning case_id`
  return rows.length === 1
}

/** Undefined opens the case again. Returns false if nothing changed. */
export async function setCaseClosed(
  transaction: Transaction,
  authority: AuthorityId,
  caseId: Id<'case'>,
  closedOn: Day | undefined,
): Promise<boolean> {
  const rows = await transaction.sql`
    update dossiers.dossier_case set closed_on = ${closedOn ?? null}
    where authority_id = ${authority} and case_id = ${caseId} and (closed_on is null) <> (${closedOn ?? null}::date is null) returning case_id`
  return rows.length === 1
}

export async function insertDocument(
  transaction: Transaction,
  authority: AuthorityId,
  document: Omit<FiledDocument, 'versions'>,
): Promise<void> {
  await transaction.sql`
    insert into dossiers.document (authority_id, document_id, dossier_id, case_id, kind, direction, title, filed_at)
    values (${authority}, ${document.document}, ${document.dossier}, ${document.case ?? null}, ${document.kind}, ${document.direction},
      ${document.title}, ${document.filedAt})`
}

export async function insertVersion(
  transaction: Transaction,
  authority: AuthorityId,
  document: Id<'document'>,
  version: DocumentVersion,
): Promise<void> {
  await transaction.sql`
    insert into dossiers.document_version (authority_id, document_id, version, state, file_id, file, sha256, archival_level, is_sealed, filed_at, filed_by)
    values (${authority}, ${document}, ${version.version}, ${version.state}, ${version.fileId}, ${JSON.stringify(version.file)}::jsonb,
      ${version.file.sha256}, ${version.archivalLevel ?? null}, ${version.isSealed}, ${version.filedAt}, ${version.filedBy})`
}

export async function putGrant(
  transaction: Transaction,
  authority: AuthorityId,
  dossier: Id<'dossier'>,
  grant: Grant & { readonly reason: string; readonly now: Date },
): Promise<void> {
  await transaction.sql`
    insert into dossiers.dossier_grant (authority_id, dossier_id, subject_kind, subject, access, changed_at, reason)
    values (${authority}, ${dossier}, ${grant.kind}, ${grant.subject}, ${grant.access}, ${grant.now}, ${grant.reason})
    on conflict (authority_id, dossier_id, subject_kind, subject)
    do update set access = excluded.access, changed_at = excluded.changed_at, reason = excluded.reason`
}

export interface SearchEntry {
  readonly kind: 'dossier' | 'document'
  readonly object: string
  readonly dossier: Id<'dossier'>
  readonly text: string
}

/** Makes the object findable, for those who have a grant now. */
export async function putSearchEntry(
  transaction: Transaction,
  authority: AuthorityId,
  entry: SearchEntry,
  grants: readonly Grant[],
): Promise<void> {
  const content = vectorText(lexemesOf(entry.text), [])
  const words = `${content} ${vectorText(new Map(), permissionLexemes(authority, grants))}`
  await transaction.sql`
    insert into dossiers.search_entry (authority_id, object_id, object_kind, dossier_id, content_words, words)
    values (${authority}, ${entry.object}, ${entry.kind}, ${entry.dossier}, ${content}, ${words}::tsvector)
    on conflict (authority_id, object_id) do update set content_words = excluded.content_words, words = excluded.words`
}

/** After a changed grant: the same words under the new permissions. */
export async function rewritePermissions(
  transaction: Transaction,
  authority: AuthorityId,
  dossier: Id<'dossier'>,
  grants: readonly Grant[],
): Promise<void> {
  const permissions = vectorText(new Map(), permissionLexemes(authority, grants))
  await transaction.sql`
    update dossiers.search_entry set words = (content_words || ' ' || ${permissions})::tsvector
    where authority_id = ${authority} and dossier_id = ${dossier}`
}

export async function putAuthorityPlan(transaction: Transaction, authority: AuthorityId, plan: string): Promise<void> {
  await transaction.sql`
    insert into dossiers.authority_plan (authority_id, plan_key) values (${authority}, ${plan})
    on conflict (authority_id) do update set plan_key = excluded.plan_key`
}

/** Returns the digest that was stored already, or undefined if the version is new and stored now. */
export async function insertFilePlan(transaction: Transaction, plan: FilePlan, digest: string): Promise<string | undefined> {
  const known = await transaction.sql<{ digest: string }>`
    select digest from dossiers.file_plan where plan_key = ${plan.key} and version = ${plan.version}`
  if (known[0] !== undefined) return known[0].digest
  await transaction.sql`
    insert into dossiers.file_plan (plan_key, version, title, valid_from, digest)
    values (${plan.key}, ${plan.version}, ${plan.title}, ${plan.validFrom}, ${digest})`
  for (const unit of plan.units) {
    await transaction.sql`
      insert into dossiers.file_plan_unit (plan_key, version, mark, parent_mark, title, retention_years, retention_begins, appraisal, law)
      values (${plan.key}, ${plan.version}, ${unit.mark}, ${unit.parent ?? null}, ${unit.title}, ${unit.years ?? null}, ${unit.begins},
        ${unit.appraisal}, ${unit.law})`
  }
  return undefined
}
