// Reads of the module: dossiers, documents, grants, file plans, search.
import { fragment, type Queryable, type Transaction } from '#database'
import type { StoredFile } from '#files'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type {
  Direction,
  DocumentKind,
  DocumentVersion,
  Dossier,
  DossierCase,
  DossierState,
  FiledDocument,
  VersionState,
} from './domain/dossier.ts'
import type { FilePlanUnit } from './domain/file-plan.ts'
import type { Grant, GrantAccess } from './domain/permissions.ts'
import type { Appraisal, Retention, RetentionBeginning } from './domain/retention.ts'

interface DossierRow {
  authority_id: AuthorityId
  dossier_id: Id<'dossier'>
  reference_number: string
  plan_key: string
  plan_version: number
  mark: string
  subject: string
  unit: string | null
  owner_id: OwnerId | null
  state: DossierState
  opened_at: Date
  closed_on: Day | null
  retention: Retention | null
}

const dossierColumns = fragment`authority_id, dossier_id, reference_number, plan_key, plan_version, mark, subject, unit, owner_id, state, opened_at, closed_on, retention`

export async function findDossier(transaction: Transaction, authority: AuthorityId, dossier: Id<'dossier'>): Promise<Dossier | undefined> {
  const rows = await transaction.sql<DossierRow>`
    select ${dossierColumns} from dossiers.dossier where authority_id = ${authority} and dossier_id = ${dossier}`
  return rows.map(toDossier)[0]
}

/** The dossier, kept from changing until the transaction ends. */
export async function lockDossier(transaction: Transaction, authority: AuthorityId, dossier: Id<'dossier'>): Promise<Dossier | undefined> {
  const rows = await transaction.sql<DossierRow>`
    select ${dossierColumns} from dossiers.dossier where authority_id = ${authority} and dossier_id = ${dossier} for update`
  return rows.map(toDossier)[0]
}

export async function findDossierByNumber(
  transaction: Transaction,
  authority: AuthorityId,
  referenceNumber: string,
): Promise<Dossier | undefined> {
  const rows = await transaction.sql<DossierRow>`
    select ${dossierColumns} from dossiers.dossier where authority_id = ${authority} and reference_number = ${referenceNumber}`
  return rows.map(toDossier)[0]
}

export async function listDossierCases(transaction: Transaction, authority: AuthorityId, dossier: Id<'dossier'>): Promise<DossierCase[]> {
  const rows = await transaction.sql<{ case_id: Id<'case'>; title: string; opened_at: Date; closed_on: Day | null }>`
    select case_id, title, opened_at, closed_on from dossiers.dossier_case
    where authority_id = ${authority} and dossier_id = ${dossier} order by opened_at, case_id`
  return rows.map((row) => ({
    case: row.case_id,
    title: row.title,
    openedAt: row.opened_at,
    ...(row.closed_on === null ? {} : { closedOn: row.closed_on }),
  }))
}

/** The dossier a case belongs to. */
export async function findDossierOfCase(
  transaction: Transaction,
  authority: AuthorityId,
  caseId: Id<'case'>,
): Promise<Id<'dossier'> | undefined> {
  const rows = await transaction.sql<{ dossier_id: Id<'dossier'> }>`
    select dossier_id from dossiers.dossier_case where authority_id = ${authority} and case_id = ${caseId}`
  return rows[0]?.dossier_id
}

interface DocumentRow {
  document_id: Id<'document'>
  dossier_id: Id<'dossier'>
  case_id: Id<'case'> | null
  kind: DocumentKind
  direction: Direction
  title: string
  filed_at: Date
  version: number
  state: VersionState
  file_id: Id<'file'>
  file: StoredFile
  archival_level: string | null
  is_sealed: boolean
  version_at: Date
  filed_by: string
}

/** Documents in the order they were filed, each with all its versions. */
export async function listDocuments(transaction: Transaction, authority: AuthorityId, dossier: Id<'dossier'>): Promise<FiledDocument[]> {
  return readDocuments(transaction, authority, fragment`d.dossier_id = ${dossier}`)
}

export async function findDocument(
  transaction: Transaction,
  authority: AuthorityId,
  document: Id<'document'>,
): Promise<FiledDocument | undefined> {
  const documents = await readDocuments(transaction, authority, fragment`d.document_id = ${document}`)
  return documents[0]
}

async function readDocuments(
  transaction: Transaction,
  authority: AuthorityId,
  which: ReturnType<typeof fragment>,
): Promise<FiledDocument[]> {
  const rows = await transaction.sql<DocumentRow>`
    select d.document_id, d.dossier_id, d.case_id, d.kind, d.direction, d.title, d.filed_at,
      v.version, v.state, v.file_id, v.file, v.archival_level, v.is_sealed, v.filed_at as version_at, v.filed_by
    from dossiers.document d
    join dossiers.document_version v on v.authority_id = d.authority_id and v.document_id = d.document_id
    where d.authority_id = ${authority} and ${which}
    order by d.filed_at, d.document_id, v.version`
  const documents = new Map<string, FiledDocument & { versions: DocumentVersion[] }>()
  for (const row of rows) {
    const known = documents.get(row.document_id) ?? { ...toDocument(row), versions: [] }
    known.versions.push(toVersion(row))
    documents.set(row.document_id, known)
  }
  return [...documents.values()]
}

