-- Payments: when somebody last knocked (a return, a call), apart from when asking began anew. A return right after the
-- hand-over must be heard, and only knocks keep other knocks quiet.
alter table payments.payment_attempt add column called_at timestamptz;
