-- Which stored files are named by a row: a role that reads those columns and nothing else, over all authorities and persons.
-- It serves the removal of files that a crash left behind without a row.
do $$
begin
  if not exists (select from pg_roles where rolname = 'rennsteig_files') then create role rennsteig_files nologin; end if;
exception when duplicate_object or unique_violation then null; -- another database of this server is being made at the same moment
end $$;
do $$
begin
  execute format('grant rennsteig_files to %I', current_user);
end $$;
grant usage on schema database to rennsteig_files;

-- Tells that a jsonb column holds stored files, alone or in a list.
create function database.names_files(table_name regclass, column_name name) returns void language plpgsql as $$
begin
  execute format('grant usage on schema %s to rennsteig_files', (select relnamespace::regnamespace from pg_class where oid = table_name));
  execute format('grant select (%I) on %s to rennsteig_files', column_name, table_name);
  execute format('create policy stored_files on %s for select to rennsteig_files using (true)', table_name);
end $$;

select database.names_files('mailbox.message', 'attachments');
select database.names_files('dossiers.document_version', 'file');
select database.names_files('forms.draft_file', 'file');
select database.names_files('forms.submission_file', 'file');
select database.names_files('forms.receipt_file', 'file');
select database.names_files('cases.decision', 'file');
