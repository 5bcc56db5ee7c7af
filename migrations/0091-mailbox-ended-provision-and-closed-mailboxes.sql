-- A provision that ended because nobody fetched it (§ 41 (2a) VwVfG): the decision counts as not notified.
alter table mailbox.delivery add column ended_at timestamptz;

-- Mailboxes whose account was deleted: nothing is delivered into them any more.
create table mailbox.closed (
  owner_id uuid not null,
  closed_at timestamptz not null,
  primary key (owner_id)
);
select database.protect_owner('mailbox.closed', 'select, insert');
-- distribute: mailbox.closed by owner_id
