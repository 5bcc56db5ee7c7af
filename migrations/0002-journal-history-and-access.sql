-- Two logs with different law: the history of a dossier (part of the file, chained, kept as long as the file)
-- and the access log (who read a person's data; shown to that person, deleted on time).
create schema journal;

create table journal.history_head (
  authority_id uuid not null,
  dossier_id uuid not null,
  length int not null,
  hash text not null,
  primary key (authority_id, dossier_id)
);
select database.protect_authority('journal.history_head', 'select, insert, update');

create table journal.history (
  authority_id uuid not null,
  dossier_id uuid not null,
  position int not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('visitor', 'person', 'staff', 'system')),
  actor_id text not null,
  actor_name text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  detail jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (authority_id, dossier_id, position)
);
select database.protect_authority('journal.history', 'select, insert');

create table journal.access (
  authority_id uuid not null,
  owner_id uuid not null,
  access_id uuid not null,
  at timestamptz not null,
  staff_id uuid,
  unit text not null,
  purpose text not null,
  object_kind text not null,
  object_id text not null,
  object_title text not null,
  primary key (authority_id, owner_id, access_id)
);
select database.protect_both('journal.access', 'select, insert, delete');
create index access_of_owner on journal.access (owner_id, at desc);

-- distribute: journal.history_head by authority_id
-- distribute: journal.history by authority_id
-- distribute: journal.access by authority_id
