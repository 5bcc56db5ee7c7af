// Payments that do not match, written as the provider's reports would leave them.
import type { Database } from '#database'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { testNow } from '#test/harness/case-fixture.ts'

/** @returns the address of its page */
export async function makeDifference(
  admin: Database,
  authority: AuthorityId,
  owner: OwnerId,
  kind: 'overpaid' | 'amount-mismatch',
  reported = '1000',
): Promise<string> {
  const [payment, first, second] = [newId(), newId(), newId()]
  const isTwice = kind === 'overpaid'
  const attempt = isTwice ? second : first
  const positions = [{ key: 'fee', label: 'Gebühr', amount: '1000', booking: { reference: 'S-100', accounts: { HHST: '1.1100.1000' } } }]
  await admin.sql`
    insert into payments.payment (authority_id, payment_id, owner_id, reference, sequence, amount, purpose, positions, return_path, language,
      attempt_number, paid_attempt_id, paid_at, opened_at)
    values (${authority}, ${payment}, ${owner}, ${newId()}, 1, 1000, 'Meldebescheinigung', ${JSON.stringify(positions)}::jsonb, '/antrag/1', 'de',
      ${isTwice ? 2 : 1}, ${isTwice ? first : null}, ${isTwice ? testNow : null}, ${testNow})`
  for (const [index, id] of [first, second].slice(0, isTwice ? 2 : 1).entries())
    await admin.sql`
      insert into payments.payment_attempt (authority_id, attempt_id, payment_id, number, state, created_at, changed_at, transaction_reference, method, nudged_at)
      values (${authority}, ${id}, ${payment}, ${index + 1}, ${isTwice ? 'paid' : 'unknown'}, ${testNow}, ${testNow}, ${`K-${index + 1}`}, 'Kreditkarte', ${testNow})`
  if (isTwice) {
    await admin.sql`
      insert into payments.account (authority_id, code, opened_at)
      select ${authority}, code, ${testNow}::timestamptz from unnest(array['provider-clearing', 'fees-received', 'refund-payable']) as code on conflict do nothing`
    await admin.sql`
      insert into payments.transfer (authority_id, transfer_id, code, payment_id, attempt_id, debit, credit, amount, occurred_at, recorded_at)
      values (${authority}, ${newId()}, 'fee-paid', ${payment}, ${first}, 'provider-clearing', 'fees-received', 1000, ${testNow}, ${testNow}),
        (${authority}, ${newId()}, 'overpaid', ${payment}, ${second}, 'provider-clearing', 'refund-payable', 1000, ${testNow}, ${testNow})`
  }
  const detail = { expected: { amount: '1000' }, reported: { amount: reported } }
  await admin.sql`
    insert into payments.difference (authority_id, attempt_id, kind, payment_id, detail, opened_at)
    values (${authority}, ${attempt}, ${kind}, ${payment}, ${JSON.stringify(detail)}::jsonb, ${testNow})`
  return `/arbeit/kasse/${attempt}/${kind}`
}
