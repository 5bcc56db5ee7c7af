// The views of the cash office: the short list with its one click, and one payment with everything about it.
import { dayInGermany, formatDayShort, formatInstant } from '#kernel/dates.ts'
import { formatEuro } from '#kernel/money.ts'
import {
  alert,
  badge,
  button,
  csrfField,
  dataTable,
  errorSummary,
  radioGroup,
  summaryList,
  type TimelineRow,
  tabs,
  textArea,
  timeline,
} from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import type { ShownCashStep, ShownDifference, ShownPayment, ShownStep } from '../domain/shown-payment.ts'
import { cashRefusals, cashTexts } from '../texts/cash-office.ts'
import { backLinks, workPage } from './parts.html.ts'

export interface DifferencesView {
  readonly tab: 'open' | 'settled'
  readonly differences: readonly ShownDifference[]
  readonly isSaved: boolean
}

export function differencesPage(frame: Frame, { tab, differences, isSaved }: DifferencesView): Html {
  const isOpen = tab === 'open'
  const [title, hint] = isOpen ? cashTexts.empty : cashTexts.emptySettled
  const main = html`<h1>${cashTexts.title}</h1><p>${cashTexts.introduction}</p>
${isSaved && alert({ kind: 'success', title: cashTexts.saved, announce: true })}
${tabs({
  label: cashTexts.tabsLabel,
  tabs: [
    { label: cashTexts.tabs.open, href: frame.href('/arbeit/kasse'), current: isOpen, count: isOpen ? differences.length : undefined },
    { label: cashTexts.tabs.settled, href: frame.href('/arbeit/kasse?stand=erledigt'), current: !isOpen },
  ],
})}
${differences.length === 0 ? html`<div class="work-empty"><h2>${title}</h2><p>${hint}</p></div>` : differenceList(frame, differences)}`
  return workPage(frame, { title: `${cashTexts.title}: ${cashTexts.tabs[tab]}`, main })
}

function differenceList(frame: Frame, differences: readonly ShownDifference[]): Html {
  return html`<ul class="difference-list">${differences.map(
    (shown) =>
      html`<li><div class="difference-words"><a class="kern-link" href="${frame.href(shown.path)}">${shown.title}: ${shown.purpose}</a><span class="hit-facts">${amounts(shown)}, ${shown.reference ?? cashTexts.noReference}, ${cashTexts.columns.since.toLowerCase()} ${formatDayShort(dayInGermany(shown.openedAt))}</span></div>${badge('neutral', shown.stateWord)}${oneClick(frame, shown)}</li>`,
  )}</ul>`
}

function amounts({ amount, reported }: ShownDifference): string {
  return reported === undefined || reported === amount ? `${amount} Euro` : `${amount} Euro verlangt, ${reported} Euro gemeldet`
}

function oneClick(frame: Frame, shown: ShownDifference): Html {
  const { proposal } = shown
  if (proposal === undefined) return html``
  const act = button(proposal.label, {
    kind: 'secondary',
    name: 'schritt',
    value: proposal.value,
    about: `${shown.title}: ${shown.purpose}`,
  })
  return html`<form method="post" action="${frame.href(shown.path)}">${csrfField(frame)}<input type="hidden" name="von" value="${shown.state}"><input type="hidden" name="zurueck" value="liste">${act}</form>`
}

export interface CashProblem {
  readonly refusal: keyof typeof cashRefusals
  readonly reason: string
  readonly step: string
}

export interface DifferenceView extends ShownPayment {
  readonly problem: CashProblem | undefined
  readonly isSaved: boolean
}

export function differencePage(frame: Frame, view: DifferenceView): Html {
  const { shown, problem } = view
  const isReason = problem?.refusal === 'no-reason'
  const main = html`${backLinks(frame, [{ label: cashTexts.toList, path: '/arbeit/kasse' }])}
${problem !== undefined && (isReason ? errorSummary(frame.language, [{ field: 'grund', message: cashRefusals[problem.refusal] }]) : alert({ kind: 'warning', title: cashRefusals[problem.refusal], announce: true }))}
<div class="work-head"><h1>${shown.title}<span class="work-subtitle">${shown.purpose}</span></h1><p class="work-marks">${badge('neutral', shown.stateWord)}</p></div>
${view.isSaved && alert({ kind: 'success', title: cashTexts.saved, announce: true })}
<p>${view.explanation}</p>
<div class="case-top">${facts(view)}${settling(frame, view)}</div>
${ledger(view)}
${attempts(view)}
<section><h2>${cashTexts.journal}</h2>${view.journal.length === 0 ? html`<p>${cashTexts.noJournal}</p>` : timeline(view.journal.map(journalRow))}</section>`
  return workPage(frame, { title: `${shown.title}, ${shown.purpose}`, main, errors: isReason ? 1 : 0 })
}

