// The views of payment runs: what would be paid and what is held, and one run with its steps.
import { type Day, formatDayShort, formatInstant } from '#kernel/dates.ts'
import { formatEuro } from '#kernel/money.ts'
import {
  alert,
  badge,
  button,
  csrfField,
  dataTable,
  dateField,
  errorSummary,
  linkButton,
  summaryList,
  textField,
} from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import type { PaymentRun, RunEntry, RunPlan } from '../domain/payment-run.ts'
import type { WorkInvoice } from '../domain/work-invoice.ts'
import { holdTexts, payTexts, runStateTexts, runTexts } from '../texts/pay.ts'
import { payPage, runPath, runsPath, statementPath } from './pay-parts.html.ts'

export interface RunsView {
  readonly dueUntil: Day
  readonly typed: { readonly day: string; readonly month: string; readonly year: string }
  readonly isWrongDay: boolean
  readonly plan: RunPlan & { readonly executeOn: Day }
  /** Accounts of the suppliers that are held out, as people read them. */
  readonly knownAccounts: ReadonlyMap<string, string>
  readonly ownIban: string
  readonly runs: readonly (PaymentRun & { readonly count: number; readonly total: bigint; readonly paid: number })[]
  readonly problem: { readonly field: string; readonly message: string } | undefined
  readonly isConfirmed: boolean
}

export function runsPage(frame: Frame, view: RunsView): Html {
  const errors = [
    ...(view.isWrongDay ? [{ field: 'bis', message: runTexts.wrongDay }] : []),
    ...(view.problem?.field === 'iban' ? [view.problem] : []),
  ]
  const main = html`${errorSummary(frame.language, errors)}<h1>${runTexts.title}</h1><p>${runTexts.introduction}</p>
${view.problem !== undefined && view.problem.field === '' && alert({ kind: 'warning', title: view.problem.message, announce: true })}
${view.isConfirmed && alert({ kind: 'success', title: runTexts.confirmed, announce: true })}
<form method="get" action="${frame.href(runsPath)}" class="pay-days" novalidate>${dateField({ frame, name: 'bis', label: runTexts.dueUntil, hint: runTexts.dueUntilHint, value: view.typed, error: view.isWrongDay ? runTexts.wrongDay : undefined })}${button(runTexts.show, { kind: 'secondary' })}</form>
<section><h2>${runTexts.proposal}</h2>${proposal(frame, view)}</section>
${view.plan.held.length > 0 && html`<section><h2>${runTexts.held}</h2><p>${runTexts.heldHint}</p>${held(frame, view)}</section>`}
<section><h2>${runTexts.earlier}</h2>${earlier(frame, view)}</section>`
  return payPage(frame, { title: runTexts.title, tab: 'run', main, errors: errors.length })
}

function proposal(frame: Frame, { plan, dueUntil, ownIban, problem }: RunsView): Html {
  if (plan.entries.length === 0)
    return html`<div class="work-empty"><p><strong>${runTexts.nothing}</strong></p><p>${runTexts.nothingHint}</p></div>`
  const table = dataTable({
    ...{ caption: runTexts.proposal, hideCaption: true, small: true },
    columns: [
      { label: payTexts.supplier },
      { label: payTexts.invoice },
      { label: payTexts.dueOn },
      { label: payTexts.discount },
      { label: payTexts.amount, numeric: true },
    ],
    rows: plan.entries.map(({ invoice, amount, saved, isNewSupplier }) => [
      html`${invoice.sellerName}${isNewSupplier && html` ${badge('info', runTexts.newSupplier)}`}`,
      invoiceLink(frame, invoice),
      dayOrNone(invoice.dueOn),
      saved > 0n ? runTexts.until(formatEuro(saved)) : '–',
      `${formatEuro(amount)} €`,
    ]),
  })
  const iban = textField({
    ...{
      frame,
      name: 'iban',
      label: runTexts.ownIban,
      hint: runTexts.ownIbanHint,
      value: ownIban,
      autocomplete: 'off',
      width: 'l',
      maxLength: 42,
    },
    error: problem?.field === 'iban' ? problem.message : undefined,
  })
  return html`<p>${runTexts.count(plan.entries.length, formatEuro(plan.total), formatDayShort(plan.executeOn))}</p>${table}
<form method="post" action="${frame.href(runsPath)}" class="pay-form" novalidate>${csrfField(frame)}<input type="hidden" name="bis" value="${dueUntil}"><input type="hidden" name="summe" value="${plan.total}">${iban}${button(runTexts.propose)}</form>`
}

function held(frame: Frame, { plan, knownAccounts, dueUntil }: RunsView): Html {
  return html`<ul class="difference-list">${plan.held.map(({ invoice, reason }) => {
    const facts = html`${holdTexts[reason]}${reason === 'iban-changed' && html`<br>${payTexts.iban}: <strong>${invoice.sellerIban ?? ''}</strong><br>${runTexts.confirmHint(knownAccounts.get(invoice.sellerKey) ?? '–')}`}`
    return html`<li><div class="difference-words">${invoiceLink(frame, invoice)} <span>${invoice.sellerName}</span><span class="hit-facts">${facts}</span></div>${
      reason === 'iban-changed' &&
      html`<form method="post" action="${frame.href(`${runsPath}/konto`)}">${csrfField(frame)}<input type="hidden" name="rechnung" value="${invoice.invoiceId}"><input type="hidden" name="iban" value="${invoice.sellerIban ?? ''}"><input type="hidden" name="bis" value="${dueUntil}">${button(runTexts.confirm, { kind: 'secondary', about: invoice.sellerName })}</form>`
    }</li>`
  })}</ul>`
}

