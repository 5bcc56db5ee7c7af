-- Cases: steps that can be taken back for some seconds, views that clerks save, and the list by service.
create table cases.undo (
  authority_id uuid not null,
  -- One id for all cases that were taken at once.
  undo_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  step text not null check (step in ('assigned', 'noted', 'handed-in', 'returned', 'closed', 'reopened')),
  at timestamptz not null,
  -- What the step left behind; another revision means that somebody has gone on.
  revision int not null,
  before jsonb not null,
  primary key (authority_id, undo_id, case_id),
  foreign key (authority_id, case_id) references cases.case (authority_id, case_id)
);
select database.protect_authority('cases.undo');
create index undo_by_time on cases.undo (authority_id, at);

-- A note stays in the file; taken back at once it is only no longer shown. Its text cannot be changed.
alter table cases.note add column withdrawn_at timestamptz;
grant update (withdrawn_at) on cases.note to rennsteig_app;

-- A filter of the work list under a name; the query is the list's own address.
create table cases.saved_view (
  authority_id uuid not null,
  staff_id uuid not null,
  view_id uuid not null,
  name text not null check (name <> '' and length(name) <= 60),
  query text not null check (length(query) <= 2000),
  created_at timestamptz not null,
  primary key (authority_id, staff_id, view_id),
  unique (authority_id, staff_id, name)
);
select database.protect_authority('cases.saved_view');

create index case_by_service on cases.case (authority_id, service_key, due_on, case_id);

-- distribute: cases.undo by authority_id
-- distribute: cases.saved_view by authority_id
