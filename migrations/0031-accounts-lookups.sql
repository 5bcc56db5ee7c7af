-- What must be found before an owner is known. A row shows itself only to who already names its key
-- (setting app.lookup, a list of keys of this transaction): nobody can list these tables.
create function accounts.named(key text) returns boolean language sql stable parallel safe
  as $$ select key = any (string_to_array(current_setting('app.lookup', true), ' ')) $$;

-- From a keyed digest (sign-in name, passkey, card, subject, provider session) to its owner.
create table accounts.locator (
  digest text not null,
  kind text not null check (kind in ('sign-in-name', 'passkey', 'identity-card', 'subject', 'provider-session')),
  owner_id uuid not null,
  expires_at timestamptz,
  primary key (digest)
);
create index locator_by_owner on accounts.locator (owner_id);
select database.open_table('accounts.locator', 'select, insert, update, delete');
alter table accounts.locator enable row level security;
alter table accounts.locator force row level security;
create policy seen on accounts.locator for select using (accounts.named(digest) or owner_id = (select database.current_owner()) or expires_at < now());
create policy added on accounts.locator for insert with check (owner_id = (select database.current_owner()));
create policy changed on accounts.locator for update using (owner_id = (select database.current_owner())) with check (owner_id = (select database.current_owner()));
create policy removed on accounts.locator for delete using (owner_id = (select database.current_owner()) or expires_at < now());

-- The steps of one sign-in at the provider, found by the digest of its interaction.
create table accounts.sign_in (
  digest text not null,
  state jsonb not null,
  expires_at timestamptz not null,
  primary key (digest)
);
select database.force_policy('accounts.sign_in', 'accounts.named(digest) or expires_at < now()', 'select, insert, update, delete');

-- Failed attempts per account and per network, counted in windows.
create table accounts.attempt (
  bucket text not null,
  failures integer not null,
  expires_at timestamptz not null,
  primary key (bucket)
);
select database.force_policy('accounts.attempt', 'accounts.named(bucket) or expires_at < now()', 'select, insert, update, delete');

-- Records of the OpenID provider: sessions, interactions, grants, codes, tokens.
create table accounts.oidc_record (
  kind text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  session_uid text,
  account_id uuid,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  primary key (kind, id)
);
create index oidc_record_by_grant on accounts.oidc_record (grant_id) where grant_id is not null;
create index oidc_record_by_session on accounts.oidc_record (session_uid) where session_uid is not null;
create index oidc_record_by_account on accounts.oidc_record (account_id) where account_id is not null;
create index oidc_record_by_expiry on accounts.oidc_record (expires_at);
select database.force_policy('accounts.oidc_record',
  'accounts.named(id) or accounts.named(grant_id) or accounts.named(session_uid) or account_id = (select database.current_owner()) or expires_at < now()',
  'select, insert, update, delete');

-- Services of authorities that may ask the provider; written by importers.
create table accounts.oidc_client (
  client_id text not null,
  sector text not null,
  name text not null,
  redirect_uris text[] not null,
  post_logout_redirect_uris text[] not null default '{}',
  backchannel_logout_uri text,
  token_endpoint_auth_method text not null check (token_endpoint_auth_method in ('private_key_jwt', 'client_secret_basic')),
  client_secret text,
  public_keys jsonb,
  primary key (client_id)
);
select database.reference_table('accounts.oidc_client');

-- distribute: accounts.locator by digest
-- distribute: accounts.sign_in by digest
-- distribute: accounts.attempt by bucket
-- distribute: accounts.oidc_record by id
-- distribute: reference: accounts.oidc_client
