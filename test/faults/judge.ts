// The judge: compares the provider's truth and what people were told with what stands in the tables. It asks no part of the program.

/** A payment as the provider knows it. */
export interface TrueTransaction {
  readonly requestId: string
  readonly status: string
  readonly requestedCents: number
  readonly paidCents: number
}

/** What somebody was told on a page. */
export interface Word {
  readonly draft: string
  /** The number of the submission; undefined where only "paid" was said. */
  readonly number?: string
}

/** The rows that the judgement rests on; ids as text. */
export interface Facts {
  readonly attempts: readonly { readonly attempt: string; readonly payment: string; readonly state: string; readonly handedOut: boolean }[]
  readonly payments: readonly { readonly payment: string; readonly draft: string }[]
  readonly transfers: readonly { readonly attempt: string; readonly payment: string }[]
  /** One for each time that `payments.paid` was announced. */
  readonly announced: readonly { readonly payment: string }[]
  /** Tasks of the cash office about a wrong amount. */
  readonly mismatches: readonly { readonly attempt: string }[]
  readonly drafts: readonly { readonly draft: string; readonly state: string }[]
  readonly submissions: readonly {
    readonly submission: string
    readonly draft: string
    readonly payment: string | null
    readonly number: string
  }[]
  readonly cases: readonly { readonly case: string; readonly submission: string; readonly dossier: string }[]
  readonly dossiers: readonly { readonly dossier: string }[]
  /** Records of the submission, filed in a case. */
  readonly records: readonly { readonly case: string }[]
  readonly threads: readonly { readonly case: string }[]
  readonly confirmations: readonly { readonly case: string }[]
  /** Signed receipts with their PDF. */
  readonly receipts: readonly { readonly draft: string }[]
  /** Files named in a row that are missing, do not decrypt, or have another sum. */
  readonly unreadableFiles: number
  readonly brokenHistories: number
  /** Events that wait, run or failed for good. */
  readonly unfinishedEvents: number
}

/** Everything but `paid` and `wrongAmounts` must be 0. */
export type Verdict = Readonly<Record<'paid' | 'wrongAmounts' | FaultName, number>>

const faultNames = [
  'unknownTransactions',
  'paidWithoutPosting',
  'postedTwice',
  'postedWithoutPayment',
  'announcedTwice',
  'wrongAmountPosted',
  'wrongAmountUnseen',
  'twoPayPages',
  'submissionMissing',
  'submissionDoubled',
  'submissionWithoutPayment',
  'draftNotSubmitted',
  'caseMissing',
  'caseDoubled',
  'dossierDoubled',
  'recordMissing',
  'recordDoubled',
  'threadWithoutCase',
  'confirmationMissing',
  'confirmationDoubled',
  'receiptMissing',
  'acknowledgedMissing',
  'numberChanged',
  'unreadableFiles',
  'brokenHistories',
  'unfinishedEvents',
] as const
export type FaultName = (typeof faultNames)[number]

export function faultsOf(verdict: Verdict): readonly FaultName[] {
  return faultNames.filter((name) => verdict[name] > 0)
}

export function judge(facts: Facts, truth: readonly TrueTransaction[], words: readonly Word[]): Verdict {
  const isPaid = ({ status }: TrueTransaction) => status === 'PAYED'
  const isRight = ({ requestedCents, paidCents }: TrueTransaction) => requestedCents === paidCents
  const paid = truth.filter((each) => isPaid(each) && isRight(each)).map(({ requestId }) => requestId)
  const wrong = truth.filter((each) => isPaid(each) && !isRight(each)).map(({ requestId }) => requestId)
  return {
    paid: paid.length,
    wrongAmounts: wrong.length,
    ...judgeMoney(facts, truth, paid, wrong),
    ...judgeSubmissions(facts, paid),
    ...judgeFiling(facts),
    ...judgeWords(facts, words),
    unreadableFiles: facts.unreadableFiles,
    brokenHistories: facts.brokenHistories,
    unfinishedEvents: facts.unfinishedEvents,
  }
}

