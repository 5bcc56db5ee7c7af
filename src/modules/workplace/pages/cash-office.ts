// The cash office: payments that do not match, each with its ledger, a proposal and the steps that settle it.
import { inTransaction, type Transaction } from '#database'
import { recordAccess, recordSearch } from '#journal'
import type { Staff } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { formatEuro } from '#kernel/money.ts'
import {
  type Difference,
  type DifferenceKey,
  type DifferenceState,
  differenceKinds,
  differenceStates,
  differenceSteps,
  findDifference,
  findPayment,
  listAttempts,
  listDifferenceSteps,
  listOpenDifferences,
  listPostings,
  listResolvedDifferences,
  proposalFor,
  resolveDifference,
} from '#modules/payments'
import { notFound, page, type Reply, seeOther, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import type { ShownDifference, ShownPayment, ShownStep } from '../domain/shown-payment.ts'
import {
  accountTexts,
  amountTexts,
  cashStepTexts,
  cashTexts,
  differenceStateTexts,
  differenceTexts,
  paymentStateTexts,
  postingTexts,
} from '../texts/cash-office.ts'
import { type CashProblem, differencePage, differencesPage } from './cash-office.html.ts'
import { staffOf } from './staff.ts'

export async function showDifferences({ database, journalKey }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const staff = staffOf(visit)
  const { authority } = staff
  const tab = visit.query.get('stand') === 'erledigt' ? 'settled' : 'open'
  const differences = await inTransaction(database, { authority }, async (transaction) => {
    const listed = await (tab === 'open' ? listOpenDifferences : listResolvedDifferences)(transaction, authority)
    const shown = listed.length
    await recordSearch(transaction, journalKey, { staff, place: 'cash-office', filters: { tab }, words: '', shown, now: visit.now })
    return listed
  })
  return page(differencesPage(visit.frame, { tab, differences: differences.map(shownDifference), isSaved: visit.query.has('getan') }))
}

export async function showDifference(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return show(dependencies, visit)
}

/** One step; back to the list from its one click, else to the page of the difference. */
export async function settleDifference(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const key = keyOf(visit)
  const from = stateIn(visit.form.get('von'))
  const to = stateIn(visit.form.get('schritt'))
  if (key === undefined || from === undefined) return notFound()
  const reason = (visit.form.get('grund') ?? '').slice(0, 2000)
  if (to === undefined) return show(dependencies, visit, { refusal: 'wrong-state', reason, step: '' })
  const outcome = await resolveDifference(dependencies.database, { staff: staffOf(visit), key, from, to, reason, now: visit.now })
  if (!outcome.ok) {
    if (outcome.reason === 'unknown') return notFound()
    return show(dependencies, visit, { refusal: outcome.reason, reason, step: to })
  }
  return seeOther(visit.frame.href(visit.form.get('zurueck') === 'liste' ? '/arbeit/kasse?getan=1' : `${pathOf(key)}?getan=1`))
}

async function show({ database }: WorkplaceDependencies, visit: Visit, problem?: CashProblem): Promise<Reply> {
  const staff = staffOf(visit)
  const key = keyOf(visit)
  const view =
    key &&
    (await inTransaction(database, { authority: staff.authority }, (transaction) => readDifference(transaction, staff, key, visit.now)))
  if (view === undefined) return notFound()
  const status = problem === undefined ? 200 : problem.refusal === 'changed-meanwhile' ? 409 : 422
  return page(differencePage(visit.frame, { ...view, problem, isSaved: visit.query.has('getan') }), { status })
}

/** Everything of one person's payment; the look stands in that person's log. */
async function readDifference(transaction: Transaction, staff: Staff, key: DifferenceKey, now: Date): Promise<ShownPayment | undefined> {
  const { authority } = staff
  const found = await findDifference(transaction, authority, key)
  const payment = found && (await findPayment(transaction, authority, found.paymentId))
  if (found === undefined || payment === undefined) return undefined
  const object = { kind: 'payment', id: found.paymentId, title: found.purpose }
  const postings = await listPostings(transaction, authority, found.paymentId)
  await recordAccess(transaction, { authority, owner: found.owner, actor: staff, purpose: 'payment-work', object, now })
  return {
    shown: shownDifference(found),
    explanation: differenceTexts[found.kind][1],
    paymentState: paymentStateTexts[payment.state],
    paidAt: payment.paidAt,
    positions: payment.positions.map((position) => ({
      label: position.label,
      amount: position.amount,
      booking: position.booking === undefined ? '' : [position.booking.reference, ...Object.values(position.booking.accounts)].join(', '),
    })),
    postings: postings.map((posting) => ({
      what: postingTexts[posting.code],
      debit: accountTexts[posting.debit] ?? posting.debit,
      credit: accountTexts[posting.credit] ?? posting.credit,
      amount: posting.amount,
      occurredAt: posting.occurredAt,
      attempt: posting.attemptNumber,
    })),
    held: postings.reduce((sum, { code, amount }) => (code === 'refunded' ? sum - amount : sum + amount), 0n),
    attempts: (await listAttempts(transaction, authority, found.paymentId)).map((attempt) => ({
      number: attempt.number,
      state: paymentStateTexts[attempt.state],
      changedAt: attempt.changedAt,
      reference: attempt.transactionReference ?? '–',
      method: attempt.method ?? '–',
    })),
    journal: (await listDifferenceSteps(transaction, authority, key)).map((step) => ({
      at: step.at,
      staffName: step.staffName,
      what: cashStepTexts[step.to][0],
      reason: step.reason === '' ? cashTexts.followed : step.reason,
    })),
    steps: differenceSteps[found.state].map(shownStep),
  }
}

function shownStep(to: DifferenceState): ShownStep {
  const [label, hint] = cashStepTexts[to]
  return { value: to, label, hint }
}

function keyOf(visit: Visit): DifferenceKey | undefined {
  const attemptId = parseId<'attempt'>(visit.params['attempt'])
  const kind = differenceKinds.find((one) => one === visit.params['kind'])
  return attemptId === undefined || kind === undefined ? undefined : { attemptId, kind }
}

function stateIn(text: string | null): DifferenceState | undefined {
  return differenceStates.find((state) => state === text)
}

function pathOf({ attemptId, kind }: DifferenceKey): string {
  return `/arbeit/kasse/${attemptId}/${kind}`
}

function shownDifference(found: Difference): ShownDifference {
  const proposal = proposalFor(found.kind, found.state)
  const reported = reportedAmount(found)
  const direction = found.kind !== 'amount-mismatch' || reported === undefined ? undefined : reported > found.amount ? 'over' : 'under'
  return {
    path: pathOf(found),
    title: direction === undefined ? differenceTexts[found.kind][0] : amountTexts[direction],
    purpose: found.purpose,
    reference: found.transactionReference,
    amount: formatEuro(found.amount),
    reported: reported === undefined ? undefined : formatEuro(reported),
    state: found.state,
    stateWord: differenceStateTexts[found.state],
    openedAt: found.openedAt,
    proposal: proposal && shownStep(proposal),
  }
}

/** What the provider said; details are kept as JSON, cents as text. */
function reportedAmount({ detail }: Difference): bigint | undefined {
  const { reported } = detail
  if (typeof reported !== 'object' || reported === null || !('amount' in reported)) return undefined
  return typeof reported.amount === 'string' && /^\d{1,12}$/.test(reported.amount) ? BigInt(reported.amount) : undefined
}
