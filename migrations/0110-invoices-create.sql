-- Invoices: what came in by which channel, the invoice in it, who checked and approved it, and how it was paid.
create schema invoices;

-- Addresses of an authority for invoices: its Leitweg-IDs; '*' is who clears what cannot be routed.
create table invoices.routing (
  leitweg_id text not null,
  authority_id uuid not null,
  unit text,
  primary key (leitweg_id)
);
select database.reference_table('invoices.routing');
-- distribute: reference: invoices.routing

-- The original as it came, stored before anything else and never changed. Unroutable ones belong to the clearing authority.
create table invoices.receipt (
  authority_id uuid not null,
  receipt_id uuid not null,
  number text not null,
  channel text not null check (channel in ('upload', 'account', 'mail', 'api', 'peppol')),
  -- The supplier's account, where one sent it signed in.
  owner_id uuid,
  -- Opens the public page of the receipt together with the number; only its digest is kept.
  token_digest text not null,
  sender text,
  file_name text not null,
  original jsonb not null,
  sha256 text not null,
  received_at timestamptz not null,
  state text not null check (state in ('received', 'judged', 'returned', 'accepted', 'clearing', 'moved', 'duplicate', 'undecidable')),
  -- The same original, seller and number came before: this one.
  duplicate_of uuid,
  moved_to uuid,
  -- {verdict, scenario, ruleSet, findings, profile, embedded} as judged.
  judgement jsonb,
  judged_at timestamptz,
  primary key (authority_id, receipt_id),
  unique (authority_id, number)
);
create index on invoices.receipt (authority_id, sha256);
create index on invoices.receipt (authority_id, received_at desc);
create index on invoices.receipt (owner_id, received_at desc);
select database.protect_both('invoices.receipt', 'select, insert, update');
select database.names_files('invoices.receipt', 'original');
-- distribute: invoices.receipt by authority_id

-- Which authority keeps a receipt: for the public page, which knows only the number.
create table invoices.receipt_place (
  number text not null,
  authority_id uuid not null,
  receipt_id uuid not null,
  primary key (number)
);
select database.shared_table('invoices.receipt_place', 'select, insert, update');
-- distribute: reference: invoices.receipt_place

-- What a supplier has had checked and not sent yet; gone after an hour.
create table invoices.checked_file (
  owner_id uuid not null,
  checked_id uuid not null,
  file jsonb not null,
  judgement jsonb not null,
  checked_at timestamptz not null,
  primary key (owner_id, checked_id)
);
select database.protect_owner('invoices.checked_file');
select database.names_files('invoices.checked_file', 'file');
-- distribute: invoices.checked_file by owner_id

create table invoices.invoice (
  authority_id uuid not null,
  invoice_id uuid not null,
  receipt_id uuid not null,
  dossier_id uuid,
  state text not null check (state in ('new', 'in-check', 'queried', 'checked', 'approved', 'ordered', 'paid', 'returned', 'settled')),
  version integer not null default 1 check (version > 0),
  -- Facts of the invoice by EN 16931, as read; amounts in cents of the currency.
  type_code text not null,
  number text not null,
  issued_on date not null,
  due_on date,
  seller_key text not null,
  seller_name text not null,
  seller_iban text,
  currency text not null,
  gross bigint not null,
  payable bigint not null,
  leitweg_id text,
  order_reference text,
  -- [{days, percent, base}], and the last day of the first one.
  discounts jsonb not null,
  discount_until date,
  -- The invoice that this one corrects or credits.
  corrects uuid,
  assignee uuid,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  -- What is paid in the end (partial credit), and what for: {account assignment} kameral or doppisch as key and value.
  agreed bigint,
  assignment jsonb not null default '{}',
  retain_until date not null,
  primary key (authority_id, invoice_id),
  unique (authority_id, receipt_id),
  foreign key (authority_id, receipt_id) references invoices.receipt (authority_id, receipt_id)
);
create index on invoices.invoice (authority_id, state, due_on);
create index on invoices.invoice (authority_id, seller_key, number);
select database.protect_authority('invoices.invoice', 'select, insert, update');
-- distribute: invoices.invoice by authority_id

