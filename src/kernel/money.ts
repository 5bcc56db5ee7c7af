// Money: integer cents, formatted and parsed only at the edge.

/** An amount in euro cents. */
export type Cents = bigint

const germanAmount = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d{1,2}))?\s*(?:€|EUR)?$/

/** "1.234,50" for 123450n; the unit is the caller's to write. */
export function formatEuro(amount: Cents): string {
  const sign = amount < 0n ? '−' : ''
  const cents = amount < 0n ? -amount : amount
  const euros = (cents / 100n).toString().replaceAll(/\B(?=(\d{3})+$)/g, '.')
  return `${sign}${euros},${(cents % 100n).toString().padStart(2, '0')}`
}

/** The amount a person typed the German way ("1.234,5", "12 €"), or undefined if it is none. */
export function parseEuro(text: string): Cents | undefined {
  const match = germanAmount.exec(text.trim())
  if (match === null) return undefined
  const [, sign, euros = '0', cents = '0'] = match
  const amount = BigInt(euros.replaceAll('.', '')) * 100n + BigInt(cents.padEnd(2, '0'))
  return sign === '-' ? -amount : amount
}
