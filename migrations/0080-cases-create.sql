-- Cases: what becomes of a submission in the authority, from its receipt to the closed file.
create schema cases;

create table cases.case (
  authority_id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  reference_number text not null,
  submission_id uuid not null,
  submission_number text not null,
  submission_version int not null,
  owner_id uuid not null,
  service_key text not null,
  title jsonb not null,
  applicant text not null,
  unit text not null,
  state text not null check (state in ('received', 'in-progress', 'waiting-for-person', 'awaiting-signature', 'decided', 'delivered', 'closed')),
  state_since timestamptz not null,
  received_at timestamptz not null,
  due_on date not null,
  four_eyes boolean not null,
  assigned_to uuid,
  assigned_name text,
  -- Changes with every step; a page that shows an older one is told instead of overwriting.
  revision int not null default 1,
  -- Whether something came in that the clerk has not looked at.
  has_news boolean not null default true,
  words tsvector not null,
  primary key (authority_id, case_id),
  unique (authority_id, submission_id)
);
select database.protect_authority('cases.case', 'select, insert, update');
create index case_by_due on cases.case (authority_id, due_on, case_id);
-- What the tabs of the work list count, from the index alone.
create index case_open on cases.case (authority_id, state, assigned_to, due_on) where state not in ('delivered', 'closed');
create index case_by_state on cases.case (authority_id, state, due_on, case_id);
create index case_by_assignee on cases.case (authority_id, assigned_to, due_on, case_id);
create index case_by_receipt on cases.case (authority_id, received_at desc, case_id);
create index case_by_words on cases.case using gin (words);

create table cases.note (
  authority_id uuid not null,
  case_id uuid not null,
  note_id uuid not null,
  at timestamptz not null,
  staff_id uuid not null,
  staff_name text not null,
  text text not null,
  primary key (authority_id, case_id, note_id),
  foreign key (authority_id, case_id) references cases.case (authority_id, case_id)
);
select database.protect_authority('cases.note', 'select, insert');

create table cases.request (
  authority_id uuid not null,
  case_id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('correction', 'papers')),
  reason text not null,
  paths jsonb not null,
  answer_by date not null,
  asked_at timestamptz not null,
  asked_by text not null,
  answered_at timestamptz,
  primary key (authority_id, case_id, request_id),
  foreign key (authority_id, case_id) references cases.case (authority_id, case_id)
);
select database.protect_authority('cases.request', 'select, insert, update');

create table cases.decision (
  authority_id uuid not null,
  case_id uuid not null,
  decision_id uuid not null,
  template_key text not null,
  outcome text not null,
  judgement jsonb not null,
  state text not null check (state in ('draft', 'awaiting-signature', 'signed', 'issued')),
  drafted_by uuid not null,
  drafted_name text not null,
  drafted_at timestamptz not null,
  signed_by uuid,
  signed_name text,
  signed_at timestamptz,
  -- The version of the submission that was signed on; a later correction changes nothing in the notice.
  submission_version int,
  returned_reason text,
  file jsonb,
  document_id uuid,
  primary key (authority_id, case_id, decision_id),
  foreign key (authority_id, case_id) references cases.case (authority_id, case_id)
);
select database.protect_authority('cases.decision', 'select, insert, update');

-- Messages of the person that are taken into the file; the message's id makes it happen once.
create table cases.reply (
  authority_id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  text text not null,
  files int not null,
  primary key (authority_id, case_id, message_id),
  foreign key (authority_id, case_id) references cases.case (authority_id, case_id)
);
select database.protect_authority('cases.reply', 'select, insert');

create table cases.presence (
  authority_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  staff_name text not null,
  seen_at timestamptz not null,
  primary key (authority_id, case_id, staff_id)
);
select database.protect_authority('cases.presence');

-- distribute: cases.case by authority_id
-- distribute: cases.note by authority_id
-- distribute: cases.request by authority_id
-- distribute: cases.decision by authority_id
-- distribute: cases.reply by authority_id
-- distribute: cases.presence by authority_id
