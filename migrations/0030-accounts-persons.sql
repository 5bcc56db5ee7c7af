-- What belongs to a person: account, means of signing in, evidence, sessions. Seen in the owner's scope only.
create schema accounts;

create table accounts.account (
  owner_id uuid not null,
  sign_in_name text,
  notice_email text,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (owner_id)
);
select database.protect_owner('accounts.account');

create table accounts.means (
  owner_id uuid not null,
  means_id uuid not null,
  kind text not null check (kind in ('password', 'totp', 'passkey', 'identity-card')),
  label text not null,
  credential jsonb not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (owner_id, means_id)
);
create unique index means_once on accounts.means (owner_id, kind) where kind in ('password', 'totp');
select database.protect_owner('accounts.means');

create table accounts.recovery_code (
  owner_id uuid not null,
  code_digest text not null,
  used_at timestamptz,
  primary key (owner_id, code_digest)
);
select database.protect_owner('accounts.recovery_code');

-- One row per attribute and source: what a card proved stands beside what was typed.
create table accounts.evidence (
  owner_id uuid not null,
  attribute text not null,
  source text not null check (source in ('typed', 'identity-card')),
  value text not null,
  level text not null check (level in ('none', 'low', 'substantial', 'high')),
  verified_at timestamptz not null,
  primary key (owner_id, attribute, source)
);
select database.protect_owner('accounts.evidence');

create table accounts.session (
  owner_id uuid not null,
  session_id uuid not null,
  kind text not null check (kind in ('visitor', 'person')),
  token_digest text not null,
  level text not null check (level in ('none', 'low', 'substantial', 'high')),
  methods text[] not null,
  display_name text not null,
  authenticated_at timestamptz,
  provider_session text,
  device text not null,
  network text not null,
  opened_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (owner_id, session_id)
);
create index session_by_token on accounts.session (owner_id, token_digest);
select database.protect_owner('accounts.session');
create policy swept on accounts.session for delete using (expires_at < now());
create policy swept_seen on accounts.session for select using (expires_at < now());

-- A sign-in that the portal began at the provider: state, nonce and where to return to.
create table accounts.sign_in_request (
  owner_id uuid not null,
  state_digest text not null,
  nonce text not null,
  code_verifier text not null,
  level text not null check (level in ('none', 'low', 'substantial', 'high')),
  return_to text not null,
  expires_at timestamptz not null,
  primary key (owner_id, state_digest)
);
select database.protect_owner('accounts.sign_in_request');
create policy swept on accounts.sign_in_request for delete using (expires_at < now());
create policy swept_seen on accounts.sign_in_request for select using (expires_at < now());

create table accounts.device (
  owner_id uuid not null,
  device_digest text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (owner_id, device_digest)
);
select database.protect_owner('accounts.device');

-- The name under which one sector (an authority, the portal) knows a person; kept so that keys can change.
create table accounts.subject (
  owner_id uuid not null,
  sector text not null,
  key_version integer not null,
  subject text not null,
  primary key (owner_id, sector)
);
select database.protect_owner('accounts.subject');

create table accounts.email_change (
  owner_id uuid not null,
  address text not null,
  code_digest text,
  attempts integer not null default 0,
  expires_at timestamptz not null,
  primary key (owner_id)
);
select database.protect_owner('accounts.email_change');

-- distribute: accounts.account by owner_id
-- distribute: accounts.means by owner_id
-- distribute: accounts.recovery_code by owner_id
-- distribute: accounts.evidence by owner_id
-- distribute: accounts.session by owner_id
-- distribute: accounts.sign_in_request by owner_id
-- distribute: accounts.device by owner_id
-- distribute: accounts.subject by owner_id
-- distribute: accounts.email_change by owner_id
