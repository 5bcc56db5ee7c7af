-- Payments: what a person owes, the attempts to pay it, and the ledger of what came in.
create schema payments;

-- The intent. It never changes but for the one attempt that paid it and the number of the attempt in use.
create table payments.payment (
  authority_id uuid not null,
  payment_id uuid not null,
  owner_id uuid not null,
  -- What it is paid for (a draft); opened again with another amount it gets the next sequence.
  reference text not null,
  sequence integer not null check (sequence > 0),
  amount bigint not null check (amount between 1 and 99999900),
  purpose text not null,
  positions jsonb not null,
  return_path text not null,
  language text not null check (language in ('de', 'en', 'plain')),
  attempt_number integer not null default 1 check (attempt_number > 0),
  paid_attempt_id uuid,
  paid_at timestamptz,
  opened_at timestamptz not null,
  primary key (authority_id, payment_id),
  unique (authority_id, owner_id, reference, sequence),
  check ((paid_attempt_id is null) = (paid_at is null))
);
create index on payments.payment (authority_id, opened_at);
create index on payments.payment (owner_id, opened_at);
select database.protect_both('payments.payment', 'select, insert, update');
-- distribute: payments.payment by authority_id

-- One request to the provider. The id goes out as its requestId, the same at each repetition.
create table payments.payment_attempt (
  authority_id uuid not null,
  attempt_id uuid not null,
  payment_id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('created', 'requested', 'unknown', 'initial', 'paid', 'failed', 'cancelled', 'expired', 'abandoned')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- When a person got the address of the pay page; from then on it can be paid.
  handed_out_at timestamptz,
  transaction_id text,
  redirect_url text,
  -- The provider's number for the cash office (Kassenzeichen), and how it was paid.
  transaction_reference text,
  method text,
  -- Only the job that carries this turn goes on asking; a nudge takes the next turn.
  turn integer not null default 1,
  nudged_at timestamptz not null,
  primary key (authority_id, attempt_id),
  unique (authority_id, payment_id, number),
  foreign key (authority_id, payment_id) references payments.payment (authority_id, payment_id)
);
select database.protect_authority('payments.payment_attempt', 'select, insert, update');
-- distribute: payments.payment_attempt by authority_id

create table payments.account (
  authority_id uuid not null,
  code text not null check (code in ('provider-clearing', 'fees-received', 'refund-payable')),
  opened_at timestamptz not null,
  primary key (authority_id, code)
);
select database.protect_authority('payments.account', 'select, insert');
-- distribute: payments.account by authority_id

-- The ledger: one row moves one amount from one account to another, so it balances by its shape. Rows are never changed.
create table payments.transfer (
  authority_id uuid not null,
  transfer_id uuid not null,
  code text not null check (code in ('fee-paid', 'overpaid')),
  payment_id uuid not null,
  attempt_id uuid not null,
  debit text not null,
  credit text not null check (credit <> debit),
  amount bigint not null check (amount > 0),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (authority_id, transfer_id),
  constraint transfer_once_per_attempt unique (authority_id, attempt_id),
  foreign key (authority_id, attempt_id) references payments.payment_attempt (authority_id, attempt_id),
  foreign key (authority_id, debit) references payments.account (authority_id, code),
  foreign key (authority_id, credit) references payments.account (authority_id, code)
);
create unique index transfer_once_per_payment on payments.transfer (authority_id, payment_id) where code = 'fee-paid';
select database.protect_authority('payments.transfer', 'select, insert');
-- distribute: payments.transfer by authority_id

-- What does not match: the cash office's list of tasks.
create table payments.difference (
  authority_id uuid not null,
  attempt_id uuid not null,
  kind text not null check (kind in ('amount-mismatch', 'reference-mismatch', 'overpaid', 'paid-after-closing', 'status-regression', 'refused', 'not-found', 'abandoned')),
  payment_id uuid not null,
  detail jsonb not null,
  opened_at timestamptz not null,
  resolved_at timestamptz,
  primary key (authority_id, attempt_id, kind),
  foreign key (authority_id, attempt_id) references payments.payment_attempt (authority_id, attempt_id)
);
create index on payments.difference (authority_id, opened_at) where resolved_at is null;
select database.protect_authority('payments.difference', 'select, insert, update');
-- distribute: payments.difference by authority_id
