// What a cash discount saves and until when.
import { addDays, type Day, formatDayShort } from '#kernel/dates.ts'
import type { Invoice } from '#standards/einvoice'
import type { ViewDiscount } from './invoice-view.ts'
import { type Showing, showAmount } from './show-values.ts'

/** Days beyond this are a slip of the pen. */
const mostDays = 3650

export function showDiscounts(invoice: Invoice, showing: Showing): readonly ViewDiscount[] {
  return invoice.cashDiscounts.map(({ days, percentage, base }) => {
    const saved = savedOf(base ?? invoice.totals.due, percentage)
    const until = invoice.issuedOn === undefined || days > mostDays ? undefined : lastDay(invoice.issuedOn, days, showing)
    return {
      percentage: percentage.replace('.', showing.language === 'de' ? ',' : '.'),
      days,
      ...(until === undefined ? {} : { until }),
      ...(saved === undefined ? {} : { saves: showAmount(saved, showing) }),
    }
  })
}

function lastDay(issuedOn: Day, days: number, { language }: Showing): string {
  return formatDayShort(addDays(issuedOn, days), language)
}

/** Percent of an amount, half a cent up; undefined where either is no number with at most two decimals. */
function savedOf(amount: string | undefined, percentage: string): string | undefined {
  const cents = centsOf(amount)
  const hundredths = centsOf(percentage)
  if (cents === undefined || hundredths === undefined || cents <= 0n) return undefined
  const saved = (cents * hundredths + 5000n) / 10000n
  return `${saved / 100n}.${(saved % 100n).toString().padStart(2, '0')}`
}

function centsOf(text: string | undefined): bigint | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text?.trim() ?? '')
  return match === null ? undefined : BigInt(`${match[1] ?? '0'}${(match[2] ?? '').padEnd(2, '0')}`)
}