export async function listGrants(transaction: Transaction, authority: AuthorityId, dossier: Id<'dossier'>): Promise<Grant[]> {
  const rows = await transaction.sql<{ subject_kind: Grant['kind']; subject: string; access: GrantAccess }>`
    select subject_kind, subject, access from dossiers.dossier_grant where authority_id = ${authority} and dossier_id = ${dossier}`
  return rows.map((row) => ({ kind: row.subject_kind, subject: row.subject, access: row.access }) as Grant)
}

interface UnitRow {
  plan_key: string
  version: number
  mark: string
  parent_mark: string | null
  title: string
  retention_years: number | null
  retention_begins: RetentionBeginning
  appraisal: Appraisal
  law: string
}

/** The class in the newest plan of the authority that is in force that day; without a plan of its own the municipal one. */
export async function findFilePlanUnit(
  queryable: Queryable,
  authority: AuthorityId,
  mark: string,
  on: Day,
): Promise<{ readonly plan: Dossier['plan']; readonly unit: FilePlanUnit } | undefined> {
  const rows = await queryable.sql<UnitRow>`
    select u.plan_key, u.version, u.mark, u.parent_mark, u.title, u.retention_years, u.retention_begins, u.appraisal, u.law
    from dossiers.file_plan p join dossiers.file_plan_unit u on u.plan_key = p.plan_key and u.version = p.version
    where p.plan_key = coalesce((select plan_key from dossiers.authority_plan where authority_id = ${authority}), 'municipality')
      and p.valid_from <= ${on} and u.mark = ${mark}
    order by p.version desc limit 1`
  return rows.map((row) => ({ plan: { key: row.plan_key, version: row.version }, unit: toUnit(row) }))[0]
}

/** The class a dossier was opened under, whatever plan is in force now. */
export async function findClassOf(queryable: Queryable, dossier: Dossier): Promise<FilePlanUnit | undefined> {
  const rows = await queryable.sql<UnitRow>`
    select plan_key, version, mark, parent_mark, title, retention_years, retention_begins, appraisal, law
    from dossiers.file_plan_unit where plan_key = ${dossier.plan.key} and version = ${dossier.plan.version} and mark = ${dossier.mark}`
  return rows.map(toUnit)[0]
}

export interface SearchHit {
  readonly kind: 'dossier' | 'document'
  readonly dossier: Id<'dossier'>
  readonly referenceNumber: string
  readonly subject: string
  readonly state: DossierState
  readonly document?: { readonly document: Id<'document'>; readonly title: string; readonly kind: DocumentKind }
}

/** Best first; `query` already names who may find what. */
export async function searchEntries(transaction: Transaction, authority: AuthorityId, query: string, limit: number): Promise<SearchHit[]> {
  const rows = await transaction.sql<{
    object_kind: 'dossier' | 'document'
    dossier_id: Id<'dossier'>
    reference_number: string
    subject: string
    state: DossierState
    document_id: Id<'document'> | null
    title: string | null
    kind: DocumentKind | null
  }>`
    with found as (
      select object_id, object_kind, dossier_id, ts_rank(words, ${query}::tsquery) as rank
      from dossiers.search_entry where authority_id = ${authority} and words @@ ${query}::tsquery
      order by rank desc, object_id desc limit ${limit})
    select f.object_kind, f.dossier_id, d.reference_number, d.subject, d.state, o.document_id, o.title, o.kind
    from found f
    join dossiers.dossier d on d.authority_id = ${authority} and d.dossier_id = f.dossier_id
    left join dossiers.document o on o.authority_id = ${authority} and o.document_id = f.object_id
    order by f.rank desc, f.object_id desc`
  return rows.map((row) => ({
    kind: row.object_kind,
    dossier: row.dossier_id,
    referenceNumber: row.reference_number,
    subject: row.subject,
    state: row.state,
    ...(row.document_id === null || row.title === null || row.kind === null
      ? {}
      : { document: { document: row.document_id, title: row.title, kind: row.kind } }),
  }))
}

function toDossier(row: DossierRow): Dossier {
  return {
    authority: row.authority_id,
    dossier: row.dossier_id,
    referenceNumber: row.reference_number,
    plan: { key: row.plan_key, version: row.plan_version },
    mark: row.mark,
    subject: row.subject,
    ...(row.unit === null ? {} : { unit: row.unit }),
    ...(row.owner_id === null ? {} : { owner: row.owner_id }),
    state: row.state,
    openedAt: row.opened_at,
    ...(row.closed_on === null ? {} : { closedOn: row.closed_on }),
    ...(row.retention === null ? {} : { retention: row.retention }),
  }
}

function toDocument(row: DocumentRow): Omit<FiledDocument, 'versions'> {
  return {
    document: row.document_id,
    dossier: row.dossier_id,
    ...(row.case_id === null ? {} : { case: row.case_id }),
    kind: row.kind,
    direction: row.direction,
    title: row.title,
    filedAt: row.filed_at,
  }
}

function toVersion(row: DocumentRow): DocumentVersion {
  return {
    version: row.version,
    state: row.state,
    fileId: row.file_id,
    file: row.file,
    ...(row.archival_level === null ? {} : { archivalLevel: row.archival_level }),
    isSealed: row.is_sealed,
    filedAt: row.version_at,
    filedBy: row.filed_by,
  }
}

function toUnit(row: UnitRow): FilePlanUnit {
  return {
    mark: row.mark,
    ...(row.parent_mark === null ? {} : { parent: row.parent_mark }),
    title: row.title,
    ...(row.retention_years === null ? {} : { years: row.retention_years }),
    begins: row.retention_begins,
    appraisal: row.appraisal,
    law: row.law,
  }
}
