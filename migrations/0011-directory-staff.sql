-- Staff of the authorities: who, in which roles, with which sessions and sign-ins.
create table directory.staff (
  authority_id uuid not null,
  staff_id uuid not null,
  login text not null,
  name text not null,
  unit text not null,
  active boolean not null default true,
  primary key (authority_id, staff_id),
  unique (authority_id, login)
);
select database.protect_authority('directory.staff');

create table directory.staff_role (
  authority_id uuid not null,
  staff_id uuid not null,
  role text not null check (role in ('clerk', 'lead', 'registry', 'cashier', 'administrator', 'auditor')),
  primary key (authority_id, staff_id, role),
  foreign key (authority_id, staff_id) references directory.staff
);
select database.protect_authority('directory.staff_role');

create table directory.staff_session (
  authority_id uuid not null,
  session_id uuid not null,
  staff_id uuid not null,
  token_hash text not null,
  browser text not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  closed_at timestamptz,
  primary key (authority_id, session_id),
  unique (authority_id, token_hash),
  foreign key (authority_id, staff_id) references directory.staff
);
create index staff_session_by_staff on directory.staff_session (authority_id, staff_id, opened_at);
select database.protect_authority('directory.staff_session');

create table directory.staff_sign_in (
  authority_id uuid not null,
  sign_in_id uuid not null,
  staff_id uuid not null,
  happened_at timestamptz not null,
  event text not null check (event in ('signed-in', 'refused', 'signed-out', 'session-closed')),
  primary key (authority_id, sign_in_id),
  foreign key (authority_id, staff_id) references directory.staff
);
create index staff_sign_in_by_staff on directory.staff_sign_in (authority_id, staff_id, happened_at);
select database.protect_authority('directory.staff_sign_in', 'select, insert');

-- Looked up before the authority is known: a statement sees the one row whose login it has named, or those of its authority.
create table directory.staff_login (
  login text primary key check (login = lower(login) and login <> ''),
  authority_id uuid not null,
  staff_id uuid not null,
  password_hash text not null,
  totp_secret text,
  totp_last_step bigint
);
select database.force_policy('directory.staff_login',
  'authority_id = (select database.current_authority()) or login = (select nullif(current_setting(''app.staff_login'', true), ''''))',
  'select, insert, update, delete');

-- Counts of failed sign-ins by a hash of login or network address; knows no authority and no name.
create table directory.sign_in_attempt (
  subject_hash text primary key,
  window_start timestamptz not null,
  failures integer not null
);
create index sign_in_attempt_by_window on directory.sign_in_attempt (window_start);
select database.shared_table('directory.sign_in_attempt');
-- distribute: directory.staff by authority_id
-- distribute: directory.staff_role by authority_id
-- distribute: directory.staff_session by authority_id
-- distribute: directory.staff_sign_in by authority_id
-- distribute: reference: directory.staff_login
-- distribute: reference: directory.sign_in_attempt
