-- Roles, and the functions by which every table is put under row-level security.
-- The house works as rennsteig_app (nothing without a scope); importers write reference tables as rennsteig_keeper.
do $$
begin
  if not exists (select from pg_roles where rolname = 'rennsteig_app') then create role rennsteig_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'rennsteig_keeper') then create role rennsteig_keeper nologin; end if;
exception when duplicate_object or unique_violation then null; -- another database of this server is being made at the same moment
end $$;
do $$
begin
  execute format('grant rennsteig_app to rennsteig_keeper');
  execute format('grant rennsteig_app, rennsteig_keeper to %I', current_user);
end $$;

create schema if not exists database;
grant usage on schema database to rennsteig_app;

create function database.current_authority() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.authority', true), '')::uuid $$;
create function database.current_owner() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.owner', true), '')::uuid $$;
grant execute on function database.current_authority(), database.current_owner() to rennsteig_app;

-- Grants on a table and its schema; the words of `privileges` are what the house may do with the rows that it sees.
create function database.open_table(table_name regclass, privileges text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema %s to rennsteig_app', (select relnamespace::regnamespace from pg_class where oid = table_name));
  execute format('grant %s on %s to rennsteig_app', privileges, table_name);
end $$;

create function database.force_policy(table_name regclass, condition text, privileges text) returns void language plpgsql as $$
begin
  perform database.open_table(table_name, privileges);
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy scope on %s using (%s) with check (%s)', table_name, condition, condition);
end $$;

-- Rows of an authority: seen in its scope only.
create function database.protect_authority(table_name regclass, privileges text default 'select, insert, update, delete') returns void language sql
  as $$ select database.force_policy(table_name, 'authority_id = (select database.current_authority())', privileges) $$;
-- Rows of a person: seen in the owner's scope only.
create function database.protect_owner(table_name regclass, privileges text default 'select, insert, update, delete') returns void language sql
  as $$ select database.force_policy(table_name, 'owner_id = (select database.current_owner())', privileges) $$;
-- Rows that an authority and a person share.
create function database.protect_both(table_name regclass, privileges text default 'select, insert, update, delete') returns void language sql
  as $$ select database.force_policy(table_name, 'authority_id = (select database.current_authority()) or owner_id = (select database.current_owner())', privileges) $$;
-- Catalogues and lists: everybody reads, only importers write.
create function database.reference_table(table_name regclass) returns void language plpgsql as $$
begin
  perform database.open_table(table_name, 'select');
  execute format('grant insert, update, delete, truncate on %s to rennsteig_keeper', table_name);
end $$;
-- Tables without personal rows of an owner that the house itself writes (sign-in look-ups, protocol records); say why in the module's README.
create function database.shared_table(table_name regclass, privileges text default 'select, insert, update, delete') returns void language sql
  as $$ select database.open_table(table_name, privileges) $$;

-- What this installation is: set once, asked at each start.
create table database.installation (
  name text primary key,
  value jsonb not null,
  set_at timestamptz not null default now()
);
select database.reference_table('database.installation');
-- distribute: reference: database.installation
