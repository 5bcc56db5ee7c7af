-- Payments: the cash office works on what does not match; each step is kept with who, when and why.
alter table payments.difference add column state text not null default 'open'
  check (state in ('open', 'clarifying', 'refund-ordered', 'refunded', 'accepted', 'assigned'));
alter table payments.difference add constraint difference_ends check ((resolved_at is null) = (state in ('open', 'clarifying', 'refund-ordered')));
create index difference_resolved on payments.difference (authority_id, resolved_at desc) where resolved_at is not null;

-- The journal of the cash office: appended to, never changed.
create table payments.difference_step (
  authority_id uuid not null,
  attempt_id uuid not null,
  kind text not null,
  position integer not null check (position > 0),
  at timestamptz not null,
  staff_id uuid not null,
  staff_name text not null,
  from_state text not null,
  to_state text not null,
  reason text not null,
  primary key (authority_id, attempt_id, kind, position),
  foreign key (authority_id, attempt_id, kind) references payments.difference (authority_id, attempt_id, kind)
);
select database.protect_authority('payments.difference_step', 'select, insert');
-- distribute: payments.difference_step by authority_id

-- What was overpaid and has gone back leaves the account in which it waited: once per attempt, like its arrival.
alter table payments.transfer drop constraint transfer_code_check;
alter table payments.transfer add constraint transfer_code_check check (code in ('fee-paid', 'overpaid', 'refunded'));
alter table payments.transfer add column reverses boolean not null default false;
alter table payments.transfer add constraint transfer_reverses check (reverses = (code = 'refunded'));
alter table payments.transfer drop constraint transfer_once_per_attempt;
alter table payments.transfer add constraint transfer_once_per_attempt unique (authority_id, attempt_id, reverses);