-- Each step of an invoice's life with who did it: checks, approvals, queries and answers.
create table invoices.step (
  authority_id uuid not null,
  invoice_id uuid not null,
  step_id uuid not null,
  -- Counts from 1 in the order of the commits: which checks still hold hangs on it (insertStep in work-writes.ts counts).
  position integer not null check (position > 0),
  kind text not null check (kind in ('assigned', 'factual-check', 'arithmetical-check', 'approved', 'queried', 'answered', 'returned', 'note', 'assignment', 'agreed', 'ordered', 'paid', 'reopened', 'iban-confirmed', 'linked')),
  actor jsonb not null,
  text text,
  at timestamptz not null,
  primary key (authority_id, invoice_id, step_id),
  unique (authority_id, invoice_id, position),
  foreign key (authority_id, invoice_id) references invoices.invoice (authority_id, invoice_id)
);
select database.protect_authority('invoices.step', 'select, insert');
-- distribute: invoices.step by authority_id

-- Up to which amount which role may approve.
create table invoices.approval_limit (
  authority_id uuid not null,
  role text not null,
  most bigint not null check (most > 0),
  primary key (authority_id, role)
);
select database.protect_authority('invoices.approval_limit');
-- distribute: invoices.approval_limit by authority_id

-- Bank accounts of suppliers as they were paid; a new one is looked at twice.
create table invoices.supplier_account (
  authority_id uuid not null,
  seller_key text not null,
  iban text not null,
  confirmed_by jsonb not null,
  confirmed_at timestamptz not null,
  primary key (authority_id, seller_key, iban)
);
select database.protect_authority('invoices.supplier_account', 'select, insert');
-- distribute: invoices.supplier_account by authority_id

create table invoices.payment_run (
  authority_id uuid not null,
  run_id uuid not null,
  number text not null,
  state text not null check (state in ('proposed', 'released', 'withdrawn', 'executed')),
  execute_on date not null,
  -- The account of the house, its name as it stands in the file.
  debtor_name text not null,
  debtor_iban text not null,
  made_by jsonb not null,
  made_at timestamptz not null,
  released_by jsonb,
  released_at timestamptz,
  -- The pain.001 file: the same facts give the same bytes.
  file jsonb,
  sha256 text,
  primary key (authority_id, run_id),
  unique (authority_id, number)
);
select database.protect_authority('invoices.payment_run', 'select, insert, update');
select database.names_files('invoices.payment_run', 'file');
-- distribute: invoices.payment_run by authority_id

create table invoices.payment_item (
  authority_id uuid not null,
  run_id uuid not null,
  item_number integer not null check (item_number > 0),
  invoice_id uuid not null,
  end_to_end_id text not null,
  amount bigint not null check (amount > 0),
  creditor_name text not null,
  creditor_iban text not null,
  remittance text not null,
  paid_on date,
  -- The bank's statement and entry that says so.
  statement text,
  primary key (authority_id, run_id, item_number),
  unique (authority_id, end_to_end_id),
  foreign key (authority_id, run_id) references invoices.payment_run (authority_id, run_id),
  foreign key (authority_id, invoice_id) references invoices.invoice (authority_id, invoice_id)
);
select database.protect_authority('invoices.payment_item', 'select, insert, update');
-- distribute: invoices.payment_item by authority_id

-- Bank statements taken in, each once.
create table invoices.statement (
  authority_id uuid not null,
  statement_id text not null,
  account_iban text not null,
  -- As it came from the bank; statements of one file share it.
  file jsonb not null,
  sha256 text not null,
  taken_by jsonb not null,
  taken_at timestamptz not null,
  entries integer not null,
  matched integer not null,
  -- Booked entries that fit no payment: [{reason, direction, amount, currency, reference, name, text, booked}].
  unmatched jsonb not null,
  primary key (authority_id, statement_id)
);
select database.protect_authority('invoices.statement', 'select, insert');
select database.names_files('invoices.statement', 'file');
-- distribute: invoices.statement by authority_id
