-- Mailbox of a person: one thread per case, messages in both directions, proof of delivery. Seen in the owner's scope only.
create schema mailbox;

create table mailbox.thread (
  owner_id uuid not null,
  thread_id uuid not null,
  authority_id uuid not null,
  title text not null,
  case_number text not null,
  status text not null check (status in ('received', 'in-review', 'needs-reply', 'decided', 'closed', 'withdrawn')),
  status_since timestamptz not null,
  expected_by date,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (owner_id, thread_id)
);
create index thread_by_change on mailbox.thread (owner_id, changed_at desc);
select database.protect_owner('mailbox.thread');

-- Each step of the case as the person was told of it.
create table mailbox.status_change (
  owner_id uuid not null,
  thread_id uuid not null,
  since timestamptz not null,
  status text not null check (status in ('received', 'in-review', 'needs-reply', 'decided', 'closed', 'withdrawn')),
  primary key (owner_id, thread_id, since, status),
  foreign key (owner_id, thread_id) references mailbox.thread (owner_id, thread_id)
);
select database.protect_owner('mailbox.status_change');

create table mailbox.message (
  owner_id uuid not null,
  message_id uuid not null,
  thread_id uuid not null,
  direction text not null check (direction in ('to-person', 'from-person')),
  kind text not null check (kind in ('confirmation', 'request', 'decision', 'message', 'reply')),
  subject text not null,
  body text not null,
  attachments jsonb not null,
  sent_at timestamptz not null,
  first_read_at timestamptz,
  event_key text not null,
  primary key (owner_id, message_id),
  foreign key (owner_id, thread_id) references mailbox.thread (owner_id, thread_id)
);
create unique index message_once on mailbox.message (owner_id, thread_id, event_key);
create index message_by_thread on mailbox.message (owner_id, thread_id, sent_at);
select database.protect_owner('mailbox.message');

-- Proof for each message to the person: when it was provided, told by mail, first fetched, and what follows by law.
create table mailbox.delivery (
  owner_id uuid not null,
  message_id uuid not null,
  channel text not null check (channel in ('mailbox')),
  rule text check (rule in ('ozg-9', 'vwvfg-41-2a')),
  provided_at timestamptz not null,
  first_retrieved_at timestamptz,
  legal_day date,
  appeal_until date,
  notice text not null check (notice in ('waiting', 'sending', 'accepted', 'bounced', 'no-address')),
  notice_at timestamptz,
  notice_reference text,
  primary key (owner_id, message_id),
  foreign key (owner_id, message_id) references mailbox.message (owner_id, message_id)
);
select database.protect_owner('mailbox.delivery');

-- distribute: mailbox.thread by owner_id
-- distribute: mailbox.status_change by owner_id
-- distribute: mailbox.message by owner_id
-- distribute: mailbox.delivery by owner_id
