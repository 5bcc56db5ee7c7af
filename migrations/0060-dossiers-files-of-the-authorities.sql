-- Dossiers: file plans, dossiers with their cases, documents and versions, grants, search entries.
-- Nothing here is ever deleted by the house: the role has no such privilege; disposal will be a way of its own.
create schema dossiers;

create table dossiers.file_plan (
  plan_key text not null,
  version int not null,
  title text not null,
  valid_from date not null,
  digest text not null,
  primary key (plan_key, version)
);
select database.reference_table('dossiers.file_plan');

create table dossiers.file_plan_unit (
  plan_key text not null,
  version int not null,
  mark text not null,
  parent_mark text,
  title text not null,
  retention_years int check (retention_years >= 0), -- null: unlimited
  retention_begins text not null check (retention_begins in ('closing', 'year-end', 'decision-effective', 'decision-expires', 'by-hand')),
  appraisal text not null check (appraisal in ('A', 'B', 'V')),
  law text not null,
  primary key (plan_key, version, mark),
  foreign key (plan_key, version) references dossiers.file_plan (plan_key, version)
);
select database.reference_table('dossiers.file_plan_unit');

create table dossiers.authority_plan (
  authority_id uuid not null,
  plan_key text not null,
  primary key (authority_id)
);
select database.protect_authority('dossiers.authority_plan', 'select, insert, update');

create table dossiers.reference_counter (
  authority_id uuid not null,
  mark text not null,
  year int not null,
  last int not null,
  primary key (authority_id, mark, year)
);
select database.protect_authority('dossiers.reference_counter', 'select, insert, update');

create table dossiers.dossier (
  authority_id uuid not null,
  dossier_id uuid not null,
  reference_number text not null,
  plan_key text not null,
  plan_version int not null,
  mark text not null,
  subject text not null,
  unit text,
  owner_id uuid,
  state text not null check (state in ('open', 'closed')),
  opened_at timestamptz not null,
  closed_on date,
  retention jsonb,
  retention_ends_on date,
  primary key (authority_id, dossier_id),
  unique (authority_id, reference_number),
  check ((state = 'closed') = (closed_on is not null)),
  check ((state = 'closed') = (retention is not null))
);
select database.protect_authority('dossiers.dossier', 'select, insert, update');

create table dossiers.dossier_case (
  authority_id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  title text not null,
  opened_at timestamptz not null,
  closed_on date,
  primary key (authority_id, case_id),
  foreign key (authority_id, dossier_id) references dossiers.dossier (authority_id, dossier_id)
);
select database.protect_authority('dossiers.dossier_case', 'select, insert, update');
create index dossier_case_of_dossier on dossiers.dossier_case (authority_id, dossier_id);

create table dossiers.document (
  authority_id uuid not null,
  document_id uuid not null,
  dossier_id uuid not null,
  case_id uuid,
  kind text not null check (kind in ('submission', 'attachment', 'confirmation', 'request', 'reply', 'decision', 'receipt', 'note', 'message', 'other')),
  direction text not null check (direction in ('incoming', 'outgoing', 'internal')),
  title text not null,
  filed_at timestamptz not null,
  primary key (authority_id, document_id),
  foreign key (authority_id, dossier_id) references dossiers.dossier (authority_id, dossier_id),
  foreign key (authority_id, case_id) references dossiers.dossier_case (authority_id, case_id)
);
select database.protect_authority('dossiers.document', 'select, insert');
create index document_of_dossier on dossiers.document (authority_id, dossier_id, filed_at);

-- One row a version, never changed: a draft is followed by a new version, not turned into it.
create table dossiers.document_version (
  authority_id uuid not null,
  document_id uuid not null,
  version int not null check (version > 0),
  state text not null check (state in ('draft', 'final')),
  file_id uuid not null,
  file jsonb not null,
  sha256 text not null,
  archival_level text,
  is_sealed boolean not null,
  filed_at timestamptz not null,
  filed_by text not null,
  primary key (authority_id, document_id, version),
  foreign key (authority_id, document_id) references dossiers.document (authority_id, document_id)
);
select database.protect_authority('dossiers.document_version', 'select, insert');

create table dossiers.dossier_grant (
  authority_id uuid not null,
  dossier_id uuid not null,
  subject_kind text not null check (subject_kind in ('unit', 'role', 'staff')),
  subject text not null,
  access text not null check (access in ('read', 'write', 'none')), -- none: withdrawn
  changed_at timestamptz not null,
  reason text not null,
  primary key (authority_id, dossier_id, subject_kind, subject),
  foreign key (authority_id, dossier_id) references dossiers.dossier (authority_id, dossier_id)
);
select database.protect_authority('dossiers.dossier_grant', 'select, insert, update');

-- `words` holds lexemes of the text and, beside them, who may find the row (~u unit, ~r role, ~s staff, ~a authority):
-- one index answers both questions.
create table dossiers.search_entry (
  authority_id uuid not null,
  object_id uuid not null,
  object_kind text not null check (object_kind in ('dossier', 'document')),
  dossier_id uuid not null,
  content_words text not null,
  words tsvector not null,
  primary key (authority_id, object_id),
  foreign key (authority_id, dossier_id) references dossiers.dossier (authority_id, dossier_id)
);
select database.protect_authority('dossiers.search_entry', 'select, insert, update');
create index search_entry_of_dossier on dossiers.search_entry (authority_id, dossier_id);
create index search_entry_words on dossiers.search_entry using gin (words) with (fastupdate = off);

-- Row-level security keeps an index from being used by functions that might tell about hidden rows. Matching a
-- text vector throws no errors and tells nothing but its result; measured 62 ms without and 4 ms with this mark.
do $$
begin
  alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
exception when insufficient_privilege then
  raise notice 'search will be slower: ts_match_vq could not be marked leakproof';
end $$;

-- distribute: reference: dossiers.file_plan
-- distribute: reference: dossiers.file_plan_unit
-- distribute: dossiers.authority_plan by authority_id
-- distribute: dossiers.reference_counter by authority_id
-- distribute: dossiers.dossier by authority_id
-- distribute: dossiers.dossier_case by authority_id
-- distribute: dossiers.document by authority_id
-- distribute: dossiers.document_version by authority_id
-- distribute: dossiers.dossier_grant by authority_id
-- distribute: dossiers.search_entry by authority_id
