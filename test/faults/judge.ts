// The judge: compares the provider's truth with SQL counts; the system under test is not asked.
import type { Database } from '#database'

export interface TrueTransaction {
  readonly transactionId: string
  readonly requestId: string
  readonly status: string
  readonly requestedCents: number
  readonly paidCents: number
}

/** Numbers of payments; everything but `paid` and `wrongAmounts` must be 0. */
export interface Verdict {
  readonly paid: number
  readonly wrongAmounts: number
  /** Transactions of the provider that no attempt of ours stands for. */
  readonly unknown: number
  readonly paidWithoutPosting: number
  readonly postedWithoutPayment: number
  readonly postedTwice: number
  readonly effectMissing: number
  readonly announcedTwice: number
  /** Payments of a wrong amount that were posted, or that nobody was told of. */
  readonly wrongAmountUnseen: number
  /** Payments with two pay pages handed out of which the first had no final word. */
  readonly twoPayable: number
}

interface Facts {
  readonly attempts: ReadonlyMap<string, { payment: string; handedOut: boolean; state: string }>
  readonly transfers: readonly { attempt: string; payment: string; code: string }[]
  readonly effects: ReadonlySet<string>
  readonly announcements: ReadonlyMap<string, number>
  readonly differences: ReadonlySet<string>
}

export async function readTruth(provider: string): Promise<readonly TrueTransaction[]> {
  const response = await fetch(`${provider}/admin/truth`)
  const truth = (await response.json()) as { transactions: TrueTransaction[] }
  return truth.transactions
}

export async function judge(admin: Database, truth: readonly TrueTransaction[]): Promise<Verdict> {
  const facts = await readFacts(admin)
  const paid = truth.filter((transaction) => transaction.status === 'PAYED' && transaction.paidCents === transaction.requestedCents)
  const wrong = truth.filter((transaction) => transaction.status === 'PAYED' && transaction.paidCents !== transaction.requestedCents)
  const paidRequests = new Set(paid.map((transaction) => transaction.requestId))
  const paymentOf = (requestId: string) => facts.attempts.get(requestId)?.payment
  const count = <Row>(rows: readonly Row[], test: (row: Row) => boolean) => rows.filter(test).length
  const transfersOf = (requestId: string) => count(facts.transfers, (transfer) => transfer.attempt === requestId)
  return {
    paid: paid.length,
    wrongAmounts: wrong.length,
    unknown: count(truth, ({ requestId }) => !facts.attempts.has(requestId)),
    paidWithoutPosting: count(paid, ({ requestId }) => transfersOf(requestId) === 0),
    postedWithoutPayment: count(facts.transfers, (transfer) => !paidRequests.has(transfer.attempt)),
    postedTwice: count(paid, ({ requestId }) => transfersOf(requestId) > 1),
    effectMissing: count(paid, ({ requestId }) => !facts.effects.has(paymentOf(requestId) ?? '')),
    announcedTwice: count([...facts.announcements.values()], (times) => times > 1),
    wrongAmountUnseen: count(wrong, ({ requestId }) => transfersOf(requestId) > 0 || !facts.differences.has(requestId)),
    twoPayable: countTwoPayable(facts),
  }
}

/** Whether nothing is wrong and nothing is outstanding. */
export function isClean(verdict: Verdict): boolean {
  const { paid: _paid, wrongAmounts: _wrong, ...faults } = verdict
  return Object.values(faults).every((number) => number === 0)
}

async function readFacts(admin: Database): Promise<Facts> {
  const attempts = await admin.sql<{ attempt_id: string; payment_id: string; handed_out_at: Date | null; state: string }>`
    select attempt_id, payment_id, handed_out_at, state from payments.payment_attempt`
  const transfers = await admin.sql<{ attempt: string; payment: string; code: string }>`
    select attempt_id as attempt, payment_id as payment, code from payments.transfer`
  const effects = await admin.sql<{ payment_id: string }>`select payment_id from faults.effect`
  const announcements = await admin.sql<{ payment: string; times: bigint }>`
    select data->>'payment' as payment, count(*) as times from pgboss.job where name = 'payments.paid' group by 1`
  const differences = await admin.sql<{ attempt_id: string }>`select attempt_id from payments.difference where kind = 'amount-mismatch'`
  return {
    attempts: new Map(
      attempts.map((row) => [row.attempt_id, { payment: row.payment_id, handedOut: row.handed_out_at !== null, state: row.state }]),
    ),
    transfers,
    effects: new Set(effects.map((row) => row.payment_id)),
    announcements: new Map(announcements.map((row) => [row.payment, Number(row.times)])),
    differences: new Set(differences.map((row) => row.attempt_id)),
  }
}

function countTwoPayable(facts: Facts): number {
  const open = new Map<string, number>()
  for (const attempt of facts.attempts.values())
    if (attempt.handedOut && ['initial', 'unknown', 'expired'].includes(attempt.state))
      open.set(attempt.payment, (open.get(attempt.payment) ?? 0) + 1)
  return [...open.values()].filter((number) => number > 1).length
}
