// The judge judged: a good history is clean, and each way to spoil it is called by its name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Facts, type FaultName, faultsOf, judge, type TrueTransaction, type Word } from './judge.ts'

const truth: readonly TrueTransaction[] = [
  { requestId: 'a1', status: 'CANCELED', requestedCents: 1000, paidCents: 0 },
  { requestId: 'a2', status: 'PAYED', requestedCents: 1000, paidCents: 1000 },
  { requestId: 'b1', status: 'PAYED', requestedCents: 1000, paidCents: 1000 },
  { requestId: 'c1', status: 'PAYED', requestedCents: 1000, paidCents: 999 },
  { requestId: 'd1', status: 'INITIAL', requestedCents: 1000, paidCents: 0 },
]
const words: readonly Word[] = [{ draft: 'A' }, { draft: 'A', number: 'ILM-1' }]
const good: Facts = {
  attempts: [
    { attempt: 'a1', payment: 'a', state: 'cancelled', handedOut: true },
    { attempt: 'a2', payment: 'a', state: 'paid', handedOut: true },
    { attempt: 'b1', payment: 'b', state: 'paid', handedOut: true },
    { attempt: 'c1', payment: 'c', state: 'unknown', handedOut: true },
    { attempt: 'd1', payment: 'd', state: 'initial', handedOut: true },
  ],
  payments: ['a', 'b', 'c', 'd'].map((payment) => ({ payment, draft: payment.toUpperCase() })),
  transfers: [
    { attempt: 'a2', payment: 'a' },
    { attempt: 'b1', payment: 'b' },
  ],
  announced: [{ payment: 'a' }, { payment: 'b' }],
  mismatches: [{ attempt: 'c1' }],
  drafts: [
    { draft: 'A', state: 'submitted' },
    { draft: 'B', state: 'submitted' },
    { draft: 'C', state: 'awaiting-payment' },
    { draft: 'D', state: 'open' },
  ],
  submissions: [
    { submission: 'sa', draft: 'A', payment: 'a', number: 'ILM-1' },
    { submission: 'sb', draft: 'B', payment: 'b', number: 'ILM-2' },
  ],
  cases: [
    { case: 'ca', submission: 'sa', dossier: 'da' },
    { case: 'cb', submission: 'sb', dossier: 'db' },
  ],
  dossiers: [{ dossier: 'da' }, { dossier: 'db' }],
  records: [{ case: 'ca' }, { case: 'cb' }],
  threads: [{ case: 'ca' }, { case: 'cb' }],
  confirmations: [{ case: 'ca' }, { case: 'cb' }],
  receipts: [{ draft: 'A' }, { draft: 'B' }],
  unreadableFiles: 0,
  brokenHistories: 0,
  unfinishedEvents: 0,
}

test('a history in which everything happened once is clean', () => {
  const verdict = judge(good, truth, words)
  assert.deepEqual(faultsOf(verdict), [])
  assert.deepEqual([verdict.paid, verdict.wrongAmounts], [2, 1])
})

type Rows = { readonly [Name in keyof Facts]: Facts[Name] extends readonly unknown[] ? Name : never }[keyof Facts]
const without = (name: Rows, at = 0): Partial<Facts> => ({ [name]: good[name].filter((_, index) => index !== at) })
const twice = (name: Rows, more: object = {}): Partial<Facts> => ({ [name]: [...good[name], { ...good[name][0], ...more }] })

const spoiled: readonly (readonly [what: string, spoil: Partial<Facts>, found: readonly FaultName[]])[] = [
  ['a lost attempt', without('attempts', 1), ['unknownTransactions', 'submissionMissing', 'submissionWithoutPayment', 'draftNotSubmitted']],
  ['a lost posting', without('transfers'), ['paidWithoutPosting']],
  ['a posting made twice', twice('transfers'), ['postedTwice']],
  ['a posting nobody paid', twice('transfers', { attempt: 'd1', payment: 'd' }), ['postedWithoutPayment']],
  ['a posting of a wrong amount', twice('transfers', { attempt: 'c1' }), ['postedWithoutPayment', 'wrongAmountPosted']],
  ['news told twice', twice('announced'), ['announcedTwice']],
  ['a wrong amount without a task', without('mismatches'), ['wrongAmountUnseen']],
  ['two pay pages for one payment', twice('attempts', { attempt: 'd2', payment: 'd', state: 'initial' }), ['twoPayPages']],
  ['a lost submission', without('submissions', 1), ['submissionMissing']],
  ['a lost submission that was acknowledged', without('submissions'), ['submissionMissing', 'acknowledgedMissing']],
  ['a submission made twice', twice('submissions', { submission: 'sx' }), ['submissionDoubled', 'caseMissing']],
  [
    'a submission without payment',
    twice('submissions', { submission: 'sx', draft: 'D', payment: null }),
    ['submissionWithoutPayment', 'receiptMissing', 'caseMissing'],
  ],
  [
    'a submission of a wrong amount',
    twice('submissions', { submission: 'sb', draft: 'B', payment: 'c' }),
    ['submissionDoubled', 'submissionWithoutPayment'],
  ],
  ['a draft that stays open', { drafts: good.drafts.map((draft) => ({ ...draft, state: 'open' })) }, ['draftNotSubmitted']],
  ['a lost case', without('cases'), ['caseMissing', 'dossierDoubled', 'threadWithoutCase']],
  ['a case opened twice', twice('cases', { case: 'cx', dossier: 'da' }), ['caseDoubled', 'recordMissing', 'confirmationMissing']],
  ['a dossier opened twice', twice('dossiers', { dossier: 'dx' }), ['dossierDoubled']],
  ['a record not filed', without('records'), ['recordMissing']],
  ['a record filed twice', twice('records'), ['recordDoubled']],
  ['a confirmation not sent', without('confirmations'), ['confirmationMissing']],
  ['a confirmation sent twice', twice('confirmations'), ['confirmationDoubled']],
  ['a receipt never made', without('receipts'), ['receiptMissing']],
  ['another number than the one shown', { submissions: good.submissions.map((each) => ({ ...each, number: 'ILM-9' })) }, ['numberChanged']],
  ['a file that cannot be read', { unreadableFiles: 1 }, ['unreadableFiles']],
  ['a broken history', { brokenHistories: 1 }, ['brokenHistories']],
  ['an event that failed for good', { unfinishedEvents: 1 }, ['unfinishedEvents']],
]

for (const [what, spoil, found] of spoiled)
  test(`the judge finds ${what}`, () => {
    assert.deepEqual([...faultsOf(judge({ ...good, ...spoil }, truth, words))].sort(), [...found].sort())
  })