function facts({ shown, paymentState, paidAt, positions }: DifferenceView): Html {
  const rows = [
    { term: cashTexts.expected, description: `${shown.amount} Euro` },
    ...(shown.reported === undefined ? [] : [{ term: cashTexts.columns.reported, description: `${shown.reported} Euro` }]),
    { term: cashTexts.reference, description: shown.reference ?? cashTexts.noReference },
    { term: cashTexts.paymentState, description: paymentState },
    { term: cashTexts.paidAt, description: paidAt === undefined ? cashTexts.notPaid : formatInstant(paidAt) },
    { term: cashTexts.opened, description: formatInstant(shown.openedAt) },
    ...positions.map(({ label, amount, booking }) => ({
      term: cashTexts.position,
      description: html`${label}, ${formatEuro(amount)} Euro${booking !== '' && html`<span class="fact-rule">${cashTexts.booking}: ${booking}</span>`}`,
    })),
  ]
  return html`<section class="case-facts">${summaryList(rows)}</section>`
}

function settling(frame: Frame, { shown, steps, problem }: DifferenceView): Html {
  const head = html`<h2 id="settle" class="kern-heading-small">${cashTexts.settle}</h2>`
  if (steps.length === 0) return html`<section class="case-actions" aria-labelledby="settle">${head}<p>${cashTexts.settled}</p></section>`
  const choice = radioGroup({
    frame,
    name: 'schritt',
    label: cashTexts.step,
    value: problem?.step ?? shown.proposal?.value,
    options: steps.map((step) => ({ ...step, label: labelOf(step, shown) })),
  })
  const reason = textArea({
    ...{ frame, name: 'grund', label: cashTexts.reason, hint: cashTexts.reasonHint, rows: 3, maxLength: 2000, value: problem?.reason },
    error: problem?.refusal === 'no-reason' ? cashRefusals['no-reason'] : undefined,
  })
  return html`<section class="case-actions" aria-labelledby="settle">${head}<form method="post" action="${frame.href(shown.path)}" novalidate>${csrfField(frame)}<input type="hidden" name="von" value="${shown.state}">${choice}${reason}${button(cashTexts.save)}</form></section>`
}

function labelOf(step: ShownStep, { proposal }: ShownDifference): string {
  return step.value === proposal?.value ? cashTexts.proposed(step.label) : step.label
}

function ledger({ postings, held }: DifferenceView): Html {
  const head = html`<h2>${cashTexts.ledger}</h2>`
  if (postings.length === 0) return html`<section>${head}<p>${cashTexts.noPostings}</p></section>`
  const table = dataTable({
    ...{ caption: cashTexts.ledger, hideCaption: true, small: true },
    columns: [
      { label: cashTexts.posting },
      { label: cashTexts.debit },
      { label: cashTexts.credit },
      { label: cashTexts.amount, numeric: true },
      { label: cashTexts.when },
      { label: cashTexts.attempt, numeric: true },
    ],
    rows: postings.map((posting) => [
      posting.what,
      posting.debit,
      posting.credit,
      formatEuro(posting.amount),
      formatInstant(posting.occurredAt),
      posting.attempt,
    ]),
  })
  return html`<section>${head}${table}<p>${cashTexts.balance(formatEuro(held))}</p></section>`
}

function attempts(view: DifferenceView): Html {
  const table = dataTable({
    ...{ caption: cashTexts.attempts, hideCaption: true, small: true },
    columns: [
      { label: cashTexts.attempt, numeric: true },
      { label: cashTexts.columns.state },
      { label: cashTexts.when },
      { label: cashTexts.reference },
      { label: cashTexts.method },
    ],
    rows: view.attempts.map((attempt) => [
      attempt.number,
      attempt.state,
      formatInstant(attempt.changedAt),
      attempt.reference,
      attempt.method,
    ]),
  })
  return html`<section><h2>${cashTexts.attempts}</h2>${table}</section>`
}

function journalRow(step: ShownCashStep): TimelineRow {
  return {
    when: `${formatInstant(step.at)}, ${step.staffName}`,
    title: step.what,
    content: html`<p class="written">${step.reason}</p>`,
    state: 'done',
  }
}