function judgeMoney(facts: Facts, truth: readonly TrueTransaction[], paid: readonly string[], wrong: readonly string[]) {
  const known = new Set(facts.attempts.map(({ attempt }) => attempt))
  const transfers = countBy(facts.transfers, ({ attempt }) => attempt)
  const mismatches = new Set(facts.mismatches.map(({ attempt }) => attempt))
  const isPaid = new Set(paid)
  const payable = facts.attempts.filter(({ handedOut, state }) => handedOut && ['initial', 'unknown', 'expired'].includes(state))
  return {
    unknownTransactions: count(truth, ({ requestId }) => !known.has(requestId)),
    paidWithoutPosting: count(paid, (attempt) => transfers(attempt) === 0),
    postedTwice: count(paid, (attempt) => transfers(attempt) > 1),
    postedWithoutPayment: count(facts.transfers, ({ attempt }) => !isPaid.has(attempt)),
    announcedTwice: excess(facts.announced, ({ payment }) => payment),
    wrongAmountPosted: count(wrong, (attempt) => transfers(attempt) > 0),
    wrongAmountUnseen: count(wrong, (attempt) => !mismatches.has(attempt)),
    twoPayPages: excess(payable, ({ payment }) => payment),
  }
}

function judgeSubmissions(facts: Facts, paid: readonly string[]) {
  const paymentOf = new Map(facts.attempts.map(({ attempt, payment }) => [attempt, payment]))
  const draftOf = new Map(facts.payments.map(({ payment, draft }) => [payment, draft]))
  const stateOf = new Map(facts.drafts.map(({ draft, state }) => [draft, state]))
  const paidPayments = new Set(paid.map((attempt) => paymentOf.get(attempt) ?? `of ${attempt}`))
  const submissions = countBy(facts.submissions, ({ payment }) => payment)
  const receipts = new Set(facts.receipts.map(({ draft }) => draft))
  return {
    submissionMissing: count([...paidPayments], (payment) => submissions(payment) === 0),
    submissionDoubled: Math.max(
      excess(facts.submissions, ({ payment }) => payment),
      excess(facts.submissions, ({ draft }) => draft),
    ),
    submissionWithoutPayment: count(facts.submissions, ({ payment }) => payment === null || !paidPayments.has(payment)),
    draftNotSubmitted: count([...paidPayments], (payment) => stateOf.get(draftOf.get(payment) ?? '') !== 'submitted'),
    receiptMissing: count(facts.submissions, ({ draft }) => !receipts.has(draft)),
  }
}

function judgeFiling(facts: Facts) {
  const cases = countBy(facts.cases, ({ submission }) => submission)
  const known = new Set(facts.cases.map((each) => each.case))
  const records = countBy(facts.records, (each) => each.case)
  const confirmations = countBy(facts.confirmations, (each) => each.case)
  return {
    caseMissing: count(facts.submissions, ({ submission }) => cases(submission) === 0),
    caseDoubled: excess(facts.cases, ({ submission }) => submission),
    // A dossier that no case lies in was opened by somebody who did not come to the end.
    dossierDoubled: facts.dossiers.length - new Set(facts.cases.map(({ dossier }) => dossier)).size,
    recordMissing: count(facts.cases, (each) => records(each.case) === 0),
    recordDoubled: excess(facts.records, (each) => each.case),
    threadWithoutCase: count(facts.threads, (each) => !known.has(each.case)),
    confirmationMissing: count(facts.cases, (each) => confirmations(each.case) === 0),
    confirmationDoubled: excess(facts.confirmations, (each) => each.case),
  }
}

function judgeWords(facts: Facts, words: readonly Word[]) {
  const numberOf = new Map(facts.submissions.map(({ draft, number }) => [draft, number]))
  return {
    acknowledgedMissing: count(words, ({ draft }) => !numberOf.has(draft)),
    numberChanged: count(words, ({ draft, number }) => number !== undefined && numberOf.has(draft) && numberOf.get(draft) !== number),
  }
}

function count<Row>(rows: readonly Row[], test: (row: Row) => boolean): number {
  return rows.filter(test).length
}

function countBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): (key: Key) => number {
  const counts = new Map<Key, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return (key) => counts.get(key) ?? 0
}

/** How many rows there are beyond one for each key. */
function excess<Row>(rows: readonly Row[], keyOf: (row: Row) => unknown): number {
  return rows.length - new Set(rows.map(keyOf)).size
}
