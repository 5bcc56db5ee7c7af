// The view of the overview: amounts as table and chart, discounts, time to pay.
import { type Cents, formatEuro } from '#kernel/money.ts'
import { dataTable, linkButton, summaryList } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { dueTimes, type OpenAmount, openStates, type PaidFigures, sumOf } from '../domain/overview.ts'
import { dueTimeTexts, overviewTexts } from '../texts/pay.ts'
import { invoiceStateTexts } from '../texts/work.ts'
import { overviewPath, payPage } from './pay-parts.html.ts'

export interface OverviewView {
  readonly open: readonly OpenAmount[]
  readonly otherCurrencies: number
  readonly paid: PaidFigures
}

export function overviewPage(frame: Frame, view: OverviewView): Html {
  const main = html`<div class="work-head"><h1>${overviewTexts.title}</h1>${linkButton(overviewTexts.download, frame.href(`${overviewPath}.csv`), { kind: 'secondary', download: true })}</div>
<section><h2>${overviewTexts.open}</h2>${chart(view)}${amounts(view)}${view.otherCurrencies > 0 && html`<p>${overviewTexts.currencies(view.otherCurrencies)}</p>`}</section>
<section><h2>${overviewTexts.paid}</h2>${paid(view)}</section>`
  return payPage(frame, { title: overviewTexts.title, tab: 'overview', main })
}

function amounts({ open }: OverviewView): Html {
  const sums = dueTimes.map((due) => sumOrDash(sumOf(open, { due })))
  return dataTable({
    ...{ caption: overviewTexts.openUnit, small: true, rowHeaders: true },
    columns: [
      { label: 'Stand' },
      ...[...dueTimes.map((due) => dueTimeTexts[due]), overviewTexts.sum].map((label) => ({ label, numeric: true })),
    ],
    rows: [
      ...openStates.map((state) => [
        invoiceStateTexts[state],
        ...dueTimes.map((due) => sumOrDash(sumOf(open, { state, due }))),
        sumOrDash(sumOf(open, { state })),
      ]),
      [overviewTexts.sum, ...sums, formatEuro(sumOf(open))],
    ],
  })
}

/** Noughts would hide where the money is. */
function sumOrDash(amount: Cents): string {
  return amount === 0n ? '–' : formatEuro(amount)
}

const row = 52
const width = 320

/** One bar for each time of payment, over its name and sum; the longest takes the whole width. */
function chart({ open }: OverviewView): Html {
  const sums = dueTimes.map((due) => ({ due, amount: sumOf(open, { due }) }))
  const most = sums.reduce((highest, { amount }) => (amount > highest ? amount : highest), 1n)
  const text = overviewTexts.chartText(sums.map(({ due, amount }) => `${dueTimeTexts[due]}: ${formatEuro(amount)} Euro`).join(', '))
  const bars = sums.map(({ due, amount }, index) => {
    const length = amount <= 0n ? 0 : Math.max(2, Number((amount * 1000n) / most) * (width / 1000))
    return html`<text x="0" y="${index * row + 18}">${dueTimeTexts[due]}</text><text x="${width}" y="${index * row + 18}" text-anchor="end">${formatEuro(amount)} €</text><rect class="pay-track" x="0" y="${index * row + 26}" width="${width}" height="14" rx="2"></rect><rect class="pay-bar pay-bar-${due}" x="0" y="${index * row + 26}" width="${length.toFixed(1)}" height="14" rx="2"></rect>`
  })
  return html`<figure class="pay-chart"><svg viewBox="0 0 ${width} ${dueTimes.length * row}" role="img" aria-labelledby="chart-title chart-text"><title id="chart-title">${overviewTexts.chart}</title><desc id="chart-text">${text}</desc>${bars}</svg></figure>`
}

function paid({ paid: figures }: OverviewView): Html {
  return summaryList([
    { term: overviewTexts.count, description: String(figures.count) },
    { term: overviewTexts.amount, description: `${formatEuro(figures.amount)} €` },
    { term: overviewTexts.won, description: `${formatEuro(figures.discountWon)} €` },
    { term: overviewTexts.lost, description: `${formatEuro(figures.discountLost)} €` },
    {
      term: overviewTexts.median,
      description: figures.medianDays === undefined ? overviewTexts.nothing : overviewTexts.days(figures.medianDays),
    },
    { term: overviewTexts.inTime, description: overviewTexts.of(figures.inTime, figures.withDueDay) },
  ])
}
