// Cash discounts (Skonto) out of the payment terms, as XRechnung writes them: one line of segments between # signs.
import type { CashDiscount } from './invoice.ts'

const line = /^#SKONTO#TAGE=(\d{1,4})#PROZENT=(\d{1,3}\.\d{2})(?:#BASISBETRAG=(-?\d{1,18}\.\d{2}))?#$/

/** The discounts of the payment terms (BT-20); lines of another form are text for people. Source: XRechnung 3.0.2, BR-DE-18. */
export function cashDiscountsIn(paymentTerms: readonly string[]): readonly CashDiscount[] {
  return paymentTerms.flatMap(linesOf).flatMap((text): CashDiscount[] => {
    const match = line.exec(text)
    if (match === null) return []
    const [, days = '0', percentage = '0', base] = match
    return [{ days: Number(days), percentage, ...(base === undefined ? {} : { base }) }]
  })
}

/** The payment terms without the lines for machines. */
export function paymentTermsForPeople(paymentTerms: readonly string[]): readonly string[] {
  return paymentTerms
    .map((text) =>
      linesOf(text)
        .filter((part) => !line.test(part))
        .join('\n')
        .trim(),
    )
    .filter((text) => text !== '')
}

function linesOf(text: string): readonly string[] {
  return text.split(/[\r\n;]+/).map((part) => part.trim())
}
