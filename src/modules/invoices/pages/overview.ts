// The overview of the cash office, as a page and as CSV.
import { inTransaction } from '#database'
import { addDays, dayInGermany } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'
import { bytes, page, type Reply, type Visit } from '#web'
import { dueTimes, openStates, paidFigures } from '../domain/overview.ts'
import { countOtherCurrencies, listOpenAmounts, listPaid } from '../overview-reads.ts'
import type { PayDependencies } from '../pay-dependencies.ts'
import { dueTimeTexts, overviewTexts } from '../texts/pay.ts'
import { invoiceStateTexts } from '../texts/work.ts'
import { type OverviewView, overviewPage } from './overview.html.ts'
import { payingStaff } from './pay-runs.ts'

export async function showOverview(dependencies: PayDependencies, visit: Visit): Promise<Reply> {
  return page(overviewPage(visit.frame, await read(dependencies, visit)))
}

async function read({ database }: PayDependencies, visit: Visit): Promise<OverviewView> {
  const { authority } = payingStaff(visit)
  const today = dayInGermany(visit.now)
  return inTransaction(database, { authority }, async (transaction) => ({
    open: await listOpenAmounts(transaction, authority, today),
    otherCurrencies: await countOtherCurrencies(transaction, authority),
    paid: paidFigures(await listPaid(transaction, authority, addDays(today, -365))),
  }))
}

/** One row for each figure, numbers the German way, so that a spreadsheet opens it as it is. */
export async function sendOverview(dependencies: PayDependencies, visit: Visit): Promise<Reply> {
  const { open, paid } = await read(dependencies, visit)
  const rows: string[][] = [[...overviewTexts.columns]]
  for (const state of openStates)
    for (const due of dueTimes) {
      const found = open.find((one) => one.state === state && one.due === due)
      rows.push([
        overviewTexts.open,
        invoiceStateTexts[state],
        dueTimeTexts[due],
        String(found?.count ?? 0),
        euros(found?.amount ?? 0n),
        'EUR',
      ])
    }
  const figure = (name: string, value: string, unit: string): void =>
    void rows.push([name, invoiceStateTexts.paid, '', String(paid.count), value, unit])
  figure(overviewTexts.amount, euros(paid.amount), 'EUR')
  figure(overviewTexts.won, euros(paid.discountWon), 'EUR')
  figure(overviewTexts.lost, euros(paid.discountLost), 'EUR')
  figure(overviewTexts.median, paid.medianDays === undefined ? '' : String(paid.medianDays), 'Tage')
  figure(overviewTexts.inTime, String(paid.inTime), overviewTexts.of(paid.inTime, paid.withDueDay))
  const text = `\u{feff}${rows.map((cells) => cells.join(';')).join('\r\n')}\r\n`
  return bytes(Buffer.from(text), { mediaType: 'text/csv; charset=utf-8', fileName: overviewTexts.fileName })
}

function euros(amount: Cents): string {
  const sign = amount < 0n ? '-' : ''
  const cents = amount < 0n ? -amount : amount
  return `${sign}${cents / 100n},${(cents % 100n).toString().padStart(2, '0')}`
}
