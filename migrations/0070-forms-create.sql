-- Forms: definitions with their versions, drafts of people, submissions to authorities, receipts.
create schema forms;

create table forms.form_definition (
  definition_key text not null,
  version text not null,
  definition jsonb not null,
  content_hash text not null,
  loaded_at timestamptz not null,
  primary key (definition_key, version)
);
select database.reference_table('forms.form_definition');
-- distribute: reference: forms.form_definition

-- What a person fills in; the definition's version stays the one it was begun with.
create table forms.draft (
  owner_id uuid not null,
  draft_id uuid not null,
  authority_id uuid not null,
  service_key text not null,
  ars text not null,
  definition_key text not null,
  definition_version text not null,
  answers jsonb not null,
  revision integer not null check (revision >= 0),
  state text not null check (state in ('open', 'awaiting-payment', 'submitted', 'expired')),
  -- {submission, reason, fields}: this draft corrects a submission.
  correction jsonb,
  -- The list entry taken out last: {path, index, entry}.
  removed jsonb,
  -- Who sealed it, how surely known: {assurance, name, at}.
  sealed jsonb,
  payment_id uuid,
  submission_id uuid,
  number text,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (owner_id, draft_id),
  check (state <> 'submitted' or (submission_id is not null and number is not null)),
  check (state <> 'awaiting-payment' or (sealed is not null and payment_id is not null))
);
create index on forms.draft (owner_id, saved_at desc);
select database.protect_owner('forms.draft');
-- distribute: forms.draft by owner_id

create table forms.draft_file (
  owner_id uuid not null,
  draft_id uuid not null,
  file_id uuid not null,
  -- Dotted path of the question, with list positions as they were at the upload.
  path text not null,
  file jsonb not null,
  -- Set where the bytes are the authority's (a correction shows what was handed in).
  held_by uuid,
  added_at timestamptz not null,
  primary key (owner_id, draft_id, file_id),
  foreign key (owner_id, draft_id) references forms.draft (owner_id, draft_id) on delete cascade
);
select database.protect_owner('forms.draft_file');
-- distribute: forms.draft_file by owner_id

-- When the drafts of an owner end: found without knowing the owner, so that the sweep can set its scope. No personal data.
create table forms.draft_end (
  owner_id uuid not null,
  draft_id uuid not null,
  expires_at timestamptz not null,
  -- The account that took the draft over from this visitor: late news of a payment finds it.
  moved_to uuid,
  primary key (owner_id, draft_id)
);
create index on forms.draft_end (expires_at);
create index on forms.draft_end (draft_id);
select database.shared_table('forms.draft_end');
-- distribute: forms.draft_end by owner_id

-- What an authority received. The draft's id makes it happen once.
create table forms.submission (
  authority_id uuid not null,
  submission_id uuid not null,
  owner_id uuid not null,
  draft_id uuid not null,
  number text not null,
  service_key text not null,
  ars text not null,
  applicant jsonb not null,
  assurance text not null check (assurance in ('none', 'low', 'substantial', 'high')),
  payment_id uuid,
  version integer not null check (version > 0),
  submitted_at timestamptz not null,
  primary key (authority_id, submission_id),
  unique (authority_id, draft_id),
  unique (authority_id, number)
);
create index on forms.submission (owner_id, submitted_at);
select database.protect_both('forms.submission', 'select, insert, update');
-- distribute: forms.submission by authority_id

-- Each version as it was handed in; never changed.
create table forms.submission_version (
  authority_id uuid not null,
  submission_id uuid not null,
  version integer not null check (version > 0),
  owner_id uuid not null,
  draft_id uuid not null,
  definition_key text not null,
  definition_version text not null,
  answers jsonb not null,
  content_sha256 text not null,
  submitted_at timestamptz not null,
  primary key (authority_id, submission_id, version),
  unique (authority_id, draft_id),
  foreign key (authority_id, submission_id) references forms.submission (authority_id, submission_id)
);
select database.protect_both('forms.submission_version', 'select, insert, update');
-- distribute: forms.submission_version by authority_id

create table forms.submission_file (
  authority_id uuid not null,
  submission_id uuid not null,
  version integer not null,
  file_id uuid not null,
  owner_id uuid not null,
  path text not null,
  file jsonb not null,
  primary key (authority_id, submission_id, version, file_id),
  foreign key (authority_id, submission_id, version) references forms.submission_version (authority_id, submission_id, version)
);
select database.protect_both('forms.submission_file', 'select, insert, update');
-- distribute: forms.submission_file by authority_id

-- What anyone may check who has number and code: sums and times, no personal data.
create table forms.receipt (
  number text not null,
  version integer not null check (version > 0),
  authority_id uuid not null,
  submission_id uuid not null,
  check_code text not null,
  content jsonb not null,
  signature text,
  certificate text,
  -- Of the receipt's PDF, so that the file alone can be checked.
  pdf_sha256 text,
  made_at timestamptz not null,
  primary key (number, version)
);
create index on forms.receipt (pdf_sha256);
select database.shared_table('forms.receipt', 'select, insert, update');
-- distribute: reference: forms.receipt

-- The receipt as PDF, in the person's own scope; made after the submission.
create table forms.receipt_file (
  owner_id uuid not null,
  draft_id uuid not null,
  file jsonb not null,
  made_at timestamptz not null,
  primary key (owner_id, draft_id)
);
select database.protect_owner('forms.receipt_file');
-- distribute: forms.receipt_file by owner_id

-- Answers posted after the session had ended: sealed with a key that only the way back carries.
create table forms.parked (
  token_hash text not null primary key,
  sealed text not null,
  expires_at timestamptz not null
);
create index on forms.parked (expires_at);
select database.shared_table('forms.parked', 'select, insert, delete');
-- distribute: reference: forms.parked