function earlier(frame: Frame, { runs }: RunsView): Html {
  if (runs.length === 0) return html`<p>${runTexts.noEarlier}</p>`
  return dataTable({
    ...{ caption: runTexts.earlier, hideCaption: true, small: true },
    columns: [
      { label: payTexts.number },
      { label: payTexts.state },
      { label: runTexts.executeOn },
      { label: payTexts.payments },
      { label: payTexts.sum, numeric: true },
    ],
    rows: runs.map((run) => [
      html`<a class="kern-link" href="${frame.href(runPath(run.runId))}">${run.number}</a>`,
      runStateTexts[run.state],
      formatDayShort(run.executeOn),
      run.state === 'released' || run.state === 'executed' ? runTexts.paidOf(run.paid, run.count) : String(run.count),
      `${formatEuro(run.total)} €`,
    ]),
  })
}

export interface RunView {
  readonly run: PaymentRun
  /** The house's account as people read it. */
  readonly account: string
  readonly entries: readonly (RunEntry & { readonly iban: string; readonly invoiceNumber: string })[]
  /** The one who looks at it proposed it. */
  readonly isOwn: boolean
  readonly problem: string | undefined
  readonly saved: keyof typeof runTexts.saved | undefined
}

export function runPage(frame: Frame, view: RunView): Html {
  const { run } = view
  const title = runTexts.oneTitle(run.number)
  const main = html`${view.problem !== undefined && alert({ kind: 'warning', title: view.problem, announce: true })}
<div class="work-head"><h1>${title}</h1><p class="work-marks">${badge(run.state === 'executed' ? 'success' : 'neutral', runStateTexts[run.state])}</p></div>
${view.saved !== undefined && alert({ kind: 'success', title: runTexts.saved[view.saved], announce: true })}
<div class="case-top"><section class="case-facts">${facts(view)}</section>${steps(frame, view)}</div>
<section><h2>${payTexts.payments}</h2>${entryTable(frame, view)}</section>`
  return payPage(frame, { title, tab: 'run', main })
}

function facts({ run, account, entries }: RunView): Html {
  const total = entries.reduce((sum, { amount }) => sum + amount, 0n)
  return summaryList([
    { term: payTexts.sum, description: `${formatEuro(total)} €` },
    { term: payTexts.payments, description: String(entries.length) },
    { term: runTexts.executeOn, description: formatDayShort(run.executeOn) },
    { term: runTexts.debtor, description: `${run.debtorName}, ${account}` },
    { term: runTexts.madeBy, description: `${run.madeBy.name}, ${formatInstant(run.madeAt)}` },
    ...(run.releasedBy === undefined || run.releasedAt === undefined
      ? []
      : [{ term: runTexts.releasedBy, description: `${run.releasedBy.name}, ${formatInstant(run.releasedAt)}` }]),
    ...(run.sha256 === undefined ? [] : [{ term: runTexts.hash, description: html`<span class="hash">${run.sha256}</span>` }]),
  ])
}

function steps(frame: Frame, { run, isOwn }: RunView): Html {
  const head = html`<h2 id="next" class="kern-heading-small">${runTexts.next}</h2>`
  const post = (rest: string, control: Html) =>
    html`<form method="post" action="${frame.href(runPath(run.runId, rest))}">${csrfField(frame)}${control}</form>`
  const withdraw = post('/zurueckziehen', button(runTexts.withdraw, { kind: 'secondary' }))
  const file = linkButton(runTexts.download, frame.href(runPath(run.runId, '/datei')), { download: true })
  const content = {
    proposed: () =>
      html`${isOwn ? html`<p>${runTexts.otherPerson}</p>` : html`<p>${runTexts.releaseHint}</p>${post('/freigeben', button(runTexts.release))}`}${withdraw}`,
    released: () =>
      html`${file}<p>${runTexts.waitingForBank}</p><p><a class="kern-link" href="${frame.href(statementPath)}">${runTexts.toStatement}</a></p>`,
    executed: () => html`<p>${runTexts.done}</p>${file}`,
    withdrawn: () => html`<p>${runTexts.done}</p>`,
  }[run.state]()
  return html`<section class="case-actions" aria-labelledby="next">${head}${content}</section>`
}

function entryTable(frame: Frame, { entries }: RunView): Html {
  return dataTable({
    ...{ caption: payTexts.payments, hideCaption: true, small: true },
    columns: [
      { label: payTexts.supplier },
      { label: payTexts.invoice },
      { label: runTexts.remittance },
      { label: runTexts.reference },
      { label: payTexts.amount, numeric: true },
      { label: runTexts.paidOn },
    ],
    rows: entries.map((entry) => [
      html`${entry.creditorName}<span class="work-number">${entry.iban}</span>`,
      invoiceLink(frame, { invoiceId: entry.invoice, number: entry.invoiceNumber }),
      entry.remittance,
      entry.endToEndId,
      `${formatEuro(entry.amount)} €`,
      entry.paidOn === undefined ? runTexts.notPaid : formatDayShort(entry.paidOn),
    ]),
  })
}

function invoiceLink(frame: Frame, invoice: Pick<WorkInvoice, 'invoiceId' | 'number'>): Html {
  return html`<a class="kern-link" href="${frame.href(`/arbeit/rechnungen/${invoice.invoiceId}`)}">${invoice.number}</a>`
}

function dayOrNone(day: Day | undefined): string {
  return day === undefined ? payTexts.noDay : formatDayShort(day)
}
